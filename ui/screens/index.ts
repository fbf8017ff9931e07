import type { Screen, ScreenName, ScreenOf, Strip, View } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Panel } from '../theme/panels.ts';
import { type Kit, kitOf } from '../theme.ts';
import { amount } from './amount.ts';
import { askingBank } from './asking-bank.ts';
import { assessment, assessmentResult, question } from './assessment.ts';
import { bankLine } from './bank-line.ts';
import { bulletin } from './bulletin.ts';
import { bulletins } from './bulletins.ts';
import { callIssuer } from './call-issuer.ts';
import { call, callDecision, calls } from './calls.ts';
import { cancel } from './cancel.ts';
import { caseScreen } from './case.ts';
import { caseChoice, caseFigure } from './case-choice.ts';
import { caseCall, caseContact, privacy } from './case-contact.ts';
import { cases } from './cases.ts';
import { check } from './check.ts';
import { chooseApplication } from './choose-application.ts';
import { complete } from './complete.ts';
import { dayClosed } from './day-closed.ts';
import { declined } from './declined.ts';
import { differingBatch } from './differing-batch.ts';
import { emergency, emergencyPhone, emergencyPhones, emergencySteps } from './emergency.ts';
import { endOfDay } from './end-of-day.ts';
import { guide } from './guide.ts';
import { handOver, handOverTo } from './hand-over.ts';
import { done, held } from './held.ts';
import { hold } from './hold.ts';
import { holds } from './holds.ts';
import { home } from './home.ts';
import { inspection, inspectTask } from './inspection.ts';
import { keyCheck, keyPart, keys } from './keys.ts';
import { notice } from './notice.ts';
import { firstStart, ownPin } from './own-pin.ts';
import { partial } from './partial.ts';
import { addPerson, people, person, signIn } from './people.ts';
import { pin } from './pin.ts';
import { presentCard } from './present-card.ts';
import { registerHold } from './register-hold.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { result } from './result.ts';
import { language, settings } from './settings.ts';
import { settingsCheck } from './settings-check.ts';
import { status } from './status.ts';
import { supervisor } from './supervisor.ts';
import { support } from './support.ts';
import { takeOver } from './take-over.ts';
import { inTraining, training, trainingList, trainingResult } from './training.ts';
import { typeNumber } from './type-number.ts';
import { waitForBank } from './wait-for-bank.ts';
import { ways } from './ways.ts';
import { why } from './why.ts';
import { testCard, whyQuestion } from './why-question.ts';

type Draw<N extends ScreenName> = (kit: Kit, strip: Strip, state: ScreenOf<N>) => UiNode;

const screens: { readonly [N in ScreenName]: Draw<N> } = {
  home,
  amount,
  'present-card': presentCard,
  'choose-application': chooseApplication,
  partial,
  'sign-in': signIn,
  'own-pin': ownPin,
  'first-start': firstStart,
  people,
  person,
  'add-person': addPerson,
  pin,
  'asking-bank': askingBank,
  held,
  done,
  declined,
  notice,
  holds,
  hold,
  complete,
  cancel,
  supervisor,
  why,
  'why-question': whyQuestion,
  'test-card': testCard,
  ways,
  guide,
  'settings-check': settingsCheck,
  'wait-for-bank': waitForBank,
  'call-issuer': callIssuer,
  'type-number': typeNumber,
  check,
  'register-hold': registerHold,
  'hand-over-to': handOverTo,
  'hand-over': handOver,
  'take-over': takeOver,
  result,
  cases,
  case: caseScreen,
  'case-choice': caseChoice,
  'case-figure': caseFigure,
  'case-contact': caseContact,
  'case-call': caseCall,
  privacy,
  settings,
  language,
  'choose-language': language,
  report,
  'end-of-day': endOfDay,
  'differing-batch': differingBatch,
  'day-closed': dayClosed,
  status,
  inspection,
  support,
  'inspect-task': inspectTask,
  emergency,
  'emergency-steps': emergencySteps,
  'emergency-phones': emergencyPhones,
  'emergency-phone': emergencyPhone,
  restore,
  'bank-line': bankLine,
  'training-list': trainingList,
  training,
  'in-training': inTraining,
  'training-result': trainingResult,
  assessment,
  question,
  'assessment-result': assessmentResult,
  bulletins,
  bulletin,
  calls,
  call,
  'call-decision': callDecision,
  keys,
  'key-part': keyPart,
  'key-check': keyCheck,
};

/**
 * The tree of nodes that shows a view on a panel: a function of the two, and of whether a touch has opened the drawn
 * keypad on a panel that stands beside real keys.
 */
export function drawScreen(view: View, panel: Panel, keypadOpen: boolean = false): UiNode {
  const { screen, strip, theme } = view;
  // Each row draws the screen of its own name: the table is typed so, a lookup by union is not.
  const draw = screens[screen.name] as (kit: Kit, strip: Strip, state: Screen) => UiNode;
  return draw(kitOf(panel, view.language, theme, strip.training, keypadOpen), strip, screen);
}
