import { act } from './api.ts';
import { byId, h } from './dom.ts';
import { onScreen } from './panel.ts';
import { onLanguage, t } from './texts.ts';

/** The customer's side of the PIN pad: the digits go to the pad alone. */
export function showPinPad(): void {
  const panel = h('div', { class: 'panel', id: 'pin' });
  byId('customer').append(panel);
  let digits = '';
  let asked = false;
  const dots = h('output', { class: 'dots' });
  const state = h('span', { class: 'state' });
  const show = () => {
    dots.textContent = '●'.repeat(digits.length);
    state.textContent = asked ? t('pinAsked') : t('pinIdle');
    panel.classList.toggle('asked', asked);
  };
  const type = (digit: string) => {
    if (digits.length < 12) digits += digit;
    show();
  };
  const send = (body: { digits: string } | { action: string }) => {
    digits = '';
    show();
    void act('POST', 'pin', body);
  };
  const key = (label: string, deed: () => void, kind = '') =>
    h('button', { class: `key ${kind}`, onclick: deed }, label);
  onLanguage(() => {
    const numbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
    panel.replaceChildren(
      h('div', { class: 'head' }, h('h2', {}, t('pinPad')), state),
      dots,
      h(
        'div',
        { class: 'pad' },
        ...numbers.map((digit) => key(digit, () => type(digit))),
        key(t('pinCancel'), () => send({ action: 'cancel' }), 'cancel'),
        key(
          t('pinClear'),
          () => {
            digits = '';
            show();
          },
          'clear',
        ),
        key(t('pinEnter'), () => send({ digits }), 'enter'),
        key(t('pinTest'), () => send({ digits: '123456' }), 'test'),
      ),
    );
    show();
  });
  onScreen((screen) => {
    asked = screen?.name === 'pin';
    if (!asked) digits = '';
    show();
  });
}
