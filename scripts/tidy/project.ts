import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One file of the project, by its path from the top. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What is not as it should be, and where. */
export type Complaint = {
  readonly path: string;
  readonly line?: number;
  readonly complaint: string;
};

export type Rule = (files: readonly SourceFile[]) => readonly Complaint[];

const skipped = new Set(['node_modules', 'target', 'dist', 'coverage', '.git', '.cache', 'data']);
const read = /\.(ts|rs|json|md|sh|toml|css|html|sql|apdu)$|^(setup|node|check|run)$/;

/** Every text file of the project, without what is built or installed. */
export function readProject(top: string, folder = ''): readonly SourceFile[] {
  return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return readProject(top, path);
    return read.test(entry.name) ? [{ path, text: readFileSync(join(top, path), 'utf8') }] : [];
  });
}

export const isTypeScript = ({ path }: SourceFile): boolean =>
  path.endsWith('.ts') && !path.endsWith('.d.ts');

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

export function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  parsed.set(file, tree);
  return tree;
}

/** Line of a node, 1 is the first. */
export const lineOf = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

/** Calls `look` with every node of the tree. */
export function walk(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => walk(child, look));
}
