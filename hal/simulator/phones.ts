import { createSimulatedModem, type SimulatedModem } from '../modem/simulated.ts';
import type { FaultName } from './faults.ts';
import type { Letter } from './mail-server.ts';

/** What came to a customer, whole. */
export type ArrivedMessage = {
  readonly n: number;
  readonly atMs: number;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  /** Short messages that it came in. */
  readonly parts?: number;
};

type Options = {
  readonly now: () => number;
  readonly has: (fault: FaultName) => boolean;
  readonly toTerminal: (bytes: Uint8Array) => void;
  readonly arrived: (message: ArrivedMessage) => void;
};

const kept = 200;

/** The customers' side of texts and mails: a modem at the bytes before the terminal, phones behind it. */
export class Phones {
  readonly #options: Options;
  readonly #modem: SimulatedModem;
  readonly #messages: ArrivedMessage[] = [];
  #next = 1;

  constructor(options: Options) {
    this.#options = options;
    this.#modem = createSimulatedModem({
      signal: () => !options.has('noSignal'),
      reached: () => !options.has('phoneOff'),
      arrived: ({ to, text, parts }) => this.#add({ channel: 'sms', to, text, parts }),
    });
    this.#modem.port.listen(options.toTerminal);
  }

  get messages(): readonly ArrivedMessage[] {
    return this.#messages;
  }

  get mailDown(): boolean {
    return this.#options.has('mailDown');
  }

  /** From the terminal's side of the AT port. */
  fromTerminal(bytes: Uint8Array): void {
    void this.#modem.port.write(new Uint8Array(bytes));
  }

  mailed({ to, subject, text }: Letter): void {
    this.#add({ channel: 'email', to, subject, text });
  }

  /** The customer writes back from this number. */
  answer(from: string, text: string): void {
    this.#modem.incoming(from, text);
  }

  #add(message: Omit<ArrivedMessage, 'n' | 'atMs'>): void {
    const arrived = { n: this.#next++, atMs: this.#options.now(), ...message };
    this.#messages.push(arrived);
    if (this.#messages.length > kept) this.#messages.shift();
    this.#options.arrived(arrived);
  }
}
