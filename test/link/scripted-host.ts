import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { TcpLinkOptions } from '#hal/link/tcp.ts';

/** A host that does what a test says with each connection and each piece that arrives. */
export type ScriptedHost = {
  readonly port: number;
  readonly connections: Socket[];
  readonly received: Uint8Array[];
  close(): Promise<void>;
};

export type Script = (socket: Socket, piece: Buffer) => void;

export async function scriptedHost(
  onData: Script,
  tls?: TlsOptions,
  onConnection: (socket: Socket) => void = () => {},
  port = 0,
): Promise<ScriptedHost> {
  const connections: Socket[] = [];
  const received: Uint8Array[] = [];
  const serve = (socket: Socket) => {
    connections.push(socket);
    socket.on('error', () => {});
    onConnection(socket);
    socket.on('data', (piece: Buffer) => {
      received.push(new Uint8Array(piece));
      onData(socket, piece);
    });
  };
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of connections) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A frame with its length in front. */
export const framed = (...bytes: number[]): Buffer =>
  Buffer.from([bytes.length >> 8, bytes.length & 255, ...bytes]);

export const linkOptions = (port: number, more: Partial<TcpLinkOptions> = {}): TcpLinkOptions => ({
  endpoints: [{ host: '127.0.0.1', port }],
  connectTimeoutMs: 1000,
  sendTimeoutMs: 1000,
  answerTimeoutMs: 1000,
  connection: 'short',
  keepAliveMs: 30_000,
  idleLimitMs: 60_000,
  returnToPrimaryMs: 60_000,
  maximumFrameBytes: 4096,
  ...more,
});
