import type { Role } from '#src/people/permissions.ts';
import type { WeakPin } from '#src/people/pin.ts';

/** Words about who works here and who is at the terminal. */
export type PeopleTexts = {
  readonly role: Readonly<Record<Role, string>>;
  readonly signIn: Readonly<Record<'signIn' | 'locked' | 'agree', string>>;
  readonly comeBack: (name: string) => string;
  readonly lockedOut: string;
  readonly step: Readonly<Record<'signIn' | 'old' | 'new' | 'again', string>>;
  readonly problem: Readonly<Record<'differs' | WeakPin, string>>;
  readonly leastDigits: (digits: number) => string;
  readonly firstStart: {
    readonly title: string;
    readonly text: string;
    readonly who: Readonly<Record<Role, string>>;
    readonly next: string;
  };
  readonly people: string;
  readonly add: string;
  readonly addTitle: string;
  readonly newPin: string;
  readonly unlock: string;
  readonly remove: string;
  readonly noPin: string;
  readonly removeQuestion: string;
  readonly holdToRemove: string;
};
