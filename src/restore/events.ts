/** The records came from a backup: written into them as the first step after it. */
export type RestoreEvent = {
  readonly kind: 'backup.restored';
  /** Who agreed. */
  readonly operator: string;
  readonly takenMs: number;
  /** Steps after the backup that the damaged records still held. */
  readonly salvaged: number;
};
