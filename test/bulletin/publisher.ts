import { type SimulatedIssuer, signedBy } from '#hal/simulator/bulletins.ts';

export const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });

/** Ten o'clock in the shop. */
export const tenMs = Date.UTC(2026, 10, 23, 2, 0);
export const hourMs = 3_600_000;
export const iso = (ms: number): string => new Date(ms).toISOString();

/** A bulletin that holds from ten to three, with whatever is said otherwise. */
export const content = (changes: object = {}): object => ({
  version: 1,
  number: 7,
  kind: 'outage',
  title: words('主机停机', 'Bank down'),
  text: words('预计三点恢复。', 'Back by three.'),
  from: iso(tenMs),
  until: iso(tenMs + 5 * hourMs),
  ...changes,
});

/** The bytes of its file. */
export const file = (
  changes: object = {},
  signer: SimulatedIssuer = 'bank',
  name = 'bulletin.json',
) => ({ name, bytes: new TextEncoder().encode(signedBy(signer, content(changes))) });
