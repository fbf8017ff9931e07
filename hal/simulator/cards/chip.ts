import { concat } from '#src/bytes.ts';
import { type Command, parseCommand, type Response, sw } from './apdu.ts';
import {
  externalAuthenticate,
  getChallenge,
  internalAuthenticate,
  verify,
} from './authenticate.ts';
import { generateAc } from './generate-ac.ts';
import { getProcessingOptions } from './initiate.ts';
import { personaliseApplication, personaliseDirectory } from './personalise.ts';
import type { CardProfile, ChipProfile } from './profile.ts';
import { scriptCommand } from './script.ts';
import { getData, readRecord, select } from './select.ts';
import { type CardMemory, freshMemory, type Session } from './state.ts';

type Handler = (session: Session, command: Command) => Response;

/** Class and instruction bytes of EMV 4.4 Book 3 §6.3, table 4. */
const handlers = new Map<number, ReadonlyMap<number, Handler>>([
  [
    0x00,
    new Map<number, Handler>([
      [0x20, verify],
      [0x82, externalAuthenticate],
      [0x84, getChallenge],
      [0x88, internalAuthenticate],
      [0xa4, select],
      [0xb2, readRecord],
    ]),
  ],
  [
    0x80,
    new Map<number, Handler>([
      [0xa8, getProcessingOptions],
      [0xae, generateAc],
      [0xca, getData],
    ]),
  ],
  [0x84, new Map([0x16, 0x18, 0x1e, 0x24, 0xda].map((ins) => [ins, scriptCommand]))],
]);

/** The chip without its faults: bytes in, bytes out, as the standard says. */
export class Chip {
  readonly memory: CardMemory;
  readonly #profile: ChipProfile;
  readonly #newSession: () => Session;
  #session: Session;
  /** T=0: what GET RESPONSE fetches, with its status words. */
  #waiting: Response | undefined;

  constructor(card: CardProfile, profile: ChipProfile, random: (length: number) => Uint8Array) {
    this.#profile = profile;
    this.memory = freshMemory(profile);
    const applications = profile.applications.map((it) =>
      personaliseApplication(card, profile, it),
    );
    const directory = personaliseDirectory(profile);
    this.#newSession = () => ({
      card,
      chip: profile,
      memory: this.memory,
      applications,
      directory,
      random,
      selected: undefined,
      lastName: '',
      lastIndex: -1,
      transaction: undefined,
      challenge: undefined,
    });
    this.#session = this.#newSession();
  }

  reset(): void {
    this.#session = this.#newSession();
    this.#waiting = undefined;
  }

  command(apdu: Uint8Array): Uint8Array {
    const command = parseCommand(apdu);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (command === undefined) return bytes(sw(0x6700));
    if (this.#profile.protocol === 'T=1') return bytes(this.#perform(command));
    if (command.cla === 0x00 && command.ins === 0xc0) return this.#getResponse(command, waiting);
    return this.#halfDuplex(command, this.#perform(command));
  }

  #perform(command: Command): Response {
    const byInstruction = handlers.get(command.cla);
    if (byInstruction === undefined) return sw(0x6e00);
    const handler = byInstruction.get(command.ins);
    return handler === undefined ? sw(0x6d00) : handler(this.#session, command);
  }

  /**
   * T=0 (EMV 4.4 Book 1 §9.2.3): data of case 4 wait for GET RESPONSE; a wrong length of case 2 is
   * corrected.
   */
  #halfDuplex(command: Command, response: Response): Uint8Array {
    if (response.data.length === 0) return bytes(response);
    if (command.data.length > 0) {
      this.#waiting = response;
      return Uint8Array.of(0x61, response.data.length & 0xff);
    }
    if (command.le === response.data.length) return bytes(response);
    return Uint8Array.of(0x6c, response.data.length & 0xff);
  }

  #getResponse(command: Command, waiting: Response | undefined): Uint8Array {
    if (waiting === undefined) return bytes(sw(0x6985));
    if (command.le !== waiting.data.length) {
      this.#waiting = waiting;
      return Uint8Array.of(0x6c, waiting.data.length & 0xff);
    }
    return bytes(waiting);
  }
}

const bytes = ({ data, sw: words }: Response) =>
  concat(data, Uint8Array.of(words >> 8, words & 0xff));
