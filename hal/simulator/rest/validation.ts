import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { NotValid } from './problem-document.ts';

/** Zod schemas validate every body and query, strictly: nothing is coerced in bodies, nothing unknown is dropped. */
export function useZod(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema, httpPart }) => (value) => {
    // A POST without a body asks for nothing in particular.
    const given = httpPart === 'body' && (value === undefined || value === null) ? {} : value;
    const result = (schema as unknown as z.ZodType).safeParse(given);
    return result.success
      ? { value: result.data }
      : { error: new NotValid(problems(result.error)) };
  });
}

function problems(error: z.ZodError) {
  return error.issues.flatMap(flatten).map((issue) => ({
    path: issue.path.join('.') || '(body)',
    problem: issue.message,
  }));
}

/** A union that matches nothing says what each form wanted; the form that came closest says it best. */
function flatten(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const wrongKeys = (form: readonly z.core.$ZodIssue[]) =>
    form.filter(({ code }) => code === 'unrecognized_keys').length * 2 + form.length;
  const [closest] = [...issue.errors].sort((a, b) => wrongKeys(a) - wrongKeys(b));
  return (closest ?? []).flatMap(flatten).map((each) => ({
    ...each,
    path: [...issue.path, ...each.path],
  })) as readonly z.core.$ZodIssue[];
}

/** The same schemas as OpenAPI 3.0 wants them. */
export const openApiSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' });
