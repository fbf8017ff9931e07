import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { agree, drained } from '../device/books.ts';
import { Cashier } from '../device/shift.ts';
import { type HoldNow, Simulator } from '../device/simulator.ts';

type Kind = 'preauth' | 'completion' | 'cancellation';

/** Everything that `POST /api/bank/behaviour` can ask for and that a transaction feels. */
const moods: readonly (readonly [name: string, behaviour: object, only?: readonly Kind[]])[] = [
  ['approves', { mode: 'approve' }],
  ['approves a customer of rank', { mode: 'approve', code: '11' }],
  ['asks for a new sign-in', { mode: 'approve', headerRequest: 3 }],
  [
    'proves itself wrongly to the chip',
    { mode: 'approve', issuerAuthentication: 'wrong' },
    ['preauth'],
  ],
  ['approves a part', { mode: 'partial', amountMinorUnits: 20_000 }, ['preauth']],
  ['refuses', { mode: 'decline', code: '51' }],
  ['refuses without a code', { mode: 'decline', code: '05', withoutMac: true }],
  ['knows no such keys', { mode: 'decline', code: 'A0' }],
  ['is silent before booking', { mode: 'silent', when: 'beforeBooking' }],
  ['is silent after booking', { mode: 'silent', when: 'afterBooking' }],
  ['is slow', { mode: 'late', delayMs: 300 }],
  ['is too late', { mode: 'late', delayMs: 1_400 }],
  ['sends garbage', { mode: 'garbage' }],
  ['breaks the line before booking', { mode: 'reset', when: 'before' }],
  ['breaks the line after booking', { mode: 'reset', when: 'after' }],
  ['sends a wrong MAC', { mode: 'wrongMac' }],
  ['is kept from answering by a forged refusal', { mode: 'forgedRefusal', code: '51' }],
  ['names another trace number', { mode: 'wrongStan' }],
  ['is cut in the middle of a frame', { mode: 'truncated' }],
  ['answers twice', { mode: 'duplicate' }],
  ['ends its day', { mode: 'daySwitch' }],
  ['is down', { mode: 'down' }],
];

const ends = ['held', 'partial', 'declined', 'why', 'notice', 'done'];

describe('whatever the bank does, ledger and journal agree in the end', () => {
  let shop: Simulator;
  let cashier: Cashier;
  before(async () => {
    shop = await Simulator.start({
      config: { acquirer: { answerTimeoutMs: 900, retrySeconds: 1 } },
    });
    cashier = new Cashier(shop);
  });
  after(() => shop?.stop());

  const bank = (behaviour: object) => shop.post('/api/bank/behaviour', behaviour);

  /** A hold that stands: the last one, as long as it does. */
  async function standing(): Promise<HoldNow> {
    const find = async () => (await shop.holds()).find(({ state }) => state === 'held');
    const found = await find();
    if (found !== undefined) return found;
    await cashier.hold(30_000);
    const taken = await find();
    assert.ok(taken !== undefined);
    return taken;
  }

  const begin: Readonly<Record<Kind, () => Promise<void>>> = {
    preauth: async () => {
      await cashier.askHold(30_000);
      await shop.insert('unionpay-credit');
      await shop.pin('123456');
    },
    completion: async () => {
      await cashier.openHold((await standing()).amount.minorUnits);
      await cashier.tap('complete');
      await shop.until('complete');
      await cashier.tap('primary');
    },
    cancellation: async () => {
      await cashier.openHold((await standing()).amount.minorUnits);
      await cashier.tap('cancel-hold');
      await shop.until('cancel');
      await cashier.tap('confirm', 1_300);
      await cashier.supervisor();
    },
  };

  async function toItsEnd(): Promise<void> {
    const end = performance.now() + 25_000;
    for (;;) {
      const { name } = await shop.screen();
      if (name === 'pin') await shop.call('POST', '/api/pin', { digits: '123456' });
      if (name === 'partial') await cashier.tap('primary');
      else if (ends.includes(name)) return;
      assert.ok(performance.now() < end, `it stays at ${name}`);
    }
  }

  for (const kind of ['preauth', 'completion', 'cancellation'] as const) {
    it(`at a ${kind}`, async () => {
      for (const [name, behaviour, only] of moods) {
        if (only?.includes(kind) === false) continue;
        if (kind !== 'preauth') await standing();
        const scope = ['daySwitch', 'down'].includes((behaviour as { mode: string }).mode)
          ? {}
          : { kinds: [kind], times: 1 };
        await bank({ ...behaviour, ...scope });
        await begin[kind]();
        await toItsEnd();
        await bank({ mode: 'approve' });
        if (kind === 'preauth') await shop.remove();
        await cashier.home();
        await drained(shop);
        await agree(shop).catch((error: unknown) => {
          throw new Error(`the bank ${name} at a ${kind}: ${String(error)}`);
        });
      }
    });
  }
});
