import type { DocumentReader } from '../journal/documents.ts';
import type { EvidenceOf } from './evidence.ts';

/** What a bank announced: an outage, a maintenance window. */
export type Bulletin = {
  readonly id: string;
  /** First digits of the numbers of its cards; none means the acquirer itself. */
  readonly bins: readonly string[];
  readonly text: { readonly 'zh-CN': string; readonly en: string };
  readonly fromMs: number;
  readonly untilMs?: number;
};

/**
 * Bulletins in force now that concern the acquirer or this card, in the order they were published. They are the
 * document `bulletins`; none has come yet when it is not there.
 */
export function bulletinsInForce(
  documents: DocumentReader,
  nowMs: number,
  firstDigits: string | undefined,
): readonly Bulletin[] {
  const all = documents.get('counter', 'bulletins')?.body as readonly Bulletin[] | undefined;
  return (all ?? []).filter(
    ({ bins, fromMs, untilMs }) =>
      fromMs <= nowMs &&
      (untilMs === undefined || nowMs < untilMs) &&
      (bins.length === 0 || bins.some((bin) => firstDigits?.startsWith(bin) === true)),
  );
}

/** As evidence; `until` is the local time of day, `15:00`. */
export const bulletinEvidence = (
  { text, untilMs }: Bulletin,
  language: 'zh-CN' | 'en',
  timeOfDay: (ms: number) => string,
): EvidenceOf<'bulletin'> => ({
  type: 'bulletin',
  text: text[language],
  ...(untilMs === undefined ? {} : { until: timeOfDay(untilMs) }),
});
