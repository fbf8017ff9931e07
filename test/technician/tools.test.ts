import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findCard } from '#hal/simulator/cards/tray.ts';

const folder = mkdtempSync(join(tmpdir(), 'technician-'));
after(() => rmSync(folder, { recursive: true }));

function run(tool: string, args: readonly string[], input = '') {
  const script = new URL(`../../scripts/${tool}.ts`, import.meta.url).pathname;
  const done = spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

test('decode reads its argument or standard input, and says by its exit code how it went', () => {
  const spoken = run('decode', ['--tvr', '8000048000']);
  assert.equal(spoken.code, 0);
  assert.match(spoken.out, /Online PIN entered/);
  const piped = run('decode', [], '5A0862220000');
  assert.equal(piped.code, 1);
  assert.match(piped.err, /^TLV at byte 2: /);
  assert.equal(run('decode', ['--tvr', '--tsi', 'E800']).code, 2);
  assert.equal(run('decode', ['--nonsense']).code, 2);
});

test('card tells of a card of the tray, and which cards there are when it does not know one', () => {
  const told = run('card', ['--card', 'unionpay-debit']);
  assert.equal(told.code, 0);
  assert.match(told.out, /number \(5A\): 622202\*{9}5310/);
  assert.match(told.out, /What this terminal would do with it[\s\S]*Accepted: the chip is ready/);
  assert.ok(!told.out.includes(findCard('unionpay-debit')?.pan ?? ''));
  const unknown = run('card', ['--card', 'nobody']);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /unionpay-credit/);
  assert.match(run('card', ['--card', 'dead-chip']).out, /No contact: the card gives no answer/);
});

for (const [card, options, end] of [
  ['unionpay-credit', ['--bank', 'approve'], 'approved 0080048000'],
  ['offline-pin', ['--bank', 'decline', '--masked-like-real'], 'declinedByHost 8080008000'],
  ['two-numbers', ['--bank', 'none'], 'failed dataConflict'],
] as const) {
  test(`a hold with ${card} is recorded without its number and replays to: ${end}`, () => {
    const file = join(folder, `${card}.apdu`);
    const recorded = run('record', ['--card', card, ...options, file]);
    assert.equal(recorded.code, 0, recorded.err);
    const text = readFileSync(file, 'utf8');
    assert.ok(!text.includes(findCard(card)?.pan ?? ''));
    const replayed = run('replay', [file]);
    assert.equal(replayed.code, 0, replayed.err);
    assert.ok(replayed.out.includes(`= ${end}`), replayed.out);
  });
}

test('a replay that deviates ends with 1 and names the line', () => {
  const file = join(folder, 'changed.apdu');
  const text = readFileSync(new URL('../cards/mute.apdu', import.meta.url), 'utf8');
  writeFileSync(file, text.replace('! cardMute', '< 6F00'));
  const line = text.split('\n').findIndex((it) => it.startsWith('= ')) + 1;
  const replayed = run('replay', [file]);
  assert.equal(replayed.code, 1);
  assert.ok(replayed.err.includes(`changed.apdu:${line}: here the kernel ends as: `), replayed.err);
  assert.equal(run('replay', []).code, 2);
});

test('the fuzzer prints its seed, counts and speed', () => {
  const fuzzed = run('fuzz', ['--inputs', '300', '--seed', '5', '--only', 'slip']);
  assert.equal(fuzzed.code, 0, fuzzed.err);
  assert.match(fuzzed.out, /^seed 5\nslip code: 300 inputs, \d+\/s: .*\n300 inputs in .*none hung/);
});
