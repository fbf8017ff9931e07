import type { Config } from '../config/schema.ts';

/** Somebody's decision, not a guess: once is enough. */
type Decided = 'captureCode' | 'listedCard' | 'refusedBefore';
const decided: ReadonlySet<string> = new Set<Decided>([
  'captureCode',
  'listedCard',
  'refusedBefore',
]);
const isDecided = (signal: Signal): signal is Decided => decided.has(signal);

/** What is looked for. */
export type Signal = keyof Config['fraud']['from'] | Decided;

/** How often each was seen around one wish of a customer; what is not named was not seen. */
export type Seen = Partial<Readonly<Record<Signal, number>>>;

export type SignalSeen = {
  readonly signal: Signal;
  readonly count: number;
  readonly points: number;
};

export type Suspicion = { readonly points: number; readonly signals: readonly SignalSeen[] };

type Row = {
  /** For each time that it was seen. */
  readonly points: number;
  /** By itself for the supervisor alone: it speaks for no cause and takes no way out away. */
  readonly supervisorOnly: boolean;
};

const row = (points: number, { supervisorOnly = false } = {}): Row => ({ points, supervisorOnly });

/** One odd thing is no suspicion: what happens to honest people stays below the alert. */
const table: Readonly<Record<Signal, Row>> = {
  // Two people with three cards that the bank refuses are rare; a list of stolen numbers is not.
  manyCards: row(30),
  numberChanging: row(35),
  againstSlip: row(50),
  amountsSplit: row(35),
  // A travel agency pays for its guests with one card.
  sameNumberOften: row(10, { supervisorOnly: true }),
  chipAvoided: row(25),
  voiceCodeRefused: row(50),
  captureCode: row(100),
  // The acquirer lists it: lost, stolen or forged.
  listedCard: row(100),
  refusedBefore: row(100),
};

/** Adds up what was seen often enough. Pure; strongest first. */
export function suspicionOf(seen: Seen, { from }: Config['fraud']): Suspicion {
  const least = (signal: Signal): number => (isDecided(signal) ? 1 : from[signal]);
  const signals = (Object.keys(table) as Signal[])
    .map((signal) => ({ signal, count: seen[signal] ?? 0 }))
    .filter(({ signal, count }) => count >= least(signal))
    .map(({ signal, count }) => ({ signal, count, points: count * table[signal].points }))
    .sort((one, other) => other.points - one.points);
  return { points: signals.reduce((sum, { points }) => sum + points, 0), signals };
}

export const isAlarming = ({ points }: Suspicion, { alertFrom }: Config['fraud']): boolean =>
  points >= alertFrom;

/** Enough for an alert, and not by signals alone that are the supervisor's: then it is evidence of the cause. */
export const isEvidence = (suspicion: Suspicion, config: Config['fraud']): boolean =>
  isAlarming(suspicion, config) &&
  suspicion.signals.some(({ signal }) => !table[signal].supervisorOnly);

/**
 * Answers of a bank that a list of stolen numbers gets: no such card, expired, restricted, capture. A limit, a wrong
 * PIN or too little money is what honest people get.
 */
const unlike = ['05', '14', '36', '54', '57', '59', '62', '63'];
const capture = ['04', '07', '34', '35', '37', '41', '43'];

export const isCaptureCode = (code: string): boolean => capture.includes(code) || code === '36';
export const tellsOfTrying = (code: string): boolean =>
  unlike.includes(code) || capture.includes(code);
