import { act } from './api.ts';
import { byId, dateOf, h, timeOf } from './dom.ts';
import { on } from './live.ts';
import { onLanguage, t } from './texts.ts';

const hourMs = 3_600_000;

/** The simulated clock and the ways to move it. */
export function showClock(): void {
  let offsetMs = 0;
  const face = h('time', {});
  const tick = () => {
    const now = Date.now() + offsetMs;
    face.textContent = `${dateOf(now)} ${timeOf(now)}`;
    face.classList.toggle('moved', Math.abs(offsetMs) > 1000);
  };
  on<{ offsetMs: number }>('clock', (event) => {
    offsetMs = event.offsetMs;
    tick();
  });
  const move = (label: string, advanceMs: number) =>
    h('button', { onclick: () => act('POST', 'clock', { advanceMs }) }, label);
  onLanguage(() => {
    face.title = t('clockHint');
    byId('clock').replaceChildren(
      face,
      move(t('hour'), hourMs),
      move(t('day'), 24 * hourMs),
      move(t('month'), 27 * 24 * hourMs),
    );
  });
  tick();
  setInterval(tick, 1000);
}
