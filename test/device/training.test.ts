import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Cashier } from './shift.ts';
import { Simulator } from './simulator.ts';

type Row = {
  readonly seq: number;
  readonly event: { readonly kind: string } & Record<string, unknown>;
};
type Message = { readonly text: string };
type Slip = { readonly text: string };

/** Through the calls alone: an exercise is played by touches, and the world outside hears nothing of it. */
describe('training at the glass', () => {
  let shop: Simulator;
  let cashier: Cashier;

  before(async () => {
    shop = await Simulator.start({ args: ['--language', 'en'] });
    cashier = new Cashier(shop);
    await cashier.home();
  });
  after(() => shop?.stop());

  const rows = () => shop.get<readonly Row[]>('/api/journal?after=0');
  const messages = async () =>
    (await shop.get<readonly Message[]>('/api/bank/messages')).filter(({ text }) =>
      text.includes('preauth'),
    ).length;
  const toExercise = async (exercise: string) => {
    await cashier.home();
    await cashier.tap('settings');
    await cashier.tap('training');
    await shop.until('training-list');
    await cashier.tap(`exercise-${exercise}`);
    await shop.until('training');
  };
  const ask = async () => {
    await cashier.tap('primary');
    await shop.until('home');
    await cashier.tap('preauth');
    await cashier.tap('preset-50000');
    await cashier.tap('primary');
  };

  it('an exercise is solved, graded and remembered; the real journal has its result and nothing else', async () => {
    const before = (await rows()).length;
    const asked = await messages();
    await toExercise('unknownCard');
    await ask();
    await shop.until('why');
    const { texts, actions } = await shop.screen();
    assert.ok(texts.includes('Training'), 'the word stands on the screen of the exercise');
    assert.ok(actions.some(({ id }) => id === 'leave-training'));
    await cashier.tap('primary');
    await shop.until('result');
    await cashier.tap('done');
    const { texts: result } = await shop.until('training-result');
    assert.ok(result.includes('100 of 100'), result.join(' | '));
    const kinds = (await rows()).slice(before).map(({ event }) => event.kind);
    assert.deepEqual(kinds, ['training.started', 'training.ended']);
    assert.equal(await messages(), asked, 'the bank was not asked');
    assert.deepEqual(await shop.holds(), []);
    assert.deepEqual(await shop.get('/api/incidents'), []);
  });

  it('its slips say so at both ends', async () => {
    const slips = await shop.get<readonly Slip[]>('/api/paper');
    assert.ok(slips.length > 0);
    for (const { text } of slips) {
      assert.equal(text.split('TRAINING 培训').length, 3, text);
      assert.match(text, /NO RECEIPT/);
    }
  });

  it('a touch on the band leaves at once', async () => {
    await toExercise('deadLine');
    await ask();
    await shop.until('why');
    await cashier.tap('leave-training');
    const { texts } = await shop.until('training-result');
    assert.ok(texts.includes('Left half-way'));
  });

  it('a real card is refused with words, and not one command reaches it', async () => {
    await toExercise('noCard');
    await ask();
    await shop.until('present-card');
    await shop.insert('unionpay-credit');
    const { texts } = await shop.until('notice');
    assert.ok(texts.includes('A real card'), texts.join(' | '));
    await shop.remove();
    await shop.until('present-card');
    await cashier.tap('leave-training');
    await shop.until('training-result');
    assert.deepEqual(await shop.holds(), []);
  });
});
