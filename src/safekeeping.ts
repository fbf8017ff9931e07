import type { BundleDone, BundleWish } from './care/bundle.ts';
import type { BackupAtHand } from './restore/contract.ts';

/** A backup that is whole, read back, and on the disk. */
export type BackupDone = {
  readonly rows: number;
  readonly bytes: number;
  readonly durationMs: number;
  /** A stick that is not there fails alone. */
  readonly secondPlace: SecondPlace;
};

/** What became of a copy at the second place: not there, no room, may not be written, read back otherwise. */
export type SecondPlaceEnd = 'done' | 'missing' | 'full' | 'readOnly' | 'damaged' | 'failed';

/** `none`: no second place is configured. */
export type SecondPlace = 'none' | SecondPlaceEnd;

/** A restore that was tried out on the newest backup and thrown away again. */
export type DrillDone = {
  readonly ok: boolean;
  readonly problem?: string;
  /** Of the newest backup that is good, also when the newest of all is not. */
  readonly backupAgeMs?: number;
  readonly rows?: number;
  readonly durationMs: number;
};

/** What keeps the terminal's records: a port, as the journal is one. */
export interface Safekeeping {
  /** Throws TerminalFault of the journal when no good backup stands on the device in the end. */
  backUp(): Promise<BackupDone>;
  /** Reports, never throws. */
  drill(): Promise<DrillDone>;
  /** Signs the end of the journal; the eight characters that stand for it on paper. */
  checkpoint(): string;
  /** Newest first, of the device and of the second place. */
  backups(): readonly BackupAtHand[];
  /** The terminal ends, and starts with the newest backup in the place of its records. */
  restoreAtStart(by: string): void;
  /** Room on the data folder's disk, or undefined where it does not say. */
  freePercent(): number | undefined;
  /** Throws `support.noRecipient`, `support.numberFound`, `support.notWritten`; then nothing was written. */
  bundle(wish: BundleWish): Promise<BundleDone>;
}
