import {
  at,
  badAtr,
  chip,
  chipCardSwiped,
  code,
  expired,
  inARow,
  noAtr,
  part,
  pulled,
  readOther,
  type Situation,
  said,
  setting,
  swipe,
  testCard,
} from './seen.ts';

const worn = { zone: { fromMm: 40, toMm: 52 }, otherTracksFine: true } as const;

/** At the card: chip, stripe, reader, head. */
export const cardSituations = (): readonly Situation[] => [
  at('a chip gives no sign, once', [noAtr()], 'damagedOrExpired', {
    finding: 'chipDead',
    next: 'insertAgain',
  }),
  at('a chip gives no sign, inserted twice', [noAtr(), noAtr('card-1', 2)], 'damagedOrExpired', {
    finding: 'chipDead',
    next: 'otherCard',
  }),
  at(
    'a dead chip, and the reader read another card four minutes ago',
    [noAtr(), readOther()],
    'damagedOrExpired',
    { finding: 'chipDead' },
  ),
  at('two different cards without a sign', [noAtr('card-1'), noAtr('card-2')], 'unknown', {
    next: 'testCard',
  }),
  at('two different cards, and the desk counted them', [noAtr('card-2'), inARow(2)], 'unknown', {
    next: 'testCard',
  }),
  at(
    'two dead cards, and the test card is read',
    [noAtr('card-1'), noAtr('card-2'), testCard(true)],
    'damagedOrExpired',
    { finding: 'chipDead' },
  ),
  at(
    'two dead cards, and the test card is dead too',
    [noAtr('card-1'), noAtr('card-2'), testCard(false)],
    'deviceFault',
    { finding: 'readerFault' },
  ),
  at(
    'three different cards without a sign',
    [noAtr('card-1'), noAtr('card-2'), noAtr('card-3')],
    'deviceFault',
    { finding: 'readerFault' },
  ),
  at('three cards over three customers, as the desk counted', [noAtr(), inARow(3)], 'deviceFault', {
    finding: 'readerFault',
  }),
  at('five different cards break off in a row', [chip('cardMute'), inARow(5)], 'deviceFault'),
  at(
    'three dead cards, but the test card is read',
    [noAtr(), inARow(3), testCard(true)],
    'damagedOrExpired',
  ),
  at(
    'a dead chip, and the card works at the shop next door',
    [noAtr(), said('cardWorksElsewhere', 'yes')],
    'deviceFault',
  ),
  at(
    'a dead chip, and it fails next door too',
    [noAtr(), said('cardWorksElsewhere', 'no')],
    'damagedOrExpired',
  ),
  at(
    'a dead chip, and another card worked',
    [noAtr(), said('otherCardWorked', 'yes')],
    'damagedOrExpired',
  ),
  at(
    'a dead chip, and no other card works either',
    [noAtr(), said('otherCardWorked', 'no')],
    'deviceFault',
    { next: 'testCard' },
  ),
  at('a card with a chip is swiped', [chipCardSwiped], 'operator', { finding: 'insertChip' }),
  at('the chip was dead, so the card is swiped', [noAtr(), chipCardSwiped], 'damagedOrExpired', {
    finding: 'chipDead',
  }),
  at(
    'the chip broke off, so the card is swiped',
    [chip('cardMute'), chipCardSwiped],
    'damagedOrExpired',
  ),
  at(
    'chip and stripe of one card both fail',
    [noAtr(), swipe({ card: 'card-1' })],
    'damagedOrExpired',
    { finding: 'stripeDamaged' },
  ),
  at(
    'stripe and then chip of one card both fail',
    [swipe({ card: 'card-1' }), noAtr('card-1', 2)],
    'damagedOrExpired',
    { finding: 'chipDead' },
  ),
  at('an answer to reset that is nonsense', [badAtr()], 'damagedOrExpired', {
    finding: 'chipDamaged',
  }),
  at(
    'nonsense again, and the reader read others',
    [badAtr(), badAtr('card-1', 2), readOther(2)],
    'damagedOrExpired',
    { finding: 'chipDamaged' },
  ),
  at(
    'nonsense from three cards',
    [badAtr('card-1'), badAtr('card-2'), badAtr('card-3')],
    'deviceFault',
  ),
  at('a chip breaks off half-way', [chip('cardMute')], 'damagedOrExpired', {
    finding: 'chipDirty',
    next: 'insertAgain',
  }),
  at('a chip loses bytes on the line', [chip('protocolError')], 'damagedOrExpired', {
    finding: 'chipDirty',
  }),
  at(
    'a chip breaks off three times',
    [chip('cardMute'), chip('cardMute', { tries: 2 }), chip('cardMute', { tries: 3 })],
    'damagedOrExpired',
    { finding: 'chipDirty' },
  ),
  at(
    'a chip breaks off, another card was read just now',
    [chip('cardMute'), readOther(0)],
    'damagedOrExpired',
    { finding: 'chipDirty' },
  ),
  at(
    'a chip breaks off, and so did the card before',
    [chip('cardMute', { card: 'card-1' }), chip('cardMute', { card: 'card-2' })],
    'unknown',
    { next: 'testCard' },
  ),
  at('a chip answers with broken data', [chip('malformedResponse')], 'damagedOrExpired'),
  at('a chip without its number', [chip('mandatoryDataMissing')], 'damagedOrExpired', {
    finding: 'chipDamaged',
  }),
  at('a chip with two numbers', [chip('dataConflict')], 'damagedOrExpired', {
    finding: 'chipDamaged',
  }),
  at('a chip with endless lists', [chip('tooManyRecords')], 'damagedOrExpired', {
    finding: 'chipDamaged',
  }),
  at('a chip with lengths that lie', [chip('tooLong')], 'damagedOrExpired', {
    finding: 'chipDamaged',
  }),
  at(
    'a chip that refuses at GENERATE AC',
    [chip('conditionsNotSatisfied', { step: 'generateAc1', sw: '6985' })],
    'damagedOrExpired',
  ),
  at(
    'it refuses at GENERATE AC, and a card key is missing here',
    [
      chip('conditionsNotSatisfied', { step: 'generateAc1', sw: '6985' }),
      setting('caKeyMissing', 'UnionPay'),
    ],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at(
    'status words that nobody expects',
    [chip('statusRefused', { sw: '6F00' })],
    'damagedOrExpired',
  ),
  at(
    'the whole card is blocked (6A81)',
    [chip('cardBlocked', { step: 'select', sw: '6A81' })],
    'unsupportedCard',
    { finding: 'cardBlocked' },
  ),
  at(
    'the application is blocked (6283)',
    [chip('applicationBlocked', { step: 'select', sw: '6283' })],
    'unsupportedCard',
    { finding: 'cardBlocked' },
  ),
  at(
    'no application in common',
    [chip('noCommonApplication', { step: 'select' })],
    'unsupportedCard',
    { finding: 'cardNotAccepted', next: 'otherCardWorked' },
  ),
  at(
    'no application in common, and a scheme is missing here',
    [chip('noCommonApplication', { step: 'select' }), setting('applications', 'UnionPay')],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at(
    'no application in common, and other cards fail too',
    [chip('noCommonApplication', { step: 'select' }), said('otherCardWorked', 'no')],
    'unknown',
    { next: 'detailsRight' },
  ),
  at(
    'no application in common, others work',
    [chip('noCommonApplication', { step: 'select' }), said('otherCardWorked', 'yes')],
    'unsupportedCard',
  ),
  at(
    'no application in common, and the bank has newer settings',
    [chip('noCommonApplication', { step: 'select' }), setting('parameters')],
    'settings',
    {},
  ),
  at('the chip says it has expired', [chip('expired', { step: 'restrict' })], 'damagedOrExpired', {
    finding: 'cardExpired',
  }),
  at(
    'the chip says it has expired, and the clock here is wrong',
    [chip('expired', { step: 'restrict' }), expired, setting('clock')],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at('an expired card declines itself', [{ type: 'cardDeclined' }, expired], 'unknown', {
    next: 'cardWorksElsewhere',
  }),
  at('the card says no by itself (AAC)', [{ type: 'cardDeclined' }], 'refusedByIssuer', {
    finding: 'refused',
  }),
  at(
    'the card says no, and a card key here is too old',
    [{ type: 'cardDeclined' }, setting('caKeyExpired', 'A000000333 F1')],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at('the card is pulled out half-way', [pulled()], 'operator', { finding: 'cardPulled' }),
  at('the card is pulled out twice', [pulled(), pulled(2)], 'operator', { finding: 'cardPulled' }),
  at('pulled out, then no sign', [pulled(), noAtr('card-1', 2)], 'damagedOrExpired', {
    finding: 'chipDead',
  }),
  at('no sign, then read half-way and pulled', [noAtr(), pulled(2)], 'operator', {
    finding: 'cardPulled',
  }),
  at('a stripe that cannot be read, once', [swipe()], 'damagedOrExpired', {
    finding: 'stripeDamaged',
    next: 'swipeAgain',
  }),
  at('a stripe with one worn place', [swipe(worn)], 'damagedOrExpired', {
    finding: 'stripeDamaged',
  }),
  at(
    'the same worn place in two swipes',
    [swipe(worn), swipe({ ...worn, tries: 2 })],
    'damagedOrExpired',
    { finding: 'stripeDamaged' },
  ),
  at('only one track is bad', [swipe({ otherTracksFine: true })], 'damagedOrExpired', {
    finding: 'stripeDamaged',
  }),
  at('swiped too slowly', [swipe({ speed: 'tooSlow' })], 'operator', { finding: 'swipedBadly' }),
  at('swiped too fast', [swipe({ speed: 'tooFast' })], 'operator', { finding: 'swipedBadly' }),
  at('the card was not level', [swipe({ tilted: true })], 'operator', { finding: 'swipedBadly' }),
  at(
    'too fast, and a worn place besides',
    [swipe({ speed: 'tooFast', zone: { fromMm: 12, toMm: 20 } })],
    'operator',
  ),
  at(
    'swiped too slowly, then well but worn',
    [swipe({ speed: 'tooSlow' }), swipe({ ...worn, tries: 2 })],
    'damagedOrExpired',
    { finding: 'stripeDamaged' },
  ),
  at('weak along the whole card', [swipe({ headDirty: true })], 'deviceFault', {
    finding: 'headDirty',
  }),
  at(
    'weak along the whole card, and the head read another well',
    [swipe({ headDirty: true }), readOther(3, 'stripe')],
    'damagedOrExpired',
    {},
  ),
  at('three stripes in a row cannot be read', [swipe(), inARow(3)], 'deviceFault', {
    finding: 'headDirty',
  }),
  at('no track carries anything, once', [swipe({ tracks: [], parityErrors: 0 })], 'unknown', {
    next: 'swipeAgain',
  }),
  at(
    'no track carries anything, of three cards',
    [swipe({ tracks: [], parityErrors: 0 }), inARow(3)],
    'deviceFault',
  ),
  at(
    'a worn stripe; the chip reader read another card, which says nothing of the head',
    [swipe(), readOther(1)],
    'damagedOrExpired',
    { next: 'swipeAgain' },
  ),
  at('the reader is unplugged', [part('reader.gone')], 'deviceFault', { finding: 'readerGone' }),
  at('the reader’s service is down', [part('reader.serviceDown')], 'deviceFault', {
    finding: 'readerGone',
  }),
  at('the head is gone', [part('head.gone')], 'deviceFault', { finding: 'readerGone' }),
  at('edges are lost inside the terminal', [part('head.edgesLost')], 'deviceFault', {
    finding: 'readerFault',
  }),
  at('the PIN pad is gone', [part('pinPad.gone')], 'deviceFault', { finding: 'readerGone' }),
  at(
    'the reader dies after two dead cards',
    [noAtr('card-1'), noAtr('card-2'), part('reader.gone')],
    'deviceFault',
    { finding: 'readerGone' },
  ),
  at('the reader leaves in the middle of a card', [chip('readerGone')], 'deviceFault', {
    finding: 'readerGone',
  }),
  at(
    'a dead chip before, and now the bank says 51',
    [noAtr(), code('51', { entry: 'chip' })],
    'refusedByIssuer',
    { finding: 'refused' },
  ),
  at(
    'a dead chip of another card, and now one that breaks off after a good read in between',
    [noAtr('card-1'), readOther(1), chip('cardMute', { card: 'card-2' })],
    'damagedOrExpired',
    { finding: 'chipDirty' },
  ),
  at('nothing was seen at all', [], 'unknown', { next: 'insertAgain' }),
];
