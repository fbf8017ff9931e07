import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Messenger, Outgoing, SendEnd } from './contract.ts';

type Options = {
  readonly host: string;
  readonly port: number;
  /** `none` inside the shop alone; `starttls` is required, not tried. */
  readonly tls: 'none' | 'starttls' | 'implicit';
  readonly from: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly timeoutMs: number;
};

/** E-mail over SMTP. The message's id is its Message-ID: a mail that comes twice is known to be one. */
export function openMail(options: Options): Messenger {
  const { host, port, tls, from, user, password, timeoutMs } = options;
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
  });
  let trouble: string | undefined;
  const sent = async ({ id, to, subject, text }: Outgoing): Promise<SendEnd> => {
    // The text is only read when the server wants it: before that, nothing of it has left.
    let handedOver = false;
    const body = Readable.from(
      (function* () {
        handedOver = true;
        yield Buffer.from(text);
      })(),
    );
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text: body,
        messageId: `<${id}@holdfast.invalid>`,
      });
      return { type: 'sent' };
    } catch (error) {
      return endOf(error, handedOver);
    }
  };
  return {
    get trouble() {
      return trouble;
    },
    async send(message) {
      const end = await sent(message);
      trouble = end.type === 'notSent' || end.type === 'unknown' ? end.reason : undefined;
      return end;
    },
    listen: () => () => undefined,
    close: async () => transport.close(),
  };
}

/** A server that answered has decided; silence after the text was sent leaves it open. */
function endOf(error: unknown, handedOver: boolean): SendEnd {
  const facts = error instanceof Error ? error : new Error('mail');
  const code = 'code' in facts ? String(facts.code) : '';
  const answer = 'responseCode' in facts ? Number(facts.responseCode) : 0;
  if (answer >= 500) return { type: 'refused', reason: `smtp ${answer}` };
  if (answer >= 400) return { type: 'notSent', reason: `smtp ${answer}` };
  if (handedOver) return { type: 'unknown', reason: code };
  return { type: 'notSent', reason: code };
}
