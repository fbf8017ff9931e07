/** What a backup's name says: `holdfast-3fa2b1c0-20261123T081530Z-1234.age`. */
export type BackupName = {
  readonly file: string;
  /** First eight hex digits of the terminal's public key: several terminals may share a place. */
  readonly terminal: string;
  readonly createdMs: number;
  /** Last row of the journal in it. */
  readonly seq: number;
};

const shape = /^holdfast-([0-9a-f]{8})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(\d{1,15})\.age$/;

export function formatBackupName(terminal: string, createdMs: number, seq: number): string {
  const time = new Date(createdMs).toISOString().replace(/[-:]|\.\d+/g, '');
  return `holdfast-${terminal.slice(0, 8)}-${time}-${seq}.age`;
}

/** Undefined for a file that is no backup. */
export function parseBackupName(file: string): BackupName | undefined {
  const [, terminal = '', year, month, day, hour, minute, second, seq] = shape.exec(file) ?? [];
  if (year === undefined) return undefined;
  const createdMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(createdMs) ? undefined : { file, terminal, createdMs, seq: Number(seq) };
}

const hourMs = 60 * 60 * 1000;

/** How many of the newest hours, days and weeks keep a backup each. */
export type Keep = { readonly hours: number; readonly days: number; readonly weeks: number };

export const usualKeep: Keep = { hours: 24, days: 7, weeks: 4 };

/** The journal's count says which is newer: it never goes back, as a clock may. */
export const newestFirst = (a: BackupName, b: BackupName): number =>
  b.seq - a.seq || b.createdMs - a.createdMs;

/**
 * The backups that rotation keeps: the newest of each of the last hours, days and weeks that have one.
 * Periods without a backup do not count, so a terminal that was off for a month loses none of its old ones.
 * Those with more rows than `newest` are of records that were given up for an older backup: they come last.
 */
export function keptBackups(
  all: readonly BackupName[],
  keep: Keep,
  newest?: BackupName,
): ReadonlySet<BackupName> {
  const givenUp = ({ seq }: BackupName): number => Number(newest !== undefined && seq > newest.seq);
  const sorted = [...all].sort((a, b) => givenUp(a) - givenUp(b) || newestFirst(a, b));
  const kept = new Set<BackupName>();
  const periods: readonly (readonly [number, number])[] = [
    [hourMs, keep.hours],
    [24 * hourMs, keep.days],
    [7 * 24 * hourMs, keep.weeks],
  ];
  for (const [length, count] of periods) {
    const seen = new Set<number>();
    for (const backup of sorted) {
      const period = Math.floor(backup.createdMs / length);
      if (seen.has(period)) continue;
      if (seen.size === count) break;
      seen.add(period);
      kept.add(backup);
    }
  }
  return kept;
}
