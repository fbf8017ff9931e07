import { actionOf } from './amount.ts';
import { permit } from './authorise.ts';
import { type Flow, facts, show, wait } from './flow.ts';
import { menu } from './menu.ts';
import { setLanguage } from './preferences.ts';
import { mayBegin } from './queries.ts';

/** 设置: the rows of the menu that this person may begin, and which terminal this is. */
export function* showSettings(version: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const { merchantId, terminalId } = now.config.merchant;
    const offered = menu.filter(({ may }) => mayBegin(may, now));
    const rows = offered.map(({ id, icon }) => ({ id, icon }));
    yield* show({
      name: 'settings',
      rows,
      merchantId,
      terminalId,
      version,
      signedIn: now.signedIn,
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'language') yield* setLanguage(action.language);
    if (action?.type === 'menu') {
      const row = offered.find(({ id }) => id === action.id);
      if (row !== undefined && (yield* permit(row.may)).allowed) yield* row.open({ version });
    }
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
}
