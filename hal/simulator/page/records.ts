import { act, get } from './api.ts';
import { byId, debounced, h, timeOf } from './dom.ts';
import { kindWords } from './kinds.ts';
import { on } from './live.ts';
import { currentLanguage, onLanguage, pick, type TextKey, t } from './texts.ts';

type Slip = {
  readonly n: number;
  readonly at: string;
  readonly png: string;
  readonly codes: readonly string[];
};
type Line = {
  readonly n: number;
  readonly atMs: number;
  readonly source: string;
  readonly text: string;
  readonly zh?: string;
  readonly hex?: string;
};
type Row = {
  readonly seq: number;
  readonly wallMs: number;
  readonly event: { readonly kind: string };
};

/** The words of a row of the journal; any other text as it is. */
function wordsOf(text: string): string {
  const words = kindWords[text as keyof typeof kindWords];
  return words === undefined ? text : pick(words);
}

/** Slips as they come out, the newest on top. */
export function showPaper(): void {
  const head = h('div', { class: 'head' });
  const strip = h('div', { class: 'strip' });
  byId('paper').append(head, strip);
  const refresh = async () => {
    const slips = await get<readonly Slip[]>('paper').catch(() => []);
    strip.replaceChildren(
      ...[...slips]
        .reverse()
        .map((slip) =>
          h(
            'figure',
            {},
            h('img', { src: slip.png, alt: `slip ${slip.n}`, loading: 'lazy' }),
            slip.codes[0] !== undefined &&
              h(
                'button',
                { class: 'quiet', onclick: () => act('POST', 'scan', { text: slip.codes[0] }) },
                t('scan'),
              ),
          ),
        ),
      ...(slips.length === 0 ? [h('p', { class: 'faint' }, t('paperEmpty'))] : []),
    );
  };
  on('paper', debounced(100, refresh));
  onLanguage(() => {
    head.replaceChildren(h('h2', {}, t('paper')));
    void refresh();
  });
}

const sources: readonly TextKey[] = [
  'chip',
  'stripe',
  'bank',
  'screen',
  'journal',
  'printer',
  'terminal',
];
const linesShown = 600;

/** APDUs, messages and screens in words, as they happen. */
export function showTimeline(panel: HTMLElement): void {
  let wanted: string | undefined;
  const filter = h('div', { class: 'filter' });
  const list = h('ol', { class: 'timeline' });
  panel.append(filter, list);
  let lines: Line[] = [];
  const entry = ({ atMs, source, text, zh, hex }: Line) =>
    h(
      'li',
      { class: source },
      h('time', {}, timeOf(atMs)),
      h('em', {}, t(source as TextKey)),
      h(
        'span',
        { title: hex },
        currentLanguage() === 'zh' && zh !== undefined ? zh : wordsOf(text),
      ),
    );
  const show = () => {
    const shown = lines.filter(({ source }) => wanted === undefined || source === wanted);
    list.replaceChildren(...shown.slice(-linesShown).map(entry));
    list.scrollTop = list.scrollHeight;
  };
  const soon = debounced(80, show);
  on<{ line: Line }>('timeline', ({ line }) => {
    if (lines.some(({ n }) => n === line.n)) return;
    lines = [...lines.slice(-linesShown), line];
    soon();
  });
  const choose = (source: string | undefined) => {
    wanted = source;
    showFilter();
    show();
  };
  const showFilter = () => {
    const chip = (source: string | undefined, label: string) =>
      h(
        'button',
        { class: wanted === source ? 'on' : undefined, onclick: () => choose(source) },
        label,
      );
    filter.replaceChildren(
      chip(undefined, t('all')),
      ...sources.map((each) => chip(each, t(each))),
    );
  };
  onLanguage(() => {
    showFilter();
    show();
  });
  void get<Line[]>('timeline?after=0').then((all) => {
    lines = all;
    show();
  });
}

/** Rows of the terminal's journal, the newest on top. */
export function showJournal(panel: HTMLElement): void {
  const hint = h('p', { class: 'faint' });
  const list = h('div', { class: 'rows' });
  panel.append(hint, list);
  let after = 0;
  const refresh = async () => {
    const rows = await get<readonly Row[]>(`journal?after=${after}&limit=1000`).catch(() => []);
    for (const row of rows) {
      after = Math.max(after, row.seq);
      const { kind, ...rest } = row.event;
      list.prepend(
        h(
          'details',
          {},
          h(
            'summary',
            {},
            h('i', {}, String(row.seq)),
            h('time', {}, timeOf(row.wallMs)),
            h('b', { title: kind }, wordsOf(kind)),
          ),
          h('pre', {}, JSON.stringify(rest, null, 1)),
        ),
      );
    }
    if (rows.length === 1000) void refresh();
  };
  on<{ line: Line }>('timeline', debounced(200, refresh));
  onLanguage(() => {
    hint.textContent = t('journalHint');
    for (const head of list.querySelectorAll('b')) head.textContent = wordsOf(head.title);
  });
  void refresh();
}
