import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { servedTables } from '../bank/tables.ts';
import type { World } from '../world.ts';
import { call } from './call.ts';

const group = 'The world: bank, faults, clock, power';
const json = z.unknown();

/** What terminals fetch from the bank. */
export function bankTableCalls(app: FastifyInstance, world: World): void {
  call(app, 'GET', '/api/bank/tables', {
    does: 'Parameters, keys of the card schemes and applications that the bank has for the terminal',
    group,
    answers: json,
    handle: () => world.bank.served,
  });
  call(app, 'POST', '/api/bank/tables', {
    does: 'Tells the bank what to serve; a table that is not named stays, and a wrong one is served as it is',
    group,
    body: servedTables,
    answers: json,
    handle: ({ body }) => {
      world.bank.serve({ ...world.bank.served, ...body });
      return world.bank.served;
    },
  });
}
