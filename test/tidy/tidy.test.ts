import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { importsPointInwards, trainingReachesNoHost } from '../../scripts/tidy/imports.ts';
import { differences } from '../../scripts/tidy/languages.ts';
import type { Rule } from '../../scripts/tidy/project.ts';
import { nothingPrints, sourceIsPure } from '../../scripts/tidy/purity.ts';
import { filesAreShort, functionsAreShort } from '../../scripts/tidy/sizes.ts';
import { wordsAreClean } from '../../scripts/tidy/words.ts';

const says = (rule: Rule, path: string, text: string) =>
  rule([{ path, text }]).map(({ complaint }) => complaint);

test('the project is tidy', () => {
  const program = fileURLToPath(new URL('../../scripts/tidy.ts', import.meta.url));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program],
    { encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  assert.equal(status, 0);
});

describe('The training reaches no host', () => {
  const world = (text: string, more: readonly { path: string; text: string }[] = []) =>
    trainingReachesNoHost([{ path: 'hal/training/world.ts', text }, ...more]).map(
      ({ complaint }) => complaint,
    );
  const tcp = { path: 'hal/link/tcp.ts', text: "import { connect } from 'node:net';" };
  const bank = { path: 'hal/simulator/bank/bank.ts', text: "import { a } from './server.ts';" };
  const server = { path: 'hal/simulator/bank/server.ts', text: "import { a } from 'node:net';" };

  test('a socket, a client and the driver of the real link are refused', () => {
    for (const text of [
      "import { connect } from 'node:net';",
      "import tls from 'node:tls';",
      "const http = await import('node:https');",
      "import { WebSocket } from 'ws';",
      "import { createTcpLink } from '../link/tcp.ts';",
      "export { createProber } from '#hal/link/probe.ts';",
    ])
      assert.equal(world(text, [tcp]).length, 1, text);
  });

  test('a socket behind other modules is refused, with the road to it', () => {
    const [complaint] = world("import { a } from '#hal/simulator/bank/bank.ts';", [bank, server]);
    assert.match(complaint ?? '', /world\.ts > hal.*bank\.ts > hal.*server\.ts > node:net$/);
  });

  test('types, the contract of the link and its faults are welcome', () => {
    for (const text of [
      "import type { Socket } from 'node:net';",
      "import type { HostLink } from '../link/contract.ts';",
      "import { LinkFault } from '../link/fault.ts';",
    ])
      assert.deepEqual(world(text, [tcp]), []);
  });
});

describe('Imports point inwards', () => {
  const refused: readonly [string, string][] = [
    ['src/emv/kernel.ts', "import { a } from '#hal/reader/pcsc.ts';"],
    ['src/emv/kernel.ts', "import { a } from '../../hal/reader/pcsc.ts';"],
    ['src/emv/kernel.ts', "export { a } from '#db/open.ts';"],
    ['src/emv/kernel.ts', "const a = await import('#ui/panel.ts');"],
    ['src/emv/kernel.ts', "import { readFileSync } from 'node:fs';"],
    ['src/emv/kernel.ts', "import fastify from 'fastify';"],
    ['ui/h.ts', "import { a } from '#hal/display/simulated.ts';"],
    ['ui/h.ts', "import { a } from '#db/open.ts';"],
    ['hal/reader/pcsc.ts', "import { a } from '#ui/h.ts';"],
    ['hal/reader/pcsc.ts', "import { a } from '#db/open.ts';"],
    ['db/open.ts', "import { a } from '#hal/keystore/software.ts';"],
    ['db/open.ts', "import { a } from '#ui/h.ts';"],
  ];
  for (const [path, text] of refused) {
    test(`${path} may not: ${text}`, () => {
      assert.equal(says(importsPointInwards, path, text).length, 1);
    });
  }
  const taken: readonly [string, string][] = [
    ['src/emv/kernel.ts', "import type { CardReader } from '#hal/reader/contract.ts';"],
    ['src/emv/kernel.ts', "import { createHash } from 'node:crypto';"],
    ['src/main.ts', "import { a } from '#hal/reader/pcsc.ts';"],
    ['hal/reader/pcsc.ts', "import { TerminalFault } from '#src/fault.ts';"],
    ['ui/h.ts', "import { a } from 'lvgl-bindings';"],
    ['db/open.ts', "import type { Keystore } from '#hal/keystore/contract.ts';"],
    ['test/flow/a.ts', "import { a } from '#db/open.ts';"],
  ];
  for (const [path, text] of taken) {
    test(`${path} may: ${text}`, () => assert.deepEqual(says(importsPointInwards, path, text), []));
  }
});

test('src reads no clock, starts no timer, prints nothing', () => {
  const impure = [
    'const now = Date.now();',
    'const now = new Date();',
    'setTimeout(done, 5);',
    'const pid = process.pid;',
    'console.log(1);',
    'const id = Math.random();',
    'const t = performance.now();',
  ];
  for (const text of impure) assert.equal(says(sourceIsPure, 'src/a.ts', text).length, 1, text);
  const pure = [
    'const day = new Date(atMs);',
    'const { process } = steps;',
    'flow.process(event);',
    'const text = "Date.now()";',
    'type Timer = { setTimeout(ms: number): void };',
  ];
  for (const text of pure) assert.deepEqual(says(sourceIsPure, 'src/a.ts', text), [], text);
  assert.equal(says(nothingPrints, 'db/a.ts', 'console.error(1);').length, 1);
  assert.equal(says(nothingPrints, 'scripts/a.ts', 'console.log(1);').length, 0);
});

test('logic is short, tables may be long', () => {
  const rows = Array.from({ length: 400 }, (_, i) => `  a${i}: ${i},`).join('\n');
  const steps = Array.from({ length: 400 }, (_, i) => `step(${i});`).join('\n');
  assert.deepEqual(says(filesAreShort, 'src/a.ts', `const table = {\n${rows}\n};\n`), []);
  assert.equal(says(filesAreShort, 'src/a.ts', steps).length, 1);
  const body = Array.from({ length: 61 }, (_, i) => `  step(${i});`).join('\n');
  assert.equal(says(functionsAreShort, 'src/a.ts', `function f() {\n${body}\n}`).length, 1);
  assert.equal(says(functionsAreShort, 'test/a.ts', `function f() {\n${body}\n}`).length, 0);
});

test('no machine, no registry and no unfinished thought stands in a file', () => {
  const dirty = [
    // Put together here, so that this file is clean itself.
    ['cd ', 'work', 'main'].join('/'),
    '/home/someone/x',
    `https://registry.${'npmjs'}.org/x`,
    `// ${'TO'}DO later`,
  ];
  for (const text of dirty) assert.equal(says(wordsAreClean, 'README.md', text).length, 1, text);
  const clean = ['see network/work/flow', '/tmp/x', 'https://nodejs.org'];
  for (const text of clean) assert.deepEqual(says(wordsAreClean, 'README.md', text), [], text);
});

test('a word that one language lacks is found, however deep', () => {
  assert.deepEqual(differences({ a: { b: 'x', c: 'y' } }, { a: { b: 'x' } }), [
    'a.c: in one language only',
  ]);
  assert.deepEqual(differences({ a: 'x' }, { a: ' ' }), ['a: empty']);
  assert.deepEqual(differences({ a: () => 'x' }, { a: 'x' }), ['a: function and string']);
  assert.deepEqual(differences({ a: { b: 'x' } }, { a: { b: '甲' } }), []);
});
