import type { Decision } from '../../fraud/events.ts';
import type { SignalSeen } from '../../fraud/score.ts';
import type { Money } from '../../money.ts';
import type { Named } from './common.ts';

/** Screens that only a supervisor opens: never in front of the customer. */
export type CallScreen =
  | {
      readonly name: 'calls';
      readonly rows: readonly {
        readonly alertId: string;
        readonly call: number;
        readonly atMs: number;
      }[];
    }
  | (Named & {
      readonly name: 'call';
      readonly call: number;
      readonly atMs: number;
      readonly amount: Money;
      readonly signals: readonly SignalSeen[];
      readonly bankCalled: boolean;
    })
  | {
      readonly name: 'call-decision';
      readonly call: number;
      readonly hotline: string;
    };

export type CallAction =
  | { readonly type: 'call'; readonly alertId: string }
  | { readonly type: 'decide'; readonly decision: Decision };
