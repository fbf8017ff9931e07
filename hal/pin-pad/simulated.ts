import type { Keystore } from '#hal/keystore/contract.ts';
import type { Pan } from '#src/card/pan.ts';
import { TerminalFault } from '#src/fault.ts';
import { pinBlockFormat0, pinDigits } from '#src/security/pin-block.ts';
import type { PinEntry, PinPad, PinPadKey } from './contract.ts';

type PinRequest = Parameters<PinPad['enterOnlinePin']>[0];

/** Calls back once after a time; the result cancels it. */
export type StartTimer = (ms: number, done: () => void) => () => void;

const realTimer: StartTimer = (ms, done) => {
  const timer = setTimeout(done, ms);
  return () => clearTimeout(timer);
};

/** Bytes of the pad's serial line: digits in ASCII, and one control character for each other key or event. */
const serialKeys: Record<string, number> = {
  clear: 0x08,
  enter: 0x0d,
  cancel: 0x1b,
  /** The customer never came: the entry times out now. */
  timeout: 0x04,
  /** The cable is pulled; any later byte means that it is back. */
  unplug: 0x18,
};

export type PinPadAction = 'cancel' | 'bypass' | 'timeout' | 'clear' | 'enter' | 'unplug';

/** The customer at the simulated pad, as bytes of its line. Digits are followed by the enter key. */
export function pinPadBytes(
  input: { readonly digits: string } | { readonly action: PinPadAction },
): Uint8Array | undefined {
  if ('action' in input) {
    if (input.action === 'bypass') return Uint8Array.of(serialKeys.clear!, serialKeys.enter!);
    return Uint8Array.of(serialKeys[input.action]!);
  }
  if (!/^\d{0,12}$/.test(input.digits)) return undefined;
  return new TextEncoder().encode(`${input.digits}\r`);
}

/** What the pad needs of the keystore: 8 bytes a block, 16 with SM4. */
type PinKeys = Pick<Keystore, 'has' | 'encryptPinBlock'> & { readonly pinBlockLength: number };

type Entry = {
  readonly request: PinRequest;
  readonly resolve: (entry: PinEntry) => void;
  readonly reject: (error: unknown) => void;
  readonly digits: Uint8Array;
  count: number;
  stopTimer: () => void;
};

/**
 * A PIN pad that shares the terminal's screen. Keys come from the desk or as bytes of its line; the digits
 * stay in one buffer here, which is wiped when the entry ends. Time-out means so long without a key.
 */
export class SimulatedPinPad implements PinPad {
  readonly #keystore: PinKeys;
  readonly #startTimer: StartTimer;
  #entry: Entry | undefined;
  #unplugged = false;

  constructor(keystore: PinKeys, startTimer: StartTimer = realTimer) {
    this.#keystore = keystore;
    this.#startTimer = startTimer;
  }

  enterOnlinePin(request: PinRequest): Promise<PinEntry> {
    if (this.#unplugged) return Promise.reject(new TerminalFault('pinPad.gone', 'later'));
    if (this.#entry !== undefined) return Promise.reject(new Error('a PIN is being entered'));
    if (!this.#keystore.has('pin')) {
      return Promise.reject(new TerminalFault('keystore.missingKey', 'now', 'no PIN key'));
    }
    return new Promise((resolve, reject) => {
      const digits = new Uint8Array(pinDigits.maximum);
      this.#entry = { request, resolve, reject, digits, count: 0, stopTimer: () => {} };
      this.#restartTimer(this.#entry);
    });
  }

  /** Is a customer being asked now? */
  get waiting(): boolean {
    return this.#entry !== undefined;
  }

  /** Bytes of the pad's line. Answers whether an entry took them; a pad that was not asked ignores keys. */
  receive(bytes: Uint8Array): boolean {
    let taken = false;
    for (const byte of bytes) taken = this.#receiveByte(byte) || taken;
    return taken;
  }

  #receiveByte(byte: number): boolean {
    if (byte === serialKeys.unplug) {
      this.#unplugged = true;
      this.#fail();
      return true;
    }
    this.#unplugged = false;
    const wasWaiting = this.waiting;
    if (byte === serialKeys.timeout) this.#end({ type: 'timedOut' });
    else if (byte === serialKeys.cancel) this.key('cancel');
    else if (byte === serialKeys.clear) this.key('clear');
    else if (byte === serialKeys.enter) this.key('enter');
    else if (byte >= 0x30 && byte <= 0x39) this.key(String.fromCharCode(byte) as PinPadKey);
    return wasWaiting;
  }

  key(key: PinPadKey): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    this.#restartTimer(entry);
    if (key === 'cancel') this.#end({ type: 'cancelled' });
    else if (key === 'clear') this.#setCount(entry, 0);
    else if (key === 'enter') this.#enter(entry);
    else if (entry.count < Math.min(entry.request.maxDigits, entry.digits.length)) {
      entry.digits[entry.count] = Number(key);
      this.#setCount(entry, entry.count + 1);
    }
  }

  #setCount(entry: Entry, count: number): void {
    entry.digits.fill(0, count);
    entry.count = count;
    entry.request.onDigits(count);
  }

  /** Too few digits: the pad waits on, except for none at all where the customer may go without. */
  #enter(entry: Entry): void {
    const { minDigits, bypassAllowed, pan } = entry.request;
    const enough = entry.count >= Math.max(minDigits, pinDigits.minimum);
    try {
      if (enough) this.#end({ type: 'pinBlock', pinBlock: this.#seal(entry, pan) });
      else if (entry.count === 0 && bypassAllowed) this.#end({ type: 'bypassed' });
    } catch (error) {
      this.#close(entry);
      entry.reject(error);
    }
  }

  #seal(entry: Entry, pan: Pan): Uint8Array {
    const digits = entry.digits.subarray(0, entry.count);
    const clear = pinBlockFormat0(digits, pan, this.#keystore.pinBlockLength);
    try {
      return this.#keystore.encryptPinBlock(clear);
    } finally {
      clear.fill(0);
    }
  }

  #end(result: PinEntry): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    this.#close(entry);
    entry.resolve(result);
  }

  #fail(): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    this.#close(entry);
    entry.reject(new TerminalFault('pinPad.gone', 'later'));
  }

  #close(entry: Entry): void {
    entry.stopTimer();
    entry.digits.fill(0);
    entry.count = 0;
    this.#entry = undefined;
  }

  #restartTimer(entry: Entry): void {
    entry.stopTimer();
    entry.stopTimer = this.#startTimer(entry.request.timeoutMs, () =>
      this.#end({ type: 'timedOut' }),
    );
  }

  async close(): Promise<void> {
    this.#fail();
  }
}
