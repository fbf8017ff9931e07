import { concat, hex } from '#src/bytes.ts';
import { banks } from './banks.ts';
import { cardCertificate, issuerCertificate, type RsaKey, signStaticData } from './certificates.ts';
import { type CryptogramScheme, deriveCardKey } from './cryptogram.ts';
import { authorityRsaKey, cardRsaKey, issuerKeys, issuerRsaKey } from './keys.ts';
import type { ApplicationProfile, CardProfile, ChipProfile } from './profile.ts';
import { type DolEntry, parseDol, tlv } from './tlv.ts';

/** An application as it lies in the chip: files, lists and keys, ready to be asked. */
export type CardApplication = {
  readonly profile: ApplicationProfile;
  readonly dfName: Uint8Array;
  readonly fileControlInformation: Uint8Array;
  readonly pdol: readonly DolEntry[];
  readonly cdol1: readonly DolEntry[];
  readonly cdol2: readonly DolEntry[];
  readonly ddol: readonly DolEntry[];
  readonly aip: Uint8Array;
  readonly afl: Uint8Array;
  /** By `sfi.record`. */
  readonly records: ReadonlyMap<string, Uint8Array>;
  readonly scheme: CryptogramScheme;
  readonly cryptogramKey: Uint8Array;
  readonly scriptKey: Uint8Array;
  readonly rsaKey: RsaKey | undefined;
};

type RecordLayout = NonNullable<ApplicationProfile['records']>;

const defaultLayout: RecordLayout = [
  { sfi: 1, record: 1, signed: false, tags: ['57', '5F20', '9F1F'] },
  { sfi: 2, record: 1, signed: true, tags: ['5A', '5F34', '5F24', '5F25', '9F07', '5F28', '9F4A'] },
  { sfi: 2, record: 2, signed: true, tags: ['8E', '9F0D', '9F0E', '9F0F'] },
  { sfi: 2, record: 3, signed: false, tags: ['8C', '8D', '9F08', '5F30', '9F49'] },
  { sfi: 3, record: 1, signed: false, tags: ['90'] },
  { sfi: 3, record: 2, signed: false, tags: ['8F', '9F32', '92', '93'] },
  { sfi: 3, record: 3, signed: false, tags: ['9F46', '9F47', '9F48'] },
];

const certificateTags = ['90', '92', '93', '9F46', '9F47', '9F48'];

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** Track 2 equivalent data, without sentinels: digits and `=`. */
export const track2Of = (card: CardProfile, pan: string = card.pan): string =>
  `${pan}=${card.expiry}${card.serviceCode}0000000000`;

/** BCD, left-aligned, padded with F to whole bytes. */
const compressed = (digits: string) => hex(digits.length % 2 === 0 ? digits : `${digits}F`);

/** Application interchange profile (EMV 4.4 Book 3 annex C1). */
function interchangeProfile(profile: ApplicationProfile): Uint8Array {
  if (profile.aip !== undefined) return hex(profile.aip);
  const { methods } = profile.authentication;
  let first = 0x18;
  if (methods.includes('sda')) first |= 0x40;
  if (methods.includes('dda')) first |= 0x20;
  if (methods.includes('cda')) first |= 0x01;
  if (profile.issuerAuthentication === 'externalAuthenticate') first |= 0x04;
  return Uint8Array.of(first, 0);
}

function cvmList({ cvm }: ApplicationProfile): Uint8Array {
  const amount = (value: number) => hex(value.toString(16).toUpperCase().padStart(8, '0'));
  return concat(amount(cvm.amountX), amount(cvm.amountY), ...cvm.rules.map(hex));
}

/** The data objects that need no signature. */
function plainData(card: CardProfile, profile: ApplicationProfile): Map<string, Uint8Array> {
  const pan = profile.pan ?? card.pan;
  const cdol2 =
    profile.issuerAuthentication === 'generateAc' ? `910A${profile.cdol2}` : profile.cdol2;
  const expiryDay = new Date(
    Date.UTC(2000 + Number(card.expiry.slice(0, 2)), Number(card.expiry.slice(2)), 0),
  );
  return new Map<string, Uint8Array>([
    ['57', compressed(track2Of(card, pan).replace('=', 'D'))],
    ['5A', compressed(pan)],
    ['5F20', ascii(card.cardholder.padEnd(2))],
    ['5F24', hex(`${card.expiry}${expiryDay.getUTCDate()}`)],
    ['5F25', hex('200101')],
    ['5F28', hex('0156')],
    ['5F30', hex(card.serviceCode.padStart(4, '0'))],
    ['5F34', hex(String(card.panSequenceNumber).padStart(2, '0'))],
    ['8C', hex(profile.cdol1)],
    ['8D', hex(cdol2)],
    ['8E', cvmList(profile)],
    ['9F07', hex('FF00')],
    ['9F08', hex('0030')],
    ['9F0D', hex(profile.issuerActionCodes.default)],
    ['9F0E', hex(profile.issuerActionCodes.denial)],
    ['9F0F', hex(profile.issuerActionCodes.online)],
    ['9F1F', ascii('0000000000')],
    ['9F49', hex(profile.ddol)],
    ['9F4A', hex('82')],
  ]);
}

/**
 * Replaces and removes what the profile says; an addition gets its place by naming it in `records`.
 */
function override(data: Map<string, Uint8Array>, profile: ApplicationProfile): void {
  for (const [tag, value] of Object.entries(profile.data)) {
    if (value === null) data.delete(tag);
    else data.set(tag, hex(value));
  }
}

function recordContent(tags: readonly string[], data: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const objects = tags.map((tag) => [tag, data.get(tag)] as const);
  return concat(
    ...objects.map(([tag, value]) => (value === undefined ? new Uint8Array() : tlv(tag, value))),
  );
}

const prefixOf = (issuer: string): string =>
  banks.find((bank) => bank.issuer === issuer)?.prefixes[0] ?? '';

/** Certificates and signed static data (EMV 4.4 Book 2 §5 and §6). */
function addCertificates(
  data: Map<string, Uint8Array>,
  card: CardProfile,
  profile: ApplicationProfile,
  staticData: Uint8Array,
): RsaKey | undefined {
  const { methods, cardKey, certifiedBy, certificateExpiry } = profile.authentication;
  if (methods.length === 0) return undefined;
  const bank = certifiedBy ?? card.issuer;
  const keys = issuerKeys(bank);
  const expiry = certificateExpiry ?? keys.expiry;
  const pan = profile.pan ?? card.pan;
  const issuer = issuerRsaKey(bank);
  const certified = { key: issuer, expiry, serialNumber: keys.serialNumber };
  const authority = authorityRsaKey(keys.rid, keys.caIndex);
  const prefix = certifiedBy === undefined ? pan.slice(0, 6) : prefixOf(certifiedBy);
  const { certificate, remainder } = issuerCertificate(authority, prefix, certified);
  data.set('8F', hex(keys.caIndex)).set('90', certificate).set('9F32', issuer.exponent);
  if (remainder.length > 0) data.set('92', remainder);
  if (methods.includes('sda')) data.set('93', signStaticData(issuer, hex('DAC1'), staticData));
  if (!methods.includes('dda') && !methods.includes('cda')) return undefined;
  const key = cardRsaKey(cardKey);
  const subject = { key, expiry, serialNumber: '00000A' };
  const ofCard = cardCertificate(issuer, pan, subject, staticData);
  data.set('9F46', ofCard.certificate).set('9F47', key.exponent);
  if (ofCard.remainder.length > 0) data.set('9F48', ofCard.remainder);
  return key;
}

/**
 * Entries of the application file locator (EMV 4.4 Book 3 §10.2): neighbours in one file share an
 * entry.
 */
function fileLocator(layout: RecordLayout): Uint8Array {
  const entries: { sfi: number; first: number; last: number; signed: number }[] = [];
  for (const { sfi, record, signed } of layout) {
    const entry = entries.at(-1);
    const extends_ = entry?.sfi === sfi && entry.last + 1 === record;
    const signedRun = entry !== undefined && entry.signed === entry.last - entry.first + 1;
    if (extends_ && (!signed || signedRun)) {
      entry.last = record;
      if (signed) entry.signed++;
    } else entries.push({ sfi, first: record, last: record, signed: signed ? 1 : 0 });
  }
  return Uint8Array.from(entries.flatMap((e) => [e.sfi << 3, e.first, e.last, e.signed]));
}

function fileControlInformation(profile: ApplicationProfile, chip: ChipProfile): Uint8Array {
  const proprietary = [tlv('50', ascii(profile.label)), tlv('87', priorityOf(profile))];
  if (profile.pdol !== '') proprietary.push(tlv('9F38', hex(profile.pdol)));
  proprietary.push(...languageOf(chip));
  if (profile.preferredName !== undefined)
    proprietary.push(tlv('9F12', ascii(profile.preferredName)));
  return tlv('6F', tlv('84', hex(profile.aid)), tlv('A5', ...proprietary));
}

const priorityOf = (profile: ApplicationProfile) =>
  Uint8Array.of(profile.priority | (profile.confirmationRequired ? 0x80 : 0));

function languageOf(chip: ChipProfile): readonly Uint8Array[] {
  const parts = chip.languages === '' ? [] : [tlv('5F2D', ascii(chip.languages))];
  if (chip.issuerCodeTableIndex !== undefined) {
    parts.push(tlv('9F11', Uint8Array.of(chip.issuerCodeTableIndex)));
  }
  return parts;
}

export function personaliseApplication(
  card: CardProfile,
  chip: ChipProfile,
  profile: ApplicationProfile,
): CardApplication {
  const data = plainData(card, profile);
  override(data, profile);
  const layout = profile.records ?? defaultLayout;
  const aip = interchangeProfile(profile);
  const signed = layout.filter((record) => record.signed);
  const staticData = concat(
    ...signed.map(({ sfi, tags }) => {
      const content = recordContent(tags, data);
      return sfi <= 10 ? content : tlv('70', content);
    }),
    ...(data.has('9F4A') ? [aip] : []),
  );
  const rsaKey = addCertificates(data, card, profile, staticData);
  override(data, profile);
  const filled = layout.filter(
    ({ tags }) => !tags.every((tag) => certificateTags.includes(tag) && !data.has(tag)),
  );
  const masterKeys = issuerKeys(card.issuer).masterKeys;
  const cardKey = (issuerKey: string) =>
    deriveCardKey(hex(issuerKey), profile.pan ?? card.pan, card.panSequenceNumber);
  return {
    profile,
    dfName: hex(profile.aid),
    fileControlInformation: fileControlInformation(profile, chip),
    pdol: parseDol(hex(profile.pdol)),
    cdol1: parseDol(data.get('8C') ?? new Uint8Array()),
    cdol2: parseDol(data.get('8D') ?? new Uint8Array()),
    ddol: parseDol(data.get('9F49') ?? new Uint8Array()),
    aip,
    afl: profile.afl === undefined ? fileLocator(filled) : hex(profile.afl),
    records: new Map(
      filled.map(({ sfi, record, tags }) => [
        `${sfi}.${record}`,
        tlv('70', recordContent(tags, data)),
      ]),
    ),
    scheme: profile.cryptogram,
    cryptogramKey: cardKey(masterKeys.applicationCryptogram),
    scriptKey: cardKey(masterKeys.scriptIntegrity),
    rsaKey,
  };
}

/**
 * The payment system environment (EMV 4.4 Book 1 §11.3): its own answer and the one record of its
 * directory.
 */
export function personaliseDirectory(chip: ChipProfile): { fci: Uint8Array; record: Uint8Array } {
  const fci = tlv(
    '6F',
    tlv('84', ascii('1PAY.SYS.DDF01')),
    tlv('A5', tlv('88', Uint8Array.of(1)), ...languageOf(chip)),
  );
  const listed = chip.applications.filter((application) => application.inDirectory);
  const entries = listed.map((application) => {
    const name = application.preferredName;
    return tlv(
      '61',
      tlv('4F', hex(application.aid)),
      tlv('50', ascii(application.label)),
      ...(name === undefined ? [] : [tlv('9F12', ascii(name))]),
      tlv('87', priorityOf(application)),
    );
  });
  return { fci, record: tlv('70', ...entries) };
}
