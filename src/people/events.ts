import type { Role } from './permissions.ts';
import type { PinSecret } from './pin.ts';

/** Who works here, who is on duty, who agreed. `operator` and `person` are numbers of people, `by` who did it. */
export type PeopleEvent =
  | {
      readonly kind: 'person.added';
      readonly person: string;
      readonly role: Role;
      readonly by: string;
    }
  | {
      readonly kind: 'person.pinChosen';
      readonly person: string;
      readonly role: Role;
      readonly secret: PinSecret;
      readonly by: string;
    }
  | {
      readonly kind: 'person.removed';
      readonly person: string;
      readonly role: Role;
      readonly by: string;
    }
  /** After a lock-out. */
  | { readonly kind: 'person.unlocked'; readonly person: string; readonly by: string }
  | { readonly kind: 'operator.signedIn'; readonly operator: string }
  | { readonly kind: 'operator.signedOff'; readonly operator: string }
  /** Nobody touched the terminal for a while. */
  | { readonly kind: 'operator.locked'; readonly operator: string }
  /** A PIN was entered: durable before it is compared, so that a power cut gives no free try. */
  | {
      readonly kind: 'operator.tried';
      readonly operator?: string;
      readonly purpose: string;
      readonly attempt: number;
    }
  | { readonly kind: 'operator.approved'; readonly operator: string; readonly purpose: string }
  /** The table of permissions says never. */
  | { readonly kind: 'operator.notAllowed'; readonly operator: string; readonly purpose: string }
  /** The PIN was wrong; `lockedOut`: it was one time too often. */
  | {
      readonly kind: 'operator.refused';
      readonly operator: string;
      readonly purpose: string;
      readonly lockedOut: boolean;
    };
