import type { FaultCode } from '../fault.ts';
import type { BackupAtHand, RestoreDone } from './contract.ts';

/** 恢复数据: the records are damaged, or somebody wants an older state back. */
export type RestoreScreen =
  | {
      readonly name: 'restore';
      readonly why: 'damaged' | 'wanted';
      /** `ask`: may it begin; `none`: there is nothing to begin with. */
      readonly stage: 'ask';
      readonly backup: BackupAtHand;
    }
  | {
      readonly name: 'restore';
      readonly why: 'damaged' | 'wanted';
      readonly stage: 'none';
      /** One of another terminal is here. */
      readonly foreign: boolean;
    }
  | {
      readonly name: 'restore';
      readonly why: 'damaged' | 'wanted';
      readonly stage: 'running';
      readonly percent: number;
      readonly secondsSoFar: number;
    }
  | {
      readonly name: 'restore';
      readonly why: 'damaged' | 'wanted';
      readonly stage: 'done';
      readonly done: RestoreDone;
    }
  | {
      readonly name: 'restore';
      readonly why: 'damaged' | 'wanted';
      readonly stage: 'failed';
      readonly fault: FaultCode;
    };
