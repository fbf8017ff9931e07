import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { createBank } from '#hal/simulator/bank/bank.ts';

import type { Incident } from '#src/incident/incident.ts';
import type { IncidentResult } from '#src/journal/events.ts';
import type { RemedyKind } from '#src/recovery/evidence.ts';
import { Shop } from './shop.ts';

/** What the bank has for terminals that ask. */
const tables = { parameters: { version: '2026-11' }, caPublicKeys: [], applications: [] };
const technicianPin = '135791';
const supervisorPin = '246810';

/** From home to the question for a card. */
async function begin(shop: Shop, minorUnits = 50_000): Promise<void> {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'preauth' });
  await shop.until('amount');
  shop.tap({ type: 'preset', amount: { minorUnits, currency: '156' } });
  shop.tap({ type: 'primary' });
  await shop.until('present-card');
}

async function pay(shop: Shop, card = 'unionpay-credit'): Promise<void> {
  shop.slot.remove();
  shop.slot.insert(card);
  await shop.until('pin');
  shop.pin('123456');
}

async function takeWay(shop: Shop, remedy: RemedyKind): Promise<void> {
  const { diagnosis } = await shop.until('why');
  const kinds = diagnosis.remedies.map(({ kind }) => kind);
  assert.ok(kinds.includes(remedy), `${remedy} is not among ${kinds}`);
  shop.tap({ type: 'go', to: 'ways' });
  await shop.until('ways');
  shop.tap({ type: 'way', remedy });
}

async function typePin(shop: Shop, digits: string): Promise<void> {
  await shop.until('supervisor');
  shop.type(digits);
  shop.tap({ type: 'enter' });
}

const newest = (shop: Shop): Incident => {
  const incident = shop.incidents().toSorted((a, b) => b.openedAtMs - a.openedAtMs)[0];
  assert.ok(incident !== undefined, 'there is a case');
  return incident;
};

const ends = (shop: Shop, remedy: RemedyKind): (string | undefined)[] =>
  newest(shop)
    .timeline.filter((line) => line.remedy === remedy && line.end !== undefined)
    .map(({ end }) => end);

async function printed(shop: Shop, slips: number): Promise<void> {
  for (let i = 0; i < 200 && shop.slips.length < slips; i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(shop.slips.length, slips);
}

/** Closes the newest case on its own screen, with the result it has or the one that is said. */
async function close(shop: Shop, result: IncidentResult): Promise<void> {
  shop.slot.remove();
  await leaveToHome(shop);
  shop.tap({ type: 'go', to: 'cases' });
  await shop.until('cases');
  shop.tap({ type: 'openCase', incidentId: newest(shop).incidentId });
  const { state } = await shop.until('case');
  shop.tap({ type: 'close' });
  if (state === 'open') {
    await shop.until('case', ({ closing }) => closing !== undefined);
    shop.tap({ type: 'closeWith', result });
  }
  // What was learned of it may be noted, or not.
  await shop.until('case-choice', ({ question }) => question === 'lesson');
  shop.tap({ type: 'back' });
  await shop.until('case', (screen) => screen.state === 'closed');
  assert.equal(newest(shop).result, result);
  shop.tap({ type: 'back' });
  await shop.until('cases');
  shop.tap({ type: 'back' });
  await shop.until('home');
}

async function leaveToHome(shop: Shop): Promise<void> {
  for (let i = 0; i < 200 && shop.screen.name !== 'home'; i++) {
    shop.tap({
      type: ['result', 'held', 'notice', 'done'].includes(shop.screen.name) ? 'primary' : 'back',
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await shop.until('home');
}

describe('every way out, from the first failure to a closed case', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open({ bank: { tables } });
  });
  // A test that fails leaves the shop somewhere: the next one begins at home all the same.
  afterEach(async () => {
    await shop.bank.setBehaviour({ mode: 'approve' });
    shop.slot.remove();
    await leaveToHome(shop);
  });
  after(() => shop.close());

  const deadChip = async () => {
    await begin(shop);
    shop.slot.insert('dead-chip');
    await shop.until('why');
    shop.slot.remove();
  };
  const bankSays = async (code: string, card = 'unionpay-credit') => {
    await shop.bank.setBehaviour({ mode: 'decline', code, kinds: ['preauth'], times: 1 });
    await begin(shop);
    await pay(shop, card);
  };

  it('another card ends in the hold', async () => {
    await deadChip();
    await takeWay(shop, 'otherCard');
    await shop.until('present-card');
    await pay(shop);
    await shop.until('result', ({ result }) => result === 'heldOtherCard');
    assert.deepEqual(ends(shop, 'otherCard'), ['done']);
    await close(shop, 'heldOtherCard');
  });

  it('reading again that fails is recorded as failed, and reading that works as done', async () => {
    await begin(shop);
    shop.slot.insert('dirty-chip');
    await shop.until('why');
    for (let i = 0; i < 2; i++) {
      await takeWay(shop, 'readAgain');
      await shop.until('present-card');
      shop.slot.remove();
      shop.slot.insert('dirty-chip');
      await (i === 0 ? shop.until('why') : shop.until('pin'));
    }
    shop.pin('123456');
    await shop.until('result');
    assert.deepEqual(ends(shop, 'readAgain'), ['failed', 'done']);
    await close(shop, 'held');
  });

  it('the reader is cleaned in three steps, and any card proves it before the customer’s is read again', async () => {
    await deadChip();
    await takeWay(shop, 'cleanReader');
    await shop.until('guide', ({ page }) => page === 'cleanChip');
    shop.tap({ type: 'primary' });
    await shop.until('guide', ({ page }) => page === 'cleanStripe');
    shop.tap({ type: 'primary' });
    await shop.until('guide', ({ page }) => page === 'cleanTest');
    shop.slot.insert('unionpay-debit');
    await shop.until('guide', ({ page }) => page === 'cleanProved');
    shop.slot.remove();
    shop.tap({ type: 'primary' });
    await shop.until('present-card', ({ ask }) => ask === 'insertAgain');
    await pay(shop);
    await shop.until('result');
    assert.deepEqual(ends(shop, 'cleanReader'), ['done']);
    await close(shop, 'held');
  });

  it('a test card that fails too is said, recorded, and another way stands first', async () => {
    await deadChip();
    await takeWay(shop, 'cleanReader');
    for (const page of ['cleanChip', 'cleanStripe'] as const) {
      await shop.until('guide', (screen) => screen.page === page);
      shop.tap({ type: 'primary' });
    }
    await shop.until('guide', ({ page }) => page === 'cleanTest');
    shop.slot.insert('dead-chip');
    await shop.until('guide', ({ page }) => page === 'cleanFailed');
    shop.slot.remove();
    shop.tap({ type: 'primary' });
    const { diagnosis } = await shop.until('why');
    assert.notEqual(diagnosis.remedies[0]?.kind, 'cleanReader');
    assert.ok(diagnosis.because.some(({ type }) => type === 'testCard'));
    assert.deepEqual(ends(shop, 'cleanReader'), ['failed']);
    shop.tap({ type: 'way', remedy: 'stop' });
    await close(shop, 'noHold');
  });

  it('the hotline says there is an outage: recorded with the call, and said while waiting', async () => {
    await bankSays('91');
    await takeWay(shop, 'askHotline');
    const said = await shop.until('guide', ({ page }) => page === 'hotline');
    assert.equal(said.hotline, '400 555 0186', 'by the BIN of the card');
    shop.tap({ type: 'answer', answer: 'outage' });
    const { diagnosis } = await shop.until('why');
    assert.ok(diagnosis.because.some(({ type }) => type === 'bulletin'));
    assert.equal(diagnosis.remedies[0]?.kind, 'waitForBank');
    assert.ok(newest(shop).timeline.some(({ what }) => what === 'call'));
    shop.tap({ type: 'primary' });
    const wait = await shop.until('wait-for-bank');
    assert.equal(wait.finding, 'bankDown', 'the headline is not that of a silent bank');
    assert.ok(wait.bulletin?.includes('400 555 0186'));
    shop.advance(3_000);
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('result');
    assert.deepEqual(ends(shop, 'askHotline'), ['done']);
    assert.deepEqual(ends(shop, 'waitForBank'), ['done']);
    await close(shop, 'held');
  });

  it('nobody reached at the hotline is a way that failed', async () => {
    await bankSays('91');
    await takeWay(shop, 'askHotline');
    await shop.until('guide');
    shop.tap({ type: 'answer', answer: 'notReached' });
    await shop.until('why');
    assert.deepEqual(ends(shop, 'askHotline'), ['failed']);
    shop.tap({ type: 'way', remedy: 'stop' });
    await close(shop, 'noHold');
  });

  it('cash as the last resort: a supervisor agrees, two receipts, the case says who received it', async () => {
    await deadChip();
    const slips = shop.slips.length;
    await takeWay(shop, 'cashDeposit');
    await shop.until('guide', ({ page }) => page === 'cash');
    shop.tap({ type: 'answer', answer: 'cash' });
    await typePin(shop, supervisorPin);
    await shop.until('result', ({ result }) => result === 'depositTaken');
    await printed(shop, slips + 2);
    const { deposit } = newest(shop);
    assert.deepEqual(
      [deposit?.amount.minorUnits, deposit?.how, deposit?.operator, deposit?.supervisor],
      [50_000, 'cash', '01', '90'],
    );
    assert.deepEqual(ends(shop, 'cashDeposit'), ['done']);
    await close(shop, 'depositTaken');
  });

  it('the emergency form comes out, is filled in, and its code finds the case again', async () => {
    await shop.bank.setBehaviour({ mode: 'down' });
    await begin(shop);
    await pay(shop);
    const slips = shop.slips.length;
    await takeWay(shop, 'paperSlip');
    await shop.until('guide', ({ page }) => page === 'paper');
    await printed(shop, slips + 1);
    shop.tap({ type: 'print' });
    shop.tap({ type: 'answer', answer: 'written' });
    await shop.until('result', ({ result }) => result === 'onPaper');
    await shop.bank.setBehaviour({ mode: 'approve' });
    assert.deepEqual(ends(shop, 'paperSlip'), ['done']);
    await close(shop, 'onPaper');
  });

  it('a refusal is said in both languages and printed on wish', async () => {
    await deadChip();
    const slips = shop.slips.length;
    await takeWay(shop, 'refuse');
    await shop.until('guide', ({ page }) => page === 'refuse');
    shop.tap({ type: 'print' });
    await shop.until('guide');
    await printed(shop, slips + 1);
    shop.tap({ type: 'primary' });
    await shop.until('home');
    assert.deepEqual(ends(shop, 'refuse'), ['done']);
    await close(shop, 'refusedPolitely');
  });

  it('a card the bank wants kept: the page accuses nobody, and the supervisor finds the case open', async () => {
    await bankSays('43');
    const { diagnosis } = await shop.until('why');
    assert.deepEqual(
      diagnosis.remedies.map(({ kind }) => kind),
      ['keepCard', 'stop'],
    );
    shop.tap({ type: 'primary' });
    await shop.until('guide', ({ page }) => page === 'keepCard');
    shop.tap({ type: 'answer', answer: 'cardKept' });
    shop.slot.remove();
    await leaveToHome(shop);
    assert.equal(newest(shop).state, 'open');
    assert.deepEqual(ends(shop, 'keepCard'), ['done']);
    await close(shop, 'cardKept');
  });

  it('an update is asked for with the version and the time by which it is due', async () => {
    await bankSays('58');
    await takeWay(shop, 'updateSoftware');
    const said = await shop.until('guide', ({ page }) => page === 'software');
    assert.equal(said.figure, '0.0.0');
    shop.tap({ type: 'primary' });
    await shop.until('guide', ({ page }) => page === 'softwareAsked');
    shop.tap({ type: 'primary' });
    await shop.until('why');
    assert.deepEqual(ends(shop, 'updateSoftware'), ['done']);
    shop.tap({ type: 'way', remedy: 'stop' });
    await close(shop, 'noHold');
  });

  it('settings refused by the bank: the check comes first, and says that nothing here is wrong', async () => {
    await bankSays('03');
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.remedies[0]?.kind, 'repairSettings');
    shop.tap({ type: 'primary' });
    const { rows } = await shop.until('settings-check');
    assert.equal(rows.find(({ item }) => item === 'merchantData')?.well, false);
    shop.tap({ type: 'primary' });
    const after = await shop.until('why');
    assert.notEqual(after.diagnosis.remedies[0]?.kind, 'repairSettings');
    assert.deepEqual(ends(shop, 'repairSettings'), ['failed']);
    shop.tap({ type: 'primary' });
    const fetched = await shop.until('guide', ({ page }) => page === 'parametersDone');
    assert.equal(fetched.figure, '2026-11', 'the version that came');
    shop.tap({ type: 'primary' });
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('result');
    assert.deepEqual(ends(shop, 'updateParameters'), ['done']);
    assert.ok(shop.store.journal.read(0).some(({ event }) => event.kind === 'tables.received'));
    await close(shop, 'held');
  });

  it('settings that the bank does not send change nothing, and the next way is offered', async () => {
    await bankSays('03');
    await shop.until('why');
    await shop.bank.setBehaviour({ mode: 'decline', code: '96', kinds: ['download'] });
    await takeWay(shop, 'updateParameters');
    const said = await shop.until('guide', ({ page }) => page === 'parametersFailed');
    assert.equal(said.figure, '96');
    shop.tap({ type: 'primary' });
    const { diagnosis } = await shop.until('why');
    assert.notEqual(diagnosis.remedies[0]?.kind, 'updateParameters');
    assert.deepEqual(ends(shop, 'updateParameters'), ['failed']);
    shop.tap({ type: 'back' });
    await close(shop, 'noHold');
  });

  it('an original that the bank does not know is compared, never repeated', async () => {
    await bankSays('25');
    const why = await shop.until('why');
    assert.equal(why.diagnosis.remedies[0]?.kind, 'compareOriginal');
    const asked = shop.bank.ledger().transactions.length;
    shop.tap({ type: 'primary' });
    await shop.until('guide', ({ page, figure }) => page === 'compare' && figure === '25');
    shop.tap({ type: 'answer', answer: 'notHeld' });
    const next = await shop.until('why');
    assert.equal(next.diagnosis.remedies[0]?.kind, 'askHotline');
    assert.equal(shop.bank.ledger().transactions.length, asked);
    assert.deepEqual(ends(shop, 'compareOriginal'), ['done']);
    shop.tap({ type: 'way', remedy: 'stop' });
    await close(shop, 'noHold');
  });

  it('a wrong PIN asks for the PIN again and leaves no case', async () => {
    const cases = shop.incidents().length;
    await bankSays('55');
    const declined = await shop.until('declined');
    assert.equal(declined.offers[0], 'pinAgain');
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    await pay(shop);
    await shop.until('held');
    assert.equal(shop.incidents().length, cases);
    shop.slot.remove();
    await leaveToHome(shop);
  });

  it('after too little money a lower amount is among the ways, behind the key for them', async () => {
    await bankSays('51');
    await shop.until('declined');
    shop.tap({ type: 'go', to: 'ways' });
    const { diagnosis } = await shop.until('ways');
    assert.ok(diagnosis.remedies.some(({ kind }) => kind === 'otherAmount'));
    shop.tap({ type: 'way', remedy: 'otherAmount' });
    await shop.until('amount');
    shop.slot.remove();
    await leaveToHome(shop);
  });

  it('leaving a way half-way is recorded as given up, and the case goes on', async () => {
    await deadChip();
    await takeWay(shop, 'cashDeposit');
    await shop.until('guide');
    shop.tap({ type: 'back' });
    await shop.until('why');
    assert.deepEqual(ends(shop, 'cashDeposit'), ['givenUp']);
    shop.tap({ type: 'way', remedy: 'stop' });
    await close(shop, 'customerLeft');
  });
});

describe('ways that need a shop of their own', () => {
  it('a card type that is missing here is restored by the technician, and the card is read', async () => {
    const shop = await Shop.open({ config: { applications: [visaOnly] } });
    after(() => shop.close());
    await begin(shop);
    shop.slot.insert('unionpay-credit');
    await takeWay(shop, 'repairSettings');
    const { rows } = await shop.until('settings-check');
    const tables = rows.find(({ item }) => item === 'cardTables');
    assert.deepEqual(
      [tables?.well, tables?.is, tables?.becomes, tables?.who],
      [false, '1', '6', 'technician'],
    );
    shop.tap({ type: 'repair', item: 'cardTables' });
    await typePin(shop, technicianPin);
    await shop.until('settings-check', ({ rows }) =>
      rows.some(({ item, well }) => item === 'cardTables' && well),
    );
    shop.tap({ type: 'primary' });
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('result', ({ result }) => result === 'held');
    await close(shop, 'held');
  });

  it('a supervisor’s PIN repairs no settings', async () => {
    const shop = await Shop.open({ config: { applications: [visaOnly] } });
    after(() => shop.close());
    await begin(shop);
    shop.slot.insert('unionpay-credit');
    await takeWay(shop, 'repairSettings');
    await shop.until('settings-check');
    shop.tap({ type: 'repair', item: 'cardTables' });
    await typePin(shop, supervisorPin);
    await shop.until('supervisor', ({ wrong }) => wrong);
    shop.tap({ type: 'back' });
    await shop.until('settings-check', ({ rows }) => rows.some(({ well }) => !well));
    await leaveToHome(shop);
  });

  it('the second address of a silent bank is switched to, said, and takes the hold', async () => {
    const other = await testBank();
    const silent = await testBank();
    await silent.setBehaviour({ mode: 'silent', when: 'beforeBooking', kinds: ['preauth'] });
    const shop = await Shop.open({
      bankPort: silent.port,
      config: {
        acquirer: {
          addresses: [
            { host: '127.0.0.1', port: silent.port },
            { host: '127.0.0.1', port: other.port },
          ],
        },
      },
    });
    after(async () => {
      await shop.close();
      await other.close();
      await silent.close();
    });
    await begin(shop);
    await pay(shop);
    await takeWay(shop, 'otherHost');
    const said = await shop.until('guide', ({ page }) => page === 'hostSwitched');
    assert.equal(said.figure, `127.0.0.1:${other.port}`);
    shop.tap({ type: 'primary' });
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('result');
    assert.equal(other.ledger().holds.at(-1)?.state, 'held');
    assert.deepEqual(ends(shop, 'otherHost'), ['done']);
    await close(shop, 'held');
  });

  it('another account on the same chip: the one that failed is not offered again', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    await shop.bank.setBehaviour({ mode: 'decline', code: '40', kinds: ['preauth'], times: 1 });
    await begin(shop);
    shop.slot.insert('two-applications');
    await shop.until('choose-application');
    shop.tap({ type: 'choose', index: 0 });
    await shop.until('pin');
    shop.pin('123456');
    await takeWay(shop, 'otherApplication');
    await shop.until('present-card');
    shop.slot.remove();
    shop.slot.insert('two-applications');
    await shop.until('pin', undefined, 6_000);
    shop.pin('123456');
    await shop.until('result');
    assert.deepEqual(ends(shop, 'otherApplication'), ['done']);
    await close(shop, 'held');
  });
});

const testBank = () =>
  createBank({
    port: 0,
    ledgerFile: join(mkdtempSync(join(tmpdir(), 'bank-')), 'ledger.jsonl'),
    tmk: '0123456789ABCDEFFEDCBA9876543210',
  });

const visaOnly = {
  aid: 'A0000000031010',
  partialSelection: true,
  versionNumber: '008C',
  floorLimitMinorUnits: 0,
  tacDenial: '0010000000',
  tacOnline: 'D84004F800',
  tacDefault: 'D84000A800',
};

describe('a hold that stands and cannot be completed', () => {
  it('whose number is not here has ways of its own: the number by the chip, on the same record', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    const other = await Shop.open({
      bankPort: shop.bank.port,
      config: { merchant: { terminalId: '87654321' } },
    });
    const { original } = await other.hold();
    await other.close();
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'registerHold' });
    await shop.until('register-hold');
    shop.type(`${original?.authorisationCode}${original?.date}4471`);
    await shop.until('register-hold', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('amount');
    shop.type('50000');
    shop.tap({ type: 'primary' });
    const { holdId } = await shop.until('hold', ({ numberMissing }) => numberMissing);
    shop.tap({ type: 'go', to: 'ways' });
    const { diagnosis, money } = await shop.until('why');
    assert.equal(diagnosis.finding, 'numberMissing');
    assert.equal(money, 'stillHeld');
    assert.deepEqual(
      diagnosis.remedies.map(({ kind }) => kind),
      ['numberLater', 'paperSlip', 'stop'],
    );
    shop.tap({ type: 'primary' });
    await shop.until('type-number');
    shop.slot.insert('unionpay-credit');
    await shop.until('notice', ({ notice }) => notice.type === 'numberGiven');
    shop.slot.remove();
    await shop.until('hold', ({ numberMissing }) => !numberMissing);
    assert.deepEqual(ends(shop, 'numberLater'), ['done']);
    assert.equal(newest(shop).holdId, holdId);
    await close(shop, 'held');
  });

  it('waits for the bank and is completed: the case is linked to the hold and says that it stands', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    const hold = await shop.hold();
    await shop.bank.setBehaviour({ mode: 'down' });
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId: hold.holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('notice', ({ otherWays }) => otherWays === true);
    shop.tap({ type: 'go', to: 'ways' });
    const why = await shop.until('why');
    assert.equal(why.money, 'stillHeld');
    assert.equal(why.diagnosis.remedies[0]?.kind, 'waitForBank');
    shop.tap({ type: 'primary' });
    await shop.until('wait-for-bank', ({ undo }) => undo === 'stillHeld');
    await shop.bank.setBehaviour({ mode: 'approve' });
    shop.tap({ type: 'primary' });
    await shop.until('hold');
    assert.equal(newest(shop).holdId, hold.holdId);
    assert.deepEqual(ends(shop, 'waitForBank'), ['done']);
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('done');
    await close(shop, 'held');
  });

  it('a completion that the bank cannot match is compared, and asked about at the hotline', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    const hold = await shop.hold();
    await shop.bank.setBehaviour({ mode: 'decline', code: '25', kinds: ['completion'], times: 1 });
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId: hold.holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('declined', ({ otherWays }) => otherWays === true);
    shop.tap({ type: 'go', to: 'ways' });
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.remedies[0]?.kind, 'compareOriginal');
    shop.tap({ type: 'primary' });
    await shop.until('guide');
    shop.tap({ type: 'answer', answer: 'notHeld' });
    const next = await shop.until('why');
    assert.equal(next.diagnosis.remedies[0]?.kind, 'askHotline');
    shop.tap({ type: 'way', remedy: 'stop' });
    await shop.until('hold');
    await close(shop, 'other');
  });
});
