import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bank } from '#hal/simulator/bank/bank.ts';
import { createServer } from '#hal/simulator/rest/server.ts';
import { Stick } from '#hal/simulator/stick.ts';
import { World, type WorldOptions } from '#hal/simulator/world.ts';

const program = fileURLToPath(new URL('stub-terminal.ts', import.meta.url));

/** A running world around the stub terminal, and a way to call its API. */
export async function startWorld(changes: Partial<WorldOptions> = {}) {
  const world = new World({
    program,
    argv: ['--profile', 'esign'],
    reader: 'simulated',
    head: 'simulated',
    printer: 'simulated',
    bank: fakeBank(),
    relay: undefined,
    others: undefined,
    stick: new Stick(join(mkdtempSync(join(tmpdir(), 'stick-')), 'stick')),
    spoil: () => undefined,
    render: (bytes) => ({
      text: Buffer.from(bytes).toString(),
      codes: [],
      png: async () => Buffer.of(0x89),
    }),
    timeZone: 'UTC',
    clockOffsetMs: 0,
    saveClock: () => undefined,
    pinPromptMs: 300,
    ...changes,
  });
  const app = await createServer(world, { version: '0', headless: false });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  await world.powerOn().catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const call = async (method: string, path: string, body?: unknown, headers = {}) => {
    const response = await fetch(address + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const type = response.headers.get('content-type') ?? '';
    const value = type.includes('json') ? await response.json() : await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: what came over HTTP is looked at field by field
    return { status: response.status, type, value: value as any };
  };
  const stop = async () => {
    await app.close();
    await world.stop();
  };
  return { world, address, call, stop };
}

export type RunningWorld = Awaited<ReturnType<typeof startWorld>>;

function fakeBank(): Bank {
  let behaviour: Bank['behaviour'] = { mode: 'approve' };
  return {
    port: 1,
    ledger: () => ({ transactions: [], holds: [], reversals: [], sums: {} as never }),
    get behaviour() {
      return behaviour;
    },
    setBehaviour: async (next) => {
      behaviour = next;
    },
    served: {},
    serve: () => undefined,
    unblockPins: () => undefined,
    listen: () => () => undefined,
    close: async () => undefined,
  };
}
