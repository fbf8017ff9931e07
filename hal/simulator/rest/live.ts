import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { LiveEvent } from '../events.ts';
import { frameMessage } from '../picture.ts';
import type { World } from '../world.ts';
import { plain } from './plain.ts';

/** A finger on the page's canvas: down, moving, up. */
const finger = z.strictObject({
  type: z.literal('pointer'),
  x: z.int().min(0).max(4095),
  y: z.int().min(0).max(4095),
  pressed: z.boolean(),
});

/** A watcher that does not read for so long is cut off: it would make the world hold its frames for ever. */
const mostBufferedBytes = 32 * 1024 * 1024;

/** Before all other hooks: this one closes the socket of an upgrade that a later one refuses. */
export async function takeSockets(app: FastifyInstance): Promise<void> {
  await app.register(websocket, { options: { maxPayload: 4096, perMessageDeflate: false } });
}

/**
 * `/api/live`: events as JSON texts, frames as binary messages ({@link frameMessage}), the whole panel first.
 * Takes `{"type":"pointer","x":…,"y":…,"pressed":…}`.
 */
export function liveCalls(app: FastifyInstance, world: World): void {
  app.get('/api/live', { websocket: true }, (socket) => {
    const send = (event: LiveEvent) => {
      if (socket.bufferedAmount > mostBufferedBytes) socket.terminate();
      else if (event.type !== 'frame') socket.send(JSON.stringify(plain(event)));
      else if (hasPicture(world)) socket.send(frameMessage(world.picture, event.patches));
    };
    const stop = world.listen(send);
    socket.on('close', stop);
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const given = finger.safeParse(parse(String(data)));
      if (given.success) world.hands.pointer(given.data.x, given.data.y, given.data.pressed);
    });
    send({ type: 'terminal', state: world.terminal.state });
    send(world.reader());
    send({ type: 'faults', faults: world.faults() });
    send({ type: 'clock', offsetMs: world.clockOffsetMs });
    if (hasPicture(world)) send({ type: 'frame', patches: [world.picture.whole()] });
  });
}

function hasPicture(world: World): boolean {
  try {
    return world.picture.width > 0;
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
