import { actionOf } from './amount.ts';
import { languages } from './customer-language.ts';
import { append, type Flow, facts, show, wait } from './flow.ts';
import { themeOf } from './queries.ts';
import type { Language } from './view.ts';

export function* chooseLanguage(): Flow<void> {
  for (;;) {
    yield* show({ name: 'language', choices: languages });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'language') continue;
    yield* setLanguage(action.language);
    return;
  }
}

export const setLanguage = (language: Language): Flow<unknown> =>
  append({ events: [{ kind: 'terminal.settingChanged', name: 'language', value: language }] });

/** Day or night: the other one. */
export function* changeTheme(): Flow<void> {
  const value = themeOf(yield* facts()) === 'light' ? 'dark' : 'light';
  yield* append({ events: [{ kind: 'terminal.settingChanged', name: 'theme', value }] });
}
