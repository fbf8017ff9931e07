import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { afterEach, test } from 'node:test';
import type { HostLink } from '#hal/link/contract.ts';
import { LinkFault } from '#hal/link/fault.ts';
import { createTcpLink, type TcpLinkOptions } from '#hal/link/tcp.ts';
import type { FaultCode } from '#src/fault.ts';
import {
  framed,
  linkOptions,
  type Script,
  type ScriptedHost,
  scriptedHost,
} from './scripted-host.ts';

const open: (ScriptedHost | HostLink)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function host(...script: Parameters<typeof scriptedHost>): Promise<ScriptedHost> {
  const made = await scriptedHost(...script);
  open.push(made);
  return made;
}

function link(port: number, more: Partial<TcpLinkOptions> = {}): HostLink {
  const made = createTcpLink(linkOptions(port, more));
  open.push(made);
  return made;
}

const request = Uint8Array.of(1, 2, 3);
const any = () => true;
const fault = (code: FaultCode, progress: 'nothingSent' | 'maybeSent') => (error: unknown) => {
  assert.ok(error instanceof LinkFault, String(error));
  assert.deepEqual([error.code, error.progress], [code, progress], error.message);
  return true;
};

test('a request goes out behind its length and the answer comes back without one', async () => {
  const bank = await host((socket) => socket.write(framed(9, 8, 7)));
  assert.deepEqual(await link(bank.port).exchange(request, any), Uint8Array.of(9, 8, 7));
  assert.deepEqual(bank.received, [Uint8Array.of(0, 3, 1, 2, 3)]);
});

test('an answer is one answer in whatever pieces it comes', async () => {
  const bank = await host((socket) => {
    const bytes = framed(...Array.from({ length: 300 }, (_, i) => i & 255));
    for (const byte of bytes) socket.write(Buffer.of(byte));
  });
  const answer = await link(bank.port).exchange(request, any);
  assert.equal(answer.length, 300);
});

test('an answer to an earlier request is handed over as late, and the wait goes on', async () => {
  const bank = await host((socket) =>
    socket.write(Buffer.concat([framed(1), framed(2), framed(3)])),
  );
  const late: number[] = [];
  const line = link(bank.port);
  line.onLate((answer) => late.push(answer[0]!));
  assert.deepEqual(await line.exchange(request, (answer) => answer[0] === 2), Uint8Array.of(2));
  assert.deepEqual(late, [1, 3]);
});

/** One byte at a time, so many milliseconds apart, as long as somebody listens. */
function drip(socket: Socket, bytes: Buffer, everyMs: number): void {
  const [first] = bytes;
  if (first === undefined || socket.destroyed) return;
  socket.write(Buffer.of(first));
  setTimeout(() => drip(socket, bytes.subarray(1), everyMs), everyMs);
}

test('signs of life and a thousand answers to other requests do not hide the right one', async () => {
  const others = Buffer.concat(Array.from({ length: 1_000 }, () => framed(9, 9)));
  const bank = await host((socket) =>
    socket.write(Buffer.concat([Buffer.alloc(64), others, framed(5), others])),
  );
  let late = 0;
  const line = link(bank.port, { connection: 'long' });
  line.onLate(() => late++);
  assert.deepEqual(await line.exchange(request, (answer) => answer[0] === 5), Uint8Array.of(5));
  assert.deepEqual(await line.exchange(request, (answer) => answer[0] === 5), Uint8Array.of(5));
  assert.ok(late >= 3_000, `${late} late answers`);
});

test('nothing but answers to other requests is no answer, however many they are', async () => {
  const bank = await host((socket) => {
    const flood = () => {
      if (!socket.destroyed) socket.write(framed(9, 9), () => setImmediate(flood));
    };
    flood();
  });
  const line = link(bank.port, { answerTimeoutMs: 120 });
  await assert.rejects(
    line.exchange(request, (answer) => answer[0] === 5),
    fault('link.answerTimeout', 'maybeSent'),
  );
});

type Failure = [name: string, script: Script, code: FaultCode];
const failures: Failure[] = [
  ['says nothing', () => {}, 'link.answerTimeout'],
  ['hangs up without an answer', (socket) => socket.end(), 'link.reset'],
  ['resets the connection', (socket) => socket.resetAndDestroy(), 'link.reset'],
  [
    'hangs up in the middle of its answer',
    (s) => s.end(framed(1, 2, 3).subarray(0, 4)),
    'link.badFrame',
  ],
  ['hangs up in the middle of the length', (s) => s.end(Buffer.of(0)), 'link.badFrame'],
  ['falls silent in the middle', (s) => s.write(framed(1, 2).subarray(0, 3)), 'link.answerTimeout'],
  ['sends a length that is no answer', (s) => s.write(Buffer.of(0xff, 0xff, 1)), 'link.badFrame'],
  ['only sends signs of life', (s) => s.write(Buffer.of(0, 0, 0, 0)), 'link.answerTimeout'],
  [
    'sends the longest length there is, and nothing',
    (s) => s.write(Buffer.of(0xff, 0xff)),
    'link.badFrame',
  ],
  [
    'drips its answer for longer than one waits',
    (s) => drip(s, framed(...Array.from({ length: 40 }, () => 7)), 10),
    'link.answerTimeout',
  ],
];
for (const [name, script, code] of failures) {
  test(`a host that ${name} may have booked: ${code}`, async () => {
    const bank = await host(script);
    const line = link(bank.port, { answerTimeoutMs: 60 });
    await assert.rejects(line.exchange(request, any), fault(code, 'maybeSent'));
  });
}

test('a closed port is refused and nothing was sent', async () => {
  const bank = await scriptedHost(() => {});
  await bank.close();
  const line = link(bank.port);
  await assert.rejects(line.exchange(request, any), fault('link.connectRefused', 'nothingSent'));
  await assert.rejects(line.probe(), fault('link.connectRefused', 'nothingSent'));
});

test('a name that nobody knows is told apart from a host that does not answer', async () => {
  const endpoints = [{ host: 'no-such-host.invalid', port: 1 }];
  const line = link(1, { endpoints, connectTimeoutMs: 3000 });
  await assert.rejects(line.exchange(request, any), fault('link.nameNotFound', 'nothingSent'));
});

test('a network without a way there is unreachable', async () => {
  const line = link(1, { endpoints: [{ host: '255.255.255.255', port: 9 }] });
  await assert.rejects(line.exchange(request, any), fault('link.unreachable', 'nothingSent'));
});

test('when the primary host is closed the second one answers, and stays the first choice', async () => {
  const gone = await scriptedHost(() => {});
  await gone.close();
  const second = await host((socket) => socket.write(framed(2)));
  const endpoints = [gone.port, second.port].map((port) => ({ host: '127.0.0.1', port }));
  const line = link(1, { endpoints });
  assert.deepEqual(await line.exchange(request, any), Uint8Array.of(2));
  await line.probe();
  assert.equal(second.connections.length, 2);
});

test('the second host serves for a while, then the primary one is tried first again', async () => {
  const gone = await scriptedHost(() => {});
  await gone.close();
  const second = await host((socket) => socket.write(framed(2)));
  const endpoints = [gone.port, second.port].map((port) => ({ host: '127.0.0.1', port }));
  for (const connection of ['short', 'long'] as const) {
    const line = link(1, { endpoints, connection, returnToPrimaryMs: 300 });
    assert.deepEqual(await line.exchange(request, any), Uint8Array.of(2));
    const primary = await scriptedHost(
      (socket) => socket.write(framed(1)),
      undefined,
      undefined,
      gone.port,
    );
    assert.deepEqual(await line.exchange(request, any), Uint8Array.of(2));
    await new Promise((resolve) => setTimeout(resolve, 320));
    assert.deepEqual(await line.exchange(request, any), Uint8Array.of(1));
    await primary.close();
    if (connection === 'short')
      assert.deepEqual(await line.exchange(request, any), Uint8Array.of(2));
    await line.close();
  }
});

test('a request is never sent to the second host when the first one may have it', async () => {
  const first = await host((socket) => socket.resetAndDestroy());
  const second = await host((socket) => socket.write(framed(2)));
  const endpoints = [first.port, second.port].map((port) => ({ host: '127.0.0.1', port }));
  const line = link(1, { endpoints });
  await assert.rejects(line.exchange(request, any), fault('link.reset', 'maybeSent'));
  assert.equal(second.connections.length, 0);
});

test('short connections are opened for each exchange, a long one is kept', async () => {
  const bank = await host((socket) => socket.write(framed(5)));
  const short = link(bank.port);
  await short.exchange(request, any);
  await short.exchange(request, any);
  assert.equal(bank.connections.length, 2);
  const long = link(bank.port, { connection: 'long' });
  await long.exchange(request, any);
  await long.exchange(request, any);
  await long.probe();
  assert.equal(bank.connections.length, 3);
});

test('a long connection that the host closed meanwhile is opened anew without losing the request', async () => {
  const bank = await host((socket) => socket.write(framed(5)));
  const line = link(bank.port, { connection: 'long' });
  await line.exchange(request, any);
  const closed = new Promise((resolve) => bank.connections[0]!.once('close', resolve));
  bank.connections[0]!.end();
  await closed;
  assert.deepEqual(await line.exchange(request, any), Uint8Array.of(5));
  assert.equal(bank.connections.length, 2);
});

test('a long connection that was silent too long is not trusted', async () => {
  const bank = await host((socket) => socket.write(framed(5)));
  const line = link(bank.port, { connection: 'long', idleLimitMs: 0 });
  await line.exchange(request, any);
  await line.exchange(request, any);
  assert.equal(bank.connections.length, 2);
});

test('an answer that comes between two requests on a long connection is late', async () => {
  const bank = await host((socket) => socket.write(framed(5)));
  const line = link(bank.port, { connection: 'long' });
  await line.exchange(request, any);
  const late = new Promise<Uint8Array>((resolve) => line.onLate(resolve));
  bank.connections[0]!.write(framed(6));
  assert.deepEqual(await late, Uint8Array.of(6));
});

test('closing the link ends a wait, and nothing goes out after it', async () => {
  let heard = () => {};
  const asked = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const bank = await host(() => heard());
  const line = link(bank.port);
  const ended = assert.rejects(line.exchange(request, any), fault('link.reset', 'maybeSent'));
  await asked;
  await line.close();
  await ended;
  await assert.rejects(line.exchange(request, any), fault('link.reset', 'nothingSent'));
  assert.equal(bank.received.length, 1);
});
