import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { textsOf } from '#ui/theme.ts';
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

/** Laid over the defaults: short waits, and a pass that ends soon. */
const quick = {
  language: 'en',
  acquirer: { answerTimeoutMs: 1_000, retrySeconds: 2 },
  training: { questions: 5, exercises: 1, passPercent: 50, refresherDays: 10, remindDays: 14 },
  policies: { assessmentRequired: true },
};

describe('the assessment at the glass', () => {
  let shop: Simulator;
  let cashier: Cashier;

  before(async () => {
    shop = await Simulator.start({ config: quick });
    cashier = new Cashier(shop);
  });
  after(() => shop?.stop());

  const rows = () => shop.get<readonly Row[]>('/api/journal?after=0');
  const due = async () => {
    const { texts } = await shop.until('notice');
    assert.ok(texts.includes('Assessment due'), texts.join(' | '));
    await cashier.tap('primary');
    await shop.until('home');
  };

  it('who has no pass is told so, and takes a hold only when a supervisor agrees', async () => {
    await due();
    await cashier.tap('preauth');
    await shop.until('supervisor');
    await cashier.supervisor();
    await shop.until('amount');
    await cashier.tap('back');
    await shop.until('home');
  });

  it('questions and an exercise are answered, and the certificate is printed', async () => {
    await cashier.tap('settings');
    await cashier.tap('training');
    await cashier.tap('assessment');
    await shop.until('assessment');
    await cashier.tap('primary');
    for (let at = 1; at <= 5; at++) {
      const { texts } = await shop.until('question');
      await cashier.tap(`option-${rightPlace(texts)}`);
      await cashier.tap('primary');
    }
    await shop.until('training');
    await cashier.tap('primary');
    await shop.until('home');
    await cashier.tap('leave-training');
    await shop.until('training-result');
    await cashier.tap('primary');
    const { texts } = await shop.until('assessment-result');
    assert.ok(texts.includes('60 %'), texts.join(' | '));
    const slips = await shop.get<readonly Slip[]>('/api/paper');
    const certificate = slips.find(({ text }) => text.includes('CERTIFICATE'));
    assert.match(certificate?.text ?? '', /Li Na/);
    assert.match(certificate?.text ?? '', /60 %/);
    assert.match(certificate?.text ?? '', /Valid until/);
    assert.doesNotMatch(certificate?.text ?? '', /NO RECEIPT/, 'the certificate is a real one');
    const kinds = (await rows()).map(({ event }) => event.kind);
    assert.ok(kinds.includes('assessment.started') && kinds.includes('assessment.passed'));
    await cashier.tap('done');
  });

  it('a pass takes holds alone, and its end is said in time', async () => {
    await cashier.home();
    await cashier.tap('preauth');
    await shop.until('amount');
    await cashier.tap('back');
    await shop.post('/api/clock', { advanceMs: 86_400_000 });
    await due();
  });

  it('what is owed to the bank is delivered while somebody trains', async () => {
    await shop.post('/api/bank/behaviour', { mode: 'silent', when: 'afterBooking' });
    await cashier.askHold(50_000);
    await shop.insert('unionpay-credit');
    await shop.pin('123456');
    await shop.until('why');
    await shop.remove();
    await cashier.home();
    await cashier.tap('settings');
    await cashier.tap('training');
    await cashier.tap('exercise-noCard');
    await cashier.tap('primary');
    await shop.until('home');
    const settled = async () =>
      (await rows()).some(({ event }) => event.kind === 'reversal.settled');
    assert.equal(await settled(), false);
    await shop.post('/api/bank/behaviour', { mode: 'approve' });
    await shop.eventually(settled, 'the reversal');
    const { texts } = await shop.screen();
    assert.ok(texts.includes('Training'), 'the exercise is still on the glass');
    await cashier.tap('leave-training');
    await shop.until('training-result');
  });
});

/** Where the right answer of the shown question stands. */
function rightPlace(texts: readonly string[]): number {
  const { questions } = textsOf('en').training;
  const known = Object.values(questions).find(({ question }) => texts.includes(question));
  assert.ok(known, `no question among ${texts.join(' | ')}`);
  const shown = texts.filter((text) => (known.answers as readonly string[]).includes(text));
  return shown.indexOf(known.answers[0]);
}
