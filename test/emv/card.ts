import { hex, toHex } from '#src/bytes.ts';
import { encodeTlv } from '#src/tlv/tlv.ts';
import type { TestCard } from './world.ts';

/** `tlv('6F', tlv('84', 'A0…'), …)`: hex of a data object with the given parts as its value. */
export const tlv = (tag: string, ...parts: readonly string[]): string =>
  toHex(encodeTlv(tag, hex(parts.join(''))));

export const text = (characters: string): string => toHex(new TextEncoder().encode(characters));

export const aid = 'A000000333010101';
export const pan = '6222000000000000016';
export const track2 = `${pan}D30122010000012345F`.padEnd(38, 'F').slice(0, 38);
export const ok = '9000';

/** Everything a card may say differently; the rest is a plain UnionPay debit card. */
export type CardProfile = {
  /** Answer to SELECT 1PAY.SYS.DDF01, and its records. */
  readonly directory?: string;
  readonly directoryRecords?: readonly string[];
  readonly dfName?: string;
  readonly fci?: string;
  readonly fciData?: string;
  /** Answer to GET PROCESSING OPTIONS. */
  readonly options?: string;
  readonly aip?: string;
  readonly afl?: string;
  /** Records as `sfi.record` → answer. */
  readonly records?: Readonly<Record<string, string>>;
  /** Data objects of the single standard record, by tag; an empty text leaves one out. */
  readonly data?: Readonly<Record<string, string>>;
  readonly externalAuthenticate?: string;
  readonly firstAc?: string;
  readonly secondAc?: string;
  readonly getData?: Readonly<Record<string, string>>;
  /** Looks at every command before the rest of the card does. */
  readonly before?: (command: string, number: number) => ReturnType<TestCard> | undefined;
};

export const cdol1 = '9F02069F03069F1A0295055F2A029A039C019F3704';
export const cdol2 = '8A029F02069F03069F1A0295055F2A029A039C019F3704';

/** Online PIN if the terminal can, else signature, else nothing. */
const cvmList = '000000000000000042031E031F03';

export const standardData: Readonly<Record<string, string>> = {
  '5A': `${pan}F`,
  '57': track2,
  '5F24': '301231',
  '5F25': '200101',
  '5F28': '0156',
  '5F34': '01',
  '8C': cdol1,
  '8D': cdol2,
  '8E': cvmList,
  '9F07': 'FF00',
  '9F08': '0030',
  '9F0D': 'D8603CA800',
  '9F0E': '0010000000',
  '9F0F': 'D8683CF800',
  '9F42': '0156',
};

/** Format 2 answer to GENERATE AC with this cryptogram information. */
export const cryptogram = (cid: string, more = ''): string =>
  tlv(
    '77',
    tlv('9F27', cid),
    tlv('9F36', '002A'),
    tlv('9F26', '1122334455667788'),
    tlv('9F10', '07010103A02002010A'),
    more,
  ) + ok;

export function testCard(profile: CardProfile = {}): TestCard {
  const dfName = profile.dfName ?? aid;
  const fci =
    profile.fci ??
    tlv(
      '6F',
      tlv('84', dfName),
      tlv(
        'A5',
        tlv('50', text('UNIONPAY DEBIT')),
        tlv('5F2D', text('zhen')),
        profile.fciData ?? '',
      ),
    ) + ok;
  const data = { ...standardData, ...profile.data };
  const record =
    tlv(
      '70',
      ...Object.entries(data).map(([tag, value]) => (value === '' ? '' : tlv(tag, value))),
    ) + ok;
  const records: Readonly<Record<string, string>> = profile.records ?? { '1.1': record };
  const afl = profile.afl ?? '08010100';
  const options = profile.options ?? tlv('80', profile.aip ?? '1C00', afl) + ok;
  let number = 0;
  let cryptograms = 0;
  return (command) => {
    const early = profile.before?.(command, number++);
    if (early !== undefined) return early;
    const header = command.slice(0, 4);
    const name = command.slice(10, 10 + 2 * Number.parseInt(command.slice(8, 10), 16));
    switch (header) {
      case '00A4':
        if (name.startsWith('315041592E')) return profile.directory ?? '6A82';
        return dfName.startsWith(name) && command.slice(6, 8) === '00' ? fci : '6A82';
      case '00B2':
        return readRecord(command, records, profile);
      case '80A8':
        return options;
      case '80CA':
        return profile.getData?.[command.slice(4, 8)] ?? '6A88';
      case '0082':
        return profile.externalAuthenticate ?? ok;
      case '80AE':
        cryptograms++;
        return (
          (cryptograms === 1 ? profile.firstAc : profile.secondAc) ?? cryptogram(asked(command))
        );
      default:
        return '6D00';
    }
  };
}

/** Cryptogram information that grants what bits 8 and 7 of P1 ask for. */
const asked = (command: string): string =>
  (Number.parseInt(command.slice(4, 6), 16) & 0xc0).toString(16).padStart(2, '0');

function readRecord(
  command: string,
  records: Readonly<Record<string, string>>,
  profile: CardProfile,
): string {
  const record = Number.parseInt(command.slice(4, 6), 16);
  const sfi = Number.parseInt(command.slice(6, 8), 16) >> 3;
  if (profile.directoryRecords !== undefined && sfi === 30)
    return profile.directoryRecords[record - 1] ?? '6A83';
  return records[`${sfi}.${record}`] ?? '6A83';
}
