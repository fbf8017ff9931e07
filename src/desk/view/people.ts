import type { Action, Role } from '../../people/permissions.ts';
import type { WeakPin } from '../../people/pin.ts';
import type { Language } from './common.ts';

export type PersonRow = {
  readonly id: string;
  readonly role: Role;
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>;
  /** Too many wrong PINs. */
  readonly lockedOut: boolean;
};

export type PeopleScreen =
  | {
      readonly name: 'supervisor';
      readonly purpose: Action;
      /** Whose PIN is wanted. */
      readonly role: Role;
      readonly who: Readonly<Record<Language, string>>;
      /** Somebody else may agree as well. */
      readonly others: boolean;
      readonly digits: number;
      readonly wrong: boolean;
      /** Locked for so many seconds after wrong tries. */
      readonly lockedSeconds: number;
      /** Too many wrong tries: somebody else has to unlock this person. */
      readonly lockedOut: boolean;
    }
  /** Nobody is at the terminal: who are you? Or, to agree to something: who agrees? */
  | {
      readonly name: 'sign-in';
      readonly why: 'signIn' | 'locked' | 'agree';
      readonly rows: readonly PersonRow[];
      /** On duty while the terminal is locked. */
      readonly onDuty?: string;
    }
  /** A person's own PIN: to sign in, or to choose a new one. */
  | {
      readonly name: 'own-pin';
      readonly step: 'signIn' | 'old' | 'new' | 'again';
      readonly person: PersonRow;
      readonly digits: number;
      readonly leastDigits: number;
      readonly problem?: 'wrong' | 'differs' | WeakPin;
      readonly lockedSeconds: number;
    }
  /** A terminal that nobody works at yet: who chooses a PIN next. */
  | { readonly name: 'first-start'; readonly role: Role; readonly id: string }
  | { readonly name: 'people'; readonly rows: readonly PersonRow[] }
  | {
      readonly name: 'person';
      readonly person: PersonRow;
      readonly hasPin: boolean;
      readonly can: { readonly unlock: boolean; readonly remove: boolean };
      /** To be removed: asked once more. */
      readonly removing: boolean;
    }
  | { readonly name: 'add-person'; readonly roles: readonly Role[] };

export type PeopleAction =
  | { readonly type: 'person'; readonly id: string }
  | { readonly type: 'role'; readonly role: Role }
  /** Not the person who was asked: another one agrees. */
  | { readonly type: 'otherPerson' }
  | { readonly type: 'addPerson' }
  | { readonly type: 'newPin' }
  | { readonly type: 'unlockPerson' }
  | { readonly type: 'removePerson' };
