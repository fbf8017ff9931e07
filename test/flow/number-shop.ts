import { findCard } from '#hal/simulator/cards/tray.ts';
import { Shop } from './shop.ts';

/** The card that the other terminal saw: its number, and the expiry as it is typed. */
const card = findCard('unionpay-credit');
export const pan = card?.pan ?? '';
export const mmyy = (card?.expiry ?? '').replace(/^(..)(..).*$/, '$2$1');

export type Slip = {
  readonly holdId: string;
  readonly code: string;
  readonly date: string;
  readonly batch: number;
};

/** A hold that another terminal of this merchant took: the bank knows it, this book does not. */
export async function takenElsewhere(shop: Shop, cardId = 'unionpay-credit'): Promise<Slip> {
  const other = await Shop.open({
    bankPort: shop.bank.port,
    config: { merchant: { terminalId: '87654321' } },
  });
  const { holdId, original } = await other.hold(cardId);
  await other.close();
  if (original === undefined) throw new Error('nothing was held');
  const { authorisationCode: code = '', date, batch } = original;
  return { holdId, code, date, batch };
}

export const home = async (shop: Shop) => {
  for (let i = 0; i < 9 && shop.screen.name !== 'home'; i++) {
    shop.slot.remove();
    shop.tap({ type: 'back' });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await shop.until('home');
};

/** 登记 from the paper slip: code, date, last four, then the amount. */
export const register = async (shop: Shop, slip: Slip, last4 = pan.slice(-4)) => {
  shop.tap({ type: 'go', to: 'holds' });
  await shop.until('holds');
  shop.tap({ type: 'registerHold' });
  await shop.until('register-hold');
  shop.type(slip.code + slip.date + last4);
  await shop.until('register-hold', ({ canContinue }) => canContinue);
  shop.tap({ type: 'primary' });
  await shop.until('amount');
  shop.type('50000');
  shop.tap({ type: 'primary' });
  return shop.until('hold');
};

export const complete = async (shop: Shop) => {
  shop.tap({ type: 'complete' });
  await shop.until('complete');
  shop.tap({ type: 'primary' });
  await shop.until('done');
};
