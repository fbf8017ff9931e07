type Child = Node | string | undefined | false;

/** One element: attributes by name, `on…` as listeners, the rest as children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, unknown>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener);
    else if (name === 'style') element.style.cssText = String(value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** The element of index.html with this id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no #${id}`);
  return element;
}

/** Calls once in `ms` at most, and always after the last wish. */
export function debounced(ms: number, work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, ms);
  };
}

let timeZone: string | undefined;

/** From now on all times are shown as the shop's clock has them. */
export function useTimeZone(zone: string): void {
  timeZone = zone;
}

/** `02:13:18` at the shop. */
export const timeOf = (ms: number): string =>
  new Date(ms).toLocaleTimeString('en-GB', { hour12: false, timeZone });

/** `2026-11-24` at the shop. */
export const dateOf = (ms: number): string =>
  new Date(ms).toLocaleDateString('en-CA', { timeZone });

/** `¥500.00` of minor units. */
export const yuan = (minorUnits: number): string =>
  `¥${(minorUnits / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`;
