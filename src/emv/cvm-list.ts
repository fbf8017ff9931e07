/** One cardholder verification rule: two bytes of the CVM list (EMV 4.4 Book 3 annex C3). */
export type CvmRule = { readonly code: number; readonly condition: number };

export type CvmList = {
  /** Minor units of the application currency. */
  readonly amountX: number;
  readonly amountY: number;
  readonly rules: readonly CvmRule[];
};

/**
 * Tag 8E: amounts X and Y of four bytes each, then rules; undefined when the rules are not whole.
 */
export function parseCvmList(value: Uint8Array): CvmList | undefined {
  if (value.length % 2 !== 0) return undefined;
  if (value.length < 10) return { amountX: 0, amountY: 0, rules: [] };
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  const rules: CvmRule[] = [];
  for (let at = 8; at < value.length; at += 2) {
    rules.push({ code: view.getUint8(at), condition: view.getUint8(at + 1) });
  }
  return { amountX: view.getUint32(0), amountY: view.getUint32(4), rules };
}

/** What one verification consists of: a PIN in one of three ways, a signature, both, neither. */
export type Method = {
  readonly words: string;
  readonly pin?: 'plaintext' | 'enciphered' | 'online';
  readonly signature?: true;
};

/** Bits 6 to 1 of the CVM code. */
export const methods: ReadonlyMap<number, Method> = new Map<number, Method>([
  [0x00, { words: 'Fail CVM processing' }],
  [0x01, { words: 'Plaintext PIN verification performed by ICC', pin: 'plaintext' }],
  [0x02, { words: 'Enciphered PIN verified online', pin: 'online' }],
  [
    0x03,
    {
      words: 'Plaintext PIN verification performed by ICC and signature',
      pin: 'plaintext',
      signature: true,
    },
  ],
  [0x04, { words: 'Enciphered PIN verification performed by ICC', pin: 'enciphered' }],
  [
    0x05,
    {
      words: 'Enciphered PIN verification performed by ICC and signature',
      pin: 'enciphered',
      signature: true,
    },
  ],
  [0x1e, { words: 'Signature (paper)', signature: true }],
  [0x1f, { words: 'No CVM required' }],
]);

export const failCvm = 0x00;
export const noCvmRequired = 0x1f;

export const methodCode = (rule: CvmRule): number => rule.code & 0x3f;

/** Bit 7: try the next rule when this one is unsuccessful. */
export const appliesSucceedingRule = (rule: CvmRule): boolean => (rule.code & 0x40) !== 0;

export const conditionWords: ReadonlyMap<number, string> = new Map([
  [0x00, 'Always'],
  [0x01, 'If unattended cash'],
  [0x02, 'If not unattended cash and not manual cash and not purchase with cashback'],
  [0x03, 'If terminal supports the CVM'],
  [0x04, 'If manual cash'],
  [0x05, 'If purchase with cashback'],
  [0x06, 'If transaction is in the application currency and is under X value'],
  [0x07, 'If transaction is in the application currency and is over X value'],
  [0x08, 'If transaction is in the application currency and is under Y value'],
  [0x09, 'If transaction is in the application currency and is over Y value'],
]);
