import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hold } from '#src/preauth/hold.ts';
import { calmDown, pass } from './course.ts';
import { judge } from './judge.ts';
import { People } from './people.ts';
import { World } from './world.ts';

/** A world in which nothing goes wrong by itself, with one customer on the way to a hold. */
async function shopWithCustomer(): Promise<{
  world: World;
  until: (met: () => boolean) => Promise<void>;
}> {
  const world = new World(11, { keepLines: true });
  const people = new People(world);
  people.clumsy = false;
  people.bring('no-cvm');
  world.powerOn();
  await pass(world, 5_000);
  const until = async (met: () => boolean) => {
    for (let i = 0; i < 2_000 && !met(); i++) {
      const { screen } = world.terminal;
      if (i % 20 === 0 && screen?.name === 'home')
        world.terminal.tap({ type: 'go', to: 'preauth' });
      else if (i % 20 === 0) people.sensible();
      await pass(world, 50);
    }
    assert.ok(met(), 'the moment came');
  };
  return { world, until };
}

const states = (world: World) =>
  world.terminal.documents.list('hold').map(({ body }) => (body as Hold).state);

/** Everything is delivered, and both sides say the same. */
async function agreed(world: World): Promise<void> {
  await calmDown(world);
  judge(world);
  assert.deepEqual(world.violations, []);
}

describe('what the seeds have found', () => {
  it('an approval whose row the disk refuses is undone without waiting for a restart', async () => {
    const { world, until } = await shopWithCustomer();
    await until(() => world.office.book.holds.size === 1);
    world.disk.state = 'broken';
    await pass(world, 10_000);
    assert.equal(world.terminal.screen?.name, 'notice');
    await agreed(world);
    assert.equal(world.starts, 1);
    assert.deepEqual(states(world), ['refused']);
    world.finish();
  });

  it('a refusal that no code can prove undoes what may have been booked, then asks again', async () => {
    const { world, until } = await shopWithCustomer();
    const { office } = world;
    const honest = office.take.bind(office);
    office.take = (frame) => {
      const answer = honest(frame);
      if (office.book.holds.size !== 1) return answer;
      office.take = honest;
      return honest(frame.map((byte, i) => (i === frame.length - 1 ? byte ^ 1 : byte)));
    };
    await until(() => states(world).includes('held'));
    assert.equal(office.book.holds.size, 2);
    await agreed(world);
    assert.deepEqual(states(world).sort(), ['held', 'refused']);
    world.finish();
  });

  it('a number whose hold ended is destroyed at the next start when the power went in between', async () => {
    const { world, until } = await shopWithCustomer();
    world.office.take = () => undefined;
    await until(() => world.disk.bodies.some((body) => body.includes('reversal.owed')));
    world.office.take = Object.getPrototypeOf(world.office).take;
    world.writesLeft = { count: 1, kind: 'reversal.settled', fate: 'cutAfter' };
    await until(() => !world.isOn);
    assert.equal(world.disk.sealed.size, 1);
    await agreed(world);
    assert.equal(world.disk.sealed.size, 0);
    world.finish();
  });

  it('a request that was on its way when the records went to another terminal is undone once the card has given its number', async () => {
    const { world, until } = await shopWithCustomer();
    const { office } = world;
    const honest = office.take.bind(office);
    office.take = (frame) => {
      const answer = honest(frame);
      return office.book.holds.size === 0 ? answer : undefined;
    };
    await until(() => office.book.holds.size === 1);
    world.powerOff('restored on another terminal');
    world.disk.loseNumbers();
    office.take = honest;
    await pass(world, 60_000);
    assert.deepEqual(states(world), ['undoing']);
    await agreed(world);
    assert.deepEqual(states(world), ['refused']);
    assert.ok(world.lines.some((line) => line.includes('hold.numberGiven')));
    world.finish();
  });

  it('a slip whose row the disk refused is printed once, and told of when the disk is well', async () => {
    const { world, until } = await shopWithCustomer();
    const printed = () => world.lines.filter((line) => /printer: [-0-9a-f]+$/.test(line)).length;
    world.writesLeft = { count: 1, kind: 'slip.printed', fate: 'broken' };
    await until(() => world.disk.state === 'broken');
    await agreed(world);
    assert.equal(world.starts, 1);
    assert.equal(printed(), world.terminal.documents.count('slip', ['printed']));
    world.finish();
  });

  it('a slip that was queued and never sent to the printer comes out by itself', async () => {
    const { world, until } = await shopWithCustomer();
    await until(() => states(world).includes('held'));
    const { documents } = world.terminal;
    const [slip] = documents.list('slip');
    assert.ok(slip);
    documents.put('slip', { ...slip, state: 'queued' });
    await pass(world, 5_000);
    assert.equal(documents.count('slip', ['queued']), 0);
    world.finish();
  });
});
