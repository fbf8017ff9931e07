import { answerCode } from '../acquirer/answer-codes.ts';
import { messageOfAsk } from '../capture/policy.ts';
import type { EmvMessageId } from '../emv/messages.ts';
import type { Finding } from '../recovery/evidence.ts';
import type { Screen, ScreenOf } from './view.ts';

/** Reasons that the books have a message of their own for; any other failure is 0F. */
const ofFinding: Partial<Readonly<Record<Finding, EmvMessageId>>> = {
  chipDirty: '06',
  chipDead: '06',
  chipDamaged: '06',
  stripeDamaged: '06',
  cardExpired: '06',
  cardPulled: '13',
  swipedBadly: '13',
  insertChip: '11',
  cardNotAccepted: '0C',
  cardBlocked: '0C',
  refused: '07',
  keepCard: '07',
};

/**
 * What a screen says by the identifiers of EMV 4.4 Book 4 §11.2, the most important first; none where the books have
 * no message for it. The words of `ui/texts/message` follow from these, and helpful ones may stand beside them.
 */
export function messagesOf(screen: Screen): readonly EmvMessageId[] {
  switch (screen.name) {
    case 'home':
      return ['14'];
    case 'amount':
      return ['08'];
    case 'present-card':
      return [screen.reading ? '0E' : messageOfAsk[screen.ask]];
    case 'pin':
      return screen.wrongBefore ? ['0A', '09'] : ['09'];
    case 'asking-bank':
      return whileWaiting(screen);
    case 'held':
      return [screen.signatureWanted === true ? '1A' : '03', ...cardOut(screen)];
    case 'done':
      return ['03', ...cardOut(screen)];
    case 'declined':
      return [whenDeclined(screen), ...cardOut(screen)];
    case 'notice':
      return cardOut(screen);
    case 'why':
      return [ofFinding[screen.diagnosis.finding] ?? '0F'];
    case 'call-issuer':
      return ['04'];
    case 'complete':
      return ['02'];
    default:
      return [];
  }
}

const cardOut = ({ cardIn }: { readonly cardIn: boolean }): EmvMessageId[] =>
  cardIn ? ['10'] : [];

function whileWaiting({ steps, pinRight }: ScreenOf<'asking-bank'>): EmvMessageId[] {
  const running = steps.find(({ state }) => state === 'running')?.step;
  const waiting = running === 'sentToBank' || running === 'bankAnswers' ? '1B' : '0E';
  return pinRight === true && running === 'readChip' ? ['0D', waiting] : [waiting];
}

const whenDeclined = ({ by, responseCode }: ScreenOf<'declined'>): EmvMessageId =>
  by === 'host' && answerCode(responseCode).family === 'callIssuer' ? '04' : '07';
