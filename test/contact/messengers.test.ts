import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import type { Incoming } from '#hal/messages/contract.ts';
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
    messenger: {
      get trouble() {
        return messenger.trouble;
      },
      send: (message) => messenger.send(message),
      listen: (listener) => messenger.listen(listener),
      close: async () => {
        await messenger.close();
        if (server.listening) await stop();
      },
    },
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

/** A gateway with events that wait until they are named as taken. */
async function inboxBench(pages: readonly (readonly [string, object])[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const after = new URL(request.url ?? '', 'http://localhost').searchParams.get('after') ?? '';
    asked.push(after);
    const page = pages.find(([at]) => at === after)?.[1] ?? { events: [] };
    response.end(JSON.stringify(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}`;
  const messenger = openGateway({ url: at, inbox: `${at}/inbox`, timeoutMs: 400, everyMs: 20 });
  const heard: Incoming[] = [];
  messenger.listen((incoming) => heard.push(incoming));
  after(async () => {
    await messenger.close();
    server.close();
    server.closeAllConnections();
  });
  const until = async (well: () => boolean): Promise<void> => {
    const end = performance.now() + 3_000;
    while (!well() && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(well());
  };
  return { asked, heard, messenger, until };
}

describe('what waits at an HTTP gateway', () => {
  const report = { type: 'report', id: 'm-1', delivered: true } as const;
  const answer = { type: 'answer', from: '+8613800004321', text: '周一来' } as const;

  it('is fetched page by page, each once, and named as taken', async () => {
    const { asked, heard, until } = await inboxBench([
      ['', { events: [report], next: '1' }],
      ['1', { events: [answer], next: '2' }],
    ]);
    await until(() => asked.filter((one) => one === '2').length >= 2);
    assert.deepEqual(heard, [report, answer]);
    assert.deepEqual(asked.slice(0, 3), ['', '1', '2']);
  });

  it('and is of no form that we know is not taken, and said', async () => {
    for (const page of [
      {},
      { events: [{ type: 'answer', from: 'x', text: 't' }] },
      { events: 1 },
    ]) {
      const { heard, messenger, until } = await inboxBench([['', page]]);
      await until(() => messenger.trouble === 'format');
      assert.deepEqual(heard, []);
    }
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
      get trouble() {
        return messenger.trouble;
      },
      send: (message) => messenger.send(message),
      listen: (listener) => messenger.listen(listener),
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
