import { get } from './api.ts';
import { debounced, h, timeOf, yuan } from './dom.ts';
import { kindWords } from './kinds.ts';
import { on } from './live.ts';
import { onLanguage, pick, t } from './texts.ts';
import { causeWords, stateWords } from './words-of-cases.ts';

type Incident = {
  readonly incidentId: string;
  readonly ticket: string;
  readonly state: string;
  readonly openedAtMs: number;
  readonly note?: string;
  readonly amount: { readonly minorUnits: number };
  readonly diagnosis: { readonly cause: string; readonly code: string };
  readonly timeline: readonly { readonly atMs: number; readonly what: string }[];
  readonly waiting?: { readonly who: string };
};

type Both = { readonly en: string; readonly zh: string };

const parties = ['bank', 'headOffice', 'vendor'] as const;

const worded = (words: Readonly<Record<string, Both>>, key: string): string => {
  const both = words[key];
  return both === undefined ? key : pick(both);
};

/** 待处理: each case with its cause and its steps, the newest on top, and the report that each party gets. */
export function showIncidents(panel: HTMLElement): void {
  const list = h('div', { class: 'cases' });
  panel.append(list);
  const open = new Set<string>();
  const refresh = async () => {
    const cases = await get<readonly Incident[]>('incidents').catch(() => []);
    const newest = cases.toSorted((a, b) => b.openedAtMs - a.openedAtMs);
    list.replaceChildren(
      ...newest.map((one) => entry(one, open)),
      ...(cases.length === 0 ? [h('p', { class: 'faint' }, t('casesEmpty'))] : []),
    );
  };
  on('timeline', debounced(800, refresh));
  onLanguage(() => void refresh());
}

function entry(one: Incident, open: Set<string>): HTMLElement {
  const { incidentId, ticket, state, note, amount, diagnosis } = one;
  const details = h(
    'details',
    { class: `case ${state}`, open: open.has(incidentId), 'data-case': incidentId },
    h(
      'summary',
      {},
      h('b', {}, worded(causeWords, diagnosis.cause)),
      h('span', { class: 'code' }, diagnosis.code),
      h('span', { class: 'state' }, worded(stateWords, state)),
      h(
        'span',
        { class: 'what' },
        [ticket, note, yuan(amount.minorUnits)].filter(Boolean).join(' · '),
      ),
    ),
    h(
      'ol',
      {},
      ...one.timeline.map(({ atMs, what }) =>
        h('li', {}, h('time', {}, timeOf(atMs)), worded(stepWords, what)),
      ),
    ),
    h(
      'p',
      { class: 'reports' },
      `${t('reportFor')} `,
      ...parties.map((party) =>
        h(
          'a',
          {
            href: `/api/incidents/${encodeURIComponent(incidentId)}/report?party=${party}&format=pdf`,
            target: '_blank',
            rel: 'noreferrer',
          },
          t(party),
        ),
      ),
    ),
  );
  details.addEventListener('toggle', () => {
    if (details.open) open.add(incidentId);
    else open.delete(incidentId);
  });
  return details;
}

/** Steps of a case carry the names of their rows. */
const stepWords: Readonly<Record<string, Both>> = Object.fromEntries(
  Object.entries(kindWords).flatMap(([kind, words]) =>
    kind.startsWith('incident.') ? [[kind.slice('incident.'.length), words]] : [],
  ),
);
