import { answerCode } from '#src/acquirer/answer-codes.ts';
import type { Language } from '#src/desk/view.ts';
import type { Evidence } from '#src/recovery/evidence.ts';
import answerCodeTexts from './answer-codes.ts';
import type { Texts } from './texts.ts';

/**
 * What the bank's answer code means, for the line below the headline. Codes that ask to keep the card have none:
 * the customer may read along, and the alert is not for them.
 */
export function answerMeaning(language: Language, code: string): string | undefined {
  return answerCode(code).family === 'capture' ? undefined : answerCodeTexts[language][code];
}

/** One line of evidence; of an answer code, its meaning. */
export function evidenceWords(texts: Texts, language: Language, evidence: Evidence): string {
  const meaning =
    evidence.type === 'answerCode' ? answerMeaning(language, evidence.code) : undefined;
  if (meaning !== undefined) return meaning;
  // Each row takes the evidence of its own type: the table is typed so, a lookup by union is not.
  const say = texts.evidence[evidence.type] as (one: Evidence) => string;
  return say(evidence);
}
