// The program that is recorded, and the one that prepares its folder: run-scenario <part> <name> <folder> <weakness>.
import Database from 'better-sqlite3';
import { pathsOf, prepareFolder } from '#db/folder.ts';
import { migrate } from '#db/schema.ts';
import { Steps, scenarios } from './scenarios.ts';
import { openCrashStore, schemaOne, type Weakness, weaken } from './world.ts';

const [part, name = '', folder = '', weakness = 'none'] = process.argv.slice(2);
const scenario = scenarios[name];
if (scenario === undefined) throw new Error(`no scenario ${name}`);

if (part === 'before' && name === 'migration') {
  const paths = pathsOf(folder);
  prepareFolder(paths);
  const db = new Database(paths.database);
  db.pragma('journal_mode = WAL');
  migrate(db, [{ version: 1, sql: schemaOne() }]);
  db.close();
} else if (part === 'before') {
  const store = openCrashStore(folder);
  await scenario.before(new Steps(store, 'none'), folder);
  store.close();
} else {
  weaken(weakness as Weakness);
  const store = openCrashStore(folder);
  await scenario.recorded(new Steps(store, weakness as Weakness), folder);
}
