import { z } from 'zod';
import { financialKinds, type MessageKind, messageKinds } from './transactions.ts';

const shared = {
  /** So many messages, then the bank is itself again; without it until the next change. */
  times: z.int().min(1).max(1000).optional(),
  kinds: z
    .array(z.enum(messageKinds as [MessageKind, ...MessageKind[]]))
    .min(1)
    .optional(),
};

const beforeOrAfter = z.enum(['before', 'after']);
const issuerCommand = z.enum(['applicationBlock', 'applicationUnblock', 'cardBlock', 'pinUnblock']);

/** Commands for the card in template 71 or 72 of field 55. */
const scripts = z
  .array(z.strictObject({ template: z.enum(['71', '72']), command: issuerCommand }))
  .max(4)
  .optional();

/** How the bank answers next; the body of `POST /api/bank/behaviour`. */
export const bankBehaviour = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('approve'),
    ...shared,
    /** 11: to a customer of rank. */
    code: z.enum(['00', '11']).optional(),
    scripts,
    /** Tag 91: right, wrong or left out. */
    issuerAuthentication: z.enum(['right', 'wrong', 'none']).optional(),
    /** Digit 6 of the header: what the terminal is asked to do when idle. */
    headerRequest: z.int().min(0).max(9).optional(),
  }),
  z.strictObject({
    mode: z.literal('decline'),
    code: z.string().regex(/^(?!00|10|11)[0-9A-Z]{2}$/, 'a refusing code of field 39'),
    /** The refusal comes as anybody on the line could send it: without a code (field 64). */
    withoutMac: z.boolean().optional(),
    scripts,
    ...shared,
  }),
  z.strictObject({
    mode: z.literal('silent'),
    when: z.enum(['beforeBooking', 'afterBooking']).default('beforeBooking'),
    ...shared,
  }),
  z.strictObject({ mode: z.literal('late'), delayMs: z.int().min(0).max(600_000), ...shared }),
  z.strictObject({ mode: z.literal('garbage'), ...shared }),
  z.strictObject({ mode: z.literal('reset'), when: beforeOrAfter.default('before'), ...shared }),
  z.strictObject({ mode: z.literal('wrongMac'), ...shared }),
  /** Booked and answered, but somebody on the line keeps the answer and sends a refusal of his own, without a code. */
  z.strictObject({
    mode: z.literal('forgedRefusal'),
    code: z.string().regex(/^(?!00|10|11)[0-9A-Z]{2}$/, 'a refusing code of field 39'),
    ...shared,
  }),
  z.strictObject({ mode: z.literal('wrongStan'), ...shared }),
  /** Sign-ins: the working keys come with check values of other keys. */
  z.strictObject({ mode: z.literal('wrongCheckValue'), ...shared }),
  z.strictObject({
    mode: z.literal('partial'),
    amountMinorUnits: z.int().min(1).max(999_999_999_999),
    ...shared,
  }),
  z.strictObject({ mode: z.literal('truncated'), ...shared }),
  z.strictObject({ mode: z.literal('duplicate'), ...shared }),
  /** 日切: the day ends in the middle of a request: 90, the batch is closed, and the header asks for a new sign-in. */
  z.strictObject({ mode: z.literal('daySwitch'), times: z.literal(1).default(1) }),
  z.strictObject({ mode: z.literal('down') }),
]);

export type BankBehaviour = z.infer<typeof bankBehaviour>;

const approve: BankBehaviour = { mode: 'approve' };

/**
 * Without `kinds`, a refusal strikes requests that can be refused; a broken line strikes
 * everything.
 */
const defaultKinds: { readonly [mode in BankBehaviour['mode']]?: readonly MessageKind[] } = {
  decline: messageKinds.filter(
    (kind) =>
      ![
        'signIn',
        'signOff',
        'echo',
        'settlement',
        'batchUpload',
        'download',
        'reversal',
        'scriptReport',
      ].includes(kind),
  ),
  wrongCheckValue: ['signIn'],
  daySwitch: financialKinds,
  partial: ['preauth', 'cardAbsentPreauth'],
};

/** Holds the current behaviour and counts it down. */
export class BehaviourSwitch {
  #current: BankBehaviour = approve;
  #left = Number.POSITIVE_INFINITY;

  get current(): BankBehaviour {
    return this.#current;
  }

  set(behaviour: BankBehaviour): void {
    this.#current = behaviour;
    this.#left =
      behaviour.mode === 'down'
        ? Number.POSITIVE_INFINITY
        : (behaviour.times ?? Number.POSITIVE_INFINITY);
  }

  /** The behaviour towards one message. */
  next(kind: MessageKind | undefined): BankBehaviour {
    const current = this.#current;
    if (current.mode === 'down') return current;
    const named = 'kinds' in current ? current.kinds : undefined;
    const kinds = named ?? defaultKinds[current.mode];
    if (kinds !== undefined && (kind === undefined || !kinds.includes(kind))) return approve;
    if (--this.#left <= 0) this.set(approve);
    return current;
  }
}
