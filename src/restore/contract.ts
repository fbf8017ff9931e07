/** A backup that stood where backups are kept. */
export type BackupAtHand = {
  readonly takenMs: number;
  readonly place: 'device' | 'secondPlace';
  /** Of another terminal: only the command restores it, with the key of the merchant or the vendor. */
  readonly foreign?: true;
};

/** What a restore brought back. */
export type RestoreDone = {
  readonly takenMs: number;
  readonly rows: number;
  /** Steps after the backup that could still be read from the damaged records. */
  readonly salvaged: number;
  /** Card numbers in the backup, and how many of them this terminal can open. */
  readonly sealed: number;
  readonly openable: number;
};

/** Puts the newest good backup in the place of the records, while nothing else has them open. */
export interface Restoring {
  /** Newest first, this terminal's own before those of others. */
  backups(): readonly BackupAtHand[];
  /**
   * Tries one after the other, newest first. Throws TerminalFault of the journal, with everything as it was, when
   * none is good.
   */
  restore(by: string, progress: (share: number) => void): Promise<RestoreDone>;
}
