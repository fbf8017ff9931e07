import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { toHex } from '#src/bytes.ts';
import { defaults } from '#src/config/defaults.ts';
import { parseApduScript, type ScriptStep, scriptedResponse } from '#src/emv/apdu-script.ts';
import type {
  KernelInput,
  KernelOutcome,
  KernelRequest,
  KernelResponse,
} from '#src/emv/contract.ts';
import { transaction } from '#src/emv/transaction.ts';
import { hold } from './world.ts';

/**
 * The terminal that the scripts were recorded at: the simulator's applications and keys, offline
 * PIN too.
 */
export const scriptedInput: KernelInput = {
  ...hold,
  applications: defaults.applications,
  caPublicKeys: defaults.caPublicKeys.map(({ hash, ...key }) => ({
    ...key,
    ...(hash === undefined ? {} : { hash }),
  })),
};

/** Plays a script against the kernel; the first deviation, either way, fails the test. */
export function play(file: string, input: KernelInput = scriptedInput): void {
  const steps = parseApduScript(readFileSync(new URL(`../cards/${file}`, import.meta.url), 'utf8'));
  assert.ok(Array.isArray(steps), `${file}: ${JSON.stringify(steps)}`);
  const kernel = transaction(input);
  let turn = kernel.next();
  let at = 0;
  const take = (): ScriptStep | undefined => steps[at++];
  while (!turn.done) turn = kernel.next(answer(file, turn.value, take));
  const end = take();
  assert.equal(end?.type === 'outcome' ? end.words.join(' ') : end?.type, words(turn.value), file);
  assert.equal(take(), undefined, `${file}: the kernel ended before the script`);
}

function answer(
  file: string,
  request: KernelRequest,
  take: () => ScriptStep | undefined,
): KernelResponse {
  const step = take();
  if (request.type !== 'transmit') {
    assert.ok(
      step?.type === 'answer' && step.request === request.type,
      `${file}: asked ${request.type}`,
    );
    const response = scriptedResponse(step);
    assert.ok(response, `${file}: ${step.words.join(' ')}`);
    return response;
  }
  assert.ok(
    step?.type === 'command',
    `${file}: ${toHex(request.commandApdu)} instead of ${step?.type}`,
  );
  assert.equal(toHex(request.commandApdu), toHex(step.bytes), file);
  const reaction = take();
  if (reaction?.type === 'fault') return { type: 'transmitFailed', fault: reaction.fault };
  assert.ok(reaction?.type === 'response', `${file}: no response`);
  return { type: 'transmitted', responseApdu: reaction.bytes };
}

/** The outcome as the last line of a script says it. */
export function words(outcome: KernelOutcome): string {
  if (outcome.type === 'failed') {
    const { code, step, hostApproved } = outcome.failure;
    return `failed ${code} ${step}${hostApproved ? ' reversalOwed' : ''}`;
  }
  if (outcome.type === 'cancelled') return `cancelled ${outcome.at}`;
  const { tvr, tsi, cvmResults } = outcome.lines;
  return `${outcome.type} ${tvr} ${tsi} ${cvmResults}`;
}
