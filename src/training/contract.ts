import type { Language, Theme } from '../desk/view.ts';
import type { Incident } from '../incident/incident.ts';
import type { Hold } from '../preauth/hold.ts';
import type { ExerciseId } from './exercises.ts';

export type Training = {
  readonly exercise: ExerciseId;
  /** Name of the person who practises, for the screens and slips of the exercise. */
  readonly trainee: Readonly<Record<Language, string>>;
  readonly language: Language;
  readonly theme: Theme;
};

/** What came of an exercise: the documents of its own terminal, and what its own bank has booked. */
export type Played = {
  readonly end: 'finished' | 'left' | 'outOfTime';
  readonly seconds: number;
  /** Touches and keys of the trainee. */
  readonly taps: number;
  readonly holds: readonly Hold[];
  readonly incidents: readonly Incident[];
  /** Amounts of the holds that stand at the training bank, in minor units. */
  readonly heldAtBank: readonly number[];
};

/**
 * Plays exercises on a terminal of its own, whose link is of another type than the real one. It has no way to the real
 * journal, vault, reader or bank; only its glass and its printer are shared.
 */
export interface Trainer {
  /** Ends when the trainee is home again with what there was to do, leaves, or the time is over. Never throws. */
  play(training: Training): Promise<Played>;
}
