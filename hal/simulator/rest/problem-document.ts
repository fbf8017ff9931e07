import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '../problem.ts';

/** RFC 9457: what went wrong, for programs (`type`, `code`) and for people in both languages. */
const document = (problem: Problem) => ({
  type: `urn:holdfast:problem:${problem.code}`,
  title: problem.title.en,
  status: problem.status,
  detail: problem.detail.en,
  code: problem.code,
  zh: { title: problem.title.zh, detail: problem.detail.zh },
  ...problem.extra,
});

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(document(problem));
}

/** Bodies and queries that are not what the call takes; each path with what is wrong there. */
export class NotValid extends Problem {
  constructor(errors: readonly { readonly path: string; readonly problem: string }[]) {
    const words = errors.map(({ path, problem }) => `${path}: ${problem}`).join('; ');
    super(
      400,
      'notValid',
      { en: 'The request is not valid', zh: '请求不合规' },
      { en: words, zh: words },
      { errors },
    );
  }
}

const simple = {
  400: ['notValid', 'The request is not valid', '请求不合规'],
  404: ['notFound', 'There is no such call', '没有这个接口'],
  405: ['methodNotAllowed', 'This method is not allowed here', '这里不能用这个方法'],
  413: ['tooLarge', 'The body is too large', '内容太大'],
  415: ['notJson', 'Only application/json is taken', '只接受 application/json'],
} as const;

/** Whatever is thrown in a route, as a problem. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { statusCode = 500, message } = error as { statusCode?: number; message?: string };
  const known = simple[statusCode as keyof typeof simple];
  const text = message ?? String(error);
  if (known !== undefined) {
    const [code, en, zh] = known;
    return new Problem(statusCode, code, { en, zh }, { en: text, zh: text });
  }
  return new Problem(
    500,
    'fault',
    { en: 'The simulator failed', zh: '模拟器出错' },
    { en: text, zh: text },
  );
}

export function useProblemDocuments(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply) => {
    const problem = asProblem(error);
    if (problem.status >= 500 && problem.code === 'fault')
      process.stderr.write(`${String(error)}\n`);
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const what = `${request.method} ${request.url}`;
    const detail = {
      en: `${what} is not known; GET /api/docs lists all calls.`,
      zh: `没有 ${what}；全部接口见 GET /api/docs。`,
    };
    const [code, en, zh] = simple[404];
    return sendProblem(reply, new Problem(404, code, { en, zh }, detail));
  });
}
