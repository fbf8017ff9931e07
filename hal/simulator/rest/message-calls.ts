import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';
import { call, integerText } from './call.ts';
import { nothing } from './shapes.ts';

const group = 'The customer: phone and mail box';

const messageView = z.object({
  n: z.int(),
  at: z.string().describe('ISO 8601, by the simulated clock'),
  channel: z.enum(['sms', 'email']),
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  parts: z.int().optional().describe('short messages that it came in'),
});

/** What came to the customers' phones and mail boxes, and their answers. */
export function messageCalls(app: FastifyInstance, world: World): void {
  call(app, 'GET', '/api/messages', {
    does: 'What came to the customers, oldest first',
    group,
    query: z.strictObject({
      after: integerText(0, 1e9).default(0).describe('messages with a larger n'),
    }),
    answers: z.array(messageView),
    handle: ({ query: { after } }) =>
      world.phones.messages
        .filter(({ n }) => n > after)
        .map(({ atMs, ...message }) => ({ ...message, at: new Date(atMs).toISOString() })),
  });
  call(app, 'POST', '/api/messages/answer', {
    does: 'A customer texts the terminal',
    group,
    body: z.strictObject({
      from: z.string().regex(/^\+\d{6,15}$/, 'a telephone with its + and country'),
      text: z.string().min(1).max(670).describe('in as many short messages as it needs, up to ten'),
    }),
    answers: nothing,
    handle: ({ body: { from, text } }, reply) => {
      world.phones.answer(from, text);
      return reply.code(200).send({});
    },
  });
}
