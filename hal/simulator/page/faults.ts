import { act } from './api.ts';
import { h } from './dom.ts';
import { on } from './live.ts';
import { onLanguage, pick, type TextKey, t } from './texts.ts';

type Fault = {
  readonly name: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly active: boolean;
  readonly parameters: readonly string[];
  readonly sinceMs?: number;
};

/** As a person would say it: "bank down since 10:05". */
const sinceTime = (ms: number): string =>
  pick({
    en: `since ${new Date(ms).toTimeString().slice(0, 5)}`,
    zh: `${new Date(ms).toTimeString().slice(0, 5)} 起`,
  });

/** A signed bulletin on the stick. */
const announcing = (announce: 'bankDown' | 'bankBack', words: TextKey): HTMLElement =>
  h('button', { onclick: () => act('POST', 'bulletins', { announce }) }, t(words));

const beside = (): readonly HTMLElement[] => [
  h('button', { onclick: () => act('DELETE', 'faults') }, t('mendAll')),
  announcing('bankDown', 'announceDown'),
  announcing('bankBack', 'announceBack'),
];

/** Where a person would look for it. */
const places: readonly (readonly [TextKey, RegExp])[] = [
  ['placeCard', /^(chip|card(Pulled|Mute)|contactsBreak|customer)/],
  ['placeReader', /^(reader|contactsDirty|head|pinPad)/],
  ['placePaper', /^(paper|printer)/],
  ['placeBank', /^(network|answers|line|bank|otherHosts|certificate)/],
  ['placeSettings', /^(wrong|cardTable|cardKeys|clock|disk)/],
];

function groupsOf(faults: readonly Fault[]): readonly (readonly [TextKey, readonly Fault[]])[] {
  const placeOf = ({ name }: Fault): TextKey =>
    places.find(([, names]) => names.test(name))?.[0] ?? 'placeOther';
  const titles = [...places.map(([title]) => title), 'placeOther' as const];
  return titles.flatMap((title) => {
    const members = faults.filter((fault) => placeOf(fault) === title);
    return members.length === 0 ? [] : [[title, members] as const];
  });
}

/** What a person would see breaking, each with its switch. */
export function showFaults(panel: HTMLElement): void {
  let faults: readonly Fault[] = [];
  const numbers: Record<string, number> = { apdu: 6, delayMs: 3000 };
  const list = h('div', { class: 'faults' });
  const foot = h('div', { class: 'row' });
  panel.append(list, foot);

  const number = (parameter: string) =>
    h(
      'label',
      { class: 'count' },
      parameter === 'apdu' ? t('atCommand') : '',
      h('input', {
        type: 'number',
        min: 1,
        value: numbers[parameter],
        onchange: (event: Event) => {
          numbers[parameter] = Number((event.target as HTMLInputElement).value);
        },
      }),
      parameter === 'apdu' ? '' : t('delay'),
    );
  const toggle = ({ name, active, parameters }: Fault) => {
    if (active) return act('DELETE', `faults/${name}`);
    const given = Object.fromEntries(parameters.map((each) => [each, numbers[each]]));
    return act('POST', 'faults', { name, ...given });
  };
  const show = () => {
    list.replaceChildren(
      ...groupsOf(faults).flatMap(([title, members]) => [
        h('h3', {}, t(title)),
        ...members.map(row),
      ]),
    );
    foot.replaceChildren(...beside());
  };
  const row = (fault: Fault): HTMLElement =>
    h(
      'div',
      { class: fault.active ? 'fault on' : 'fault' },
      h(
        'button',
        {
          role: 'switch',
          'aria-checked': String(fault.active),
          'data-fault': fault.name,
          onclick: () => toggle(fault),
        },
        h('i', {}),
        pick(fault.label),
        fault.sinceMs === undefined ? '' : ` ${sinceTime(fault.sinceMs)}`,
      ),
      ...fault.parameters.map(number),
    );
  on<{ faults: readonly Fault[] }>('faults', (event) => {
    faults = event.faults;
    show();
  });
  onLanguage(show);
}
