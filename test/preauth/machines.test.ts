import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { holdStates, unsettledStates } from '#src/preauth/hold.ts';
import { transitions } from '#src/preauth/machine.ts';
import { machines, withMatrix } from '../../scripts/machines.ts';

describe('the matrix of a hold', () => {
  it('stands in the README as the code is', () => {
    for (const { readme, matrix } of machines) {
      const text = readFileSync(readme, 'utf8');
      assert.equal(text, withMatrix(text, matrix()), 'run: npm run machines');
    }
  });

  it('has a row for each state, and every state but none is the end of some way', () => {
    assert.deepEqual([...holdStates].sort(), Object.keys(transitions).sort());
    const reached = new Set(holdStates.flatMap((state) => followers(state)));
    for (const state of holdStates) assert.equal(reached.has(state), state !== 'none', state);
  });

  it('leads every request whose outcome is not known to a reversal, and every reversal out again', () => {
    for (const state of unsettledStates) {
      if (state.startsWith('undoing')) assert.ok(transitions[state].reversalSettled, state);
      else assert.deepEqual(transitions[state].reversalOwed?.effects, ['queueReversal'], state);
    }
  });

  it('destroys the number wherever a hold ends for good', () => {
    const ends = holdStates.filter((state) => followers(state).length === 0);
    assert.deepEqual(ends, ['cancelled', 'expired', 'refused']);
    for (const from of holdStates)
      for (const { to, effects } of Object.values(transitions[from]))
        if (ends.includes(to)) assert.deepEqual(effects, ['shred'], `${from} → ${to}`);
  });
});

const followers = (state: (typeof holdStates)[number]) =>
  Object.values(transitions[state]).map(({ to }) => to);
