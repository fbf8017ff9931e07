import type { MacAlgorithm } from '../security/mac.ts';

/** What F60.3 of a sign-in asks for: single DES, double length, double length with a track key, SM4. */
export type KeyMode = 'single' | 'double' | 'doubleWithTrack' | 'sm4';

/** What one acquirer wants of the terminal; the rows of the messages are in the protocol's table. */
export type AcquirerSettings = {
  /** Table of messages and fields: `unionpay` in BCD, `iso1987` in plain ASCII. */
  readonly protocol: 'unionpay' | 'iso1987';
  /** 10 hex digits, `6000030000`: 60, destination, source. */
  readonly tpdu: string;
  /** 12 hex digits, `603100311010`. */
  readonly header: string;
  /** F42, up to 15 characters. */
  readonly merchantId: string;
  /** F41, 8 characters. */
  readonly terminalId: string;
  readonly macAlgorithm: MacAlgorithm;
  readonly keyMode: KeyMode;
  /** Whether the host proves its refusals too (F64). Where it does not, one without a code is believed. */
  readonly refusalsCarryMac: boolean;
  /**
   * How a stripe read instead of a chip is said: entry mode 80x, or 02x with the chip condition 2 in F60.5.
   * The flows always say 80x.
   */
  readonly fallbackPosEntry: '80' | '02';
  /** F60.4: 5 contact chip, 6 contactless too. */
  readonly readCapability: '5' | '6';
  /** F26, two digits. */
  readonly pinCaptureCode: string;
  /** F12 and F13 in financial requests. */
  readonly sendLocalTime: boolean;
};
