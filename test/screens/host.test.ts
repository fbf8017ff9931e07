import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CashierAction } from '#src/desk/view.ts';
import { createScreenHost, type ScreenHost } from '#ui/screen-host.ts';
import { sampleView } from './samples.ts';

describe('the terminal in the hand', () => {
  let nowMs = 0;
  let host: ScreenHost;
  let acts: CashierAction[] = [];
  let flushes = 0;
  before(() => {
    host = createScreenHost({ profile: 'esign', now: () => nowMs });
    host.onAction((action) => acts.push(action));
    host.onFlush(() => {
      flushes += 1;
    });
  });
  after(() => host.dispose());

  const run = (ms: number): void => {
    for (const end = nowMs + ms; nowMs < end; ) {
      nowMs += 10;
      host.tick(nowMs);
    }
  };
  const show = (name: string, language: 'zh-CN' | 'en' = 'en'): void => {
    host.show(sampleView(name, language));
    run(50);
    acts = [];
  };
  const tap = (target: { id?: string; text?: string }, heldMs: number = 20): void => {
    const point = host.locate(target);
    assert.ok(point, JSON.stringify(target));
    host.pointer(point.x, point.y, true);
    run(heldMs);
    host.pointer(point.x, point.y, false);
    run(200);
  };

  it('a hold with a preset amount takes three taps', () => {
    show('home');
    tap({ id: 'preauth' });
    show('amount');
    acts = [];
    tap({ id: 'preset-50000' });
    tap({ id: 'primary' });
    assert.deepEqual(acts, [
      { type: 'preset', amount: { minorUnits: 50000, currency: '156' } },
      { type: 'primary' },
    ]);
  });

  it('every key of the keypad says its digit, by touch and by the hardware key', () => {
    show('amount-empty');
    for (const digit of ['1', '5', '0', '00']) tap({ id: `digit-${digit}` });
    host.key('7');
    run(200);
    assert.deepEqual(
      acts.map((action) => (action.type === 'digit' ? action.digit : action.type)),
      ['1', '5', '0', '00', '7'],
    );
  });

  it('a cancellation wants its ring held for a second; let go, it does nothing', () => {
    show('cancel');
    tap({ id: 'confirm' }, 600);
    assert.deepEqual(acts, []);
    run(300);
    tap({ id: 'confirm' }, 1100);
    assert.deepEqual(acts, [{ type: 'confirmHeld' }]);
  });

  it('is found by the words on it, also where they stand on two lines', () => {
    show('why');
    tap({ text: 'Wipe chip, insert again' });
    tap({ text: 'Other ways (4)' });
    assert.deepEqual(acts, [
      { type: 'way', remedy: 'readAgain' },
      { type: 'go', to: 'ways' },
    ]);
    assert.equal(host.locate({ text: 'Tap the card' }), undefined);
    assert.equal(host.locate({ id: 'no-such-thing' }), undefined);
  });

  it('rows choose themselves by number', () => {
    show('ways', 'zh-CN');
    host.key('3');
    run(200);
    assert.deepEqual(acts, [{ type: 'way', remedy: 'otherCard' }]);
  });

  it('says its screen, language, words and actions', () => {
    show('held', 'zh-CN');
    const { name, language, texts, actions } = host.answer();
    assert.equal(name, 'held');
    assert.equal(language, 'zh-CN');
    assert.ok(texts.includes('冻结到 12月23日（30 天）'));
    assert.deepEqual(actions, []);
    show('hold');
    assert.deepEqual(
      host.answer().actions.map(({ id }) => id),
      ['back', 'increment', 'cancel-hold', 'print', 'complete'],
    );
  });

  it('turns to the other language and to the night at once', () => {
    host.show(sampleView('home', 'en', { theme: 'dark' }));
    run(50);
    assert.deepEqual([...host.frame.subarray(0, 3)], [0x19, 0x11, 0x0c]);
    host.show(sampleView('home', 'zh-CN'));
    run(50);
    assert.deepEqual([...host.frame.subarray(0, 3)], [0xf8, 0xf5, 0xf3]);
    assert.ok(host.answer().texts.includes('预授权'));
  });

  it('moves nothing but the card, and rests after half a minute', () => {
    show('present-card');
    const before = flushes;
    run(900);
    assert.ok(flushes - before > 10, 'the card slides');
    run(31_000);
    const rested = flushes;
    run(5_000);
    assert.equal(flushes, rested);
  });

  it('asks for no tick and draws nothing when nothing happens', () => {
    show('home');
    run(500);
    const idle = flushes;
    nowMs += 1000;
    assert.equal(host.tick(nowMs), -1);
    host.show(sampleView('home', 'en'));
    nowMs += 1000;
    host.tick(nowMs);
    assert.equal(flushes, idle);
  });
});
