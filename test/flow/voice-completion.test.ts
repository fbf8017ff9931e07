import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { TransactionRequest } from '#src/journal/events.ts';
import type { Hold } from '#src/preauth/hold.ts';
import { Shop } from './shop.ts';

const settle = async (fits: () => boolean, withinMs = 10_000) => {
  const end = performance.now() + withinMs;
  while (!fits()) {
    assert.ok(performance.now() < end, 'it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('a hold that stands is charged on a voice authorisation', () => {
  let shop: Shop;
  let taken: Hold;
  before(async () => {
    shop = await Shop.open({ config: { acquirer: { retrySeconds: 1 } } });
  });
  beforeEach(async () => {
    await shop.bank.setBehaviour({ mode: 'approve' });
    await home();
    taken = await shop.hold();
    await home();
  });
  after(() => shop.close());

  const home = async () => {
    for (let i = 0; i < 400 && shop.screen.name !== 'home'; i++) {
      const { name } = shop.screen;
      shop.tap({ type: ['result', 'notice', 'done', 'held'].includes(name) ? 'primary' : 'back' });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await shop.until('home');
  };
  const openHold = async () => {
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'openHold', holdId: taken.holdId });
    return shop.until('hold');
  };
  const now = () => shop.holds().find(({ holdId }) => holdId === taken.holdId);
  const charges = () =>
    shop.bank
      .ledger()
      .transactions.filter(
        ({ kind, state }) =>
          state === 'approved' && /^(completion|completionAdvice|offlineAdvice)$/.test(kind),
      );

  /** From home to the reasons why the completion of this hold did not go through. */
  const failToComplete = async () => {
    await openHold();
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.type('45000');
    await shop.until('complete', ({ amount }) => amount.minorUnits === 45_000);
    shop.tap({ type: 'primary' });
    await shop.until('notice', ({ notice }) => notice.type === 'noAnswer');
    shop.tap({ type: 'go', to: 'ways' });
    return (await shop.until('why')).diagnosis.remedies.map(({ kind }) => kind);
  };
  const callForCode = async (code: string) => {
    shop.tap({ type: 'way', remedy: 'callIssuer' });
    const call = await shop.until('call-issuer');
    assert.equal(call.amount.minorUnits, 45_000, 'the bill, not the hold');
    shop.type(code);
    await shop.until('call-issuer', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('result');
  };

  it('once, on its own record: it cannot be completed again, and is freed when the bank has the charge', async () => {
    const before = charges().length;
    await shop.bank.setBehaviour({ mode: 'down' });
    assert.ok((await failToComplete()).includes('callIssuer'));
    await callForCode('603127');
    assert.equal(shop.holds().length, 1, 'no second record');
    assert.equal(now()?.state, 'voiceNoted');
    await home();
    const noted = await openHold();
    assert.deepEqual(
      [noted.state, noted.can.complete, noted.can.cancel],
      ['voiceNoted', false, false],
    );
    await home();
    await shop.bank.setBehaviour({ mode: 'approve' });
    await settle(() => now()?.state === 'voiceCharged');
    const charged = await openHold();
    assert.deepEqual([charged.can.complete, charged.can.cancel], [false, true]);
    shop.tap({ type: 'complete' });
    shop.tap({ type: 'cancelHold' });
    await shop.until('cancel');
    shop.tap({ type: 'confirmHeld' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('done', ({ what }) => what === 'cancellation');
    assert.equal(now()?.state, 'completed');
    assert.equal(shop.bank.ledger().holds.at(-1)?.state, 'cancelled');
    const new_ = charges().slice(before);
    assert.deepEqual(
      new_.map(({ kind, amountMinorUnits }) => [kind, amountMinorUnits]),
      [['offlineAdvice', 45_000]],
    );
  });

  it('and stands as before when the bank refuses that charge: it is completed once, the usual way', async () => {
    const before = charges().length;
    await shop.bank.setBehaviour({ mode: 'down' });
    await failToComplete();
    await callForCode('603128');
    const kinds = ['offlineAdvice' as const];
    await shop.bank.setBehaviour({ mode: 'decline', code: '14', kinds });
    await settle(() => now()?.state === 'held');
    await shop.bank.setBehaviour({ mode: 'approve' });
    await home();
    await openHold();
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('done', ({ what }) => what === 'completion');
    assert.deepEqual(
      charges()
        .slice(before)
        .map(({ kind }) => kind),
      ['completion'],
    );
  });

  it('never while a completion of unknown end is being undone, nor when a cancellation was wanted', async () => {
    const kinds = ['completion' as const, 'reversal' as const];
    await shop.bank.setBehaviour({ mode: 'reset', when: 'after', kinds });
    assert.equal((await failToComplete()).includes('callIssuer'), false);
    assert.equal(now()?.state, 'undoingCompletion');
    await shop.bank.setBehaviour({ mode: 'down' });
    shop.tap({ type: 'back' });
    await home();
  });

  it('the row that charges it is refused by the machine while anything else is under way', async () => {
    const { step } = await import('#src/preauth/machine.ts');
    assert.ok(taken.card !== undefined);
    const request: TransactionRequest = {
      kind: 'offlineAdvice',
      stan: 9,
      batch: 1,
      amount: taken.amount,
      localDate: '1128',
      localTime: '101010',
      posEntryMode: '012',
      card: taken.card,
      authorisationCode: '603127',
      operator: '01',
    };
    const event = { kind: 'transaction.requested', holdId: taken.holdId, request } as const;
    for (const state of [
      'completing',
      'undoingCompletion',
      'completed',
      'voiceNoted',
      'givenAway',
    ] as const)
      assert.equal(step({ ...taken, state }, event, { atMs: 1 }).type, 'refused', state);
  });
});
