import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardProfiles } from '#hal/simulator/cards/tray.ts';
import { take } from './card-driver.ts';
import { endOf, run } from './kernel-driver.ts';

/** The end, then what shows it: the tag or the status words at fault, or the TVR. */
const ends: Readonly<Record<string, string>> = {
  endless: 'approved 0080048000',
  garbage: 'malformedResponse at initiate',
  'false-signature': 'approved 0480048000',
  'own-name-everywhere': 'approved 0080048000',
  'stranger-everywhere': 'noCommonApplication at select',
  'endless-directory': 'approved 0080048000',
  'endless-61': 'protocolError at select 6110',
  'endless-6c': 'protocolError at readRecords 6C10',
  'endless-answer': 'protocolError at select 6180',
  'empty-answers': 'noCommonApplication at select',
  'internal-error': 'noCommonApplication at select',
  'options-empty': 'malformedResponse at initiate',
  'options-without-files': 'mandatoryDataMissing at initiate 94',
  'options-refused': 'conditionsNotSatisfied at select 6985',
  'one-byte': 'cardRemoved at initiate',
  'pdol-broken': 'malformedResponse at initiate 9F38',
  'pdol-300': 'tooLong at initiate 9F38',
  'afl-file-31': 'malformedResponse at readRecords 94',
  'afl-backwards': 'malformedResponse at readRecords 94',
  'afl-crooked': 'malformedResponse at readRecords 94',
  'afl-60-records': 'tooManyRecords at readRecords 94',
  'afl-nothing-there': 'statusRefused at readRecords 6A83',
  'record-without-70': 'malformedResponse at readRecords 70',
  'length-beyond': 'malformedResponse at readRecords 70',
  'length-monstrous': 'malformedResponse at readRecords 70',
  'nested-50': 'malformedResponse at readRecords 70',
  'record-empty': 'malformedResponse at readRecords 70',
  'number-twice': 'dataConflict at readRecords 5A',
  'number-twin': 'dataConflict at readRecords 5A',
  'no-5a': 'approved 0080048000',
  'no-57': 'approved 0080048000',
  'number-too-long': 'approved 0080048000',
  'number-too-short': 'malformedResponse at readRecords 5A',
  'number-letters': 'malformedResponse at readRecords 5A',
  'number-empty': 'malformedResponse at readRecords 5A',
  'no-dates': 'mandatoryDataMissing at readRecords 5F24',
  'month-13': 'approved 0080048000',
  'not-yet-valid': 'approved 00A0048000',
  'cdol-300': 'tooLong at generateAc1 8C',
  'cdol-missing': 'mandatoryDataMissing at readRecords 8C',
  'cdol-broken': 'malformedResponse at generateAc1 8C',
  'planted-amount': 'approved 0080048000',
  'cvm-odd': 'malformedResponse at verify 8E',
  'cvm-nonsense': 'approved 0080408000',
  'pin-blocked': 'approved 0080248000',
  'denies-all': 'declinedOffline 0080048000',
  'wrong-dynamic-data': 'approved 0880048000',
  'wrong-combined-data': 'declinedOffline 0480048000',
  'certificate-of-another': 'approved 0480048000',
  'certificate-expired': 'approved 0480048000',
  'certificate-unknown-root': 'approved 0480048000',
  'certificate-cut': 'approved 0480048000',
  'refuses-cryptogram': 'conditionsNotSatisfied at generateAc1 6985',
  'mute-at-cryptogram': 'cardMute at generateAc1',
  'approves-itself': 'dataConflict at generateAc1 9F27',
  'cryptogram-reserved': 'dataConflict at generateAc1 9F27',
  'cryptogram-empty': 'mandatoryDataMissing at generateAc1 9F27',
  'cryptogram-false': 'declinedByHost 0080048040',
  'refuses-at-the-end': 'conditionsNotSatisfied at generateAc2 6985',
  'pulled-every-time': 'cardRemoved at select',
  'spoilt-5a': 'approved 0080048000',
  'spoilt-57': 'approved 0080048000',
};

const hostile = cardProfiles().filter(({ group }) => group === 'hostile');

/** Digits of the number as they would stand in bytes, and their codes as text. */
const numbersOf = (pan: string): string[] => [pan, Buffer.from(pan).toString('hex')];

/** Codes that need no finer word. */
const saysItAll = new Set([
  'cardRemoved',
  'cardMute',
  'noCommonApplication',
  'applicationBlocked',
  'cardBlocked',
  'conditionsNotSatisfied',
]);

for (const { id, pan } of hostile) {
  test(`the hostile card ${id} ends as: ${ends[id]}`, async () => {
    const { outcome } = await run(take(id));
    const failure = outcome.type === 'failed' ? outcome.failure : undefined;
    const tvr = 'lines' in outcome ? outcome.lines.tvr : undefined;
    const shows = failure?.tag ?? failure?.sw ?? tvr;
    assert.equal([endOf(outcome), shows].filter(Boolean).join(' '), ends[id]);
    for (const digits of numbersOf(pan)) assert.ok(!failure?.evidence.includes(digits));
    if (failure !== undefined)
      assert.ok(saysItAll.has(failure.code) || failure.flaw !== undefined, 'it has a name');
  });
}

test('every hostile card stands in the table, and the tray shows 45 ways and more to be difficult', () => {
  assert.deepEqual(hostile.map(({ id }) => id).sort(), Object.keys(ends).sort());
  assert.ok(hostile.length >= 45);
});

test('the card that is pulled one command later each time never ends as approved before it is', async () => {
  const card = take('pulled-every-time');
  const steps: string[] = [];
  for (let insertion = 1; insertion <= 16; insertion++) {
    const { outcome } = await run(card);
    steps.push(endOf(outcome));
    if (outcome.type === 'failed') {
      const afterBank = insertion >= 14;
      assert.equal(outcome.failure.hostApproved, afterBank, `insertion ${insertion}`);
    }
    card.insert();
    card.reset('cold');
  }
  assert.equal(steps.pop(), 'approved');
  assert.ok(steps.every((end) => end.startsWith('cardRemoved at ')));
  assert.equal(new Set(steps).size, 6);
});

for (const id of ['unionpay-credit', 'offline-pin', 'two-applications']) {
  test(`${id}, pulled, mute or broken off at every single command, ends under that name`, async () => {
    const codes = { removed: 'cardRemoved', mute: 'cardMute', transmissionError: 'protocolError' };
    for (const [type, code] of Object.entries(codes)) {
      for (let apdu = 1; apdu < 60; apdu += type === 'mute' ? 5 : 1) {
        const card = take(id);
        card.addFault({ at: { apdu }, do: { type: type as 'mute' } });
        const { outcome } = await run(card);
        if (outcome.type === 'approved') break;
        assert.ok(outcome.type === 'failed', `command ${apdu}: ${outcome.type}`);
        assert.equal(outcome.failure.code, code);
      }
    }
  });
}
