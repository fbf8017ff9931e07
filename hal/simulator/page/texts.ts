import { texts } from './words.ts';

/** The language of the page; every text is picked by it. */
export type Language = 'en' | 'zh';

export type TextKey = keyof typeof texts;

const stored = () => {
  const kept = localStorage.getItem('language');
  if (kept === 'en' || kept === 'zh') return kept;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
};

let language: Language = stored();
const listeners: (() => void)[] = [];

export const currentLanguage = (): Language => language;

/** The text in the language of the page. */
export const t = (key: TextKey): string => texts[key][language];

/** Of a text that came with both languages. */
export const pick = (both: { readonly en: string; readonly zh: string }): string => both[language];

export function setLanguage(next: Language): void {
  language = next;
  localStorage.setItem('language', next);
  for (const listener of listeners) listener();
}

/** Runs now and whenever the language changes: every part of the page draws itself through this. */
export function onLanguage(draw: () => void): void {
  listeners.push(draw);
  draw();
}
