/** Something that must not stand in a file, and how it is told of without saying it. */
export type Secret = {
  /** What it is, without its digits: `the number of unionpay-credit`. */
  readonly what: string;
  readonly value: string | Uint8Array;
};

/** The bytes of a secret in one of the ways in which a program could have written it. */
export type Needle = { readonly what: string; readonly form: string; readonly bytes: Buffer };

/** Shorter than this is found by chance in a file of some megabytes. */
const shortestBytes = 6;

/** Every way: a text as letters and, where it is digits, as BCD on both nibbles; bytes as they are; all in hex and base64. */
export function needlesOf({ what, value }: Secret): readonly Needle[] {
  const plain =
    typeof value === 'string' ? textForms(value) : [['bytes', Buffer.from(value)] as const];
  const all = plain.flatMap(([form, bytes]) => [
    [form, bytes] as const,
    ...hexForms(form, bytes),
    ...base64Forms(form, bytes),
  ]);
  return all
    .filter(([, bytes]) => bytes.length >= shortestBytes)
    .map(([form, bytes]) => ({ what, form, bytes }));
}

type Form = readonly [string, Buffer];

function textForms(text: string): readonly Form[] {
  const wide = Buffer.from(text, 'utf16le');
  const forms: Form[] = [
    ['ASCII', Buffer.from(text, 'latin1')],
    ['UTF-16LE', wide],
    ['UTF-16BE', Buffer.from(wide).swap16()],
  ];
  // `D` and `=` separate a track 2, in nibbles too.
  const nibbles = text.replaceAll('=', 'D');
  if (/^\d+(D\d+)?$/.test(nibbles)) {
    forms.push(['BCD', packed(nibbles)], ['BCD, other nibble', packed(nibbles.slice(1))]);
    for (const separator of [' ', '-']) {
      const groups = nibbles.replace(/(.{4})(?=.)/g, `$1${separator}`);
      forms.push(
        ['ASCII in groups', Buffer.from(groups)],
        ['UTF-16LE in groups', Buffer.from(groups, 'utf16le')],
      );
    }
  }
  return forms;
}

/** Whole bytes only: the nibble beside the last digit may be anything. */
const packed = (nibbles: string): Buffer =>
  Buffer.from(nibbles.slice(0, nibbles.length - (nibbles.length % 2)), 'hex');

function hexForms(form: string, bytes: Buffer): readonly Form[] {
  const text = bytes.toString('hex');
  // As a dump of bytes says it.
  const dump: Form = [
    `${form} in hex, byte by byte`,
    Buffer.from(text.replace(/(..)(?=.)/g, '$1 ')),
  ];
  // BCD in hex is the digits as letters again.
  if (/^\d+$/.test(text) && form.startsWith('BCD')) return [dump];
  const forms: Form[] = [
    dump,
    [`${form} in hex`, Buffer.from(text)],
    [`${form} in hex, UTF-16LE`, Buffer.from(text, 'utf16le')],
  ];
  if (/[a-f]/.test(text)) forms.push([`${form} in HEX`, Buffer.from(text.toUpperCase())]);
  return forms;
}

/** The characters that do not depend on what stands before and after, for each of the three alignments. */
function base64Forms(form: string, bytes: Buffer): readonly Form[] {
  return [0, 1, 2].flatMap((before): Form[] => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor(((before + bytes.length) * 8) / 6);
    const certain = text.slice(first, last);
    const url = certain.replaceAll('+', '-').replaceAll('/', '_');
    const name = `${form} in base64, alignment ${before}`;
    return url === certain
      ? [[name, Buffer.from(certain)]]
      : [
          [name, Buffer.from(certain)],
          [`${name}, for URLs`, Buffer.from(url)],
        ];
  });
}
