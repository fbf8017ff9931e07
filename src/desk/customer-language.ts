import { commonLanguage } from '../emv/language.ts';
import { type Flow, show, wait } from './flow.ts';
import type { Language } from './view.ts';

export const languages: readonly Language[] = ['zh-CN', 'en'];

/**
 * The language to speak to the customer (EMV 4.4 Book 4 §11.1): the first of the card's that we have; when it names
 * only others, the customer chooses; when it names none, the shop's (undefined).
 */
export function* customerLanguage(preference: readonly string[]): Flow<Language | undefined> {
  const common = commonLanguage(preference, languages);
  return common !== undefined || preference.length === 0 ? common : yield* chooseLanguage();
}

function* chooseLanguage(): Flow<Language | undefined> {
  yield* show({ name: 'choose-language', choices: languages });
  for (;;) {
    const event = yield* wait();
    if (event.type === 'cardRemoved') return undefined;
    if (event.type !== 'action') continue;
    if (event.action.type === 'language') return event.action.language;
    if (event.action.type === 'back' || event.action.type === 'cancel') return undefined;
  }
}
