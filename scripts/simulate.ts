import './guard.ts';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BadConfig, type Configuration, readConfiguration } from '#hal/simulator/configuration.ts';
import { BadDataFolder, DataFolder } from '#hal/simulator/data-folder.ts';
import { BadOption, help, parseOptions, type SimulatorOptions } from '#hal/simulator/options.ts';
import { runSimulator } from '#hal/simulator/run.ts';
import { configJsonSchema } from '#src/config/load.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

/** The simulator cannot start: one clear line each, and exit code 1. */
function giveUp(text: string): never {
  for (const line of text.split('\n')) process.stderr.write(`holdfast: ${line}\n`);
  process.exit(1);
}

function start(options: SimulatorOptions) {
  const configuration: Configuration = readConfiguration(options);
  const data = new DataFolder(options.data);
  process.on('exit', () => data.release());
  return runSimulator({
    options,
    configuration,
    data,
    version,
    program: fileURLToPath(new URL('../src/main.ts', import.meta.url)),
  });
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.task === 'help') process.stdout.write(`${help}\n`);
  else if (options.task === 'schema') {
    process.stdout.write(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  } else {
    const running = await start(options);
    process.stdout.write(
      `Holdfast ${version} · simulator 模拟终端 · ${running.address}${options.headless ? '/api/docs' : ''}\n` +
        `books 数据: ${running.data} · Ctrl-C ends it 按 Ctrl-C 结束\n`,
    );
    let ending = false;
    const end = () => {
      if (ending) process.exit(130);
      ending = true;
      void running.stop().then(() => process.exit(0));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  }
} catch (error) {
  if (error instanceof BadOption || error instanceof BadConfig || error instanceof BadDataFolder) {
    giveUp(error.message);
  }
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') giveUp(`port ${port} is in use: choose another with --port.`);
  if (code === 'EACCES' && port !== undefined)
    giveUp(`port ${port} is not allowed: choose another with --port.`);
  giveUp(message);
}
