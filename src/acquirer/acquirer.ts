import type { Keystore } from '#hal/keystore/contract.ts';
import type { HostLink } from '#hal/link/contract.ts';
import { type FaultCode, isFault, type TerminalFault } from '../fault.ts';
import { unpack } from '../iso8583/codec.ts';
import { headerRequest } from '../iso8583/frame.ts';
import { Malformed } from '../iso8583/malformed.ts';
import { bytesOf, type Message, textOf } from '../iso8583/message.ts';
import { interpretAnswer } from './answer.ts';
import { answerCode } from './answer-codes.ts';
import { buildMessage } from './build.ts';
import type { Acquirer, HostAnswer, HostRequest, HostResult } from './contract.ts';
import { packWithMac, verifyMac } from './message-mac.ts';
import { type Protocol, protocolOf, unwrap, wrap } from './protocol.ts';
import type { AcquirerSettings } from './settings.ts';
import { rowOf, type TransactionRow } from './transactions.ts';
import { parseWorkingKeys } from './working-keys.ts';

/** An answer that came after its request was given up, or that nobody asked for. */
export type LateAnswer = {
  readonly mti: string;
  readonly stan: number | undefined;
  readonly responseCode: string | undefined;
};

export type AcquirerOptions = {
  readonly settings: AcquirerSettings;
  readonly link: HostLink;
  readonly keystore: Keystore;
  readonly onLate?: (answer: LateAnswer) => void;
};

/** The acquirer that the settings describe, over a link. Requests are done one after the other. */
export function createAcquirer(options: AcquirerOptions): Acquirer {
  return new HostAcquirer(options);
}

class HostAcquirer implements Acquirer {
  readonly #settings: AcquirerSettings;
  readonly #protocol: Protocol;
  readonly #link: HostLink;
  readonly #keystore: Keystore;
  #keysAccepted = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ settings, link, keystore, onLate }: AcquirerOptions) {
    this.#settings = settings;
    this.#protocol = protocolOf(settings);
    this.#link = link;
    this.#keystore = keystore;
    link.onLate((frame) => onLate?.(this.#late(frame)));
  }

  get signedIn(): boolean {
    return this.#keysAccepted && this.#keystore.has('pin') && this.#keystore.has('mac');
  }

  exchange(request: HostRequest): Promise<HostResult> {
    const result = this.#last.then(() => this.#exchange(request));
    this.#last = result.catch(() => {});
    return result;
  }

  async #exchange(request: HostRequest): Promise<HostResult> {
    const row = rowOf(request);
    try {
      const message = buildMessage(this.#protocol, this.#settings, request, (block) =>
        this.#keystore.encryptTrackBlock(block),
      );
      const body = this.#pack(message, row);
      const frame = await this.#link.exchange(wrap(this.#protocol, body), (answer) =>
        this.#isAnswerTo(message, row, answer),
      );
      return this.#interpret(request, row, frame);
    } catch (error) {
      if (isFault(error)) return noAnswer(error.code, progressOf(error), error.message);
      throw error;
    }
  }

  #pack(message: Message, row: TransactionRow): Uint8Array {
    const { dialect } = this.#protocol;
    return packWithMac(dialect, message, row.mac ? this.#macMethod() : undefined);
  }

  #macMethod() {
    const { macAlgorithm, keyMode } = this.#settings;
    const blockLength = keyMode === 'sm4' ? 16 : 8;
    return { algorithm: macAlgorithm, key: this.#keystore, blockLength };
  }

  /**
   * Its MTI and, as far as it carries them, trace and terminal are those of the request. Bytes that are no
   * message are taken too: they end the exchange as what they are.
   */
  #isAnswerTo(request: Message, row: TransactionRow, frame: Uint8Array): boolean {
    const answer = this.#read(frame);
    if (answer instanceof Malformed) return true;
    const same = (field: number): boolean => {
      const value = answer.message.fields[field];
      return value === undefined || value === request.fields[field];
    };
    const hasTrace = answer.message.fields[11] !== undefined || row.mti === '0820';
    return answer.message.mti === row.answerMti && hasTrace && same(11) && same(41);
  }

  #read(frame: Uint8Array) {
    const parts = unwrap(this.#protocol, frame);
    if (parts instanceof Malformed) return parts;
    const message = unpack(this.#protocol.dialect, parts.body);
    return message instanceof Malformed ? message : { ...parts, message };
  }

  #interpret(request: HostRequest, row: TransactionRow, frame: Uint8Array): HostResult {
    const read = this.#read(frame);
    if (read instanceof Malformed) return noAnswer('answer.malformed', true, read.toString());
    const { message, body, header } = read;
    const answer = interpretAnswer(message, {
      currency: 'amount' in request ? request.amount.currency : '156',
      stan: request.stan,
      batch: this.#protocol.privateFields.batch(message.fields),
      headerRequest: headerRequest(header),
      proven: !row.mac || this.#isProven(message, body),
    });
    if (answer === undefined) return noAnswer('answer.malformed', true, 'no field 39');
    if (!answer.proven && !mayComeUnproven(message, answer)) {
      return noAnswer('answer.badMac', true, `answer ${answer.responseCode}`);
    }
    return this.#obey(request, message, answer);
  }

  #isProven(message: Message, body: Uint8Array): boolean {
    if (hasMac(message)) return this.#macVerified(message, body);
    return !this.#settings.refusalsCarryMac && !answerCode(textOf(message, 39) ?? '').approved;
  }

  /** Without a key, as after a start, nothing is verified. */
  #macVerified(message: Message, body: Uint8Array): boolean {
    if (!this.#keystore.has('mac')) return false;
    return verifyMac(this.#protocol.dialect, message, body, this.#macMethod());
  }

  #obey(request: HostRequest, message: Message, answer: HostAnswer): HostResult {
    if (request.kind === 'signIn' && answer.approved) return this.#takeKeys(message, answer);
    const keysEnd =
      (request.kind === 'signOff' && answer.approved) ||
      answerCode(answer.responseCode).family === 'signInAgain';
    if (keysEnd) this.#keysAccepted = false;
    return { type: 'answered', answer };
  }

  /** Throws the keystore's fault, which ends the exchange, when a check value is wrong. */
  #takeKeys(message: Message, answer: HostAnswer): HostResult {
    const field62 = bytesOf(message, 62);
    const keys = field62 && parseWorkingKeys(this.#settings.keyMode, field62);
    if (keys === undefined) return noAnswer('answer.malformed', true, 'working keys in field 62');
    this.#keystore.loadWorkingKeys(keys);
    this.#keysAccepted = true;
    const { data: _keys, ...rest } = answer;
    return { type: 'answered', answer: rest };
  }

  #late(frame: Uint8Array): LateAnswer {
    const read = this.#read(frame);
    if (read instanceof Malformed) return { mti: '', stan: undefined, responseCode: undefined };
    const stan = textOf(read.message, 11);
    return {
      mti: read.message.mti,
      stan: stan === undefined ? undefined : Number(stan),
      responseCode: textOf(read.message, 39),
    };
  }

  /** After what is under way: its connection is dropped with the address. */
  async useNextHost(): Promise<string> {
    await this.#last;
    const { host, port } = this.#link.useNext();
    return `${host}:${port}`;
  }

  async probe(): ReturnType<Acquirer['probe']> {
    try {
      await this.#link.probe();
      return { open: true };
    } catch (error) {
      if (isFault(error)) return { open: false, fault: error.code };
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#link.close();
  }
}

/**
 * A refusal may come without a code, and one that says that the keys differ cannot have a right one; an approval
 * must.
 */
function mayComeUnproven(message: Message, { approved, responseCode }: HostAnswer): boolean {
  return !approved && (!hasMac(message) || answerCode(responseCode).family === 'signInAgain');
}

const hasMac = ({ fields }: Message): boolean =>
  fields[64] !== undefined || fields[128] !== undefined;

function noAnswer(
  fault: FaultCode | 'answer.badMac' | 'answer.malformed',
  maybeSent: boolean,
  detail: string,
): HostResult {
  return { type: 'noAnswer', fault, maybeSent, detail };
}

/** A fault of the link says how far the request got; one of the keystore before it says that it never left. */
const progressOf = (fault: TerminalFault): boolean =>
  'progress' in fault && fault.progress === 'maybeSent';
