import assert from 'node:assert/strict';
import type { LedgerView } from '#hal/simulator/bank/ledger-view.ts';
import { type Hold, unsettledStates } from '#src/preauth/hold.ts';
import type { HoldNow, Simulator } from './simulator.ts';

export const ledgerOf = (shop: Simulator): Promise<LedgerView> => shop.get('/api/bank/ledger');

const isDoubtful = ({ state }: HoldNow): boolean =>
  unsettledStates.includes(state) || state.startsWith('undoing');

/** Waits until no hold is in doubt: everything that was owed to the bank is delivered. */
export const drained = (shop: Simulator, withinMs = 20_000): Promise<void> =>
  shop.eventually(
    async () => {
      if (!(await shop.holds()).some(isDoubtful)) return true;
      // What is tried again in a while is tried now.
      await shop.post('/api/clock', { advanceMs: 2_000 });
      return false;
    },
    'the end of what is owed to the bank',
    withinMs,
  );

const there: Readonly<Record<string, readonly Hold['state'][]>> = {
  held: ['held'],
  completed: ['completed'],
  cancelled: ['cancelled'],
  reversed: ['refused'],
};

/** Ledger and journal say the same of every hold: none is missing on either side, state and amounts are equal. */
export async function agree(shop: Simulator): Promise<void> {
  const holds = await shop.holds();
  const { holds: booked } = await ledgerOf(shop);
  for (const hold of holds) assert.ok(!isDoubtful(hold), `${hold.holdId} is ${hold.state}`);
  const key = (batch: number | string, stan: number | string) => `${Number(batch)}.${Number(stan)}`;
  const ours = new Map(
    holds.flatMap((hold) =>
      hold.original === undefined
        ? []
        : [[key(hold.original.batch, hold.original.stan), hold] as const],
    ),
  );
  for (const { batch, stan, state, amountMinorUnits, completedMinorUnits } of booked) {
    const mine = ours.get(key(batch, stan));
    if (mine === undefined) {
      assert.equal(state, 'reversed', `${stan} is booked and unknown here`);
      continue;
    }
    assert.ok(there[state]?.includes(mine.state), `${stan}: ${state} there, ${mine.state} here`);
    if (state === 'reversed') continue;
    assert.equal(mine.amount.minorUnits, amountMinorUnits, stan);
    assert.equal(mine.completion?.amount.minorUnits ?? null, completedMinorUnits, stan);
  }
  const bookedKeys = new Set(booked.map(({ batch, stan }) => key(batch, stan)));
  for (const [name, { state }] of ours)
    if (['held', 'completed', 'cancelled'].includes(state))
      assert.ok(bookedKeys.has(name), `${name} is ${state} here and unknown there`);
}
