import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const folder = new URL('../page/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const fonts = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/package.json',
);
const fontFiles: Readonly<Record<string, string>> = {
  '/font-400.ttf': '400Regular/NotoSansSC_400Regular.ttf',
  '/font-700.ttf': '700Bold/NotoSansSC_700Bold.ttf',
};

/** The terminal's own font, for browsers whose system has no Chinese one. */
function serveFonts(app: FastifyInstance): void {
  for (const [url, file] of Object.entries(fontFiles)) {
    app.get(url, { schema: { hide: true } as object }, (_request, reply) =>
      reply
        .type('font/ttf')
        .header('cache-control', 'max-age=86400')
        .send(createReadStream(join(dirname(fonts), file))),
    );
  }
}

/** The page's own files and nothing else: TypeScript modules go out with their types stripped. */
export function servePage(app: FastifyInstance): void {
  serveFonts(app);
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
