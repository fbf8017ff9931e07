import type { Language } from './common.ts';

/** What the settings may lead to; a row of `desk/menu.ts` makes it stand there. */
export type MenuId =
  | 'language'
  | 'theme'
  | 'status'
  | 'ownPin'
  | 'operators'
  | 'signOff'
  | 'reports'
  | 'bulletins'
  | 'calls'
  | 'inspection'
  | 'emergencyPlan'
  | 'training'
  | 'restore'
  | 'privacy'
  | 'testLine'
  | 'keys'
  | 'bankParameters'
  | 'update'
  | 'supportBundle';

export type MenuScreen =
  | {
      readonly name: 'settings';
      readonly rows: readonly { readonly id: MenuId; readonly icon: string }[];
      readonly merchantId: string;
      readonly terminalId: string;
      readonly version: string;
      readonly signedIn: boolean;
    }
  | { readonly name: 'language'; readonly choices: readonly Language[] }
  /** The card asks for a language that the terminal has not: the customer chooses. */
  | { readonly name: 'choose-language'; readonly choices: readonly Language[] };

export type MenuAction =
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'menu'; readonly id: MenuId };
