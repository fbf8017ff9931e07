import { textOfSeptets, unpackSeptets } from './alphabet.ts';
import type { ModemPort } from './contract.ts';
import { byte, createSim, stamp, tpduLength } from './simulated-sim.ts';

/** A short message as the network has it, whole. */
export type NetworkMessage = { readonly to: string; readonly text: string; readonly parts: number };

export type SimulatedModem = {
  /** The end that a terminal writes to. */
  readonly port: ModemPort;
  /** A message from a customer's phone, in as many parts as it needs: kept on the SIM until it is deleted. */
  incoming(from: string, text: string): void;
  /** The network says of everything that was not reported yet whether it arrived. */
  report(): void;
};

type Options = {
  readonly arrived: (message: NetworkMessage) => void;
  /** Is there a network? */
  readonly signal: () => boolean;
  /** What the network says to a part that it was given; silence when undefined is answered. */
  readonly answer?: (part: number) => 'take' | { readonly cms: number } | 'silence';
  /** Whether the phone is reached, for the status report; true when not said. */
  readonly reached?: () => boolean;
  /** The network reports only when `report` is called. */
  readonly reportsLater?: boolean;
};

/** A modem at the bytes: it speaks AT and PDU mode as a modem at a serial port does, and hands on whole messages. */
export function createSimulatedModem(options: Options): SimulatedModem {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  const parts = new Map<string, string[]>();
  let echo = true;
  let typed = '';
  /** Octets that the PDU on its way must have; undefined while commands are typed. */
  let pduLength: number | undefined;
  let reference = 0;

  const out = (text: string): void => {
    const bytes = new TextEncoder().encode(text);
    for (const listener of [...listeners]) listener(bytes);
  };
  const say = (...lines: readonly string[]): void =>
    out(lines.map((line) => `\r\n${line}\r\n`).join(''));
  const sim = createSim(say);
  const reports = createReports(say, options.reached ?? (() => true));

  function command(line: string): void {
    const send = /^AT\+CMGS=(\d{1,3})$/.exec(line);
    if (send !== null) {
      pduLength = Number(send[1]);
      out('\r\n> ');
    } else if (line === 'AT+CPIN?') say('+CPIN: READY', 'OK');
    else if (line === 'AT+CREG?') say(`+CREG: 0,${options.signal() ? 1 : 2}`, 'OK');
    else if (line === 'ATE0') {
      echo = false;
      say('OK');
    } else if (!sim.command(line)) {
      say(/^AT(\+CMEE=1|\+CMGF=0)?$/.test(line) ? 'OK' : 'ERROR');
    }
  }

  function takePdu(hex: string): void {
    const length = pduLength;
    pduLength = undefined;
    const part = parseSubmit(hex);
    if (part === undefined || hex.length / 2 - 1 !== length) say('+CMS ERROR: 304');
    else if (!options.signal()) say('+CMS ERROR: 331');
    else {
      const answer = options.answer?.(part.index) ?? 'take';
      if (answer === 'take') taken(part);
      else if (answer !== 'silence') say(`+CMS ERROR: ${answer.cms}`);
    }
  }

  function taken(part: Submitted): void {
    reference = (reference + 1) & 0xff;
    say(`+CMGS: ${reference}`, 'OK');
    const text = gathered(parts, part);
    if (text !== undefined) options.arrived({ to: part.to, text, parts: part.of });
    reports.owe(`${byte(reference)}${part.address}`);
    if (options.reportsLater !== true) reports.pay();
  }

  return {
    port: {
      async write(bytes) {
        for (const character of new TextDecoder('latin1').decode(bytes)) {
          if (pduLength !== undefined && character === '\u001a') {
            const hex = typed;
            typed = '';
            takePdu(hex);
          } else if (pduLength === undefined && character === '\r') {
            const line = typed;
            typed = '';
            if (echo) out(`${line}\r`);
            command(line);
          } else if (typed.length < 600) typed += character;
        }
      },
      listen(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      close: async () => undefined,
    },
    incoming: sim.take,
    report: reports.pay,
  };
}

/** What the network says of the parts that it was given. */
function createReports(say: (line: string) => void, reached: () => boolean) {
  const owed: string[] = [];
  return {
    owe: (referenceAndAddress: string): void => void owed.push(referenceAndAddress),
    pay(): void {
      for (const about of owed.splice(0)) {
        const report = `0006${about}${stamp}${stamp}${reached() ? '00' : '41'}`;
        say(`+CDS: ${tpduLength(report)}\r\n${report}`);
      }
    },
  };
}

/** The whole text with its last part, undefined before. */
function gathered(parts: Map<string, string[]>, part: Submitted): string | undefined {
  const key = `${part.to} ${part.group}`;
  const texts = parts.get(key) ?? [];
  texts[part.index - 1] = part.text;
  parts.set(key, texts);
  if (texts.filter((text) => text !== undefined).length < part.of) return undefined;
  parts.delete(key);
  return texts.join('');
}

type Submitted = {
  readonly to: string;
  /** Length, type and digits, as the report repeats them. */
  readonly address: string;
  readonly text: string;
  readonly group: number;
  readonly index: number;
  readonly of: number;
};

/** What a service centre reads of an SMS-SUBMIT; undefined when it is none. */
function parseSubmit(hex: string): Submitted | undefined {
  if (!/^00([0-9A-F]{2}){8,200}$/.test(hex)) return undefined;
  const octets = Buffer.from(hex, 'hex');
  const first = octets[1] ?? 0;
  if ((first & 3) !== 1) return undefined;
  const digits = octets[3] ?? 0;
  const afterAddress = 5 + Math.ceil(digits / 2);
  const address = hex.slice(6, afterAddress * 2);
  const swapped = (hex.slice(10, afterAddress * 2).match(/../g) ?? []).map(
    (pair) => `${pair[1]}${pair[0]}`,
  );
  const plus = octets[4] === 0x91 ? '+' : '';
  const coding = octets[afterAddress + 1];
  const length = octets[afterAddress + 3] ?? 0;
  const data = octets.subarray(afterAddress + 4);
  const header = (first & 0x40) === 0 ? undefined : data.subarray(0, 6);
  const skip = header === undefined ? 0 : 6;
  const text =
    coding === 8
      ? Buffer.from(data.subarray(skip, length)).swap16().toString('utf16le')
      : textOfSeptets(unpackSeptets(data, length, 0).slice(skip === 0 ? 0 : 7));
  return {
    to: plus + swapped.join('').slice(0, digits),
    address,
    text,
    group: header?.[3] ?? -1,
    of: header?.[4] ?? 1,
    index: header?.[5] ?? 1,
  };
}
