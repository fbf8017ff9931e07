import { type Contact, contactsOf } from '../../care/contacts.ts';
import { type Situation, situations, stepsOf } from '../../care/plan.ts';
import type { Cause, Diagnosis } from '../../recovery/evidence.ts';
import { actionOf } from '../amount.ts';
import { permit } from '../authorise.ts';
import { append, type Facts, type Flow, facts, show, uuid, wait } from '../flow.ts';
import { slipsState } from '../slips.ts';

const longestPhone = 20;

/** The plan for what a diagnosis found. */
export const situationOf = ({ cause }: Diagnosis): Situation | undefined => byCause[cause];

const byCause: Partial<Record<Cause, Situation>> = {
  network: 'noNetwork',
  bankSide: 'bankDown',
  deviceFault: 'noReader',
  suspectedFraud: 'fraud',
};

/** What the strip says now, as a page of the plan. */
export function troubleNow({ network, readerReady, paper }: Facts): Situation | undefined {
  if (network === 'down') return 'noNetwork';
  if (!readerReady) return 'noReader';
  return paper === 'out' || paper === 'gone' ? 'printerBroken' : undefined;
}

/** 应急预案: needs no line and no paper. Opens with the page of the trouble at hand, where there is one. */
export function* showEmergency(at?: Situation): Flow<void> {
  if (at !== undefined) return yield* showSteps(at);
  for (;;) {
    yield* show({ name: 'emergency', situations });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'situation') yield* showSteps(action.situation);
    if (action?.type === 'phones') yield* showPhones();
  }
}

function* showSteps(situation: Situation): Flow<void> {
  let slipId: string | undefined;
  for (;;) {
    const now = yield* facts();
    yield* show({
      name: 'emergency-steps',
      situation,
      steps: stepsOf(situation, now.config),
      contacts: contactsOf(now.config, now.documents).filter(({ phone }) => phone !== ''),
      ...(slipId === undefined ? {} : { print: slipsState(now, [slipId]) }),
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'print' && action?.type !== 'primary' && action?.type !== 'enter')
      continue;
    slipId = yield* uuid();
    yield* append({
      events: [{ kind: 'slip.queued', slipId, copy: 'plan', of: 'emergencyPlan', situation }],
    });
    yield { type: 'print', slipId };
  }
}

function* showPhones(): Flow<void> {
  for (;;) {
    const { config, documents } = yield* facts();
    const contacts = contactsOf(config, documents);
    yield* show({ name: 'emergency-phones', contacts });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    const contact = action?.type === 'contact' && contacts.find(({ id }) => id === action.contact);
    if (contact) yield* changePhone(contact);
  }
}

function* changePhone(contact: Contact): Flow<void> {
  let digits = '';
  for (;;) {
    yield* show({ name: 'emergency-phone', contact, digits });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'digit':
        digits = (digits + action.digit).slice(0, longestPhone);
        break;
      case 'clear':
        digits = digits.slice(0, -1);
        break;
      case 'back':
      case 'cancel':
        return;
      case 'primary':
      case 'enter':
        if (digits.length >= 3) return yield* keepPhone(contact.id, digits);
    }
  }
}

/** On a supervisor's authority. */
function* keepPhone(contact: string, phone: string): Flow<void> {
  const permitted = yield* permit('emergencyPhones');
  if (!permitted.allowed) return;
  const { operator } = yield* facts();
  const by = permitted.by ?? operator;
  yield* append({ events: [{ kind: 'care.phoneChanged', contact, phone, operator, by }] });
}
