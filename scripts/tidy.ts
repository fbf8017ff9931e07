import './guard.ts';
import { importsPointInwards, trainingReachesNoHost } from './tidy/imports.ts';
import { languagesAgree } from './tidy/languages.ts';
import { everyFolderIsExplained, readmesAreShort } from './tidy/layout.ts';
import { readProject } from './tidy/project.ts';
import { nothingPrints, sourceIsPure } from './tidy/purity.ts';
import { filesAreShort, functionsAreShort } from './tidy/sizes.ts';
import { wordsAreClean } from './tidy/words.ts';

/** The rules of this project that no compiler knows; part of `npm run check` and of the tests. */
const rules = [
  importsPointInwards,
  trainingReachesNoHost,
  sourceIsPure,
  nothingPrints,
  filesAreShort,
  functionsAreShort,
  wordsAreClean,
  everyFolderIsExplained,
  readmesAreShort,
];

const files = readProject(new URL('..', import.meta.url).pathname);
const complaints = [...rules.flatMap((rule) => rule(files)), ...(await languagesAgree())];
for (const { path, line, complaint } of complaints) {
  process.stderr.write(`${path}${line === undefined ? '' : `:${line}`}: ${complaint}\n`);
}
process.exitCode = complaints.length === 0 ? 0 : 1;
