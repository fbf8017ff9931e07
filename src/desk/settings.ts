import { actionOf } from './amount.ts';
import { permit } from './authorise.ts';
import { type Facts, type Flow, facts, show, wait } from './flow.ts';
import { menu } from './menu.ts';
import { setLanguage } from './preferences.ts';
import { dutyOf, mayBegin } from './queries.ts';
import type { MenuId } from './view/menu.ts';

/** A terminal of the training trains nobody in its turn. */
const isHere = (id: MenuId, { canTrain }: Facts): boolean => id !== 'training' || canTrain;

/** 设置: the rows of the menu that this person may begin, and which terminal this is. */
export function* showSettings(version: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const { merchantId, terminalId } = now.config.merchant;
    const offered = menu.filter(({ id, may }) => isHere(id, now) && mayBegin(may, now));
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
      if (row !== undefined) {
        const permitted = yield* permit(row.may);
        if (permitted.allowed) yield* row.open({ version, by: permitted.by ?? now.operator });
      }
      if (dutyOf(yield* facts()).state !== 'on') return;
    }
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
}
