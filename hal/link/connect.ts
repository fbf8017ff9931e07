import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { FaultCode } from '#src/fault.ts';
import type { Endpoint, LinkProgress } from './contract.ts';
import { LinkFault } from './fault.ts';

/** TLS 1.3 with certificates on both sides; `ca` alone is trusted, whatever the system trusts. PEM texts. */
export type LinkTls = {
  readonly ca: string;
  readonly cert?: string;
  readonly key?: string;
  /** Name in the host's certificate; the endpoint's host when absent. */
  readonly servername?: string;
};

const connectFaults: Readonly<Record<string, FaultCode>> = {
  ENOTFOUND: 'link.nameNotFound',
  EAI_AGAIN: 'link.nameNotFound',
  EAI_FAIL: 'link.nameNotFound',
  EAI_NODATA: 'link.nameNotFound',
  EAI_NONAME: 'link.nameNotFound',
  ECONNREFUSED: 'link.connectRefused',
  ETIMEDOUT: 'link.connectTimeout',
  ECONNRESET: 'link.reset',
  EPIPE: 'link.reset',
};

/** Of an error with several addresses tried, the first one's code speaks. */
function codeOf(error: unknown): string {
  const { code, errors } = error as { code?: unknown; errors?: readonly unknown[] };
  if (typeof code === 'string') return code;
  return errors !== undefined && errors.length > 0 ? codeOf(errors[0]) : '';
}

const isTlsError = (code: string): boolean =>
  code.startsWith('ERR_SSL') ||
  code.startsWith('ERR_TLS') ||
  /CERT|SIGNED|ISSUER|SIGNATURE|_CA$|CRL/.test(code);

/** The fault of an error before the connection could carry a request. */
function connectFault(error: unknown, endpoint: Endpoint, inHandshake: boolean): LinkFault {
  const code = codeOf(error);
  const fault =
    inHandshake || isTlsError(code) ? 'link.tls' : (connectFaults[code] ?? 'link.unreachable');
  const retry = fault === 'link.tls' ? 'never' : 'later';
  return new LinkFault(fault, retry, 'nothingSent', describe(endpoint, code || 'failed'), error);
}

/**
 * The fault of an error on a connection that was open. A host that refuses our certificate in TLS 1.3 says so
 * only now; it has then read nothing of the request.
 */
export function openFault(error: unknown, endpoint: Endpoint, progress: LinkProgress): LinkFault {
  const code = codeOf(error);
  if (!isTlsError(code)) {
    const text = describe(endpoint, code || 'closed');
    return new LinkFault('link.reset', 'later', progress, text, error);
  }
  const refused = /ALERT_.*(CERTIFICATE|UNKNOWN_CA|HANDSHAKE|ACCESS_DENIED)/.test(code);
  const known = refused ? 'nothingSent' : progress;
  return new LinkFault('link.tls', 'never', known, describe(endpoint, code), error);
}

export const describe = (endpoint: Endpoint, what: string): string =>
  `${endpoint.host}:${endpoint.port} ${what}`;

/** An open connection, handshake done. Throws LinkFault, with nothing sent. */
export function openConnection(
  endpoint: Endpoint,
  tls: LinkTls | undefined,
  timeoutMs: number,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = startConnection(endpoint, tls, timeoutMs);
    let named = isIP(endpoint.host) !== 0;
    let connected = false;
    const onLookup = (error: Error | null) => {
      named = error === null;
    };
    const onConnect = () => {
      connected = true;
      if (tls === undefined) ready();
    };
    const onError = (error: unknown) => fail(connectFault(error, endpoint, connected));
    const onClose = () => onError({ code: 'ECONNRESET' });
    const settle = () => {
      clearTimeout(timer);
      socket.off('lookup', onLookup).off('connect', onConnect).off('secureConnect', ready);
      socket.off('error', onError).off('close', onClose);
    };
    const ready = () => {
      settle();
      resolve(socket);
    };
    const fail = (fault: LinkFault) => {
      settle();
      socket.on('error', () => {});
      socket.destroy();
      reject(fault);
    };
    const timer = setTimeout(() => {
      const fault = named ? 'link.connectTimeout' : 'link.nameNotFound';
      const phase = connected ? 'handshake timed out' : 'connecting timed out';
      fail(new LinkFault(fault, 'later', 'nothingSent', describe(endpoint, phase)));
    }, timeoutMs);
    socket.on('lookup', onLookup).on('connect', onConnect).on('secureConnect', ready);
    socket.on('error', onError).on('close', onClose);
  });
}

function startConnection(endpoint: Endpoint, tls: LinkTls | undefined, timeoutMs: number): Socket {
  const options = {
    host: endpoint.host,
    port: endpoint.port,
    noDelay: true,
    // The default of 250 ms for each address gives up on slow mobile lines.
    autoSelectFamilyAttemptTimeout: Math.max(1000, Math.floor(timeoutMs / 2)),
  };
  if (tls === undefined) return connectTcp(options);
  const name = tls.servername ?? endpoint.host;
  return connectTls({
    ...options,
    ca: tls.ca,
    ...(tls.cert === undefined ? {} : { cert: tls.cert }),
    ...(tls.key === undefined ? {} : { key: tls.key }),
    ...(isIP(name) === 0 ? { servername: name } : {}),
    minVersion: 'TLSv1.3',
    rejectUnauthorized: true,
  });
}
