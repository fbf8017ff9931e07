import type { ContactKind } from '#src/contact/events.ts';
import type { CaseQuestion, CaseStep, ContactStep, Due, Until } from '#src/desk/view/case.ts';
import type { Kept } from '#src/privacy/retention.ts';

type By<K extends string, T = string> = Readonly<Record<K, T>>;

/** The words of a case's follow-up. */
export type CaseTexts = {
  readonly question: By<CaseQuestion>;
  readonly step: By<CaseStep>;
  readonly until: By<Until>;
  readonly contact: By<ContactStep>;
  readonly addressTitle: By<ContactKind>;
  /** Where the address will stand. */
  readonly address: By<ContactKind>;
  readonly missing: By<ContactKind>;
  readonly consent: string;
  readonly agrees: string;
  readonly callTitle: string;
  readonly called: string;
  readonly privacyTitle: string;
  readonly kept: (days: number) => By<Kept>;
  readonly next: string;
  readonly nextShort: string;
  readonly addNumber: string;
  readonly figure: string;
  readonly save: string;
  /** On a tag: until when, or since when it is overdue. `clock` is `14:00`, `date` is `2 Dec`. */
  readonly due: (due: Due, clock: string, date: string) => string;
  /** The same beside a name in a list: ten characters at most. */
  readonly dueShort: (due: Due, clock: string, date: string) => string;
  /** What an earlier case taught. */
  readonly lastTime: (lesson: string) => string;
  readonly dueTile: (count: number) => string;
  /** Of a case whose customer wrote; and at home, of the tile. */
  readonly answered: string;
  readonly answeredTile: string;
  readonly overdue: (count: number) => string;
};
