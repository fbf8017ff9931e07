import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardProfiles } from '#hal/simulator/cards/tray.ts';
import { lookAt } from './look.ts';

/** What a technician must read of each card, as the beginning of a line. */
const tells: Readonly<Record<string, readonly string[]>> = {
  'unionpay-credit': [
    'accepted by EMV Book 1',
    '4F Application Dedicated File (ADF) Name: A000000333010102',
    'CDA supported',
    'SFI 2, records 1 to 3, 2 in offline data authentication',
    'Enciphered PIN verified online; If terminal supports the CVM; if unsuccessful the next rule',
    '9F17 PIN Try Counter: 3 tries left',
    'number (5A): 622200******4471 (16 digits, check digit right)',
    'expires 2035-12-31',
    'languages: ',
    'authority A000000333, key F1: 1984 bits, known',
    'issuer certificate (90): holds, key of 1408 bits',
    'card certificate (9F46): holds, key of 1024 bits',
    'for 622200******4471, to 12/2049',
    'static signature (SDA): holds',
    'dynamic signature (DDA): holds',
  ],
  'two-applications': ['Application A000000333010101', 'Application A000000333010102'],
  'blocked-application': [
    'A000000333010102: A000000333010102, BLOCKED',
    'BLOCKED by its bank (6283)',
  ],
  'blocked-card': ['none: 6A81, function not supported, or the card is blocked'],
  unsupported: ['Application F0000000990101', 'no certificates: it cannot prove itself offline'],
  expired: ['expires 2023-11-30: EXPIRED'],
  'not-yet-valid': ['valid from 2035-01-01: NOT YET VALID'],
  'no-expiry': ['expiry (5F24): none, the track data say 2035-12'],
  'no-dates': ['expiry (5F24): none, and none in the track data'],
  'month-13': ['expiry (5F24): NO DATE, 351301'],
  'no-number': ['NO NUMBER can be read from this card'],
  'two-numbers': ['the two numbers DIFFER: this card is not accepted'],
  'number-twin': ['TWICE: 5A Application Primary Account Number (PAN)'],
  'number-letters': ['number (5A): CANNOT BE READ'],
  'number-too-long': ['number (5A): CANNOT BE READ, 22 digits'],
  'spoilt-57': ['one of the two can be read: the card is accepted by that one'],
  'cdol-300': ['its first cryptogram wants 300 bytes: MORE THAN A COMMAND CARRIES'],
  'cdol-missing': ['the list for its first cryptogram (8C) is MISSING'],
  'cdol-broken': ['the list for its first cryptogram (8C) CANNOT BE READ'],
  'certificate-expired': [
    'issuer certificate (90): DOES NOT HOLD',
    'for 622220, to 12/2020, EXPIRED',
  ],
  'certificate-of-another': ['issuer certificate (90): DOES NOT HOLD', 'for 622210'],
  'certificate-unknown-root': ['authority A000000333, key 0E: UNKNOWN to this terminal'],
  'certificate-cut': [
    'issuer certificate (90): DOES NOT HOLD (not signed by the key above it, or cut)',
  ],
  'wrong-dynamic-data': ['dynamic signature (DDA): DOES NOT HOLD'],
  'false-signature': ['card certificate (9F46): DOES NOT HOLD'],
  'endless-directory': ['the directory does not end: 16 records are enough'],
  'endless-61': ['the card keeps sending the reader round in circles'],
  'own-name-everywhere': ['A000000333010101: A000000333010102, another name than was asked for'],
  'options-empty': ['its answer cannot be read: no data'],
  'options-refused': ['refused: 6985, conditions of use not satisfied'],
  'pdol-300': ['its list of wishes (9F38) cannot be read'],
  'afl-nothing-there': ['6A83, record not found'],
  'record-without-70': ['NOT in a template 70'],
  'empty-answers': ['No application was found on this card.'],
  'one-byte': ['The look ends here: the card was pulled out.'],
  mute: ['The look ends here: the card stopped answering.'],
  'dirty-chip': ['The look ends here: the contacts broke off'],
};

for (const [id, expected] of Object.entries(tells)) {
  test(`a technician reads of the card ${id}: ${expected[0]}`, async () => {
    const { lines } = await lookAt(id);
    for (const words of expected) {
      const told = lines.some((line) => line.trim().replace(/^- /, '').startsWith(words));
      assert.ok(told, `${words}\n${lines.join('\n')}`);
    }
  });
}

test('every card of the tray, hostile ones too, is looked at to an end, and no number comes out', async () => {
  for (const { id, pan, chip, faults } of cardProfiles()) {
    if (chip === null || faults.some(({ at }) => at.reset !== undefined)) continue;
    const { lines, commands } = await lookAt(id);
    assert.ok(commands.length <= 400, id);
    const said = lines.join('\n');
    const asText = Buffer.from(pan).toString('hex');
    assert.ok(lines.length > 5 && !said.includes(pan) && !said.includes(asText), id);
  }
});

test('no PIN is tried and no cryptogram is asked for', async () => {
  for (const id of ['offline-pin', 'unionpay-debit', 'pin-blocked']) {
    const instructions = (await lookAt(id)).commands.map((command) => command[1]);
    assert.ok(!instructions.includes(0x20) && !instructions.includes(0xae), id);
  }
});

test('pulled or mute at every single command, the look ends in words', async () => {
  for (const type of ['removed', 'mute', 'transmissionError'] as const) {
    for (let apdu = 1; apdu < 60; apdu += 3) {
      const { lines } = await lookAt('unionpay-credit', (profile) => ({
        ...profile,
        faults: [{ at: { apdu }, do: { type } }],
      }));
      const ended = lines.some((line) => line.startsWith('The look ends here: '));
      assert.ok(ended || lines.some((line) => line.includes('DDA')), `${type} at ${apdu}`);
    }
  }
});
