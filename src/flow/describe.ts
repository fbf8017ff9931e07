import type { HostRequest, HostResult } from '../acquirer/contract.ts';
import { toHex } from '../bytes.ts';
import { formatMoney } from '../money.ts';

const instructions: Readonly<Record<number, string>> = {
  164: 'SELECT',
  178: 'READ RECORD',
  168: 'GET PROCESSING OPTIONS',
  202: 'GET DATA',
  174: 'GENERATE AC',
  130: 'EXTERNAL AUTHENTICATE',
  132: 'GET CHALLENGE',
  136: 'INTERNAL AUTHENTICATE',
  32: 'VERIFY',
  192: 'GET RESPONSE',
  24: 'APPLICATION UNBLOCK',
  30: 'APPLICATION BLOCK',
  22: 'CARD BLOCK',
  36: 'PIN CHANGE/UNBLOCK',
  218: 'PUT DATA',
  220: 'UPDATE RECORD',
};

/** A command and its answer in words: the header and the status words, never the data between. */
export function describeApdu(command: Uint8Array, answer: Uint8Array | string): string {
  const name = instructions[command[1] ?? 0] ?? 'command';
  const header = toHex(command.subarray(0, 4));
  const selected =
    command[1] === 0xa4 ? ` ${toHex(command.subarray(5, 5 + (command[4] ?? 0)))}` : '';
  const end =
    typeof answer === 'string'
      ? answer
      : `${toHex(answer.subarray(-2))} (${Math.max(0, answer.length - 2)} bytes)`;
  return `${name} ${header}${selected} → ${end}`;
}

export function describeHostRequest(request: HostRequest): string {
  const parts: string[] = [request.kind, `STAN ${request.stan}`];
  if ('amount' in request) parts.push(formatMoney(request.amount));
  if ('card' in request) parts.push(request.card.pan.masked());
  if (request.kind === 'reversal') parts.push(`of ${request.of}, reason ${request.reason}`);
  return parts.join(', ');
}

export function describeHostResult(result: HostResult): string {
  if (result.type === 'noAnswer')
    return `${result.fault}${result.maybeSent ? ', may have been sent' : ', nothing sent'}`;
  const { responseCode, rrn, authorisationCode } = result.answer;
  return [
    `answer ${responseCode}`,
    ...(rrn === undefined ? [] : [`RRN ${rrn}`]),
    ...(authorisationCode === undefined ? [] : [`code ${authorisationCode}`]),
  ].join(', ');
}
