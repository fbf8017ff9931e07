import { type Kept, keptBulletins, stateOf } from '../bulletin/kept.ts';
import type { DocumentReader } from '../journal/documents.ts';
import type { EvidenceOf } from './evidence.ts';

/** What explains a bank that does not answer; a new rule or new cards explain nothing. */
const explains: ReadonlySet<Kept['kind']> = new Set<Kept['kind']>(['outage', 'maintenance']);

/** Bulletins in force now that concern the acquirer or this card, in the order they were published. */
export const bulletinsInForce = (
  documents: DocumentReader,
  nowMs: number,
  firstDigits: string | undefined,
): readonly Kept[] =>
  keptBulletins(documents).filter(
    (one) =>
      explains.has(one.kind) &&
      stateOf(one, nowMs) === 'inForce' &&
      (one.bins.length === 0 || one.bins.some((bin) => firstDigits?.startsWith(bin) === true)),
  );

/** As evidence: the title, and below it the text; `until` is the local time of day, `15:00`. */
export const bulletinEvidence = (
  { title, text, untilMs }: Pick<Kept, 'title' | 'text' | 'untilMs'>,
  language: 'zh-CN' | 'en',
  timeOfDay: (ms: number) => string,
): EvidenceOf<'bulletin'> => ({
  type: 'bulletin',
  text: `${title[language]}\n${text[language]}`,
  ...(untilMs === undefined ? {} : { until: timeOfDay(untilMs) }),
});
