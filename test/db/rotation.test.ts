import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type BackupName,
  formatBackupName,
  keptBackups,
  parseBackupName,
  usualKeep,
} from '#db/backup-name.ts';

const hourMs = 3_600_000;
const start = Date.UTC(2026, 0, 1);

function backupAt(createdMs: number, seq: number): BackupName {
  const name = parseBackupName(formatBackupName('0a1b2c3d', createdMs, seq));
  assert.ok(name);
  return name;
}

const seqsOf = (kept: Iterable<BackupName>): readonly number[] =>
  [...kept].map(({ seq }) => seq).sort((a, b) => b - a);

/** Each hour by this clock a backup, rotated each time, as the terminal does. */
function rotated(times: readonly number[]): readonly BackupName[] {
  let here: readonly BackupName[] = [];
  times.forEach((createdMs, index) => {
    const newest = backupAt(createdMs, index + 1);
    here = [...keptBackups([...here, newest], usualKeep, newest)];
  });
  return here;
}

const hoursFrom = (fromMs: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, hour) => fromMs + hour * hourMs);

test('rotation keeps the newest of 24 hours, 7 days and 4 weeks', async () => {
  const times = hoursFrom(start, 24 * 60);
  const hourly = times.map(backupAt);
  const kept = seqsOf(keptBackups(hourly, usualKeep));
  assert.deepEqual(
    kept.slice(0, 24),
    Array.from({ length: 24 }, (_, n) => 1439 - n),
  );
  assert.ok(kept.length <= 24 + 7 + 4);
  assert.ok(1439 - (kept.at(-1) ?? 0) >= 14 * 24);
  assert.deepEqual(
    seqsOf(rotated(times)),
    kept.map((seq) => seq + 1),
  );
});

test('whatever the clock did, rotation keeps the newest backup and never more than it may', () => {
  const times = fc.array(fc.integer({ min: 0, max: 10 ** 10 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(times, (list) => {
      const all = list.map((createdMs, seq) => ({ file: '', terminal: '', createdMs, seq }));
      const kept = keptBackups(all, usualKeep);
      assert.ok(seqsOf(kept).includes(list.length - 1));
      assert.ok(kept.size <= 35);
    }),
  );
});

test('a clock that was a year ahead for two months, and is right again, costs no backup of today', () => {
  const before = hoursFrom(start, 48);
  const ahead = hoursFrom(start + 365 * 24 * hourMs, 60 * 24);
  const after = hoursFrom(start + 50 * hourMs, 30);
  const kept = seqsOf(rotated([...before, ...ahead, ...after]));
  const last = before.length + ahead.length + after.length;
  assert.deepEqual(
    kept.slice(0, 24),
    Array.from({ length: 24 }, (_, n) => last - n),
  );
});

test('an hour that comes twice or never, as clocks are changed, is nothing to a backup: its time is UTC', () => {
  const spring = Date.UTC(2026, 2, 29, 0);
  const kept = rotated(hoursFrom(spring - 12 * hourMs, 36));
  assert.equal(kept.length, 24 + 1);
});

test('a clock that was set back an hour overwrites no backup', () => {
  const times = hoursFrom(start, 3).flatMap((ms) => [ms, ms]);
  const names = times.map((ms, index) => backupAt(ms, index).file);
  assert.equal(new Set(names).size, names.length);
});

test('backups of records that were given up for an older state do not push out those that come', () => {
  const givenUp = hoursFrom(start, 100).map((ms, index) => backupAt(ms, 1_000 + index));
  let here: readonly BackupName[] = givenUp;
  for (const [index, ms] of hoursFrom(start + 101 * hourMs, 24).entries()) {
    const newest = backupAt(ms, 500 + index);
    here = [...keptBackups([...here, newest], usualKeep, newest)];
    assert.ok(here.includes(newest));
  }
  assert.equal(here.filter(({ seq }) => seq < 1_000).length, 24);
});
