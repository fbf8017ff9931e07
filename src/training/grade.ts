import type { Incident } from '../incident/incident.ts';
import type { RemedyKind } from '../recovery/evidence.ts';
import type { Played } from './contract.ts';
import type { Exercise, MoneyEnd } from './exercises.ts';

export type Mark = 'way' | 'money' | 'case' | 'time' | 'harm';
export type Well = 'good' | 'half' | 'missed';

export type Grade = {
  /** 0 to 100. */
  readonly points: number;
  readonly marks: Readonly<Record<Mark, Well>>;
};

/** Points of each mark; `harm` gives none, it takes all. */
const worth: Readonly<Record<Mark, number>> = { way: 50, money: 30, case: 10, time: 10, harm: 0 };

/** From here on an exercise counts as solved. */
export const solvedPoints = 80;

/** An exercise from what it left behind: the right way, the money, the case, the time, and nothing forbidden. */
export function gradeExercise(exercise: Exercise, played: Played): Grade {
  const harmed = begun(played.incidents).some((way) => exercise.forbidden.includes(way));
  const finished = played.end === 'finished';
  const marks: Grade['marks'] = {
    way: finished ? wayMark(exercise, played) : 'missed',
    money: finished && moneyIsRight(exercise, played) ? 'good' : 'missed',
    case: finished && caseIsLed(exercise, played) ? 'good' : 'missed',
    time: finished && played.seconds <= exercise.goalSeconds ? 'good' : 'missed',
    harm: harmed ? 'missed' : 'good',
  };
  const points = (Object.keys(worth) as Mark[]).reduce(
    (sum, mark) => sum + worth[mark] * share[marks[mark]],
    0,
  );
  return { points: harmed ? 0 : Math.round(points), marks };
}

const share: Readonly<Record<Well, number>> = { good: 1, half: 0.5, missed: 0 };

const begun = (incidents: readonly Incident[]): readonly RemedyKind[] =>
  incidents.flatMap(({ timeline }) => timeline.flatMap(({ remedy }) => remedy ?? []));

const doneWays = (incidents: readonly Incident[]): readonly RemedyKind[] =>
  incidents.flatMap(({ timeline }) =>
    timeline.flatMap(({ remedy, end }) => (end === 'done' && remedy !== undefined ? remedy : [])),
  );

function wayMark({ good, fair }: Exercise, { incidents }: Played): Well {
  const done = doneWays(incidents);
  if (done.some((way) => good.includes(way))) return 'good';
  return done.some((way) => fair.includes(way)) ? 'half' : 'missed';
}

/** The bank's book and the terminal's agree, and both say what the exercise wants. */
function moneyIsRight({ money, amountMinorUnits }: Exercise, played: Played): boolean {
  const ours = played.holds
    .filter(({ state }) => state === 'held')
    .map(({ amount }) => amount.minorUnits);
  if (ours.join() !== played.heldAtBank.join()) return false;
  if (ours.some((amount) => amount !== amountMinorUnits) || ours.length > 1) return false;
  return money.includes(endOf(ours.length, played));
}

function endOf(held: number, { incidents }: Played): MoneyEnd {
  if (held > 0) return 'held';
  return incidents.some(({ deposit }) => deposit !== undefined) ? 'deposit' : 'nothing';
}

function caseIsLed({ leavesCaseOpen }: Exercise, { incidents }: Played): boolean {
  const [incident] = incidents;
  if (incident === undefined) return false;
  return leavesCaseOpen === true || incident.state !== 'open';
}
