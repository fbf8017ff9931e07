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
  typed,
} from './seen.ts';

const noSignal = { tracks: [], parityErrors: 0 } as const;

/** Labelled by what the trade knows, before anything was weighed: mixed, late and misleading evidence. */
export const blindSituations = (): readonly Situation[] => [
  // settings
  at('a terminal that was swapped yesterday: 03 at the first hold', [code('03')], 'settings'),
  at('97, and its numbers were never set', [code('97'), setting('merchant')], 'settings'),
  at(
    '58 for one card only, others went through',
    [code('58', { entry: 'chip' }), said('detailsRight', 'yes')],
    'unknown',
  ),
  at('A0 after the master key was changed', [code('A0'), setting('keys')], 'settings'),
  at(
    'a chip with no common application, and the bank wants its tables fetched',
    [
      chip('noCommonApplication', { step: 'select' }),
      setting('parameters'),
      said('otherCardWorked', 'yes'),
    ],
    'settings',
  ),
  at(
    '40 at a shop that moved to a new bank, its table of banks is gone',
    [code('40'), setting('banks')],
    'settings',
  ),
  at(
    'the card declines, the keys of its scheme ran out last month',
    [{ type: 'cardDeclined', by: 'terminal' }, setting('caKeyExpired', 'UnionPay 08')],
    'settings',
  ),
  at(
    'every line fails with an untrusted authority since the renewal',
    [line('link.tls'), probe('tls', 'certificateUntrusted'), probe('otherHost')],
    'settings',
  ),
  at(
    'the bank’s name is not found, everything else is online',
    [
      line('link.nameNotFound'),
      probe('name', 'notFound'),
      probe('otherHost'),
      said('othersOnline', 'yes'),
    ],
    'settings',
  ),
  at(
    '54 on a new card; the clock stands in 2031',
    [
      code('54', { entry: 'chip', inDate: false }),
      expired,
      setting('clock'),
      said('printedDateGood', 'yes'),
    ],
    'settings',
  ),
  at(
    '30 again and again after an update of the parameters',
    [code('30', { entry: 'chip' }), code('30', { entry: 'chip' }), setting('parameters')],
    'settings',
  ),
  at('the keys of the terminal are gone', [part('keystore.missingKey')], 'settings'),
  // unsupported card
  at(
    'a foreign debit card: 57, and it pays at home',
    [code('57', { entry: 'chip' }), said('cardWorksElsewhere', 'yes')],
    'unsupportedCard',
  ),
  at(
    'a shopping card with a chip: nothing in common, others work',
    [chip('noCommonApplication', { step: 'select' }), said('otherCardWorked', 'yes'), readOther(6)],
    'unsupportedCard',
  ),
  at('15 for a prepaid card', [code('15', { entry: 'stripe' })], 'unsupportedCard'),
  at(
    '6A81 on a card that its bank replaced',
    [chip('cardBlocked', { step: 'select', sw: '6A81' }), readOther(2)],
    'unsupportedCard',
  ),
  at(
    'an application blocked, and the guest says that it works elsewhere',
    [chip('applicationBlocked', { step: 'select', sw: '6283' }), said('cardWorksElsewhere', 'yes')],
    'unsupportedCard',
  ),
  at('40, typed for a hold without the card', [code('40', { entry: 'keyed' })], 'unsupportedCard'),
  // damaged or expired
  at(
    'dead by chip and by stripe, and the card before was fine',
    [noAtr(), swipe({ card: 'card-1' }), readOther(3)],
    'damagedOrExpired',
  ),
  at(
    'a chip that breaks off, wiped, breaks off again, next card fine',
    [chip('cardMute'), chip('cardMute', { tries: 2 }), said('otherCardWorked', 'yes')],
    'damagedOrExpired',
  ),
  at(
    'pulled once, then nonsense twice',
    [pulled(), badAtr('card-1', 2), badAtr('card-1', 3)],
    'damagedOrExpired',
  ),
  at(
    'the chip is dead, the printed date is past too',
    [noAtr(), said('printedDateGood', 'no')],
    'damagedOrExpired',
  ),
  at(
    '54, and the date on the card is past',
    [code('54', { entry: 'chip' }), expired],
    'damagedOrExpired',
  ),
  at(
    '33 on a stripe, the card is still good by its print',
    [code('33', { entry: 'stripe', inDate: true }), said('printedDateGood', 'yes')],
    'settings',
  ),
  at(
    'a demagnetised key-card sleeve: no signal twice, other cards fine',
    [swipe(noSignal), swipe({ ...noSignal, tries: 2 }), said('otherCardWorked', 'yes')],
    'damagedOrExpired',
  ),
  at(
    'the test card is read; this chip gives nonsense',
    [badAtr(), testCard(true)],
    'damagedOrExpired',
  ),
  at(
    'fallback refused after the chip was dead twice',
    [noAtr(), noAtr('card-1', 2), code('45', { entry: 'stripe' })],
    'damagedOrExpired',
  ),
  at(
    'the chip data lack the date',
    [chip('mandatoryDataMissing'), readOther(1)],
    'damagedOrExpired',
  ),
  // network
  at(
    'nothing answers after the router was moved',
    [line('link.unreachable'), probe('interface', 'down')],
    'network',
  ),
  at(
    'the lobby’s Wi-Fi wants a login page: names are found, TLS meets another name, nothing else is online',
    [line('link.tls'), probe('tls', 'certificateOfAnother'), said('othersOnline', 'no')],
    'network',
  ),
  at(
    'reset in the middle, neither second host nor any other answers',
    [line('link.reset'), probe('secondHost', 'timeout'), probe('otherHost', 'timeout')],
    'network',
  ),
  at(
    'connect times out, others here are offline too',
    [line('link.connectTimeout'), said('othersOnline', 'no')],
    'network',
  ),
  at(
    'answers are cut, four times',
    [
      line('link.badFrame'),
      line('link.badFrame', 2),
      line('link.badFrame', 3),
      line('link.badFrame', 4),
      probe('otherHost', 'timeout'),
    ],
    'network',
  ),
  at(
    'no name, no other host, the cable is in',
    [
      line('link.nameNotFound'),
      probe('interface'),
      probe('name', 'notFound'),
      probe('otherHost', 'timeout'),
    ],
    'network',
  ),
  at(
    'a dead card first, then the line is gone',
    [noAtr(), line('link.unreachable'), probe('interface', 'down')],
    'network',
  ),
  // operator
  at(
    'typed with two digits swapped, twice',
    [typed('transposition'), typed('transposition', 2)],
    'operator',
  ),
  at(
    '14 on a typed number that is not as printed',
    [code('14', { entry: 'keyed' }), said('typedAsPrinted', 'no')],
    'operator',
  ),
  at(
    '25 at a completion, the slip says another date',
    [code('25'), said('slipAgrees', 'no')],
    'operator',
  ),
  at(
    'swiped too fast three times',
    [
      swipe({ speed: 'tooFast' }),
      swipe({ speed: 'tooFast', tries: 2 }),
      swipe({ speed: 'tooFast', tries: 3 }),
    ],
    'operator',
  ),
  at(
    'a chip card swiped, refused with 45',
    [chipCardSwiped, code('45', { entry: 'stripe' })],
    'operator',
  ),
  at('expiry typed as year and month', [typed('expiry')], 'operator'),
  at(
    'the card pulled three times, another was read before',
    [pulled(), pulled(2), pulled(3), readOther(9)],
    'operator',
  ),
  // device
  at(
    'every second customer: dead, dead, dead, and the shop’s own card too',
    [noAtr('card-3'), inARow(3), testCard(false)],
    'deviceFault',
  ),
  at(
    'this card fails here alone, it was read next door, and other cards fail here',
    [chip('cardMute'), said('cardWorksElsewhere', 'yes'), said('otherCardWorked', 'no')],
    'deviceFault',
  ),
  at(
    'the head reads nothing of any card since it was dropped',
    [swipe({ ...noSignal, tries: 2 }), said('otherCardWorked', 'no'), inARow(3)],
    'deviceFault',
  ),
  at(
    'the service of the reader is down after a network fault',
    [line('link.connectTimeout'), part('reader.serviceDown')],
    'deviceFault',
  ),
  at('edges are lost while the printer runs', [swipe({ lostEdges: 40 })], 'deviceFault'),
  // bank
  at('96, the bulletin says maintenance', [code('96'), bulletin], 'bankSide'),
  at(
    'no answer, but the greeting is answered',
    [line('link.answerTimeout'), probe('connect'), probe('echo')],
    'bankSide',
  ),
  at(
    'connection refused at both addresses, the world is there',
    [
      line('link.connectRefused'),
      probe('secondHost', 'refused'),
      probe('otherHost'),
      said('othersOnline', 'yes'),
    ],
    'bankSide',
  ),
  at(
    'the answer makes no sense, and the second host is fine',
    [{ type: 'badAnswer', what: 'malformed' }, probe('secondHost')],
    'bankSide',
  ),
  at(
    '91 after a refused card',
    [code('51', { entry: 'chip' }), code('91', { entry: 'chip' })],
    'bankSide',
  ),
  at(
    'the bank’s certificate ended yesterday, the clock here is right',
    [line('link.tls'), probe('tls', 'certificateExpired'), said('clockRight', 'yes')],
    'bankSide',
  ),
  // withheld
  at(
    'a guest who says to charge the room',
    [nothing(90), said('customerUnwilling', 'yes')],
    'withheld',
  ),
  at(
    'a hold noted by phone, nobody asked for its number',
    [{ type: 'numberMissing', how: 'neverHere' }],
    'withheld',
  ),
  at('nothing for two minutes, nobody knows why', [nothing(120)], 'unknown'),
  // fraud
  at(
    '41 on the third card of one guest',
    [code('05', { entry: 'chip' }), code('51', { entry: 'chip' }), code('41', { entry: 'chip' })],
    'suspectedFraud',
  ),
  at(
    'four cards in ten minutes for the same amount',
    [signal('manyCards', 4), code('05', { entry: 'chip' })],
    'suspectedFraud',
  ),
  at(
    'a typed number that changes each time',
    [signal('numberChanging', 4), typed('luhn', 6)],
    'suspectedFraud',
  ),
  // issuer, and what cannot be known
  at('75 after three wrong PINs', [code('75', { entry: 'chip' })], 'refusedByIssuer'),
  at(
    'no signal once, and the card is new',
    [swipe(noSignal), said('cardWorksElsewhere', 'yes')],
    'unknown',
  ),
];
