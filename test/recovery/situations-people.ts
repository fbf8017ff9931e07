import {
  at,
  code,
  line,
  noAtr,
  nothing,
  part,
  type Situation,
  said,
  setting,
  signal,
  swipe,
  typed,
} from './seen.ts';

/** At the keys, with people, and of the terminal itself. */
export const peopleSituations = (): readonly Situation[] => [
  at('the check digit does not fit', [typed('luhn')], 'operator', { finding: 'numberTypedWrong' }),
  at('two digits are swapped', [typed('transposition', 1)], 'operator', {
    finding: 'numberTypedWrong',
  }),
  at('too few digits', [typed('length')], 'operator', { finding: 'numberTypedWrong' }),
  at('the expiry cannot be', [typed('expiry')], 'operator', { finding: 'numberTypedWrong' }),
  at('a number after a dead chip is mistyped', [noAtr(), typed('luhn', 1)], 'operator', {
    finding: 'numberTypedWrong',
  }),
  at('typed over and over', [typed('luhn', 6)], 'operator', { next: 'typedAsPrinted' }),
  at(
    'the typed number keeps changing',
    [typed('luhn', 5), signal('numberChanging', 4)],
    'suspectedFraud',
    { finding: 'askSupervisor' },
  ),
  at(
    'it was typed just as printed and still does not fit',
    [typed('luhn'), said('typedAsPrinted', 'yes')],
    'unknown',
  ),
  at('nobody gives a card', [nothing()], 'unknown', { next: 'customerUnwilling' }),
  at(
    'the customer does not want to give it',
    [nothing(), said('customerUnwilling', 'yes')],
    'withheld',
    { finding: 'cardWithheld' },
  ),
  at(
    'the customer would give it, nothing was put in',
    [nothing(), said('customerUnwilling', 'no')],
    'unknown',
    { next: 'insertAgain' },
  ),
  at(
    'refused first, then a card was given and is dead',
    [nothing(), said('customerUnwilling', 'yes'), noAtr()],
    'damagedOrExpired',
    { finding: 'chipDead' },
  ),
  at(
    'nobody gives a card because the reader is gone',
    [nothing(), part('reader.gone')],
    'deviceFault',
    { finding: 'readerGone' },
  ),
  at('four cards of one customer in a row', [signal('manyCards', 4)], 'suspectedFraud', {
    finding: 'askSupervisor',
  }),
  at(
    'expiry and BIN are not those of the slip',
    [code('14', { entry: 'keyed' }), signal('againstSlip', 3)],
    'suspectedFraud',
  ),
  at('the amount is split over many holds', [signal('amountsSplit', 5)], 'suspectedFraud', {
    finding: 'askSupervisor',
  }),
  at('one number on many holds', [signal('sameNumberOften', 6)], 'suspectedFraud', {
    finding: 'askSupervisor',
  }),
  at('a signal beside a stolen card', [signal('manyCards'), code('43')], 'suspectedFraud', {
    finding: 'keepCard',
  }),
  at(
    'a card scheme is missing, found without a failure',
    [setting('applications', 'Visa')],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at('the clock is wrong, found without a failure', [setting('clock')], 'settings', {
    finding: 'settingsWrong',
  }),
  at(
    'a setting that explains nothing of a dead chip',
    [setting('banks'), noAtr()],
    'damagedOrExpired',
    { finding: 'chipDead' },
  ),
  at(
    'a wrong clock explains nothing of a worn stripe',
    [setting('clock'), swipe({ otherTracksFine: true })],
    'damagedOrExpired',
  ),
  at('a wrong clock explains nothing of 51', [setting('clock'), code('51')], 'refusedByIssuer'),
  at(
    'an old card key explains nothing of a refused line',
    [setting('caKeyExpired'), line('link.unreachable')],
    'network',
  ),
  at('a hold stands without its number', [{ type: 'numberMissing', how: 'neverHere' }], 'withheld'),
];
