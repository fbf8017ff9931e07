import { byId, h } from './dom.ts';
import { currentLanguage } from './texts.ts';

type ProblemDocument = {
  readonly title: string;
  readonly detail: string;
  readonly zh: { readonly title: string; readonly detail: string };
};

/** A problem document as an error. */
export class ApiProblem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.detail);
    this.document = document;
  }

  get words(): { readonly title: string; readonly detail: string } {
    return currentLanguage() === 'zh' ? this.document.zh : this.document;
  }
}

async function request(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`/api/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const value: unknown = await response.json();
  if (!response.ok) throw new ApiProblem(value as ProblemDocument);
  return value;
}

/** Throws ApiProblem. */
export const get = <T>(path: string): Promise<T> => request('GET', path) as Promise<T>;

/** Does it; a problem becomes a note on the page, and undefined. */
export async function act<T>(method: 'POST' | 'DELETE', path: string, body?: unknown) {
  try {
    return (await request(method, path, body ?? (method === 'POST' ? {} : undefined))) as T;
  } catch (error) {
    if (error instanceof ApiProblem) toast(error.words.title, error.words.detail);
    return undefined;
  }
}

/** A note that goes away by itself. */
export function toast(title: string, detail = ''): void {
  const note = h('div', { class: 'toast' }, h('b', {}, title), h('span', {}, detail));
  byId('toasts').append(note);
  setTimeout(() => note.remove(), 6000);
}
