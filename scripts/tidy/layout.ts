import type { Complaint, Rule } from './project.ts';

/** Folders that say what lives in them. */
const withReadme = [
  'src',
  'ui',
  'hal',
  'db',
  'scripts',
  'test',
  'hal/simulator',
  'hal/node-pcsc',
  'hal/gpio-edges',
  'ui/lvgl-bindings',
];

const topFiles = new Set(
  (
    'package.json package-lock.json tsconfig.json Cargo.toml biome.json README.md README.zh-CN.md ' +
    'ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md rollup.config.ts'
  ).split(' '),
);

/** Each part of the tree says what it is; the top holds nothing that has another place. */
export const everyFolderIsExplained: Rule = (files) => {
  const paths = new Set(files.map(({ path }) => path));
  const missing = withReadme
    .map((folder) => `${folder}/README.md`)
    .filter((path) => !paths.has(path))
    .map((path): Complaint => ({ path, complaint: 'this README is missing' }));
  const strangers = files
    .filter(({ path }) => !path.includes('/') && !topFiles.has(path))
    .map(({ path }): Complaint => ({ path, complaint: 'has no place at the top of the project' }));
  return [...missing, ...strangers];
};

/** A README is read in one go. */
export const readmesAreShort: Rule = (files) =>
  files
    .filter(({ path }) => /(^|\/)(README(\.zh-CN)?|ARCHITECTURE|CONTRIBUTING)\.md$/.test(path))
    .flatMap(({ path, text }): Complaint[] => {
      const lines = text.split('\n').length;
      return lines > 160 ? [{ path, complaint: `${lines} lines, 160 at most` }] : [];
    });
