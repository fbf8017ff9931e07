import type { EvidenceOf } from '../evidence.ts';
import { brokeOff, interfaceOf, readerFailed, type Scene, withoutSignal } from '../scene.ts';
import { says, type Weight, type Weights } from './weight.ts';

/** Chip reader and head are two devices: one card that fails in both is the card. */
const bothInterfaces = ({ bothFailed }: Scene): (Weight | false)[] => [
  bothFailed &&
    says('damagedOrExpired', 1, 'chip and stripe of one card fail: two devices, one card'),
  bothFailed && says('deviceFault', -0.7, 'two devices seldom fail at once'),
];

/** Evidence at the card: chip, stripe, reader. EMV 4.4 Book 1 §8 and §12; ISO 7811. */
export const cardWeights: Weights<
  | 'noAtr'
  | 'badAtr'
  | 'chipFailed'
  | 'cardPulled'
  | 'stripeFailed'
  | 'stripeOfChipCard'
  | 'cardDeclined'
  | 'cardExpired'
  | 'readerFault'
  | 'readerReadOther'
  | 'differentCardsFailed'
  | 'testCard'
> = {
  noAtr: ({ tries }, scene) => [
    says('damagedOrExpired', 2, 'a dead chip gives no answer to reset, and dead chips are common'),
    says('deviceFault', 0.9, 'so does a reader without contact, which is rarer'),
    says(
      'operator',
      tries <= 1 ? 0.95 : 0.1,
      'so does a card that is the wrong way round, at first',
    ),
    !scene.hasStripe &&
      says('unsupportedCard', 1.1, 'so does a card without a chip, and there is no head here'),
    ...bothInterfaces(scene),
  ],
  badAtr: (_, scene) => [
    says('damagedOrExpired', 2, 'a damaged chip garbles its answer to reset'),
    says('deviceFault', 0.8, 'so do worn contacts of the reader'),
    ...bothInterfaces(scene),
  ],
  chipFailed: (item, scene) => [...chipFailed(item, scene), ...bothInterfaces(scene)],
  cardPulled: () => [
    says('operator', 2.3, 'the card left the slot'),
    says('damagedOrExpired', 0.4, 'a bent card springs out'),
    says('deviceFault', 0.3, 'a worn card switch chatters'),
  ],
  stripeFailed: (item, scene) => [...stripeFailed(item, scene), ...bothInterfaces(scene)],
  stripeOfChipCard: (_, { chipFailed: failedBefore }) =>
    failedBefore
      ? [
          says('damagedOrExpired', 2.4, 'its stripe is read, its chip is not'),
          says('deviceFault', 0.4, 'the chip reader was not tried with another card'),
          says('operator', 0.2, 'swiped on purpose, after the chip had failed'),
        ]
      : [
          says('operator', 2.5, 'a card with a chip was swiped (service code 2 or 6)'),
          says('damagedOrExpired', 0.4, 'perhaps because its chip is known to fail'),
        ],
  cardDeclined: ({ by = 'card' }) => [
    by === 'card'
      ? says('refusedByIssuer', 2.2, 'the card carries its issuer’s rules and said no (AAC)')
      : says('refusedByIssuer', 1.7, 'the issuer’s and the bank’s action codes say no'),
    says('settings', 0.6, 'the card could not be authenticated here'),
    by === 'terminal' && says('suspectedFraud', 0.8, 'a card that cannot prove itself'),
    says('damagedOrExpired', 0.3, 'a chip that lost its state declines too'),
  ],
  cardExpired: (_, { newest, settings }) => {
    const refused =
      newest === undefined ||
      newest.type === 'answerCode' ||
      (newest.type === 'chipFailed' && newest.failure === 'expired') ||
      newest.type === 'cardDeclined';
    const clockWrong = settings.has('clock');
    return [
      refused && says('damagedOrExpired', clockWrong ? 0.3 : 1.6, 'its date is past by this clock'),
    ];
  },
  readerFault: ({ fault }) => [
    fault.startsWith('keystore.')
      ? says('settings', 3, 'the keys of this terminal are not in place')
      : says('deviceFault', 4, 'a part of the terminal reports its own fault'),
  ],
  readerReadOther: ({ by = 'chip' }, scene) =>
    atInterface(scene, by)
      ? [
          says('deviceFault', -1.7, 'it read another card a moment ago'),
          says('damagedOrExpired', 0.5, 'what is left is the card'),
        ]
      : [],
  differentCardsFailed: () => [],
  testCard: ({ read, by }, scene) =>
    atInterface(scene, by ?? 'chip')
      ? read
        ? [
            says('deviceFault', -3, 'the test card was read by this device'),
            says('damagedOrExpired', 1, 'so it is the card'),
            by === 'stripe' && says('operator', -1, 'and the same hand swiped it well'),
          ]
        : [
            says('deviceFault', 3.2, 'even the test card cannot be read'),
            says('damagedOrExpired', -1, 'a good card fails too'),
            says('operator', -0.5, 'a good card fails too'),
          ]
      : [],
};

/** Different cards in a row accuse the reader: two dead cards one after the other are rare, three are not chance. */
export function cardsInARow({ cardsFailed, newest }: Scene): readonly Weight[] {
  if (newest === undefined || !readerFailed(newest) || cardsFailed < 2) return [];
  const many = cardsFailed >= 3;
  const why = `${cardsFailed} different cards in a row`;
  // The hand is common to all of them: one that turns the stripe away does so with each.
  const byHand = newest.type === 'stripeFailed' && withoutSignal(newest);
  return [
    says('deviceFault', many ? 3.2 : byHand ? 0.6 : 1.1, why),
    says('damagedOrExpired', many ? -1 : -0.2, why),
    says('operator', byHand ? 0.6 : -0.5, why),
  ];
}

const atInterface = ({ newest, stage }: Scene, by: 'chip' | 'stripe'): boolean =>
  stage === 'card' && interfaceOf(newest) === by;

function chipFailed(item: EvidenceOf<'chipFailed'>, { settings }: Scene): Weight[] {
  switch (item.failure) {
    case 'cardBlocked':
    case 'applicationBlocked':
      return [
        says('unsupportedCard', 3, `its bank has locked it (${item.sw ?? 'status'})`),
        says('refusedByIssuer', 1, 'the issuer locked it for a reason'),
      ];
    case 'noCommonApplication':
      return [
        says('unsupportedCard', 2.2, 'no application in common'),
        says('settings', 1, 'or this terminal lacks one'),
      ];
    case 'expired':
      return [
        says('damagedOrExpired', settings.has('clock') ? 1 : 2.5, 'the chip says it has expired'),
        says('settings', 0.6, 'or this terminal’s clock is wrong'),
      ];
    case 'cardRemoved':
      return [says('operator', 2.3, 'the card left the slot')];
    case 'readerGone':
      return [says('deviceFault', 4, 'the reader left the system')];
    case 'conditionsNotSatisfied':
    case 'statusRefused':
      return [
        says('damagedOrExpired', 1.8, 'the chip would not go on'),
        says('unsupportedCard', 0.7, 'perhaps it wants what this terminal has not'),
        says('refusedByIssuer', 0.6, 'perhaps by its issuer’s rules'),
        says('settings', 0.4, 'perhaps it was not authenticated here'),
      ];
    default:
      return brokeOff(item) ? broken(item) : unusable(item);
  }
}

const broken = ({ step, tries }: EvidenceOf<'chipFailed'>): Weight[] => [
  says('damagedOrExpired', 2, `broke off at ${step}: dirt or a bad contact of the card`),
  says('deviceFault', 0.9, 'or of the reader'),
  says('operator', tries <= 1 ? 0.5 : 0.1, 'or it was not pushed in to the end'),
];

const unusable = ({ failure }: EvidenceOf<'chipFailed'>): Weight[] => [
  says('damagedOrExpired', 2.3, `its data cannot be used (${failure})`),
  says('unsupportedCard', 0.6, 'or it is made for other terminals'),
  says('suspectedFraud', failure === 'dataConflict' ? 0.9 : 0, 'two numbers on one chip'),
];

function stripeFailed(item: EvidenceOf<'stripeFailed'>, _: Scene): Weight[] {
  if (item.lostEdges !== undefined)
    return [
      says('deviceFault', 2.2, `the terminal lost ${item.lostEdges} edges of the swipe itself`),
      says('damagedOrExpired', 0.6, 'the stripe may be worn too'),
    ];
  if (item.speed !== undefined || item.tilted === true)
    return [
      says(
        'operator',
        2.2,
        item.tilted === true ? 'the card was not level' : `swiped ${item.speed}`,
      ),
      says('damagedOrExpired', item.zone === undefined ? 0.6 : 1.2, 'the stripe may be worn too'),
    ];
  if (item.headDirty === true && !item.otherTracksFine)
    return [
      says('deviceFault', 2.2, 'weak along the whole card: the head, not a spot of the stripe'),
      says('damagedOrExpired', 0.9, 'or a stripe that is weak everywhere'),
    ];
  if (withoutSignal(item))
    return [
      says('operator', item.tries <= 1 ? 1.2 : 0.6, 'no signal: the stripe faced away'),
      says('damagedOrExpired', 1.1, 'or the stripe is erased'),
      says('deviceFault', item.tries <= 1 ? 1 : 1.3, 'or the line of the head is stuck'),
    ];
  if (item.otherTracksFine || item.zone !== undefined)
    return [
      says('damagedOrExpired', 2.3, 'one place of the stripe is bad, the rest was read'),
      says('deviceFault', 0.2, 'the head read the rest'),
    ];
  return [
    says('damagedOrExpired', 1.8, `${item.parityErrors} parity errors on this card`),
    says('deviceFault', 0.9, 'or the head'),
    says('operator', item.tries <= 1 ? 0.95 : 0.3, 'or the hand'),
  ];
}
