import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Incident } from '#src/incident/incident.ts';
import type { Cause } from '#src/recovery/evidence.ts';
import { Cashier } from './shift.ts';
import { Simulator } from './simulator.ts';

/** Each cause from its first failure to a closed case, by the calls that a person's fingers and the page make. */
describe('every cause, from the first failure to a closed case', () => {
  let shop: Simulator;
  let cashier: Cashier;

  before(async () => {
    shop = await Simulator.start();
    cashier = new Cashier(shop);
  });
  afterEach(async () => {
    await shop.call('DELETE', '/api/faults');
    await shop.post('/api/bank/behaviour', { mode: 'approve' });
    await ready();
    await shop.call('POST', '/api/reader/remove', {});
    await cashier.home();
  });
  after(() => shop?.stop());

  const ready = () =>
    shop.eventually(async () => {
      const { state } = await shop.get<{ state: string }>('/api/power');
      return state === 'ready';
    }, 'the terminal');
  const fault = async (name: string) => {
    await shop.post('/api/faults', { name });
    await ready();
  };
  const begin = async () => {
    await cashier.home();
    await cashier.tap('preauth');
    await cashier.tap('preset-50000');
    await cashier.tap('primary');
    await shop.until('present-card');
  };
  const bankSays = (code: string, kinds: readonly string[] = ['preauth']) =>
    shop.post('/api/bank/behaviour', { mode: 'decline', code, kinds });
  const newest = async (): Promise<Incident> => {
    const all = await shop.get<readonly Incident[]>('/api/incidents');
    const last = all.toSorted((a, b) => b.openedAtMs - a.openedAtMs)[0];
    assert.ok(last !== undefined, 'there is a case');
    return last;
  };
  /** The reasons are on the screen, and the case names this cause. */
  const because = async (cause: Cause) => {
    await shop.until('why');
    await shop.eventually(async () => (await newest()).diagnosis.cause === cause, cause);
  };
  const take = async (way: string) => {
    const [best] = (await newest()).diagnosis.remedies;
    if (`way-${best?.kind}` === way) return cashier.tap('primary');
    let screen = await shop.screen();
    if (!screen.actions.some(({ id }) => id === way)) screen = await cashier.tap('ways');
    for (let page = 0; !screen.actions.some(({ id }) => id === way); page++) {
      assert.ok(page < 6, `${way} is on no page`);
      screen = await cashier.tap('more');
    }
    return cashier.tap(way);
  };
  /** On its own screen, with a result, the lesson left out. */
  const close = async (result: string) => {
    await shop.call('POST', '/api/reader/remove', {});
    await cashier.home();
    const { incidentId, state } = await newest();
    await cashier.tap('cases');
    await cashier.tap(`case-${incidentId}`);
    await cashier.tap('close');
    if (state === 'open') await cashier.tap(`close-${result}`);
    if ((await shop.screen()).name === 'case-choice') await cashier.tap('back');
    await shop.eventually(async () => (await newest()).state === 'closed', 'closed');
    assert.equal((await newest()).result, result);
  };
  const refuse = async () => {
    await take('way-refuse');
    await cashier.tap('primary');
    await close('refusedPolitely');
  };
  const payWith = async (card: string) => {
    await shop.insert(card);
    await shop.pin('123456');
  };

  it('settings: the number of the terminal is wrong; asked for, said, and refused politely', async () => {
    await fault('wrongTerminalId');
    await begin();
    await shop.insert('unionpay-credit');
    await because('settings');
    await refuse();
  });

  it('settings: a card type is missing; a technician puts it back, and the same card takes the hold', async () => {
    await fault('cardTableMissing');
    await begin();
    await shop.insert('unionpay-credit');
    await because('settings');
    await take('way-repairSettings');
    await cashier.tap('repair-cardTables');
    await cashier.supervisor('135791');
    await shop.until('settings-check');
    await cashier.tap('primary');
    await shop.pin('123456');
    await shop.until('result');
    await close('held');
  });

  it('unsupportedCard: no application in common; another one is held', async () => {
    await bankSays('40');
    await begin();
    await payWith('unionpay-credit');
    await because('unsupportedCard');
    await shop.post('/api/bank/behaviour', { mode: 'approve' });
    await take('way-otherCard');
    await shop.remove();
    await payWith('unionpay-debit');
    await shop.until('result');
    await close('heldOtherCard');
  });

  it('damagedOrExpired: a dead chip, another card', async () => {
    await begin();
    await shop.insert('dead-chip');
    await because('damagedOrExpired');
    await shop.remove();
    await take('way-otherCard');
    await payWith('unionpay-debit');
    await shop.until('result');
    await close('heldOtherCard');
  });

  it('network: no line; it waits, the line comes back, and the hold is taken', async () => {
    await fault('networkDown');
    await begin();
    await payWith('unionpay-credit');
    await because('network');
    await take('way-waitForBank');
    await shop.until('wait-for-bank');
    await shop.call('DELETE', '/api/faults');
    await cashier.tap('primary');
    await shop.until('pin');
    await shop.pin('123456');
    await shop.until('result');
    await close('held');
  });

  it('operator: the card is pulled half-way, then left in', async () => {
    await begin();
    await shop.post('/api/faults', { name: 'cardPulledAtApdu', apdu: 4 });
    await shop.insert('unionpay-credit');
    await because('operator');
    await take('way-readAgain');
    await payWith('unionpay-credit');
    await shop.until('result');
    await close('held');
  });

  it('deviceFault: the service of the reader has stopped; it comes back', async () => {
    await begin();
    await fault('readerServiceDown');
    await because('deviceFault');
    await shop.call('DELETE', '/api/faults');
    await take('way-readAgain');
    await payWith('unionpay-credit');
    await shop.until('result');
    await close('held');
  });

  it('bankSide: the centre is down; a deposit in cash is taken', async () => {
    await bankSays('96');
    await begin();
    // A card of its own: one that comes again and again is a matter for the supervisor.
    await shop.insert('no-cvm');
    await because('bankSide');
    await take('way-cashDeposit');
    await cashier.tap('answer-cash');
    await cashier.supervisor();
    await shop.until('result');
    await cashier.tap('done');
    await close('depositTaken');
  });

  it('withheld: the customer gives no card, and says so', async () => {
    await fault('customerRefuses');
    await begin();
    await cashier.tap('no-card');
    await shop.until('why');
    await cashier.tap('settle');
    await cashier.tap('primary');
    await because('withheld');
    await refuse();
  });

  it('suspectedFraud: the bank wants the card kept; no typing and no other way is offered', async () => {
    await bankSays('43');
    await begin();
    await payWith('unionpay-credit');
    await because('suspectedFraud');
    const { diagnosis } = await newest();
    assert.deepEqual(
      diagnosis.remedies.map(({ kind }) => kind),
      ['keepCard', 'stop'],
    );
    await cashier.tap('primary');
    await cashier.tap('answer-cardKept');
    await close('cardKept');
  });
});
