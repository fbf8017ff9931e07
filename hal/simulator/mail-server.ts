import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail as its reader sees it. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
};

type Options = {
  readonly take: (letter: Letter) => void;
  /** While it is, nobody is served. */
  readonly down: () => boolean;
  /** The answer to the end of a mail in place of 250: `552 too big`; silence for an empty one. */
  readonly answer?: (letter: Letter) => string;
};

export type MailServer = { readonly port: number; close(): Promise<void> };

const mostBytes = 256 * 1024;

/** A mail server at the socket (RFC 5321), on a free port of the loopback: it takes what a terminal sends. */
export async function openMailServer(options: Options): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    if (options.down()) return void socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    serve(socket, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, { take, answer }: Options): void {
  let rest = '';
  let to = '';
  let inData = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say('220 simulated ESMTP');
  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') socket.write('250-simulated\r\n250 8BITMIME\r\n');
    else if (verb === 'RCPT') {
      to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      say('250 OK');
    } else if (verb === 'DATA') {
      inData = true;
      say('354 go ahead');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say(['HELO', 'MAIL', 'RSET', 'NOOP'].includes(verb) ? '250 OK' : '502 not here');
  };
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    rest += chunk;
    if (rest.length > mostBytes) return void socket.destroy();
    for (;;) {
      const end = rest.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const piece = rest.slice(0, end);
      rest = rest.slice(end + (inData ? 5 : 2));
      if (!inData) {
        command(piece);
        continue;
      }
      inData = false;
      const letter = letterOf(to, piece.replaceAll('\r\n..', '\r\n.'));
      const said = answer?.(letter) ?? '250 taken';
      if (said.startsWith('250')) take(letter);
      if (said !== '') say(said);
    }
  });
}

function letterOf(to: string, raw: string): Letter {
  const split = raw.indexOf('\r\n\r\n');
  const heads = raw.slice(0, split).replace(/\r\n[ \t]+/g, ' ');
  const head = (name: string): string =>
    new RegExp(`^${name}: *(.*)$`, 'im').exec(heads)?.[1]?.trim() ?? '';
  const body = raw.slice(split + 4);
  return {
    to,
    subject: decodedWords(head('Subject')),
    text: decodedBody(body, head('Content-Transfer-Encoding').toLowerCase()).trimEnd(),
    messageId: head('Message-ID'),
  };
}

const utf8 = (bytes: Buffer): string => bytes.toString('utf8');

function decodedBody(body: string, encoding: string): string {
  if (encoding === 'base64') return utf8(Buffer.from(body, 'base64'));
  if (encoding === 'quoted-printable') return utf8(quotedBytes(body.replace(/=\r\n/g, '')));
  return utf8(Buffer.from(body, 'latin1'));
}

const quotedBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, pair: string) =>
      String.fromCharCode(Number.parseInt(pair, 16)),
    ),
    'latin1',
  );

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`. */
const decodedWords = (text: string): string =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? utf8(Buffer.from(word, 'base64'))
        : utf8(quotedBytes(word.replaceAll('_', ' '))),
    );
