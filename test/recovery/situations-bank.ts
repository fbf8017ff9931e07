import {
  at,
  bulletin,
  chip,
  code,
  expired,
  line,
  noAtr,
  probe,
  type Situation,
  said,
  setting,
  typed,
} from './seen.ts';

const up = probe('interface');
const others = probe('otherHost');

/** On the way to the bank, and at the bank. */
export const bankSituations = (): readonly Situation[] => [
  at('the line is refused', [line('link.connectRefused')], 'network', {
    finding: 'noLine',
    next: 'othersOnline',
  }),
  at(
    'refused, and a second host answers',
    [line('link.connectRefused'), up, probe('connect', 'refused'), others],
    'bankSide',
    { finding: 'bankDown' },
  ),
  at(
    'refused, and the bank’s second computer answers',
    [line('link.connectRefused'), probe('secondHost')],
    'bankSide',
    { finding: 'bankDown' },
  ),
  at(
    'refused, and nothing else answers',
    [line('link.connectRefused'), up, probe('otherHost', 'timeout')],
    'network',
    { finding: 'noLine' },
  ),
  at(
    'refused, and others here are online',
    [line('link.connectRefused'), said('othersOnline', 'yes')],
    'bankSide',
  ),
  at(
    'refused, and nothing here is online',
    [line('link.connectRefused'), said('othersOnline', 'no')],
    'network',
  ),
  at(
    'the cable is out',
    [line('link.unreachable'), probe('interface', 'down'), probe('connect', 'unreachable')],
    'network',
    { finding: 'noLine' },
  ),
  at('no way to the host', [line('link.unreachable')], 'network', { finding: 'noLine' }),
  at('no way to the bank, but to others', [line('link.unreachable'), up, others], 'bankSide'),
  at('connecting takes for ever', [line('link.connectTimeout')], 'network', { finding: 'noLine' }),
  at(
    'connecting takes for ever, others are quick',
    [line('link.connectTimeout'), up, others],
    'bankSide',
  ),
  at(
    'connecting takes for ever, everywhere',
    [line('link.connectTimeout'), up, probe('otherHost', 'timeout')],
    'network',
  ),
  at('the bank’s name is not found', [line('link.nameNotFound')], 'network', { finding: 'noLine' }),
  at(
    'the name is not found, asked again',
    [line('link.nameNotFound'), up, probe('name', 'notFound')],
    'network',
    { finding: 'noLine' },
  ),
  at(
    'the name is not found, and the cable is out',
    [line('link.nameNotFound'), probe('interface', 'down'), probe('name', 'timeout')],
    'network',
  ),
  at(
    'the name is not found, and the bank’s letter has another one',
    [line('link.nameNotFound'), said('detailsRight', 'no')],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at('the handshake fails', [line('link.tls')], 'network', { finding: 'noLine' }),
  at(
    'the bank’s certificate has expired',
    [line('link.tls'), up, probe('connect'), probe('tls', 'certificateExpired')],
    'bankSide',
    { finding: 'lineNotTrusted' },
  ),
  at(
    'the certificate has expired, but the clock here is wrong',
    [line('link.tls'), probe('tls', 'certificateExpired'), setting('clock')],
    'settings',
    { finding: 'lineNotTrusted' },
  ),
  at(
    'the certificate is not valid yet, and the cashier says the time is wrong',
    [line('link.tls'), probe('tls', 'certificateNotYetValid'), said('clockRight', 'no')],
    'settings',
    { finding: 'lineNotTrusted' },
  ),
  at(
    'the certificate is of an authority that is unknown here',
    [line('link.tls'), probe('tls', 'certificateUntrusted')],
    'settings',
    { finding: 'lineNotTrusted', next: 'othersOnline' },
  ),
  at(
    'an unknown authority, and others here are online',
    [line('link.tls'), probe('tls', 'certificateUntrusted'), said('othersOnline', 'yes')],
    'settings',
    { finding: 'lineNotTrusted' },
  ),
  at(
    'the bank refuses this terminal’s certificate',
    [line('link.tls'), probe('tls', 'ownCertificateRefused')],
    'settings',
    { finding: 'lineNotTrusted' },
  ),
  at('the line breaks in the answer', [line('link.reset')], 'network', {
    finding: 'lineBroke',
    next: 'bankEcho',
  }),
  at(
    'the line breaks, and the bank answers a greeting',
    [line('link.reset'), probe('echo')],
    'unknown',
    { next: 'othersOnline' },
  ),
  at('the line breaks, others answer', [line('link.reset'), others], 'bankSide'),
  at('half an answer', [line('link.badFrame')], 'network', { finding: 'lineBroke' }),
  at('the bank is silent', [line('link.answerTimeout')], 'bankSide', {
    finding: 'bankSilent',
    next: 'bankEcho',
  }),
  at(
    'the bank is silent, and answers a greeting',
    [line('link.answerTimeout'), probe('connect'), probe('echo')],
    'bankSide',
    { finding: 'bankSilent' },
  ),
  at(
    'the bank is silent, and the cable is out',
    [line('link.answerTimeout'), probe('interface', 'down')],
    'network',
    { finding: 'noLine' },
  ),
  at(
    'the bank is silent, and nothing else answers',
    [line('link.answerTimeout'), up, probe('otherHost', 'timeout')],
    'network',
  ),
  at(
    'the bank is silent three times',
    [line('link.answerTimeout'), line('link.answerTimeout', 2), line('link.answerTimeout', 3)],
    'bankSide',
    { finding: 'bankSilent' },
  ),
  at('refused, and a bulletin says so', [line('link.connectRefused'), bulletin], 'bankSide', {
    finding: 'bankDown',
  }),
  at('silent, and a bulletin says so', [line('link.answerTimeout'), bulletin], 'bankSide'),
  at('a bulletin alone', [bulletin], 'bankSide'),
  at('a bulletin says nothing of a dead chip', [bulletin, noAtr()], 'damagedOrExpired', {
    finding: 'chipDead',
  }),
  at('the answer’s seal does not match', [{ type: 'badAnswer', what: 'badMac' }], 'bankSide', {
    finding: 'badAnswer',
  }),
  at('the answer makes no sense', [{ type: 'badAnswer', what: 'malformed' }], 'bankSide', {
    finding: 'badAnswer',
  }),
  at('the keys are not in this terminal', [line('keystore.missingKey')], 'settings', {
    finding: 'settingsWrong',
  }),
  ...(['68', '90', '91', '92', '96', '98'] as const).map((c) =>
    at(`the bank says ${c}`, [code(c)], 'bankSide', { finding: 'bankDown' }),
  ),
  at(
    '91, then the bank answers a greeting',
    [code('91', { entry: 'chip' }), probe('echo')],
    'bankSide',
    { finding: 'bankDown' },
  ),
  at(
    '91 after two refused lines',
    [line('link.connectRefused'), line('link.connectRefused', 2), code('91')],
    'bankSide',
    { finding: 'bankDown' },
  ),
  at('96 with a bulletin', [code('96'), bulletin], 'bankSide', { finding: 'bankDown' }),
  ...(['03', '58', '97'] as const).map((c) =>
    at(`the bank says ${c}`, [code(c)], 'settings', { finding: 'settingsRefused' }),
  ),
  at('97, and the bank has newer settings', [code('97'), setting('parameters')], 'settings', {
    finding: 'settingsRefused',
  }),
  at('the MAC is refused', [code('A0')], 'settings', {
    finding: 'settingsRefused',
    next: 'detailsRight',
  }),
  at('not signed in', [code('C1')], 'settings', { finding: 'settingsRefused' }),
  at('the batch differs', [code('77')], 'settings', { finding: 'settingsRefused' }),
  ...(['04', '07', '34', '35', '36', '37', '41', '43'] as const).map((c) =>
    at(`the bank says ${c}`, [code(c, { entry: 'chip' })], 'suspectedFraud', {
      finding: 'keepCard',
    }),
  ),
  at(
    '41 after a dead chip and a swipe',
    [noAtr(), { type: 'stripeOfChipCard', serviceCode: '201' }, code('41')],
    'suspectedFraud',
    { finding: 'keepCard' },
  ),
  at('43 and a bulletin', [code('43'), bulletin], 'suspectedFraud', { finding: 'keepCard' }),
  ...(['05', '38', '51', '55', '61', '62', '65', '75', '01', '02', 'Z9'] as const).map((c) =>
    at(`the bank says ${c}`, [code(c, { entry: 'chip' })], 'refusedByIssuer', {
      finding: 'refused',
    }),
  ),
  ...(['15', '40'] as const).map((c) =>
    at(`no issuer: ${c}`, [code(c)], 'unsupportedCard', { finding: 'cardNotAccepted' }),
  ),
  at('its bank does not allow this card (57)', [code('57', { entry: 'chip' })], 'unsupportedCard', {
    finding: 'cardNotAccepted',
    next: 'cardWorksElsewhere',
  }),
  at('15, and the bank has newer settings', [code('15'), setting('parameters')], 'unknown', {
    next: 'otherCardWorked',
  }),
  at('33, and the card is past its date', [expired, code('33')], 'damagedOrExpired', {
    finding: 'cardExpired',
  }),
  at('54 with nothing else known', [code('54')], 'damagedOrExpired', { finding: 'cardExpired' }),
  at(
    '54, and the card is past its date',
    [expired, code('54', { entry: 'chip', inDate: false })],
    'damagedOrExpired',
    { finding: 'cardExpired' },
  ),
  at('54, but the card is in date', [code('54', { entry: 'chip', inDate: true })], 'unknown', {
    next: 'printedDateGood',
  }),
  at(
    '54, the card is in date, and the clock here is wrong',
    [code('54', { entry: 'chip', inDate: true }), setting('clock')],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at(
    '54, in date, and the printed date is past',
    [code('54', { entry: 'chip', inDate: true }), said('printedDateGood', 'no')],
    'damagedOrExpired',
    { finding: 'cardExpired' },
  ),
  at(
    '54, in date, and the printed date is good',
    [code('54', { entry: 'chip', inDate: true }), said('printedDateGood', 'yes')],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at('54 on a typed number', [code('54', { entry: 'keyed' })], 'operator', {
    finding: 'numberTypedWrong',
    next: 'typedAsPrinted',
  }),
  at(
    '54 on a typed number that is as printed',
    [code('54', { entry: 'keyed' }), said('typedAsPrinted', 'yes')],
    'damagedOrExpired',
    { finding: 'cardExpired' },
  ),
  at('14 on a typed number', [code('14', { entry: 'keyed' })], 'operator', {
    finding: 'numberTypedWrong',
  }),
  at('14 on a number typed with corrections', [typed('luhn', 2), code('14')], 'operator', {
    finding: 'numberTypedWrong',
  }),
  at('14 on a chip', [code('14', { entry: 'chip' })], 'refusedByIssuer', {
    finding: 'refused',
    next: 'cardWorksElsewhere',
  }),
  at('45: the bank wants the chip', [code('45', { entry: 'stripe' })], 'operator', {
    finding: 'insertChip',
  }),
  at(
    '45, after the chip had failed',
    [noAtr(), code('45', { entry: 'stripe' })],
    'damagedOrExpired',
    { finding: 'chipDead' },
  ),
  ...(['22', '25', '64', '94'] as const).map((c) =>
    at(`the original is not found: ${c}`, [code(c)], 'unknown', { next: 'slipAgrees' }),
  ),
  at('25, and the slip agrees', [code('25'), said('slipAgrees', 'yes')], 'bankSide'),
  at('25, and the slip says otherwise', [code('25'), said('slipAgrees', 'no')], 'operator', {
    finding: 'numberTypedWrong',
  }),
  at('12 at a hold', [code('12')], 'refusedByIssuer', { finding: 'refused' }),
  at('13 at a hold', [code('13')], 'refusedByIssuer', { finding: 'refused' }),
  at('30 on a stripe', [code('30', { entry: 'stripe' })], 'unknown', { next: 'otherCardWorked' }),
  at(
    '30, and the bank has newer settings',
    [code('30', { entry: 'chip' }), setting('parameters')],
    'settings',
    { finding: 'settingsWrong' },
  ),
  at(
    'the card was dirty, then read; now the line is refused and others answer',
    [chip('cardMute'), line('link.connectRefused'), others],
    'bankSide',
    { finding: 'bankDown' },
  ),
  at('an expired card on a line that is down', [expired, line('link.connectRefused')], 'network', {
    finding: 'noLine',
  }),
];
