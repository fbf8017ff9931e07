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

const mostLogicLines = 300;
const mostFunctionLines = 60;

const lines = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.end).line -
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line +
  1;

/** Types and tables may be long: they are read by looking up, not from top to bottom. */
function isTable(statement: ts.Statement): boolean {
  if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.every(({ initializer }) => isLiteral(initializer));
}

function isLiteral(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isLiteral(node.expression);
  if (ts.isNewExpression(node)) return (node.arguments ?? []).every(isLiteral);
  return ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}

export function logicLines(file: SourceFile): number {
  const tree = parse(file);
  const tables = tree.statements.filter(isTable);
  const total = file.text.split('\n').length - 1;
  return total - tables.reduce((sum, table) => sum + lines(tree, table), 0);
}

const isProgram = (file: SourceFile) => isTypeScript(file) && !file.path.startsWith('test/');

/** A file holds one idea: 300 lines of logic at most, whatever its types and tables. Tests list their cases. */
export const filesAreShort: Rule = (files) =>
  files.filter(isProgram).flatMap((file): Complaint[] => {
    const count = logicLines(file);
    if (count <= mostLogicLines) return [];
    return [{ path: file.path, complaint: `${count} lines of logic, ${mostLogicLines} at most` }];
  });

/** Lines of the table that a function ends in: it is looked up, as any table is. */
function tableLines(tree: ts.SourceFile, body: ts.Node): number {
  const last = ts.isBlock(body) ? body.statements.at(-1) : body;
  const value = last !== undefined && ts.isReturnStatement(last) ? last.expression : last;
  return value !== undefined && isLiteral(value as ts.Expression) ? lines(tree, value) : 0;
}

/** A function fits on a screen. */
export const functionsAreShort: Rule = (files) =>
  files.filter(isProgram).flatMap((file) => {
    const tree = parse(file);
    const found: Complaint[] = [];
    walk(tree, (node) => {
      if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return;
      const count = lines(tree, node) - tableLines(tree, node.body as ts.Node);
      if (count <= mostFunctionLines) return;
      const complaint = `a function of ${count} lines, ${mostFunctionLines} at most`;
      found.push({ path: file.path, line: lineOf(tree, node), complaint });
    });
    return found;
  });
