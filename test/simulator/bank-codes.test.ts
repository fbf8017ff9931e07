import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCard, listCards } from '#hal/simulator/cards/tray.ts';
import { answerCodes } from '#src/acquirer/answer-codes.ts';
import { passesLuhn } from '#src/card/pan.ts';
import { textOf } from '#src/iso8583/message.ts';
import { codeOf, openDesk, Shop } from './bank-driver.ts';

const codes = [...answerCodes.keys()].filter((code) => code !== '00');

/** 9000.NN, and 9001.00 and .01 for those with a letter. */
const amountFor = (code: string): number =>
  code === 'A0' ? 900_100 : code === 'C1' ? 900_101 : 900_000 + Number(code);

test('every code is had by the amount of a hold, those with letters too', async () => {
  const desk = await openDesk();
  const shop = new Shop(desk);
  await shop.signIn();
  for (const code of codes)
    assert.equal(codeOf(await shop.preauth(amountFor(code))), code, `${amountFor(code)}`);
  const held = desk.bank.ledger().holds.map(({ amountMinorUnits }) => amountMinorUnits);
  assert.deepEqual(held, [500_000, 900_011], 'a part for 10, all of it for 11');
});

test('every code is had by the amount of a completion, and the hold stays', async () => {
  const desk = await openDesk();
  const shop = new Shop(desk);
  await shop.signIn();
  const hold = await shop.hold(900_000);
  for (const code of codes.filter((it) => !answerCodes.get(it)?.approved))
    assert.equal(codeOf(await shop.complete(hold, amountFor(code))), code);
  assert.equal(desk.bank.ledger().holds[0]?.state, 'held');
});

test('every code is had by a card of its own, which is an obvious test card and not in the tray', async () => {
  const desk = await openDesk();
  const shop = new Shop(desk);
  await shop.signIn();
  const listed = new Set(listCards().map(({ id }) => id));
  const numbers = new Set<string>();
  for (const code of codes) {
    const id = `answers-${code.toLowerCase()}`;
    const card = findCard(id);
    assert.ok(card !== undefined && !listed.has(id), id);
    assert.ok(passesLuhn(card.pan) && /^6222000{5,}/.test(card.pan));
    numbers.add(card.pan);
    const isApproval = answerCodes.get(code)?.approved === true;
    // The others are answered before anything else of the card is looked at.
    if (isApproval) continue;
    const answer = await shop.preauth(1000, { 2: card.pan, 35: undefined });
    assert.equal(codeOf(answer), code);
    assert.equal(textOf(answer!, 2), card.pan);
  }
  assert.equal(numbers.size, codes.length);
});
