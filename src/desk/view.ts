import type { RestoreScreen } from '../restore/screens.ts';
import type { BulletinAction, BulletinScreen } from './view/bulletin.ts';
import type { CallAction, CallScreen } from './view/call.ts';
import type { CareAction, CareScreen } from './view/care.ts';
import type { CaseAction, CaseScreen } from './view/case.ts';
import type { Language, Strip, Theme } from './view/common.ts';
import type { DayAction, DayScreen } from './view/day.ts';
import type { HandoverAction, HandoverScreen } from './view/handover.ts';
import type { HomeScreen } from './view/home.ts';
import type { KeysAction, KeysScreen } from './view/keys.ts';
import type { LifeAction, LifeScreen } from './view/life.ts';
import type { LinkAction, LinkScreen } from './view/link.ts';
import type { MenuAction, MenuScreen } from './view/menu.ts';
import type { NoticeScreen } from './view/notice.ts';
import type { NumberAction, NumberScreen } from './view/number.ts';
import type { PeopleAction, PeopleScreen } from './view/people.ts';
import type { ReportAction, ReportScreen } from './view/report.ts';
import type { TakeAction, TakeScreen } from './view/take.ts';
import type { TrainingAction, TrainingScreen } from './view/training.ts';
import type { WaysAction, WaysScreen } from './view/ways.ts';
import type { WhyAction, WhyScreen } from './view/why.ts';

export type { Check } from '../care/check.ts';
export type { CaseRow } from './view/case.ts';
export type { Language, Named, PrintState, Strip, Theme } from './view/common.ts';
export type { HistoryLine, HoldRow } from './view/life.ts';
export type { Notice } from './view/notice.ts';
export type { Step } from './view/take.ts';

/**
 * What the person in front of the terminal sees: facts, not words. A screen is a function of it; `ui/texts` has
 * the words. Times are ms since the epoch unless they say otherwise.
 */
export type View = {
  readonly language: Language;
  readonly theme: Theme;
  readonly strip: Strip;
  readonly screen: Screen;
};

export type Screen =
  | BulletinScreen
  | CallScreen
  | CareScreen
  | CaseScreen
  | DayScreen
  | HandoverScreen
  | HomeScreen
  | KeysScreen
  | LifeScreen
  | LinkScreen
  | MenuScreen
  | NoticeScreen
  | NumberScreen
  | PeopleScreen
  | ReportScreen
  | RestoreScreen
  | TakeScreen
  | TrainingScreen
  | WaysScreen
  | WhyScreen;

export type ScreenName = Screen['name'];
export type ScreenOf<N extends ScreenName> = Extract<Screen, { name: N }>;

/** What a cashier does; each touchable node of a screen carries one. `POST /api/touch {id}` names the node. */
export type CashierAction =
  | BulletinAction
  | CallAction
  | CareAction
  | CaseAction
  | HandoverAction
  | KeysAction
  | LifeAction
  | DayAction
  | LinkAction
  | MenuAction
  | NumberAction
  | PeopleAction
  | ReportAction
  | TakeAction
  | TrainingAction
  | WaysAction
  | WhyAction
  | {
      readonly type: 'go';
      readonly to:
        | 'preauth'
        | 'holds'
        | 'cases'
        | 'report'
        | 'endOfDay'
        | 'differing'
        | 'settings'
        | 'status'
        | 'emergency'
        | 'calls'
        | 'ways'
        | 'home';
    }
  | { readonly type: 'back' }
  | {
      readonly type: 'digit';
      readonly digit: '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00';
    }
  | { readonly type: 'clear' }
  | { readonly type: 'cancel' }
  | { readonly type: 'enter' }
  | {
      readonly type: 'field';
      readonly field:
        | 'amount'
        | 'note'
        | 'number'
        | 'expiry'
        | 'code'
        | 'agent'
        | 'date'
        | 'last4'
        | 'none';
    }
  /** The large button at the bottom. */
  | { readonly type: 'primary' }
  | { readonly type: 'print' };
