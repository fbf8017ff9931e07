import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import type { CardFault } from '#hal/simulator/cards/profile.ts';
import { createCardSlot } from '#hal/simulator/cards/slot.ts';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { recordingInput } from '#src/technician/recording-input.ts';
import { outcomeWords } from '#src/technician/verdict.ts';
import { perform } from '../../scripts/technician/perform.ts';
import { VirtualTime } from './virtual-time.ts';

const profile = findCard('unionpay-credit');
assert.ok(profile);

/** A hold with a card that has one fault, at a reader as patient as the terminal's: its end and the card's time. */
async function holdWith(fault: CardFault, answerTimeoutMs = 3500) {
  const time = new VirtualTime();
  const slot = createCardSlot({ wait: time.wait, find: () => ({ ...profile!, faults: [fault] }) });
  slot.insert('unionpay-credit');
  const reader = openSimulatedReader(slot, { answerTimeoutMs, startTimer: time.startTimer });
  const { outcome } = await perform(await reader.connect(), recordingInput, {
    bank: 'approve',
    pin: 'entered',
    random: (length) => new Uint8Array(length).fill(5),
  });
  await reader.close();
  return { end: outcomeWords(outcome), tookMs: time.nowMs };
}

const instructions: readonly (readonly [name: string, instruction: string, step: string])[] = [
  ['SELECT', 'A4', 'select'],
  ['GET PROCESSING OPTIONS', 'A8', 'initiate'],
  ['READ RECORD', 'B2', 'select'],
  ['GENERATE AC', 'AE', 'generateAc1'],
];

describe('a card that thinks for long', () => {
  for (const [name, instruction] of instructions) {
    it(`takes 3 s over its first ${name}, and the hold is made`, async () => {
      const at = { instruction, occurrence: 1 };
      const { end, tookMs } = await holdWith({ at, do: { type: 'slow', ms: 3000 } });
      assert.match(end, /^approved /);
      assert.equal(tookMs, 3000);
    });
  }

  it('takes 3 s over every answer, and the hold is made', async () => {
    const { end } = await holdWith({ at: {}, do: { type: 'slow', ms: 3000 } });
    assert.match(end, /^approved /);
  });

  for (const [name, instruction, step] of instructions) {
    it(`never answers ${name}: it is called mute after 3.5 s, and where`, async () => {
      const { end, tookMs } = await holdWith({ at: { instruction }, do: { type: 'mute' } });
      assert.equal(end, `failed cardMute ${step}`);
      assert.equal(tookMs, 3500);
    });
  }

  it('is mute for a reader that waits less long than the card thinks', async () => {
    const slow: CardFault = { at: { instruction: 'AE' }, do: { type: 'slow', ms: 3600 } };
    assert.match((await holdWith(slow)).end, /^failed cardMute /);
  });
});
