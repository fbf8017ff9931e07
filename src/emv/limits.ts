/** Every bound of the kernel in one place: whatever a card answers, a transaction ends. */
export const limits = {
  /** Commands in one transaction, GET RESPONSE and repeated ones included. */
  commands: 240,
  /** 61xx and 6Cxx rounds of one command. */
  chainedResponses: 8,
  /** Bytes of one answer, all its parts together. */
  responseBytes: 2048,
  /** Records of the payment system directory. */
  directoryRecords: 16,
  candidates: 16,
  /** SELECT NEXT for one AID. */
  selectNext: 8,
  /** Records that an AFL may name; real cards stay under 20. */
  records: 40,
  /** Data of one command (ISO/IEC 7816-4, short length). */
  commandData: 255,
  /** Wrong offline PINs in one transaction. */
  offlinePinTries: 15,
  scripts: 16,
  scriptCommands: 64,
  evidenceBytes: 64,
} as const;
