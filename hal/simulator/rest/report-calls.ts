import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { parties } from '#src/incident/events.ts';
import { type ReportFormat, reportFormats } from '#src/report/document.ts';
import type { ReportWish } from '#src/report/exports.ts';
import { Problem } from '../problem.ts';
import type { World } from '../world.ts';

const group = 'What came out: paper, journal, holds, cases';
const format = z.enum(reportFormats).default('json');
const caseQuery = z.strictObject({ party: z.enum(parties).default('bank'), format });
const weekQuery = z.strictObject({ week: z.string().regex(/^\d{4}-W\d{2}$/), format });
const caseParams = z.strictObject({ id: z.string().min(1).max(60) });

const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** Reports as the terminal makes them: one case for one party, or a week. */
export function reportCalls(app: FastifyInstance, world: World): void {
  app.get(
    '/api/incidents/:id/report',
    {
      schema: {
        summary: 'One case for the bank, the head office or the vendor: pdf, json or csv',
        tags: [group],
        params: caseParams,
        querystring: caseQuery,
      },
    },
    async (request, reply) => {
      const { id } = caseParams.parse(request.params);
      const { party, format: wanted } = caseQuery.parse(request.query);
      return send(world, reply, { type: 'case', incidentId: id, party }, wanted);
    },
  );
  app.get(
    '/api/reports/week',
    {
      schema: {
        summary: 'The cases of an ISO week, such as 2026-W48: pdf, json or csv',
        tags: [group],
        querystring: weekQuery,
      },
    },
    async (request, reply) => {
      const { week, format: wanted } = weekQuery.parse(request.query);
      return send(world, reply, { type: 'week', week }, wanted);
    },
  );
}

async function send(world: World, reply: FastifyReply, wish: ReportWish, wanted: ReportFormat) {
  const bytes = await world.terminal.ask({ type: 'report', wish, format: wanted });
  if (!(bytes instanceof Uint8Array))
    throw new Problem(
      404,
      'noSuchReport',
      { en: 'There is nothing to report', zh: '没有可报的内容' },
      {
        en: 'The case or week is not there; see GET /api/incidents.',
        zh: '没有这件事或这一周；见 GET /api/incidents。',
      },
    );
  return reply
    .type(mediaTypes[wanted])
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes));
}
