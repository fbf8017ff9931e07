import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { formatSlipCode } from '#src/receipt/slip-code.ts';
import { Shop } from '../flow/shop.ts';

const open: Shop[] = [];
/** Signs the cashier off and somebody else on. */
const takeOver = async (shop: Shop, id: string, pin: string): Promise<void> => {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'settings' });
  await shop.until('settings');
  shop.tap({ type: 'menu', id: 'signOff' });
  await shop.until('sign-in');
  shop.tap({ type: 'person', id });
  await shop.until('own-pin');
  shop.type(pin);
  shop.tap({ type: 'enter' });
  await shop.until('home');
};
const kindsOf = (shop: Shop) => shop.store.journal.read(0).map(({ event }) => event.kind);
const moves = (shop: Shop) =>
  kindsOf(shop).filter((kind) =>
    [
      'transaction.requested',
      'reversal.owed',
      'hold.registered',
      'incident.closed',
      'settlement.begun',
    ].includes(kind),
  );
const refusedHere = async (shop: Shop): Promise<void> => {
  await shop.until('notice', ({ notice }) => notice.type === 'notAllowed');
  shop.tap({ type: 'primary' });
};

const others = [
  ['technician', '95', '135791'],
  ['vendor', '98', '864209'],
] as const;
const ways = ['request', 'advice'] as const;

/** Every road on which a person who serves the terminal could come to somebody's money. */
describe('who serves the terminal moves no money on any road', () => {
  afterEach(async () => {
    for (const shop of open.splice(0)) await shop.close();
  });

  for (const completionAs of ways)
    for (const [role, id, pin] of others)
      it(`a ${role}, where a charge is a ${completionAs}`, async () => {
        const shop = await Shop.open({
          config: { policies: { completionAs, incrementAllowed: true } },
        });
        open.push(shop);
        const hold = await shop.hold();
        await takeOver(shop, id, pin);
        const before = moves(shop);

        shop.tap({ type: 'primary' });
        await refusedHere(shop);
        await shop.until('home');
        shop.slot.insert('unionpay-credit');
        await refusedHere(shop);
        shop.slot.remove();
        await shop.until('home');
        shop.tap({ type: 'go', to: 'holds' });
        await refusedHere(shop);
        await shop.until('home');
        shop.terminal.scan(formatSlipCode(hold.holdId));
        await refusedHere(shop);
        await shop.until('home');
        shop.tap({ type: 'go', to: 'report' });
        await shop.until('report');
        shop.tap({ type: 'go', to: 'endOfDay' });
        await refusedHere(shop);
        await shop.until('report');
        shop.tap({ type: 'back' });
        await shop.until('home');
        assert.deepEqual(moves(shop), before);
      });

  for (const completionAs of ways)
    it(`a technician sees the hold of a case and changes nothing of it, where a charge is a ${completionAs}`, async () => {
      const shop = await Shop.open({
        config: { policies: { completionAs, incrementAllowed: true } },
      });
      open.push(shop);
      const { holdId } = await shop.hold();
      const incidentId = '12345678-261128-9';
      shop.store.journal.append({
        events: [
          {
            kind: 'incident.opened',
            incidentId,
            amount: { minorUnits: 50_000, currency: '156' },
            operator: '01',
            diagnosis: {
              cause: 'bankSide',
              finding: 'bankSilent',
              code: 'B1',
              because: [],
              alternatives: [],
              remedies: [],
            },
          },
          { kind: 'incident.linked', incidentId, holdId },
        ],
      });
      await takeOver(shop, '95', '135791');
      const before = moves(shop);
      shop.tap({ type: 'go', to: 'cases' });
      await shop.until('cases');
      shop.tap({ type: 'openCase', incidentId });
      await shop.until('case');
      shop.tap({ type: 'close' });
      const { closing } = await shop.until('case', (screen) => screen.closing !== undefined);
      shop.tap({ type: 'closeWith', result: closing?.[0] ?? 'other' });
      await refusedHere(shop);
      await shop.until('case');
      shop.tap({ type: 'caseSteps' });
      await shop.until('case-choice');
      shop.tap({ type: 'caseChoice', choice: 'step:openHold' });
      const { can } = await shop.until('hold');
      assert.deepEqual(
        Object.entries(can).filter(([, may]) => may),
        [],
      );
      for (const type of [
        'primary',
        'complete',
        'increment',
        'cancelHold',
        'voidCompletion',
        'giveNumber',
        'print',
      ] as const) {
        shop.tap({ type });
        await shop.until('hold');
      }
      shop.tap({ type: 'go', to: 'ways' });
      await shop.until('hold');
      assert.deepEqual(moves(shop), before);
    });
});
