import { act, get } from './api.ts';
import { debounced, h } from './dom.ts';
import { on } from './live.ts';
import { onLanguage, t } from './texts.ts';

type Message = {
  readonly n: number;
  /** ISO 8601. */
  readonly at: string;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly parts?: number;
};

/** What guests mostly text back. */
const usual = ['guestComes', 'guestAgrees', 'guestAsks'] as const;

/** What the customers' phones and mail boxes show, the newest on top, and their answers. */
export function showPhones(panel: HTMLElement): void {
  const list = h('div', { class: 'chats' });
  panel.append(list);
  const refresh = async () => {
    const messages = await get<readonly Message[]>('messages').catch(() => []);
    // What a person is typing an answer to is left alone.
    if (list.contains(document.activeElement) && document.activeElement?.tagName === 'INPUT')
      return;
    list.replaceChildren(
      ...[...messages].reverse().map(bubble),
      ...(messages.length === 0 ? [h('p', { class: 'faint' }, t('phonesEmpty'))] : []),
    );
  };
  on('message', debounced(100, refresh));
  onLanguage(() => void refresh());
}

function bubble(message: Message): HTMLElement {
  const { at, channel, to, subject, text, parts = 1 } = message;
  const sort = channel === 'sms' ? t('sms') : t('email');
  const several = parts > 1 ? `, ${parts} ${t('smsParts')}` : '';
  return h(
    'article',
    { class: `chat ${channel}`, 'data-message': message.n },
    h(
      'header',
      {},
      h('b', {}, to),
      h('span', {}, `${sort}${several}`),
      h('time', {}, new Date(at).toLocaleTimeString('en-GB', { timeStyle: 'short' })),
    ),
    subject !== undefined && h('strong', {}, subject),
    h('p', {}, text),
    channel === 'sms' && answering(to),
  );
}

/** One touch for what guests mostly say, a line for anything else. */
function answering(from: string): HTMLElement {
  const done = h('span', { class: 'done' });
  const input = h('input', { type: 'text', placeholder: t('otherAnswer'), maxlength: 670 });
  const send = async (text: string) => {
    if (text === '') return;
    const sent = await act('POST', 'messages/answer', { from, text });
    if (sent === undefined) return;
    input.value = '';
    input.blur();
    done.textContent = `${t('answered')} ${text}`;
  };
  return h(
    'form',
    {
      class: 'answer',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void send(input.value.trim());
      },
    },
    ...usual.map((key) => h('button', { type: 'button', onclick: () => send(t(key)) }, t(key))),
    input,
    h('button', { class: 'main' }, t('send')),
    done,
  );
}
