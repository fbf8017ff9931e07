import { type LineHelp, lineHelp } from '../../recovery/ways-device.ts';
import { facts } from '../flow.ts';
import type { GuidePage } from '../view/ways.ts';
import { tryBankAgain } from './bank.ts';
import { guide } from './guide.ts';
import type { Way } from './way.ts';

const pages: Readonly<Record<LineHelp, GuidePage>> = {
  cable: 'lineCable',
  reception: 'lineReception',
  wireless: 'lineWireless',
};

/** 查线路: what this kind of terminal has between it and the bank; then the bank is asked by itself until it answers. */
export const checkLine: Way = function* (wish) {
  const { profile } = (yield* facts()).config;
  if ((yield* guide(wish, pages[lineHelp[profile]])) === 'back') return { type: 'left' };
  const asked = tryBankAgain(wish);
  return 'type' in asked ? asked : yield* asked;
};

/** 查连接线: reader and PIN pad stand apart; a reader that is there again reads the card once more. */
export const checkParts: Way = function* (wish) {
  if ((yield* guide(wish, 'partsCable')) === 'back') return { type: 'left' };
  return (yield* facts()).readerReady
    ? { type: 'tryCard', ask: 'insertAgain' }
    : { type: 'notHelped' };
};
