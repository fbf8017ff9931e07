import { act, get } from './api.ts';
import { byId, h } from './dom.ts';
import { dragCard } from './drag.ts';
import { on } from './live.ts';
import { currentLanguage, onLanguage, pick, t } from './texts.ts';

type Both = { readonly en: string; readonly zh: string };

export type CardView = {
  readonly id: string;
  readonly label: Both;
  readonly shows: Both;
  readonly bank: Both | null;
  readonly scheme: string;
  readonly colours: readonly [string, string];
  readonly maskedNumber: string;
  readonly expiry: string;
  readonly chip: boolean;
  readonly stripe: boolean;
};

let cards: readonly CardView[] = [];
let chosen: string | undefined;
let inserted: string | null = null;

const schemes: Readonly<Record<string, string>> = { unionpay: 'UnionPay 银联', visa: 'VISA' };

const groups = (number: string) => number.replace(/(.{4})(?=.)/g, '$1 ').replaceAll('*', '•');

/** A card as it lies on the desk. */
function picture(card: CardView): HTMLElement {
  const [top, bottom] = card.colours;
  return h(
    'div',
    {
      class: 'card',
      'data-card': card.id,
      style: `background:linear-gradient(160deg,${top},${bottom})`,
    },
    h('span', { class: 'bank' }, card.bank === null ? '' : pick(card.bank)),
    card.chip && h('i', { class: 'chip' }),
    h(
      'span',
      { class: card.maskedNumber.length > 16 ? 'number long' : 'number' },
      groups(card.maskedNumber),
    ),
    h('span', { class: 'small' }, schemes[card.scheme] ?? '', h('span', {}, card.expiry)),
  );
}

export async function insert(card: string): Promise<void> {
  if (inserted !== null) await act('POST', 'reader/remove');
  await act('POST', 'reader/insert', { card });
}

export const swipe = (card: string, speed?: number, reversed?: boolean) =>
  act('POST', 'head/swipe', { card, ...(speed === undefined ? {} : { speed, reversed }) });

/** The tray at the customer's side, and the card in the slot. */
export async function showCards(): Promise<void> {
  const tray = h('div', { class: 'tray' });
  const about = h('div', { class: 'about' });
  const head = h('div', { class: 'head' });
  byId('customer').append(h('div', { class: 'panel', id: 'cards' }, head, tray, about));
  cards = await get<readonly CardView[]>('cards');
  const choose = (id: string) => {
    chosen = id;
    for (const each of tray.querySelectorAll('button')) {
      each.classList.toggle('chosen', each.dataset.card === id);
    }
    describe(about);
  };
  onLanguage(() => {
    head.replaceChildren(
      h('h2', {}, t('cards')),
      h('button', { class: 'quiet', onclick: () => act('POST', 'cards/renew') }, t('renew')),
    );
    tray.replaceChildren(...cards.map((card) => entry(card, choose)));
    if (chosen !== undefined) choose(chosen);
    else about.textContent = t('cardsHint');
    showSlot();
  });
  on<{ card: string | null; unplugged: boolean }>('reader', (event) => {
    inserted = event.card;
    showSlot(event.unplugged);
    for (const each of tray.querySelectorAll('button')) {
      each.classList.toggle('away', each.dataset.card === inserted);
    }
  });
}

function entry(card: CardView, choose: (id: string) => void): HTMLElement {
  const button = h(
    'button',
    {
      'data-card': card.id,
      title: pick(card.shows),
      class: card.id === inserted ? 'away' : undefined,
      onclick: () => choose(card.id),
      ondblclick: () => insert(card.id),
    },
    picture(card),
    h('span', { class: 'name' }, pick(card.label)),
  );
  dragCard(button, {
    picture: () => picture(card),
    insert: () => insert(card.id),
    swipe: (speed, reversed) => swipe(card.id, speed, reversed),
  });
  return button;
}

/** What the chosen card is like, and what can be done with it. */
function describe(about: HTMLElement): void {
  const card = cards.find(({ id }) => id === chosen);
  if (card === undefined) return;
  about.replaceChildren(
    h(
      'p',
      {},
      h('b', {}, pick(card.label)),
      currentLanguage() === 'zh' ? '：' : ': ',
      pick(card.shows),
    ),
    h(
      'div',
      { class: 'row' },
      h('button', { id: 'insert', class: 'main', onclick: () => insert(card.id) }, t('insert')),
      h('button', { id: 'swipe', onclick: () => swipe(card.id) }, t('swipe')),
    ),
  );
}

function showSlot(unplugged = false): void {
  const slot = byId('slot');
  const card = cards.find(({ id }) => id === inserted);
  slot.classList.toggle('unplugged', unplugged);
  const takeOut = () => void act('POST', 'reader/remove');
  slot.replaceChildren(
    h('div', { class: 'lip' }),
    ...(card === undefined
      ? [h('span', { class: 'hint' }, t('slot'))]
      : [picture(card), h('button', { id: 'remove', onclick: takeOut }, t('takeOut'))]),
  );
  byId('groove').replaceChildren(h('span', {}, t('groove')));
}
