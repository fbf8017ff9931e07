import type { ModemPort } from './contract.ts';

/** What came back for a command: its lines, and the final one (`OK`, an error, or `>` for a prompt). */
export type AtAnswer = { readonly lines: readonly string[]; readonly end: string };

/** No line of a modem is longer: a PDU has at most 2 x 176 characters. */
const longestLine = 1_024;
/** A SIM holds some fifty messages, two lines each. */
const mostLines = 128;

const isFinal = (line: string): boolean =>
  line === 'OK' || line === 'ERROR' || /^\+CM[ES] ERROR: \d{1,3}$/.test(line);

type Asking = {
  readonly lines: string[];
  readonly prompt: boolean;
  readonly resolve: (answer: AtAnswer) => void;
};

/**
 * The lines of an AT port (ITU-T V.250): one command at a time, and what comes unasked between. A line that is too
 * long, and lines that are too many, are dropped: noise cannot fill the memory.
 */
export class AtLines {
  readonly #port: ModemPort;
  readonly #decoder = new TextDecoder('latin1');
  readonly #stop: () => void;
  #rest = '';
  #asking: Asking | undefined;
  #pduNext = false;
  #takePdu: (hex: string) => void = () => undefined;
  #stored: () => void = () => undefined;

  constructor(port: ModemPort) {
    this.#port = port;
    this.#stop = port.listen((bytes) => this.#take(this.#decoder.decode(bytes)));
  }

  /** Messages and reports that come unasked (+CMT, +CDS), as hex. */
  onPdu(take: (hex: string) => void): void {
    this.#takePdu = take;
  }

  /** A message was put on the SIM (+CMTI). */
  onStored(told: () => void): void {
    this.#stored = told;
  }

  close(): void {
    this.#stop();
  }

  /** Rejects when the port is gone, or says nothing final in time. */
  async ask(
    command: string,
    timeoutMs: number,
    how: { readonly prompt?: boolean; readonly bare?: boolean } = {},
  ): Promise<AtAnswer> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<AtAnswer>((resolve, reject) => {
        timer = setTimeout(() => reject(new Error('the modem says nothing')), timeoutMs);
        this.#asking = { lines: [], prompt: how.prompt === true, resolve };
        const bytes = new TextEncoder().encode(how.bare === true ? command : `${command}\r`);
        this.#port.write(bytes).catch(reject);
      });
    } finally {
      clearTimeout(timer);
      this.#asking = undefined;
    }
  }

  #take(text: string): void {
    this.#rest += text;
    for (;;) {
      if (this.#asking?.prompt === true && /^[\r\n]*> ?/.test(this.#rest)) {
        this.#rest = this.#rest.replace(/^[\r\n]*> ?/, '');
        this.#asking.resolve({ lines: this.#asking.lines, end: '>' });
        this.#asking = undefined;
        continue;
      }
      const end = this.#rest.search(/[\r\n]/);
      if (end < 0) break;
      const line = this.#rest.slice(0, end);
      this.#rest = this.#rest.slice(end + 1);
      if (line !== '') this.#line(line);
    }
    if (this.#rest.length > longestLine) this.#rest = '';
  }

  #line(line: string): void {
    if (line.length > longestLine) return;
    if (this.#pduNext) {
      this.#pduNext = false;
      this.#takePdu(line);
    } else if (line.startsWith('+CMTI:')) this.#stored();
    else if (line.startsWith('+CMT:') || line.startsWith('+CDS:')) this.#pduNext = true;
    else if (this.#asking !== undefined) this.#answer(this.#asking, line);
  }

  #answer(asking: Asking, line: string): void {
    if (isFinal(line)) {
      this.#asking = undefined;
      asking.resolve({ lines: asking.lines, end: line });
    } else if (asking.lines.length < mostLines) asking.lines.push(line);
  }
}
