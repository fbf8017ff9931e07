import { type Card, type Context, Disposition, establish, Protocol, Share, State } from 'node-pcsc';
import { isAcceptedAtr } from '#src/emv/atr.ts';
import { TerminalFault } from '#src/fault.ts';
import { protocolOfAtr, unresponsive } from './atr.ts';
import type { CardConnection } from './contract.ts';
import { answerOf, Turns } from './patience.ts';
import { codeOf, faultOf } from './pcsc-faults.ts';

/** A card that does not answer its reset in this time never will: ISO/IEC 7816-3 gives it far less. */
const resetTimeoutMs = 10_000;
/** The daemon looks for the card every few hundred milliseconds. */
const removalSeenWithinMs = 800;
/** Other programs look at a card that was just inserted, and hold it for a moment. */
const sharingAttempts = 10;
const sharingPauseMs = 100;

type Options = {
  readonly reader: string;
  readonly presence: AbortSignal;
  readonly answerTimeoutMs: number;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Opens the card exclusively and gives it a cold reset, with the protocol that the card offers first, and a warm one
 * when it does not answer that well. The connection has a context of its own: a command
 * that a mute card never answers then holds nothing else up.
 */
export async function connectPcsc(options: Options): Promise<CardConnection> {
  const context = await establish().catch((cause: unknown) => {
    throw faultOf(cause);
  });
  const wait = <T>(work: Promise<T>) =>
    answerOf(work, options.presence, resetTimeoutMs, faultOf).catch((fault: TerminalFault) => {
      if (fault.code !== 'reader.cardMute' && fault.code !== 'reader.protocol') throw fault;
      throw unresponsive(seen, fault.message, fault);
    });
  let card: Card | undefined;
  /** The last that the card gave for an answer to reset. */
  let seen: Uint8Array = new Uint8Array(0);
  try {
    card = await wait(open(context, options.reader)).catch(unlessUnresponsive);
    let atr =
      card === undefined ? undefined : await wait(firstReset(card)).catch(unlessUnresponsive);
    if (atr !== undefined) seen = atr;
    if (card === undefined || atr === undefined || !isAcceptedAtr(atr, 'cold')) {
      card ??= await wait(open(context, options.reader, Share.direct));
      atr = await afterWarmReset(card, seen, wait);
    }
    const protocol = protocolOfAtr(atr);
    if (protocol === undefined) throw unresponsive(atr.length > 0 ? atr : seen);
    return new PcscConnection(context, card, options, atr, protocol);
  } catch (fault) {
    void card?.disconnect().catch(() => undefined);
    void context.release().catch(() => undefined);
    throw fault;
  }
}

/** What to go by after the warm reset: its answer, or the cold one's where it led to nothing. */
async function afterWarmReset(
  card: Card,
  cold: Uint8Array,
  wait: <T>(work: Promise<T>) => Promise<T>,
): Promise<Uint8Array> {
  if (protocolOfAtr(cold) === undefined) return wait(warmReset(card));
  const warm = await wait(warmReset(card)).catch(unlessUnresponsive);
  return warm !== undefined && protocolOfAtr(warm) !== undefined
    ? warm
    : wait(coldReset(card, cold));
}

function unlessUnresponsive(fault: TerminalFault): undefined {
  if (fault.code !== 'reader.cardUnresponsive') throw fault;
}

const atrOf = async (card: Card) => new Uint8Array((await card.status()).atr);

const firstReset = async (card: Card): Promise<Uint8Array> => coldReset(card, await atrOf(card));

/** With the protocol that the card offers first in the answer that is known of it. */
async function coldReset(card: Card, known: Uint8Array): Promise<Uint8Array> {
  const protocols = protocolOfAtr(known) === 'T=1' ? Protocol.T1 : Protocol.T0;
  await card.reconnect({ protocols, initialization: Disposition.unpower });
  return atrOf(card);
}

/** EMV 4.3 Book 1 §8: a card whose answer to the cold reset is not accepted gets one warm reset. */
async function warmReset(card: Card): Promise<Uint8Array> {
  await card.reconnect({ protocols: Protocol.any, initialization: Disposition.reset });
  return atrOf(card);
}

/** `direct` opens the reader even when its card has not answered. */
async function open(
  context: Context,
  reader: string,
  share: number = Share.exclusive,
): Promise<Card> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await context.connect(
        reader,
        share === Share.direct ? { share, protocols: 0 } : { share },
      );
    } catch (error) {
      if (codeOf(error) !== 'SharingViolation' || attempt === sharingAttempts) throw error;
      await pause(sharingPauseMs);
    }
  }
}

class PcscConnection implements CardConnection {
  readonly protocol: 'T=0' | 'T=1';
  readonly #context: Context;
  readonly #card: Card;
  readonly #options: Options;
  readonly #turns = new Turns();
  #atr: Uint8Array;
  #dead: TerminalFault | undefined;

  constructor(
    context: Context,
    card: Card,
    options: Options,
    atr: Uint8Array,
    protocol: 'T=0' | 'T=1',
  ) {
    this.#context = context;
    this.#card = card;
    this.#options = options;
    this.#atr = atr;
    this.protocol = protocol;
    // The daemon keeps a card reserved after it left, until it is let go.
    const { presence } = options;
    presence.addEventListener('abort', () => void this.#letGo(presence.reason as TerminalFault));
  }

  get atr(): Uint8Array {
    return this.#atr;
  }

  transmit(commandApdu: Uint8Array): Promise<Uint8Array> {
    const command = this.protocol === 'T=0' ? withoutLe(commandApdu) : commandApdu;
    return this.#turns.take(async () => {
      if (this.#dead !== undefined) throw this.#dead;
      try {
        const answer = await this.#wait(this.#card.transmit(command));
        if (answer.length < 2) throw new TerminalFault('reader.cardRemoved', 'now');
        return new Uint8Array(answer);
      } catch (cause) {
        const fault = await this.#explain(cause as TerminalFault);
        this.#dead ??= fault;
        throw this.#dead;
      }
    });
  }

  warmReset(): Promise<Uint8Array> {
    return this.#turns.take(async () => {
      if (this.#dead !== undefined && this.#dead.code !== 'reader.cardMute') throw this.#dead;
      const protocols = this.protocol === 'T=0' ? Protocol.T0 : Protocol.T1;
      await this.#wait(this.#card.reconnect({ protocols, initialization: Disposition.reset }));
      const { atr } = await this.#wait(this.#card.status());
      if (protocolOfAtr(atr) === undefined) {
        throw unresponsive(new Uint8Array(atr));
      }
      this.#dead = undefined;
      this.#atr = new Uint8Array(atr);
      return this.#atr;
    });
  }

  disconnect(): Promise<void> {
    return this.#letGo(new TerminalFault('reader.cardRemoved', 'now', 'the card is off'));
  }

  async #letGo(reason: TerminalFault): Promise<void> {
    const alive = this.#dead === undefined;
    this.#dead ??= reason;
    // A mute card holds its command up to the end: its power goes when it leaves, without anyone waiting.
    const off = this.#turns.take(() => this.#card.disconnect()).catch(() => undefined);
    if (alive) await this.#wait(off).catch(() => undefined);
    await Promise.race([this.#context.release().catch(() => undefined), pause(50)]);
  }

  #wait<T>(work: Promise<T>): Promise<T> {
    return answerOf(work, this.#options.presence, this.#options.answerTimeoutMs, faultOf);
  }

  /** Drivers report a card that was pulled and one that went silent in the same way: look at the slot. */
  async #explain(fault: TerminalFault): Promise<TerminalFault> {
    if (fault.code !== 'reader.protocol') return fault;
    const { reader, presence } = this.#options;
    const look = (async () => {
      const context = await establish();
      try {
        const [now] = await context.waitForChange([{ reader, state: State.unaware }], 0);
        if (now === undefined || (now.state & State.present) === 0) return 'left';
        const known = { reader, state: now.state & ~State.changed, count: now.count };
        const [then] = await context.waitForChange([known], removalSeenWithinMs);
        return then === undefined || (then.state & State.present) === 0 ? 'left' : 'there';
      } finally {
        void context.release().catch(() => undefined);
      }
    })();
    try {
      const seen = await answerOf(look, presence, 2 * removalSeenWithinMs, faultOf);
      return seen === 'left' ? new TerminalFault('reader.cardRemoved', 'now', '', fault) : fault;
    } catch (cause) {
      const known = cause as TerminalFault;
      const timedOut = known.cause !== undefined && codeOf(known.cause) === 'Timeout';
      if (!timedOut) return known.code === 'reader.cardMute' ? fault : known;
      return new TerminalFault('reader.cardMute', 'now', fault.message, fault);
    }
  }
}

/** ISO/IEC 7816-3 §12.1.3: over T=0 a command that has data carries no Le; the card says 61xx instead. */
function withoutLe(apdu: Uint8Array): Uint8Array {
  const lc = apdu[4] ?? 0;
  return lc > 0 && apdu.length === 6 + lc ? apdu.subarray(0, -1) : apdu;
}
