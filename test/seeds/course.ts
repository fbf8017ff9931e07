import type { CashierAction, Screen } from '#src/desk/view.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { mayGiveNumber } from '#src/preauth/rules.ts';
import { formatSlipCode } from '#src/receipt/slip-code.ts';
import { lastCard } from './cards.ts';
import { judge } from './judge.ts';
import { goodLine, lineOf } from './network.ts';
import { People } from './people.ts';
import type { Weakness } from './weakness.ts';
import { type Violation, World } from './world.ts';

export type Course = {
  readonly seed: number;
  readonly steps: number;
  readonly starts: number;
  readonly holds: number;
  /** Reversals that used up their tries: kept for the supervisor, and counted. */
  readonly suspended: number;
  readonly violations: readonly Violation[];
  /** Over everything that was journalled and traced: the same seed gives the same. */
  readonly hash: string;
  readonly lines: readonly string[];
};

type Options = { readonly weakness?: Weakness | undefined; readonly keepLines?: boolean };

const hourMs = 3_600_000;

/** Everything that a seed makes happen, from the first start to the last look. */
export async function runSeed(seed: number, options: Options = {}): Promise<Course> {
  const world = new World(seed, options);
  const bugs = (error: unknown) => world.died(error);
  process.on('unhandledRejection', bugs);
  try {
    await live(world);
    if (world.violations.length === 0) await calmDown(world);
    if (world.violations.length === 0) judge(world);
    if (world.violations.length === 0) await lastLook(world);
    world.finish();
    // What was promised before the end still comes, and is this seed's own.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off('unhandledRejection', bugs);
  }
  const rows = world.disk.rows();
  return {
    seed,
    steps: world.time.steps,
    starts: world.starts,
    holds: world.office.book.holds.size,
    suspended: rows.filter(({ event }) => event.kind === 'reversal.suspended').length,
    violations: world.violations,
    hash: world.hash,
    lines: world.lines,
  };
}

/** A working day with everything that can go wrong in it. */
async function live(world: World): Promise<void> {
  const { chance, network, office } = world;
  const people = new People(world);
  network.quality = lineOf(chance);
  office.moody = chance.pick([0, 0, 0.05, 0.2]);
  const trouble = chance.pick([0, 0.02, 0.06]);
  const senseless = chance.pick([0.02, 0.1, 0.3]);
  world.powerOn();
  await pass(world, 2_000);
  for (let turn = chance.between(40, 120); turn > 0; turn--) {
    if (world.violations.length > 0) return;
    if (chance.is(trouble)) makeTrouble(world);
    // A card that is moved may find a journal that takes no row: then the process ends, as it would at the desk.
    if (world.isOn)
      world.guarded(() => (chance.is(senseless) ? people.anything() : people.sensible()));
    await pass(world, chance.pick([100, 300, 1_000, 1_000, 3_000, chance.between(1_000, 40_000)]));
  }
}

function makeTrouble(world: World): void {
  const { chance, network, time, slot } = world;
  const later = (ms: number, heal: () => void) => time.after(chance.between(500, ms), heal);
  chance.pick<() => void>([
    () => time.after(chance.between(0, 3_000), () => world.powerOff('the plug')),
    () => {
      const fate = chance.pick(['cutBefore', 'cutAfter', 'cutAfter', 'broken', 'full'] as const);
      world.writesLeft = { count: chance.between(1, 8), fate };
    },
    () => {
      network.down = true;
      later(600_000, () => (network.down = false));
    },
    () => {
      network.quality = lineOf(chance);
    },
    () => {
      world.paperOut = true;
      later(60_000, () => (world.paperOut = false));
    },
    () => {
      world.guarded(() => slot.setFault({ readerGone: true }));
      later(60_000, () => world.guarded(() => slot.clearFaults()));
    },
    () => setClock(world),
    () => restoreElsewhere(world),
  ])();
}

/** The records are restored on another terminal, whose keys open none of the numbers. */
function restoreElsewhere(world: World): void {
  if (world.chance.is(0.5)) return;
  world.powerOff('restored on another terminal');
  world.disk.loseNumbers();
}

/** The clock is set: by minutes or by weeks, forwards or back, and sometimes back again. */
function setClock(world: World): void {
  const { chance } = world;
  const ms = chance.pick([60_000, hourMs, 25 * hourMs, 31 * 24 * hourMs]) * chance.pick([1, 1, -1]);
  world.clockOffsetMs = chance.is(0.3) ? 0 : world.clockOffsetMs + ms;
  world.trace(`clock ${world.clockOffsetMs >= 0 ? '+' : ''}${world.clockOffsetMs / 1_000} s`);
  if (world.isOn && chance.is(0.7)) world.terminal.clockChanged();
}

/** Lets so many ms go by, with all that happens in them. */
export async function pass(world: World, ms: number): Promise<void> {
  const { time } = world;
  const until = time.nowMs + ms;
  await time.settle();
  while (await time.step(until)) if (world.violations.length > 0) return;
  time.reach(until);
}

const exits: readonly CashierAction[] = [
  { type: 'back' },
  { type: 'cancel' },
  { type: 'way', remedy: 'stop' },
];

/** Screens that are left by their large button. */
const readAndLeft = new Set<Screen['name'] | undefined>(['result', 'notice', 'held', 'done']);

/** Everything is mended; the cashier goes home, and what is owed is delivered. */
export async function calmDown(world: World): Promise<void> {
  const { network, office, slot } = world;
  network.quality = goodLine;
  network.down = false;
  office.moody = 0;
  world.paperOut = false;
  world.writesLeft = undefined;
  world.healDisk();
  slot.clearFaults();
  slot.remove();
  await pass(world, 30_000);
  for (let i = 0; i < 400; i++) {
    if (world.violations.length > 0) return;
    const home = world.isOn && world.terminal.screen?.name === 'home';
    if (home && world.terminal.documents.count('outbox', ['owed', 'suspended']) === 0) break;
    if (!home && world.isOn) leave(world, i);
    else if (home && i % 4 === 3) await giveNumbers(world);
    await pass(world, i < 40 ? 1_000 : 10_000);
  }
  await pass(world, 400_000);
  const screen = world.isOn ? world.terminal.screen?.name : 'off';
  if (screen !== 'home') world.violation('noWayHome', String(screen));
}

/** Guests come by with their cards: holds that the bank waits for get their numbers back, typed from the card. */
async function giveNumbers(world: World): Promise<void> {
  const { disk } = world;
  const at = (): Screen['name'] | undefined =>
    world.isOn ? world.terminal.screen?.name : undefined;
  for (const { body } of world.terminal.documents.list('hold')) {
    const hold = body as Hold;
    const digits = disk.lost.get(hold.card?.token ?? '');
    if (digits === undefined || !mayGiveNumber(hold)) continue;
    if (at() !== 'home') return;
    world.terminal.scan(formatSlipCode(hold.holdId));
    await pass(world, 500);
    if (at() !== 'hold') return;
    world.terminal.tap({ type: 'giveNumber' });
    await pass(world, 500);
    if (at() !== 'type-number') return;
    new People(world).typeFromCard(digits, hold.card?.expiry ?? '');
    for (let i = 0; i < 6 && !['home', undefined].includes(at()); i++) {
      await pass(world, 500);
      if (at() === 'check') new People(world).sensible();
      else if (world.isOn) world.terminal.tap({ type: 'back' });
    }
  }
}

function leave({ terminal }: World, turn: number): void {
  const onwards = readAndLeft.has(terminal.screen?.name) && turn % 2 === 0;
  terminal.tap(onwards ? { type: 'primary' } : (exits[turn % exits.length] as CashierAction));
}

/** After all that, a good card still gets its hold, and another start finds the same. */
async function lastLook(world: World): Promise<void> {
  const { office, slot, terminal } = world;
  const people = new People(world);
  const before = office.book.holds.size;
  office.unblockPins();
  slot.renewCards();
  people.bring(lastCard);
  for (let i = 0; i < 60 && office.book.holds.size === before; i++) {
    if (terminal.screen?.name === 'home') terminal.tap({ type: 'go', to: 'preauth' });
    else people.sensible();
    await pass(world, 1_000);
  }
  if (office.book.holds.size === before)
    world.violation('noMoreHolds', String(terminal.screen?.name));
  await pass(world, 5_000);
  if (world.violations.length > 0) return;
  world.powerOff('the last look');
  await pass(world, 60_000);
  await calmDown(world);
  if (world.violations.length === 0) judge(world);
}
