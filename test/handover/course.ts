import { Chance } from '../seeds/chance.ts';
import type { TerminalName } from './bench.ts';
import { damaged, PowerCut, type Site, type Weakness, World } from './world.ts';

export type Course = { readonly problems: readonly string[]; readonly cuts: number };

const steps = 70;

/** One shop of two or three terminals in which everything is drawn from the seed. */
export function runSeed(seed: number, weakness?: Weakness): Course {
  const chance = new Chance(seed);
  const world = new World(chance, weakness, chance.pick([2, 2, 3]));
  let cuts = 0;
  let mayCut = true;
  world.boundary = (site) => {
    if (!mayCut || !chance.is(0.04)) return;
    cuts++;
    throw new PowerCut(site.name);
  };
  const guarded = (site: Site, act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      restart(world, site);
    }
    world.judge();
  };
  for (const site of world.sites) site.skewMs = skewOf(chance);
  const [first] = world.sites;
  if (first === undefined) throw new Error('no terminals');
  for (let i = 0; i < 2; i++) guarded(first, () => world.hold(first));
  for (let i = 0; i < steps && world.problems.length === 0; i++) {
    const site = chance.pick(world.sites);
    if (!site.dead) guarded(site, () => anything(world, site, chance));
    world.nowMs += chance.pick([0, 0, 1_000, 10_000, 250_000]);
  }
  mayCut = false;
  settle(world);
  return { problems: [...world.problems, ...world.lost()], cuts };
}

/** Within what a sign-in leaves, or as far off as a clock can be: no clock decides who may charge. */
const skewOf = (chance: Chance): number =>
  chance.is(0.8) ? chance.between(-60_000, 60_000) : chance.between(-900_000, 900_000);

/** It may be cut again while it starts. */
function restart(world: World, site: Site): void {
  for (;;) {
    try {
      world.start(site);
      return;
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
  }
}

function anything(world: World, site: Site, chance: Chance): void {
  const holds = site.book.holds();
  const hold = holds.length === 0 ? undefined : chance.pick(holds);
  const givings = world.givings(site);
  const given = givings.length === 0 ? undefined : chance.pick(givings);
  const others = world.sites.filter(({ name }) => name !== site.name);
  const roll = chance.next();
  if (roll < 0.5) arrival(world, site, chance);
  else if (roll < 0.66 && hold !== undefined)
    world.giveAway(site, hold.holdId, chance.pick(others).name);
  else if (roll < 0.72 && given !== undefined) world.showAgain(site, given);
  else if (roll < 0.84 && given !== undefined) world.askBack(site, given);
  else if (roll < 0.9 && given !== undefined) world.askHow(site, given);
  else if (roll < 0.95 && hold !== undefined)
    world.end(site, hold.holdId, chance.pick(['completion', 'cancellation']));
  else if (roll < 0.96 && world.sites.filter(({ dead }) => !dead).length > 1) site.dead = true;
  else if (given !== undefined) world.headOffice(site, given);
}

/** Anything that was ever sent, mostly to whom it was meant for. */
function arrival(world: World, site: Site, chance: Chance): void {
  const mine = world.air.filter(({ to }) => to === site.name);
  const from = chance.is(0.85) ? mine : world.air;
  if (from.length === 0) return;
  const { bytes } = chance.is(0.4) ? (from.at(-1) ?? chance.pick(from)) : chance.pick(from);
  const heard = chance.is(0.05) ? damaged(bytes, chance) : bytes;
  world.arrive(site, heard, chance.pick(['take', 'take', 'refuse']));
}

/** The trouble is over: everybody asks everybody until nothing moves, and head office speaks for who is gone. */
export function settle(world: World): void {
  for (const site of world.sites) if (!site.dead) world.start(site);
  for (let round = 0; round < 4; round++) {
    for (const site of world.sites) {
      if (site.dead) continue;
      for (const given of world.givings(site)) {
        if (given.state === 'given') world.headOffice(site, given);
        world.askBack(site, given);
        deliverLast(world);
      }
      world.judge();
    }
  }
}

/** The question arrives, and so does its answer. */
function deliverLast(world: World): void {
  for (let i = 0; i < 2; i++) {
    const last = world.air.at(-1);
    const site = last === undefined ? undefined : world.site(last.to satisfies TerminalName);
    if (last !== undefined && site !== undefined && !site.dead)
      world.arrive(site, last.bytes, 'wait');
  }
}
