import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { after, describe, it } from 'node:test';
import { openCalls } from '#hal/handover-link/calls.ts';
import { openTcpHandoverLink } from '#hal/handover-link/tcp.ts';
import { handoverSchema } from '#src/config/handover.ts';
import { longestCall, readCall, signCall } from '#src/handover/call.ts';
import { otherMerchant, partyOf, startMs, type TerminalName } from './bench.ts';

const host = '127.0.0.1';
const group = '239.192.72.70';
const [first, second] = ['00000001', '00000002'] as const;
const place = { host: '192.168.8.20', port: 7_001, saidAtMs: startMs };

describe('a call of a terminal on the shop’s network', () => {
  const call = signCall(place, partyOf(first));

  it('says who it is and where it listens, to the terminals of its merchant', () => {
    assert.equal(call.length, longestCall);
    assert.deepEqual(readCall(call, partyOf(second)), { ...place, terminalId: first });
  });

  it('that is altered anywhere, cut or longer says nothing', () => {
    for (let at = 0; at < call.length; at++) {
      const altered = call.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      assert.equal(readCall(altered, partyOf(second)), undefined, String(at));
      assert.equal(readCall(call.slice(0, at), partyOf(second)), undefined);
    }
    assert.equal(readCall(Uint8Array.of(...call, 0), partyOf(second)), undefined);
  });

  it('says nothing when it comes from another merchant, from itself, or from a terminal out of service', () => {
    const stranger = signCall(place, partyOf(first, otherMerchant));
    assert.equal(readCall(stranger, partyOf(second)), undefined);
    assert.equal(readCall(call, partyOf(first)), undefined);
    assert.equal(readCall(call, { ...partyOf(second), revoked: [first] }), undefined);
  });
});

/** A free port, and whether this machine carries calls to a group at all. */
async function freePort(): Promise<number | undefined> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  await new Promise<void>((resolve) => socket.bind(0, resolve));
  const { port } = socket.address();
  try {
    socket.addMembership(group, host);
    socket.setMulticastInterface(host);
    const heard = new Promise<boolean>((resolve) => {
      socket.on('message', () => resolve(true));
      setTimeout(resolve, 1_000, false);
    });
    socket.send('?', port, group, () => undefined);
    return (await heard) ? port : undefined;
  } catch {
    return undefined;
  } finally {
    socket.close();
  }
}

describe('terminals that call to each other', async () => {
  const port = await freePort();
  if (port === undefined) {
    it('need a network that carries it', { skip: 'no multicast here' }, () => undefined);
    return;
  }
  const open = (name: TerminalName, at: { host: string; port: number }, saidAtMs = startMs) => {
    const calls = openCalls({
      group,
      port,
      host,
      everyMs: 20,
      keptMs: 400,
      call: () => signCall({ ...at, saidAtMs }, partyOf(name)),
      read: (bytes) => readCall(bytes, partyOf(name)),
    });
    after(() => calls.close());
    return calls;
  };
  const until = async (well: () => boolean): Promise<void> => {
    const end = performance.now() + 3_000;
    while (!well() && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(well());
  };

  it('find each other without an address that somebody wrote down, and lose who is silent', async () => {
    const link = await openTcpHandoverLink({ listen: { host, port: 0 }, peers: [] });
    const got: Uint8Array[] = [];
    link.listen((message) => got.push(message));
    const calls = open(first, { host, port: link.port });
    const others = open(second, { host, port: 9 });
    const sender = await openTcpHandoverLink({ peers: [], find: (id) => others.placeOf(id) });
    await until(() => sender.reaches(first));
    await sender.send(first, Uint8Array.of(1, 2, 3));
    await until(() => got.length === 1);
    calls.close();
    await until(() => !sender.reaches(first));
    await Promise.all([sender.close(), link.close()]);
    others.close();
  });

  it('do not follow an older call that somebody plays again, nor noise', async () => {
    const old = signCall({ host, port: 1, saidAtMs: startMs - 60_000 }, partyOf(first));
    const calls = open(first, { host, port: 2 });
    const listening = open(second, { host, port: 9 });
    await until(() => listening.placeOf(first) !== undefined);
    const attacker = createSocket('udp4');
    await new Promise<void>((resolve) => attacker.bind(0, host, resolve));
    attacker.setMulticastInterface(host);
    for (const bytes of [old, new Uint8Array(longestCall), new Uint8Array(9_000)])
      await new Promise((resolve) => attacker.send(bytes, port, group, resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(listening.placeOf(first), { host, port: 2 });
    attacker.close();
    calls.close();
    listening.close();
  });
});

describe('finding each other', () => {
  const enrolled = { merchantKey: 'A'.repeat(43), certificate: 'A'.repeat(220), peers: [] };
  const network = (network: object) => handoverSchema.safeParse({ ...enrolled, network }).success;

  it('is off until the merchant names it, and wants an address of this terminal', () => {
    const { find } = handoverSchema.parse({ ...enrolled, network: {} }).network ?? {};
    assert.equal(find, undefined);
    assert.equal(network({ find: { port: 7_000 } }), false);
    assert.equal(network({ listen: { host: 'desk', port: 7_001 }, find: { port: 7_000 } }), false);
    assert.equal(network({ listen: { host, port: 7_001 }, find: { port: 7_000 } }), true);
  });
});
