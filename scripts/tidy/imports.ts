import { posix } from 'node:path';
import ts from 'typescript';
import {
  type Complaint,
  isTypeScript,
  lineOf,
  parse,
  type Rule,
  type SourceFile,
  walk,
} from './project.ts';

/** Names concrete drivers and wires everything once. */
const wiring = 'src/main.ts';

/** Which top-level folders a file of a folder may name; drivers and contracts of `hal` are told apart. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  src: ['src', 'hal contract'],
  ui: ['ui', 'src', 'hal contract'],
  hal: ['hal', 'hal contract', 'src'],
  db: ['db', 'src', 'hal contract'],
};

/** Modules without effects: all that `src` may import from outside the project. */
const pureModules = new Set([
  'node:crypto',
  'node:util',
  'node:assert',
  'node:assert/strict',
  'zod',
  'iconv-lite',
]);

const contract = /^hal\/[a-z-]+\/contract\.ts$/;

/** Direction of imports: ui → src → contracts of hal ← drivers of hal; db → src. Only `src/main.ts` sees all. */
export const importsPointInwards: Rule = (files) =>
  files.filter(isTypeScript).flatMap((file) => {
    const [folder = ''] = file.path.split('/');
    const may = allowed[folder];
    if (may === undefined || file.path === wiring) return [];
    return importsOf(file).flatMap(({ specifier, line, typeOnly }): Complaint[] => {
      const target = resolve(file.path, specifier);
      if (target === undefined) {
        const outside = folder === 'src' && !typeOnly && !pureModules.has(specifier);
        return outside
          ? [
              {
                path: file.path,
                line,
                complaint: `src does no I/O: it may not import ${specifier}`,
              },
            ]
          : [];
      }
      const layer = contract.test(target) ? 'hal contract' : (target.split('/')[0] ?? '');
      if (may.includes(layer)) return [];
      return [{ path: file.path, line, complaint: `${folder} may not import ${target}` }];
    });
  });

/** What could open a way out of this process. */
const waysOut = /^(node:)?(net|tls|dgram|https?|http2|dns|dns\/promises|child_process|cluster)$/;
const clients = new Set(['fastify', 'ws', 'undici', 'nodemailer', 'serialport']);
const trainingFolder = 'hal/training/';
/** Of the real link, the training knows its contract and its faults. */
const knownOfTheLink = new Set(['hal/link/contract.ts', 'hal/link/fault.ts']);

/**
 * The training reaches no host: nothing that its files import, at any depth, knows a socket or the driver of the real
 * link. Types vanish before anything runs, so importing them is no way out.
 */
export const trainingReachesNoHost: Rule = (files) => {
  const byPath = new Map(files.filter(isTypeScript).map((file) => [file.path, file]));
  const seen = new Set<string>();
  const follow = (path: string, road: string): Complaint[] => {
    const file = byPath.get(path);
    if (file === undefined || seen.has(path)) return [];
    seen.add(path);
    return importsOf(file).flatMap(({ specifier, line, typeOnly }): Complaint[] => {
      if (typeOnly) return [];
      const target = resolve(path, specifier);
      const name = target ?? specifier;
      const forbidden =
        target === undefined
          ? waysOut.test(specifier) || clients.has(specifier)
          : target.startsWith('hal/link/') && !knownOfTheLink.has(target);
      const way = `${road} > ${name}`;
      if (forbidden) return [{ path, line, complaint: `the training reaches no host: ${way}` }];
      return target === undefined ? [] : follow(target, way);
    });
  };
  return [...byPath.keys()]
    .filter((path) => path.startsWith(trainingFolder))
    .flatMap((path) => follow(path, path));
};

type Import = { readonly specifier: string; readonly line: number; readonly typeOnly: boolean };

export function importsOf(file: SourceFile): readonly Import[] {
  const tree = parse(file);
  const found: Import[] = [];
  walk(tree, (node) => {
    const from = specifierOf(node);
    if (from === undefined) return;
    const typeOnly =
      ts.isImportDeclaration(node) &&
      node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    found.push({ specifier: from, line: lineOf(tree, node), typeOnly });
  });
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  if (
    (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
    node.moduleSpecifier !== undefined
  ) {
    return ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [what] = node.arguments;
    return what !== undefined && ts.isStringLiteral(what) ? what.text : undefined;
  }
  return undefined;
}

/** Path from the top of what is imported; undefined when it is a package. */
function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined;
}
