import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { World } from '../world.ts';
import { call, integerText, pictureCall } from './call.ts';
import { json } from './shapes.ts';

const group = 'What came out: paper, journal, holds, cases';

const slipView = z.object({
  n: z.int(),
  at: z.string().describe('ISO 8601, by the simulated clock'),
  text: z.string(),
  codes: z.array(z.string()).describe('texts of the QR codes on it: POST /api/scan takes them'),
  png: z.string().describe('address of the picture'),
});

/** What came out of the terminal. */
export function recordCalls(app: FastifyInstance, world: World): void {
  paperCalls(app, world);
  bookCalls(app, world);
}

function paperCalls(app: FastifyInstance, world: World): void {
  call(app, 'GET', '/api/paper', {
    does: 'The paper strip, oldest slip first',
    group,
    query: z.strictObject({
      after: integerText(0, 1e9).optional().describe('slips with a larger n'),
    }),
    answers: z.array(slipView),
    handle: ({ query: { after = 0 } }) =>
      world
        .slips()
        .filter(({ n }) => n > after)
        .map(({ n, atMs, text, codes }) => ({
          n,
          at: new Date(atMs).toISOString(),
          text,
          codes,
          png: `/api/paper/${n}.png`,
        })),
  });
  pictureCall(
    app,
    '/api/paper/:file',
    'One slip as a picture: /api/paper/1.png',
    group,
    ({ file }) => {
      const n = /^(\d{1,9})\.png$/.exec(file ?? '')?.[1];
      const slip = world.slips().find((each) => each.n === Number(n));
      if (slip === undefined) throw noSuchSlip(file ?? '');
      return slip.png();
    },
  );
}

function bookCalls(app: FastifyInstance, world: World): void {
  call(app, 'GET', '/api/journal', {
    does: 'Rows of the journal after a sequence number, oldest first',
    group,
    query: z.strictObject({
      after: integerText(0, Number.MAX_SAFE_INTEGER).default(0),
      limit: integerText(1, 1000).default(200),
    }),
    answers: z.array(json),
    handle: ({ query: { after, limit } }) => world.terminal.ask({ type: 'journal', after, limit }),
  });
  call(app, 'GET', '/api/holds', {
    does: 'All holds, as the terminal keeps them',
    group,
    answers: z.array(json),
    handle: () => world.terminal.ask({ type: 'holds' }),
  });
  call(app, 'GET', '/api/incidents', {
    does: 'All cases of a missing card number',
    group,
    answers: z.array(json),
    handle: () => world.terminal.ask({ type: 'incidents' }),
  });
  call(app, 'GET', '/api/timeline', {
    does: 'APDUs, messages and screens in words, numbers masked',
    group,
    query: z.strictObject({ after: integerText(0, 1e9).default(0) }),
    answers: z.array(json),
    handle: ({ query: { after } }) => world.timeline.after(after),
  });
}

const noSuchSlip = (file: string) =>
  new Problem(
    404,
    'noSuchSlip',
    { en: 'There is no such slip', zh: '没有这张小票' },
    {
      en: `${file} is not on the strip; see GET /api/paper.`,
      zh: `没有 ${file}；见 GET /api/paper。`,
    },
  );
