import { sameBytes, toHex } from '../bytes.ts';
import {
  parseApduScript,
  type ScriptStep,
  scriptContent,
  scriptedResponse,
} from '../emv/apdu-script.ts';
import type { KernelInput, KernelRequest, KernelResponse, OnlineAnswer } from '../emv/contract.ts';
import { transaction } from '../emv/transaction.ts';
import { maskResponse, noteNumbers, StandIns } from './stand-in.ts';
import { outcomeWords } from './verdict.ts';

/** A transcript as it stands in a file: steps, and the line (from 1) of each. */
export type Transcript = {
  readonly steps: readonly ScriptStep[];
  readonly lines: readonly number[];
};

/** The transcript, or the first line that is none. */
export function readTranscript(text: string): Transcript | { readonly badLine: number } {
  const steps = parseApduScript(text);
  if ('badLine' in steps) return steps;
  const lines = text.split('\n').flatMap((line, i) => (scriptContent(line) === '' ? [] : [i + 1]));
  return { steps, lines };
}

export function writeTranscript(steps: readonly ScriptStep[], comments: readonly string[]): string {
  const lines = [...comments.map((comment) => `# ${comment}`), ...steps.map(lineOf)];
  return `${lines.join('\n')}\n`;
}

function lineOf(step: ScriptStep): string {
  switch (step.type) {
    case 'command':
      return `> ${toHex(step.bytes)}`;
    case 'response':
      return `< ${toHex(step.bytes)}`;
    case 'fault':
      return `! ${step.fault}`;
    case 'answer':
      return `? ${step.request}: ${step.words.join(' ')}`;
    case 'outcome':
      return `= ${step.words.join(' ')}`;
  }
}

/** An answer of people, bank or PIN pad as the words of a transcript. */
export function answerWords(response: KernelResponse): readonly string[] {
  switch (response.type) {
    case 'chosen':
      return [String(response.index)];
    case 'confirmed':
      return [response.yes ? 'yes' : 'no'];
    case 'random':
      return [toHex(response.bytes)];
    case 'pin':
      return [response.result];
    case 'transmitted':
      return [toHex(response.responseApdu)];
    case 'online':
      return onlineWords(response.answer);
    case 'cancelled':
      return ['cancelled'];
    case 'transmitFailed':
      return [response.fault];
  }
}

function onlineWords(answer: OnlineAnswer): readonly string[] {
  if (answer.type === 'unableToGoOnline') return ['unableToGoOnline'];
  const { issuerAuthenticationData: proof, issuerScripts } = answer;
  return [
    answer.approved ? 'approved' : 'declined',
    answer.authorisationResponseCode,
    ...(proof === undefined ? [] : [`91=${toHex(proof)}`]),
    ...issuerScripts.map((script) => `${toHex(script.slice(0, 1))}=${toHex(script)}`),
  ];
}

/** Where a replay left the transcript: the index of the step, and what the kernel did instead. */
type Deviation = { readonly at: number; readonly instead: string };
export type Replay = { readonly steps: readonly ScriptStep[] } | { readonly deviation: Deviation };

type Turn = { readonly response: KernelResponse; readonly told: readonly ScriptStep[] };

/**
 * Plays the card's and the people's side of a transcript to the kernel. `strict`: every command and the outcome
 * must be the transcript's; otherwise the commands are the kernel's own and come back in `steps`.
 */
export function play(steps: readonly ScriptStep[], input: KernelInput, strict: boolean): Replay {
  const kernel = transaction(input);
  const told: ScriptStep[] = [];
  let at = 0;
  let turn = kernel.next();
  while (!turn.done) {
    const answered = answer(steps, at, turn.value, strict);
    if ('deviation' in answered) return answered;
    told.push(...answered.told);
    at += answered.told.length;
    turn = kernel.next(answered.response);
  }
  const words = outcomeWords(turn.value);
  const end = steps[at];
  if (strict && (end?.type !== 'outcome' || end.words.join(' ') !== words))
    return { deviation: { at, instead: `ends as: ${words}` } };
  if (strict && steps.length > at + 1)
    return { deviation: { at: at + 1, instead: 'nothing: it had ended' } };
  return { steps: [...told, { type: 'outcome', words: words.split(' ') }] };
}

function answer(
  steps: readonly ScriptStep[],
  at: number,
  request: KernelRequest,
  strict: boolean,
): Turn | { readonly deviation: Deviation } {
  const step = steps[at];
  if (request.type !== 'transmit') {
    const isAnswer = step?.type === 'answer' && step.request === request.type;
    const response = isAnswer ? scriptedResponse(step) : undefined;
    return response === undefined || !isAnswer
      ? { deviation: { at, instead: `asks ${request.type}` } }
      : { response, told: [step] };
  }
  const { commandApdu } = request;
  const differs = step?.type !== 'command' || (strict && !sameBytes(step.bytes, commandApdu));
  if (differs) return { deviation: { at, instead: `sends ${toHex(commandApdu)}` } };
  const command: ScriptStep = { type: 'command', bytes: commandApdu };
  const reaction = steps[at + 1];
  if (reaction?.type === 'fault')
    return {
      response: { type: 'transmitFailed', fault: reaction.fault },
      told: [command, reaction],
    };
  if (reaction?.type === 'response')
    return {
      response: { type: 'transmitted', responseApdu: reaction.bytes },
      told: [command, reaction],
    };
  return { deviation: { at: at + 1, instead: 'waits for the card’s answer' } };
}

/**
 * A recording with stand-ins for every number, blank names and tracks, its commands told again by the kernel.
 * `unmaskable` says why it must not be written: it would hold a number, or would not play to the same end.
 */
export function maskTranscript(
  steps: readonly ScriptStep[],
  input: KernelInput,
  certificates: 'keep' | 'blank',
): { readonly steps: readonly ScriptStep[] } | { readonly unmaskable: string } {
  const standIns = new StandIns();
  for (const step of steps) if (step.type === 'response') noteNumbers(step.bytes, standIns);
  const masked = steps.map((step) =>
    step.type === 'response'
      ? { ...step, bytes: maskResponse(step.bytes, standIns, certificates) }
      : step,
  );
  const again = play(masked, input, false);
  if ('deviation' in again)
    return {
      unmaskable: `masked, the kernel ${again.deviation.instead} at step ${again.deviation.at + 1}`,
    };
  const before = steps.at(-1);
  const after = again.steps.at(-1);
  if (
    before?.type !== 'outcome' ||
    after?.type !== 'outcome' ||
    before.words.join() !== after.words.join()
  )
    return {
      unmaskable: `masked, the transaction ends as ${after?.type === 'outcome' ? after.words.join(' ') : 'nothing'}, not as ${before?.type === 'outcome' ? before.words.join(' ') : 'nothing'}`,
    };
  const whole = again.steps
    .flatMap((step) =>
      step.type === 'command'
        ? [toHex(step.bytes)]
        : step.type === 'response'
          ? [toHex(step.bytes.slice(0, -2))]
          : [],
    )
    .join('');
  const answers = again.steps
    .flatMap((step) => (step.type === 'response' ? [toHex(step.bytes.slice(0, -2))] : []))
    .join('');
  if (standIns.remainsIn(whole) || standIns.remainsIn(answers))
    return { unmaskable: 'a card number is spread over several answers' };
  return { steps: again.steps };
}
