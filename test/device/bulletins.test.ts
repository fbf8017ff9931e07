import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Kept, KeptRefusal } from '#src/bulletin/kept.ts';
import { Cashier } from './shift.ts';
import { Simulator } from './simulator.ts';

type Answer = { readonly kept: readonly Kept[]; readonly refused: readonly KeptRefusal[] };

/** Through the calls alone: a stick, a finger, a bank that is down. */
describe('bulletins at the glass', () => {
  let shop: Simulator;
  let cashier: Cashier;

  before(async () => {
    shop = await Simulator.start({ args: ['--language', 'en'] });
    cashier = new Cashier(shop);
  });
  after(() => shop?.stop());

  it('the bank announces that it is down: read, said before the card, and while waiting', async () => {
    await shop.until('home');
    await shop.post('/api/bulletins', { announce: 'bankDown' });
    const shown = await shop.until('bulletin');
    assert.ok(shown.texts.some((text) => text.includes('The bank is down')));
    await cashier.tap('primary');
    await shop.until('home');
    await shop.post('/api/faults', { name: 'bankDown' });
    await cashier.askHold(50_000);
    const asking = await shop.screen();
    assert.ok(asking.texts.includes('The bank is down'), asking.texts.join());
    await shop.insert('unionpay-credit');
    await shop.pin('123456');
    const why = await shop.until('why');
    assert.ok(
      why.texts.some((text) => text.includes('Bank notice')),
      why.texts.join(),
    );
    await shop.remove();
    await shop.call('DELETE', '/api/faults');
    await cashier.home();
  });

  it('the news that it is back takes the outage back', async () => {
    await shop.post('/api/bulletins', { announce: 'bankBack' });
    await shop.until('bulletin');
    await cashier.tap('primary');
    const { kept } = await shop.get<Answer>('/api/bulletins');
    assert.deepEqual(
      kept.map(({ kind, withdrawnBy, readBy }) => [kind, withdrawnBy !== undefined, readBy]),
      [
        ['outage', true, ['01']],
        ['news', false, ['01']],
      ],
    );
  });

  it('a replayed file, a stranger’s and nonsense are refused, in words', async () => {
    await shop.until('home');
    const { file } = await shop.post<{ file: string }>('/api/bulletins', { announce: 'bankDown' });
    await shop.until('bulletin');
    await cashier.tap('primary');
    const altered = file.replace(
      /"sig": "(.)/,
      (_, first) => `"sig": "${first === 'A' ? 'B' : 'A'}`,
    );
    const old = { number: 3, kind: 'news', title: both, text: both };
    await shop.post('/api/bulletins', { file: altered.replace('"payload"', ' "payload"') });
    await shop.post('/api/bulletins', { file: 'x'.repeat(70_000) });
    await shop.post('/api/bulletins', { bulletin: old });
    await shop.post('/api/bulletins', { signer: 'stranger', bulletin: old });
    let problems: readonly string[] = [];
    await shop.eventually(async () => {
      const { refused } = await shop.get<Answer>('/api/bulletins');
      problems = refused.map(({ problem }) => problem).sort();
      return problems.length === 4;
    }, 'four refusals');
    assert.deepEqual(problems, ['olderNumber', 'signature', 'tooLarge', 'unknownSigner']);
    await cashier.home();
    await cashier.tap('settings');
    await cashier.tap('bulletins');
    const list = await shop.until('bulletins');
    assert.ok(
      list.texts.some((text) => text.includes('not taken')),
      list.texts.join(),
    );
  });
});

const both = { 'zh-CN': '旧的', en: 'Old' };
