import { ApiProblem, act, get } from './api.ts';
import { debounced, h, timeOf, yuan } from './dom.ts';
import { on } from './live.ts';
import { onLanguage, type TextKey, t } from './texts.ts';

type Ledger = {
  readonly transactions: readonly {
    readonly kind: string;
    readonly amountMinorUnits: number;
    readonly responseCode: string;
    readonly state: 'approved' | 'declined' | 'reversed' | 'voided';
    readonly authorisationCode: string;
    readonly maskedNumber: string;
    readonly atMs: number;
  }[];
  readonly reversals: readonly {
    readonly kind: string;
    readonly stan: string;
    readonly reason: string;
    readonly responseCode: string;
    readonly atMs: number;
  }[];
  readonly sums: Readonly<Record<string, { readonly count: number; readonly minorUnits: number }>>;
};

type Behaviour = { readonly mode: string } & Readonly<Record<string, unknown>>;

const modes: readonly (readonly [TextKey, Behaviour])[] = [
  ['approve', { mode: 'approve' }],
  ['silentBefore', { mode: 'silent', when: 'beforeBooking' }],
  ['silentAfter', { mode: 'silent', when: 'afterBooking' }],
  ['late', { mode: 'late', delayMs: 5000 }],
  ['tooLate', { mode: 'late', delayMs: 40_000 }],
  ['garbage', { mode: 'garbage' }],
  ['reset', { mode: 'reset', when: 'after' }],
  ['wrongMac', { mode: 'wrongMac' }],
  ['partial', { mode: 'partial', amountMinorUnits: 25_000 }],
  ['down', { mode: 'down' }],
];
const declineCodes = ['51', '05', '55', '14', '54', '61', '41', '01', '91', '96', '68', '30'];

const same = (a: Behaviour, b: Behaviour) =>
  Object.entries(b).every(([key, value]) => a[key] === value);

/** The bank's desk: how it answers, its own book, and what came over the line. */
export function showBank(panel: HTMLElement): void {
  const desk = h('div', { class: 'desk' });
  const book = h('div', { class: 'book' });
  panel.append(desk, book);
  const refresh = async () => {
    try {
      showDesk(desk, await get<Behaviour>('bank/behaviour'));
      showBook(book, await get<Ledger>('bank/ledger'));
    } catch (error) {
      if (error instanceof ApiProblem) desk.replaceChildren(h('p', {}, error.words.detail));
    }
  };
  on('bank', debounced(150, refresh));
  onLanguage(() => void refresh());
}

/** What the person at the bank has chosen, before a button is pressed. */
const choice = { onlyNext: true, code: '51' };

async function tellBank(desk: HTMLElement, next: Behaviour): Promise<void> {
  const lasting = !choice.onlyNext || next.mode === 'approve' || next.mode === 'down';
  const now = await act<Behaviour>('POST', 'bank/behaviour', {
    ...next,
    ...(lasting ? {} : { times: 1 }),
  });
  if (now !== undefined) showDesk(desk, now);
}

function showDesk(desk: HTMLElement, now: Behaviour): void {
  const button = (name: string, label: string, mode: Behaviour) =>
    h(
      'button',
      {
        'data-mode': name,
        class: same(now, mode) ? 'on' : undefined,
        onclick: () => tellBank(desk, mode),
      },
      label,
    );
  const { code } = choice;
  desk.replaceChildren(
    h('div', { class: 'head' }, h('h3', {}, t('answersNext')), scope()),
    h(
      'div',
      { class: 'modes' },
      ...modes.map(([name, mode]) => button(name, t(name), mode)),
      h(
        'span',
        { class: 'joined' },
        button('decline', t('decline'), { mode: 'decline', code }),
        codes(desk),
      ),
    ),
  );
}

const scope = () =>
  h(
    'label',
    { class: 'scope' },
    h('input', {
      type: 'checkbox',
      checked: choice.onlyNext,
      onchange: (event: Event) => {
        choice.onlyNext = (event.target as HTMLInputElement).checked;
      },
    }),
    t('once'),
  );

function codes(desk: HTMLElement): HTMLElement {
  const select = h(
    'select',
    {
      'aria-label': t('decline'),
      onchange: () => {
        choice.code = select.value;
        void tellBank(desk, { mode: 'decline', code: select.value });
      },
    },
    ...declineCodes.map((each) => h('option', { value: each }, each)),
  );
  select.value = choice.code;
  return select;
}

function showBook(book: HTMLElement, { sums, transactions, reversals }: Ledger): void {
  const sum = (key: TextKey) =>
    h(
      'div',
      { class: `sum ${key}` },
      h('b', {}, yuan(sums[key]?.minorUnits ?? 0)),
      `${sums[key]?.count ?? 0} ${t(key)}`,
    );
  const lines = [
    ...transactions.map((row) => ({
      atMs: row.atMs,
      state: row.state as string,
      cells: [
        row.kind,
        yuan(row.amountMinorUnits),
        `${row.responseCode} ${t(row.state)}`,
        row.maskedNumber.slice(-4),
      ],
    })),
    ...reversals.map((row) => ({
      atMs: row.atMs,
      state: 'reversal',
      cells: [
        `${t('reversalOf')} ${row.kind}`,
        row.stan,
        `${row.responseCode} (${row.reason})`,
        '',
      ],
    })),
  ].sort((a, b) => b.atMs - a.atMs);
  book.replaceChildren(
    h('h3', {}, t('ledger')),
    h(
      'div',
      { class: 'sums' },
      ...(['held', 'charged', 'cancelled', 'reversed'] as const).map(sum),
    ),
    lines.length === 0
      ? h('p', { class: 'faint' }, t('noEntries'))
      : h(
          'table',
          {},
          ...lines
            .slice(0, 60)
            .map(({ atMs, state, cells }) =>
              h(
                'tr',
                { class: state },
                h('td', {}, timeOf(atMs)),
                ...cells.map((cell) => h('td', {}, cell)),
              ),
            ),
        ),
  );
}
