import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningWorld, startWorld } from './world-of-test.ts';

const times = (count: number, at = (i: number): number | string => i * 300_000) =>
  Array.from({ length: count }, (_, i) => at(i));
const track2 = (timestampsNs: readonly unknown[]) => ({ edges: [{ track: 2, timestampsNs }] });

describe('A swipe that no head could give is refused, and why is said', () => {
  let run: RunningWorld;
  before(async () => {
    run = await startWorld();
  });
  after(() => run.stop());

  const table: readonly (readonly [string, unknown, number, string])[] = [
    ['time that runs backwards', track2(times(400, (i) => 900 - i)), 400, 'notAscending'],
    ['negative time', track2(times(400, (i) => i - 5)), 400, 'badTimestamp'],
    ['parts of a nanosecond', track2(times(400, (i) => i + 0.5)), 400, 'badTimestamp'],
    ['text that is no number', track2(['1', 'x']), 400, 'badTimestamp'],
    ['a number that a float cannot hold', track2([2 ** 60]), 400, 'badTimestamp'],
    ['more than 63 bits', track2(['9223372036854775808']), 400, 'badTimestamp'],
    ['no track', { edges: [] }, 400, 'noEdges'],
    ['a track without edges', track2([]), 400, 'noEdges'],
    ['a track twice', { edges: [...track2([1]).edges, ...track2([2]).edges] }, 400, 'trackTwice'],
    ['a track 4', { edges: [{ track: 4, timestampsNs: [1] }] }, 400, 'notValid'],
    ['more edges than a line can swing', track2(times(30_000)), 400, 'notValid'],
    ['a million edges', track2(times(1_000_000)), 413, 'tooLarge'],
    ['lost edges below none', { ...track2([1]), lostEdges: -1 }, 400, 'notValid'],
    ['no speed at all', { card: 'stripe-only', speed: 0 }, 400, 'notValid'],
    ['a speed no hand has', { card: 'stripe-only', speed: 1000 }, 400, 'notValid'],
    ['a card that is not there', { card: 'none' }, 404, 'unknownCard'],
    ['nothing', {}, 400, 'notValid'],
  ];
  for (const [what, body, status, code] of table) {
    test(what, async () => {
      const answer = await run.call('POST', '/api/head/swipe', body);
      assert.deepEqual([answer.status, answer.value.code], [status, code]);
      assert.ok(answer.value.detail.length > 10 && answer.value.zh.detail.length > 5);
    });
  }

  test('the first wrong edge is named', async () => {
    const { value } = await run.call('POST', '/api/head/swipe', track2([5, 7, 6, 1]));
    assert.deepEqual([value.track, value.index], [2, 2]);
  });
});

describe('A swipe that a head could give', () => {
  let run: RunningWorld;
  const heard: { edges: unknown[]; bits: unknown[]; lostEdges: number }[] = [];
  before(async () => {
    run = await startWorld();
    const { terminal } = run.world;
    const tell = terminal.tell.bind(terminal);
    terminal.tell = (event) => {
      if (event.type === 'swipe') heard.push(structuredClone(event.swipe) as never);
      tell(event);
    };
  });
  after(() => run.stop());
  const swipe = async (body: unknown) => {
    assert.equal((await run.call('POST', '/api/head/swipe', body)).status, 200);
    return heard.at(-1);
  };

  test('says how many edges the ring lost', async () => {
    const given = await swipe({ ...track2(['0', 5, 5, '9007199254740993']), lostEdges: 7 });
    assert.equal(given?.lostEdges, 7);
    const timestampsNs = BigInt64Array.of(0n, 5n, 5n, 9007199254740993n);
    assert.deepEqual(given?.edges, [{ track: 2, timestampsNs }]);
  });

  test('is another one each time, and the same one with the same seed', async () => {
    const first = await swipe({ card: 'stripe-only', jitter: 5 });
    const second = await swipe({ card: 'stripe-only', jitter: 5 });
    assert.notDeepEqual(first?.edges, second?.edges);
    const seeded = await swipe({ card: 'stripe-only', jitter: 5, seed: 9 });
    assert.deepEqual(seeded, await swipe({ card: 'stripe-only', jitter: 5, seed: 9 }));
  });

  test('may come from a head with a decoder of its own', async () => {
    const given = await swipe({ card: 'stripe-only', decoded: true, reversed: true });
    assert.deepEqual(given?.edges, []);
    assert.ok((given?.bits.length ?? 0) > 0);
  });
});
