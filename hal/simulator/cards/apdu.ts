/** A short command APDU (ISO/IEC 7816-4 §5.1), taken apart. */
export type Command = {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** Expected length 1…256; absent in cases 1 and 3. */
  readonly le: number | undefined;
};

/** `undefined`: the lengths do not fit any of the four cases, so the card answers 6700. */
export function parseCommand(apdu: Uint8Array): Command | undefined {
  const [cla, ins, p1, p2, p3] = apdu;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined)
    return undefined;
  const header = { cla, ins, p1, p2 };
  if (p3 === undefined) return { ...header, data: new Uint8Array(), le: undefined };
  if (apdu.length === 5) return { ...header, data: new Uint8Array(), le: p3 === 0 ? 256 : p3 };
  const data = apdu.subarray(5, 5 + p3);
  if (p3 === 0 || data.length !== p3) return undefined;
  if (apdu.length === 5 + p3) return { ...header, data, le: undefined };
  if (apdu.length !== 6 + p3) return undefined;
  const le = apdu[5 + p3] ?? 0;
  return { ...header, data, le: le === 0 ? 256 : le };
}

/** What a command handler gives back: data, then the status words. */
export type Response = { readonly data: Uint8Array; readonly sw: number };

export const sw = (statusWords: number): Response => ({ data: new Uint8Array(), sw: statusWords });

export const ok = (data: Uint8Array, statusWords = 0x9000): Response => ({ data, sw: statusWords });
