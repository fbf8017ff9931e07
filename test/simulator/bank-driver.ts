import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Bank, type BankOptions, createBank } from '#hal/simulator/bank/bank.ts';
import { protectTrack } from '#src/acquirer/track-data.ts';
import { concat, hex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import { packFrame, unpackFrame } from '#src/iso8583/frame.ts';
import { Malformed } from '#src/iso8583/malformed.ts';
import { bytesOf, type Fields, type Message, textOf } from '#src/iso8583/message.ts';
import { unionPayTrackKey as unionPay } from '#src/iso8583/unionpay.ts';
import { tdes } from '#src/security/block-cipher.ts';
import { computeMac, type MacAlgorithm } from '#src/security/mac.ts';
import { pinBlockFormat0 } from '#src/security/pin-block.ts';

export const tmk = '0123456789ABCDEFFEDCBA9876543210';
export const start = Date.UTC(2026, 10, 23, 6, 32, 0);

/** A bank with a ledger of its own; time stands still unless a test moves it. */
export type Desk = {
  bank: Bank;
  readonly folder: string;
  readonly ledgerFile: string;
  readonly waits: number[];
  nowMs: number;
  restart(more?: Partial<BankOptions>): Promise<void>;
};

export async function openDesk(more: Partial<BankOptions> = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-'));
  const ledgerFile = join(folder, 'ledger.jsonl');
  const waits: number[] = [];
  const open = (options: Partial<BankOptions>) =>
    createBank({
      port: 0,
      ledgerFile,
      tmk,
      clock: () => desk.nowMs,
      wait: async (ms) => void waits.push(ms),
      ...options,
    });
  const desk: Desk = {
    bank: undefined as unknown as Bank,
    folder,
    ledgerFile,
    waits,
    nowMs: start,
    async restart(options = {}) {
      await desk.bank.close();
      desk.bank = await open({ ...more, ...options });
    },
  };
  desk.bank = await open(more);
  after(async () => {
    await desk.bank.close();
    rmSync(folder, { recursive: true });
  });
  return desk;
}

type Raw = {
  readonly frames: readonly Uint8Array[];
  readonly end: 'open' | 'closed' | 'reset' | 'refused';
};

/** Sends one frame and collects what comes until there is an answer, an end, or silence. */
function exchange(port: number, frame: Uint8Array, silenceMs: number): Promise<Raw> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received: Uint8Array = new Uint8Array();
    let timer: NodeJS.Timeout | undefined;
    const finish = (end: Raw['end']) => {
      clearTimeout(timer);
      socket.destroy();
      const frames: Uint8Array[] = [];
      for (let at = 0; at + 2 <= received.length; ) {
        const next = at + 2 + ((received[at] ?? 0) << 8) + (received[at + 1] ?? 0);
        frames.push(received.subarray(at + 2, next));
        at = next;
      }
      resolve({ frames, end });
    };
    socket.on('connect', () => {
      socket.write(concat(Uint8Array.of(frame.length >> 8, frame.length & 255), frame));
      timer = setTimeout(() => finish('open'), silenceMs);
    });
    socket.on('data', (chunk) => {
      received = concat(received, chunk);
      clearTimeout(timer);
      timer = setTimeout(() => finish('open'), 15);
    });
    socket.on('end', () => finish('closed'));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      finish(error.code === 'ECONNREFUSED' ? 'refused' : 'reset'),
    );
  });
}

const header = { tpdu: hex('6000030000'), header: hex('603100311020') };

/** A terminal reduced to its messages: packs, seals, sends, opens. */
class TestTerminal {
  readonly desk: Pick<Desk, 'bank'>;
  readonly terminalId: string;
  readonly merchantId: string;
  macAlgorithm: MacAlgorithm = 'ecb';
  batch = '000001';
  stan = 0;
  macKey = new Uint8Array(16);
  pinKey = new Uint8Array(16);
  trackKey: Uint8Array | undefined;
  lastRaw: Raw = { frames: [], end: 'open' };
  /** How long a test waits for an answer; short where silence is expected. */
  patienceMs = 10_000;

  constructor(desk: Pick<Desk, 'bank'>, terminalId = '12345678', merchantId = '123456789012345') {
    this.desk = desk;
    this.terminalId = terminalId;
    this.merchantId = merchantId;
  }

  nextStan(): string {
    this.stan++;
    return String(this.stan).padStart(6, '0');
  }

  async signIn(networkCode = '003'): Promise<Message> {
    const answer = await this.send(
      '0800',
      { 60: `00${this.batch}${networkCode}`, 63: '01 ' },
      false,
    );
    const field62 = answer === undefined ? undefined : bytesOf(answer, 62);
    if (answer === undefined) throw new Error('no answer to the sign-in');
    if (field62 !== undefined) {
      const length = field62.length === 24 ? 8 : 16;
      const key = (at: number) =>
        new Uint8Array(tdes.decrypt(hex(tmk), field62.subarray(at, at + length)));
      this.pinKey = key(0);
      this.macKey = key(length + 4);
      this.trackKey = field62.length === 60 ? key(2 * (length + 4)) : undefined;
      this.batch = textOf(answer, 60)?.slice(2, 8) ?? this.batch;
    }
    return answer;
  }

  /** One request; undefined when no message came back (see {@link lastRaw}). */
  async send(mti: string, fields: Fields, mac = true, stan?: string): Promise<Message | undefined> {
    const message: Message = {
      mti,
      fields: { 11: stan ?? this.nextStan(), 41: this.terminalId, 42: this.merchantId, ...fields },
    };
    return this.sendBody(this.seal(message, mac));
  }

  seal(message: Message, mac: boolean): Uint8Array {
    if (!mac) return pack(unionPay, message);
    const open = pack(unionPay, {
      mti: message.mti,
      fields: { ...message.fields, 64: new Uint8Array(8) },
    });
    const covered = open.subarray(0, -8);
    return concat(covered, this.mac(covered));
  }

  mac(covered: Uint8Array): Uint8Array {
    const key = this.macKey;
    return computeMac(
      this.macAlgorithm,
      {
        encryptMacBlock: (block) => tdes.encrypt(key, block),
        macHalves: () => ({
          encryptLeft: (block) => tdes.encrypt(key.subarray(0, 8), block),
          decryptRight: (block) => tdes.decrypt(key.subarray(key.length - 8), block),
        }),
      },
      covered,
    );
  }

  async sendBody(body: Uint8Array): Promise<Message | undefined> {
    const { bank } = this.desk;
    const handled = new Promise<void>((resolve) => {
      const stop = bank.listen(({ type }) => {
        if (type === 'request') return;
        stop();
        resolve();
      });
    });
    this.lastRaw = await exchange(bank.port, packFrame(header, body), this.patienceMs);
    // Nothing heard: on a busy machine the bank may only be reading now.
    if (this.lastRaw.end === 'open') await handled;
    const first = this.lastRaw.frames[0];
    const frame = first && unpackFrame(first);
    if (frame === undefined || frame instanceof Malformed) return undefined;
    const message = unpack(unionPay, frame.body);
    return message instanceof Malformed ? undefined : message;
  }

  /** Does field 64 of the last answer hold? */
  macHolds(): boolean {
    const frame = unpackFrame(this.lastRaw.frames[0] ?? new Uint8Array());
    if (frame instanceof Malformed) return false;
    const mac = frame.body.subarray(-8);
    return Buffer.from(this.mac(frame.body.subarray(0, -8))).equals(Buffer.from(mac));
  }

  sealedTrack(track: string): string | undefined {
    const key = this.trackKey;
    return key && protectTrack(track, (block) => tdes.encrypt(key, block));
  }

  pinBlock(pan: string, pin: string): Uint8Array {
    const parsed = Pan.parse(pan);
    if (!(parsed instanceof Pan)) throw new Error('not a number');
    return tdes.encrypt(this.pinKey, pinBlockFormat0(Uint8Array.from(pin, Number), parsed));
  }
}

export const amount = (minorUnits: number): string => String(minorUnits).padStart(12, '0');

/** A card that is only swiped, so that most tests need no chip: number, expiry, track 2. */
export const stripeCard = {
  pan: '6222200000032024',
  expiry: '3512',
  track2: '6222200000032024=35121200000000000',
};

type Original = {
  readonly answer: Message;
  readonly stan: string;
  readonly batch: string;
  readonly date: string;
};

/** Requests of the shop, in few words. */
export class Shop extends TestTerminal {
  preauthFields(minorUnits: number, more: Fields = {}): Fields {
    return {
      2: stripeCard.pan,
      3: '030000',
      4: amount(minorUnits),
      14: stripeCard.expiry,
      22: '022',
      25: '06',
      35: stripeCard.track2,
      49: '156',
      60: `10${this.batch}00050`,
      ...more,
    };
  }

  preauth(minorUnits: number, more: Fields = {}): Promise<Message | undefined> {
    return this.send('0100', this.preauthFields(minorUnits, more));
  }

  /** A hold that stands, with what later messages say of it. */
  async hold(minorUnits: number): Promise<Original> {
    const answer = await this.preauth(minorUnits);
    if (answer === undefined || textOf(answer, 39) !== '00')
      throw new Error('the hold was refused');
    return this.originalOf(answer);
  }

  originalOf(answer: Message): Original {
    return {
      answer,
      stan: textOf(answer, 11) ?? '',
      batch: this.batch,
      date: textOf(answer, 13) ?? '',
    };
  }

  private changing(
    mti: string,
    code: string,
    type: string,
    original: Original,
    minorUnits: number,
    more: Fields,
  ): Promise<Message | undefined> {
    return this.send(mti, {
      2: stripeCard.pan,
      3: code,
      4: amount(minorUnits),
      14: stripeCard.expiry,
      22: '012',
      25: '06',
      38: textOf(original.answer, 38),
      49: '156',
      60: `${type}${this.batch}00050`,
      61: `${original.batch}${original.stan}${original.date}`,
      ...more,
    });
  }

  complete(
    original: Original,
    minorUnits: number,
    more: Fields = {},
  ): Promise<Message | undefined> {
    return this.changing('0200', '000000', '20', original, minorUnits, more);
  }

  completeByAdvice(
    original: Original,
    minorUnits: number,
    more: Fields = {},
  ): Promise<Message | undefined> {
    return this.changing('0220', '000000', '24', original, minorUnits, more);
  }

  cancel(original: Original, minorUnits: number, more: Fields = {}): Promise<Message | undefined> {
    return this.changing('0100', '200000', '11', original, minorUnits, more);
  }

  voidCompletion(
    completion: Original,
    minorUnits: number,
    more: Fields = {},
  ): Promise<Message | undefined> {
    return this.changing('0200', '200000', '21', completion, minorUnits, {
      37: textOf(completion.answer, 37),
      ...more,
    });
  }

  reverse(request: Fields, stan: string, reason = '98'): Promise<Message | undefined> {
    const { 35: _track, 52: _pin, ...kept } = request;
    return this.send('0400', { ...kept, 39: reason }, true, stan);
  }
}

export const codeOf = (answer: Message | undefined): string | undefined =>
  answer && textOf(answer, 39);
