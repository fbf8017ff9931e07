import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Problem } from '#hal/simulator/problem.ts';
import { type RunningWorld, startWorld } from './world-of-test.ts';

describe('A script drives the simulated terminal over REST', () => {
  let run: RunningWorld;
  const get = (path: string) => run.call('GET', path);
  const post = (path: string, body?: unknown) => run.call('POST', path, body);
  before(async () => {
    run = await startWorld();
  });
  after(() => run.stop());

  test('a hold: touch by text, card in, PIN, slip, card out', async () => {
    assert.equal((await get('/api/screen')).value.name, 'home');
    const touched = await post('/api/touch', { text: 'Pre-auth' });
    assert.deepEqual([touched.status, touched.value.name], [200, 'present-card']);
    const inserted = await post('/api/reader/insert', { card: 'unionpay-credit' });
    assert.deepEqual([inserted.value.card, inserted.value.screen.name], ['unionpay-credit', 'pin']);
    assert.equal((await post('/api/pin', { digits: '123456' })).value.name, 'held');
    const [slip] = (await get('/api/paper')).value;
    assert.deepEqual([slip.n, slip.text, slip.png], [1, 'HELD 6 digits\n', '/api/paper/1.png']);
    assert.equal((await get('/api/paper/1.png')).type, 'image/png');
    assert.equal((await post('/api/reader/remove')).value.card, null);
  });

  test('a text that is not there is answered with what is there', async () => {
    const { status, type, value } = await post('/api/touch', { text: 'Nowhere' });
    assert.equal(status, 409);
    assert.match(type, /^application\/problem\+json/);
    assert.equal(value.code, 'notOnScreen');
    assert.equal(value.type, 'urn:holdfast:problem:notOnScreen');
    assert.ok(value.zh.title.length > 0 && value.detail.includes('Nowhere'));
    assert.equal(value.screen.name, 'held');
  });

  test('an unknown card lists the tray, a second card finds the slot taken, an empty slot gives none', async () => {
    const unknown = await post('/api/reader/insert', { card: 'library-card' });
    assert.equal(unknown.status, 404);
    assert.ok(unknown.value.cards.includes('dead-chip'));
    await post('/api/reader/insert', { card: 'dead-chip' });
    assert.equal(
      (await post('/api/reader/insert', { card: 'signature' })).value.code,
      'slotOccupied',
    );
    await post('/api/reader/remove');
    assert.equal((await post('/api/reader/remove')).value.code, 'slotEmpty');
  });

  test('a swipe reaches the terminal as edges; made-up edges do as well', async () => {
    await post('/api/head/swipe', { card: 'unionpay-credit', speed: 12, reversed: true });
    await post('/api/head/swipe', { edges: [{ track: 2, timestampsNs: [1, '2', 30] }] });
    const rows = (await get('/api/journal?limit=1000')).value;
    const swipes = rows.flatMap((row: { event: { type: string; swipe: unknown } }) =>
      row.event.type === 'swipe' ? [row.event.swipe] : [],
    );
    assert.equal(swipes.length, 2);
    assert.equal(swipes[0].edges.length, 2);
    assert.deepEqual(swipes[1], {
      edges: [{ track: 2, timestampsNs: { 0: '1', 1: '2', 2: '30' } }],
      bits: [],
      lostEdges: 0,
    });
  });

  test('faults are named by what a person sees, and are mended one by one or all', async () => {
    const all = await get('/api/faults');
    assert.ok(all.value.every((fault: { label: { zh: string } }) => fault.label.zh.length > 0));
    const active = async () =>
      (await get('/api/faults')).value.flatMap((fault: { name: string; active: boolean }) =>
        fault.active ? [fault.name] : [],
      );
    await post('/api/faults', { name: 'paperOut' });
    await post('/api/faults', { name: 'networkDown' });
    assert.deepEqual(await active(), ['paperOut', 'networkDown']);
    await run.call('DELETE', '/api/faults/paperOut');
    assert.deepEqual(await active(), ['networkDown']);
    await run.call('DELETE', '/api/faults');
    assert.deepEqual(await active(), []);
    assert.equal((await post('/api/faults', { name: 'paperJammed' })).status, 400);
    assert.equal((await post('/api/faults', { name: 'cardPulledAtApdu' })).status, 400);
    assert.equal((await run.call('DELETE', '/api/faults/ghosts')).status, 404);
  });

  test('a card pulled at the first command is gone from the slot, and the fault with it', async () => {
    await post('/api/faults', { name: 'cardPulledAtApdu', apdu: 1 });
    const { value } = await post('/api/reader/insert', { card: 'unionpay-credit' });
    assert.deepEqual([value.card, value.screen.name], [null, 'pulled']);
    const fault = (await get('/api/faults')).value.find(
      (each: { name: string }) => each.name === 'cardPulledAtApdu',
    );
    assert.equal(fault.active, false);
  });

  test('the clock of the terminal moves with the world', async () => {
    const day = 86_400_000;
    const { value } = await post('/api/clock', { advanceMs: day });
    assert.equal(value.offsetMs, day);
    assert.ok(Math.abs(value.nowMs - Date.now() - day) < 5000);
    const last = (await get('/api/journal?limit=1000')).value.at(-1).event;
    assert.deepEqual(last, { type: 'clock', offsetMs: day });
    assert.equal((await post('/api/clock', { advanceMs: 1e15 })).status, 400);
  });

  test('pulling the plug kills the process; the next one starts at home', async () => {
    await post('/api/touch', { text: 'Pre-auth' });
    const pid = run.world.terminal.pid;
    const { value } = await post('/api/power', { cut: true });
    assert.deepEqual([value.state, value.screen.name], ['ready', 'home']);
    assert.notEqual(run.world.terminal.pid, pid);
  });

  test('a terminal that stays off says so to every call, and comes back by its switch', async () => {
    assert.equal((await post('/api/power', { cut: true, restart: false })).value.state, 'off');
    for (const path of [
      '/api/screen',
      '/api/screen.png',
      '/api/screen/tree',
      '/api/journal',
      '/api/holds',
    ]) {
      const { status, value } = await get(path);
      assert.deepEqual([status, value.code], [503, 'terminalOff'], path);
    }
    assert.equal((await get('/api/cards')).status, 200);
    await post('/api/reader/insert', { card: 'signature' });
    assert.equal((await post('/api/power', { on: true })).value.state, 'ready');
    assert.equal((await get('/api/screen?name=pin&waitMs=2000')).status, 200);
    await post('/api/reader/remove');
  });

  test('a terminal that crashes is started again and the timeline says so', async () => {
    await post('/api/scan', { text: 'crash' });
    await run.world.powerOn();
    const lines = (await get('/api/timeline')).value.map((line: { text: string }) => line.text);
    assert.ok(lines.includes('The terminal ended by itself (exit code 7).'));
  });

  test('a terminal that cannot start stays off, with the reason on the timeline', async () => {
    const broken = await startWorld({ argv: ['--broken'] }).catch((error: unknown) => error);
    assert.ok(broken instanceof Problem && broken.code === 'terminalOff');
  });

  test('the PIN without a prompt is refused with the screen that is shown', async () => {
    const { status, value } = await post('/api/pin', { digits: '1234' });
    assert.deepEqual([status, value.code, value.screen.name], [409, 'noPinPrompt', 'home']);
  });

  test('all calls are described, in JSON for programs and readable for people', async () => {
    const { value } = await get('/api/docs');
    assert.match(value.openapi, /^3\./);
    const paths =
      '/api/screen /api/screen.png /api/screen/tree /api/touch /api/key /api/cards /api/reader/insert ' +
      '/api/reader/remove /api/head/swipe /api/pin /api/paper /api/journal /api/holds /api/incidents ' +
      '/api/incidents/{id}/report /api/reports/week /api/messages /api/messages/answer ' +
      '/api/bank/ledger /api/bank/behaviour /api/faults /api/clock /api/power /api/live';
    for (const path of paths.split(' ')) assert.ok(value.paths[path], path);
    const touch = value.paths['/api/touch'].post.requestBody.content['application/json'].schema;
    assert.equal((touch.anyOf ?? touch.oneOf).length, 3);
    const page = await run.call('GET', '/api/docs', undefined, { accept: 'text/html' });
    assert.match(page.type, /^text\/html/);
  });
});
