import type { Personal } from '../contact/personal.ts';
import type { Incident } from '../incident/incident.ts';

/** Everything that is kept of one case's customer, opened for whoever may ask for it. */
export function customerJson(incident: Incident, personal: Personal, nowMs: number): string {
  const { incidentId, customer } = incident;
  const opened = (sealed: string): string | null => personal.open(incidentId, sealed) ?? null;
  const iso = (ms: number): string => new Date(ms).toISOString();
  const report = {
    type: 'holdfast-customer',
    version: 1,
    generatedAt: iso(nowMs),
    incidentId,
    ticket: incident.ticket,
    openedAt: iso(incident.openedAtMs),
    state: incident.state,
    amountMinorUnits: incident.amount.minorUnits,
    currency: incident.amount.currency,
    note: incident.note ?? null,
    erased: customer?.erased ?? false,
    contacts: (customer?.contacts ?? []).map(({ kind, sealed, agreedAtMs }) => ({
      kind,
      address: opened(sealed),
      agreedAt: iso(agreedAtMs),
    })),
    messages: (customer?.messages ?? []).map(({ channel, template, language, state }) => ({
      channel,
      template,
      language,
      state,
    })),
    answers: incident.timeline.flatMap(({ what, atMs, sealed }) =>
      what !== 'answer' || sealed === undefined ? [] : [{ at: iso(atMs), text: opened(sealed) }],
    ),
    spoken: incident.timeline.flatMap(({ what, atMs, who, how, outcome }) =>
      what === 'spoken' && who === 'customer' ? [{ at: iso(atMs), how, outcome }] : [],
    ),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
