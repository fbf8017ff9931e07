import type { Incoming, Messenger, Outgoing, SendEnd } from '../messages/contract.ts';
import { AtLines } from './at-lines.ts';
import type { ModemPort } from './contract.ts';
import { parseReceived, type SubmitPart, submitParts } from './pdu.ts';

export type ModemTimes = {
  /** For an ordinary command. */
  readonly commandMs: number;
  /** From the last byte of a message to the network's answer. */
  readonly sendMs: number;
};

const usualTimes: ModemTimes = { commandMs: 5_000, sendMs: 60_000 };
const endOfText = '\u001a';

/** +CMS ERROR (3GPP TS 27.005 §3.2.5): the network knows this number or this sender and will not. */
const refusals = new Set([1, 8, 10, 21, 28, 29, 30, 50, 69]);
/** The network was asked and did not answer in time. */
const networkTimeout = 332;

/**
 * SMS by a modem's AT port (3GPP TS 27.005), in PDU mode. One message at a time; the reports that come later are
 * told by the message's id while this process lives.
 */
export function openAtMessenger(port: ModemPort, times: ModemTimes = usualTimes): Messenger {
  const lines = new AtLines(port);
  const listeners = new Set<(incoming: Incoming) => void>();
  const onTheirWay = new Map<number, Sent>();
  /** Reports that came before the driver knew whose they are: of the part that is being sent. */
  const early = new Map<number, boolean>();
  let turn: Promise<unknown> = Promise.resolve();
  let concatReference = 0;

  lines.onPdu((hex) => {
    const received = parseReceived(hex);
    if (received?.type === 'deliver')
      tell({ type: 'answer', from: received.from, text: received.text });
    if (received?.type === 'report' && received.delivered !== undefined)
      report(received.reference, received.delivered);
  });
  const tell = (incoming: Incoming): void => {
    for (const listener of [...listeners]) listener(incoming);
  };
  const report = (reference: number, delivered: boolean): void => {
    const message = onTheirWay.get(reference);
    onTheirWay.delete(reference);
    if (message === undefined) early.set(reference, delivered);
    else judge(message, reference, delivered);
  };
  /** A message has arrived with its last part, and has not with the first that did not. */
  const judge = (message: Sent, reference: number, delivered: boolean): void => {
    message.open.delete(reference);
    if (message.told || (delivered && (!message.whole || message.open.size > 0))) return;
    message.told = true;
    for (const other of message.open) onTheirWay.delete(other);
    // The end of the sending is said first.
    setImmediate(tell, { type: 'report', id: message.id, delivered });
  };

  async function send({ id, to, text }: Outgoing): Promise<SendEnd> {
    concatReference = (concatReference + 1) & 0xff;
    const parts = submitParts(to, text, concatReference);
    if (parts === undefined) return { type: 'refused', reason: 'number' };
    const trouble = await prepare(lines, times);
    if (trouble !== undefined) return { type: 'notSent', reason: trouble };
    const message: Sent = { id, open: new Set(), whole: false, told: false };
    for (const [index, part] of parts.entries()) {
      early.clear();
      const end = await sendPart(lines, part, times);
      if (typeof end === 'number') {
        message.open.add(end);
        message.whole = index === parts.length - 1;
        const delivered = early.get(end);
        if (delivered === undefined) onTheirWay.set(end, message);
        else judge(message, end, delivered);
      } else if (index === 0) return end;
      else return { type: 'unknown', reason: `part ${index + 1} of ${parts.length}` };
    }
    return { type: 'sent' };
  }

  return {
    send(message) {
      const sent = turn.then(() => send(message));
      turn = sent.catch(() => undefined);
      return sent;
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      lines.close();
      await port.close();
    },
  };
}

/** A message whose parts the network has: which of them are not reported yet. */
type Sent = {
  readonly id: string;
  readonly open: Set<number>;
  whole: boolean;
  told: boolean;
};

/** PDU mode, reports to us, and a network: what is wrong, or undefined. */
async function prepare(lines: AtLines, { commandMs }: ModemTimes): Promise<string | undefined> {
  try {
    for (const command of ['ATE0', 'AT+CMEE=1', 'AT+CMGF=0', 'AT+CNMI=2,2,0,1,0'])
      if ((await lines.ask(command, commandMs)).end !== 'OK') return 'modem';
    const sim = await lines.ask('AT+CPIN?', commandMs);
    if (!sim.lines.includes('+CPIN: READY')) return 'sim';
    const network = await lines.ask('AT+CREG?', commandMs);
    return network.lines.some((line) => /^\+CREG: \d,[15]\b/.test(line)) ? undefined : 'noSignal';
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
