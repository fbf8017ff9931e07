import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { problem } from './shapes.ts';

type Call<Body extends z.ZodType, Query extends z.ZodType> = {
  readonly does: string;
  readonly group: string;
  readonly body?: Body;
  readonly query?: Query;
  readonly answers: z.ZodType;
  readonly bodyLimit?: number;
  readonly handle: (
    given: { readonly body: z.output<Body>; readonly query: z.output<Query> },
    reply: FastifyReply,
  ) => unknown;
};

/** Registers one call: its schemas check it and describe it in `/api/docs`. */
export function call<Body extends z.ZodType, Query extends z.ZodType>(
  app: FastifyInstance,
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  { does, group, body, query, answers, bodyLimit, handle }: Call<Body, Query>,
): void {
  app.route({
    method,
    url,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    schema: {
      summary: does,
      tags: [group],
      ...(body === undefined ? {} : { body }),
      ...(query === undefined ? {} : { querystring: query }),
      response: { 200: answers, default: problem },
    },
    handler: (request, reply) =>
      handle(
        { body: request.body as z.output<Body>, query: request.query as z.output<Query> },
        reply,
      ),
  });
}

/** A call that answers a picture. */
export function pictureCall(
  app: FastifyInstance,
  url: string,
  does: string,
  group: string,
  picture: (parameters: Readonly<Record<string, string>>) => Uint8Array | Promise<Uint8Array>,
): void {
  app.get(
    url,
    { schema: { summary: does, tags: [group], produces: ['image/png'] } },
    async (request, reply) => {
      const png = await picture(request.params as Record<string, string>);
      return reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(png));
    },
  );
}

export const integerText = (from: number, to: number) => z.coerce.number().int().min(from).max(to);
