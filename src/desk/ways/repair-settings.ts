import { bankProblems, tableProblems } from '../../care/settings-of.ts';
import { restoredApplications, restoredBanks, restoredCaKeys } from '../../config/restored.ts';
import type { LastSignIn } from '../../settlement/projector.ts';
import { actionOf } from '../amount.ts';
import { permit } from '../authorise.ts';
import { settingsNow } from '../besides.ts';
import type { Wish } from '../case.ts';
import { append, type Facts, type Flow, facts, show, wait } from '../flow.ts';
import { counter } from '../queries.ts';
import { localTime } from '../time.ts';
import type { SettingsRow } from '../view/ways.ts';
import { namedOf } from '../why.ts';
import { fetchTables, signInSaid, whyNotReady } from './bank.ts';
import type { Way } from './way.ts';

const registered = new Set(['03', '58', '97']);

/** 查设置: what is wrong, what it becomes and who may; each repair is journalled, then the card is tried again. */
export const repairSettings: Way = function* (wish) {
  let repaired = false;
  for (;;) {
    const rows = settingsRows(wish, yield* facts());
    yield* show({ name: 'settings-check', ...namedOf(wish), rows, working: false });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'repair': {
        const row = rows.find(({ item }) => item === action.item);
        if (row !== undefined && !row.well && (yield* repair(wish, row))) repaired = true;
        break;
      }
      case 'primary':
      case 'enter':
        return repaired ? { type: 'tryCard', ask: 'sameCard' } : { type: 'notHelped' };
      case 'back':
      case 'cancel':
        return { type: 'left' };
    }
  }
};

/** What fits on the smallest panel; what is wrong is among it. */
const rowsShown = 6;

/** Each part of the settings, as it is and as a repair would make it. */
export function settingsRows(wish: Wish, now: Facts): readonly SettingsRow[] {
  const { config, signedIn, bankWants } = now;
  const wrong = new Set(settingsNow(now).map(({ item }) => item));
  const refused = wish.evidence.some(
    (item) => item.type === 'answerCode' && registered.has(item.code),
  );
  const offset = counter<LastSignIn>(now, 'signIn')?.clockOffsetSeconds ?? 0;
  const { merchantId, terminalId } = config.merchant;
  const rows: readonly SettingsRow[] = [
    {
      item: 'signIn',
      well: signedIn,
      is: '',
      ...(signedIn ? {} : { becomes: '0800' }),
      who: 'anybody',
    },
    {
      item: 'merchantData',
      well: !refused && !wrong.has('merchant'),
      is: `${merchantId.trim().slice(-6)} ${terminalId.trim()}`,
      who: 'outside',
    },
    ...tableRows(now),
    {
      item: 'clock',
      well: !wrong.has('clock'),
      is: `${offset > 0 ? '+' : ''}${offset} s`,
      who: 'elsewhere',
    },
    ...(wrong.has('parameters')
      ? [{ item: 'parameters', well: false, is: [...bankWants].join(' '), who: 'anybody' } as const]
      : []),
  ];
  const wrongFirst = rows.toSorted((one, other) => Number(one.well) - Number(other.well));
  const shown = new Set(wrongFirst.slice(0, rowsShown));
  return rows.filter((row) => shown.has(row));
}

/** The tables of cards and banks: what is over, damaged or missing is put back from the factory's, where it has it. */
function tableRows({ config, nowMs }: Facts): readonly SettingsRow[] {
  const today = `20${localTime(nowMs, config.timeZone).yymmdd}`;
  const { expired, damaged, withoutKey } = tableProblems(config, today);
  const spoilt = new Set([...expired, ...damaged]).size;
  const { doubled } = bankProblems(config);
  const banks = config.hotlines.length;
  return [
    tableRow('cardTables', config.applications.length, restoredApplications(config).length),
    tableRow(
      'caKeys',
      config.caPublicKeys.length - spoilt,
      restoredCaKeys(config, today).length,
      spoilt > 0 || withoutKey.length > 0,
    ),
    tableRow('banks', banks, restoredBanks(config).length, banks === 0 || doubled !== undefined),
  ];
}

function tableRow(
  item: 'cardTables' | 'caKeys' | 'banks',
  is: number,
  becomes: number,
  wrong: boolean = is < becomes,
): SettingsRow {
  if (!wrong && is >= becomes) return { item, well: true, is: String(is), who: 'technician' };
  return { item, well: false, is: String(is), becomes: String(becomes), who: 'technician' };
}

function* repair(wish: Wish, { item, is, becomes = '' }: SettingsRow): Flow<boolean> {
  const { operator } = yield* facts();
  if (item === 'signIn') {
    const ready = yield* signInSaid(wish);
    const to = whyNotReady(ready);
    yield* append({ events: [{ kind: 'settings.repaired', item, from: '', to, operator }] });
    return ready.type === 'ready';
  }
  if (item === 'parameters') return (yield* fetchTables(wish)).type === 'fetched';
  if (item !== 'cardTables' && item !== 'caKeys' && item !== 'banks') return false;
  const permitted = yield* permit('repairSettings');
  if (!permitted.allowed) return false;
  const by = permitted.by ?? operator;
  yield* append({
    events: [{ kind: 'settings.repaired', item, from: is, to: becomes, operator, by }],
  });
  return true;
}
