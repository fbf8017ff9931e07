import type { Complaint, Rule, SourceFile } from './project.ts';

type Pattern = { readonly pattern: RegExp; readonly complaint: string; readonly except?: RegExp };

/** What no file may hold, whoever wrote it. */
const forbidden: readonly Pattern[] = [
  {
    pattern: /(?<![\w.])\/(work|root|home\/\w+)\//,
    complaint: 'a path of one machine',
  },
  {
    pattern: /registry\.npmjs\.org|registry\.yarnpkg\.com/,
    complaint: 'the address of a package registry',
  },
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, complaint: 'an unfinished thought' },
  {
    pattern: /\b(describe|test|it)\.only\(/,
    complaint: 'a test that silences the others',
    except: /^(?!test\/)/,
  },
];

const own = /^(scripts\/tidy\/words\.ts|test\/tidy\/)/;

export const wordsAreClean: Rule = (files) =>
  files
    .filter(({ path }) => !own.test(path))
    .flatMap((file) => file.text.split('\n').flatMap((text, i) => look(file, text, i + 1)));

const look = (file: SourceFile, text: string, line: number): readonly Complaint[] =>
  forbidden.flatMap(({ pattern, complaint, except }) =>
    pattern.test(text) && except?.test(file.path) !== true
      ? [{ path: file.path, line, complaint }]
      : [],
  );
