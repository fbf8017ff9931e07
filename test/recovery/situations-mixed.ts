import {
  at,
  badAtr,
  bulletin,
  chip,
  chipCardSwiped,
  code,
  expired,
  inARow,
  line,
  noAtr,
  nothing,
  part,
  probe,
  pulled,
  readOther,
  type Situation,
  said,
  setting,
  signal,
  swipe,
  testCard,
  testSwipe,
  typed,
} from './seen.ts';

const noSignal = { tracks: [], parityErrors: 0 } as const;

/** Two troubles at once: the one that stands in the way now is the one to be named. */
const twoAtOnce = (): readonly Situation[] => [
  at(
    'the cable is out, and the next card that is tried is dead',
    [line('link.unreachable'), probe('interface', 'down'), noAtr('card-2')],
    'damagedOrExpired',
  ),
  at(
    'a worn stripe at a terminal whose clock is wrong',
    [swipe({ zone: { fromMm: 20, toMm: 26 } }), setting('clock')],
    'damagedOrExpired',
  ),
  at(
    'the centre is down while an update of the software is due',
    [code('96', { entry: 'chip' }), setting('software')],
    'bankSide',
  ),
  at(
    'the centre is down, and the table of banks is empty too',
    [code('98'), setting('banks')],
    'bankSide',
  ),
  at(
    'an old key of a card scheme, and a dead chip',
    [noAtr(), setting('caKeyExpired')],
    'damagedOrExpired',
  ),
  at(
    'an expired card, and before the bank could say so the line was gone',
    [expired, line('link.unreachable'), probe('interface', 'down')],
    'network',
  ),
  at(
    'the card is past its date, and the bank refuses it for want of money',
    [expired, code('51', { entry: 'chip' })],
    'refusedByIssuer',
  ),
  at('a bulletin is out, and this chip is dead', [noAtr(), bulletin], 'damagedOrExpired'),
  at(
    'a bulletin is out, and the cable here is out as well',
    [line('link.unreachable'), probe('interface', 'down'), bulletin],
    'network',
  ),
  at(
    'refused for want of money, then the second card is dead',
    [code('51', { entry: 'chip' }), noAtr('card-2')],
    'damagedOrExpired',
  ),
  at(
    'a stolen card, then a second one that is dead',
    [code('43', { entry: 'chip' }), noAtr('card-2')],
    'suspectedFraud',
  ),
  at(
    'the reader is gone while a chip card was being swiped',
    [chipCardSwiped, part('reader.gone')],
    'deviceFault',
  ),
  at(
    'a card half out of the slot, then the line is gone',
    [pulled(), line('link.connectTimeout'), probe('otherHost', 'timeout')],
    'network',
  ),
  at(
    'the bank does not know the terminal on a day on which it announced work, and the letter agrees',
    [code('03'), bulletin, said('detailsRight', 'yes')],
    'bankSide',
  ),
  at(
    'the stripe of a dead chip is worn too, and the shop’s test card is read',
    [noAtr(), swipe({ card: 'card-1' }), testCard(true)],
    'damagedOrExpired',
  ),
];

/** What people say against what was measured. */
const contradicted = (): readonly Situation[] => [
  at(
    'the guest says it works elsewhere, and its printed date is past',
    [
      code('54', { entry: 'chip' }),
      said('cardWorksElsewhere', 'yes'),
      said('printedDateGood', 'no'),
    ],
    'damagedOrExpired',
  ),
  at(
    'typed as printed, says the cashier; the check digit says no three times',
    [typed('luhn'), typed('luhn', 1), typed('luhn', 2), said('typedAsPrinted', 'yes')],
    'unknown',
  ),
  at(
    'others here are online, but this terminal’s own cable is out',
    [line('link.unreachable'), probe('interface', 'down'), said('othersOnline', 'yes')],
    'network',
  ),
  at(
    'the numbers are right, says the cashier; they were never set',
    [code('97'), setting('merchant'), said('detailsRight', 'yes')],
    'settings',
  ),
  at(
    'the clock is right, says the cashier; the bank’s differs; the card may be past its date',
    [
      code('54', { entry: 'chip', inDate: false }),
      expired,
      setting('clock'),
      said('clockRight', 'yes'),
    ],
    'unknown',
    { next: 'printedDateGood' },
  ),
  at(
    'another card worked, says the cashier; three different ones failed in a row',
    [noAtr('card-3'), inARow(3), said('otherCardWorked', 'yes')],
    'unknown',
    { next: 'testCard' },
  ),
  at(
    'no chip on it, says the cashier; the stripe says that there must be one',
    [chipCardSwiped, said('cardHasChip', 'no')],
    'unknown',
  ),
  at(
    'there is a chip, says the cashier, and it was swiped',
    [chipCardSwiped, said('cardHasChip', 'yes')],
    'operator',
  ),
  at(
    'nothing is online, says the cashier; another host answered this terminal',
    [line('link.connectRefused'), probe('otherHost'), said('othersOnline', 'no')],
    'bankSide',
  ),
  at(
    'others are online, says the cashier; from here no other host answers',
    [line('link.connectTimeout'), probe('otherHost', 'timeout'), said('othersOnline', 'yes')],
    'network',
  ),
  at(
    'edges of the swipe were lost here; another card was read',
    [swipe({ lostEdges: 60 }), said('otherCardWorked', 'yes')],
    'deviceFault',
  ),
  at(
    'it works elsewhere, says the guest; the bank wants it kept',
    [code('41', { entry: 'chip' }), said('cardWorksElsewhere', 'yes')],
    'suspectedFraud',
  ),
  at(
    'it works elsewhere, says the guest; by this clock the chip has expired',
    [chip('expired', { step: 'restrict' }), said('cardWorksElsewhere', 'yes')],
    'unknown',
    { next: 'printedDateGood' },
  ),
  at(
    'the test card is read, and this one works elsewhere',
    [noAtr(), testCard(true), said('cardWorksElsewhere', 'yes')],
    'unknown',
    { next: 'insertAgain' },
  ),
  at(
    'typed as printed, and the bank knows no such number',
    [code('14', { entry: 'keyed' }), said('typedAsPrinted', 'yes')],
    'unknown',
  ),
  at(
    'typed as printed, and the bank says expired',
    [code('54', { entry: 'keyed' }), said('typedAsPrinted', 'yes')],
    'damagedOrExpired',
  ),
  at(
    'the slip agrees, and the bank finds no such hold',
    [code('25'), said('slipAgrees', 'yes')],
    'bankSide',
  ),
  at(
    'the customer would give it, and nobody put one in',
    [nothing(90), said('customerUnwilling', 'no')],
    'unknown',
  ),
  at(
    'both dates are past by this clock; the print was read in a hurry as good',
    [
      code('54', { entry: 'chip', inDate: false }),
      expired,
      said('printedDateGood', 'yes'),
      said('clockRight', 'yes'),
    ],
    'damagedOrExpired',
  ),
];

/** Evidence that comes after the first answer, and may turn it. */
const late = (): readonly Situation[] => [
  at(
    'no answer; one by one the checks say that the line is fine',
    [line('link.answerTimeout'), probe('interface'), probe('connect'), probe('echo')],
    'bankSide',
  ),
  at(
    'no answer; the bank’s line opens, the other host is silent',
    [line('link.answerTimeout'), probe('connect'), probe('otherHost', 'timeout')],
    'unknown',
    { next: 'bankEcho' },
  ),
  at(
    'refused at the first address, the second answers',
    [line('link.connectRefused'), probe('secondHost')],
    'bankSide',
  ),
  at(
    'no connection; another host answered, then the whole network went',
    [line('link.connectTimeout'), probe('otherHost'), probe('interface', 'down')],
    'network',
  ),
  at(
    'three silent tries, then the bulletin came',
    [
      line('link.answerTimeout'),
      line('link.answerTimeout', 2),
      line('link.answerTimeout', 3),
      bulletin,
    ],
    'bankSide',
  ),
  at(
    'TLS breaks off without a word, and the line opens',
    [line('link.tls'), probe('connect'), probe('tls', 'handshake')],
    'unknown',
  ),
  at(
    'the certificate is not valid yet, and the clock here turns out wrong',
    [line('link.tls'), probe('tls', 'certificateNotYetValid'), setting('clock')],
    'settings',
  ),
  at(
    'the certificate is not valid yet; the cashier looks: the clock is wrong',
    [line('link.tls'), probe('tls', 'certificateNotYetValid'), said('clockRight', 'no')],
    'settings',
  ),
  at(
    'the name is not found, others here are online',
    [line('link.nameNotFound'), said('othersOnline', 'yes')],
    'unknown',
    { next: 'detailsRight' },
  ),
  at(
    'mute once; then the test card was read',
    [chip('cardMute'), testCard(true)],
    'damagedOrExpired',
  ),
  at(
    'the bank came back, and what it says is that the card is lost',
    [line('link.answerTimeout'), probe('echo'), code('41', { entry: 'chip' })],
    'suspectedFraud',
  ),
  at(
    'nothing for a minute, unwilling; then a card was given after all, and it is dead',
    [nothing(60), said('customerUnwilling', 'yes'), noAtr()],
    'damagedOrExpired',
  ),
  at(
    'unwilling at first; then the card, and the bank wants it kept',
    [nothing(60), said('customerUnwilling', 'yes'), code('43', { entry: 'chip' })],
    'suspectedFraud',
  ),
  at(
    'no connection; then the letter of the bank shows another address',
    [line('link.connectTimeout'), probe('otherHost'), said('detailsRight', 'no')],
    'settings',
  ),
];

/** Reader and head over cards of different issuers; keys, people, money. */
const readersAndPeople = (): readonly Situation[] => [
  at(
    'three cards of three banks break off at the same place',
    [
      chip('cardMute', { card: 'hash-1' }),
      chip('cardMute', { card: 'hash-2' }),
      chip('cardMute', { card: 'hash-3' }),
    ],
    'deviceFault',
  ),
  at(
    'three cards in a row are dead; the last good one was eight hours ago',
    [noAtr('card-3'), readOther(480), inARow(3)],
    'deviceFault',
  ),
  at(
    'one card dead, one good, another one dead',
    [noAtr('card-1'), readOther(1), noAtr('card-3')],
    'damagedOrExpired',
  ),
  at(
    'one dead chip, then another card with one worn place on its stripe',
    [noAtr('card-1'), swipe({ card: 'card-2', zone: { fromMm: 40, toMm: 44 } })],
    'damagedOrExpired',
  ),
  at(
    'read a minute ago, and now not even the test card',
    [noAtr(), readOther(1), testCard(false)],
    'deviceFault',
  ),
  at('two dead in a row, of two guests', [noAtr('card-2'), inARow(2)], 'unknown'),
  at(
    'no signal of two cards in a row',
    [swipe({ ...noSignal, card: 'card-1' }), swipe({ ...noSignal, card: 'card-2' }), inARow(2)],
    'unknown',
  ),
  at(
    'no signal at all three times, no other card at hand',
    [swipe(noSignal), swipe({ ...noSignal, tries: 2 }), swipe({ ...noSignal, tries: 3 })],
    'unknown',
    { next: 'otherCard' },
  ),
  at(
    'other cards are not noticed either',
    [nothing(80), said('otherCardWorked', 'no')],
    'deviceFault',
  ),
  at(
    'no signal three times, and the test card gives none either',
    [swipe(noSignal), swipe({ ...noSignal, tries: 2 }), testSwipe(false)],
    'deviceFault',
    { finding: 'headSilent' },
  ),
  at(
    'no signal of two cards; the stripe of the test card is read',
    [
      swipe({ ...noSignal, card: 'card-1' }),
      swipe({ ...noSignal, card: 'card-2' }),
      inARow(2),
      testSwipe(true),
    ],
    'damagedOrExpired',
  ),
  at(
    'no signal twice; the chip of the test card is read, which says nothing of the head',
    [swipe(noSignal), swipe({ ...noSignal, tries: 2 }), testCard(true)],
    'unknown',
  ),
  at('no card, pressed after five seconds', [nothing(5)], 'unknown'),
  at('the head is gone', [part('head.gone')], 'deviceFault'),
  at('the PIN pad is gone', [part('pinPad.gone')], 'deviceFault'),
  at('an odd number once, corrected five times', [typed('luhn', 5)], 'operator'),
  at('one digit too few', [typed('length', 1)], 'operator'),
  at(
    'a bent card held at a slant, twice',
    [swipe({ tilted: true }), swipe({ tilted: true, tries: 2 })],
    'operator',
  ),
  at('wrong PIN', [code('55', { entry: 'chip' })], 'refusedByIssuer'),
  at('a duplicate, after the line broke', [line('link.reset'), code('94')], 'unknown'),
  at('30 on a stripe, once', [code('30', { entry: 'stripe' })], 'unknown'),
  at('the batches differ', [code('77')], 'settings'),
  at(
    'holds just under the limit, and now 61',
    [code('61', { entry: 'chip' }), signal('amountsSplit')],
    'suspectedFraud',
  ),
  at(
    'the third chip card that is swiped and never inserted',
    [chipCardSwiped, signal('chipAvoided')],
    'suspectedFraud',
  ),
  at(
    'nothing in common; the scheme’s applications are missing here, other schemes work',
    [
      chip('noCommonApplication', { step: 'select' }),
      setting('applications', 'Visa'),
      said('otherCardWorked', 'yes'),
    ],
    'settings',
  ),
];

/** A second list, written when the first had been mended for. */
const afterwards = (): readonly Situation[] => [
  at(
    'a wet card: nonsense once, then mute',
    [badAtr(), chip('cardMute', { tries: 2 })],
    'damagedOrExpired',
  ),
  at(
    'a business card put in by mistake: no sign, and no chip on it',
    [noAtr(), said('cardHasChip', 'no')],
    'operator',
  ),
  at(
    'dead here, dead at the restaurant',
    [noAtr(), said('cardWorksElsewhere', 'no')],
    'damagedOrExpired',
  ),
  at(
    '91 for this bank only, other cards go through',
    [code('91', { entry: 'chip' }), said('otherCardWorked', 'yes')],
    'bankSide',
  ),
  at(
    'no answer, and the phone in the pocket is online',
    [line('link.answerTimeout'), said('othersOnline', 'yes')],
    'bankSide',
  ),
  at(
    'no answer, nothing in the house is online',
    [line('link.answerTimeout'), said('othersOnline', 'no')],
    'network',
  ),
  at(
    'the line breaks off, the bank greets at once after it',
    [line('link.reset'), probe('connect'), probe('echo')],
    'unknown',
  ),
  at(
    '97 on a new terminal, the letter says another number',
    [code('97'), said('detailsRight', 'no')],
    'settings',
  ),
  at('58, the letter agrees', [code('58'), said('detailsRight', 'yes')], 'unknown'),
  at(
    '14 by chip, the card works elsewhere',
    [code('14', { entry: 'chip' }), said('cardWorksElsewhere', 'yes')],
    'unknown',
  ),
  at(
    '54 typed, not as printed',
    [code('54', { entry: 'keyed' }), said('typedAsPrinted', 'no')],
    'operator',
  ),
  at(
    '54 by chip, the date still to come, the clock right',
    [
      code('54', { entry: 'chip', inDate: true }),
      said('printedDateGood', 'yes'),
      said('clockRight', 'yes'),
    ],
    'unknown',
  ),
  at(
    'slow swipes of an old woman, twice',
    [swipe({ speed: 'tooSlow' }), swipe({ speed: 'tooSlow', tries: 2 })],
    'operator',
  ),
  at(
    'one worn place, and another card was swiped well',
    [swipe({ zone: { fromMm: 10, toMm: 14 } }), readOther(2, 'stripe')],
    'damagedOrExpired',
  ),
  at(
    'weak along the card, the test stripe is read',
    [swipe({ headDirty: true }), testSwipe(true)],
    'damagedOrExpired',
  ),
  at(
    'weak along the card, the test stripe fails too',
    [swipe({ headDirty: true }), testSwipe(false)],
    'deviceFault',
  ),
  at(
    'the chip reader is fine, swipes carry nothing twice',
    [swipe(noSignal), readOther(1), swipe({ ...noSignal, tries: 2 })],
    'unknown',
  ),
  at(
    'declined by the card itself, twice',
    [
      { type: 'cardDeclined', by: 'card' },
      { type: 'cardDeclined', by: 'card' },
    ],
    'refusedByIssuer',
  ),
  at(
    'unwilling, then another card that is refused for its limit',
    [nothing(40), said('customerUnwilling', 'yes'), code('61', { entry: 'chip' })],
    'refusedByIssuer',
  ),
  at(
    'a hold without its number, while the line is down',
    [
      { type: 'numberMissing', how: 'neverHere' },
      line('link.unreachable'),
      probe('interface', 'down'),
    ],
    'network',
  ),
  at('A0 once, keys are in place', [code('A0')], 'settings'),
  at(
    'the seal is wrong twice',
    [
      { type: 'badAnswer', what: 'badMac' },
      { type: 'badAnswer', what: 'badMac' },
    ],
    'unknown',
  ),
  at(
    'typed over and over, six corrections, Luhn',
    [typed('luhn', 6), typed('luhn', 6)],
    'operator',
  ),
  at(
    '57, and another card of the guest works',
    [code('57', { entry: 'chip' }), said('otherCardWorked', 'yes')],
    'unsupportedCard',
  ),
  at(
    'a blocked application, the clock is wrong too',
    [chip('applicationBlocked', { step: 'select', sw: '6283' }), setting('clock')],
    'unsupportedCard',
  ),
  at(
    'the certificate is of another, the letter agrees',
    [line('link.tls'), probe('tls', 'certificateOfAnother'), said('detailsRight', 'yes')],
    'unknown',
  ),
];

/** Labelled before anything was weighed: several troubles, contradictions, late evidence, many cards. */
export const mixedSituations = (): readonly Situation[] => [
  ...twoAtOnce(),
  ...contradicted(),
  ...late(),
  ...readersAndPeople(),
  ...afterwards(),
];
