import { emailOf, maskContact, nobody, phoneOf } from '../contact/contact.ts';
import type { Channel, ContactKind, Template } from '../contact/events.ts';
import { templatesFor } from '../contact/fitting.ts';
import { spokenOutcomes } from '../incident/events.ts';
import type { Incident } from '../incident/incident.ts';
import { actionOf } from './amount.ts';
import { permit } from './authorise.ts';
import { ask, askWord } from './case-question.ts';
import {
  append,
  destroyPersonal,
  type Facts,
  type Flow,
  facts,
  openPersonal,
  sealPersonal,
  show,
  uuid,
  wait,
} from './flow.ts';
import { holdOf, incidentOf } from './queries.ts';
import { save } from './report.ts';
import type { Saving } from './view/report.ts';
import type { Named } from './view.ts';

const longestPhone = 15;

/** 联系客人: by phone, text or e-mail, each only after the customer agreed; and what is kept of them. */
export function* reachCustomer(incidentId: string, names: Named): Flow<void> {
  let saving: Saving | undefined;
  for (;;) {
    const now = yield* facts();
    const incident = incidentOf(now, incidentId);
    if (incident === undefined) return;
    const { contacts, messages, erased } = incident.customer ?? nobody;
    const fitting = fittingNow(incident, now);
    const mayWrite = !erased && fitting.length > 0;
    const known = contacts.length > 0 || messages.length > 0;
    const chosen = yield* ask(
      names,
      'customer',
      [
        ...(erased ? [] : (['contact:call'] as const)),
        ...(!mayWrite ? [] : now.channels.map((channel) => `contact:${channel}` as const)),
        ...(erased ? [] : contacts.map(({ kind }) => otherAddress[kind])),
        ...(known ? (['contact:export'] as const) : []),
        ...(known && !erased ? (['contact:erase'] as const) : []),
      ],
      saving,
    );
    saving = undefined;
    switch (chosen) {
      case undefined:
        return;
      case 'contact:call':
        yield* call(incident, names);
        break;
      case 'contact:sms':
        yield* write(incident, names, 'sms', fitting);
        break;
      case 'contact:email':
        yield* write(incident, names, 'email', fitting);
        break;
      case 'contact:newPhone':
        yield* takeAddress(incident, names, 'phone');
        break;
      case 'contact:newEmail':
        yield* takeAddress(incident, names, 'email');
        break;
      case 'contact:export':
        if ((yield* permit('customerData')).allowed)
          saving = yield* save([{ type: 'customer', incidentId }]);
        break;
      case 'contact:erase':
        yield* erase(incidentId);
        break;
    }
  }
}

const otherAddress = { phone: 'contact:newPhone', email: 'contact:newEmail' } as const;

/** The row first: when the power goes between, the key is destroyed at the next start. */
function* erase(incidentId: string): Flow<void> {
  const permission = yield* permit('customerData');
  if (!permission.allowed) return;
  const operator = permission.by ?? (yield* facts()).operator;
  yield* append({
    events: [{ kind: 'incident.contactErased', incidentId, by: 'person', operator }],
  });
  yield* destroyPersonal(incidentId);
}

/** The address of the customer, as it was given or is given now; undefined when nobody agreed. */
function* addressFor(
  incident: Incident,
  names: Named,
  kind: ContactKind,
): Flow<string | undefined> {
  const { incidentId } = incident;
  const contact = incidentOf(yield* facts(), incidentId)?.customer?.contacts.find(
    (one) => one.kind === kind,
  );
  if (contact !== undefined) {
    const address = yield* openPersonal(incidentId, contact.sealed);
    if (address !== undefined) return address;
  }
  return yield* takeAddress(incident, names, kind);
}

/** Takes the place of the one before, which was wrong; what still waits goes to the new one. */
function* takeAddress(
  { incidentId }: Incident,
  names: Named,
  kind: ContactKind,
): Flow<string | undefined> {
  const address = yield* askAddress(names, kind);
  if (address === undefined) return undefined;
  const { operator } = yield* facts();
  const sealed = yield* sealPersonal(incidentId, address);
  const masked = maskContact(kind, address);
  yield* append({
    events: [
      { kind: 'incident.contactGiven', incidentId, contact: kind, sealed, masked, operator },
    ],
  });
  return address;
}

/** Digits on the keypad, or an address in a code on the customer's phone; the large button is the consent. */
function* askAddress(names: Named, kind: ContactKind): Flow<string | undefined> {
  let digits = '';
  let scanned: string | undefined;
  for (;;) {
    const { config } = yield* facts();
    const address = kind === 'email' ? scanned : phoneOf(digits, config.contact.country);
    yield* show({
      name: 'case-contact',
      ...names,
      kind,
      typed: kind === 'email' ? (scanned ?? '') : digits,
      canContinue: address !== undefined,
    });
    const event = yield* wait();
    if (event.type === 'scanned' && kind === 'email') scanned = emailOf(event.text) ?? scanned;
    const action = actionOf(event);
    switch (action?.type) {
      case 'digit':
        if (kind === 'phone') digits = (digits + action.digit).slice(0, longestPhone);
        break;
      case 'clear':
        digits = digits.slice(0, -1);
        break;
      case 'primary':
      case 'enter':
        if (address !== undefined) return address;
        break;
      case 'back':
      case 'cancel':
        return undefined;
    }
  }
}

/** The number in full, because somebody has to dial it; what to say; and what came of it. */
function* call(incident: Incident, names: Named): Flow<void> {
  const phone = yield* addressFor(incident, names, 'phone');
  if (phone === undefined) return;
  for (;;) {
    yield* show({ name: 'case-call', ...names, phone });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    const outcome = yield* askWord(names, 'outcome', 'outcome', spokenOutcomes);
    if (outcome === undefined) continue;
    const { operator } = yield* facts();
    const { incidentId } = incident;
    const spoken = { who: 'customer', how: 'phone', outcome } as const;
    yield* append({ events: [{ kind: 'incident.spoken', incidentId, ...spoken, operator }] });
    return;
  }
}

/** What it would be true to write. */
function fittingNow(incident: Incident, now: Facts): readonly Template[] {
  const { holdId } = incident;
  return templatesFor(incident, holdId === undefined ? undefined : holdOf(now, holdId));
}

function* write(
  incident: Incident,
  names: Named,
  channel: Channel,
  fitting: readonly Template[],
): Flow<void> {
  const kind = channel === 'sms' ? 'phone' : 'email';
  if ((yield* addressFor(incident, names, kind)) === undefined) return;
  const template = yield* askWord(names, 'template', 'template', fitting);
  if (template === undefined) return;
  const language = yield* askWord(names, 'speech', 'speech', ['zh-CN', 'en'] as const);
  if (language === undefined) return;
  const { operator } = yield* facts();
  const messageId = yield* uuid();
  const { incidentId } = incident;
  const message = { messageId, channel, template, language };
  yield* append({
    events: [{ kind: 'incident.messageQueued', incidentId, ...message, operator }],
  });
}
