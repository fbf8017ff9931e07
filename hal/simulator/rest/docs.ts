import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { openApiSchema } from './validation.ts';

/** Describes every call that is registered after this, as OpenAPI 3 at `/api/docs`. */
export async function describeCalls(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      // Sockets are left out of what is described by itself.
      paths: { '/api/live': { get: live } },
      info: {
        title: 'Holdfast simulator',
        version,
        description:
          'Everything on the simulator’s page is one of these calls. Errors are RFC 9457 problem documents, ' +
          'in English and (member `zh`) in Chinese. Lists are bare arrays, oldest first. ' +
          'Amounts are integers of minor units.',
      },
    },
    transform: ({ schema, url }) => ({ schema: convert(schema), url }) as never,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs/ui' });
  app.get('/api/docs', { schema: { hide: true } as object }, (request, reply) => {
    if (request.headers.accept?.includes('text/html')) return reply.redirect('/api/docs/ui/');
    return reply.send(app.swagger());
  });
}

const live = {
  summary: 'All events as they happen (WebSocket)',
  tags: ['Live'],
  description:
    'Events as JSON texts (`type`: terminal, timeline, reader, paper, faults, bank, clock, tone). Frames as binary ' +
    'messages: panel width, height and number of rectangles, then x, y, width, height and BGRA pixels of each; ' +
    'all numbers 16 bit, big endian. Takes `{"type":"pointer","x":0,"y":0,"pressed":true}`.',
  responses: { 101: { description: 'WebSocket' } },
};

/** Zod schemas anywhere in a route's schema become what OpenAPI 3.0 understands. */
function convert(node: unknown): unknown {
  if (node instanceof z.ZodType) return openApiSchema(node);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, convert(value)]));
}
