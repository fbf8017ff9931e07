import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { TLSSocket, TlsOptions } from 'node:tls';
import type { LinkTls } from '#hal/link/connect.ts';
import type { HostLink } from '#hal/link/contract.ts';
import { LinkFault } from '#hal/link/fault.ts';
import { createTcpLink, type TcpLinkOptions } from '#hal/link/tcp.ts';
import { expiredIdentity } from '#hal/simulator/wrong-settings.ts';
import { framed, linkOptions, type ScriptedHost, scriptedHost } from './scripted-host.ts';

const pem = (name: string): string =>
  readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');
const identity = (name: string) => ({ cert: pem(`${name}.cert`), key: pem(`${name}.key`) });

const hostTls: TlsOptions = {
  ...identity('host'),
  ca: pem('ca.cert'),
  requestCert: true,
  rejectUnauthorized: true,
};
const terminalTls: LinkTls = {
  ...identity('terminal'),
  ca: pem('ca.cert'),
  servername: 'bank.test',
};

const open: (ScriptedHost | HostLink)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function exchange(tls: LinkTls, more: Partial<TcpLinkOptions> = {}, options = hostTls) {
  const bank = await scriptedHost((socket) => socket.write(framed(7)), options);
  open.push(bank);
  const line = createTcpLink(linkOptions(bank.port, { tls, ...more }));
  open.push(line);
  return { bank, answer: line.exchange(Uint8Array.of(1), () => true) };
}

const tlsFault = (error: unknown) => {
  assert.ok(error instanceof LinkFault, String(error));
  assert.equal(error.code, 'link.tls', error.message);
  return true;
};

test('both sides show certificates of the pinned authority and speak TLS 1.3', async () => {
  const { bank, answer } = await exchange(terminalTls);
  assert.deepEqual(await answer, Uint8Array.of(7));
  const socket = bank.connections[0] as TLSSocket;
  assert.equal(socket.getProtocol(), 'TLSv1.3');
  assert.equal(socket.authorized, true);
});

test('a long connection is kept under TLS too', async () => {
  const { bank, answer } = await exchange(terminalTls, { connection: 'long' });
  await answer;
  const line = open[1] as HostLink;
  assert.deepEqual(await line.exchange(Uint8Array.of(2), () => true), Uint8Array.of(7));
  assert.equal(bank.connections.length, 1);
});

test('a host of another authority gets nothing', async () => {
  const { bank, answer } = await exchange({ ...terminalTls, ca: pem('other-ca.cert') });
  await assert.rejects(answer, (error) => {
    tlsFault(error);
    assert.equal((error as LinkFault).progress, 'nothingSent');
    return true;
  });
  assert.equal(bank.received.length, 0);
});

test('a host with a certificate for another name gets nothing', async () => {
  const { bank, answer } = await exchange({ ...terminalTls, servername: 'other.test' });
  await assert.rejects(answer, tlsFault);
  assert.equal(bank.received.length, 0);
});

test('a host whose certificate has expired gets nothing, though its authority is the pinned one', async () => {
  const expired = expiredIdentity();
  const { bank, answer } = await exchange(
    { ...terminalTls, ca: expired.cert },
    {},
    { ...hostTls, ...expired },
  );
  await assert.rejects(answer, (error) => {
    tlsFault(error);
    assert.match((error as LinkFault).message, /expired/i);
    assert.equal((error as LinkFault).progress, 'nothingSent');
    return true;
  });
  assert.equal(bank.received.length, 0);
});

test('a host that does not know the terminal refuses it, and has read nothing', async () => {
  for (const own of [identity('stranger'), {}]) {
    const { cert: _cert, key: _key, ...trust } = terminalTls;
    const { bank, answer } = await exchange({ ...trust, ...own });
    await assert.rejects(answer, (error) => error instanceof LinkFault);
    assert.equal(bank.received.length, 0);
  }
});

test('a host that only speaks TLS 1.2 is refused', async () => {
  const { answer } = await exchange(terminalTls, {}, { ...hostTls, maxVersion: 'TLSv1.2' });
  await assert.rejects(answer, tlsFault);
});

test('a host that speaks no TLS at all is told apart from one that is not there', async () => {
  const bank = await scriptedHost((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  open.push(bank);
  const line = createTcpLink(linkOptions(bank.port, { tls: terminalTls }));
  await assert.rejects(line.probe(), tlsFault);
});

test('a handshake that never ends is a connect time-out', async () => {
  const bank = await scriptedHost(() => {});
  open.push(bank);
  const line = createTcpLink(linkOptions(bank.port, { tls: terminalTls, connectTimeoutMs: 60 }));
  await assert.rejects(line.probe(), (error) => {
    assert.ok(error instanceof LinkFault);
    assert.deepEqual([error.code, error.progress], ['link.connectTimeout', 'nothingSent']);
    return true;
  });
});
