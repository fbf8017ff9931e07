import fastify, { type FastifyInstance } from 'fastify';
import type { World } from '../world.ts';
import { bankTableCalls } from './bank-calls.ts';
import { bulletinCalls } from './bulletin-calls.ts';
import { cardCalls } from './card-calls.ts';
import { describeCalls } from './docs.ts';
import { liveCalls, takeSockets } from './live.ts';
import { messageCalls } from './message-calls.ts';
import { servePage } from './page.ts';
import { plain } from './plain.ts';
import { useProblemDocuments } from './problem-document.ts';
import { recordCalls } from './record-calls.ts';
import { reportCalls } from './report-calls.ts';
import { refuseForeignOrigins } from './same-origin.ts';
import { screenCalls } from './screen-calls.ts';
import { useZod } from './validation.ts';
import { worldCalls } from './world-calls.ts';

type Options = {
  readonly version: string;
  /** The API alone, without the page. */
  readonly headless: boolean;
};

/** The page and the REST calls; `listen` on 127.0.0.1 is the caller's. */
export async function createServer(world: World, options: Options): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true, logger: false });
  // JSON alone: what a foreign form can send without asking is not taken.
  app.removeContentTypeParser('text/plain');
  await takeSockets(app);
  refuseForeignOrigins(app);
  useProblemDocuments(app);
  useZod(app);
  app.setSerializerCompiler(() => (value) => JSON.stringify(plain(value)));
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cross-origin-resource-policy', 'same-origin');
  });
  await describeCalls(app, options.version);
  liveCalls(app, world);
  screenCalls(app, world);
  cardCalls(app, world);
  recordCalls(app, world);
  reportCalls(app, world);
  messageCalls(app, world);
  worldCalls(app, world);
  bankTableCalls(app, world);
  bulletinCalls(app, world);
  if (!options.headless) servePage(app);
  return app;
}
