import { actionOf } from './amount.ts';
import { languages } from './customer-language.ts';
import { append, type Flow, facts, show, wait } from './flow.ts';
import { showStatus } from './status.ts';
import type { Language } from './view.ts';

export function* showSettings(version: string): Flow<void> {
  for (;;) {
    const { config, signedIn } = yield* facts();
    const { merchantId, terminalId } = config.merchant;
    yield* show({ name: 'settings', merchantId, terminalId, version, signedIn });
    const action = actionOf(yield* wait());
    if (action?.type === 'go' && action.to === 'language') yield* chooseLanguage();
    if (action?.type === 'go' && action.to === 'status') yield* showStatus(version);
    if (action?.type === 'language') yield* setLanguage(action.language);
    if (action?.type === 'theme')
      yield* append({
        events: [{ kind: 'terminal.settingChanged', name: 'theme', value: action.theme }],
      });
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
}

function* chooseLanguage(): Flow<void> {
  for (;;) {
    yield* show({ name: 'language', choices: languages });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'language') continue;
    yield* setLanguage(action.language);
    return;
  }
}

const setLanguage = (language: Language): Flow<unknown> =>
  append({ events: [{ kind: 'terminal.settingChanged', name: 'language', value: language }] });
