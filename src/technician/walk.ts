import { concat, toHex } from '../bytes.ts';
import { getResponse } from '../emv/commands.ts';
import { describeStatusWords } from './status-words.ts';

/** A look at a card yields what to say and what to send, and is handed the card's answers. */
export type WalkStep =
  | { readonly type: 'say'; readonly line: string }
  | { readonly type: 'transmit'; readonly commandApdu: Uint8Array };

/** The answer to `transmit`; to `say` nothing. `fault`: the card or the reader failed, or the time is up. */
export type CardReply =
  | { readonly type: 'response'; readonly bytes: Uint8Array }
  | { readonly type: 'fault'; readonly fault: string };

export type Walk<Result = void> = Generator<WalkStep, Result, CardReply | undefined>;

/** Thrown where the card stops answering; caught once, where the walk begins. */
export class WalkEnd {
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}

/** One look at one card, bounded whatever it answers. */
export type Tour = { commands: number };

const maximumCommands = 400;
const maximumRounds = 8;
const maximumBytes = 4096;

export type Answer = { readonly data: Uint8Array; readonly sw: string };

export function* say(...lines: readonly string[]): Walk {
  for (const line of lines) yield { type: 'say', line };
}

/** One command and its whole answer, 61xx and 6Cxx followed (EMV 4.4 Book 1 §9.3.1). */
export function* send(tour: Tour, command: Uint8Array): Walk<Answer> {
  let data: Uint8Array = new Uint8Array(0);
  let next = command;
  for (let round = 0; round <= maximumRounds; round++) {
    if (++tour.commands > maximumCommands)
      throw new WalkEnd(`${maximumCommands} commands and no end: the look stops here`);
    const reply = yield { type: 'transmit', commandApdu: next };
    if (reply?.type !== 'response') throw new WalkEnd(reply?.fault ?? 'no answer');
    const { bytes } = reply;
    if (bytes.length < 2) throw new WalkEnd('the card was pulled out');
    const [sw1 = 0, sw2 = 0] = bytes.slice(-2);
    if (sw1 === 0x6c && bytes.length === 2) {
      next = concat(
        next.slice(0, 4),
        next.length > 5 ? next.slice(4, -1) : new Uint8Array(0),
        Uint8Array.of(sw2),
      );
      continue;
    }
    data = concat(data, bytes.slice(0, -2));
    if (sw1 !== 0x61 || data.length > maximumBytes) return { data, sw: toHex(bytes.slice(-2)) };
    next = getResponse(sw2);
  }
  yield* say('  the card keeps sending the reader round in circles (61xx, 6Cxx)');
  return { data: new Uint8Array(0), sw: '6F00' };
}

/** `6A82, file or application not found`. */
export const refusal = ({ sw }: Answer): string => `${sw}, ${describeStatusWords(sw)}`;
