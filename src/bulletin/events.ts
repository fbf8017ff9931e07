import type { BulletinChanges, BulletinKind } from './format.ts';

export type Issuer = 'bank' | 'vendor' | 'merchant';
type Both = { readonly 'zh-CN': string; readonly en: string };

/** A bulletin that was signed by somebody who may publish here. Times are ms since the epoch. */
export type Published = {
  /** Of the issuer and the number: `bank-17`. */
  readonly id: string;
  readonly issuer: Issuer;
  readonly issuerName: Both;
  readonly number: number;
  readonly kind: BulletinKind;
  readonly bins: readonly string[];
  readonly title: Both;
  readonly text: Both;
  readonly fromMs: number;
  readonly untilMs?: number;
  readonly withdraws: readonly number[];
  readonly changes?: BulletinChanges;
  /** SHA-256 of what was signed, hex. */
  readonly digest: string;
};

/** Why nothing of a file was taken. */
export type BulletinProblem =
  | 'tooLarge'
  | 'format'
  | 'newerFormat'
  | 'unknownSigner'
  | 'signature'
  | 'expired'
  | 'olderNumber'
  | 'notAllowed';

export type Refused = {
  /** As it was called on the stick; never longer than 60 characters. */
  readonly file: string;
  readonly digest: string;
  readonly problem: BulletinProblem;
  readonly issuer?: Issuer;
  readonly number?: number;
  /** What it wanted to change and may not. */
  readonly item?: string;
};

export type BulletinEvent =
  | ({ readonly kind: 'bulletin.received' } & { readonly bulletin: Published })
  | ({ readonly kind: 'bulletin.refused' } & { readonly refused: Refused })
  /** Read and understood by this operator. */
  | { readonly kind: 'bulletin.acknowledged'; readonly id: string; readonly operator: string };
