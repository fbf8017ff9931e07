import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type HandoverLink, longestMessage } from '#hal/handover-link/contract.ts';
import { openFolderHandoverLink } from '#hal/handover-link/folder.ts';
import { together } from '#hal/handover-link/open.ts';
import { openTcpHandoverLink } from '#hal/handover-link/tcp.ts';
import { isFault } from '#src/fault.ts';

type Pair = {
  readonly one: HandoverLink;
  readonly two: HandoverLink;
  readonly port?: number;
  readonly folder?: string;
  readonly close: () => Promise<void>;
};

const [first, second] = ['00000001', '00000002'];
const loopback = '127.0.0.1';

async function byNetwork(mostAMinute = 240): Promise<Pair> {
  const two = await openTcpHandoverLink({
    listen: { host: loopback, port: 0 },
    peers: [],
    timeoutMs: 300,
    mostAMinute,
  });
  const one = await openTcpHandoverLink({
    peers: [{ terminalId: second, host: loopback, port: two.port }],
    timeoutMs: 300,
  });
  const close = async () => void (await Promise.all([one.close(), two.close()]));
  return { one, two, port: two.port, close };
}

async function byStick(): Promise<Pair> {
  const folder = mkdtempSync(join(tmpdir(), 'stick-'));
  const open = (terminalId: string) =>
    openFolderHandoverLink({ folder, terminalId, everyMs: 10, againAfter: 1_000 });
  const [one, two] = [open(first), open(second)];
  const close = async () => {
    await Promise.all([one.close(), two.close()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { one, two, folder, close };
}

async function heard(messages: readonly Uint8Array[], count: number): Promise<void> {
  const end = performance.now() + 5_000;
  while (messages.length < count && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(messages.length, count);
}

const message = (n: number, length = 400): Uint8Array => new Uint8Array(length).fill(n);

for (const [name, open] of [
  ['the shop’s network', byNetwork],
  ['a stick', byStick],
] as const)
  describe(`messages between terminals over ${name}`, () => {
    it('arrive whole, for whom they are, and nothing comes when nobody listens any more', async () => {
      const { one, two, close } = await open();
      const got: Uint8Array[] = [];
      const stop = two.listen((bytes) => void got.push(bytes));
      assert.equal(one.reaches(second), true);
      for (const n of [1, 2, 3]) {
        await one.send(second, message(n));
        await heard(got, n);
      }
      assert.deepEqual(got[2], message(3));
      stop();
      await one.send(second, message(4));
      await new Promise((resolve) => setTimeout(resolve, 60));
      assert.equal(got.length, 3);
      await close();
    });
  });

describe('the listener on the shop’s network', () => {
  it('drops what is too long, cut short or slow, and goes on', async () => {
    const { one, two, port, close } = await byNetwork();
    const got: Uint8Array[] = [];
    two.listen((bytes) => void got.push(bytes));
    for (const bytes of [
      Uint8Array.of(0xff, 0xff, 1, 2, 3),
      Uint8Array.of(0, 9, 1),
      Uint8Array.of(0),
      Uint8Array.of(0, 1, 1, 1, 1),
    ])
      await new Promise<void>((resolve) => {
        const socket = connect({ host: loopback, port: port ?? 0 }, () => socket.write(bytes));
        socket.once('close', () => resolve());
        socket.on('error', () => undefined);
      });
    assert.equal(got.length, 0);
    await one.send(second, message(7, longestMessage));
    await heard(got, 1);
    await close();
  });

  it('a port that somebody else has keeps no terminal from starting: it listens when it can', async () => {
    const other = createServer();
    const taken = await new Promise<number>((resolve) =>
      other.listen(0, loopback, () => resolve((other.address() as AddressInfo).port)),
    );
    const listen = { host: loopback, port: taken };
    const two = await openTcpHandoverLink({ listen, peers: [], listenAgainMs: 20 });
    assert.equal(two.port, 0);
    await new Promise((resolve) => other.close(resolve));
    const got: Uint8Array[] = [];
    two.listen((bytes) => void got.push(bytes));
    const end = performance.now() + 5_000;
    while (two.port === 0 && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const one = await openTcpHandoverLink({ peers: [{ terminalId: second, ...listen }] });
    await one.send(second, message(1));
    await heard(got, 1);
    await Promise.all([one.close(), two.close()]);
  });

  it('takes no more than so many messages a minute', async () => {
    const { one, two, close } = await byNetwork(3);
    const got: Uint8Array[] = [];
    two.listen((bytes) => void got.push(bytes));
    for (const n of [1, 2, 3]) await one.send(second, message(n));
    await assert.rejects(one.send(second, message(4)), (error) =>
      isFault(error, 'link.unreachable'),
    );
    assert.equal(got.length, 3);
    await close();
  });

  it('a terminal that is off, or not known, is a fault by name', async () => {
    const { one, two, close } = await byNetwork();
    await two.close();
    await assert.rejects(one.send(second, message(1)), (error) =>
      isFault(error, 'link.unreachable'),
    );
    await assert.rejects(one.send(first, message(1)), (error) =>
      isFault(error, 'link.unreachable'),
    );
    assert.equal(one.reaches(first), false);
    await close();
  });
});

describe('a stick', () => {
  it('holds one file for the same message; a file that is none of ours is left, one that is too long is swept', async () => {
    const { one, two, folder = '', close } = await byStick();
    for (let i = 0; i < 3; i++) await one.send('00000009', message(1));
    writeFileSync(join(folder, 'holiday.jpg'), 'x');
    writeFileSync(join(folder, `${second}-x.handover`), new Uint8Array(longestMessage + 1));
    const got: Uint8Array[] = [];
    two.listen((bytes) => void got.push(bytes));
    await one.send(second, message(2));
    await heard(got, 1);
    assert.equal(readdirSync(folder).filter((name) => name.endsWith('.handover')).length, 2);
    assert.ok(readdirSync(folder).includes('holiday.jpg'));
    await close();
  });

  it('that is not in takes nothing and gives nothing; the network is the other way', async () => {
    const gone = openFolderHandoverLink({
      folder: '/nowhere/stick',
      terminalId: first,
      everyMs: 10,
    });
    assert.equal(gone.reaches(second), false);
    await assert.rejects(gone.send(second, message(1)), (error) =>
      isFault(error, 'link.unreachable'),
    );
    const { one, two, close } = await byNetwork();
    const both = together([gone, one]);
    const got: Uint8Array[] = [];
    two.listen((bytes) => void got.push(bytes));
    await both.send(second, message(5));
    await heard(got, 1);
    await both.close();
    await close();
  });
});
