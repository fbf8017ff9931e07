import type { Incoming, Messenger, Outgoing, SendEnd } from '../messages/contract.ts';
import { AtLines } from './at-lines.ts';
import type { ModemPort } from './contract.ts';
import { SimInbox } from './inbox.ts';
import { parseReceived, type SubmitPart, submitParts } from './pdu.ts';
import { Reports } from './reports.ts';

export type ModemTimes = {
  /** For an ordinary command. */
  readonly commandMs: number;
  /** From the last byte of a message to the network's answer. */
  readonly sendMs: number;
  /** So often the modem is asked how it is, and what lies on the SIM. */
  readonly lookMs: number;
};

const usualTimes: ModemTimes = { commandMs: 5_000, sendMs: 60_000, lookMs: 60_000 };
const endOfText = '\u001a';

/** +CMS ERROR (3GPP TS 27.005 §3.2.5): the network knows this number or this sender and will not. */
const refusals = new Set([1, 8, 10, 21, 28, 29, 30, 50, 69]);
/** The network was asked and did not answer in time. */
const networkTimeout = 332;

/**
 * SMS by a modem's AT port (3GPP TS 27.005), in PDU mode. One thing at a time. Answers are kept by the SIM until they
 * were handed on; reports of what an earlier process sent are told by their reference.
 */
export function openAtMessenger(port: ModemPort, times: ModemTimes = usualTimes): Messenger {
  return new AtMessenger(port, times);
}

class AtMessenger implements Messenger {
  readonly #port: ModemPort;
  readonly #times: ModemTimes;
  readonly #lines: AtLines;
  readonly #inbox: SimInbox;
  readonly #reports: Reports;
  readonly #listeners = new Set<(incoming: Incoming) => void>();
  #turn: Promise<unknown> = Promise.resolve();
  #looking: NodeJS.Timeout | undefined;
  #concatReference = 0;
  trouble: string | undefined;

  constructor(port: ModemPort, times: ModemTimes) {
    this.#port = port;
    this.#times = times;
    this.#lines = new AtLines(port);
    this.#reports = new Reports((incoming) => this.#tell(incoming));
    const answered = ({ from, text }: { readonly from: string; readonly text: string }): void =>
      this.#tell({ type: 'answer', from, text });
    this.#inbox = new SimInbox(this.#lines, times.commandMs, answered);
    this.#lines.onStored(() => void this.#look());
    this.#lines.onPdu((hex) => {
      const received = parseReceived(hex);
      if (received?.type === 'deliver') answered(received);
      if (received?.type === 'report') this.#reports.take(received);
    });
  }

  send(message: Outgoing): Promise<SendEnd> {
    return this.#inTurn(() => this.#send(message));
  }

  listen(listener: (incoming: Incoming) => void): () => void {
    this.#listeners.add(listener);
    if (this.#looking === undefined) {
      this.#looking = setInterval(() => void this.#look(), this.#times.lookMs).unref();
      void this.#look();
    }
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    this.#lines.close();
    await this.#port.close();
  }

  #tell(incoming: Incoming): void {
    for (const listener of [...this.#listeners]) listener(incoming);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** How the modem is, and what came for us. */
  #look(): Promise<void> {
    return this.#inTurn(async () => {
      this.trouble = await prepare(this.#lines, this.#times);
      if (this.trouble !== undefined && this.trouble !== 'noSignal') return;
      await this.#inbox.read(performance.now()).catch(() => undefined);
    });
  }

  async #send({ id, to, text }: Outgoing): Promise<SendEnd> {
    this.#concatReference = (this.#concatReference + 1) & 0xff;
    const parts = submitParts(to, text, this.#concatReference);
    if (parts === undefined) return { type: 'refused', reason: 'number' };
    this.trouble = await prepare(this.#lines, this.#times);
    if (this.trouble !== undefined) return { type: 'notSent', reason: this.trouble };
    const message = this.#reports.begin(id, parts.length);
    try {
      for (const [index, part] of parts.entries()) {
        const end = await sendPart(this.#lines, part, this.#times);
        if (typeof end === 'number') message.part(end);
        else if (index === 0) return end;
        else return { type: 'unknown', reason: `part ${index + 1} of ${parts.length}` };
      }
      return { type: 'sent', references: message.references };
    } finally {
      message.end();
    }
  }
}

/** PDU mode, answers onto the SIM, reports to us, and a network: what is wrong, or undefined. */
async function prepare(lines: AtLines, { commandMs }: ModemTimes): Promise<string | undefined> {
  try {
    for (const command of ['ATE0', 'AT+CMEE=1', 'AT+CMGF=0', 'AT+CNMI=2,1,0,1,0'])
      if ((await lines.ask(command, commandMs)).end !== 'OK') return 'modem';
    const sim = await lines.ask('AT+CPIN?', commandMs);
    if (!sim.lines.includes('+CPIN: READY')) return 'sim';
    const network = await lines.ask('AT+CREG?', commandMs);
    // Registered: at home, roaming, and either for texts alone (3GPP TS 27.007 §7.2).
    return network.lines.some((line) => /^\+CREG: \d,[1567]\b/.test(line)) ? undefined : 'noSignal';
  } catch {
    return 'modemGone';
  }
}

/** The reference that the network gave the part, or how it failed. */
async function sendPart(
  lines: AtLines,
  { hex, length }: SubmitPart,
  { commandMs, sendMs }: ModemTimes,
): Promise<number | SendEnd> {
  try {
    const prompt = await lines.ask(`AT+CMGS=${length}`, commandMs, { prompt: true });
    if (prompt.end !== '>') return cmsEnd(prompt.end);
  } catch {
    return { type: 'notSent', reason: 'modemGone' };
  }
  try {
    const answer = await lines.ask(hex + endOfText, sendMs, { bare: true });
    const reference = /^\+CMGS: (\d{1,3})/.exec(
      answer.lines.find((line) => line.startsWith('+CMGS:')) ?? '',
    )?.[1];
    if (answer.end === 'OK' && reference !== undefined) return Number(reference) & 0xff;
    return cmsEnd(answer.end);
  } catch {
    // Everything was handed over: the network may have taken it.
    return { type: 'unknown', reason: 'noAnswer' };
  }
}

function cmsEnd(line: string): SendEnd {
  const code = Number(/^\+CMS ERROR: (\d{1,3})$/.exec(line)?.[1] ?? Number.NaN);
  const reason = Number.isNaN(code) ? 'modem' : `cms ${code}`;
  if (refusals.has(code)) return { type: 'refused', reason };
  return code === networkTimeout ? { type: 'unknown', reason } : { type: 'notSent', reason };
}
