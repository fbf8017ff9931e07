import type { Config } from '../config/schema.ts';
import type { DocumentReader } from '../journal/documents.ts';

type Task = Config['care']['inspection'][number];

/** Checks that the terminal has words for. */
export const knownTasks = [
  'paper',
  'seal',
  'cleanReader',
  'cable',
  'backup',
  'clock',
  'testHold',
  'planRead',
] as const;
export type KnownTask = (typeof knownTasks)[number];

export const isKnownTask = (task: string): task is KnownTask =>
  (knownTasks as readonly string[]).includes(task);

/** The last time somebody looked. */
export type Inspected = {
  readonly atMs: number;
  readonly operator: string;
  readonly result: 'well' | 'trouble';
};

export type DueTask = {
  readonly task: Task;
  readonly last?: Inspected;
  readonly dueAtMs: number;
  readonly state: 'due' | 'trouble' | 'later';
};

export const inspectedId = (task: string): string => `inspected:${task}`;
/** The first start of this terminal: the first round is due one period later. */
export const careSinceId = 'careSince';

/** 巡检: every task, the one that waits longest first; one that ended in trouble stays until it is well. */
export function inspectionOf(
  { care }: Config,
  documents: DocumentReader,
  nowMs: number,
): readonly DueTask[] {
  const sinceMs = (documents.get('counter', careSinceId)?.body as number | undefined) ?? nowMs;
  return care.inspection
    .map((task): DueTask => {
      const last = documents.get('counter', inspectedId(task.id))?.body as Inspected | undefined;
      const dueAtMs = (last?.atMs ?? sinceMs) + task.everyDays * 86_400_000;
      const trouble = last?.result === 'trouble';
      return {
        task,
        ...(last === undefined ? {} : { last }),
        dueAtMs,
        state: trouble ? 'trouble' : dueAtMs <= nowMs ? 'due' : 'later',
      };
    })
    .sort((a, b) => rank(a) - rank(b) || a.dueAtMs - b.dueAtMs);
}

const rank = ({ state }: DueTask): number => (state === 'trouble' ? 0 : state === 'due' ? 1 : 2);

/** Tasks that wait for somebody. */
export const waitingTasks = (tasks: readonly DueTask[]): number =>
  tasks.filter(({ state }) => state !== 'later').length;
