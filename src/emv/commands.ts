import { concat } from '../bytes.ts';
import { encodeTlv } from '../tlv/tlv.ts';

/** Command APDUs (EMV 4.4 Book 3 §6.5, Book 1 §11). Case 4 commands end in Le = 00. */

const withData = (header: readonly number[], data: Uint8Array): Uint8Array =>
  data.length === 0
    ? Uint8Array.from(header)
    : concat(Uint8Array.from(header), Uint8Array.of(data.length), data);

/** Does it say how much it expects? Cases 2 and 4. */
export const endsInLe = (command: Uint8Array): boolean =>
  command.length === 5 || command.length === 6 + (command[4] ?? 0);

const expecting = (command: Uint8Array): Uint8Array => concat(command, Uint8Array.of(0));

export const select = (name: Uint8Array): Uint8Array =>
  expecting(withData([0x00, 0xa4, 0x04, 0x00], name));

export const selectNext = (name: Uint8Array): Uint8Array =>
  expecting(withData([0x00, 0xa4, 0x04, 0x02], name));

export const readRecord = (record: number, sfi: number): Uint8Array =>
  Uint8Array.of(0x00, 0xb2, record, (sfi << 3) | 4, 0x00);

export const getProcessingOptions = (pdolData: Uint8Array): Uint8Array =>
  expecting(withData([0x80, 0xa8, 0x00, 0x00], encodeTlv('83', pdolData)));

/** `tag`: two bytes, `9F17`. */
export const getData = (tag: string): Uint8Array =>
  Uint8Array.of(
    0x80,
    0xca,
    Number.parseInt(tag.slice(0, 2), 16),
    Number.parseInt(tag.slice(2), 16),
    0x00,
  );

export const getChallenge = Uint8Array.of(0x00, 0x84, 0x00, 0x00, 0x00);

export const getResponse = (length: number): Uint8Array =>
  Uint8Array.of(0x00, 0xc0, 0x00, 0x00, length);

export const internalAuthenticate = (ddolData: Uint8Array): Uint8Array =>
  expecting(withData([0x00, 0x88, 0x00, 0x00], ddolData));

export const externalAuthenticate = (issuerAuthenticationData: Uint8Array): Uint8Array =>
  withData([0x00, 0x82, 0x00, 0x00], issuerAuthenticationData);

/** Reference control parameter of GENERATE AC (Book 3 table 12). */
const cryptogramType = { aac: 0x00, tc: 0x40, arqc: 0x80 } as const;
export type CryptogramType = keyof typeof cryptogramType;
const combinedDataAuthentication = 0x10;

export const generateAc = (
  type: CryptogramType,
  cdaRequested: boolean,
  cdolData: Uint8Array,
): Uint8Array =>
  expecting(
    withData(
      [0x80, 0xae, cryptogramType[type] | (cdaRequested ? combinedDataAuthentication : 0), 0x00],
      cdolData,
    ),
  );
