import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Plugin, RollupOptions } from 'rollup';

/** What a device gets: the modules that `src/main.ts` needs, as JavaScript; packages are installed beside it. */
const project = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly workspaces: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
};
const addons = project.workspaces.map((folder) => ({
  folder,
  name: folder.split('/').at(-1) ?? '',
}));
const outside = [...Object.keys(project.dependencies), ...addons.map(({ name }) => name)];

/** The very transform that Node itself uses: what runs from the sources is what runs on the device. */
const stripTypes: Plugin = {
  name: 'strip-types',
  resolveId: (id, from) =>
    id.startsWith('#') && from !== undefined ? createRequire(from).resolve(id) : null,
  // Types become spaces, so that every position stays where it was.
  transform: (code, id) =>
    id.endsWith('.ts') ? { code: stripTypeScriptTypes(code), map: null } : null,
};

/** Files that modules read at run time stand where they stood; each addon becomes the package that is imported. */
const copyAssets: Plugin = {
  name: 'copy-assets',
  writeBundle({ dir = 'dist' }) {
    for (const folder of ['db', 'ui']) {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (/\.(sql|svg)$/.test(file)) cpSync(join(folder, file), join(dir, folder, file));
      }
    }
    // The training plays with the cards of the simulator and their test keys.
    const cards = join('hal', 'simulator', 'cards');
    for (const file of readdirSync(cards, { recursive: true, encoding: 'utf8' })) {
      if (file.endsWith('.json')) cpSync(join(cards, file), join(dir, cards, file));
    }
    for (const { folder, name } of addons) {
      for (const file of ['package.json', 'index.js', `${name}.node`]) {
        if (!existsSync(join(folder, file))) continue;
        cpSync(join(folder, file), join(dir, 'node_modules', name, file));
      }
    }
    const { name, version, dependencies } = project;
    const device = { name, version, private: true, type: 'module', dependencies };
    writeFileSync(join(dir, 'package.json'), `${JSON.stringify(device, null, 2)}\n`);
  },
};

const options: RollupOptions = {
  input: 'scripts/terminal.ts',
  external: (id) =>
    id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [stripTypes, copyAssets],
  output: {
    dir: 'dist',
    format: 'es',
    sourcemap: true,
    preserveModules: true,
    preserveModulesRoot: '.',
    entryFileNames: '[name].js',
  },
};

export default options;
