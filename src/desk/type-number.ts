import { brandOf } from '../card/brand.ts';
import { Pan, passesLuhn } from '../card/pan.ts';
import { actionOf } from './amount.ts';
import { expiryProblem, toMmyy, toYymm } from './call-issuer.ts';
import type { Wish } from './case.ts';
import { type Facts, type Flow, facts, lookUp, show, wait } from './flow.ts';
import { bankOf } from './queries.ts';
import { localTime } from './time.ts';
import type { ScreenOf } from './view.ts';
import { namedOf } from './why.ts';

export type Typed = { readonly digits: string; readonly expiry: string };
export type TypedNumber = Typed & { readonly pan: Pan };

const longest = 19;
const usualLength = 16;

/** 输卡号: in groups, with live checks; says what the number becomes. `expiry` is YYMM. */
export function* typeNumber(
  wish: Wish,
  before: Typed,
  becomes: ScreenOf<'type-number'>['becomes'] = 'offlineSale',
): Flow<TypedNumber | undefined> {
  let digits = before.digits;
  let expiry = toMmyy(before.expiry);
  let field: 'number' | 'expiry' = 'number';
  for (;;) {
    const now = yield* facts();
    const differs = yield* differsFromCard(wish, digits);
    const about = screenOf(wish, digits, expiry, field as 'number' | 'expiry', differs, now);
    const screen = { ...about, becomes };
    yield* show(screen);
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'digit':
        if (field === 'number') {
          digits = (digits + action.digit).slice(0, longestOf(digits));
          if (isWhole(digits) && digits.length === usualLengthOf(digits) && expiry.length < 4)
            field = 'expiry';
        } else expiry = (expiry + action.digit).slice(0, 4);
        break;
      case 'clear':
        if (field === 'expiry' && expiry === '') field = 'number';
        else if (field === 'expiry') expiry = expiry.slice(0, -1);
        else digits = digits.slice(0, -1);
        break;
      case 'field':
        if (action.field === 'number' || action.field === 'expiry') field = action.field;
        break;
      case 'primary':
      case 'enter': {
        const pan = Pan.parseTyped(digits);
        if (screen.canContinue && pan instanceof Pan)
          return { digits, expiry: toYymm(expiry), pan };
        break;
      }
      case 'back':
      case 'cancel':
        return undefined;
    }
  }
}

const longestOf = (digits: string): number => Math.max(...(brandOf(digits)?.lengths ?? [longest]));
const usualLengthOf = (digits: string): number => {
  const lengths = brandOf(digits)?.lengths ?? [usualLength];
  return lengths.includes(usualLength) ? usualLength : (lengths[0] ?? usualLength);
};

/** A length that the brand has, and the check digit right. */
const isWhole = (digits: string): boolean =>
  (brandOf(digits)?.lengths ?? [13, 14, 15, 16, 17, 18, 19]).includes(digits.length) &&
  passesLuhn(digits);

/** The card that was read a moment ago (stripe, first records) is known by its keyed hash. */
function* differsFromCard(wish: Wish, digits: string): Flow<boolean> {
  if (wish.card?.lookup === undefined || !isWhole(digits)) return false;
  const pan = Pan.parse(digits);
  return pan instanceof Pan && (yield* lookUp(pan)) !== wish.card.lookup;
}

function screenOf(
  wish: Wish,
  digits: string,
  expiry: string,
  field: 'number' | 'expiry',
  differs: boolean,
  now: Facts,
): ScreenOf<'type-number'> {
  const brand = brandOf(digits);
  const month = localTime(now.nowMs, now.config.timeZone).yymmdd.slice(0, 4);
  const missingDigits = Math.max(0, usualLengthOf(digits) - digits.length);
  const luhn = missingDigits === 0 && !isWhole(digits);
  const problem = luhn ? 'luhn' : differs ? 'differsFromCard' : expiryProblem(expiry, month);
  const { bank } = bankOf(digits, now);
  return {
    name: 'type-number',
    ...namedOf(wish),
    digits,
    groups: groupsOf(brand?.groups ?? [4, 4, 4, 4, 3], digits.length),
    expiry,
    field,
    ...(brand === undefined ? {} : { brand: brand.name }),
    ...(bank === undefined ? {} : { bank }),
    becomes: 'offlineSale',
    missingDigits,
    expiryMissing: expiry.length < 4,
    ...(problem === undefined ? {} : { problem }),
    canContinue: isWhole(digits) && expiry.length === 4 && problem === undefined,
  };
}

/** The last group of a 19-digit number is shown only once it is begun. */
const groupsOf = (groups: readonly number[], digits: number): readonly number[] =>
  digits > usualLength || groups.length <= 4 ? groups : groups.slice(0, 4);
