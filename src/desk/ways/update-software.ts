import { append, facts } from '../flow.ts';
import { counter } from '../queries.ts';
import { guide } from './guide.ts';
import type { Way } from './way.ts';

/** 软件更新: which version runs, and a request to the technician with the time by which it is due. */
export const updateSoftware: Way = function* (wish) {
  const now = yield* facts();
  const version = counter<string>(now, 'version') ?? '';
  const dueAtMs = now.nowMs + now.config.ways.technicianHours * 3_600_000;
  if ((yield* guide(wish, 'software', { figure: version, dueAtMs })) === 'back')
    return { type: 'left' };
  yield* append({
    events: [{ kind: 'software.updateAsked', version, operator: now.operator, dueAtMs }],
  });
  yield* guide(wish, 'softwareAsked', { figure: version, dueAtMs });
  return { type: 'told', detail: version };
};
