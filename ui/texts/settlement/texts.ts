/** Words for batches about which the bank says otherwise. */
export type SettlementTexts = {
  /** On the end of day: so many wait for a supervisor. */
  readonly waiting: (count: number) => string;
  /** On the closed day, in place of "all sent". */
  readonly notTaken: string;
  readonly title: string;
  readonly closed: string;
  readonly ours: (count: number) => string;
  readonly bank: (count: number) => string;
  readonly bankSilent: string;
  readonly unknown: string;
  readonly sent: string;
  readonly refusedRecords: string;
  readonly withoutNumber: string;
  readonly endRefused: (code: string) => string;
  readonly allSent: string;
  readonly cleared: string;
  readonly clearedHint: string;
  readonly next: string;
};
