import type { BankTables, TableName } from './tables.ts';
import type { TableProblem } from './validate.ts';

export type DownloadReason = 'bank' | 'byHand';

/** 参数、公钥、应用下载: all of it in one row, or nothing. */
export type DownloadEvent =
  | {
      readonly kind: 'tables.received';
      readonly why: DownloadReason;
      readonly tables: BankTables;
    }
  /** Something was wrong, so that nothing of it was taken. */
  | {
      readonly kind: 'tables.refused';
      readonly why: DownloadReason;
      readonly table: TableName;
      readonly item: string;
      readonly problem: TableProblem;
    };
