import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BadOption, parseOptions } from '#hal/simulator/options.ts';

const program = fileURLToPath(new URL('../../scripts/simulate.ts', import.meta.url));
const simulate = (...argv: string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...argv], {
    encoding: 'utf8',
    timeout: 20_000,
  });

describe('The command line of the simulator', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-options-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('without options everything is simulated, on port 8080, with the books in ./data', () => {
    assert.deepEqual(parseOptions([]), {
      reader: 'simulated',
      head: 'simulated',
      printer: 'simulated',
      acquirer: undefined,
      profile: undefined,
      language: undefined,
      data: 'data',
      port: 8080,
      headless: false,
      config: undefined,
      task: 'run',
    });
  });

  test('a bank is named by host and port, also by an IPv6 address', () => {
    assert.deepEqual(parseOptions(['--acquirer', 'bank.example:8583']).acquirer, {
      host: 'bank.example',
      port: 8583,
    });
    assert.deepEqual(parseOptions(['--acquirer=[::1]:9']).acquirer, { host: '::1', port: 9 });
  });

  const wrong: readonly [readonly string[], RegExp][] = [
    [['--colour'], /Unknown option '--colour'/],
    [['8080'], /Unexpected argument '8080'/],
    [['--reader', 'usb'], /--reader takes simulated or pcsc, not "usb"/],
    [['--head', 'pcsc'], /--head takes simulated or gpio/],
    [['--profile', 'tablet'], /--profile takes countertop or mobile or esign or smart/],
    [['--language', 'fr'], /--language takes zh-CN or en/],
    [['--port', '70000'], /--port takes a port from 0 to 65535/],
    [['--port', '80a'], /--port takes a port/],
    [['--acquirer', 'bank'], /--acquirer takes host:port/],
    [['--acquirer', 'bank:0'], /--acquirer takes a port from 1/],
    [['--data', ''], /--data needs a value/],
    [['--config'], /--config/],
  ];
  for (const [argv, message] of wrong) {
    test(`"${argv.join(' ')}" is refused in one line`, () => {
      assert.throws(
        () => parseOptions(argv),
        (error: Error) => {
          assert.ok(error instanceof BadOption);
          assert.match(error.message, message);
          assert.equal(error.message.includes('\n'), false);
          return true;
        },
      );
    });
  }

  test('--schema prints a JSON Schema and nothing else', () => {
    const { status, stdout, stderr } = simulate('--schema');
    assert.deepEqual([status, stderr], [0, '']);
    assert.ok('acquirer' in JSON.parse(stdout).properties);
  });

  test('--help names every option', () => {
    const { status, stdout } = simulate('--help');
    assert.equal(status, 0);
    for (const option of 'port data profile language config schema reader head printer acquirer headless'.split(
      ' ',
    )) {
      assert.match(stdout, new RegExp(`--${option}\\b`));
    }
  });

  test('a busy port, a folder that cannot be written and a bad file end in one line each', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const { port } = busy.address() as { port: number };
    writeFileSync(join(folder, 'file'), '');
    writeFileSync(join(folder, 'broken.json'), '{');
    writeFileSync(
      join(folder, 'wrong.json'),
      '{"policies":{"validityDays":0},"acquirer":{"tpdu":"6"}}',
    );
    const cases: readonly [readonly string[], readonly RegExp[]][] = [
      [['--port', String(port), '--data', join(folder, 'a')], [/^holdfast: port \d+ is in use/]],
      [
        ['--data', join(folder, 'file')],
        [/^holdfast: the data folder .* cannot be written \(ENOTDIR|EEXIST\)/],
      ],
      [['--data', '/proc/holdfast'], [/^holdfast: the data folder .* cannot be written/]],
      [['--config', join(folder, 'nowhere.json')], [/^holdfast: .*nowhere\.json cannot be read/]],
      [['--config', join(folder, 'broken.json')], [/^holdfast: .*broken\.json is not JSON/]],
      [
        ['--config', join(folder, 'wrong.json')],
        [/acquirer\.tpdu: /, /policies\.validityDays: /],
      ],
    ];
    for (const [argv, lines] of cases) {
      const { status, stdout, stderr } = simulate(...argv);
      assert.deepEqual([status, stdout], [1, ''], argv.join(' '));
      const said = stderr.trimEnd().split('\n');
      assert.equal(said.length, lines.length, stderr);
      for (const line of lines)
        assert.ok(
          said.some((each) => line.test(each)),
          stderr,
        );
    }
    busy.close();
  });
});
