import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Signal } from '#src/fraud/score.ts';
import { Simulator } from '../device/simulator.ts';
import { CaseWalker } from './case-walker.ts';

type JournalRow = {
  readonly seq: number;
  readonly event: {
    readonly kind: string;
    readonly signals?: readonly { readonly signal: Signal; readonly count: number }[];
  };
};

/** Words that would tell the customer. */
const telltale = /fraud|stolen|suspic|fake|forged|lost card|code 10/i;
const number = '6222000000014471';

/** Signals that need a course of events, each from the first touch to the number that only the supervisor knows. */
describe('what looks odd is brought to the supervisor without a word to the customer', () => {
  let walker: CaseWalker;
  let seen: string[] = [];

  beforeEach(async () => {
    seen = [];
    walker = new CaseWalker(
      await Simulator.start({
        config: { language: 'en', fraud: { alertFrom: 50, from: { sameNumberOften: 5 } } },
      }),
    );
  });
  afterEach(() => walker.shop.stop());

  /** The words of every screen on which a customer may look along. */
  const look = async () => {
    const { texts } = await walker.shop.screen();
    seen.push(...texts);
  };
  const journal = () => walker.shop.get<readonly JournalRow[]>('/api/journal?limit=1000');
  const signals = async (): Promise<readonly (readonly [Signal, number])[]> => {
    const raised = (await journal()).findLast(({ event }) => event.kind === 'fraud.alerted');
    return (raised?.event.signals ?? []).map(({ signal, count }) => [signal, count] as const);
  };
  /** Home shows a number and nothing else; behind the PIN the supervisor finds the words. */
  const theCall = async (words: RegExp, decision: 'goOn' | 'refuse') => {
    await walker.shop.call('POST', '/api/reader/remove', {});
    await walker.cashier.home();
    await walker.shop.eventually(
      async () => (await walker.shop.screen()).texts.some((text) => /^Call \d\d$/.test(text)),
      'the number of the call',
    );
    await look();
    assert.doesNotMatch(seen.join('\n'), telltale);
    await walker.tap('settings');
    await walker.tap('calls');
    await walker.cashier.supervisor();
    const { actions } = await walker.shop.until('calls');
    const call = actions.find(({ id }) => id.startsWith('call-'));
    await walker.tap(call?.id ?? '');
    const { texts } = await walker.shop.until('call');
    assert.match(texts.join('\n'), words);
    await walker.tap('primary');
    await walker.tap(`decide-${decision}`);
    await walker.shop.until('calls');
    await walker.cashier.home();
  };
  const swipe = async (card: string) => {
    await walker.shop.post('/api/head/swipe', { card });
    await walker.reasons();
    await look();
  };

  it('a chip card that is swiped again and again and never inserted', async () => {
    await walker.begin();
    await swipe('unionpay-credit');
    for (let i = 0; i < 2; i++) {
      await walker.take('insertChip');
      await swipe('unionpay-credit');
    }
    assert.deepEqual(await signals(), [['chipAvoided', 3]]);
    assert.equal((await walker.newest()).diagnosis.finding, 'askSupervisor');
    await theCall(/Swiped 3 times/, 'goOn');
  });

  it('one card on hold after hold; and no way out is taken away by it', async () => {
    for (let i = 0; i < 5; i++) {
      await walker.begin();
      await walker.pay('no-cvm', false);
      await walker.shop.until('held');
      await look();
      await walker.shop.remove();
    }
    await walker.shop.eventually(async () => (await signals()).length > 0, 'the alert');
    assert.deepEqual(await signals(), [['sameNumberOften', 5]]);
    await theCall(/5 holds on one card/, 'goOn');
    await walker.begin();
    await walker.pay('no-cvm', false);
    await walker.shop.until('held');
  });

  it('codes by phone that the bank never gave', async () => {
    await walker.shop.post('/api/bank/behaviour', {
      mode: 'decline',
      code: '25',
      kinds: ['offlineAdvice'],
    });
    for (let i = 0; i < 2; i++) {
      await walker.begin();
      await walker.pay('dead-chip', false);
      await walker.reasons();
      await walker.take('callIssuer');
      await walker.tap('field-code');
      await walker.cashier.type('1234561235');
      await walker.tap('primary');
      await walker.shop.until('type-number');
      await walker.cashier.type(number);
      await walker.tap('primary');
      for (const tick of ['lastFourMatch', 'cardSeen', 'supervisor'])
        await walker.tap(`tick-${tick}`);
      await walker.cashier.supervisor();
      await walker.tap('primary');
      await walker.shop.until('result');
      await look();
      await walker.tap('done');
      await walker.shop.call('POST', '/api/reader/remove', {});
      await walker.cashier.home();
    }
    await walker.shop.eventually(
      async () =>
        (await journal()).filter(({ event }) => event.kind === 'advice.refused').length === 2,
      'both refused by the bank',
    );
    await walker.begin();
    await walker.pay('unionpay-credit');
    await walker.shop.until('held');
    await walker.shop.remove();
    await walker.shop.eventually(
      async () =>
        (await signals()).some(([signal, count]) => signal === 'voiceCodeRefused' && count === 2),
      'the alert',
    );
    await theCall(/2 codes by phone/, 'goOn');
  });

  it('a card of a wish that a supervisor refused an hour ago', async () => {
    await walker.begin();
    await walker.pay('lost');
    await walker.reasons();
    await look();
    assert.deepEqual(await signals(), [['captureCode', 1]]);
    await theCall(/wants the card kept/, 'refuse');
    await walker.shop.post('/api/clock', { advanceMs: 3_600_000 });
    await walker.shop.post('/api/bank/behaviour', {
      mode: 'decline',
      code: '51',
      kinds: ['preauth'],
    });
    await walker.begin();
    await walker.pay('lost');
    await walker.reasons();
    await look();
    assert.deepEqual(await signals(), [['refusedBefore', 1]]);
    assert.equal((await walker.newest()).diagnosis.finding, 'askSupervisor');
    await theCall(/Refused by a supervisor/, 'refuse');
  });
});
