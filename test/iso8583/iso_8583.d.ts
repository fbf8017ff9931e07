/** The part of the npm library that we compare with. */
declare module 'iso_8583' {
  type Format = { ContentType: string; Label: string; LenType: string; MaxLen: number };
  type Problem = { error: string };
  export default class Iso8583 {
    constructor(fields?: Record<string, string>, formats?: Record<string, Format>);
    /** MTI in ASCII, both bitmaps in binary, fields; without a length. */
    getRawMessage(): Uint8Array | Problem;
    getIsoJSON(
      message: Uint8Array,
      options: { lenHeader: false; customFormats?: Record<string, Format> },
    ): Record<string, string> | Problem;
  }
}
