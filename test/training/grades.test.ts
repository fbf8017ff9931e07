import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gradeOf, Trainee } from './trainee.ts';

const begin = async (...[exercise]: Parameters<Trainee['begin']>) => {
  const trainee = new Trainee();
  trainee.begin(exercise);
  await trainee.ask();
  return trainee;
};

describe('a wrong way is graded so', () => {
  it('another card for a dirty chip is allowed, but not the best', async () => {
    const trainee = await begin('dirtyChip');
    await trainee.way('otherCard');
    const grade = gradeOf('dirtyChip', await trainee.done());
    assert.equal(grade.marks.way, 'half');
    assert.equal(grade.points, 75);
  });

  it('giving up leaves the way, the money and the case undone', async () => {
    const trainee = await begin('unknownCard');
    await trainee.until('why');
    trainee.tap({ type: 'way', remedy: 'stop' });
    const grade = gradeOf('unknownCard', await trainee.played());
    assert.equal(grade.marks.way, 'missed');
    assert.equal(grade.marks.case, 'missed');
    assert.ok(grade.points < 50, String(grade.points));
  });

  it('the wrong amount is not where the money belongs, however well it was held', async () => {
    const trainee = new Trainee();
    trainee.begin('unknownCard');
    await trainee.ask(20_000);
    await trainee.way('otherCard');
    const grade = gradeOf('unknownCard', await trainee.done());
    assert.equal(grade.marks.money, 'missed');
    assert.equal(grade.marks.way, 'good');
  });

  it('something forbidden takes every point, whatever came after it', () => {
    const played = {
      end: 'finished',
      seconds: 10,
      taps: 5,
      holds: [],
      heldAtBank: [],
      incidents: [
        {
          incidentId: 'a',
          ticket: '1',
          state: 'open',
          openedAtMs: 0,
          amount: { minorUnits: 50_000, currency: '156' },
          operator: '01',
          diagnosis: {
            cause: 'suspectedFraud',
            finding: 'keepCard',
            code: 'F1',
            because: [],
            alternatives: [],
            remedies: [],
          },
          evidence: [],
          timeline: [
            { atMs: 1, what: 'way', remedy: 'otherCard' },
            { atMs: 2, what: 'way', remedy: 'otherCard', end: 'failed' },
            { atMs: 3, what: 'way', remedy: 'keepCard', end: 'done' },
          ],
        },
      ],
    } as const;
    const grade = gradeOf('lostCard', played);
    assert.equal(grade.marks.harm, 'missed');
    assert.equal(grade.points, 0);
  });

  it('an exercise that was left gives nothing for way, money and case', async () => {
    const trainee = await begin('dirtyChip');
    await trainee.until('why');
    trainee.tap({ type: 'leaveTraining' });
    const played = await trainee.played();
    assert.equal(played.end, 'left');
    assert.equal(gradeOf('dirtyChip', played).points, 0);
  });
});

describe('the glass of the training', () => {
  it('another screen of the real terminal lies on top, and takes the touches', async () => {
    const trainee = await begin('unknownCard');
    await trainee.until('why');
    trainee.showReal({
      name: 'notice',
      notice: { type: 'realCardInTraining' },
      primary: 'ok',
      cardIn: true,
    });
    assert.equal(trainee.view.screen.name, 'notice');
    trainee.tap({ type: 'primary' });
    assert.deepEqual(trainee.touchedReal, [{ type: 'primary' }]);
    trainee.showReal({ name: 'in-training' });
    assert.equal(trainee.view.screen.name, 'why');
    assert.equal(trainee.view.strip.training, true);
    trainee.tap({ type: 'leaveTraining' });
    await trainee.played();
  });
});
