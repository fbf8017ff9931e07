import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Only this machine, and only its own page: the Host must be a loopback name (DNS rebinding ends here), and a
 * request that another site's page makes is refused, whether it says so by Origin or by Sec-Fetch-Site.
 */
export function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const host = request.headers.host ?? '';
    if (!loopbackNames.has(host.replace(/:\d+$/, ''))) throw foreign(`Host: ${host}`);
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://${host}`) throw foreign(`Origin: ${origin}`);
    const site = request.headers['sec-fetch-site'];
    const ours = site === undefined || site === 'same-origin' || site === 'none';
    if (!ours && !isVisit(request)) throw foreign(`Sec-Fetch-Site: ${site}`);
  });
}

/** A link to the page from elsewhere is only a visit. */
const isVisit = (request: FastifyRequest) =>
  request.method === 'GET' &&
  request.headers['sec-fetch-mode'] === 'navigate' &&
  request.headers['sec-fetch-dest'] === 'document' &&
  !request.url.startsWith('/api/');

const foreign = (what: string) =>
  new Problem(
    403,
    'foreignOrigin',
    { en: 'Requests from elsewhere are refused', zh: '拒绝来自别处的请求' },
    {
      en: `The simulator answers its own page and programs on this machine only (${what}).`,
      zh: `模拟器只应答自己的网页和本机程序（${what}）。`,
    },
  );
