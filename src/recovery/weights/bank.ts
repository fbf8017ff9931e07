import { type AnswerFamily, answerCode } from '../../acquirer/answer-codes.ts';
import type { Evidence, EvidenceOf } from '../evidence.ts';
import type { Scene } from '../scene.ts';
import { says, type Weight, type Weights } from './weight.ts';

type ByFamily = (code: EvidenceOf<'answerCode'>, scene: Scene) => readonly (Weight | false)[];

/** Evidence of the bank's answers. DOMAIN: field 39 by family; what is not listed there is a plain no. */
export const bankWeights: Weights<'answerCode' | 'badAnswer' | 'bulletin'> = {
  answerCode: (item, scene) => families[answerCode(item.code).family](item, scene),
  badAnswer: (item, { evidence }) =>
    item.what === 'badMac'
      ? [
          says('bankSide', 1.7, 'the seal of the bank’s answer does not match'),
          // Twice the same under the same keys is no chance: either side may hold the wrong ones.
          says('settings', sealedBefore(item, evidence) ? 1.5 : 0.9, 'or the keys here are old'),
        ]
      : [
          says('bankSide', 1.7, 'the bank’s answer makes no sense'),
          says('network', 0.9, 'or it was cut on the way'),
        ],
  bulletin: (_, scene) => {
    if (scene.stage === 'card' || scene.stage === 'typing') return [];
    return [says('bankSide', announcedWeighs(scene), 'the bank announced it')];
  },
};

const sealedBefore = (item: Evidence, evidence: readonly Evidence[]): boolean =>
  evidence.some((one) => one !== item && one.type === 'badAnswer' && one.what === 'badMac');

/** An outage explains silence; a no of the bank it explains only when what else could is excluded. */
function announcedWeighs({ newest, evidence }: Scene): number {
  if (newest?.type !== 'answerCode') return 2.5;
  const { family } = answerCode(newest.code);
  if (family === 'bankSide') return 2.5;
  const excluded = evidence.some(
    (item) => item.type === 'said' && item.question === 'detailsRight' && item.answer === 'yes',
  );
  return family === 'settings' && excluded ? 1.2 : 0.3;
}

const plainRefusal = (points: number): readonly Weight[] => [
  says('refusedByIssuer', points, 'the issuer’s plain no'),
];

const families: Readonly<Record<AnswerFamily, ByFamily>> = {
  approved: () => [],
  callIssuer: () => plainRefusal(2.5),
  settings: ({ code }) => [says('settings', 3, `the bank does not accept this terminal (${code})`)],
  signInAgain: ({ code }) => [
    says('settings', 2.2, `keys or batch differ from the bank’s (${code})`),
    says('bankSide', 0.8, 'or the bank lost them'),
  ],
  capture: ({ code }) => [says('suspectedFraud', 5, `the issuer wants the card kept (${code})`)],
  bankSide: ({ code }) => [says('bankSide', 3, `the bank’s side is down (${code})`)],
  unsupported: ({ code }) => [
    says('unsupportedCard', 2.8, `no issuer takes it here (${code})`),
    says('settings', 0.6, 'or the table of banks is old'),
  ],
  expired,
  fallbackRefused: (_, { chipFailed }) =>
    chipFailed
      ? [
          says('damagedOrExpired', 2.5, 'the bank wants the chip, and the chip failed'),
          says('operator', 0.6, 'or the chip was not tried well'),
        ]
      : [
          says('operator', 2.5, 'the bank wants the chip (45)'),
          says('damagedOrExpired', 0.7, 'perhaps the chip fails'),
        ],
  noSuchCard: (_, { keyed }) =>
    keyed
      ? [
          says('operator', 2.6, 'the bank knows no such number, and it was typed'),
          says('unsupportedCard', 0.6, 'or the bank is not connected'),
          says('suspectedFraud', 0.6, 'or the number is made up'),
        ]
      : [
          says('refusedByIssuer', 1.9, 'the bank does not know the number that the card holds'),
          says('suspectedFraud', 1, 'a card that its bank does not know'),
          says('unsupportedCard', 0.8, 'or its bank is not connected'),
        ],
  originalMismatch: ({ code }) =>
    code === '12'
      ? [...plainRefusal(1.7), says('operator', 0.7, 'or the transaction does not fit')]
      : [
          says('operator', 1.3, `date, code or amount are not those of the original (${code})`),
          says('bankSide', 1, 'or the bank has lost it'),
        ],
  format: ({ code }, { keyed, newest }) => {
    if (code === '13') return [...plainRefusal(1.7), says('operator', 0.7, 'an odd amount')];
    const byStripe = newest?.type === 'answerCode' && newest.entry === 'stripe';
    return [
      says('settings', 1.2, 'the bank cannot read this terminal’s message (30)'),
      says('damagedOrExpired', byStripe ? 1.5 : 0.7, 'track data out of order give the same code'),
      says('operator', keyed ? 1.2 : 0, 'so does a field that was typed'),
    ];
  },
  refused: ({ code }) =>
    code === '57'
      ? [
          says('unsupportedCard', 2, 'its bank does not allow this card such a transaction (57)'),
          says('refusedByIssuer', 1.2, 'or not this customer'),
        ]
      : plainRefusal(2.5),
};

/** 33 and 54: past its date, or the date went out wrong. */
function expired({ inDate }: EvidenceOf<'answerCode'>, { keyed, settings, evidence }: Scene) {
  if (keyed)
    return [
      says('operator', 2.2, 'the date was typed'),
      says('damagedOrExpired', 1.2, 'or the card is past it'),
    ];
  const good = inDate === true && !evidence.some(({ type }) => type === 'cardExpired');
  const clockWrong = settings.has('clock');
  return [
    says('damagedOrExpired', good ? 1.1 : clockWrong ? 1.4 : 2, 'the bank says it has expired'),
    says('settings', good ? 1 : 0.4, 'a wrong clock or field sends a wrong date'),
    good && says('bankSide', 0.6, 'or the bank’s own record is old'),
  ];
}
