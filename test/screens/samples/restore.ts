import type { Screen } from '#src/desk/view.ts';

const takenMs = Date.UTC(2026, 10, 23, 7, 5);

/** 恢复备份, at each of its stages. */
export const restoreSamples: Readonly<Record<string, Screen>> = {
  'restore-damaged': {
    name: 'restore',
    why: 'damaged',
    stage: 'ask',
    backup: { takenMs, place: 'device' },
  },
  'restore-wanted': {
    name: 'restore',
    why: 'wanted',
    stage: 'ask',
    backup: { takenMs, place: 'secondPlace' },
  },
  'restore-none': { name: 'restore', why: 'damaged', stage: 'none', foreign: false },
  'restore-none-wanted': { name: 'restore', why: 'wanted', stage: 'none', foreign: false },
  'restore-foreign': { name: 'restore', why: 'wanted', stage: 'none', foreign: true },
  'restore-running': {
    name: 'restore',
    why: 'damaged',
    stage: 'running',
    percent: 100,
    secondsSoFar: 128,
  },
  'restore-done': {
    name: 'restore',
    why: 'damaged',
    stage: 'done',
    done: { takenMs, rows: 1_204_551, salvaged: 312, sealed: 48, openable: 48 },
  },
  'restore-done-elsewhere': {
    name: 'restore',
    why: 'damaged',
    stage: 'done',
    done: { takenMs, rows: 4_551, salvaged: 0, sealed: 48, openable: 0 },
  },
  'restore-failed': {
    name: 'restore',
    why: 'damaged',
    stage: 'failed',
    fault: 'journal.corrupt',
  },
};
