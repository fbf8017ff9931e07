import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cause } from '#src/recovery/evidence.ts';
import { type ExerciseId, exercises } from '#src/training/exercises.ts';
import { gradeOf, Trainee } from './trainee.ts';

const supervisorPin = '246810';

/** What a good trainee does in each exercise, by touches alone; the guest does the rest. */
const solutions: Readonly<Record<ExerciseId, (trainee: Trainee) => Promise<void>>> = {
  dirtyChip: async (trainee) => {
    await trainee.way();
    await trainee.until('why', ({ diagnosis }) => diagnosis.because.length > 1);
    await trainee.way('readAgain');
    await finish(trainee);
  },
  unknownCard: async (trainee) => {
    await trainee.way('otherCard');
    await finish(trainee);
  },
  pulledCard: async (trainee) => {
    await trainee.way();
    await finish(trainee);
  },
  deadLine: async (trainee) => {
    await trainee.way();
    await trainee.until('wait-for-bank');
    trainee.tap({ type: 'primary' });
    await finish(trainee);
  },
  bankDown: async (trainee) => {
    await trainee.way('waitForBank');
    await trainee.until('wait-for-bank');
    trainee.tap({ type: 'primary' });
    await finish(trainee);
  },
  refusedTerminal: async (trainee) => {
    await trainee.way('updateParameters');
    await trainee.until('guide', ({ page }) => page === 'parametersDone');
    trainee.tap({ type: 'primary' });
    await finish(trainee);
  },
  looseReader: async (trainee) => {
    await trainee.way('readAgain');
    await finish(trainee);
  },
  noCard: async (trainee) => {
    await trainee.until('present-card');
    trainee.tap({ type: 'noCard' });
    await trainee.until('why');
    trainee.tap({ type: 'settle' });
    await trainee.until('why-question', ({ question }) => question === 'customerUnwilling');
    trainee.tap({ type: 'said', answer: 'yes' });
    await trainee.way('cashDeposit');
    await trainee.until('guide');
    trainee.tap({ type: 'answer', answer: 'cash' });
    await trainee.until('supervisor');
    trainee.type(supervisorPin);
    trainee.tap({ type: 'enter' });
    await finish(trainee);
  },
  lostCard: async (trainee) => {
    await trainee.way('keepCard');
    await trainee.until('guide');
    trainee.tap({ type: 'answer', answer: 'cardKept' });
    if (trainee.view.screen.name === 'notice') trainee.tap({ type: 'primary' });
  },
};

async function finish(trainee: Trainee): Promise<void> {
  await trainee.until('result');
  trainee.tap({ type: 'primary' });
}

describe('the exercises', () => {
  it('play every cause of a missing number', () => {
    const played = new Set(exercises.map(({ cause }) => cause));
    const causes: readonly Cause[] = [
      'settings',
      'unsupportedCard',
      'damagedOrExpired',
      'network',
      'operator',
      'deviceFault',
      'bankSide',
      'withheld',
      'suspectedFraud',
    ];
    assert.deepEqual([...played].sort(), [...causes].sort());
  });

  for (const { id, cause } of exercises)
    it(`${id} is solved by touches, and its screens name the cause ${cause}`, async () => {
      const trainee = new Trainee();
      trainee.begin(id);
      await trainee.ask();
      await solutions[id](trainee);
      const played = await trainee.played();
      const [incident] = played.incidents;
      assert.equal(incident?.diagnosis.cause, cause);
      const { points, marks } = gradeOf(id, played);
      assert.deepEqual(marks, {
        way: 'good',
        money: 'good',
        case: 'good',
        time: 'good',
        harm: 'good',
      });
      assert.equal(points, 100);
      assert.ok(played.taps > 2, 'the touches are counted');
      assert.ok(trainee.touchedReal.length === 0, 'no touch reached the real terminal');
    });
});
