import type { Messenger, SendEnd } from './contract.ts';

type Options = {
  /** Takes `POST {id, to, text}` as JSON. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token?: string | undefined;
  readonly timeoutMs: number;
};

/** Answers that say the message was not taken, and that it may be asked again. */
const later = new Set([408, 425, 429, 503]);
/** Socket errors before anything was sent. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** SMS by an HTTP gateway: one POST a message, with the message's id as its idempotency key. */
export function openGateway({ url, token, timeoutMs }: Options): Messenger {
  return {
    async send({ id, to, text }) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            'content-type': 'application/json',
            'idempotency-key': id,
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          },
          body: JSON.stringify({ id, to, text }),
        });
        await answer.body?.cancel();
        return endOf(answer.status);
      } catch (error) {
        return faultEnd(error);
      }
    },
    listen: () => () => undefined,
    close: async () => undefined,
  };
}

function endOf(status: number): SendEnd {
  if (status >= 200 && status < 300) return { type: 'sent' };
  const reason = `http ${status}`;
  if (later.has(status)) return { type: 'notSent', reason };
  return status < 500 ? { type: 'refused', reason } : { type: 'unknown', reason };
}

function faultEnd(error: unknown): SendEnd {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (unreachable.has(code)) return { type: 'notSent', reason: code };
  // A request that was cut or timed out may have been taken.
  return { type: 'unknown', reason: code === '' ? 'timeout' : code };
}
