import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { Relay } from '#hal/simulator/relay.ts';
import { type RunningWorld, startWorld } from './world-of-test.ts';

/** fetch does not let a program lie about Host and Origin; plain HTTP does. */
function raw(address: string, path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const asked = request(new URL(path, address), { method, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('The simulator answers this machine and its own page only', () => {
  let run: RunningWorld;
  before(async () => {
    run = await startWorld();
  });
  after(() => run.stop());

  const foreign = [
    ['another site’s page', { origin: 'http://evil.example' }],
    ['a page from a file', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a name that was rebound to 127.0.0.1', { host: 'evil.example' }],
    ['a picture on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    [
      'a link on another site to a call',
      {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
    ],
  ] as const;
  for (const [who, headers] of foreign) {
    test(`${who} is refused`, async () => {
      const { status, body } = await raw(run.address, '/api/screen', headers as never);
      assert.equal(status, 403);
      assert.equal(JSON.parse(body).code, 'foreignOrigin');
    });
  }

  test('the socket refuses another site as well', async () => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      origin: 'http://evil.example',
    };
    assert.equal((await raw(run.address, '/api/live', headers)).status, 403);
  });

  test('its own page, by any name of this machine, is served', async () => {
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']) {
      const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
      assert.equal((await raw(run.address, '/api/screen', headers)).status, 200, host);
    }
    const visit = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    assert.equal((await raw(run.address, '/', visit)).status, 200);
  });

  const refused: readonly [string, string, unknown, Record<string, string>, number, string][] = [
    ['half a body', '/api/touch', '{"x":', {}, 400, 'notValid'],
    [
      'a form',
      '/api/touch',
      'x=1',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'notJson',
    ],
    [
      'plain text, as a foreign form can send it',
      '/api/touch',
      '{}',
      { 'content-type': 'text/plain' },
      415,
      'notJson',
    ],
    ['a text where a number belongs', '/api/touch', { x: '1', y: 2 }, {}, 400, 'notValid'],
    ['an unknown member', '/api/touch', { x: 1, y: 2, z: 3 }, {}, 400, 'notValid'],
    ['nothing', '/api/touch', undefined, {}, 400, 'notValid'],
    ['a list', '/api/touch', [1], {}, 400, 'notValid'],
    ['a touch outside the panel', '/api/touch', { x: 40, y: 1 }, {}, 400, 'outsideThePanel'],
    ['a key that is not there', '/api/key', { key: 'F1' }, {}, 400, 'notValid'],
    ['a body that is too large', '/api/scan', `"${'x'.repeat(70_000)}"`, {}, 413, 'tooLarge'],
    ['a prototype', '/api/touch', '{"__proto__":{"x":1},"text":"Pre-auth"}', {}, 400, 'notValid'],
    ['a call that is not there', '/api/nowhere', {}, {}, 404, 'notFound'],
    ['letters in a PIN', '/api/pin', { digits: '12a4' }, {}, 400, 'notValid'],
  ];
  for (const [what, path, body, headers, status, code] of refused) {
    test(`${what} is refused in words`, async () => {
      const answer = await run.call('POST', path, body, headers);
      assert.deepEqual([answer.status, answer.value.code], [status, code]);
      assert.match(answer.type, /^application\/problem\+json/);
      assert.ok(answer.value.title && answer.value.detail && answer.value.zh.detail);
    });
  }
});

test('with real devices and a bank outside, the simulated ones say that they are not in use', async () => {
  const run = await startWorld({
    reader: 'pcsc',
    head: 'gpio',
    printer: '/dev/usb/lp0',
    bank: undefined,
  });
  const calls: readonly [string, string, unknown][] = [
    ['POST', '/api/reader/insert', { card: 'signature' }],
    ['POST', '/api/reader/remove', {}],
    ['POST', '/api/head/swipe', { card: 'signature' }],
    ['GET', '/api/paper', undefined],
    ['GET', '/api/bank/ledger', undefined],
    ['POST', '/api/bank/behaviour', { mode: 'silent' }],
    ['POST', '/api/faults', { name: 'paperOut' }],
    ['POST', '/api/faults', { name: 'bankDown' }],
  ];
  for (const [method, path, body] of calls) {
    const { status, value } = await run.call(method, path, body);
    assert.deepEqual([status, value.code], [409, 'notSimulated'], path);
  }
  await run.stop();
});

test('the line is dead while the network or the bank is down, and works afterwards', async () => {
  const relay = new Relay({ host: '127.0.0.1', port: 1 });
  await relay.open();
  const run = await startWorld({ relay });
  const opens = async () => {
    const { connect } = await import('node:net');
    return new Promise<boolean>((resolve) => {
      const socket = connect(relay.port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
  };
  assert.equal(await opens(), true);
  for (const name of ['networkDown', 'bankDown']) {
    await run.call('POST', '/api/faults', { name });
    assert.equal(await opens(), false, name);
    await run.call('DELETE', '/api/faults');
    assert.equal(await opens(), true, name);
  }
  await run.stop();
  await relay.close();
});
