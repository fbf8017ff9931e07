import type { Config } from '../config/schema.ts';

/** What is looked for; `captureCode` and `refusedBefore` are somebody's decision, not a guess. */
export type Signal = keyof Config['fraud']['from'] | 'captureCode' | 'refusedBefore';

/** How often each was seen around one wish of a customer; what is not named was not seen. */
export type Seen = Partial<Readonly<Record<Signal, number>>>;

export type SignalSeen = {
  readonly signal: Signal;
  readonly count: number;
  readonly points: number;
};

export type Suspicion = { readonly points: number; readonly signals: readonly SignalSeen[] };

/** Points for each time. One odd thing is no suspicion: what happens to honest people stays below the alert. */
const pointsEach: Readonly<Record<Signal, number>> = {
  // Two people with three cards that the bank refuses are rare; a list of stolen numbers is not.
  manyCards: 30,
  numberChanging: 35,
  againstSlip: 50,
  amountsSplit: 35,
  // A travel agency pays for its guests with one card.
  sameNumberOften: 10,
  chipAvoided: 25,
  voiceCodeRefused: 50,
  captureCode: 100,
  refusedBefore: 100,
};

/** Adds up what was seen often enough. Pure; strongest first. */
export function suspicionOf(seen: Seen, { from }: Config['fraud']): Suspicion {
  const least = (signal: Signal): number =>
    signal === 'captureCode' || signal === 'refusedBefore' ? 1 : from[signal];
  const signals = (Object.keys(pointsEach) as Signal[])
    .map((signal) => ({ signal, count: seen[signal] ?? 0 }))
    .filter(({ signal, count }) => count >= least(signal))
    .map(({ signal, count }) => ({ signal, count, points: count * pointsEach[signal] }))
    .sort((one, other) => other.points - one.points);
  return { points: signals.reduce((sum, { points }) => sum + points, 0), signals };
}

export const isAlarming = ({ points }: Suspicion, { alertFrom }: Config['fraud']): boolean =>
  points >= alertFrom;

/**
 * Answers of a bank that a list of stolen numbers gets: no such card, expired, restricted, capture. A limit, a wrong
 * PIN or too little money is what honest people get.
 */
const unlike = ['05', '14', '36', '54', '57', '59', '62', '63'];
const capture = ['04', '07', '34', '35', '37', '41', '43'];

export const isCaptureCode = (code: string): boolean => capture.includes(code) || code === '36';
export const tellsOfTrying = (code: string): boolean =>
  unlike.includes(code) || capture.includes(code);
