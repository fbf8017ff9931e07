import type { Channel } from '../contact/events.ts';
import type { SecondPlaceEnd } from '../safekeeping.ts';
import type { Trouble } from './counters.ts';

/** What puts a part right again. */
export type Repair =
  | 'signIn'
  | 'cardTables'
  | 'banks'
  | 'fetchTables'
  | 'testLine'
  | 'backUp'
  | 'putStick'
  | 'drill'
  | 'clean'
  | 'inspect'
  | 'askUpdate'
  | 'none';

/** Who may: anybody, a technician with the PIN, or somebody who is not at this terminal. */
export type RepairedBy = 'anybody' | 'technician' | 'bank' | 'shop';

export type SecondPlaceTrouble = Exclude<SecondPlaceEnd, 'done'>;

/** Which devices answer, besides the reader and the printer. */
export type DevicesThere = {
  readonly pinPad: boolean;
  readonly head: 'there' | 'gone' | 'none';
  /** Ways to customers; `trouble`: what stood in the way when the driver last looked. */
  readonly messages: readonly { readonly channel: Channel; readonly trouble?: string }[];
};

/** One line of the self-check: a part, whether it is well, and what makes it so. */
export type Check = {
  readonly well: boolean;
  /** Only of a part that is not well. */
  readonly repair?: { readonly to: Repair; readonly by: RepairedBy };
} & CheckFacts;

type CheckFacts =
  | {
      readonly item: 'cardTables';
      readonly applications: number;
      readonly keys: number;
      /** Keys of card schemes whose date is over, and those whose own hash says that they are damaged. */
      readonly expired: number;
      readonly damaged: number;
      /** Schemes of the banks of the table that lack their card kinds or every key. */
      readonly lacking: readonly string[];
      /** The first date on which a key that still holds ends, YYYYMMDD. */
      readonly until?: string;
      /** When the bank last gave tables, whether they are too old, and whether the last ones were not taken. */
      readonly updatedAtMs?: number;
      readonly outdated: boolean;
      readonly wanted: boolean;
      readonly updateRefused: boolean;
    }
  | {
      readonly item: 'banks';
      readonly banks: number;
      /** First digits that two banks claim, or that no card brand has. */
      readonly doubled?: string;
      readonly strange?: string;
    }
  | { readonly item: 'keys'; readonly signedInSinceMs?: number }
  | {
      readonly item: 'merchant';
      readonly terminalId: string;
      readonly problem?: 'empty' | 'noName';
    }
  /** By how much the bank's clock was ahead at the last sign-in. */
  | { readonly item: 'clock'; readonly offsetSeconds?: number }
  | { readonly item: 'line' }
  | { readonly item: 'reader' }
  | { readonly item: 'head' }
  | { readonly item: 'pinPad' }
  /** The first way to customers that does not work, and what stands in its way. */
  | { readonly item: 'messages'; readonly channel?: Channel; readonly trouble?: string }
  | {
      readonly item: 'cleaning';
      readonly reads: number;
      readonly sinceMs?: number;
      readonly now: Trouble;
      readonly before?: Trouble;
      readonly why?: 'chipTrouble' | 'stripeTrouble' | 'manyReads';
      readonly weakTrack?: number;
    }
  | {
      readonly item: 'inspection';
      /** Tasks that wait for somebody, and when the next one does. */
      readonly waiting: number;
      readonly nextAtMs?: number;
    }
  | { readonly item: 'paper'; readonly paper: 'ok' | 'low' | 'out' | 'gone' }
  | { readonly item: 'storage'; readonly freePercent?: number }
  | {
      readonly item: 'backup';
      readonly atMs?: number;
      readonly failed: boolean;
      /** What went wrong with the last copy at the second place. */
      readonly secondPlace?: SecondPlaceTrouble;
    }
  | {
      readonly item: 'drill';
      readonly atMs?: number;
      readonly ok: boolean;
      /** How long the restore took. */
      readonly seconds?: number;
      /** The newest backup is damaged; from then is the newest that is good. */
      readonly goodFromMs?: number;
    }
  | {
      readonly item: 'version';
      readonly version: string;
      readonly sinceMs?: number;
      /** An update was asked for. */
      readonly askedUntilMs?: number;
    };

export type CheckItem = Check['item'];
