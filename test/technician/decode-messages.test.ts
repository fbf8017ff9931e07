import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import type { HostLink } from '#hal/link/contract.ts';
import { BankCounter } from '#hal/simulator/bank/counter.ts';
import { tablesOf } from '#hal/simulator/bank/tables.ts';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import type { HostRequest, RequestCard } from '#src/acquirer/contract.ts';
import type { AcquirerSettings, KeyMode } from '#src/acquirer/settings.ts';
import { hex, toHex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { defaults } from '#src/config/defaults.ts';
import { cny } from '#src/money.ts';
import { sm4, tdes } from '#src/security/block-cipher.ts';
import { decode } from '#src/technician/decode.ts';
import { masterKey, settings } from '../acquirer/bench-bank.ts';

const number = '6222020000000000018';
const pan = Pan.parse(number) as Pan;
const track2 = `${number}D35122010000000000`;
const chipData = hex('9F2608A1B2C3D4E5F60718950500800480009F34034203009F360200019F370411223344');
const card: RequestCard = { pan, expiry: '3512', panSequenceNumber: 1, track2, chipData };
const stan = (at: number) => ({ stan: at, batch: 7 });
const financial = (at: number) => ({
  ...stan(at),
  amount: cny(12_345),
  localDate: '1123',
  localTime: '101531',
  card,
  posEntryMode: '051',
});
const original = {
  batch: 7,
  stan: 11,
  date: '1123',
  rrn: '632710000123',
  authorisationCode: '123456',
};
const sums = { debitMinorUnits: 12_345, debitCount: 1, creditMinorUnits: 0, creditCount: 0 };
const record = { stan: 12, pan, minorUnits: 12_345, foreignCard: false };
const upload = (at: number, balanced: boolean, what: 'stripe' | 'chip' | 'end'): HostRequest => ({
  kind: 'upload',
  ...stan(at),
  balanced,
  upload:
    what === 'stripe'
      ? { type: what, records: Array.from({ length: 8 }, () => record) }
      : what === 'end'
        ? { type: what, count: 9 }
        : {
            type: what,
            transaction: { amount: cny(12_345), posEntryMode: '051', card: { pan, chipData } },
          },
});

/** Every message that the terminal can send. */
const requests: readonly HostRequest[] = [
  { kind: 'signIn', ...stan(1), operator: '01' },
  { kind: 'echo', ...stan(2) },
  { kind: 'preauth', ...financial(11), cardPresent: true },
  { kind: 'preauth', ...financial(12), cardPresent: false, posEntryMode: '012' },
  { kind: 'increment', ...financial(13), original },
  { kind: 'completion', ...financial(14), original },
  { kind: 'completionVoid', ...financial(15), original },
  { kind: 'cancellation', ...financial(16), original },
  { kind: 'completionAdvice', ...financial(17), original },
  { kind: 'offlineAdvice', ...financial(18), authorisationCode: '654321' },
  { kind: 'scriptReport', ...financial(19), original },
  ...(['preauth', 'increment', 'cancellation', 'completion', 'completionVoid'] as const).map(
    (of, at): HostRequest => ({
      kind: 'reversal',
      ...financial(20 + at),
      of,
      reason: '98',
      original,
    }),
  ),
  { kind: 'settlement', ...stan(30), totals: { domestic: sums } },
  upload(31, false, 'stripe'),
  upload(32, false, 'chip'),
  upload(33, false, 'end'),
  upload(34, true, 'chip'),
  upload(35, true, 'end'),
  ...(['parameters', 'caPublicKeys', 'applications'] as const).flatMap(
    (table, at): HostRequest[] => [
      { kind: 'download', ...stan(40 + at), table, step: { type: 'query', received: 0 } },
      {
        kind: 'download',
        ...stan(50 + at),
        table,
        step: {
          type: 'fetch',
          item: hex(['', '9F0605A0000003339F2201F1', '9F0608A000000333010102'][at] ?? ''),
        },
      },
      { kind: 'download', ...stan(60 + at), table, step: { type: 'end' } },
    ],
  ),
  { kind: 'signOff', ...stan(70), operator: '01' },
];

/** The terminal's own way to a bank without a line between them; every frame of both is kept. */
async function frames(protocol: AcquirerSettings['protocol'], keyMode: KeyMode) {
  const counter = new BankCounter(
    {
      tmk: toHex(masterKey),
      dialect: protocol === 'unionpay' ? 'unionpay-bcd' : 'iso8583-ascii',
      keyMode,
      strangers: 'accept',
      tables: tablesOf(defaults),
    },
    { entries: [], append: () => {} },
  );
  const kept: { request: HostRequest; frame: Uint8Array }[] = [];
  let request = requests[0] as HostRequest;
  const link: HostLink = {
    async exchange(frame) {
      kept.push({ request, frame });
      const reaction = counter.react(frame);
      if (reaction.type !== 'send') throw new Error(`the bank: ${reaction.type}`);
      kept.push({ request, frame: reaction.frame });
      return reaction.frame;
    },
    onLate: () => {},
    useNext: () => ({ host: 'none', port: 1 }),
    probe: async () => {},
    close: async () => {},
  };
  const cipher = keyMode === 'sm4' ? sm4 : tdes;
  const keystore = new SoftwareKeystore({ cipher, masterKey, folder: memoryKeyFolder() });
  const acquirer = createAcquirer({ settings: { ...settings, protocol, keyMode }, link, keystore });
  for (request of requests) await acquirer.exchange(request);
  return kept;
}

/** Fields that hold more than one thing. */
const composite = [22, 44, 48, 53, 54, 55, 60, 61, 62, 63, 90];

function check(name: string, frame: Uint8Array): void {
  const decoded = decode(toHex(frame), 'iso');
  assert.ok(decoded.type === 'explained', `${name}: ${JSON.stringify(decoded)}`);
  const { lines } = decoded;
  const said = lines.join('\n');
  assert.doesNotMatch(
    said,
    /→ rest|→ \w+ unknown|F\d+ unknown|unknown state|not TLV/,
    `${name}\n${said}`,
  );
  for (const [at, line] of lines.entries()) {
    const field = Number(/^F(\d+) /.exec(line)?.[1]);
    const told = lines[at + 1]?.startsWith('  ') === true;
    if (composite.includes(field)) assert.ok(told, `${name}: field ${field} stays whole\n${said}`);
  }
  // Every message type and network code that the terminal uses has its words.
  for (const line of lines)
    if (/^ {2}60\.. (message|network)|^ {2}(22|53)\.1 /.test(line))
      assert.match(line, /: \S+, \S/, line);
  assert.ok(!said.includes(number) && !said.includes(number.slice(0, 13)), said);
  assert.ok(!said.includes('35122010'), 'no track');
}

const modes: readonly (readonly [AcquirerSettings['protocol'], KeyMode])[] = [
  ['unionpay', 'single'],
  ['unionpay', 'double'],
  ['unionpay', 'doubleWithTrack'],
  ['unionpay', 'sm4'],
  ['iso1987', 'double'],
  ['iso1987', 'doubleWithTrack'],
  ['iso1987', 'sm4'],
];

describe('every message of the terminal and the answer to it, in words to the last byte', () => {
  for (const [protocol, keyMode] of modes) {
    it(`${protocol}, ${keyMode}`, async () => {
      const kept = await frames(protocol, keyMode);
      assert.equal(kept.length, 2 * requests.length);
      for (const { request, frame } of kept) check(request.kind, frame);
    });
  }

  it('keys of a sign-in show their names, lengths and check values, and no byte of a key', async () => {
    const [, answer] = await frames('unionpay', 'doubleWithTrack');
    const decoded = decode(toHex(answer?.frame ?? hex('')), 'iso');
    assert.ok(decoded.type === 'explained');
    const keys = decoded.lines.filter((line) => line.startsWith('  62.'));
    assert.deepEqual(
      keys.map((line) => line.slice(7, 17).trim()),
      ['pin key: 1', 'mac key: 1', 'track key:'],
    );
    for (const line of keys) assert.match(line, /not shown; check value [0-9A-F]{8}$/);
  });

  it('the totals of a settlement and the records of an upload are told one by one, numbers masked', async () => {
    const kept = await frames('unionpay', 'double');
    const of = (kind: string) => kept.find(({ request }) => request.kind === kind)?.frame;
    const said = (kind: string) => {
      const decoded = decode(toHex(of(kind) ?? hex('')), 'iso');
      assert.ok(decoded.type === 'explained');
      return decoded.lines;
    };
    assert.ok(said('settlement').includes('  48.1 debits: 123.45'));
    assert.ok(said('settlement').includes('  48.5 reply flag: 0, nothing to say'));
    const upload = said('upload');
    assert.ok(upload.includes('  record 8'));
    assert.ok(upload.includes('  48.3 card number: 622202*********0018'));
    assert.ok(
      upload.includes(
        '  60.3 network management code: 201, settlement, or upload of stripe transactions',
      ),
    );
  });

  it('a dialect that is said is the one that is tried', async () => {
    const kept = await frames('unionpay', 'sm4');
    const frame = kept.find(({ request }) => request.kind === 'preauth')?.frame ?? hex('');
    const forced = decode(toHex(frame), 'iso', { name: 'bcd', keys: 'track-key' });
    assert.ok(forced.type === 'explained');
    assert.ok(forced.lines.includes('dialect unionpay-bcd-track-key'));
    assert.equal(decode(toHex(frame), 'iso', { name: 'ascii' }).type, 'malformed');
  });
});
