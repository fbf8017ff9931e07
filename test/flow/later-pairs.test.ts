import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BankBehaviour } from '#hal/simulator/bank/behaviour.ts';
import type { Incident } from '#src/incident/incident.ts';
import type { Cause, RemedyKind } from '#src/recovery/evidence.ts';
import { offersOf } from '#src/recovery/ways-table.ts';
import { Shop } from './shop.ts';

type Row = {
  readonly what: string;
  readonly cause: Cause;
  /** What the completion of a hold that stands meets. */
  readonly bank: BankBehaviour;
  /** Ways on which the bank is found to be back: they lead to another try, and are played with the bank away. */
  readonly leadsOn?: readonly RemedyKind[];
};

const asking = ['tryBankAgain', 'waitForBank', 'updateParameters'] as const;
const says = (code: string): BankBehaviour => ({ mode: 'decline', code, kinds: ['completion'] });

const rows: readonly Row[] = [
  { what: 'no line opens', cause: 'network', bank: { mode: 'down' } },
  { what: 'the centre is down', cause: 'bankSide', bank: says('96') },
  {
    what: 'the seal of the answer is wrong',
    cause: 'bankSide',
    bank: { mode: 'wrongMac', kinds: ['completion'] },
    leadsOn: asking,
  },
  {
    what: 'no answer comes',
    cause: 'bankSide',
    bank: { mode: 'silent', when: 'beforeBooking', kinds: ['completion'] },
    leadsOn: asking,
  },
  { what: 'the bank says no', cause: 'refusedByIssuer', bank: says('12') },
  { what: 'the issuer wants to be called', cause: 'refusedByIssuer', bank: says('01') },
  { what: 'the terminal is not known', cause: 'settings', bank: says('03') },
  { what: 'the keys differ', cause: 'settings', bank: says('99'), leadsOn: asking },
  { what: 'the original is not there', cause: 'unknown', bank: says('25') },
  { what: 'the card is to be kept', cause: 'suspectedFraud', bank: says('41') },
];

/** Another terminal or a second address: played where there are two (`test/device`). */
const elsewhere: ReadonlySet<RemedyKind> = new Set<RemedyKind>(['handOver', 'otherHost']);

describe('a hold that stands and cannot be completed: every way that its cause offers, and back', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open({ config: { acquirer: { retrySeconds: 600 } } });
  });
  after(() => shop.close());

  const newest = (): Incident => {
    const incident = shop.incidents().toSorted((a, b) => b.openedAtMs - a.openedAtMs)[0];
    assert.ok(incident !== undefined, 'there is a case');
    return incident;
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 15));
  const backTo = async (name: 'why' | 'home') => {
    for (let i = 0; i < 400 && shop.screen.name !== name; i++) {
      const { screen } = shop;
      if (screen.name === 'wait-for-bank') shop.tap({ type: 'go', to: 'ways' });
      else if (['notice', 'done', 'result'].includes(screen.name)) shop.tap({ type: 'primary' });
      else shop.tap({ type: 'back' });
      await settled();
    }
    await shop.until(name);
  };

  for (const { what, cause, bank, leadsOn = [] } of rows)
    it(`${cause}: ${what}`, async () => {
      const { holdId } = await shop.hold('unionpay-debit');
      await shop.until('home');
      await shop.bank.setBehaviour(bank);
      shop.tap({ type: 'go', to: 'holds' });
      await shop.until('holds');
      shop.tap({ type: 'openHold', holdId });
      await shop.until('hold');
      shop.tap({ type: 'complete' });
      await shop.until('complete');
      shop.tap({ type: 'primary' });
      for (let i = 0; i < 300 && !('otherWays' in shop.screen); i++) await settled();
      shop.tap({ type: 'go', to: 'ways' });
      const why = await shop.until('why');
      assert.equal(why.diagnosis.cause, cause);
      assert.notEqual(why.money, 'nothingHeld');
      const all = why.diagnosis.remedies.map(({ kind }) => kind);
      const offered = all.filter((kind) => kind !== 'stop' && !leadsOn.includes(kind));
      assert.ok(offered.length > 0);
      for (const remedy of offered) {
        shop.tap({ type: 'way', remedy });
        for (let i = 0; i < 100 && shop.screen.name === 'why'; i++) await settled();
        await backTo('why');
      }
      const { timeline, holdId: linked } = newest();
      assert.equal(linked, holdId);
      for (const remedy of offered)
        assert.ok(
          timeline.some((line) => line.remedy === remedy && line.end !== undefined),
          `${remedy} has no end`,
        );
      const code = 'code' in bank ? bank.code : undefined;
      const table = offersOf(why.diagnosis.finding, 'later', 'esign', code);
      const left = table.filter((kind) => !all.includes(kind) && !elsewhere.has(kind));
      // A number that is here is not asked for; a charge by phone is one of the ways only while nothing is under way.
      assert.deepEqual(
        left.filter((kind) => kind !== 'numberLater' && kind !== 'callIssuer'),
        [],
      );
      await shop.bank.setBehaviour({ mode: 'approve' });
      shop.tap({ type: 'way', remedy: 'stop' });
      await backTo('home');
      const hold = shop.holds().find((one) => one.holdId === holdId);
      assert.ok(hold !== undefined && hold.state !== 'completed', 'nothing was charged');
    });
});
