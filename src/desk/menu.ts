import type { Action } from '../people/permissions.ts';
import { wantRestore } from '../restore/flow.ts';
import type { Flow } from './flow.ts';
import { showLine } from './line.ts';
import { changeTheme, chooseLanguage } from './preferences.ts';
import { showStatus } from './status.ts';
import type { MenuId } from './view/menu.ts';

/** One row of the settings. Its words are `menu[id]` in `ui/texts`; who may open it says the table of permissions. */
export type MenuRow = {
  readonly id: MenuId;
  /** A picture of `ui/icons`. */
  readonly icon: string;
  readonly may: Action;
  readonly open: (terminal: { readonly version: string }) => Flow<void>;
};

/** 设置: a row each, in the order of the screen. One more area: one more line. */
export const menu: readonly MenuRow[] = [
  { id: 'language', icon: 'person', may: 'language', open: chooseLanguage },
  { id: 'theme', icon: 'settings', may: 'theme', open: changeTheme },
  { id: 'status', icon: 'shield', may: 'status', open: ({ version }) => showStatus(version) },
  { id: 'restore', icon: 'backup', may: 'restore', open: wantRestore },
  { id: 'testLine', icon: 'network', may: 'status', open: () => showLine(['test', 'signIn']) },
  {
    id: 'bankParameters',
    icon: 'bank',
    may: 'bankParameters',
    open: () => showLine(['update', 'test', 'signIn', 'signOff']),
  },
];
