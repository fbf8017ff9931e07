import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Kept } from '#src/bulletin/kept.ts';
import { signedBy, simulatedIssuers } from '../bulletins.ts';
import type { World } from '../world.ts';
import { call } from './call.ts';
import { json } from './shapes.ts';

const group = 'The world: bank, faults, clock, power';
const minuteMs = 60_000;

/** A whole file, or what one says: the simulator signs it, with whatever is left out filled in. */
const body = z.union([
  z.strictObject({ file: z.string().max(200_000).describe('the very bytes of a file, as text') }),
  z.strictObject({
    signer: z.enum(simulatedIssuers).default('bank').describe('the stranger’s key is not known'),
    bulletin: z
      .record(z.string(), z.unknown())
      .describe('as src/bulletin/format.ts has it; number and from may be left out'),
  }),
  z.strictObject({
    announce: z.enum(['bankDown', 'bankBack']).describe('down since now, or: that is over'),
  }),
]);

/** Signed announcements, put on the stick in the terminal's side. */
export function bulletinCalls(app: FastifyInstance, world: World): void {
  call(app, 'GET', '/api/bulletins', {
    does: 'Bulletins as the terminal keeps them, and the files that it did not take',
    group,
    answers: json,
    handle: () => world.terminal.ask({ type: 'bulletins' }),
  });
  call(app, 'POST', '/api/bulletins', {
    does: 'Puts a bulletin on the USB stick: a file as it is, or one that the simulator signs',
    group,
    body,
    bodyLimit: 256 * 1024,
    answers: z.object({ file: z.string() }),
    handle: async ({ body: said }) => {
      const file = await fileOf(said, world);
      world.putOnStick(file);
      return { file };
    },
  });
}

async function fileOf(said: z.infer<typeof body>, world: World): Promise<string> {
  if ('file' in said) return said.file;
  const nowMs = world.now();
  const number = world.options.stick.nextNumber(nowMs);
  const given = { version: 1, number, from: new Date(nowMs).toISOString() };
  if ('bulletin' in said) return signedBy(said.signer, { ...given, ...said.bulletin });
  const content = said.announce === 'bankDown' ? down(nowMs) : back(await outages(world));
  return signedBy('bank', { ...given, ...content });
}

/** Numbers of the outages that the terminal was told of and that are not taken back. */
async function outages(world: World): Promise<readonly number[]> {
  const { kept } = await world.terminal.ask<{ readonly kept: readonly Kept[] }>({
    type: 'bulletins',
  });
  return kept
    .filter(({ kind, withdrawnBy }) => kind === 'outage' && withdrawnBy === undefined)
    .map(({ number }) => number);
}

/** Rounded to a whole minute in the past, as a bank would say it. */
function down(nowMs: number): object {
  const fromMs = Math.floor(nowMs / minuteMs) * minuteMs;
  return {
    kind: 'outage',
    title: { 'zh-CN': '银行主机停机', en: 'The bank is down' },
    text: {
      'zh-CN': '主机停机，正在抢修，预计四小时内恢复。刷卡没有应答，请先等，或打客服电话。',
      en: 'Our computer is down and should be back within four hours. Cards get no answer: please wait, or call the hotline.',
    },
    from: new Date(fromMs).toISOString(),
    until: new Date(fromMs + 240 * minuteMs).toISOString(),
  };
}

const back = (withdraws: readonly number[]): object => ({
  kind: 'news',
  title: { 'zh-CN': '银行主机已恢复', en: 'The bank is back' },
  text: {
    'zh-CN': '主机已经恢复，可以照常刷卡。',
    en: 'Our computer works again: cards as usual.',
  },
  withdraws,
});
