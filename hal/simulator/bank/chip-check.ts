import { blocksOf, decrypt, encrypt, xor } from './ciphers.ts';

/** What the bank knows of a card's chip. */
export type ChipAccount = {
  readonly pan: string;
  readonly panSequenceNumber: number;
  readonly scheme: 'unionpay-01' | 'emv-csk-18';
  /** Issuer master keys, hex. */
  readonly applicationCryptogramKey: string;
  readonly scriptIntegrityKey: string;
};

/** Objects of field 55 by tag, in hex. */
export type ChipData = ReadonlyMap<string, Buffer>;

/** Takes a chain of TLV objects apart; stops where it stops making sense. */
export function parseChipData(bytes: Uint8Array): ChipData {
  const objects = new Map<string, Buffer>();
  const data = Buffer.from(bytes);
  let at = 0;
  while (at < data.length) {
    const start = at;
    const first = data[at++] ?? 0;
    if ((first & 0x1f) === 0x1f) while (((data[at++] ?? 0) & 0x80) !== 0);
    const tag = data.subarray(start, at).toString('hex').toUpperCase();
    let length = data[at++] ?? 0;
    if (length === 0x81) length = data[at++] ?? 0;
    if (at + length > data.length) break;
    objects.set(tag, data.subarray(at, at + length));
    at += length;
  }
  return objects;
}

function cardKey(issuerKey: string, account: ChipAccount): Buffer {
  const sequence = account.panSequenceNumber.toString().padStart(2, '0');
  const digits = (account.pan + sequence).padStart(16, '0').slice(-16);
  const block = Buffer.from(digits, 'hex');
  const inverted = xor(block, Buffer.alloc(8, 0xff));
  const key = Buffer.from(issuerKey, 'hex');
  return Buffer.concat([encrypt(key, block), encrypt(key, inverted)]);
}

function sessionKey(issuerKey: string, account: ChipAccount, atc: Buffer): Buffer {
  const key = cardKey(issuerKey, account);
  const left = Buffer.alloc(8);
  const right = Buffer.alloc(8);
  if (account.scheme === 'unionpay-01') {
    atc.copy(left, 6);
    right.writeUInt16BE(0xffff - atc.readUInt16BE(), 6);
  } else {
    atc.copy(left, 0);
    atc.copy(right, 0);
    left[2] = 0xf0;
    right[2] = 0x0f;
  }
  return Buffer.concat([encrypt(key, left), encrypt(key, right)]);
}

/**
 * ISO/IEC 9797-1 algorithm 3: all blocks under the left half, the last one also through the right.
 */
function mac(key: Buffer, data: Buffer): Buffer {
  const left = key.subarray(0, 8);
  let chain = Buffer.alloc(8);
  for (const block of blocksOf(Buffer.concat([data, Buffer.of(0x80)]))) {
    chain = Buffer.from(encrypt(left, xor(chain, block)));
  }
  return encrypt(left, decrypt(key.subarray(8, 16), chain));
}

type ChipVerdict = 'right' | 'wrong' | 'incomplete';

const coveredTags = ['9F02', '9F03', '9F1A', '95', '5F2A', '9A', '9C', '9F37', '82', '9F36'];

/** Computes the cryptogram of field 55 again from the data that lie beside it. */
export function verifyCryptogram(account: ChipAccount, chip: ChipData): ChipVerdict {
  const cryptogram = chip.get('9F26');
  const atc = chip.get('9F36');
  const applicationData = chip.get('9F10');
  if (cryptogram?.length !== 8 || atc?.length !== 2 || applicationData === undefined)
    return 'incomplete';
  const covered = coveredTags.map((tag) => chip.get(tag));
  if (covered.some((value) => value === undefined)) return 'incomplete';
  // Cryptogram version 01 covers the verification results alone, version 18 the application data
  // whole.
  const card = account.scheme === 'unionpay-01' ? applicationData.subarray(3, 7) : applicationData;
  const data = Buffer.concat([...covered.map((value) => value ?? Buffer.alloc(0)), card]);
  const key = sessionKey(account.applicationCryptogramKey, account, atc);
  return mac(key, data).equals(cryptogram) ? 'right' : 'wrong';
}

/** Tag 91 by ARPC method 1: cryptogram, then the code it was made over. */
export function issuerAuthenticationData(
  account: ChipAccount,
  chip: ChipData,
  responseCode: string,
): Buffer {
  const code = Buffer.from(responseCode, 'latin1');
  const key = sessionKey(
    account.applicationCryptogramKey,
    account,
    chip.get('9F36') ?? Buffer.alloc(2),
  );
  const block = xor(chip.get('9F26') ?? Buffer.alloc(8), Buffer.concat([code, Buffer.alloc(6)]));
  return Buffer.concat([encrypt(key, block), code]);
}

/** Commands that the bank may send to a card, without data of their own. */
export const scriptCommands = {
  applicationBlock: '841E0000',
  applicationUnblock: '84180000',
  cardBlock: '84160000',
  pinUnblock: '84240000',
} as const;

/** Template 71 or 72 with one command under its MAC. */
export function issuerScript(
  account: ChipAccount,
  chip: ChipData,
  template: '71' | '72',
  command: keyof typeof scriptCommands,
): Buffer {
  const header = Buffer.from(`${scriptCommands[command]}04`, 'hex');
  const atc = chip.get('9F36') ?? Buffer.alloc(2);
  const key = sessionKey(account.scriptIntegrityKey, account, atc);
  const full = mac(key, Buffer.concat([header, atc, chip.get('9F26') ?? Buffer.alloc(8)]));
  const apdu = Buffer.concat([header, full.subarray(0, 4)]);
  const identifier = Buffer.from('9F180400000001', 'hex');
  const body = Buffer.concat([identifier, Buffer.of(0x86, apdu.length), apdu]);
  return Buffer.concat([Buffer.from(template, 'hex'), Buffer.of(body.length), body]);
}
