import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fraudDefaults } from '#src/config/fraud.ts';
import {
  isAlarming,
  isCaptureCode,
  isEvidence,
  type Seen,
  suspicionOf,
  tellsOfTrying,
} from '#src/fraud/score.ts';

type Row = readonly [string, Seen];

/** What honest people do on a bad day. */
const innocent: readonly Row[] = [
  ['nothing was seen', {}],
  ['a couple with two cards, both refused', { manyCards: 2 }],
  ['three cards of a family refused, one after the other', { manyCards: 3 }],
  ['a number mistyped once, so that two different ones were whole', { numberChanging: 2 }],
  ['the wrong card for the hold, once', { againstSlip: 1 }],
  ['two rooms of one family at the limit', { amountsSplit: 2 }],
  ['an agency that pays for nine rooms with one card', { sameNumberOften: 9 }],
  ['a chip card swiped twice before anybody said insert', { chipAvoided: 2 }],
  ['swiped three times, stubbornly', { chipAvoided: 3 }],
  ['a code by phone that was misheard', { voiceCodeRefused: 1 }],
  ['two cards refused and two numbers typed', { manyCards: 2, numberChanging: 2 }],
  ['two swipes, two cards, one wrong card', { chipAvoided: 2, manyCards: 2, againstSlip: 1 }],
];

const wanted: readonly Row[] = [
  ['four cards refused, one after the other', { manyCards: 4 }],
  ['three cards refused, and the chip avoided', { manyCards: 3, chipAvoided: 3 }],
  ['three different whole numbers typed', { numberChanging: 3 }],
  ['twice not the card of the hold', { againstSlip: 2 }],
  ['three holds just under the limit', { amountsSplit: 3 }],
  ['ten holds on one card within hours', { sameNumberOften: 10 }],
  ['a chip card swiped four times and never inserted', { chipAvoided: 4 }],
  ['two codes by phone that the bank never gave', { voiceCodeRefused: 2 }],
  ['the bank wants the card kept', { captureCode: 1 }],
  ['a typed number that the acquirer lists', { listedCard: 1 }],
  ['refused by a supervisor an hour ago', { refusedBefore: 1 }],
];

const alarms = (seen: Seen, config = fraudDefaults) =>
  isAlarming(suspicionOf(seen, config), config);

describe('what is brought to the supervisor', () => {
  for (const [what, seen] of innocent) it(`not: ${what}`, () => assert.ok(!alarms(seen)));
  for (const [what, seen] of wanted) it(what, () => assert.ok(alarms(seen)));

  it('an agency’s card calls the supervisor and speaks for no cause; beside another signal it does', () => {
    const agency = suspicionOf({ sameNumberOften: 12 }, fraudDefaults);
    assert.ok(isAlarming(agency, fraudDefaults));
    assert.ok(!isEvidence(agency, fraudDefaults));
    const both = suspicionOf({ sameNumberOften: 7, manyCards: 3 }, fraudDefaults);
    assert.ok(isEvidence(both, fraudDefaults));
  });

  it('the strongest signal stands first, and what was not seen often enough stands nowhere', () => {
    const { signals } = suspicionOf(
      { manyCards: 3, numberChanging: 3, chipAvoided: 1 },
      fraudDefaults,
    );
    assert.deepEqual(
      signals.map(({ signal }) => signal),
      ['numberChanging', 'manyCards'],
    );
  });

  it('a shop with many families may count later and alert later', () => {
    const config = { ...fraudDefaults, from: { ...fraudDefaults.from, manyCards: 6 } };
    assert.ok(!alarms({ manyCards: 5 }, config));
    assert.ok(!alarms({ manyCards: 4 }, { ...fraudDefaults, alertFrom: 150 }));
  });

  it('capture codes are somebody’s decision; too little money and a wrong PIN are no sign', () => {
    for (const code of ['04', '07', '34', '35', '36', '37', '41', '43'])
      assert.ok(isCaptureCode(code) && tellsOfTrying(code), code);
    for (const code of ['51', '55', '61', '65', '75', '13', '91', '96', '68', '30'])
      assert.ok(!isCaptureCode(code) && !tellsOfTrying(code), code);
  });
});
