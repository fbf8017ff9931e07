import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { formatFullSlipCode } from '#src/receipt/slip-code.ts';
import { complete, home, mmyy, pan, register, takenElsewhere } from './number-shop.ts';
import { Shop } from './shop.ts';

describe('a hold whose card number is not here', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  it('is registered from its slip, listed without a number, and its completion asks for the number first', async () => {
    const slip = await takenElsewhere(shop);
    const hold = await register(shop, slip);
    assert.equal(hold.numberMissing, true);
    assert.equal(hold.daysLeft, 30);
    shop.tap({ type: 'back' });
    const list = await shop.until('holds');
    assert.deepEqual(
      list.rows.map(({ numberMissing }) => numberMissing),
      [true],
    );
    shop.tap({ type: 'openHold', holdId: hold.holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('type-number', ({ becomes }) => becomes === 'numberLater');
    shop.type(pan + mmyy);
    const check = await shop.until('check');
    assert.equal(check.compared, true);
    shop.tap({ type: 'tick', item: 'cardSeen' });
    shop.tap({ type: 'primary' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('done');
    const completion = shop.bank.ledger().transactions.at(-1);
    assert.equal(completion?.kind, 'completion');
    assert.equal(completion?.terminalId, shop.config.merchant.terminalId);
    const ours = shop.holds().find(({ holdId }) => holdId === hold.holdId);
    assert.equal(ours?.number?.how, 'typed');
    assert.equal(ours?.number?.operator, '01');
    assert.equal(ours?.history.at(-1)?.slip?.posEntryMode, '012');
    await home(shop);
  });

  it('gets its number by the chip, which is asked for no cryptogram, and is cancelled', async () => {
    const slip = await takenElsewhere(shop);
    const hold = await register(shop, slip);
    const asked = shop.bank.ledger().transactions.length;
    shop.tap({ type: 'giveNumber' });
    await shop.until('type-number');
    shop.slot.insert('unionpay-credit');
    await shop.until('notice', ({ notice }) => notice.type === 'numberGiven');
    shop.slot.remove();
    const numbered = await shop.until('hold');
    assert.equal(numbered.numberMissing, false);
    assert.equal(shop.bank.ledger().transactions.length, asked, 'the bank hears nothing of it');
    shop.tap({ type: 'cancelHold' });
    await shop.until('cancel');
    shop.tap({ type: 'confirmHeld' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('done', ({ what }) => what === 'cancellation');
    assert.equal(shop.holds().find(({ holdId }) => holdId === hold.holdId)?.shredded, true);
    await home(shop);
  });

  it('refuses another card, by chip and typed, and says whose number it is', async () => {
    const slip = await takenElsewhere(shop);
    await register(shop, slip);
    shop.tap({ type: 'giveNumber' });
    await shop.until('type-number');
    shop.slot.insert('unionpay-debit');
    const { notice } = await shop.until('notice', (it) => it.notice.type === 'otherCard');
    assert.ok(notice.type === 'otherCard');
    assert.equal(notice.known, pan.slice(-4));
    assert.equal(notice.given, findCard('unionpay-debit')?.pan.slice(-4));
    shop.slot.remove();
    shop.tap({ type: 'primary' });
    await shop.until('type-number');
    shop.type(findCard('unionpay-debit')?.pan.slice(0, 16) ?? '');
    const typed = await shop.until('type-number', ({ problem }) => problem !== undefined);
    assert.equal(typed.canContinue, false);
    await home(shop);
  });

  it('takes the number from the customer on the phone only after the last four were read back', async () => {
    const slip = await takenElsewhere(shop);
    const hold = await register(shop, slip);
    shop.tap({ type: 'giveNumber' });
    await shop.until('type-number');
    shop.type(pan + mmyy);
    await shop.until('check');
    shop.tap({ type: 'tick', item: 'onPhone' });
    const onPhone = await shop.until('check', (it) => it.onPhone === true);
    assert.equal(onPhone.canContinue, false);
    shop.tap({ type: 'primary' });
    assert.equal(shop.screen.name, 'check');
    shop.tap({ type: 'tick', item: 'lastFourMatch' });
    await shop.until('check', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('hold', ({ numberMissing }) => !numberMissing);
    const { number } = shop.holds().find(({ holdId }) => holdId === hold.holdId) ?? {};
    assert.equal(number?.how, 'phone');
    assert.equal(number?.consent, 'lastFourReadBack');
    await complete(shop);
    await home(shop);
  });

  for (const [what, debit, code] of [
    ['nineteen digits', findCard('unionpay-debit')?.pan ?? '', '135790'],
    ['nineteen digits, whole by chance at the sixteenth', '6222020000000007138', '135791'],
  ] as const)
    it(`of ${what} goes on to the expiry by itself, as one of sixteen does`, async () => {
      const { date } = await takenElsewhere(shop);
      shop.tap({ type: 'go', to: 'holds' });
      await shop.until('holds');
      shop.tap({ type: 'registerHold' });
      await shop.until('register-hold');
      shop.type(code + date + debit.slice(-4));
      await shop.until('register-hold', ({ canContinue }) => canContinue);
      shop.tap({ type: 'primary' });
      await shop.until('amount');
      shop.type('20000');
      shop.tap({ type: 'primary' });
      await shop.until('hold');
      shop.tap({ type: 'giveNumber' });
      await shop.until('type-number');
      assert.equal(debit.length, 19);
      shop.type(debit + mmyy);
      const { last4 } = await shop.until('check');
      assert.equal(last4, debit.slice(-4));
      await home(shop);
    });

  it('is found again when its slip is entered twice', async () => {
    const slip = await takenElsewhere(shop);
    const first = await register(shop, slip);
    await home(shop);
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'registerHold' });
    await shop.until('register-hold');
    shop.type(slip.code + slip.date + pan.slice(-4));
    await shop.until('register-hold', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    const again = await shop.until('hold');
    assert.equal(again.holdId, first.holdId);
    await home(shop);
  });

  it('comes whole from the code on the slip: one look at the amount, then the number', async () => {
    const slip = await takenElsewhere(shop);
    shop.terminal.scan(
      formatFullSlipCode({
        holdId: slip.holdId,
        authorisationCode: slip.code,
        minorUnits: 50_000,
        last4: pan.slice(-4),
        batch: slip.batch,
      }),
    );
    const amount = await shop.until('amount', ({ purpose }) => purpose === 'registered');
    assert.equal(amount.amount.minorUnits, 50_000);
    shop.tap({ type: 'primary' });
    await shop.until('hold', ({ numberMissing }) => numberMissing);
    shop.tap({ type: 'giveNumber' });
    await shop.until('type-number');
    shop.slot.insert('unionpay-credit');
    await shop.until('notice', ({ notice }) => notice.type === 'numberGiven');
    shop.slot.remove();
    await shop.until('hold', ({ numberMissing }) => !numberMissing);
    await complete(shop);
    assert.equal(shop.bank.ledger().holds.at(-1)?.state, 'completed');
    await home(shop);
  });

  it('a date on the slip whose days are over is said at once, and nothing is entered', async () => {
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'registerHold' });
    await shop.until('register-hold');
    const past = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(5, 10).replace('-', '');
    shop.type(`123456${past}`);
    const screen = await shop.until('register-hold', ({ problem }) => problem !== undefined);
    assert.equal(screen.problem, 'ranOut');
    shop.tap({ type: 'primary' });
    assert.equal(shop.screen.name, 'register-hold');
    shop.type('0230');
    await home(shop);
  });
});

describe('a book whose keys stayed behind', () => {
  const folder = join(tmpdir(), `number-later-${process.pid}`);
  let shop: Shop;
  before(() => mkdirSync(folder, { recursive: true }));
  after(async () => {
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says at the start which holds have no number here, and takes it on the same record', async () => {
    shop = await Shop.open({ folder });
    const taken = await shop.hold();
    const token = taken.card?.token ?? '';
    await shop.close();
    rmSync(join(folder, 'keys'), { recursive: true });
    shop = await Shop.open({ folder });
    await shop.until('home', ({ withoutNumber }) => withoutNumber === 1);
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'openHold', holdId: taken.holdId });
    const hold = await shop.until('hold');
    assert.equal(hold.numberMissing, true);
    shop.tap({ type: 'giveNumber' });
    await shop.until('type-number');
    shop.type(pan.slice(0, 14) + (pan[15] ?? '') + (pan[14] ?? ''));
    const wrong = await shop.until('type-number', ({ problem }) => problem !== undefined);
    assert.deepEqual(wrong.slips, [{ type: 'swapped', at: 15 }]);
    for (let i = 0; i < 19; i++) shop.tap({ type: 'clear' });
    shop.type(pan + mmyy);
    await shop.until('check');
    shop.tap({ type: 'tick', item: 'cardSeen' });
    shop.tap({ type: 'primary' });
    await shop.until('hold', ({ numberMissing }) => !numberMissing);
    const ours = shop.holds().find(({ holdId }) => holdId === taken.holdId);
    assert.equal(ours?.card?.token, token);
    assert.equal(shop.store.vault.open(token)?.reveal(), pan);
    await complete(shop);
    assert.equal(shop.bank.ledger().holds.at(-1)?.state, 'completed');
  });
});

it('a card that ran out since the hold is still its card: its number is typed with the expiry on record', async () => {
  const shop = await Shop.open();
  after(() => shop.close());
  await shop.until('home');
  const [month = '', year = ''] = mmyy.match(/../g) ?? [];
  shop.offsetMs = Date.UTC(2000 + Number(year), Number(month) - 1, 27, 4) - Date.now();
  const { holdId, card } = await shop.hold();
  shop.store.vault.shred(card?.token ?? '');
  shop.store.journal.append({ events: [{ kind: 'hold.numberLost', holdId }] });
  shop.offsetMs += 7 * 86_400_000;
  shop.tap({ type: 'go', to: 'holds' });
  await shop.until('holds');
  shop.tap({ type: 'openHold', holdId });
  await shop.until('hold');
  shop.tap({ type: 'giveNumber' });
  await shop.until('type-number');
  shop.type(`${pan}1129`);
  await shop.until('type-number', ({ problem }) => problem === 'expiryPast');
  for (let digit = 0; digit < 4; digit++) shop.tap({ type: 'clear' });
  shop.type(mmyy);
  await shop.until('check', ({ compared }) => compared);
});
