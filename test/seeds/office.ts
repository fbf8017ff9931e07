import { type Account, trayAccounts } from '#hal/simulator/bank/accounts.ts';
import { Book } from '#hal/simulator/bank/book.ts';
import { CardChecks } from '#hal/simulator/bank/card-checks.ts';
import type { Answer, BankContext, Bend } from '#hal/simulator/bank/context.ts';
import { kindOf, serve, systemFault } from '#hal/simulator/bank/desk.ts';
import { usualRules } from '#hal/simulator/bank/rules.ts';
import { type MacAlgorithm, messageMac } from '#hal/simulator/bank/security.ts';
import { type Received, type Wire, wireOf } from '#hal/simulator/bank/wire.ts';
import type { Config } from '#src/config/schema.ts';
import { Malformed } from '#src/iso8583/malformed.ts';
import type { Message } from '#src/iso8583/message.ts';
import type { Chance } from './chance.ts';

type Parts = {
  readonly config: Config;
  readonly chance: Chance;
  readonly now: () => number;
  readonly trace: (text: string) => void;
  /** A batch was closed for the first time; were the totals those of the bank? */
  readonly settled: (balanced: boolean) => void;
};

let accounts: readonly Account[] | undefined;

/** Messages that a bank may put off, but that it has no reason to refuse. */
const mustNotBeRefused = new Set<string | undefined>([
  'reversal',
  'completionAdvice',
  'offlineAdvice',
  'signIn',
]);
/**
 * Said without a code to a frame that names no terminal or no service of this bank. Ours never does, so a byte was
 * changed on the way: the bank's front end drops it, because its answer could be taken for one to the true frame.
 */
const changedOnTheWay = new Set(['03', '30', '40', '97']);

/** Codes that would end a hold, an advice or a reversal if they were believed. */
const forgedCodes = ['05', '51', '12', '22', '25', '64', '94'];

const refusals = ['01', '05', '51', '61', '91', '96', '99', '77', 'A0', 'C1'];

/** The simulated bank without its port: a frame in, a frame out, moods drawn from the seed. */
export class Office {
  readonly book = new Book();
  /** How often it refuses, bends or garbles what it says. */
  moody = 0;
  readonly #settled = new Set<string>();
  readonly #context: BankContext;
  readonly #wire: Wire;
  readonly #parts: Parts;
  readonly #cards: CardChecks;

  constructor(parts: Parts) {
    const { acquirer, merchant } = parts.config;
    accounts ??= trayAccounts();
    this.#parts = parts;
    this.#cards = new CardChecks(accounts, 'refuse');
    this.#wire = wireOf(acquirer.dialect, '003');
    this.#context = {
      book: this.book,
      rules: usualRules,
      cards: this.#cards,
      masterKey: Buffer.from(acquirer.terminalMasterKey, 'hex'),
      macAlgorithm: acquirer.macAlgorithm satisfies MacAlgorithm,
      terminals: [{ merchantId: merchant.merchantId, terminalId: merchant.terminalId }],
      served: () => ({}),
      random: (length) => parts.chance.bytes(length),
      now: parts.now,
      timeZoneMinutes: 480,
      record: (entry) => {
        this.book.apply(entry);
        if (entry.type !== 'settlement' || this.#settled.has(entry.batch)) return;
        this.#settled.add(entry.batch);
        parts.settled(entry.balanced);
      },
    };
  }

  /** Its customers call: wrong PINs are forgotten. */
  unblockPins(): void {
    this.#cards.unblockPins();
  }

  /** Undefined when the bank stays silent. */
  take(frame: Uint8Array): Uint8Array | undefined {
    const { chance, trace } = this.#parts;
    const received = this.#wire.open(frame);
    if (received instanceof Malformed) {
      trace('bank: not a message');
      return undefined;
    }
    const kind = kindOf(received.message);
    if (chance.is(this.moody / 4)) {
      trace(`bank: silent before booking, ${kind}`);
      return undefined;
    }
    const putsOff = mustNotBeRefused.has(kind) && chance.is(this.moody);
    const answer = putsOff
      ? systemFault(this.#context, received)
      : serve(this.#context, received, this.#bend(kind));
    if (answer.macKeys === undefined && changedOnTheWay.has(String(answer.fields[39]))) {
      trace(`bank: dropped, ${answer.why}`);
      return undefined;
    }
    trace(`bank: ${kind} ${answer.fields[11]} → ${answer.fields[39]} ${answer.why}`);
    return this.#frameOf(frame, received, answer);
  }

  #bend(kind: string | undefined): Bend {
    const { chance } = this.#parts;
    if (!chance.is(this.moody)) return { mode: 'approve' };
    if (mustNotBeRefused.has(kind)) return { mode: 'approve' };
    if (kind === 'preauth' && chance.is(0.2))
      return { mode: 'partial', amountMinorUnits: chance.between(1, 60_000) };
    if (kind === 'preauth' && chance.is(0.2))
      return { mode: 'approve', issuerAuthentication: chance.pick(['wrong', 'none'] as const) };
    return { mode: 'decline', code: chance.pick(refusals) };
  }

  #frameOf(frame: Uint8Array, _received: Received, answer: Answer): Uint8Array {
    const { chance, trace } = this.#parts;
    const { macKeys, mti } = answer;
    const wrongMac = chance.is(this.moody / 6);
    const fields = { ...answer.fields };
    if (chance.is(this.moody / 6)) {
      fields[11] = String(chance.between(1, 999_999)).padStart(6, '0');
      trace('bank: with a wrong trace number');
    }
    // Somebody on the line keeps the answer and sends a refusal of his own: he has no keys.
    const forged = macKeys !== undefined && chance.is(this.moody / 6);
    if (forged) {
      fields[39] = chance.pick(forgedCodes);
      for (const number of [37, 38, 54, 55]) delete fields[number];
      trace(`line: a forged ${fields[39]} in place of the answer`);
    }
    const seal =
      !forged &&
      macKeys &&
      ((covered: Buffer) => {
        const mac = Buffer.from(messageMac(this.#context.macAlgorithm, macKeys, covered));
        if (wrongMac) mac[0] = (mac[0] ?? 0) ^ 1;
        return mac;
      });
    const message: Message = { mti, fields };
    const bytes = this.#wire.close(frame, message, 0, seal || undefined);
    return chance.is(this.moody / 8) ? chance.bytes(80) : bytes;
  }
}
