/** When everything came, as a PDU says it. */
export const stamp = '62112221000023';

export const byte = (value: number): string => value.toString(16).padStart(2, '0').toUpperCase();

/** What +CMGL and +CDS count: octets without the service centre's address. */
export const tpduLength = (pdu: string): number => pdu.length / 2 - 1;

/** The SIM of a simulated modem: messages by their places, until they are deleted. */
export function createSim(say: (...lines: readonly string[]) => void) {
  const stored = new Map<number, string>();
  /** Whether the terminal wants to be told of new ones. */
  let indications = false;
  let group = 0;

  function keep(pdu: string): void {
    let place = 1;
    while (stored.has(place)) place++;
    stored.set(place, pdu);
    if (indications) say(`+CMTI: "SM",${place}`);
  }

  return {
    /** Answers a command that is the SIM's; false for any other. */
    command(line: string): boolean {
      const place = /^AT\+CMGD=(\d{1,4})$/.exec(line)?.[1];
      if (place !== undefined) stored.delete(Number(place));
      else if (line === 'AT+CNMI=2,1,0,1,0') indications = true;
      else if (line !== 'AT+CMGL=4') return false;
      const listed = line === 'AT+CMGL=4' ? [...stored] : [];
      say(...listed.map(([at, pdu]) => `+CMGL: ${at},0,,${tpduLength(pdu)}\r\n${pdu}`), 'OK');
      return true;
    },
    /** A message from a phone, in as many parts as it needs. */
    take(from: string, text: string): void {
      group = (group + 1) & 0xff;
      for (const pdu of deliverPdus(from, text, group)) keep(pdu);
    },
  };
}

/** SMS-DELIVERs in UCS-2: one, or as many as the text needs. */
function deliverPdus(from: string, text: string, group: number): readonly string[] {
  const digits = from.replace('+', '');
  const address = `${byte(digits.length)}91${semiOctets(digits)}`;
  const texts = text.length <= 70 ? [text] : (text.match(/[\s\S]{1,67}/g) ?? []);
  return texts.map((part, index) => {
    const several = texts.length > 1;
    const header = several ? `050003${byte(group)}${byte(texts.length)}${byte(index + 1)}` : '';
    const units = [...Array(part.length).keys()].map((at) => part.charCodeAt(at));
    const data = header + units.map((unit) => unit.toString(16).padStart(4, '0')).join('');
    const first = several ? '44' : '04';
    return `00${first}${address}0008${stamp}${byte(data.length / 2)}${data}`.toUpperCase();
  });
}

const semiOctets = (digits: string): string =>
  (`${digits}${digits.length % 2 === 0 ? '' : 'F'}`.match(/../g) ?? [])
    .map((pair) => `${pair[1]}${pair[0]}`)
    .join('');
