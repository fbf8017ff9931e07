import type { CardProfile } from './profile.ts';
import { parseProfile } from './tray.ts';

/**
 * The same card under other numbers: whatever its certificates and signatures cover is made for them, and bytes
 * that a fault sends hold them too. `standIn` gives a number of the same length.
 */
export function standInProfile(
  profile: CardProfile,
  standIn: (number: string) => string,
): CardProfile {
  const numbers = new Set([profile.pan]);
  for (const { pan, data } of profile.chip?.applications ?? []) {
    if (pan !== undefined) numbers.add(pan);
    const own = /^\d{12,19}(?=F*$)/.exec(data['5A'] ?? '')?.[0];
    if (own !== undefined) numbers.add(own);
  }
  let text = JSON.stringify({ ...profile, cardholder: 'TEST/CARD' });
  for (const number of numbers) text = text.replaceAll(number, standIn(number));
  return parseProfile(JSON.parse(text), `${profile.id} under another number`);
}
