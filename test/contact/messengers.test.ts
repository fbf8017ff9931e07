import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { openGateway } from '#hal/messages/gateway.ts';
import { openMail } from '#hal/messages/mail.ts';
import { type Letter, openMailServer } from '#hal/simulator/mail-server.ts';
import { type MessengerBench, messengerContract } from '../contract/messenger.ts';

type Behaviour = Parameters<MessengerBench['behave']>[0];

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** A gateway at the socket; `away` is a port that nobody listens at. */
async function gatewayBench(): Promise<MessengerBench & { readonly keys: string[] }> {
  const arrived: { to: string; text: string }[] = [];
  const keys: string[] = [];
  let mood: Behaviour = 'well';
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const message = JSON.parse(await bodyOf(request)) as { to: string; text: string };
    keys.push(String(request.headers['idempotency-key']));
    if (mood === 'silentAfterAll') return;
    if (mood === 'refuses') return void response.writeHead(422).end();
    arrived.push({ to: message.to, text: message.text });
    response.writeHead(202).end('{}');
  };
  const server = createServer((request, response) => void serve(request, response));
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const messenger = openGateway({
    url: `http://127.0.0.1:${port}/send`,
    token: 'test',
    timeoutMs: 400,
  });
  return {
    keys,
    messenger: { ...messenger, close: async () => (server.listening ? stop() : undefined) },
    to: '+8613800004321',
    arrived: () => arrived,
    behave: async (how) => {
      mood = how;
      if (how === 'away') await stop();
      if (how === 'well' && !server.listening) await listen(port);
    },
    reports: false,
  };
}

describe('texts by an HTTP gateway', () => {
  messengerContract(gatewayBench);

  it('carry the id of the message, so that the gateway knows it again', async () => {
    const bench = await gatewayBench();
    await bench.messenger.send({ id: 'm-1', to: bench.to, subject: '', text: 't' });
    assert.deepEqual(bench.keys, ['m-1']);
    await bench.messenger.close();
  });
});

async function mailBench(): Promise<MessengerBench & { readonly letters: Letter[] }> {
  const letters: Letter[] = [];
  let mood: Behaviour = 'well';
  const server = await openMailServer({
    take: (letter) => void letters.push(letter),
    down: () => mood === 'away',
    answer: () => {
      if (mood === 'refuses') return '554 no';
      return mood === 'silentAfterAll' ? '' : '250 taken';
    },
  });
  const messenger = openMail({
    host: '127.0.0.1',
    port: server.port,
    tls: 'none',
    from: 'desk@terminal.invalid',
    timeoutMs: 400,
  });
  return {
    letters,
    messenger: {
      ...messenger,
      close: async () => {
        await messenger.close();
        await server.close();
      },
    },
    to: 'guest@example.com',
    arrived: () => letters,
    behave: (how) => {
      mood = how;
    },
    reports: false,
  };
}

describe('e-mail over SMTP', () => {
  messengerContract(mailBench);

  it('has its subject in Chinese, and the id of the message as its own', async () => {
    const bench = await mailBench();
    after(() => bench.messenger.close());
    await bench.messenger.send({ id: 'm-1', to: bench.to, subject: '海风酒店：工单 1', text: 't' });
    assert.deepEqual(
      bench.letters.map(({ subject, messageId }) => [subject, messageId]),
      [['海风酒店：工单 1', '<m-1@holdfast.invalid>']],
    );
  });

  it('to an address with a line break in it reaches nobody else', async () => {
    const bench = await mailBench();
    after(() => bench.messenger.close());
    const to = 'guest@example.com>\r\nRCPT TO:<other@example.com';
    await bench.messenger.send({ id: 'm-1', to, subject: 'a\r\nBcc: x@example.com', text: 't' });
    assert.ok(bench.letters.every((letter) => letter.to !== 'other@example.com'));
  });
});
