import { randomBytes } from 'node:crypto';
import type { Keystore } from '#hal/keystore/contract.ts';
import type { Pan } from '#src/card/pan.ts';
import type { OfflinePinMethod } from '#src/emv/contract.ts';
import { pinPaddingLength, plaintextPinBlock, verifyCommand } from '#src/emv/offline-pin-block.ts';
import { TerminalFault } from '#src/fault.ts';
import { pinBlockFormat0, pinDigits } from '#src/security/pin-block.ts';
import type { PinEntry, PinPad, PinPadKey, PinRequest } from './contract.ts';

/** The command with which the card compares the PIN. Throws `pinPad.gone` when its key cannot encipher. */
function verify(digits: Uint8Array, method: OfflinePinMethod): Uint8Array {
  const block = plaintextPinBlock(digits.join(''));
  const padding = new Uint8Array(randomBytes(pinPaddingLength(method)));
  const command = verifyCommand(method, block, padding);
  block.fill(0);
  if (command === undefined) throw new TerminalFault('pinPad.gone', 'later', 'unusable PIN key');
  return command;
}

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
  /** What leaves the pad instead of the digits. */
  readonly seal: (digits: Uint8Array) => Uint8Array;
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

  enterOnlinePin(request: PinRequest & { readonly pan: Pan }): Promise<PinEntry> {
    const missing = new TerminalFault('keystore.missingKey', 'now', 'no PIN key');
    if (!this.#unplugged && !this.#keystore.has('pin')) return Promise.reject(missing);
    return this.#begin(request, (digits) => this.#sealOnline(digits, request.pan));
  }

  enterOfflinePin(request: PinRequest & { readonly method: OfflinePinMethod }): Promise<PinEntry> {
    return this.#begin(request, (digits) => verify(digits, request.method));
  }

  #begin(request: PinRequest, seal: Entry['seal']): Promise<PinEntry> {
    if (this.#unplugged) return Promise.reject(new TerminalFault('pinPad.gone', 'later'));
    if (this.#entry !== undefined) return Promise.reject(new Error('a PIN is being entered'));
    return new Promise((resolve, reject) => {
      const digits = new Uint8Array(pinDigits.maximum);
      this.#entry = { request, seal, resolve, reject, digits, count: 0, stopTimer: () => {} };
      this.#restartTimer(this.#entry);
    });
  }

  get present(): boolean {
    return !this.#unplugged;
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
    const { minDigits, bypassAllowed } = entry.request;
    const enough = entry.count >= Math.max(minDigits, pinDigits.minimum);
    try {
      if (enough) {
        const pinBlock = entry.seal(entry.digits.subarray(0, entry.count));
        this.#end({ type: 'pinBlock', pinBlock });
      }
      if (!enough && entry.count === 0 && bypassAllowed) this.#end({ type: 'bypassed' });
    } catch (error) {
      this.#close(entry);
      entry.reject(error);
    }
  }

  #sealOnline(digits: Uint8Array, pan: Pan): Uint8Array {
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
