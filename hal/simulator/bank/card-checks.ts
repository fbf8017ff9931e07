import { passesLuhn } from '#src/card/pan.ts';
import { bankOfNumber } from '../cards/banks.ts';
import type { Account } from './accounts.ts';
import { type ChipData, parseChipData, verifyCryptogram } from './chip-check.ts';
import type { FinancialRequest } from './request.ts';
import { openPinBlock, type WorkingKeys } from './security.ts';

/**
 * Numbers that are not behind a card of the tray: `refuse` (14, 15) or `accept` without looking at
 * chip or PIN.
 */
export type StrangerPolicy = 'refuse' | 'accept';

type CardVerdict =
  | { readonly type: 'refused'; readonly code: string; readonly why: string }
  | {
      readonly type: 'fine';
      readonly account: Account | undefined;
      readonly chip: ChipData | undefined;
    };

/** A part of the amount, and a customer of rank. */
export const isApproval = (code: string): boolean => ['00', '10', '11'].includes(code);

const refused = (code: string, why: string): CardVerdict => ({ type: 'refused', code, why });

/** Kinds at which the card is there and proves itself. */
const withCard = ['preauth', 'increment', 'sale', 'cardAbsentPreauth'];

export class CardChecks {
  readonly #accounts: ReadonlyMap<string, Account>;
  readonly #strangers: StrangerPolicy;
  /** Wrong PINs in a row, by number; a right one clears it. */
  readonly #wrongPins = new Map<string, number>();

  constructor(accounts: readonly Account[], strangers: StrangerPolicy) {
    this.#accounts = new Map(accounts.map((account) => [account.pan, account]));
    this.#strangers = strangers;
  }

  check(request: FinancialRequest, keys: WorkingKeys, today: string): CardVerdict {
    const { pan } = request;
    if (!passesLuhn(pan)) return refused('14', 'the check digit is wrong');
    const account = this.#accounts.get(pan);
    if (account === undefined) return this.#stranger(request);
    if (account.alwaysAnswers !== undefined && !isApproval(account.alwaysAnswers))
      return refused(account.alwaysAnswers, 'this card is always answered so');
    return (
      expiryProblem(request, account, today) ??
      entryProblem(request, account) ??
      this.#pinProblem(request, account, keys) ??
      chipVerdict(request, account)
    );
  }

  #stranger(request: FinancialRequest): CardVerdict {
    if (this.#strangers === 'accept') {
      const chip = request.chipData && parseChipData(request.chipData);
      return { type: 'fine', account: undefined, chip };
    }
    return bankOfNumber(request.pan) === undefined
      ? refused('15', 'no bank issues numbers that begin so')
      : refused('14', 'the bank does not know this number');
  }

  #pinProblem(
    request: FinancialRequest,
    account: Account,
    keys: WorkingKeys,
  ): CardVerdict | undefined {
    const saysPin = request.posEntryMode.endsWith('1');
    if (request.pinBlock === undefined) {
      return saysPin ? refused('30', 'field 22 says PIN, field 52 is missing') : undefined;
    }
    const tries = this.#wrongPins.get(account.pan) ?? 0;
    if (tries >= 3) return refused('75', 'three wrong PINs');
    const opened = openPinBlock(keys, Buffer.from(request.pinBlock), account.pan);
    if (opened.type === 'badFormat') return refused('99', 'the PIN block does not open');
    if (opened.digits === account.pin) {
      this.#wrongPins.delete(account.pan);
      return undefined;
    }
    this.#wrongPins.set(account.pan, tries + 1);
    return refused('55', 'the PIN is wrong');
  }

  /** Forgets wrong PINs, as a bank does when its customer calls. */
  unblockPins(): void {
    this.#wrongPins.clear();
  }
}

/** The date that a message names must be the card's, and not in the past. `today` is YYMM. */
function expiryProblem(
  request: FinancialRequest,
  account: Account,
  today: string,
): CardVerdict | undefined {
  const isFirst = withCard.includes(request.kind);
  if (request.expiry === undefined && !isFirst && request.kind !== 'offlineAdvice')
    return undefined;
  if (request.expiry === undefined && request.posEntryMode.startsWith('01'))
    return refused('54', 'no expiry date');
  if (request.expiry !== undefined && request.expiry !== account.expiry)
    return refused('54', 'another expiry date');
  return isFirst && account.expiry < today ? refused('54', 'the card has expired') : undefined;
}

function entryProblem(request: FinancialRequest, account: Account): CardVerdict | undefined {
  if (request.kind !== 'preauth' && request.kind !== 'sale') return undefined;
  const mode = request.posEntryMode.slice(0, 2);
  if (mode === '01') return refused('57', 'a typed number is not accepted here');
  const chipCard = /^[26]/.test(account.serviceCode);
  if (mode === '02' && chipCard && request.chipCondition !== '2')
    return refused('45', 'the card has a chip');
  return undefined;
}

function chipVerdict(request: FinancialRequest, account: Account): CardVerdict {
  const fine = (chip?: ChipData): CardVerdict => ({ type: 'fine', account, chip });
  if (!withCard.includes(request.kind) || !/^0[57]/.test(request.posEntryMode)) return fine();
  if (request.chipData === undefined) return refused('30', 'field 55 is missing');
  const chip = parseChipData(request.chipData);
  if (account.chip === undefined) return refused('05', 'this card has no chip');
  const verdict = verifyCryptogram(account.chip, chip);
  if (verdict === 'incomplete') return refused('30', 'field 55 is incomplete');
  if (verdict === 'wrong') return refused('05', 'the cryptogram is wrong');
  if (chip.get('9F27')?.[0] !== 0x80) return refused('05', 'the card did not ask to go online');
  const amount = Number(chip.get('9F02')?.toString('hex'));
  if (amount !== request.amountMinorUnits) return refused('05', 'the chip was told another amount');
  return fine(chip);
}
