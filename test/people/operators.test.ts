import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { Shop } from '../flow/shop.ts';

const open: Shop[] = [];
const shopOf = async (config: unknown = {}, folder?: string): Promise<Shop> => {
  const shop = await Shop.open({ config, ...(folder === undefined ? {} : { folder }) });
  open.push(shop);
  return shop;
};
const rowsOf = (shop: Shop) => shop.store.journal.read(0).map(({ event }) => event);
const kindsOf = (shop: Shop) => rowsOf(shop).map(({ kind }) => kind);

const settingsRow = async (shop: Shop, id: 'operators' | 'ownPin' | 'signOff'): Promise<void> => {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'settings' });
  await shop.until('settings');
  shop.tap({ type: 'menu', id });
};
const signOff = async (shop: Shop): Promise<void> => {
  await settingsRow(shop, 'signOff');
  await shop.until('sign-in', ({ why }) => why === 'signIn');
};
const signIn = async (shop: Shop, id: string, pin: string): Promise<void> => {
  await shop.until('sign-in');
  shop.tap({ type: 'person', id });
  await shop.until('own-pin', ({ step }) => step === 'signIn');
  shop.type(pin);
  shop.tap({ type: 'enter' });
};
const choosePin = async (shop: Shop, pin: string): Promise<void> => {
  await shop.until('own-pin', ({ step }) => step === 'new');
  shop.type(pin);
  shop.tap({ type: 'enter' });
  await shop.until('own-pin', ({ step }) => step === 'again');
  shop.type(pin);
  shop.tap({ type: 'enter' });
};
const wrongPins = async (shop: Shop, id: string, times: number): Promise<void> => {
  shop.tap({ type: 'person', id });
  for (let i = 0; i < times; i++) {
    shop.advance(1_000_000);
    await shop.until('own-pin', ({ lockedSeconds }) => lockedSeconds === 0);
    const before = kindsOf(shop).filter((kind) => kind === 'operator.refused').length;
    shop.type('55555');
    shop.tap({ type: 'enter' });
    const end = performance.now() + 5_000;
    while (kindsOf(shop).filter((kind) => kind === 'operator.refused').length === before) {
      assert.ok(performance.now() < end, 'the wrong PIN is refused');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
};

describe('who is at the terminal', () => {
  afterEach(async () => {
    for (const shop of open.splice(0)) await shop.close();
  });

  it('the simulator starts with its cashier, who signs off; the technician who comes takes no hold', async () => {
    const shop = await shopOf();
    const home = await shop.until('home');
    assert.equal(home.operatorName.en, 'Li Na');
    await signOff(shop);
    shop.tap({ type: 'go', to: 'preauth' });
    await signIn(shop, '95', '135791');
    assert.equal((await shop.until('home')).operatorName.en, 'Zhou');
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('notice', ({ notice }) => notice.type === 'notAllowed');
    shop.tap({ type: 'primary' });
    await shop.until('home');
    assert.deepEqual(
      kindsOf(shop).filter((kind) => kind.startsWith('operator.')),
      ['operator.signedOff', 'operator.tried', 'operator.signedIn', 'operator.notAllowed'],
    );
  });

  it('the wrong PIN costs time, then the terminal; a restart forgives nothing, the vendor unlocks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'people-'));
    const shop = await shopOf({}, folder);
    await signOff(shop);
    await wrongPins(shop, '01', 3);
    const { lockedSeconds } = await shop.until('own-pin', ({ problem }) => problem === 'wrong');
    assert.equal(lockedSeconds, 5);
    shop.tap({ type: 'back' });
    await shop.until('sign-in');
    await wrongPins(shop, '01', 5);
    await shop.until('own-pin', ({ person }) => person.lockedOut);
    shop.type('123456');
    shop.tap({ type: 'enter' });
    await shop.until('own-pin', ({ digits }) => digits === 0);
    await shop.close();
    open.splice(0);

    const again = await shopOf({}, folder);
    const { rows } = await again.until('sign-in');
    assert.deepEqual(rows.find(({ id }) => id === '01')?.lockedOut, true);
    await signIn(again, '98', '864209');
    await settingsRow(again, 'operators');
    await again.until('people');
    again.tap({ type: 'person', id: '01' });
    await again.until('person', ({ can }) => can.unlock);
    again.tap({ type: 'unlockPerson' });
    await again.until('person', ({ person }) => !person.lockedOut);
    again.tap({ type: 'back' });
    again.tap({ type: 'back' });
    again.tap({ type: 'back' });
    await signOff(again);
    await signIn(again, '01', '123456');
    await again.until('home');
    await again.close();
    open.splice(0);
    rmSync(folder, { recursive: true, force: true });
  });

  it('a clock that was set back does not shorten a pause, nor does it make a year of it', async () => {
    const shop = await shopOf();
    await signOff(shop);
    await wrongPins(shop, '01', 4);
    await shop.until('own-pin', ({ lockedSeconds }) => lockedSeconds > 10);
    shop.advance(-365 * 86_400_000);
    const back = await shop.until('own-pin', ({ lockedSeconds }) => lockedSeconds > 0);
    assert.ok(back.lockedSeconds > 13 && back.lockedSeconds <= 15);
    shop.type('123456');
    shop.tap({ type: 'enter' });
    const still = await shop.until('own-pin', ({ lockedSeconds }) => lockedSeconds > 0);
    assert.equal(still.digits, 0, 'no PIN is taken meanwhile');
    shop.advance(16_000);
    await shop.until('own-pin', ({ lockedSeconds }) => lockedSeconds === 0);
    shop.type('123456');
    shop.tap({ type: 'enter' });
    await shop.until('home');
  });

  it('a try is in the journal before the PIN is compared', async () => {
    const shop = await shopOf();
    await signOff(shop);
    await signIn(shop, '01', '123456');
    await shop.until('home');
    const kinds = kindsOf(shop);
    assert.ok(kinds.indexOf('operator.tried') < kinds.indexOf('operator.signedIn'));
    assert.equal(shop.store.documents.get('counter', 'tries-01'), undefined);
  });

  it('a new PIN is typed twice, kept as a hash, and the old one is dead', async () => {
    const shop = await shopOf();
    await settingsRow(shop, 'ownPin');
    await shop.until('own-pin', ({ step }) => step === 'old');
    shop.type('123456');
    shop.tap({ type: 'enter' });
    await shop.until('own-pin', ({ step }) => step === 'new');
    shop.type('1234');
    shop.tap({ type: 'enter' });
    await shop.until('own-pin', ({ problem }) => problem === 'sequence');
    await choosePin(shop, '718281');
    await shop.until('settings');
    shop.tap({ type: 'back' });
    const chosen = rowsOf(shop).find(({ kind }) => kind === 'person.pinChosen');
    assert.equal(chosen?.kind === 'person.pinChosen' && chosen.secret.algorithm, 'scrypt');
    assert.ok(!JSON.stringify(rowsOf(shop)).includes('718281'));
    await signOff(shop);
    await signIn(shop, '01', '123456');
    await shop.until('own-pin', ({ problem }) => problem === 'wrong');
    shop.type('718281');
    shop.tap({ type: 'enter' });
    await shop.until('home');
  });

  it('a supervisor agrees that somebody new starts and that somebody leaves', async () => {
    const shop = await shopOf();
    await settingsRow(shop, 'operators');
    await shop.until('supervisor', ({ purpose, others }) => purpose === 'operators' && others);
    shop.tap({ type: 'otherPerson' });
    await shop.until('sign-in', ({ why, rows }) => why === 'agree' && rows.length === 2);
    shop.tap({ type: 'person', id: '90' });
    await shop.until('supervisor', ({ role }) => role === 'supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('people', ({ rows }) => rows.length === 4);
    shop.tap({ type: 'addPerson' });
    await shop.until('add-person');
    shop.tap({ type: 'role', role: 'cashier' });
    await choosePin(shop, '90210');
    await shop.until('people', ({ rows }) => rows.some(({ id }) => id === '02'));
    shop.tap({ type: 'person', id: '02' });
    await shop.until('person', ({ can }) => can.remove);
    shop.tap({ type: 'removePerson' });
    await shop.until('person', ({ removing }) => removing);
    shop.tap({ type: 'confirmHeld' });
    await shop.until('people', ({ rows }) => !rows.some(({ id }) => id === '02'));
    shop.tap({ type: 'person', id: '90' });
    await shop.until('person', ({ can }) => !can.remove);
  });

  it('a terminal that nobody works at makes its people choose, and forgets nothing on the way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'people-'));
    const shop = await shopOf({ firstStart: 'choose' }, folder);
    await shop.until('first-start', ({ role, id }) => role === 'supervisor' && id === '90');
    shop.tap({ type: 'primary' });
    await choosePin(shop, '314159');
    await shop.until('first-start', ({ role }) => role === 'cashier');
    await shop.close();
    open.splice(0);
    const again = await shopOf({ firstStart: 'choose' }, folder);
    await again.until('first-start', ({ role, id }) => role === 'cashier' && id === '01');
    again.tap({ type: 'primary' });
    await choosePin(again, '27182');
    assert.equal((await again.until('home')).operatorName.en, 'Cashier 01');
    await again.close();
    open.splice(0);
    rmSync(folder, { recursive: true, force: true });
  });

  it('nobody for a while locks the terminal; who comes back goes on, who takes over begins at home', async () => {
    const shop = await shopOf({ lockAfterMinutes: 5 });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.advance(299_000);
    await shop.until('holds');
    shop.advance(2_000);
    await shop.until('sign-in', ({ why, onDuty }) => why === 'locked' && onDuty === '01');
    shop.tap({ type: 'primary' });
    await shop.until('own-pin');
    shop.type('123456');
    shop.tap({ type: 'enter' });
    await shop.until('holds');
    shop.advance(301_000);
    await signIn(shop, '90', '246810');
    assert.equal((await shop.until('home')).operatorName.en, 'Wang Min');
  });

  it('a lock outlives a power cut', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'people-'));
    const shop = await shopOf({ lockAfterMinutes: 5 }, folder);
    await shop.until('home');
    shop.advance(301_000);
    await shop.until('sign-in');
    await shop.close();
    open.splice(0);
    const again = await shopOf({ lockAfterMinutes: 5 }, folder);
    await again.until('sign-in', ({ why }) => why === 'locked');
    await again.close();
    open.splice(0);
    rmSync(folder, { recursive: true, force: true });
  });
});
