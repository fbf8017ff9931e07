/** Words of 恢复备份. */
export type RestoreTexts = {
  readonly title: { readonly damaged: string; readonly wanted: string };
  /** What happened, and what becomes of the money. */
  readonly text: { readonly damaged: string; readonly wanted: string };
  readonly backup: string;
  readonly where: string;
  readonly place: { readonly device: string; readonly secondPlace: string };
  readonly money: string;
  readonly begin: string;
  readonly none: string;
  readonly noneHint: string;
  /** Only a backup of another terminal is here. */
  readonly foreign: string;
  readonly foreignHint: string;
  readonly lookAgain: string;
  readonly running: string;
  readonly percent: (percent: number) => string;
  readonly soFar: (seconds: number) => string;
  readonly leaveOn: string;
  readonly done: string;
  readonly upTo: string;
  readonly rows: string;
  readonly salvaged: string;
  readonly numbers: string;
  readonly ofNumbers: (here: number, all: number) => string;
  readonly numbersMissing: string;
  readonly later: string;
  readonly goOn: string;
  readonly failed: string;
  readonly failedText: string;
};
