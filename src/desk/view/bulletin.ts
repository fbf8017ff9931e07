import type { BulletinProblem, Issuer } from '../../bulletin/events.ts';
import type { BulletinChanges, BulletinKind } from '../../bulletin/format.ts';
import type { BulletinState } from '../../bulletin/kept.ts';
import type { FaultCode } from '../../fault.ts';
import type { Money } from '../../money.ts';

type Both = Readonly<Record<'zh-CN' | 'en', string>>;

export type BulletinRow = {
  readonly id: string;
  readonly kind: BulletinKind;
  readonly title: Both;
  readonly state: BulletinState;
  readonly fromMs: number;
  readonly untilMs?: number;
  /** By the person on duty. */
  readonly read: boolean;
};

/** How the last look by hand ended. */
export type Looked = {
  readonly taken: number;
  /** The first file that was not taken. */
  readonly refused?: { readonly file: string; readonly problem: BulletinProblem };
  readonly fault?: FaultCode;
};

export type BulletinScreen =
  | {
      readonly name: 'bulletins';
      readonly rows: readonly BulletinRow[];
      /** The newest file that was not taken, and when. */
      readonly refused?: {
        readonly file: string;
        readonly problem: BulletinProblem;
        readonly atMs: number;
      };
      /** Being looked for, for so many seconds. */
      readonly looking?: number;
      readonly looked?: Looked;
    }
  | (BulletinRow & {
      readonly name: 'bulletin';
      readonly issuer: Issuer;
      readonly issuerName: Both;
      readonly number: number;
      readonly text: Both;
      readonly changes: BulletinChanges;
      readonly maximumHold?: Money;
      /** First digits of the cards it concerns; none: the acquirer itself. */
      readonly bins: readonly string[];
    });

export type BulletinAction = { readonly type: 'bulletin'; readonly id: string };
