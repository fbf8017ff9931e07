import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { World } from '../world.ts';
import { call, integerText, pictureCall } from './call.ts';
import { json, screen } from './shapes.ts';

const group = 'The terminal: screen, touch, keys';
const holdMs = z
  .int()
  .min(0)
  .max(10_000)
  .optional()
  .describe('how long the finger stays; 20 by default');
const coordinate = z.int().min(0).max(4095);

const touch = z.union([
  z.strictObject({ x: coordinate, y: coordinate, holdMs }),
  z.strictObject({ text: z.string().min(1).max(200), holdMs }),
  z.strictObject({ id: z.string().min(1).max(200), holdMs }),
]);

const key = z.enum(
  '0 1 2 3 4 5 6 7 8 9 enter clear cancel up down left right'.split(' ') as [Key, ...Key[]],
);
type Key = Parameters<World['hands']['key']>[0];

const pin = z.union([
  z.strictObject({ digits: z.string().regex(/^\d{0,12}$/, 'up to 12 digits') }),
  z.strictObject({
    action: z.enum(['enter', 'cancel', 'clear', 'bypass', 'timeout', 'gone', 'back']),
  }),
]);

/** What is on the screen, and what the cashier and the customer do to it. */
export function screenCalls(app: FastifyInstance, world: World): void {
  const { hands } = world;
  call(app, 'GET', '/api/screen', {
    does: 'The screen. With `name`, waits up to `waitMs` (5000) until it is shown.',
    group,
    query: z.strictObject({
      name: z.string().max(60).optional(),
      waitMs: integerText(0, 120_000).optional(),
    }),
    answers: screen,
    handle: async ({ query: { name, waitMs = 5000 } }) => {
      if (name === undefined) return hands.screen();
      return (await hands.screenNamed(name, waitMs)) ?? never(name, await hands.screen());
    },
  });
  pictureCall(app, '/api/screen.png', 'The pixels of the panel', group, () => world.picture.png());
  call(app, 'GET', '/api/screen/tree', {
    does: 'The tree of widgets behind the pixels',
    group,
    answers: json,
    handle: () => world.terminal.ask({ type: 'tree' }),
  });
  call(app, 'POST', '/api/touch', {
    does: 'Touches a place, a text or an id; answers the screen once it has settled',
    group,
    body: touch,
    answers: screen,
    handle: ({ body: { holdMs: hold, ...target } }) => hands.touch(target, hold),
  });
  call(app, 'POST', '/api/key', {
    does: 'Presses a hardware key',
    group,
    body: z.strictObject({ key }),
    answers: screen,
    handle: ({ body }) => hands.key(body.key),
  });
  call(app, 'POST', '/api/pin', {
    does: 'The customer at the PIN pad: digits and Enter, or one action. Waits up to 5 s for the prompt.',
    group,
    body: pin,
    answers: screen,
    handle: ({ body }) => hands.pin(body),
  });
  call(app, 'POST', '/api/scan', {
    does: 'Shows a code to the scanner: the text of a slip’s QR',
    group,
    body: z.strictObject({ text: z.string().min(1).max(2000) }),
    answers: screen,
    handle: ({ body }) => hands.scan(body.text),
  });
}

function never(name: string, now: Awaited<ReturnType<World['hands']['screen']>>): never {
  throw new Problem(
    409,
    'otherScreen',
    { en: 'Another screen is shown', zh: '现在是别的屏幕' },
    {
      en: `"${name}" did not come; the screen is "${now.name}".`,
      zh: `没有等到“${name}”；现在的屏幕是“${now.name}”。`,
    },
    { screen: now },
  );
}
