import ts from 'typescript';
import { type Complaint, isTypeScript, lineOf, parse, type Rule, walk } from './project.ts';

const globals = new Set([
  'process',
  'performance',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'globalThis',
]);
const members = new Set(['Date.now', 'Math.random']);

/** `src` reads no clock, starts no timer and writes no output: only `src/main.ts` does. */
export const sourceIsPure: Rule = (files) =>
  files
    .filter(
      (file) => isTypeScript(file) && file.path.startsWith('src/') && file.path !== 'src/main.ts',
    )
    .flatMap((file) => {
      const tree = parse(file);
      const found: Complaint[] = [];
      walk(tree, (node) => {
        const impure = impureName(node);
        if (impure === undefined) return;
        found.push({
          path: file.path,
          line: lineOf(tree, node),
          complaint: `src is pure: no ${impure}`,
        });
      });
      return found;
    });

function impureName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && members.has(node.getText())) return node.getText();
  if (
    ts.isNewExpression(node) &&
    node.expression.getText() === 'Date' &&
    (node.arguments?.length ?? 0) === 0
  ) {
    return 'new Date()';
  }
  if (!ts.isIdentifier(node) || !globals.has(node.text)) return undefined;
  return isUse(node) ? node.text : undefined;
}

/** A name that is read as a value, not the name of a property or of something declared here. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return (
    (ts.isCallExpression(parent) && parent.expression === node) ||
    ts.isElementAccessExpression(parent)
  );
}

/** A fuzzer and a bench are programs of their own, though they live beside what they try. */
const outputFolders = /^(src|ui|hal|db)\/(?!.*\b(fuzz|bench)\.ts$)/;

/** Programs that a person starts may print; everything else says things through its caller. */
export const nothingPrints: Rule = (files) =>
  files
    .filter((file) => isTypeScript(file) && outputFolders.test(file.path))
    .flatMap((file) =>
      file.text
        .split('\n')
        .flatMap((text, i) =>
          /\bconsole\.(log|info|debug|warn|error)\(/.test(text)
            ? [{ path: file.path, line: i + 1, complaint: 'no console output here' }]
            : [],
        ),
    );
