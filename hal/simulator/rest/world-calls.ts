import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { bankBehaviour } from '../bank/behaviour.ts';
import { faultNames, faultRequest } from '../faults.ts';
import { Problem } from '../problem.ts';
import type { World } from '../world.ts';
import { call } from './call.ts';
import { both, json, nothing, screen } from './shapes.ts';

const group = 'The world: bank, faults, clock, power';
const yearMs = 366 * 86_400_000;

const faultView = z.object({
  name: z.string(),
  label: both,
  active: z.boolean(),
  parameters: z.array(z.string()),
  apdu: z.int().optional(),
  delayMs: z.int().optional(),
  sinceMs: z.int().optional().describe('since when it is on, by the simulated clock'),
});
const clockView = z.object({
  nowMs: z.int(),
  now: z.string(),
  offsetMs: z.int().describe('ahead of the clock of this machine'),
  timeZone: z.string().describe('of the shop'),
});
const powerView = z.object({
  state: z.enum(['starting', 'ready', 'off']),
  screen: screen.nullable(),
});

/** What surrounds the terminal and can go wrong. */
export function worldCalls(app: FastifyInstance, world: World): void {
  bankCalls(app, world);
  faultCalls(app, world);
  const clock = () => ({
    nowMs: world.now(),
    now: new Date(world.now()).toISOString(),
    offsetMs: world.clockOffsetMs,
    timeZone: world.options.timeZone,
  });
  call(app, 'GET', '/api/clock', {
    does: 'The simulated clock',
    group,
    answers: clockView,
    handle: clock,
  });
  call(app, 'POST', '/api/clock', {
    does: 'Moves the clock of the terminal and its world',
    group,
    body: z.strictObject({ advanceMs: z.int().min(-yearMs).max(yearMs) }),
    answers: clockView,
    handle: ({ body }) => {
      world.advanceClock(body.advanceMs);
      return clock();
    },
  });
  const power = async () => ({
    state: world.terminal.state,
    screen: world.terminal.state === 'ready' ? await world.hands.settled() : null,
  });
  call(app, 'GET', '/api/power', {
    does: 'Is the terminal on?',
    group,
    answers: powerView,
    handle: power,
  });
  call(app, 'POST', '/api/power', {
    does: 'Pulls the plug (the process is killed); answers when the terminal is back, or stays off with `restart: false`',
    group,
    body: z.union([
      z.strictObject({ cut: z.literal(true), restart: z.boolean().default(true) }),
      z.strictObject({ on: z.literal(true) }),
    ]),
    answers: powerView,
    handle: async ({ body }) => {
      if ('cut' in body) await world.cutPower();
      if ('on' in body || body.restart) await world.powerOn();
      return power();
    },
  });
}

function bankCalls(app: FastifyInstance, world: World): void {
  call(app, 'GET', '/api/bank/ledger', {
    does: 'The bank’s own book: holds, transactions, reversals, sums; amounts in minor units',
    group,
    answers: json,
    handle: () => world.bank.ledger(),
  });
  call(app, 'GET', '/api/bank/messages', {
    does: 'What the bank received and answered, in words, numbers masked',
    group,
    answers: z.array(json),
    handle: () => world.bankMessages(),
  });
  call(app, 'GET', '/api/bank/behaviour', {
    does: 'How the bank answers next',
    group,
    answers: json,
    handle: () => world.bank.behaviour,
  });
  call(app, 'POST', '/api/bank/behaviour', {
    does: 'Tells the bank how to answer next',
    group,
    body: bankBehaviour,
    answers: json,
    handle: async ({ body }) => {
      await world.setBankBehaviour(body);
      return world.bank.behaviour;
    },
  });
}

function faultCalls(app: FastifyInstance, world: World): void {
  const answers = z.array(faultView);
  call(app, 'GET', '/api/faults', {
    does: 'What can break, and what is broken now',
    group,
    answers,
    handle: () => world.faults(),
  });
  call(app, 'POST', '/api/faults', {
    does: 'Breaks one thing',
    group,
    body: faultRequest,
    answers,
    handle: async ({ body }) => {
      await world.setFault(body);
      return world.faults();
    },
  });
  call(app, 'DELETE', '/api/faults', {
    does: 'Mends everything',
    group,
    body: nothing,
    answers,
    handle: async () => {
      await world.clearFaults();
      return world.faults();
    },
  });
  app.delete(
    '/api/faults/:name',
    { schema: { summary: 'Mends one thing', tags: [group] } },
    async (request) => {
      const { name } = request.params as { name: string };
      const known = faultNames.find((each) => each === name);
      if (known === undefined) throw unknownFault(name);
      await world.clearFaults(known);
      return world.faults();
    },
  );
}

const unknownFault = (name: string) =>
  new Problem(
    404,
    'unknownFault',
    { en: 'There is no such fault', zh: '没有这种故障' },
    {
      en: `"${name}" is not known. There are: ${faultNames.join(', ')}.`,
      zh: `没有“${name}”。有：${faultNames.join('、')}。`,
    },
    { faults: faultNames },
  );
