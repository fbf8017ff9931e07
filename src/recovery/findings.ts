import { answerCode } from '../acquirer/answer-codes.ts';
import type { FaultCode } from '../fault.ts';
import type { Cause, Evidence, Finding } from './evidence.ts';
import { brokeOff, latest, type Scene, sameCard, withoutSignal } from './scene.ts';
import { wasBeforeTheBank } from './weights/line.ts';

const partsGone = new Set<FaultCode>([
  'reader.serviceDown',
  'reader.gone',
  'head.gone',
  'pinPad.gone',
]);

/** The headline for a cause: what exactly was found, by the newest failure that speaks for it. */
const headlines: Readonly<Record<Cause, (scene: Scene) => Finding>> = {
  damagedOrExpired: damaged,
  deviceFault: ({ newest }) => {
    if (newest?.type === 'readerFault' && partsGone.has(newest.fault)) return 'readerGone';
    if (newest?.type === 'chipFailed' && newest.failure === 'readerGone') return 'readerGone';
    if (newest?.type !== 'stripeFailed') return 'readerFault';
    return withoutSignal(newest) ? 'headSilent' : 'headDirty';
  },
  operator: ({ newest, keyed }) => {
    if (newest?.type === 'cardPulled') return 'cardPulled';
    if (newest?.type === 'chipFailed' && newest.failure === 'cardRemoved') return 'cardPulled';
    if (newest?.type === 'stripeFailed') return 'swipedBadly';
    if (newest?.type === 'stripeOfChipCard') return 'insertChip';
    if (newest?.type === 'answerCode' && newest.code === '45') return 'insertChip';
    if (newest?.type === 'typed' || keyed) return 'numberTypedWrong';
    return newest?.type === 'answerCode' ? 'numberTypedWrong' : 'cardPulled';
  },
  unsupportedCard: ({ newest }) =>
    newest?.type === 'chipFailed' &&
    (newest.failure === 'cardBlocked' || newest.failure === 'applicationBlocked')
      ? 'cardBlocked'
      : 'cardNotAccepted',
  network: ({ newest, evidence }) => {
    if (newest?.type !== 'linkFault') return 'noLine';
    const down = evidence.some(
      (item) => item.type === 'linkProbe' && item.check === 'interface' && !item.ok,
    );
    return down || wasBeforeTheBank(newest.fault) ? 'noLine' : 'lineBroke';
  },
  bankSide: ({ newest, evidence }) => {
    if (newest?.type === 'badAnswer') return 'badAnswer';
    if (newest?.type === 'answerCode') return 'bankDown';
    if (newest?.type !== 'linkFault') return 'bankDown';
    if (badCertificate(evidence)) return 'lineNotTrusted';
    return newest.fault === 'link.answerTimeout' ? 'bankSilent' : 'bankDown';
  },
  settings: ({ newest, evidence }) => {
    if (newest?.type === 'answerCode') {
      const { family } = answerCode(newest.code);
      return family === 'settings' || family === 'signInAgain'
        ? 'settingsRefused'
        : 'settingsWrong';
    }
    return newest?.type === 'linkFault' && badCertificate(evidence)
      ? 'lineNotTrusted'
      : 'settingsWrong';
  },
  withheld: ({ evidence }) =>
    latest(evidence, 'numberMissing') === undefined ? 'cardWithheld' : 'numberMissing',
  suspectedFraud: ({ evidence }) =>
    evidence.some((item) => item.type === 'answerCode' && isCapture(item.code))
      ? 'keepCard'
      : 'askSupervisor',
  refusedByIssuer: () => 'refused',
  unknown: () => 'unknown',
};

const isCapture = (code: string): boolean => answerCode(code).family === 'capture';

const badCertificate = (evidence: readonly Evidence[]): boolean => {
  const tls = evidence.findLast((item) => item.type === 'linkProbe' && item.check === 'tls');
  return tls?.type === 'linkProbe' && !tls.ok;
};

function damaged({ newest, evidence }: Scene): Finding {
  if (newest === undefined) return 'cardExpired';
  if (newest.type === 'answerCode') {
    if (newest.code === '45') return 'chipDead';
    const { family } = answerCode(newest.code);
    return family === 'format' ? 'stripeDamaged' : 'cardExpired';
  }
  if (newest.type === 'stripeFailed') return 'stripeDamaged';
  const chip = evidence.findLast(
    (item) =>
      (item.type === 'noAtr' || item.type === 'badAtr' || item.type === 'chipFailed') &&
      sameCard(item, newest),
  );
  if (newest.type === 'stripeOfChipCard' || newest.type === 'noAtr') return 'chipDead';
  if (chip?.type === 'chipFailed') {
    if (chip.failure === 'expired') return 'cardExpired';
    return brokeOff(chip) ? 'chipDirty' : 'chipDamaged';
  }
  if (newest.type === 'cardDeclined' && latest(evidence, 'cardExpired')) return 'cardExpired';
  return 'chipDamaged';
}

export const findingOf = (cause: Cause, scene: Scene): Finding => headlines[cause](scene);

/** Short codes for the hotline; the letter is the cause. */
const codes: Readonly<Record<Finding, string>> = {
  chipDirty: 'D2',
  chipDead: 'D1',
  chipDamaged: 'D3',
  cardExpired: 'D4',
  stripeDamaged: 'D5',
  cardPulled: 'O1',
  insertChip: 'O2',
  numberTypedWrong: 'O3',
  swipedBadly: 'O4',
  cardBlocked: 'U1',
  cardNotAccepted: 'U2',
  readerFault: 'F1',
  readerGone: 'F2',
  headDirty: 'F3',
  headSilent: 'F4',
  noLine: 'N1',
  lineBroke: 'N2',
  lineNotTrusted: 'N3',
  bankSilent: 'B1',
  bankDown: 'B2',
  badAnswer: 'B3',
  refused: 'R1',
  keepCard: 'S1',
  askSupervisor: 'S2',
  settingsRefused: 'T1',
  settingsWrong: 'T2',
  cardWithheld: 'W1',
  numberMissing: 'W2',
  unknown: 'X0',
};

export const codeOf = (finding: Finding): string => codes[finding];
