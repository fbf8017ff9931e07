import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Context, establish, PcscError, Protocol, Share, State } from 'node-pcsc';
import { insertIntoVpcd } from '#hal/simulator/vpcd-peer.ts';
import { hex, toHex } from '#src/bytes.ts';
import { plainCard } from '../contract/reader.ts';
import { PcscService, seenEmpty, whyNoPcsc } from '../reader/service.ts';

const hasCode = (code: string) => (error: unknown) =>
  error instanceof PcscError && error.code === code;

const entries = (folder: string) => readdirSync(folder).length;

/** Runs a few lines in a process of their own and gives what they print. */
function run(lines: string, env: Record<string, string> = {}): string {
  const program = `const pcsc = await import('node-pcsc');\n${lines}`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ...env },
  }).trim();
}

it('without libpcsclite the addon loads, says so, and finds no service', () => {
  const printed = run(
    `console.log(pcsc.available(), await pcsc.establish().catch((error) => error.code));`,
    { PCSCLITE_LIBRARY: '/nowhere/libpcsclite.so.1' },
  );
  assert.equal(printed, 'false NoService');
});

const reason = whyNoPcsc();
describe('the PC/SC addon against a real daemon', { skip: reason ?? false }, () => {
  const service = new PcscService();
  let context: Context;
  let reader = '';

  before(async () => {
    await service.start();
    context = await establish();
    reader = (await context.listReaders())[0] ?? '';
    await seenEmpty();
  });
  after(async () => {
    await context.release();
    await service.stop();
  });

  const known = async () => {
    const [now] = await context.waitForChange([{ reader, state: State.unaware }], 0);
    assert.ok(now !== undefined);
    return { reader, state: now.state & ~State.changed, count: now.count };
  };

  it('errors carry the name of the PC/SC error and of the operation', async () => {
    await assert.rejects(context.connect('no such reader'), (error) => {
      assert.ok(error instanceof PcscError);
      assert.equal(error.code, 'UnknownReader');
      assert.equal(error.operation, 'connect');
      return true;
    });
    await assert.rejects(context.connect('a\0b'), hasCode('InvalidParameter'));
    await assert.rejects(context.connect(reader, { share: 9 }), hasCode('InvalidParameter'));
    await assert.rejects(context.connect(reader), hasCode('NoSmartcard'));
  });

  it('a wait ends with its time', async () => {
    await assert.rejects(context.waitForChange([await known()], 50), hasCode('Timeout'));
  });

  it('a context has one wait at a time', async () => {
    const first = context.waitForChange([await known()], 200);
    await assert.rejects(context.waitForChange([], 200), hasCode('ServerTooBusy'));
    await assert.rejects(first, hasCode('Timeout'));
  });

  it('a cancel ends the wait even when it comes before the wait reached the daemon', async () => {
    const state = await known();
    for (let i = 0; i < 200; i++) {
      const wait = assert.rejects(context.waitForChange([state]), hasCode('Cancelled'));
      if (i % 4 === 0) await pause(1);
      await context.cancel();
      await wait;
    }
  });

  it('a cancel does not touch a wait that begins after it', async () => {
    const state = await known();
    for (let i = 0; i < 50; i++) {
      const wait = assert.rejects(context.waitForChange([state]), hasCode('Cancelled'));
      const cancelled = context.cancel();
      await wait;
      const next = assert.rejects(context.waitForChange([state], 10), hasCode('Timeout'));
      await cancelled;
      await next;
    }
  });

  it('releasing a context ends its wait and leaves no descriptor or thread behind', async () => {
    const state = await known();
    const descriptors = entries('/proc/self/fd');
    for (let i = 0; i < 300; i++) {
      const other = await establish();
      const wait = assert.rejects(other.waitForChange([state]), hasCode('Cancelled'));
      await other.release();
      await wait;
      await assert.rejects(other.listReaders(), hasCode('InvalidHandle'));
    }
    await pause(100);
    assert.ok(entries('/proc/self/fd') <= descriptors + 2);
    assert.ok(entries('/proc/self/task') < 40);
  });

  it('a card is exclusive, answers in order, and is dead after it was disconnected', async () => {
    const peer = await insertIntoVpcd(plainCard({ transmit: async (command) => command }));
    await context.waitForChange([await known()], 5000);
    const card = await context.connect(reader, { share: Share.exclusive });
    const other = await establish();
    await assert.rejects(other.connect(reader), hasCode('SharingViolation'));
    await other.release();
    const commands = ['00A40400', '00B20100', '00B20200'].map(hex);
    const answers = await Promise.all(commands.map((command) => card.transmit(command)));
    assert.deepEqual(answers.map(toHex), commands.map(toHex));
    assert.equal((await card.status()).protocol, Protocol.T0);
    await card.disconnect();
    await card.disconnect();
    await assert.rejects(card.transmit(hex('00B20100')), hasCode('InvalidHandle'));
    peer.remove();
    await peer.removed;
    await seenEmpty();
  });

  it('a pending wait keeps the process alive until its context is released', () => {
    const printed = run(`
      const context = await pcsc.establish();
      const [reader] = await context.listReaders();
      const [now] = await context.waitForChange([{ reader, state: 0 }], 0);
      const begin = performance.now();
      setTimeout(() => {
        void context.release();
        process.on('exit', () => console.log(performance.now() - begin < 2000));
      }, 100).unref();
      context.waitForChange([{ reader, state: now.state & ~2, count: now.count }]).catch(() => {});
    `);
    assert.equal(printed, 'true');
  });

  it('a daemon that is killed under a wait ends it at once, without spinning', async (test) => {
    if (service.foreign) return test.skip('the service is not ours to stop');
    const waiting = establish().then(async (own) => {
      const wait = own.waitForChange([await known()]);
      return { own, wait: wait.catch((error: PcscError) => error.code) };
    });
    const { own, wait } = await waiting;
    await pause(100);
    const cpu = process.cpuUsage();
    const killedAt = performance.now();
    const killing = service.kill();
    const code = await wait;
    assert.ok(performance.now() - killedAt < 500);
    assert.ok(['CommError', 'NoService', 'ServiceStopped'].includes(code as string), String(code));
    await killing;
    await assert.rejects(own.listReaders());
    await assert.rejects(establish(), hasCode('NoService'));
    await pause(500);
    const used = process.cpuUsage(cpu);
    assert.ok(used.user + used.system < 250_000, 'half a second of waiting took CPU');
    await own.release();
    await context.release();
    await service.start();
    context = await establish();
    assert.equal((await context.listReaders())[0], reader);
  });
});
