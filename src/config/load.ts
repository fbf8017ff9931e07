import { z } from 'zod';
import { defaults } from './defaults.ts';
import { type Config, configSchema } from './schema.ts';

/** A configuration that cannot be used: every problem with its path, in the order of the file. */
export type ConfigProblem = { readonly path: string; readonly problem: string };

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects are laid over each other by key; arrays, values and objects of another kind replace what is below. */
function layOver(below: unknown, above: unknown): unknown {
  if (!isPlainObject(below) || !isPlainObject(above)) return above;
  if (above.kind !== undefined && above.kind !== below.kind) return above;
  const out: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    out[key] = Object.hasOwn(below, key) ? layOver(below[key], value) : value;
  }
  return out;
}

/** Lays each layer over the defaults and validates the whole; a bad value is named by its path. */
export function loadConfig(...layers: readonly unknown[]): Config | readonly ConfigProblem[] {
  const result = configSchema.safeParse(layers.reduce(layOver, defaults));
  if (result.success) return result.data;
  return result.error.issues.map((issue) => ({
    path: issue.path.join('.') || '(top)',
    problem: issue.message,
  }));
}

/** JSON Schema of a configuration file: every key optional, because a file is laid over the defaults. */
export function configJsonSchema(): unknown {
  const schema = z.toJSONSchema(configSchema, { io: 'input' });
  const relax = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(relax);
    if (!isPlainObject(node)) return node;
    const { required: _, ...rest } = node;
    return Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [key, key === 'items' ? value : relax(value)]),
    );
  };
  return { ...(relax(schema) as object), title: 'Holdfast configuration', default: defaults };
}
