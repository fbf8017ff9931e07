import type { HandoverEnd } from '../../handover/events.ts';
import type { Refusal } from '../../handover/offer.ts';
import type { Saying } from '../../handover/words.ts';
import type { Money } from '../../money.ts';
import type { Named } from './common.ts';

/** One picture of a message; it changes by itself until the other terminal has seen all of them. */
export type CodePart = { readonly text: string; readonly part: number; readonly of: number };

type What = Named & {
  readonly what: 'hold' | 'case';
  readonly amount: Money;
  /** Name of the other desk. */
  readonly desk: string;
};

export type HandoverScreen =
  | (Named & {
      readonly name: 'hand-over-to';
      readonly amount: Money;
      readonly desks: readonly string[];
    })
  | (What & { readonly name: 'hand-over' } & (
        | {
            readonly phase: 'waiting';
            readonly code: CodePart;
            readonly secondsLeft: number;
            readonly lifeSeconds: number;
            readonly waitedSeconds: number;
          }
        /** To have it back, the other terminal has to say that it will never take it. */
        | { readonly phase: 'asking'; readonly code: CodePart }
        | { readonly phase: 'taken'; readonly atMs: number }
        | { readonly phase: 'ended'; readonly end: HandoverEnd; readonly charged: Money }
        | { readonly phase: 'back' }
      ))
  | {
      readonly name: 'take-over';
      readonly phase: 'collecting';
      readonly have: number;
      readonly of: number;
    }
  | (What & { readonly name: 'take-over'; readonly phase: 'offer'; readonly secondsLeft: number })
  | (What & {
      readonly name: 'take-over';
      readonly phase: 'answer';
      readonly says: Saying;
      readonly code: CodePart;
    });

export type HandoverAction =
  /** On a hold: give it away, see how it stands, or tell the other desk. */
  | { readonly type: 'handOver' }
  | { readonly type: 'takeBack' }
  /** The receiver will never take it. */
  | { readonly type: 'notHere' };

export type HandoverNotice = { readonly type: 'handoverRefused'; readonly why: Refusal };
