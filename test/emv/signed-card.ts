import { concat, hex, toHex } from '#src/bytes.ts';
import {
  apply,
  type CertificateSpoil,
  certify,
  exponentOf,
  type KeyName,
  type Spoil,
  sha1,
  sign,
} from './authority.ts';
import { type CardProfile, cdol1, cdol2, ok, pan, standardData, testCard, tlv } from './card.ts';
import type { TestCard } from './world.ts';

/** A card that authenticates itself, and everything that can be wrong with it. */
export type SignedCard = {
  readonly aip?: string;
  readonly authority?: KeyName;
  readonly issuer?: KeyName;
  readonly card?: KeyName;
  readonly issuerSubject?: string;
  readonly cardSubject?: string;
  readonly issuerCertificate?: CertificateSpoil;
  readonly cardCertificate?: CertificateSpoil;
  readonly staticSignature?: Spoil & { readonly format?: string };
  readonly dynamicSignature?: Spoil & {
    readonly format?: string;
    readonly over?: string;
    readonly number?: string;
    readonly length?: number;
  };
  readonly combined?: Spoil & {
    readonly format?: string;
    /** Cryptogram information, counter and hash as they stand inside the signature. */
    readonly cid?: string;
    readonly transactionHash?: string;
    readonly plain?: 'format1' | 'format2';
    readonly at?: 1 | 2;
  };
  /** Data objects that replace the true ones after signing. */
  readonly data?: Readonly<Record<string, string>>;
  readonly tagList?: string;
  /** A record of SFI 11, signed as it is, tag and length included. */
  readonly ownRecord?: string;
  readonly profile?: CardProfile;
};

const identifier = `${pan.slice(0, 6)}FF`;

export function signedCard(given: SignedCard = {}): TestCard {
  const {
    authority = 'authority-1984-3',
    issuer = 'issuer-1152-3',
    card = 'card-768-65537',
  } = given;
  const aip = given.aip ?? '3C00';
  const { '5A': number = '', '5F24': expiry = '', ...rest } = standardData;
  const signedRecord = tlv('5A', number) + tlv('5F24', expiry);
  const tagList = given.tagList ?? '82';
  const staticData = hex(signedRecord + (given.ownRecord ?? '') + (tagList === '' ? '' : aip));
  const ofIssuer = certify(
    authority,
    given.issuerSubject ?? identifier,
    issuer,
    hex(''),
    given.issuerCertificate,
  );
  const ofCard = certify(
    issuer,
    given.cardSubject ?? pan.padEnd(20, 'F'),
    card,
    staticData,
    given.cardCertificate,
  );
  const { format = '03', ...spoil } = given.staticSignature ?? {};
  const data: Record<string, string> = {
    ...rest,
    '8F': '0A',
    '90': ofIssuer.certificate,
    '92': ofIssuer.remainder,
    '9F32': toHex(exponentOf(issuer)),
    '93': toHex(sign(issuer, hex(`${format}01DAC1`), staticData, spoil)),
    '9F46': ofCard.certificate,
    '9F47': toHex(exponentOf(card)),
    '9F48': ofCard.remainder,
    '9F49': '9F3704',
    '9F4A': tagList,
    '8C': cdol1,
    '8D': cdol2,
    ...given.data,
  };
  const certificates = ['90', '9F46', '93', '9F2D'];
  const inRecord = (tags: readonly string[]): string =>
    tlv(
      '70',
      ...tags.map((tag) =>
        data[tag] === undefined || data[tag] === '' ? '' : tlv(tag, data[tag]),
      ),
    ) + ok;
  return testCard({
    aip,
    afl: given.ownRecord === undefined ? '0801010108020600' : '080101010802060058010101',
    records: {
      '1.1': tlv('70', signedRecord) + ok,
      '1.2': inRecord(Object.keys(data).filter((tag) => !certificates.includes(tag))),
      '1.3': inRecord(['90']),
      '1.4': inRecord(['9F46']),
      '1.5': inRecord(['93']),
      '1.6': inRecord(['9F2D']),
      '11.1': (given.ownRecord ?? '') + ok,
    },
    ...given.profile,
    before: dynamicCommands(given, card),
  });
}

/** INTERNAL AUTHENTICATE and GENERATE AC with a signature. */
function dynamicCommands(given: SignedCard, card: KeyName): NonNullable<CardProfile['before']> {
  const exchanged: string[] = [];
  let cryptograms = 0;
  return (command, number) => {
    const early = given.profile?.before?.(command, number);
    if (early !== undefined) return early;
    const data = command.slice(10, -2);
    if (command.startsWith('0088')) return internalAuthenticate(given, card, data);
    if (command.startsWith('80A8')) exchanged.push(data.slice(4));
    if (!command.startsWith('80AE')) return undefined;
    exchanged.push(data);
    cryptograms++;
    const p1 = Number.parseInt(command.slice(4, 6), 16);
    const { combined = {} } = given;
    const spoiled = combined.at === undefined || combined.at === cryptograms ? combined : {};
    return (p1 & 0x10) === 0 ? undefined : combinedAnswer(spoiled, card, p1 & 0xc0, exchanged);
  };
}

function internalAuthenticate(given: SignedCard, card: KeyName, data: string): string {
  const {
    format = '05',
    over = data,
    number = '080102030405060708',
    length,
    ...spoil
  } = given.dynamicSignature ?? {};
  const dynamic = (length ?? number.length / 2).toString(16).padStart(2, '0') + number;
  return tlv('80', toHex(sign(card, hex(`${format}01${dynamic}`), hex(over), spoil))) + ok;
}

function combinedAnswer(
  {
    format = '05',
    cid,
    transactionHash,
    plain,
    at: _at,
    ...spoil
  }: NonNullable<SignedCard['combined']>,
  card: KeyName,
  type: number,
  exchanged: readonly string[],
): string {
  const information = type.toString(16).padStart(2, '0');
  const before = tlv('9F27', information) + tlv('9F36', '002A');
  const after = tlv('9F10', '07010103A02002010A');
  const cryptogram = 'C0FFEE0102030405';
  if (plain === 'format1') return tlv('80', `${information}002A${cryptogram}`) + ok;
  if (plain === 'format2') return tlv('77', before, tlv('9F26', cryptogram), after) + ok;
  const hash = transactionHash ?? toHex(sha1(hex(exchanged.join('') + before + after)));
  const dynamic = `080102030405060708${cid ?? information}${cryptogram}${hash}`;
  const head = `${format}01${(dynamic.length / 2).toString(16).padStart(2, '0')}${dynamic}`;
  // CDOL1 and CDOL2 end in the unpredictable number.
  const unpredictable = (exchanged.at(-1) ?? '').slice(-8);
  return (
    tlv('77', before, tlv('9F4B', toHex(sign(card, hex(head), hex(unpredictable), spoil))), after) +
    ok
  );
}

/** What the card finds when it opens an enciphered PIN block. */
export const openPinBlock = (card: KeyName, block: Uint8Array): Uint8Array =>
  apply(card, concat(block));
