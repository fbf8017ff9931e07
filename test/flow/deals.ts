import type { ScreenOf } from '#src/desk/view.ts';
import type { Shop } from './shop.ts';

/** What a cashier does with a hold that stands, in few words; each begins and ends at home. */

const supervisorPin = '246810';
const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Back to the first screen, whatever is shown. */
export async function home(shop: Shop): Promise<void> {
  for (let i = 0; i < 20 && shop.screen.name !== 'home'; i++) {
    shop.tap({ type: 'back' });
    await pause();
  }
  await shop.until('home');
}

export async function openHold(shop: Shop, holdId: string): Promise<ScreenOf<'hold'>> {
  await home(shop);
  shop.tap({ type: 'go', to: 'holds' });
  await shop.until('holds');
  shop.tap({ type: 'openHold', holdId });
  return shop.until('hold');
}

async function approve(shop: Shop): Promise<void> {
  await shop.until('cancel');
  shop.tap({ type: 'confirmHeld' });
  await shop.until('supervisor');
  shop.type(supervisorPin);
  shop.tap({ type: 'enter' });
}

/** Up to the moment when the bank is asked. */
export const begin = {
  /** For the whole amount, or for the digits of another one. */
  async completion(shop: Shop, holdId: string, typed = ''): Promise<void> {
    await openHold(shop, holdId);
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.type(typed);
    shop.tap({ type: 'primary' });
  },
  async cancellation(shop: Shop, holdId: string): Promise<void> {
    await openHold(shop, holdId);
    shop.tap({ type: 'cancelHold' });
    await approve(shop);
  },
  async completionVoid(shop: Shop, holdId: string): Promise<void> {
    await home(shop);
    const { formatSlipCode } = await import('#src/receipt/slip-code.ts');
    shop.terminal.scan(formatSlipCode(holdId));
    await shop.until('hold');
    shop.tap({ type: 'voidCompletion' });
    await approve(shop);
  },
} as const;

export type Deal = keyof typeof begin;

/** From home to home, with an approval. */
export async function deal(shop: Shop, what: Deal, holdId: string): Promise<void> {
  await begin[what](shop, holdId);
  await shop.until('done', (done) => done.what === what);
  await home(shop);
}

/** Closes the day; what the terminal says at its end. */
export async function closeDay(shop: Shop): Promise<ScreenOf<'day-closed'>> {
  await home(shop);
  shop.tap({ type: 'go', to: 'report' });
  await shop.until('report');
  shop.tap({ type: 'go', to: 'endOfDay' });
  await shop.until('end-of-day');
  shop.tap({ type: 'primary' });
  return shop.until('day-closed', () => true, 10_000);
}

/** Waits for what happens in the background, the terminal's clock running on. */
export async function inTime(shop: Shop, fits: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 8_000;
  while (!fits()) {
    if (performance.now() > end) throw new Error(`it did not come to that: ${what}`);
    shop.advance(1_000);
    await pause();
  }
}
