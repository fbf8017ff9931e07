import assert from 'node:assert/strict';
import test from 'node:test';
import { toHex } from '#src/bytes.ts';
import { isTlvError, parseTlv } from '#src/tlv/tlv.ts';
import { pan, testCard } from './card.ts';
import { hold, run } from './world.ts';

test('a hold with a chip card goes select, options, records, PIN, ARQC, bank, TC and is approved', () => {
  const { outcome, commands } = run(testCard(), hold);
  assert.equal(outcome.type, 'approved');
  assert.equal(outcome.card.pan.reveal(), pan);
  assert.equal(outcome.lines.tvr, '8000040000');
  assert.equal(outcome.lines.tsi, '6800');
  assert.equal(outcome.lines.cvmResults, '420300');
  assert.deepEqual(
    commands.map((command) => command.slice(0, 8)),
    ['00A40400', '00A40400', '00A40400', '80A80000', '00B2010C', '80AE8000', '80AE4000'],
  );
});

test('the request to the bank carries the chip data in the order of field 55', () => {
  const { requests } = run(testCard(), hold);
  const online = requests.find((request) => request.type === 'online');
  const objects = parseTlv(online?.request.chipData ?? new Uint8Array(0));
  assert.ok(!isTlvError(objects));
  assert.equal(
    objects.map(({ tag }) => tag).join(' '),
    '9F26 9F27 9F10 9F37 9F36 95 9A 9C 9F02 5F2A 82 9F1A 9F03 9F33 9F34 9F35 9F1E 84 9F09 9F41',
  );
  assert.equal(toHex(objects[1]?.value ?? new Uint8Array(0)), '80');
  assert.equal(online?.request.pinEntered, true);
});
