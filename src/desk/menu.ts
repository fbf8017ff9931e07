import type { Action } from '../people/permissions.ts';
import { wantRestore } from '../restore/flow.ts';
import { showBulletins } from './bulletins.ts';
import { showCalls } from './calls.ts';
import { showEmergency } from './care/emergency.ts';
import { showInspection } from './care/inspection.ts';
import { showSupport } from './care/support.ts';
import { changeOwnPin } from './choose-pin.ts';
import type { Flow } from './flow.ts';
import { showLine } from './line.ts';
import { showKeys } from './load-keys.ts';
import { showPeople } from './people.ts';
import { changeTheme, chooseLanguage } from './preferences.ts';
import { showPrivacy } from './privacy.ts';
import { signOff } from './sign-in.ts';
import { showStatus } from './status.ts';
import { showTraining } from './training.ts';
import type { MenuId } from './view/menu.ts';

/** One row of the settings. Its words are `menu[id]` in `ui/texts`; who may open it says the table of permissions. */
export type MenuRow = {
  readonly id: MenuId;
  /** A picture of `ui/icons`. */
  readonly icon: string;
  readonly may: Action;
  /** `by`: who is answerable for it, the person on duty or who agreed. */
  readonly open: (about: { readonly version: string; readonly by: string }) => Flow<void>;
};

/** 设置: a row each, in the order of the screen. One more area: one more line. */
export const menu: readonly MenuRow[] = [
  { id: 'language', icon: 'person', may: 'language', open: chooseLanguage },
  { id: 'theme', icon: 'settings', may: 'theme', open: changeTheme },
  { id: 'training', icon: 'training', may: 'training', open: showTraining },
  {
    id: 'emergencyPlan',
    icon: 'warning',
    may: 'emergencyPlan',
    open: () => showEmergency(),
  },
  { id: 'ownPin', icon: 'key', may: 'ownPin', open: changeOwnPin },
  { id: 'operators', icon: 'person', may: 'operators', open: ({ by }) => showPeople(by) },
  { id: 'signOff', icon: 'handover', may: 'signOff', open: signOff },
  { id: 'status', icon: 'shield', may: 'status', open: ({ version }) => showStatus(version) },
  { id: 'calls', icon: 'phone', may: 'calls', open: ({ by }) => showCalls(by) },
  { id: 'bulletins', icon: 'info', may: 'bulletins', open: showBulletins },
  { id: 'privacy', icon: 'info', may: 'status', open: showPrivacy },
  {
    id: 'supportBundle',
    icon: 'download',
    may: 'supportBundle',
    open: ({ version, by }) => showSupport(version, by),
  },
  { id: 'inspection', icon: 'calendar', may: 'inspection', open: showInspection },
  { id: 'restore', icon: 'backup', may: 'restore', open: ({ by }) => wantRestore(by) },
  { id: 'keys', icon: 'key', may: 'keys', open: ({ by }) => showKeys(by) },
  { id: 'testLine', icon: 'network', may: 'status', open: () => showLine(['test', 'signIn']) },
  {
    id: 'bankParameters',
    icon: 'bank',
    may: 'bankParameters',
    open: () => showLine(['update', 'test', 'signIn', 'signOff']),
  },
];
