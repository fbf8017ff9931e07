import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capturePolicy, messageOfAsk } from '#src/capture/policy.ts';
import { messagesOf } from '#src/desk/messages.ts';
import type { Screen } from '#src/desk/view.ts';
import { describeMessage, type EmvMessageId, emvMessages } from '#src/emv/messages.ts';
import { messageEn } from '#ui/texts/message/en.ts';
import { messageZhCN } from '#ui/texts/message/zh-CN.ts';
import { samplesOf } from './samples.ts';

const ids = Object.keys(emvMessages).sort() as EmvMessageId[];
const all = samplesOf('en');
const sample = (name: string): Screen => {
  const screen = all[name];
  assert.ok(screen !== undefined, name);
  return screen;
};

describe('the standard messages (EMV 4.4 Book 4 section 11.2)', () => {
  it('are the nineteen of the book without a gap, and a few of Book A', () => {
    const first = Array.from({ length: 0x13 }, (_, i) =>
      (i + 1).toString(16).toUpperCase().padStart(2, '0'),
    );
    assert.deepEqual(ids.slice(0, first.length), first);
    assert.equal(describeMessage('0B'), '0B INSERT CARD');
    assert.equal(describeMessage('10'), '10 REMOVE CARD');
    assert.equal(describeMessage('13'), '13 TRY AGAIN');
  });

  it('have words in both languages, two of them never the same', () => {
    for (const words of [messageEn, messageZhCN]) {
      assert.deepEqual(Object.keys(words).sort(), ids);
      assert.equal(new Set(Object.values(words)).size, ids.length);
    }
  });

  /** Screen of the samples, what it says. */
  const table: readonly (readonly [string, readonly EmvMessageId[]])[] = [
    ['present-card', ['0B']],
    ['present-card-reading', ['0E']],
    ['present-card-slower', ['13']],
    ['present-card-swipe', ['12']],
    ['present-card-chip', ['11']],
    ['present-card-other', ['1C']],
    ['asking-bank-pin-right', ['0D', '0E']],
    ['held', ['03', '10']],
    ['held-sign', ['1A', '10']],
    ['held-partly', ['03']],
  ];
  for (const [name, said] of table) {
    it(`${name} says ${said.map(describeMessage).join(', ')}`, () =>
      assert.deepEqual(messagesOf(sample(name)), said));
  }

  it('a wrong PIN is said before the next one is asked for', () => {
    const pins = Object.values(all).filter((screen) => screen.name === 'pin');
    for (const screen of pins)
      assert.deepEqual(messagesOf(screen), screen.wrongBefore ? ['0A', '09'] : ['09']);
    assert.ok(pins.some(({ wrongBefore }) => wrongBefore));
  });

  it('every row of the capture policy has its message, and no chip card is ever asked to be swiped', () => {
    for (const { again } of capturePolicy) assert.ok(messageOfAsk[again] in emvMessages);
    assert.ok(capturePolicy.every(({ again }) => messageOfAsk[again] !== '12'));
  });

  it('a referral asks for a call, any other no is declined', () => {
    const declined = Object.values(all).find((screen) => screen.name === 'declined');
    assert.ok(declined !== undefined);
    const by = (responseCode: string, who: 'host' | 'card') =>
      messagesOf({ ...declined, by: who, responseCode, cardIn: true });
    assert.deepEqual(by('01', 'host'), ['04', '10']);
    assert.deepEqual(by('51', 'host'), ['07', '10']);
    assert.deepEqual(by('Z1', 'card'), ['07', '10']);
  });
});
