/** A named bit: byte from 0, mask, and its words for a technician. */
export type NamedBit = readonly [byte: number, mask: number, words: string];

/** Terminal Verification Results, tag 95 (EMV 4.4 Book 3 annex C5). */
export const tvrBits = {
  offlineDataAuthenticationNotPerformed: [0, 0x80, 'Offline data authentication was not performed'],
  sdaFailed: [0, 0x40, 'SDA failed'],
  iccDataMissing: [0, 0x20, 'ICC data missing'],
  cardOnExceptionFile: [0, 0x10, 'Card appears on terminal exception file'],
  ddaFailed: [0, 0x08, 'DDA failed'],
  cdaFailed: [0, 0x04, 'CDA failed'],
  sdaSelected: [0, 0x02, 'SDA selected'],
  differentApplicationVersions: [1, 0x80, 'ICC and terminal have different application versions'],
  expiredApplication: [1, 0x40, 'Expired application'],
  applicationNotYetEffective: [1, 0x20, 'Application not yet effective'],
  requestedServiceNotAllowed: [1, 0x10, 'Requested service not allowed for card product'],
  newCard: [1, 0x08, 'New card'],
  cardholderVerificationFailed: [2, 0x80, 'Cardholder verification was not successful'],
  unrecognisedCvm: [2, 0x40, 'Unrecognised CVM'],
  pinTryLimitExceeded: [2, 0x20, 'PIN Try Limit exceeded'],
  pinPadNotWorking: [2, 0x10, 'PIN entry required and PIN pad not present or not working'],
  pinNotEntered: [2, 0x08, 'PIN entry required, PIN pad present, but PIN was not entered'],
  onlinePinEntered: [2, 0x04, 'Online PIN entered'],
  floorLimitExceeded: [3, 0x80, 'Transaction exceeds floor limit'],
  lowerConsecutiveOfflineLimitExceeded: [3, 0x40, 'Lower consecutive offline limit exceeded'],
  upperConsecutiveOfflineLimitExceeded: [3, 0x20, 'Upper consecutive offline limit exceeded'],
  randomlySelected: [3, 0x10, 'Transaction selected randomly for online processing'],
  merchantForcedOnline: [3, 0x08, 'Merchant forced transaction online'],
  defaultTdolUsed: [4, 0x80, 'Default TDOL used'],
  issuerAuthenticationFailed: [4, 0x40, 'Issuer authentication failed'],
  scriptFailedBeforeFinalAc: [4, 0x20, 'Script processing failed before final GENERATE AC'],
  scriptFailedAfterFinalAc: [4, 0x10, 'Script processing failed after final GENERATE AC'],
} as const satisfies Record<string, NamedBit>;

/** Transaction Status Information, tag 9B (EMV 4.4 Book 3 annex C6). */
export const tsiBits = {
  offlineDataAuthenticationPerformed: [0, 0x80, 'Offline data authentication was performed'],
  cardholderVerificationPerformed: [0, 0x40, 'Cardholder verification was performed'],
  cardRiskManagementPerformed: [0, 0x20, 'Card risk management was performed'],
  issuerAuthenticationPerformed: [0, 0x10, 'Issuer authentication was performed'],
  terminalRiskManagementPerformed: [0, 0x08, 'Terminal risk management was performed'],
  scriptProcessingPerformed: [0, 0x04, 'Script processing was performed'],
} as const satisfies Record<string, NamedBit>;

/** Application Interchange Profile, tag 82, byte 1 (EMV 4.4 Book 3 annex C1). */
export const aipBits = {
  sdaSupported: [0, 0x40, 'SDA supported'],
  ddaSupported: [0, 0x20, 'DDA supported'],
  cardholderVerificationSupported: [0, 0x10, 'Cardholder verification is supported'],
  terminalRiskManagementToBePerformed: [0, 0x08, 'Terminal risk management is to be performed'],
  issuerAuthenticationSupported: [0, 0x04, 'Issuer authentication is supported'],
  cdaSupported: [0, 0x01, 'CDA supported'],
} as const satisfies Record<string, NamedBit>;

/** Application Usage Control, tag 9F07 (EMV 4.4 Book 3 annex C2). */
export const usageBits = {
  domesticCash: [0, 0x80, 'Valid for domestic cash transactions'],
  internationalCash: [0, 0x40, 'Valid for international cash transactions'],
  domesticGoods: [0, 0x20, 'Valid for domestic goods'],
  internationalGoods: [0, 0x10, 'Valid for international goods'],
  domesticServices: [0, 0x08, 'Valid for domestic services'],
  internationalServices: [0, 0x04, 'Valid for international services'],
  atms: [0, 0x02, 'Valid at ATMs'],
  otherThanAtms: [0, 0x01, 'Valid at terminals other than ATMs'],
  domesticCashback: [1, 0x80, 'Domestic cashback allowed'],
  internationalCashback: [1, 0x40, 'International cashback allowed'],
} as const satisfies Record<string, NamedBit>;

/** Terminal Capabilities, tag 9F33 (EMV 4.4 Book 4 annex A2). */
export const capabilityBits = {
  manualKeyEntry: [0, 0x80, 'Manual key entry'],
  magneticStripe: [0, 0x40, 'Magnetic stripe'],
  icWithContacts: [0, 0x20, 'IC with contacts'],
  plaintextPin: [1, 0x80, 'Plaintext PIN for ICC verification'],
  encipheredOnlinePin: [1, 0x40, 'Enciphered PIN for online verification'],
  signature: [1, 0x20, 'Signature (paper)'],
  encipheredOfflinePin: [1, 0x10, 'Enciphered PIN for offline verification'],
  noCvm: [1, 0x08, 'No CVM required'],
  sda: [2, 0x80, 'SDA'],
  dda: [2, 0x40, 'DDA'],
  cardCapture: [2, 0x20, 'Card capture'],
  cda: [2, 0x08, 'CDA'],
} as const satisfies Record<string, NamedBit>;

export const isSet = (bytes: Uint8Array, [byte, mask]: NamedBit): boolean =>
  ((bytes[byte] ?? 0) & mask) !== 0;

export function setBit(bytes: Uint8Array, [byte, mask]: NamedBit): void {
  bytes[byte] = (bytes[byte] ?? 0) | mask;
}
