import type { ReportFile } from '#src/report/document.ts';

/** What came of writing reports. */
export type ReportsWritten = {
  /** Names in the folder of the reports. */
  readonly files: readonly string[];
  /** The second place, such as a USB stick: `failed` when it is configured and could not be written. */
  readonly secondPlace: 'none' | 'done' | 'failed';
};

/** Where reports go: a folder of the device, and a second place where one is configured. */
export interface ReportFolder {
  /** Replaces files of the same name, each whole or not at all. Throws `reports.notWritten`. */
  write(files: readonly ReportFile[]): Promise<ReportsWritten>;
  /** The bytes of one report, written nowhere. */
  bytes(file: ReportFile): Promise<Uint8Array>;
  /** Takes a file, and what is half written of it, off the device; one that is not there is no fault. */
  remove(name: string): void;
}
