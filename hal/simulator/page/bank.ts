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
const codes = ['51', '05', '55', '14', '54', '61', '41', '01', '91', '96', '68', '30'];

const same = (a: Behaviour, b: Behaviour) =>
  Object.entries(b).every(([key, value]) => a[key] === value);

/** The bank's desk: how it answers, its own book, and what came over the line. */
export function showBank(panel: HTMLElement): void {
  let behaviour: Behaviour = { mode: 'approve' };
  let onlyNext = true;
  let code = '51';
  const desk = h('div', { class: 'desk' });
  const book = h('div', { class: 'book' });
  panel.append(desk, book);

  const set = (next: Behaviour) =>
    void act<Behaviour>('POST', 'bank/behaviour', {
      ...next,
      ...(onlyNext && next.mode !== 'approve' && next.mode !== 'down' ? { times: 1 } : {}),
    }).then((now) => {
      if (now !== undefined) behaviour = now;
      showDesk();
    });
  const showDesk = () => {
    const declining = { mode: 'decline', code };
    desk.replaceChildren(
      h('div', { class: 'head' }, h('h3', {}, t('answersNext')), scope()),
      h(
        'div',
        { class: 'modes' },
        ...modes.map(([label, mode]) =>
          h(
            'button',
            {
              'data-mode': label,
              class: same(behaviour, mode) ? 'on' : undefined,
              onclick: () => set(mode),
            },
            t(label),
          ),
        ),
        h(
          'span',
          { class: 'joined' },
          h(
            'button',
            {
              'data-mode': 'decline',
              class: behaviour.mode === 'decline' ? 'on' : undefined,
              onclick: () => set(declining),
            },
            t('decline'),
          ),
          codeChoice(),
        ),
      ),
    );
  };
  const scope = () =>
    h(
      'label',
      { class: 'scope' },
      h('input', {
        type: 'checkbox',
        checked: onlyNext,
        onchange: (event: Event) => {
          onlyNext = (event.target as HTMLInputElement).checked;
        },
      }),
      t('once'),
    );
  const codeChoice = () => {
    const choice = h(
      'select',
      {
        'aria-label': t('decline'),
        onchange: (event: Event) => {
          code = (event.target as HTMLSelectElement).value;
          set({ mode: 'decline', code });
        },
      },
      ...codes.map((each) => h('option', { value: each }, each)),
    );
    choice.value = code;
    return choice;
  };

  const refresh = async () => {
    try {
      behaviour = await get<Behaviour>('bank/behaviour');
      showDesk();
      showBook(book, await get<Ledger>('bank/ledger'));
    } catch (error) {
      if (error instanceof ApiProblem) desk.replaceChildren(h('p', {}, error.words.detail));
    }
  };
  on('bank', debounced(150, refresh));
  onLanguage(() => void refresh());
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
