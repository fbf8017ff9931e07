import type { Check } from '../../care/check.ts';
import { tableProblems } from '../../care/settings-of.ts';
import { restoredApplications, restoredBanks, restoredCaKeys } from '../../config/restored.ts';
import type { DomainEvent } from '../../journal/events.ts';
import { permit } from '../authorise.ts';
import { type Meanwhile, signIn } from '../bank.ts';
import { append, type Flow, facts, withBank } from '../flow.ts';
import { showLine } from '../line.ts';
import { localTime } from '../time.ts';
import { backUp, drill } from '../upkeep.ts';
import { whyNotReady } from '../ways/bank.ts';
import { cleanByHand } from './clean.ts';
import { showInspection } from './inspection.ts';

/** Puts one part of the self-check right: by whoever may, and journalled with what it was and what it became. */
export function* repairPart(check: Check, meanwhile: Meanwhile): Flow<void> {
  switch (check.repair?.to) {
    case 'signIn':
      return yield* signInAnew(meanwhile);
    case 'cardTables':
    case 'banks':
      return yield* restoreTables(check.repair.to);
    case 'fetchTables':
      if ((yield* permit('bankParameters')).allowed) yield* showLine(['update', 'test', 'signIn']);
      return;
    case 'testLine':
      return yield* showLine(['test', 'signIn']);
    case 'backUp':
    case 'putStick':
      yield* backUp('byHand', meanwhile);
      return;
    case 'drill':
      return yield* drill(meanwhile);
    case 'clean':
      return yield* cleanByHand();
    case 'inspect':
      return yield* showInspection();
    case 'askUpdate':
      return yield* askUpdate(check.item === 'version' ? check.version : '');
    default:
      return;
  }
}

function* signInAnew(meanwhile: Meanwhile): Flow<void> {
  const { operator } = yield* facts();
  const to = whyNotReady(yield* withBank(() => signIn(meanwhile), meanwhile));
  yield* append({
    events: [{ kind: 'settings.repaired', item: 'signIn', from: '', to, operator }],
  });
}

/** The factory's entries in place of what is missing, over or damaged; a technician says so with the PIN. */
function* restoreTables(which: 'cardTables' | 'banks'): Flow<void> {
  const permitted = yield* permit('repairSettings');
  if (!permitted.allowed) return;
  const { config, nowMs, operator } = yield* facts();
  const by = permitted.by ?? operator;
  const today = `20${localTime(nowMs, config.timeZone).yymmdd}`;
  const repaired = (
    item: 'cardTables' | 'caKeys' | 'banks',
    from: number,
    to: number,
  ): DomainEvent => ({
    kind: 'settings.repaired',
    item,
    from: String(from),
    to: String(to),
    operator,
    by,
  });
  if (which === 'banks') {
    const banks = restoredBanks(config).length;
    yield* append({ events: [repaired('banks', config.hotlines.length, banks)] });
    return;
  }
  const { expired, damaged } = tableProblems(config, today);
  const spoilt = new Set([...expired, ...damaged]).size;
  const [applications, keys] = [restoredApplications(config), restoredCaKeys(config, today)];
  yield* append({
    events: [
      repaired('cardTables', config.applications.length, applications.length),
      repaired('caKeys', config.caPublicKeys.length - spoilt, keys.length),
    ],
  });
}

function* askUpdate(version: string): Flow<void> {
  const { nowMs, operator, config } = yield* facts();
  const dueAtMs = nowMs + config.ways.technicianHours * 3_600_000;
  yield* append({ events: [{ kind: 'software.updateAsked', version, operator, dueAtMs }] });
}
