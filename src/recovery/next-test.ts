import type { Cause, NextTest, QuestionKind, TestKind } from './evidence.ts';
import type { Scene } from './scene.ts';
import type { NamedCause } from './weights/weight.ts';

/** A test is open until its answer is among the evidence. */
type Row = {
  readonly between: readonly [NamedCause, NamedCause];
  readonly try: QuestionKind | TestKind;
  readonly when?: (scene: Scene) => boolean;
};

const questions: ReadonlySet<string> = new Set<QuestionKind>([
  'cardHasChip',
  'customerUnwilling',
  'otherCardWorked',
  'cardWorksElsewhere',
  'printedDateGood',
  'clockRight',
  'typedAsPrinted',
  'slipAgrees',
  'othersOnline',
  'detailsRight',
]);
const isQuestion = (what: QuestionKind | TestKind): what is QuestionKind => questions.has(what);

const chipTypes: ReadonlySet<string> = new Set([
  'noAtr',
  'badAtr',
  'chipFailed',
  'cardPulled',
  'nothingPresented',
]);
const atChip = ({ newest }: Scene): boolean => newest !== undefined && chipTypes.has(newest.type);
const atStripe = ({ newest }: Scene): boolean => newest?.type === 'stripeFailed';
const notAtStripe = (scene: Scene): boolean => !atStripe(scene);
const aboutDate = ({ newest }: Scene): boolean =>
  (newest?.type === 'answerCode' && ['33', '54'].includes(newest.code)) ||
  (newest?.type === 'chipFailed' && newest.failure === 'expired');
const datedByCard = (scene: Scene): boolean => aboutDate(scene) && !scene.keyed;
const aboutOriginal = ({ newest }: Scene): boolean =>
  newest?.type === 'answerCode' && ['12', '22', '25', '64', '94'].includes(newest.code);
const atKeys = ({ stage, keyed }: Scene): boolean => keyed || stage === 'typing';
const lineOpened = ({ newest }: Scene): boolean =>
  newest?.type === 'badAnswer' ||
  (newest?.type === 'linkFault' &&
    ['link.answerTimeout', 'link.reset', 'link.badFrame'].includes(newest.fault));
const atLine = ({ newest }: Scene): boolean => newest?.type === 'linkFault';
const byCertificate = ({ evidence }: Scene): boolean =>
  evidence.some((item) => item.type === 'linkProbe' && item.check === 'tls' && !item.ok);

/** A card without a chip is the same to a terminal without a head as one whose chip is dead. */
const chipOnly = (scene: Scene): boolean => !scene.hasStripe && atChip(scene);

/** From the top: the first row of the two likeliest causes that fits and is still open. Cheap before dear. */
const rows: readonly Row[] = [
  { between: ['damagedOrExpired', 'operator'], try: 'insertAgain', when: atChip },
  { between: ['damagedOrExpired', 'operator'], try: 'swipeAgain', when: atStripe },
  { between: ['damagedOrExpired', 'operator'], try: 'printedDateGood', when: datedByCard },
  { between: ['damagedOrExpired', 'operator'], try: 'typedAsPrinted', when: ({ keyed }) => keyed },
  { between: ['damagedOrExpired', 'operator'], try: 'insertAgain', when: notTried },
  { between: ['damagedOrExpired', 'deviceFault'], try: 'insertAgain', when: firstBreak },
  { between: ['damagedOrExpired', 'deviceFault'], try: 'otherCard', when: fewCards },
  { between: ['damagedOrExpired', 'deviceFault'], try: 'testSwipe', when: atStripe },
  { between: ['damagedOrExpired', 'deviceFault'], try: 'testCard', when: notAtStripe },
  { between: ['damagedOrExpired', 'deviceFault'], try: 'cardWorksElsewhere' },
  { between: ['damagedOrExpired', 'settings'], try: 'printedDateGood', when: aboutDate },
  { between: ['damagedOrExpired', 'settings'], try: 'clockRight', when: aboutDate },
  { between: ['damagedOrExpired', 'settings'], try: 'otherCardWorked' },
  { between: ['damagedOrExpired', 'settings'], try: 'cardWorksElsewhere' },
  { between: ['damagedOrExpired', 'bankSide'], try: 'printedDateGood', when: aboutDate },
  { between: ['damagedOrExpired', 'unsupportedCard'], try: 'cardHasChip', when: chipOnly },
  { between: ['damagedOrExpired', 'unsupportedCard'], try: 'cardWorksElsewhere' },
  { between: ['damagedOrExpired', 'refusedByIssuer'], try: 'cardWorksElsewhere' },
  { between: ['damagedOrExpired', 'suspectedFraud'], try: 'otherCard', when: fewCards },
  { between: ['operator', 'deviceFault'], try: 'insertAgain', when: atChip },
  { between: ['operator', 'deviceFault'], try: 'swipeAgain', when: atStripe },
  { between: ['operator', 'deviceFault'], try: 'otherCard', when: fewCards },
  { between: ['operator', 'deviceFault'], try: 'testSwipe', when: atStripe },
  { between: ['operator', 'deviceFault'], try: 'testCard', when: notAtStripe },
  { between: ['operator', 'bankSide'], try: 'slipAgrees', when: aboutOriginal },
  { between: ['operator', 'refusedByIssuer'], try: 'slipAgrees', when: aboutOriginal },
  { between: ['operator', 'settings'], try: 'typedAsPrinted', when: ({ keyed }) => keyed },
  { between: ['operator', 'unsupportedCard'], try: 'typedAsPrinted' },
  { between: ['operator', 'suspectedFraud'], try: 'typedAsPrinted', when: atKeys },
  { between: ['operator', 'withheld'], try: 'customerUnwilling' },
  { between: ['deviceFault', 'withheld'], try: 'customerUnwilling' },
  { between: ['unsupportedCard', 'settings'], try: 'otherCardWorked' },
  { between: ['unsupportedCard', 'settings'], try: 'detailsRight' },
  { between: ['unsupportedCard', 'refusedByIssuer'], try: 'cardWorksElsewhere' },
  { between: ['refusedByIssuer', 'suspectedFraud'], try: 'cardWorksElsewhere' },
  { between: ['refusedByIssuer', 'settings'], try: 'detailsRight' },
  { between: ['network', 'bankSide'], try: 'bankEcho', when: lineOpened },
  { between: ['network', 'bankSide'], try: 'othersOnline' },
  { between: ['network', 'settings'], try: 'othersOnline' },
  { between: ['network', 'settings'], try: 'clockRight', when: byCertificate },
  { between: ['network', 'settings'], try: 'detailsRight' },
  { between: ['bankSide', 'settings'], try: 'clockRight', when: byCertificate },
  { between: ['bankSide', 'settings'], try: 'detailsRight' },
  { between: ['settings', 'suspectedFraud'], try: 'detailsRight' },
];

/** Any pair that has no row of its own, by where the failure was. */
const anyPair: readonly Omit<Row, 'between'>[] = [
  { try: 'bankEcho', when: lineOpened },
  { try: 'othersOnline', when: atLine },
  { try: 'detailsRight', when: ({ stage }) => stage === 'bank' },
  { try: 'typedAsPrinted', when: ({ stage }) => stage === 'typing' },
  { try: 'customerUnwilling', when: ({ newest }) => newest?.type === 'nothingPresented' },
  { try: 'insertAgain', when: notTried },
  { try: 'otherCard', when: fewCards },
  { try: 'testSwipe', when: atStripe },
  { try: 'testCard', when: (scene) => scene.stage !== 'bank' && notAtStripe(scene) },
  { try: 'cardWorksElsewhere' },
];

/** The one question or test between the two likeliest causes; undefined when every one has been answered. */
export function nextTestFor(first: Cause, second: Cause, scene: Scene): NextTest | undefined {
  const fits = ({ try: what, when }: Omit<Row, 'between'>) =>
    (when?.(scene) ?? true) && !isAnswered(what, scene);
  const row =
    rows.find(
      (each) =>
        (each.between as readonly Cause[]).includes(first) &&
        (each.between as readonly Cause[]).includes(second) &&
        fits(each),
    ) ?? anyPair.find(fits);
  if (row === undefined) return undefined;
  const tellsApart = [first, second] as const;
  return isQuestion(row.try)
    ? { type: 'question', question: row.try, tellsApart }
    : { type: 'test', test: row.try, tellsApart };
}

function isAnswered(what: QuestionKind | TestKind, scene: Scene): boolean {
  const { evidence } = scene;
  if (isQuestion(what))
    return evidence.some((item) => item.type === 'said' && item.question === what);
  switch (what) {
    case 'testCard':
      return evidence.some((item) => item.type === 'testCard' && item.by === undefined);
    case 'testSwipe':
      return evidence.some((item) => item.type === 'testCard' && item.by === 'stripe');
    case 'bankEcho':
      return evidence.some((item) => item.type === 'linkProbe' && item.check === 'echo');
    case 'insertAgain':
    case 'swipeAgain':
      return triesAt(scene) >= 2;
    case 'swipeSame':
      return evidence.some(({ type }) => type === 'stripeFailed' || type === 'stripeOfChipCard');
    case 'otherCard':
      return evidence.some((item) => item.type === 'said' && item.question === 'otherCardWorked');
  }
}

/** How often the newest kind of failure was seen with the card at hand. */
function triesAt({ newest, evidence }: Scene): number {
  const counted = newest !== undefined && 'tries' in newest ? newest.tries : 1;
  return Math.max(counted, evidence.filter(({ type }) => type === newest?.type).length);
}

function notTried({ newest, stage }: Scene): boolean {
  return newest === undefined || (stage === 'card' && newest.type !== 'readerFault');
}

/** A chip that broke off once may only have been badly seated. */
function firstBreak(scene: Scene): boolean {
  return scene.newest?.type === 'chipFailed' && triesAt(scene) < 2;
}

function fewCards({ cardsFailed, stage }: Scene): boolean {
  return stage !== 'bank' && cardsFailed < 2;
}
