import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { FastifyInstance } from 'fastify';

const folder = new URL('../page/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The page's own files and nothing else: TypeScript modules go out with their types stripped. */
export function servePage(app: FastifyInstance): void {
  for (const name of readdirSync(folder)) {
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const type = types[extension];
    if (type === undefined) continue;
    const url = name === 'index.html' ? '/' : `/${name}`;
    app.get(url, { schema: { hide: true } as object }, (_request, reply) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return reply
        .type(type)
        .header('cache-control', 'no-cache')
        .header('content-security-policy', "default-src 'self'; style-src 'self' 'unsafe-inline'")
        .send(extension === 'ts' ? stripTypeScriptTypes(text) : text);
    });
  }
}
