import type { EvidenceOf, QuestionKind } from '../evidence.ts';
import { lastProbe, type Scene } from '../scene.ts';
import { says, type Weight, type Weights } from './weight.ts';

/** Evidence from the keys, from people, and from the terminal about itself. */
export const peopleWeights: Weights<
  'typed' | 'nothingPresented' | 'said' | 'fraudSignal' | 'settingsProblem' | 'numberMissing'
> = {
  typed: (item, scene) => [
    says('operator', fingers(item, scene), `typed: ${item.problem}`),
    item.corrections > 3 && says('suspectedFraud', 0.8, 'typed over and over'),
  ],
  nothingPresented: () => [
    says('withheld', 1, 'nobody gave a card'),
    says('operator', 0.9, 'or nobody asked for one yet'),
    says('deviceFault', 0.6, 'or it was put in and not noticed'),
  ],
  said: ({ question, answer }, scene) => answers[question][answer](scene),
  fraudSignal: ({ signal, count }) => [
    says('suspectedFraud', count > 2 ? 6 : 5, `${signal}, ${count}`),
  ],
  numberMissing: () => [says('withheld', 3, 'the hold stands without its number')],
  settingsProblem,
};

/** A number that was compared with the card and fails again the same way is not failing by the fingers. */
function fingers(item: EvidenceOf<'typed'>, { evidence, newest }: Scene): number {
  const compared = evidence.some(
    (one) => one.type === 'said' && one.question === 'typedAsPrinted' && one.answer === 'yes',
  );
  if (compared && item !== newest) return 0;
  return item.problem === 'transposition' ? 3 : 2.5;
}

/** A wrong setting weighs where it explains what was seen; elsewhere it is only worth knowing. */
function settingsProblem({ item }: EvidenceOf<'settingsProblem'>, scene: Scene): Weight[] {
  const { newest, stage } = scene;
  const refused = newest?.type === 'answerCode' ? newest.code : undefined;
  const strong = says('settings', 2.2, `${item} is wrong here, and explains it`);
  const weak = says('settings', stage === 'none' ? 1.8 : 0.3, `${item} is wrong here`);
  switch (item) {
    case 'applications':
      return newest?.type === 'chipFailed' && newest.failure === 'noCommonApplication'
        ? [
            says('settings', 2.8, 'the card’s scheme may be the one that is missing here'),
            says('unsupportedCard', -1.2, 'the card’s scheme may be the one that is missing here'),
          ]
        : [weak];
    case 'caKeyMissing':
    case 'caKeyExpired':
      return [
        authenticating(scene) ? says('settings', 2.8, 'the card cannot be authenticated') : weak,
      ];
    case 'clock':
      return expiring(scene)
        ? [
            says('settings', 2.6, 'the clock is wrong'),
            says('damagedOrExpired', -0.8, 'the clock is wrong'),
          ]
        : [weak];
    case 'banks':
    case 'parameters': {
      const missing = noneInCommon(scene) || (item === 'banks' && refused !== undefined);
      return noneInCommon(scene) || ['15', '40', '57', '30', '14'].includes(refused ?? '')
        ? [strong, says('unsupportedCard', missing ? -0.8 : 0, 'tables here are old or missing')]
        : [weak];
    }
    case 'merchant':
    case 'keys':
    case 'software':
      return [['03', '58', '97', '30', 'A0', '77', '99'].includes(refused ?? '') ? strong : weak];
  }
}

const noneInCommon = ({ newest }: Scene): boolean =>
  newest?.type === 'chipFailed' && newest.failure === 'noCommonApplication';

/** Failures that a missing key of the card scheme explains. */
function authenticating({ newest }: Scene): boolean {
  if (newest?.type === 'cardDeclined') return true;
  return (
    newest?.type === 'chipFailed' &&
    (newest.step === 'authenticate' ||
      newest.failure === 'conditionsNotSatisfied' ||
      newest.failure === 'statusRefused')
  );
}

function expiring({ newest, evidence }: Scene): boolean {
  if (newest?.type === 'answerCode') return ['33', '54'].includes(newest.code);
  if (newest?.type === 'chipFailed' && newest.failure === 'expired') return true;
  return newest?.type === 'cardDeclined' && evidence.some(({ type }) => type === 'cardExpired');
}

type Answers = Readonly<
  Record<
    QuestionKind,
    Readonly<Record<'yes' | 'no', (scene: Scene) => readonly (Weight | false)[]>>
  >
>;

/** The card was read here, and what it says is the trouble: the reader has done its work. */
const wasRead = ({ stage, newest }: Scene): boolean =>
  stage === 'bank' || (newest?.type === 'chipFailed' && newest.failure === 'expired');

const lostHere = ({ newest }: Scene): boolean =>
  newest?.type === 'stripeFailed' && newest.lostEdges !== undefined;

/** Another host answered this terminal, as the last check of it says. */
const otherAnswered = ({ evidence }: Scene): boolean =>
  lastProbe(evidence, 'otherHost')?.ok === true || lastProbe(evidence, 'secondHost')?.ok === true;

const onlyAt =
  (stage: Scene['stage'], weights: readonly Weight[]) =>
  (scene: Scene): readonly Weight[] =>
    scene.stage === stage ? weights : [];

/** Field 39 of a bank that does not know the shop or the terminal. */
const unregistered: ReadonlySet<string> = new Set(['03', '58', '97']);

const answers: Answers = {
  cardHasChip: {
    yes: () => [
      says('unsupportedCard', -1.5, 'the card has a chip'),
      says('damagedOrExpired', 0.4, 'the card has a chip'),
    ],
    no: ({ hasStripe, newest }) => [
      newest?.type === 'stripeOfChipCard'
        ? says('operator', -1.5, 'its stripe says it has a chip, and there is none to insert')
        : hasStripe
          ? says('operator', 2, 'a card without a chip is swiped, not inserted')
          : says('unsupportedCard', 4, 'no chip on the card, no head on the terminal'),
      newest?.type === 'stripeOfChipCard' &&
        says('suspectedFraud', 1.2, 'a stripe may be copied, a chip is not'),
      says('damagedOrExpired', -1.5, 'there is no chip to be damaged'),
      says('deviceFault', -1, 'there is no chip to be read'),
    ],
  },
  customerUnwilling: {
    yes: () => [says('withheld', 4, 'the customer does not give the card')],
    no: () => [says('withheld', -2.5, 'the customer would give it')],
  },
  otherCardWorked: {
    yes: (scene) =>
      onlyAt('card', [
        // Edges that were lost here were counted, whatever another card did.
        says('deviceFault', lostHere(scene) ? 0 : -2.5, 'another card worked'),
        // A card of another scheme says nothing of the tables for this one.
        says('settings', noneInCommon(scene) ? 0 : -1.2, 'another card worked'),
        says('damagedOrExpired', lostHere(scene) ? 0.3 : 0.8, 'so it is this card'),
        says('unsupportedCard', lostHere(scene) ? 0 : 0.6, 'so it is this card'),
      ])(scene),
    no: onlyAt('card', [
      says('deviceFault', 1.5, 'other cards fail too'),
      says('settings', 1.2, 'other cards fail too'),
      says('damagedOrExpired', -0.8, 'other cards fail too'),
      says('unsupportedCard', -0.6, 'other cards fail too'),
    ]),
  },
  cardWorksElsewhere: {
    // After an answer of the bank the reader has done its work; before, the hand here is left beside the terminal.
    yes: (scene) => [
      says('damagedOrExpired', -1.6, 'the card works elsewhere'),
      says('refusedByIssuer', -1, 'the card works elsewhere'),
      says('deviceFault', wasRead(scene) ? 0 : 1.5, 'so it is this terminal'),
      says(
        'operator',
        scene.stage === 'card' && !wasRead(scene) ? 0.7 : 0,
        'or how it was read here',
      ),
      says('settings', 0.8, 'so it is this terminal'),
      says('suspectedFraud', -0.5, 'the card works elsewhere'),
    ],
    no: () => [
      says('damagedOrExpired', 1, 'it fails elsewhere too'),
      says('deviceFault', -1.2, 'it fails elsewhere too'),
      says('refusedByIssuer', 0.5, 'it fails elsewhere too'),
    ],
  },
  printedDateGood: {
    yes: () => [
      says('damagedOrExpired', -1.6, 'the printed date is still to come'),
      says('settings', 0.9, 'so the date went out wrong'),
      says('operator', 0.5, 'so the date went out wrong'),
    ],
    no: () => [says('damagedOrExpired', 2.5, 'the printed date is past')],
  },
  clockRight: {
    yes: () => [
      says('settings', -1.5, 'the clock is right'),
      says('damagedOrExpired', 0.4, 'the clock is right'),
      says('bankSide', 0.5, 'the clock is right'),
    ],
    no: () => [
      says('settings', 2.8, 'the clock is wrong'),
      says('damagedOrExpired', -1, 'the clock is wrong'),
      says('bankSide', -0.8, 'the clock is wrong'),
    ],
  },
  typedAsPrinted: {
    yes: () => [
      says('operator', -2.2, 'it was typed as printed'),
      says('damagedOrExpired', 0.6, 'it was typed as printed'),
      says('suspectedFraud', 0.5, 'it was typed as printed'),
    ],
    no: () => [says('operator', 2.2, 'it was not typed as printed')],
  },
  slipAgrees: {
    yes: () => [
      says('operator', -1.6, 'date, code and amount are those of the slip'),
      says('bankSide', 1.2, 'so the bank’s record differs'),
    ],
    no: () => [says('operator', 2.2, 'date, code or amount are not those of the slip')],
  },
  othersOnline: {
    yes: onlyAt('bank', [
      says('network', -2, 'others here are online'),
      says('bankSide', 1.2, 'others here are online'),
      says('settings', 0.5, 'others here are online'),
    ]),
    no: (scene) =>
      onlyAt(
        'bank',
        // What was measured here outweighs what was looked at elsewhere.
        otherAnswered(scene)
          ? [says('network', 0.4, 'nothing here is online, but this terminal is')]
          : [
              says('network', 2.5, 'nothing here is online'),
              says('bankSide', -1.5, 'nothing here is online'),
              says('settings', -1, 'nothing here is online'),
            ],
      )(scene),
  },
  detailsRight: {
    yes: ({ newest }) => [
      says('settings', -1.6, 'the settings are those of the bank’s letter'),
      says(
        'bankSide',
        newest?.type === 'answerCode' && unregistered.has(newest.code) ? 1.2 : 0,
        'so the bank has not registered them',
      ),
    ],
    no: ({ newest }) => [
      says('settings', 2.8, 'the settings are not those of the bank’s letter'),
      // A line to the wrong place explains its own silence.
      newest?.type === 'linkFault' && says('bankSide', -1, 'the bank was asked at a wrong address'),
    ],
  },
};
