import { spawnSync } from 'node:child_process';
import Iso8583 from 'iso_8583';
import { concat, hex, toHex } from '#src/bytes.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import type { Message } from '#src/iso8583/message.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { packByHand, unpackByHand } from './iso8583-by-hand.ts';
import { perSecond, type Row } from './row.ts';

const rounds = 15;

const chipTags: readonly [tag: string, length: number][] = [
  ['9F26', 8],
  ['9F27', 1],
  ['9F10', 19],
  ['9F37', 4],
  ['9F36', 2],
  ['95', 5],
  ['9A', 3],
  ['9C', 1],
  ['9F02', 6],
  ['5F2A', 2],
  ['82', 2],
  ['9F1A', 2],
  ['9F03', 6],
  ['9F33', 3],
  ['9F34', 3],
  ['9F35', 1],
  ['9F1E', 8],
  ['84', 8],
  ['9F09', 2],
  ['9F41', 4],
];

/** Field 55 of 145 bytes. */
const chipData = concat(
  ...chipTags.map(([tag, length]) =>
    concat(hex(tag), Uint8Array.of(length), new Uint8Array(length).fill(0xa5)),
  ),
);

/** A chip pre-authorisation with PIN: 267 bytes. */
const preauth: Message = {
  mti: '0100',
  fields: {
    2: '6222021234567890123',
    3: '030000',
    4: '000000012345',
    11: '000123',
    14: '3012',
    22: '051',
    23: '001',
    25: '06',
    26: '12',
    35: '6222021234567890123=30122010000012345',
    41: '12345678',
    42: '123456789012345',
    49: '156',
    52: hex('1122334455667788'),
    53: '2600000000000000',
    55: chipData,
    60: '10000001000500',
    64: hex('0000000000000000'),
  },
};

/** The same for the npm library: bytes as hex text, formats of two fields set right. */
const asText = Object.fromEntries([
  ['0', preauth.mti],
  ...Object.entries(preauth.fields).map(([n, v]) => [n, typeof v === 'string' ? v : toHex(v!)]),
]);
const formats = {
  53: { ContentType: 'n', Label: '', LenType: 'fixed', MaxLen: 16 },
  64: { ContentType: 'b', Label: '', LenType: 'fixed', MaxLen: 16 },
};

function otherLibrary(): void {
  const message = new Iso8583(asText, formats).getRawMessage();
  if (!(message instanceof Uint8Array)) throw new Error(message.error);
  new Iso8583({}, formats).getIsoJSON(message, { lenHeader: false, customFormats: formats });
}

/** Messages a second of the fastest of some rounds: other programs on the machine only ever slow one down. */
function fastest(step: () => unknown, stepsARound: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let i = 0; i < stepsARound; i++) step();
    best = Math.min(best, performance.now() - start);
  }
  return (1000 * stepsARound) / best;
}

/** pyiso8583 on the same fields in ASCII, when this machine's python3 has it. */
const pythonProgram = `
import json, sys, time, copy
import iso8583
from iso8583.specs import default_ascii as standard
spec = copy.deepcopy(standard)
fields = json.loads(sys.stdin.read())
for n in fields:
    if n != '0': spec[n] = {'data_enc': 'latin-1', 'len_enc': 'ascii', 'len_type': 3, 'max_len': 999, 'desc': ''}
fields['t'] = fields.pop('0')
best = 9e9
for _ in range(5):
    start = time.perf_counter()
    for _ in range(500):
        raw, _encoded = iso8583.encode(dict(fields), spec)
        iso8583.decode(raw, spec)
    best = min(best, time.perf_counter() - start)
print(500 / best)
`;

const howToInstall = `pyiso8583 is not measured: the python3 on this path has none. To see it beside ours in the same run:
  python3 -m venv .cache/python && .cache/python/bin/pip install pyiso8583
  PATH="$PWD/.cache/python/bin:$PATH" npm run bench -- iso8583
`;

function pythonLibrary(): number | undefined {
  const run = spawnSync('python3', ['-c', pythonProgram], { input: JSON.stringify(asText) });
  return run.status === 0 ? Number(run.stdout.toString()) : undefined;
}

/**
 * Pack + unpack of one pre-authorisation a second: our table beside a hand-written loop for this one message, the
 * npm library, and pyiso8583 where python has it.
 */
export function benchIso8583(): readonly Row[] {
  const bytes = pack(unionPay, preauth);
  const [mine, byHand] = [toHex(bytes), toHex(packByHand(preauth))];
  if (mine !== byHand) throw new Error('the hand-written loop packs other bytes');
  const ours = fastest(() => unpack(unionPay, pack(unionPay, preauth)), 20_000);
  const row = (peer: string, theirs: number): Row => ({
    what: `iso8583: ${bytes.length} bytes packed and unpacked`,
    ours: perSecond(ours),
    peer,
    theirs: perSecond(theirs),
    ratio: ours / theirs,
  });
  const python = pythonLibrary();
  if (python === undefined) console.log(howToInstall);
  return [
    row(
      'a hand-written loop',
      fastest(() => unpackByHand(packByHand(preauth)), 20_000),
    ),
    { ...row('npm iso_8583', fastest(otherLibrary, 500)), wanted: '≥ 10' },
    ...(python === undefined ? [] : [row('pyiso8583', python)]),
  ];
}
