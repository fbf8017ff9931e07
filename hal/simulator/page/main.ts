import { get } from './api.ts';
import { showBank } from './bank.ts';
import { showCards } from './cards.ts';
import { showClock } from './clock.ts';
import { byId, h, useTimeZone } from './dom.ts';
import { showFaults } from './faults.ts';
import { showIncidents } from './incidents.ts';
import { connectLive } from './live.ts';
import { showTerminal } from './panel.ts';
import { showPhones } from './phones.ts';
import { showPinPad } from './pin.ts';
import { showJournal, showPaper, showTimeline } from './records.ts';
import { currentLanguage, onLanguage, setLanguage, type TextKey, t } from './texts.ts';

const tabs: readonly (readonly [TextKey, (panel: HTMLElement) => void])[] = [
  ['bank', showBank],
  ['faults', showFaults],
  ['cases', showIncidents],
  ['phones', showPhones],
  ['timeline', showTimeline],
  ['journal', showJournal],
];

/** What is around the terminal, and what it wrote, share a column where the window is narrow. */
function showTabs(): void {
  const bar = h('nav', { role: 'tablist' });
  const world = byId('world');
  world.append(bar);
  const open = (name: string) => {
    world.dataset.tab = name;
    for (const button of bar.querySelectorAll('button')) {
      button.setAttribute('aria-selected', String(button.dataset.tab === name));
    }
  };
  const heads = new Map<TextKey, HTMLElement>();
  for (const [name, show] of tabs) {
    const head = h('h2', {});
    const panel = h('div', { class: 'panel', id: `tab-${name}`, 'data-tab': name }, head);
    heads.set(name, head);
    world.append(panel);
    show(panel);
  }
  onLanguage(() => {
    bar.replaceChildren(
      ...tabs.map(([name]) =>
        h('button', { role: 'tab', 'data-tab': name, onclick: () => open(name) }, t(name)),
      ),
    );
    for (const [name, head] of heads) head.textContent = t(name);
    open(world.dataset.tab ?? 'bank');
  });
}

function showLanguages(): void {
  onLanguage(() => {
    document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
    byId('docs').textContent = t('docs');
    byId('language').replaceChildren(
      ...(['zh', 'en'] as const).map((language) =>
        h(
          'button',
          {
            'aria-pressed': String(currentLanguage() === language),
            onclick: () => setLanguage(language),
          },
          language === 'zh' ? '中文' : 'EN',
        ),
      ),
    );
  });
}

useTimeZone((await get<{ timeZone: string }>('clock')).timeZone);
showLanguages();
showTerminal();
showClock();
showPaper();
showTabs();
await showCards();
showPinPad();
connectLive();
