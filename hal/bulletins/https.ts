import { get } from 'node:https';
import { TerminalFault } from '#src/fault.ts';
import type { BulletinFile, BulletinPlace } from './contract.ts';

const mostFiles = 50;
const timeoutMs = 10_000;

type Options = {
  /** `https://…`: a JSON list of signed files. */
  readonly address: string;
  /** PEM of the authority that the server must have; else those of the system. */
  readonly ca?: string;
  readonly mostBytes: number;
};

type Answer = { readonly status: number; readonly body: Buffer; readonly tag?: string };

/** A list over TLS; one that has not changed (ETag) is not sent again. No redirect is followed. */
export function openBulletinAddress({ address, ca, mostBytes }: Options): BulletinPlace {
  let tag: string | undefined;
  return {
    async fetch() {
      const answer = await ask(address, ca, tag, mostFiles * mostBytes);
      if (answer.status === 304) return [];
      if (answer.status !== 200) throw unreachable(`status ${answer.status}`);
      const files = filesOf(answer.body, mostBytes);
      tag = answer.tag;
      return files;
    },
  };
}

/** Each entry as a file of its own: what was signed stands inside in base64 and does not change. */
function filesOf(body: Buffer, mostBytes: number): readonly BulletinFile[] {
  let list: unknown;
  try {
    list = JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw unreachable('no JSON', error);
  }
  if (!Array.isArray(list)) throw unreachable('no list');
  return list.slice(0, mostFiles).map((entry, index) => {
    const bytes = new TextEncoder().encode(JSON.stringify(entry));
    const name = `https-${index + 1}`;
    return bytes.length > mostBytes ? { name } : { name, bytes };
  });
}

function ask(
  address: string,
  ca: string | undefined,
  tag: string | undefined,
  mostBytes: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(unreachable(address, cause));
    const request = get(
      address,
      {
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
        ...(ca === undefined ? {} : { ca }),
        headers: {
          accept: 'application/json',
          ...(tag === undefined ? {} : { 'if-none-match': tag }),
        },
      },
      (response) => {
        const pieces: Buffer[] = [];
        let length = 0;
        response.on('data', (piece: Buffer) => {
          length += piece.length;
          if (length > mostBytes) request.destroy(new Error('too long'));
          else pieces.push(piece);
        });
        response.on('error', fail);
        response.on('end', () => {
          const { etag } = response.headers;
          const status = response.statusCode ?? 0;
          const body = Buffer.concat(pieces);
          resolve({ status, body, ...(etag === undefined ? {} : { tag: etag }) });
        });
      },
    );
    request.on('error', fail);
  });
}

const unreachable = (message: string, cause?: unknown): TerminalFault =>
  new TerminalFault('bulletins.unreachable', 'later', message, cause);
