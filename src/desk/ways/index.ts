import type { RemedyKind } from '../../recovery/evidence.ts';
import { voiceAuthorisation } from '../voice-authorisation.ts';
import { completeByVoice } from '../voice-completion.ts';
import { askHotline } from './ask-hotline.ts';
import { otherHost, tryBankAgain, updateParameters, waitUntilBack } from './bank.ts';
import { callSupervisor } from './call-supervisor.ts';
import { checkLine, checkParts } from './check-line.ts';
import { cleanReader } from './clean-reader.ts';
import { compareOriginal } from './compare-original.ts';
import { handOver } from './hand-over.ts';
import { keepCard } from './keep-card.ts';
import { cashDeposit, paperSlip, refuse } from './last-resort.ts';
import { repairSettings } from './repair-settings.ts';
import {
  cardAbsent,
  insertChip,
  numberLater,
  otherAmount,
  otherApplication,
  otherCard,
  pinAgain,
  readAgain,
  swipe,
} from './try-card.ts';
import { updateSoftware } from './update-software.ts';
import type { Way } from './way.ts';

const callIssuer: Way = function* (wish) {
  const voice = wish.later === undefined ? voiceAuthorisation(wish) : completeByVoice(wish);
  return (yield* voice) === 'sold' ? { type: 'ended' } : { type: 'left' };
};

/** Each way out and the conversation that walks it. */
export const ways: Readonly<Record<Exclude<RemedyKind, 'stop'>, Way>> = {
  readAgain,
  insertChip,
  swipe,
  otherApplication,
  otherCard,
  cleanReader,
  pinAgain,
  otherAmount,
  typeAgain: (wish) => (wish.typedFor === 'cardAbsent' ? cardAbsent(wish) : callIssuer(wish)),
  tryBankAgain,
  waitForBank: waitUntilBack,
  checkLine,
  checkParts,
  otherHost,
  askHotline,
  callIssuer,
  cardAbsent,
  numberLater,
  repairSettings,
  updateParameters,
  updateSoftware,
  compareOriginal,
  handOver,
  paperSlip,
  cashDeposit,
  callSupervisor,
  keepCard,
  refuse,
};

/** The conversation of a kind; undefined for `stop`. */
export const wayOf = (kind: RemedyKind): Way | undefined =>
  (ways as Partial<Record<RemedyKind, Way>>)[kind];
