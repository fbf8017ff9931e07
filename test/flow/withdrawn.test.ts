import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { listedDigest } from '#src/card/exception-file.ts';
import { Pan } from '#src/card/pan.ts';
import { cny } from '#src/money.ts';
import type { RemedyKind } from '#src/recovery/evidence.ts';
import { file, hourMs, iso } from '../bulletin/publisher.ts';
import { Shop } from './shop.ts';

const number = '6222000000014471';
const salt = '5A'.repeat(16);
const pan = Pan.parse(number);
const listed = {
  exceptionFile: {
    salt,
    cards: [{ digest: pan instanceof Pan ? toHex(listedDigest(pan, hex(salt))) : '' }],
  },
};
const absent = { policies: { cardAbsentPreauthAllowed: true } };

describe('a permission that is withdrawn in the middle of a way', () => {
  let shop: Shop;
  let stick = '';
  afterEach(async () => {
    await shop.close();
    rmSync(stick, { recursive: true, force: true });
  });

  const open = async (config: object) => {
    stick = mkdtempSync(join(tmpdir(), 'stick-'));
    shop = await Shop.open({ stick, config });
    await shop.until('home');
  };
  const begin = async () => {
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: cny(50_000) });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
  };
  const callIssuer = async () => {
    await begin();
    shop.slot.insert('dead-chip');
    await shop.until('why');
    shop.tap({ type: 'way', remedy: 'callIssuer' });
    await shop.until('call-issuer');
    shop.type('1234561235');
    await shop.until('call-issuer', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('type-number');
    shop.type(number);
    await shop.until('type-number', ({ canContinue }) => canContinue);
  };
  const kindsAt = async (): Promise<readonly RemedyKind[]> => {
    const { diagnosis } = await shop.until('why');
    return diagnosis.remedies.map(({ kind }) => kind);
  };
  const lowerTheLimit = async () => {
    const nowMs = Date.now() + shop.offsetMs;
    const changes = { maximumHoldMinorUnits: 30_000 };
    const period = { from: iso(nowMs - 1_000), until: iso(nowMs + 24 * hourMs) };
    const { bytes } = file({ number: 1, kind: 'rules', ...period, changes }, 'bank');
    writeFileSync(join(stick, '1.json'), bytes);
    shop.terminal.lookForBulletins();
    const kept = () =>
      shop.store.journal.read(0).some(({ event }) => event.kind.startsWith('bulletin.'));
    for (let i = 0; i < 300 && !kept(); i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(kept(), 'the bulletin is here');
  };
  const sales = () => shop.holds().filter(({ how }) => how === 'voice');

  it('a bulletin lowers the largest hold while the number is typed: no sale is noted, other ways are there', async () => {
    await open({});
    await callIssuer();
    await lowerTheLimit();
    shop.tap({ type: 'primary' });
    await shop.until('check');
    shop.tap({ type: 'tick', item: 'lastFourMatch' });
    shop.tap({ type: 'tick', item: 'cardSeen' });
    shop.tap({ type: 'tick', item: 'supervisor' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('check', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    assert.ok((await kindsAt()).includes('otherCard'));
    assert.equal(sales().length, 0);
    shop.tap({ type: 'way', remedy: 'otherCard' });
    const { amount, tooMuch } = await shop.until('amount');
    assert.equal(amount.minorUnits, 50_000);
    assert.ok(tooMuch, 'the amount says what is allowed now');
  });

  it('a number on the list of lost cards is not sold by phone: the supervisor is called, no other way is left', async () => {
    await open(listed);
    await callIssuer();
    shop.tap({ type: 'primary' });
    assert.deepEqual(await kindsAt(), ['keepCard', 'stop']);
    assert.equal(sales().length, 0);
    const alerts = shop.store.journal
      .read(0)
      .flatMap(({ event }) => (event.kind === 'fraud.alerted' ? event.signals : []));
    assert.deepEqual(
      alerts.map(({ signal }) => signal),
      ['listedCard'],
    );
  });

  it('nor held without the card, from the first screen on', async () => {
    await open({ ...absent, ...listed });
    await begin();
    shop.tap({ type: 'cardAbsent' });
    await shop.until('type-number');
    shop.type(`${number}1235`);
    await shop.until('type-number', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    assert.deepEqual(await kindsAt(), ['keepCard', 'stop']);
    assert.equal(shop.holds().length, 0);
    assert.equal(shop.bank.ledger().transactions.length, 0, 'the bank was not asked');
  });

  it('the bank wants the card kept while its number was being typed: typing is over', async () => {
    await open(absent);
    await begin();
    shop.slot.insert('dead-chip');
    await shop.until('why');
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'cardAbsent' });
    await shop.until('type-number');
    shop.type(`${number}1235`);
    await shop.until('type-number', ({ canContinue }) => canContinue);
    await shop.bank.setBehaviour({ mode: 'decline', code: '41', kinds: ['cardAbsentPreauth'] });
    shop.tap({ type: 'primary' });
    await shop.until('why', ({ diagnosis }) => diagnosis.finding === 'keepCard');
    assert.deepEqual(await kindsAt(), ['keepCard', 'stop']);
    shop.tap({ type: 'way', remedy: 'cardAbsent' });
    assert.deepEqual(await kindsAt(), ['keepCard', 'stop'], 'a touch for it does nothing');
  });
});
