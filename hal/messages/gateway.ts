import type { Incoming, Messenger, Outgoing, SendEnd } from './contract.ts';
import { fetchInbox } from './gateway-inbox.ts';

type Options = {
  /** Takes `POST {id, to, text}` as JSON. */
  readonly url: string;
  /** Where reports and answers wait; absent: none are fetched. */
  readonly inbox?: string | undefined;
  readonly everyMs?: number;
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

/** SMS by an HTTP gateway: one POST a message, with the message's id as its idempotency key; what comes back is fetched. */
export function openGateway(options: Options): Messenger {
  return new Gateway(options);
}

class Gateway implements Messenger {
  readonly #options: Options;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #listeners = new Set<(incoming: Incoming) => void>();
  #fetching: NodeJS.Timeout | undefined;
  #after: string | undefined;
  #closed = false;
  trouble: string | undefined;

  constructor(options: Options) {
    this.#options = options;
    const { token } = options;
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  async send(message: Outgoing): Promise<SendEnd> {
    const end = await this.#post(message);
    this.trouble = end.type === 'notSent' || end.type === 'unknown' ? end.reason : undefined;
    return end;
  }

  listen(listener: (incoming: Incoming) => void): () => void {
    this.#listeners.add(listener);
    if (this.#fetching === undefined && this.#options.inbox !== undefined) this.#fetchIn(0);
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#fetching);
  }

  async #post({ id, to, text }: Outgoing): Promise<SendEnd> {
    const { url, timeoutMs } = this.#options;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'content-type': 'application/json', 'idempotency-key': id, ...this.#headers },
        body: JSON.stringify({ id, to, text }),
      });
      await answer.body?.cancel();
      return endOf(answer.status);
    } catch (error) {
      return faultEnd(error);
    }
  }

  #fetchIn(ms: number): void {
    if (this.#closed) return;
    this.#fetching = setTimeout(() => void this.#fetch(), ms).unref();
  }

  /** Until nothing is left: the next question says what was taken, and the gateway may forget that. */
  async #fetch(): Promise<void> {
    const { inbox = '', timeoutMs, everyMs = 30_000 } = this.#options;
    const got = await fetchInbox(inbox, this.#after, this.#headers, timeoutMs);
    this.trouble = got.type === 'trouble' ? got.reason : undefined;
    if (got.type === 'trouble') return this.#fetchIn(everyMs);
    for (const incoming of got.events)
      for (const listener of [...this.#listeners]) listener(incoming);
    const more = got.events.length > 0 && got.next !== undefined && got.next !== this.#after;
    this.#after = got.next ?? this.#after;
    this.#fetchIn(more ? 0 : everyMs);
  }
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
