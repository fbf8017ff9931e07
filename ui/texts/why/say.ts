import type { Language } from '#src/desk/view.ts';
import type { Diagnosis } from '#src/recovery/evidence.ts';
import type { SaidWords } from '#src/report/case-report.ts';
import { evidenceWords } from '../answers.ts';
import { en } from '../en.ts';
import type { Texts } from '../texts.ts';
import { zhCN } from '../zh-CN.ts';

/** A diagnosis in words: the headline, what speaks for it, what else it may be, and what would settle it. */
type SaidDiagnosis = {
  readonly finding: string;
  readonly cause: string;
  readonly because: readonly string[];
  readonly alternatives: readonly string[];
  readonly nextTest?: string;
};

function sayIn(texts: Texts, language: Language, diagnosis: Diagnosis): SaidDiagnosis {
  const { finding, cause, because, alternatives, nextTest } = diagnosis;
  return {
    finding: texts.finding[finding],
    cause: texts.cause[cause],
    because: because.map((one) => evidenceWords(texts, language, one)),
    alternatives: alternatives.map((one) => texts.cause[one]),
    ...(nextTest === undefined
      ? {}
      : {
          nextTest:
            nextTest.type === 'question'
              ? texts.settle.question[nextTest.question]
              : texts.settle.test[nextTest.test],
        }),
  };
}

const textsIn = { en, 'zh-CN': zhCN } as const;

/** The same words one by one, for reports. */
export const said: SaidWords = {
  finding: (language, finding) => textsIn[language].finding[finding],
  evidence: (language, evidence) => evidenceWords(textsIn[language], language, evidence),
};

export const sayDiagnosis = (diagnosis: Diagnosis) => ({
  en: sayIn(en, 'en', diagnosis),
  'zh-CN': sayIn(zhCN, 'zh-CN', diagnosis),
});
