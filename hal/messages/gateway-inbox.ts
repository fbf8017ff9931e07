import { z } from 'zod';
import type { Incoming } from './contract.ts';

const most = 100;
const mostBytes = 131_072;

/** What a gateway answers to `GET <inbox>?after=<next>`: at most 100 events, oldest first. */
const inboxAnswer = z.object({
  events: z
    .array(
      z.discriminatedUnion('type', [
        z.object({
          type: z.literal('report'),
          /** Of the message, as it was sent. */
          id: z.string().min(1).max(64),
          delivered: z.boolean(),
        }),
        z.object({
          type: z.literal('answer'),
          /** With its + and country. */
          from: z.string().regex(/^\+\d{6,15}$/),
          text: z.string().max(2_000),
        }),
      ]),
    )
    .max(most),
  /** Said in the next question: everything up to here was taken. */
  next: z.string().min(1).max(200).optional(),
});

type Fetched =
  | { readonly type: 'events'; readonly events: readonly Incoming[]; readonly next?: string }
  | { readonly type: 'trouble'; readonly reason: string };

/** Reports and answers that wait at the gateway. Never throws; what is not of this form is not taken at all. */
export async function fetchInbox(
  inbox: string,
  after: string | undefined,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<Fetched> {
  const url = new URL(inbox);
  if (after !== undefined) url.searchParams.set('after', after);
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { redirect: 'error', signal, headers });
    const text = await boundedText(answer);
    if (!answer.ok) return { type: 'trouble', reason: `http ${answer.status}` };
    const { events, next } = inboxAnswer.parse(JSON.parse(text));
    return { type: 'events', events, ...(next === undefined ? {} : { next }) };
  } catch (error) {
    const strange = error instanceof SyntaxError || error instanceof z.ZodError;
    return { type: 'trouble', reason: strange ? 'format' : 'unreachable' };
  }
}

/** Not more of it than can be a list of events. Throws SyntaxError for a longer one. */
async function boundedText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new SyntaxError('too long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}
