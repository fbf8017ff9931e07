import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openBulletinFolder } from '#hal/bulletins/folder.ts';
import { openBulletinAddress } from '#hal/bulletins/https.ts';
import { isFault } from '#src/fault.ts';

const mostBytes = 1_000;
const unreachable = (error: unknown) => isFault(error, 'bulletins.unreachable');

describe('a stick', () => {
  const stick = mkdtempSync(join(tmpdir(), 'stick-'));
  after(() => rmSync(stick, { recursive: true, force: true }));

  it('that is not in has nothing, and is no fault', async () => {
    const place = openBulletinFolder({ path: join(stick, 'gone'), mostBytes });
    assert.deepEqual(await place.fetch(), []);
  });

  it('gives each file once, and again when it has changed', async () => {
    const place = openBulletinFolder({ path: stick, mostBytes });
    writeFileSync(join(stick, 'b.json'), 'two');
    writeFileSync(join(stick, 'a.json'), 'one');
    writeFileSync(join(stick, 'photo.jpg'), 'none');
    mkdirSync(join(stick, 'folder.json'));
    const said = (await place.fetch()).map(({ name, bytes }) => [
      name,
      bytes && new TextDecoder().decode(bytes),
    ]);
    assert.deepEqual(said, [
      ['a.json', 'one'],
      ['b.json', 'two'],
    ]);
    assert.deepEqual(await place.fetch(), []);
    writeFileSync(join(stick, 'a.json'), 'three');
    assert.deepEqual(
      (await place.fetch()).map(({ name }) => name),
      ['a.json'],
    );
  });

  it('with a file that is too large names it and reads nothing of it', async () => {
    const place = openBulletinFolder({ path: stick, mostBytes });
    writeFileSync(join(stick, 'c\n[2J.json'), 'x'.repeat(mostBytes + 1));
    const large = (await place.fetch()).find(({ name }) => name.startsWith('c'));
    assert.deepEqual(large, { name: 'c__2J.json' });
  });
});

const pem = (name: string): string =>
  readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');

const otherAuthority = readFileSync(
  new URL('../link/certificates/other-ca.cert.pem', import.meta.url),
  'utf8',
);

describe('an address', () => {
  const servers: Server[] = [];
  after(() => {
    for (const server of servers) server.close();
  });
  let asked = 0;

  async function serve(body: string, status = 200, ca = pem('host.cert')) {
    const server = createServer(
      { cert: pem('host.cert'), key: pem('host.key') },
      (request, response) => {
        asked += 1;
        const same = request.headers['if-none-match'] === '"1"';
        response.writeHead(same ? 304 : status, { etag: '"1"' }).end(same ? '' : body);
      },
    );
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const address = `https://localhost:${port}/bulletins`;
    return openBulletinAddress({ address, ca, mostBytes });
  }

  it('gives the entries of its list, and nothing when it has not changed', async () => {
    const place = await serve(JSON.stringify([{ a: 1 }, { b: 'x'.repeat(mostBytes) }]));
    const files = await place.fetch();
    assert.deepEqual(
      files.map(({ name, bytes }) => [name, bytes && new TextDecoder().decode(bytes)]),
      [
        ['https-1', '{"a":1}'],
        ['https-2', undefined],
      ],
    );
    assert.deepEqual(await place.fetch(), []);
    assert.equal(asked, 2);
  });

  it('that answers no list, an error or without end is a fault, and nothing is taken', async () => {
    await assert.rejects((await serve('{}')).fetch(), unreachable);
    await assert.rejects((await serve('not JSON')).fetch(), unreachable);
    await assert.rejects((await serve('[]', 500)).fetch(), unreachable);
    await assert.rejects((await serve('x'.repeat(51 * mostBytes))).fetch(), unreachable);
  });

  it('of another authority is not believed', async () => {
    await assert.rejects((await serve('[]', 200, otherAuthority)).fetch(), unreachable);
  });
});
