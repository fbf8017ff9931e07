import { createSocket, type Socket } from 'node:dgram';
import { type CalledPlace, longestCall } from '#src/handover/call.ts';

export type CallsOptions = {
  /** Multicast group and port that the terminals of a shop call to. */
  readonly group: string;
  readonly port: number;
  /** This terminal's own address on the shop's network: calls go out and come in there alone. */
  readonly host: string;
  /** The signed call of this moment; undefined while it listens nowhere. */
  readonly call: () => Uint8Array | undefined;
  /** Undefined for what is no call of one of the merchant's terminals. */
  readonly read: (bytes: Uint8Array) => CalledPlace | undefined;
  readonly everyMs?: number;
  /** After so long without a call a terminal is not known to be there any more. */
  readonly keptMs?: number;
};

export type Calls = {
  placeOf(terminalId: string): { readonly host: string; readonly port: number } | undefined;
  close(): void;
};

/** A call costs a signature to check: what comes faster is dropped unread. */
const mostASecond = 50;
const openAgainMs = 30_000;

/**
 * Terminals of one merchant find each other: each calls now and then where it listens. What a call says is only where
 * to knock; every message there proves itself. A network that is not there is asked for again.
 */
export function openCalls(options: CallsOptions): Calls {
  const { everyMs = 5_000, keptMs = 20_000 } = options;
  const heard = new Map<string, CalledPlace & { readonly heardAtMs: number }>();
  const isFresh = ({ heardAtMs }: { readonly heardAtMs: number }): boolean =>
    performance.now() - heardAtMs <= keptMs;
  let socket: Socket | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;
  let second = { startedMs: 0, count: 0 };

  const take = (bytes: Uint8Array): void => {
    const nowMs = performance.now();
    if (nowMs - second.startedMs > 1_000) second = { startedMs: nowMs, count: 0 };
    if (bytes.length !== longestCall || ++second.count > mostASecond) return;
    const place = options.read(bytes);
    if (place === undefined) return;
    const before = heard.get(place.terminalId);
    // A call that is played again is older than the last one; after a silence the clock may have been set.
    if (before !== undefined && isFresh(before) && place.saidAtMs < before.saidAtMs) return;
    heard.set(place.terminalId, { ...place, heardAtMs: nowMs });
  };
  const speak = (): void => {
    const call = options.call();
    if (call !== undefined) socket?.send(call, options.port, options.group, () => undefined);
  };
  const open = (): void => {
    if (closed) return;
    const next = createSocket({ type: 'udp4', reuseAddr: true });
    const fail = (): void => {
      socket = undefined;
      next.removeAllListeners('message');
      next.close();
      again = setTimeout(open, openAgainMs).unref();
    };
    next.once('error', fail);
    next.on('message', take);
    next.bind(options.port, () => {
      if (closed) return void next.close();
      try {
        join(next, options);
      } catch {
        return fail();
      }
      socket = next;
      speak();
    });
  };
  open();
  const speaking = setInterval(speak, everyMs).unref();
  return {
    placeOf(terminalId) {
      const place = heard.get(terminalId);
      if (place === undefined || !isFresh(place)) return undefined;
      return { host: place.host, port: place.port };
    },
    close() {
      closed = true;
      clearInterval(speaking);
      clearTimeout(again);
      socket?.close();
      socket = undefined;
    },
  };
}

/** Throws while the network of this address is not there. */
function join(socket: Socket, { group, host }: CallsOptions): void {
  socket.addMembership(group, host);
  socket.setMulticastInterface(host);
  socket.setMulticastTTL(1);
  socket.setMulticastLoopback(true);
  // From here on a fault of the network is a silence.
  socket.on('error', () => undefined);
}
