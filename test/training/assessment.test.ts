import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openTrainingBooks } from '#src/training/books.ts';
import { assessmentPercent, drawAssessment } from '#src/training/draw.ts';
import type { AssessmentResult } from '#src/training/events.ts';
import { exercises } from '#src/training/exercises.ts';
import { questionIds, questionsOf } from '#src/training/questions.ts';
import { assessmentRecord, holdsPass, trainingSummary } from '#src/training/records.ts';
import { textsOf } from '#ui/theme.ts';

const dayMs = 86_400_000;
const roles = ['cashier', 'supervisor', 'technician', 'vendor'] as const;

describe('the questions of an assessment', () => {
  it('are at least thirty, each with three different answers in both languages and the reason', () => {
    assert.ok(questionIds.length >= 30, String(questionIds.length));
    for (const language of ['zh-CN', 'en'] as const)
      for (const id of questionIds) {
        const { answers, because, question } = textsOf(language).training.questions[id];
        assert.equal(new Set(answers).size, 3, id);
        assert.ok(because !== '' && question !== '', id);
      }
  });

  it('are enough for each role, and drawn without repetition', () => {
    for (const role of roles) {
      assert.ok(questionsOf(role).length >= 12, `${role}: ${questionsOf(role).length}`);
      const { questions, exercises: drawn } = drawAssessment('a seed', role, {
        questions: 12,
        exercises: 2,
      });
      assert.equal(new Set(questions.map(({ question }) => question)).size, 12);
      assert.equal(new Set(drawn).size, 2);
      for (const exercise of drawn) assert.ok(exercise.roles.includes(role));
    }
  });

  it('come again from the same seed, and otherwise from another', () => {
    const count = { questions: 12, exercises: 2 };
    const one = drawAssessment('aa', 'cashier', count);
    assert.deepEqual(drawAssessment('aa', 'cashier', count), one);
    assert.notDeepEqual(drawAssessment('bb', 'cashier', count), one);
  });

  it('have their right answer in every place, over many seeds', () => {
    const places = new Set<number>();
    for (let seed = 0; seed < 40; seed++)
      for (const { order } of drawAssessment(`${seed}`, 'cashier', { questions: 5, exercises: 0 })
        .questions)
        places.add(order.indexOf(0));
    assert.deepEqual([...places].sort(), [0, 1, 2]);
  });

  const scores: readonly [number, number, readonly number[], number][] = [
    [12, 12, [100, 100], 100],
    [12, 12, [], 100],
    [9, 12, [], 75],
    [12, 12, [0, 0], 60],
    [0, 12, [100, 100], 40],
    [10, 12, [75, 100], 85],
  ];
  for (const [right, of, points, percent] of scores)
    it(`${right} of ${of} and exercises ${points.join(', ') || 'none'} make ${percent} percent`, () => {
      assert.equal(assessmentPercent(right, of, points), percent);
    });
});

describe('what is remembered of training', () => {
  const open = () => {
    let nowMs = 1_000 * dayMs;
    let id = 0;
    const books = openTrainingBooks({
      now: () => nowMs,
      uuid: () => `id-${id++}`,
      random: (length) => new Uint8Array(length),
    });
    return { ...books, wait: (days: number) => (nowMs += days * dayMs), now: () => nowMs };
  };
  const result: AssessmentResult = {
    operator: '01',
    role: 'cashier',
    percent: 92,
    right: 11,
    questions: 12,
    wrong: ['chipFirst'],
    exercises: [{ exercise: 'dirtyChip', points: 100 }],
  };

  it('a pass holds until its day, and a failed refresher does not take it away', () => {
    const { journal, documents, wait, now } = open();
    const person = { id: '01', role: 'cashier' } as const;
    assert.equal(holdsPass(documents, person, now()), false);
    const validUntilMs = now() + 180 * dayMs;
    journal.append({ events: [{ kind: 'assessment.passed', ...result, validUntilMs }] });
    assert.equal(holdsPass(documents, person, now()), true);
    wait(100);
    journal.append({ events: [{ kind: 'assessment.failed', ...result, percent: 40 }] });
    assert.equal(assessmentRecord(documents, '01')?.passed, false);
    assert.equal(holdsPass(documents, person, now()), true);
    wait(81);
    assert.equal(holdsPass(documents, person, now()), false);
  });

  it('a pass of one role is none of another', () => {
    const { journal, documents, now } = open();
    const validUntilMs = now() + dayMs;
    journal.append({ events: [{ kind: 'assessment.passed', ...result, validUntilMs }] });
    assert.equal(holdsPass(documents, { id: '01', role: 'supervisor' }, now()), false);
  });

  it('the best try stays when a worse one comes, and the summary has what came since a day', () => {
    const { journal, documents, wait, now } = open();
    const marks = { way: 'good', money: 'good', case: 'good', time: 'good', harm: 'good' } as const;
    const tried = (points: number, seconds: number) =>
      journal.append({
        events: [
          {
            kind: 'training.ended',
            operator: '01',
            exercise: 'dirtyChip',
            assessed: false,
            end: 'finished',
            taps: 6,
            ...{ points, seconds, marks },
          },
        ],
      });
    tried(90, 50);
    tried(100, 60);
    wait(3);
    tried(100, 80);
    const [record] = trainingSummary(documents).exercises;
    assert.equal(record?.tries, 3);
    assert.deepEqual(record?.best, { points: 100, seconds: 60, taps: 6 });
    assert.deepEqual(record?.last, { points: 100, seconds: 80, taps: 6 });
    assert.equal(trainingSummary(documents, now() - dayMs).exercises.length, 1);
    assert.equal(trainingSummary(documents, now() + 1).exercises.length, 0);
  });

  it('there is an exercise for everybody who can be assessed', () => {
    for (const role of roles) assert.ok(exercises.some(({ roles: of }) => of.includes(role)));
  });
});
