import { inspect } from 'node:util';
import { hex, toHex } from '#src/bytes.ts';
import { describeTlv } from '#src/emv/describe-tlv.ts';
import { caPublicKey } from './authority.ts';
import { pan, testCard } from './card.ts';
import { signedCard } from './signed-card.ts';
import { approved, type CardAnswer, hold, run, type TestCard } from './world.ts';

/** A small generator that replays from its seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = (below: number) => number;

/**
 * One wrong thing in good bytes: a bit, a byte, a piece gone, doubled, moved to another length or
 * replaced.
 */
function damage(bytes: Uint8Array, random: Random): Uint8Array {
  const list = [...bytes];
  const at = random(list.length + 1);
  const some = (length: number): number[] => Array.from({ length }, () => random(256));
  switch (random(8)) {
    case 0:
      list[at % list.length] = (list[at % list.length] ?? 0) ^ (1 << random(8));
      break;
    case 1:
      list[at % list.length] = random(256);
      break;
    case 2:
      list.splice(at, random(8) + 1);
      break;
    case 3:
      list.splice(at, 0, ...some(random(8) + 1));
      break;
    case 4:
      list.splice(at, 0, ...list.slice(at, at + random(12)));
      break;
    case 5:
      list[at % list.length] = [0x00, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xff][random(7)] ?? 0;
      break;
    case 6:
      list.length = at;
      break;
    default:
      list.splice(0, list.length, ...some(random(300)));
  }
  return Uint8Array.from(list);
}

/** The answers of good cards to a whole transaction each, recorded once. */
function recordings(): CardAnswer[][] {
  const cards = [testCard(), ...['5C00', '3C00', '3D00'].map((aip) => signedCard({ aip }))];
  return cards.map((card) => {
    const log: CardAnswer[] = [];
    run((command) => {
      const answer = card(command);
      log.push(answer);
      return answer;
    }, input);
    return log;
  });
}

const input = { ...hold, caPublicKeys: [caPublicKey()] };

/**
 * Transactions with one to three damaged answers; counts how they ended. Throws when a transaction
 * does not end, ends in an exception, shows a card number, or is approved although the bank did not
 * approve.
 */
export function fuzzKernel(seed: number, transactions: number): ReadonlyMap<string, number> {
  const good = recordings();
  const ends = new Map<string, number>();
  for (let i = 0; i < transactions; i++) {
    const random = generator(seed + i);
    const answers = [...(good[random(good.length)] ?? [])];
    for (let n = random(3); n >= 0; n--) {
      const at = random(answers.length);
      const answer = answers[at];
      if (typeof answer === 'string') answers[at] = toHex(damage(hex(answer), random));
    }
    const bankApproves = random(4) > 0;
    let at = 0;
    const card: TestCard = () => answers[at++] ?? '6F00';
    const online = bankApproves ? approved : ({ type: 'unableToGoOnline' } as const);
    const { outcome } = run(card, input, { online });
    const end = outcome.type === 'failed' ? `failed ${outcome.failure.code}` : outcome.type;
    ends.set(end, (ends.get(end) ?? 0) + 1);
    const shown = inspect(outcome, { depth: 9 });
    const told = answers.map((it) => (typeof it === 'string' ? describeTlv(hex(it)).length : 0));
    if (shown.includes(pan.slice(0, 12)) || told.includes(Number.NaN))
      throw new Error(`seed ${seed + i} shows a number: ${shown}`);
    if (outcome.type === 'approved' && !bankApproves)
      throw new Error(`seed ${seed + i} is approved`);
  }
  return ends;
}
