import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createProber } from '#hal/link/probe.ts';
import { withDeadProbes } from '#hal/simulator/faulty.ts';
import { Relay } from '#hal/simulator/relay.ts';
import { expiredIdentity } from '#hal/simulator/wrong-settings.ts';

describe('how far the way to the bank goes', () => {
  const bank = createServer((socket) => socket.on('error', () => undefined));
  let relay: Relay;
  before(async () => {
    await new Promise<void>((resolve) => bank.listen(0, '127.0.0.1', resolve));
    const address = bank.address();
    assert.ok(typeof address === 'object' && address !== null);
    relay = new Relay({ host: '127.0.0.1', port: address.port });
    await relay.open();
  });
  after(async () => {
    await relay.close();
    bank.close();
  });

  const prober = (host = '127.0.0.1') =>
    createProber({
      endpoints: [{ host, port: relay.port }],
      otherHost: { host: '127.0.0.1', port: relay.port },
      tls: { ca: expiredIdentity().cert, servername: 'bank.test' },
      timeoutMs: 900,
    });
  const found = async (
    check: 'interface' | 'name' | 'connect' | 'tls' | 'otherHost',
    host?: string,
  ) => {
    const { ok, problem, tookMs } = await prober(host).check(check);
    assert.ok(tookMs < 1_000, 'each within a second');
    return ok ? 'ok' : problem;
  };

  it('a line that opens is said to open', async () => {
    assert.equal(await found('interface'), 'ok');
    assert.equal(await found('connect'), 'ok');
    assert.equal(await found('otherHost'), 'ok');
  });

  it('a bank that listens no more refuses', async () => {
    await relay.set({ refused: true });
    assert.equal(await found('connect'), 'refused');
    await relay.set({ refused: false });
    assert.equal(await found('connect'), 'ok');
  });

  it('a name that nobody knows is not found, or not in time', async () => {
    assert.match(String(await found('name', 'bank.invalid')), /^(notFound|timeout)$/);
  });

  it('a certificate past its date is told from every other failure of the handshake', async () => {
    await relay.set({ expiredCertificate: true });
    assert.equal(await found('tls'), 'certificateExpired');
    await relay.set({ expiredCertificate: false });
  });

  it('without a network nothing is reached, and no socket is opened', async () => {
    const dead = withDeadProbes(prober(), () => true);
    assert.equal((await dead.check('interface')).problem, 'down');
    assert.equal((await dead.check('otherHost')).problem, 'unreachable');
  });
});
