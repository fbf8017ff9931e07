import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCertificate, signCertificate } from '#src/handover/certificate.ts';
import {
  factsOfHold,
  give,
  hearAnswer,
  hearOutOfService,
  questionOf,
} from '#src/handover/giver.ts';
import { longestLifeMs, makeOffer } from '#src/handover/offer.ts';
import type { Party } from '#src/handover/party.ts';
import { type Given, handoverOf } from '#src/handover/projector.ts';
import { answerOf, hearQuestion, refuse, take, understand } from '#src/handover/receiver.ts';
import { fromText } from '#src/handover/wire.ts';
import { makeOutOfService } from '#src/handover/words.ts';
import {
  Book,
  cardNumber,
  certificateOf,
  holdEvents,
  merchant,
  otherMerchant,
  partyOf,
  requestOf,
  startMs,
} from './bench.ts';

const giver = partyOf('00000001');
const receiver = partyOf('00000002');
const random = Uint8Array.from({ length: 48 }, (_, i) => i * 5);
const holdId = '00000001-261123-000007';

function given(
  more: { readonly nowMs?: number; readonly lifeMs?: number; readonly by?: Party } = {},
) {
  const book = new Book();
  book.append(holdEvents(holdId, 7), startMs);
  const hold = book.hold(holdId);
  const facts = hold === undefined ? undefined : factsOfHold(hold);
  if (facts === undefined) throw new Error('no hold');
  const { nowMs = startMs, lifeMs = 300_000, by = giver } = more;
  const to = certificateOf('00000002');
  const { events, handoverId } = give({
    party: by,
    facts,
    to,
    random,
    nowMs,
    lifeMs,
    operator: '01',
  });
  book.append(events, nowMs);
  const [first] = events;
  if (first?.kind !== 'handover.given') throw new Error('nothing was given');
  return { book, handoverId, offer: fromText(first.offer), events, facts };
}

const why = (offer: Uint8Array, party: Party, nowMs = startMs) => {
  const read = understand(offer, party, nowMs);
  if (typeof read === 'string') return read;
  const step = take(read, new Book(), nowMs, '02');
  return step.type === 'refused' ? step.why : step.type;
};

describe('an offer of one terminal to another', () => {
  it('is taken once, and the hold is there without its number', () => {
    const { offer, handoverId } = given();
    const book = new Book();
    const read = understand(offer, receiver, startMs);
    assert.ok(typeof read !== 'string', String(read));
    const step = take(read, book, startMs + 1_000, '02');
    assert.equal(step.type, 'write');
    if (step.type === 'write') book.append(step.events, startMs + 1_000);
    const hold = book.hold(holdId);
    assert.equal(hold?.state, 'held');
    assert.equal(hold?.card, undefined);
    assert.deepEqual(hold?.known, { last4: '4417', expiry: '3512' });
    assert.equal(hold?.original?.authorisationCode, '083117');
    assert.equal(hold?.note, '512');
    assert.deepEqual(take(read, book, startMs + 2_000, '02'), { type: 'known', handoverId });
  });

  const table: readonly [string, () => string, string][] = [
    ['that is fresh', () => why(given().offer, receiver), 'write'],
    ['whose time is over', () => why(given().offer, receiver, startMs + 300_000), 'expired'],
    [
      'from a clock that is an hour ahead',
      () => why(given({ nowMs: startMs + 3_600_000 }).offer, receiver),
      'fromTheFuture',
    ],
    [
      'that wants to live for a day',
      () => why(given({ lifeMs: longestLifeMs + 1 }).offer, receiver),
      'malformed',
    ],
    ['for another terminal', () => why(given().offer, partyOf('00000003')), 'otherTerminal'],
    ['that comes back to its giver', () => why(given().offer, giver), 'otherTerminal'],
    [
      'of another merchant',
      () => why(given({ by: partyOf('00000001', otherMerchant) }).offer, receiver),
      'otherMerchant',
    ],
    [
      'of a terminal that head office took out of service',
      () => why(given().offer, { ...receiver, revoked: ['00000001'] }),
      'giverRevoked',
    ],
    [
      'with a certificate whose time is over',
      () => why(given().offer, receiver, startMs + 366 * 86_400_000),
      'certificateRanOut',
    ],
    ['that is empty', () => why(new Uint8Array(), receiver), 'malformed'],
    [
      'that goes on after its end',
      () => why(Uint8Array.of(...given().offer, 0), receiver),
      'malformed',
    ],
    ['of ten thousand bytes', () => why(new Uint8Array(10_000).fill(0x48), receiver), 'malformed'],
  ];
  for (const [what, said, wanted] of table)
    it(`${what}: ${wanted}`, () => assert.equal(said(), wanted));

  it('with any one byte changed is not taken', () => {
    const { offer } = given();
    for (let at = 0; at < offer.length; at++) {
      const changed = offer.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      assert.notEqual(why(changed, receiver), 'write', `byte ${at}`);
    }
  });

  it('cut short anywhere is not taken', () => {
    const { offer } = given();
    for (let length = 0; length < offer.length; length++)
      assert.equal(why(offer.slice(0, length), receiver), 'malformed', `${length} bytes`);
  });

  it('cannot be signed anew by a third terminal as its own', () => {
    const thief = partyOf('00000003');
    const { offer } = given();
    const certificateLength = (offer[4] ?? 0) * 256 + (offer[5] ?? 0);
    const mine = makeOffer({
      identity: thief.identity,
      certificate: thief.certificate,
      to: certificateOf('00000002'),
      handoverId: random.subarray(0, 16),
      secret: new Uint8Array(32).fill(9),
      issuedAtMs: startMs,
      expiresAtMs: startMs + 300_000,
      facts: given().facts,
    });
    const head = 6 + thief.certificate.length + 8 + 16 + 12;
    const sealed = offer.subarray(6 + certificateLength + 8 + 16 + 12, offer.length - 64);
    const body = Uint8Array.of(...mine.subarray(0, head), ...sealed);
    const stolen = Uint8Array.of(...body, ...thief.identity.sign(body));
    assert.equal(why(stolen, receiver), 'otherTerminal');
    assert.equal(why(mine, receiver), 'write');
  });

  it('is small enough for four pictures, and no card number is in it or in the rows', () => {
    const { offer, events } = given();
    assert.ok(offer.length < 720, `${offer.length} bytes`);
    const text = `${Buffer.from(offer).toString('latin1')} ${JSON.stringify(events)}`;
    assert.ok(!text.includes(cardNumber));
    assert.doesNotMatch(JSON.stringify(events), /\d{13,19}(?!\d)(?<!Ms":\d{13})/);
    const read = understand(offer, receiver, startMs);
    assert.ok(typeof read !== 'string');
    assert.ok(!JSON.stringify(read.facts).includes('622200'));
  });

  it('is not taken for a hold that was charged here already', () => {
    const { offer } = given();
    const book = new Book();
    book.append(holdEvents(holdId, 7), startMs);
    const request = requestOf('cancellation', 8);
    book.append([{ kind: 'transaction.requested', holdId, request }], startMs);
    const read = understand(offer, receiver, startMs);
    assert.ok(typeof read !== 'string');
    assert.deepEqual(take(read, book, startMs, '02'), { type: 'refused', why: 'alreadyHere' });
  });
});

describe('the word of the receiver', () => {
  function refusedAt(book: Book) {
    const { offer, handoverId, book: home } = given();
    const read = understand(offer, receiver, startMs);
    assert.ok(typeof read !== 'string');
    const step = refuse({ ...read, from: '00000001' }, book);
    if (step.type === 'write') book.append(step.events, startMs);
    return { home, read, handoverId, step };
  }

  it('that it will never take the hold brings it back, once, and it is never taken after that', () => {
    const book = new Book();
    const { home, read, handoverId } = refusedAt(book);
    const answer = answerOf(handoverOf(book, handoverId), receiver, book);
    assert.ok(answer);
    const heard = hearAnswer(answer, giver, home);
    assert.equal(heard.type, 'write');
    if (heard.type === 'write') home.append(heard.events, startMs);
    assert.equal(home.hold(holdId)?.state, 'held');
    assert.deepEqual(hearAnswer(answer, giver, home), { type: 'known', handoverId });
    assert.deepEqual(take(read, book, startMs, '02'), { type: 'refused', why: 'givenBack' });
  });

  it('with any one byte changed, or of another terminal, moves nothing', () => {
    const book = new Book();
    const { home, handoverId } = refusedAt(book);
    const answer = answerOf(handoverOf(book, handoverId), receiver, book);
    assert.ok(answer);
    for (let at = 0; at < answer.length; at++) {
      const changed = answer.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      assert.equal(hearAnswer(changed, giver, home).type, 'refused', `byte ${at}`);
    }
    const forger = partyOf('00000003');
    const forged = answerOf(
      handoverOf(book, handoverId),
      { ...forger, terminalId: '00000002' },
      book,
    );
    assert.ok(forged);
    assert.deepEqual(hearAnswer(forged, giver, home), { type: 'refused', why: 'altered' });
  });

  it('is given to a question of the giver alone, and a question for it back is a refusal for ever', () => {
    const { book: home, handoverId } = given();
    const mine = handoverOf(home, handoverId) as Given;
    const book = new Book();
    const status = questionOf(mine, 'status', giver);
    assert.deepEqual(hearQuestion(status, receiver, book), { type: 'refused', why: 'unknownHere' });
    const back = questionOf(mine, 'takeBack', giver);
    const step = hearQuestion(back, receiver, book);
    assert.equal(step.type, 'write');
    assert.deepEqual(hearQuestion(back, partyOf('00000003'), book), {
      type: 'refused',
      why: 'otherTerminal',
    });
    const stranger = questionOf({ ...mine }, 'takeBack', {
      ...partyOf('00000003'),
      terminalId: '00000001',
    });
    assert.deepEqual(hearQuestion(stranger, receiver, book), { type: 'refused', why: 'altered' });
  });

  it('is not given, and nothing is taken, where a backup may have forgotten what was taken', () => {
    const { offer, book: home, handoverId } = given();
    const book = new Book();
    book.append(
      [{ kind: 'backup.restored', operator: '90', takenMs: startMs - 60_000, salvaged: 0 }],
      startMs + 30_000,
    );
    const read = understand(offer, receiver, startMs + 60_000);
    assert.ok(typeof read !== 'string');
    assert.deepEqual(take(read, book, startMs + 60_000, '02'), {
      type: 'refused',
      why: 'beforeRestore',
    });
    const back = questionOf(handoverOf(home, handoverId) as Given, 'takeBack', giver);
    assert.deepEqual(hearQuestion(back, receiver, book), { type: 'refused', why: 'beforeRestore' });
  });
});

describe('the word of head office', () => {
  it('brings a hold back from a terminal that is gone for good, and only that hold', () => {
    const { book, handoverId } = given();
    const right = { handoverId, terminalId: '00000002' };
    const said = (word: typeof right, by = merchant) =>
      hearOutOfService(makeOutOfService(word, by), giver, book);
    assert.deepEqual(said(right, otherMerchant), { type: 'refused', why: 'altered' });
    assert.deepEqual(said({ ...right, terminalId: '00000003' }), {
      type: 'refused',
      why: 'otherTerminal',
    });
    assert.equal(said(right).type, 'write');
  });

  it('says which terminals are its own', () => {
    const mine = signCertificate(certificateOf('00000001'), merchant);
    assert.deepEqual(
      readCertificate(mine, merchant.signingKey, startMs),
      certificateOf('00000001'),
    );
    for (let at = 0; at < mine.length; at++) {
      const changed = mine.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      assert.equal(typeof readCertificate(changed, merchant.signingKey, startMs), 'string');
    }
  });
});
