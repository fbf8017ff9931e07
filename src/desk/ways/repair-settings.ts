import { restoredApplications, restoredCaKeys } from '../../config/restored.ts';
import type { LastSignIn } from '../../settlement/projector.ts';
import { actionOf } from '../amount.ts';
import { permit } from '../authorise.ts';
import type { Wish } from '../case.ts';
import { append, type Facts, type Flow, facts, show, wait } from '../flow.ts';
import { counter } from '../queries.ts';
import { localTime } from '../time.ts';
import type { SettingsRow } from '../view/ways.ts';
import { namedOf } from '../why.ts';
import { signInSaid, whyNotReady } from './bank.ts';
import type { Way } from './way.ts';

/** A clock further off than this makes certificates and validity wrong. */
const clockToleranceSeconds = 120;
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

/** Each part of the settings, as it is and as a repair would make it. */
export function settingsRows(wish: Wish, now: Facts): readonly SettingsRow[] {
  const { config } = now;
  const refused = wish.evidence.some(
    (item) => item.type === 'answerCode' && registered.has(item.code),
  );
  const today = `20${localTime(now.nowMs, config.timeZone).yymmdd}`;
  const applications = restoredApplications(config).length;
  const keys = restoredCaKeys(config, today).length;
  const valid = config.caPublicKeys.filter(({ expiry }) => expiry >= today).length;
  const offset = counter<LastSignIn>(now, 'signIn')?.clockOffsetSeconds ?? 0;
  const { merchantId, terminalId } = config.merchant;
  return [
    {
      item: 'signIn',
      well: now.signedIn,
      is: '',
      ...(now.signedIn ? {} : { becomes: '0800' }),
      who: 'anybody',
    },
    {
      item: 'merchantData',
      well: !refused,
      is: `${merchantId.trim().slice(-6)} ${terminalId.trim()}`,
      who: 'outside',
    },
    tableRow('cardTables', config.applications.length, applications),
    tableRow('caKeys', valid, keys),
    {
      item: 'banks',
      well: config.hotlines.length > 0,
      is: String(config.hotlines.length),
      who: 'outside',
    },
    {
      item: 'clock',
      well: Math.abs(offset) <= clockToleranceSeconds,
      is: `${offset > 0 ? '+' : ''}${offset} s`,
      who: 'outside',
    },
  ];
}

const tableRow = (item: 'cardTables' | 'caKeys', is: number, becomes: number): SettingsRow => ({
  item,
  well: is >= becomes,
  is: String(is),
  ...(is >= becomes ? {} : { becomes: String(becomes) }),
  who: 'technician',
});

function* repair(wish: Wish, { item, is, becomes = '' }: SettingsRow): Flow<boolean> {
  const { operator } = yield* facts();
  if (item === 'signIn') {
    const ready = yield* signInSaid(wish);
    const to = whyNotReady(ready);
    yield* append({ events: [{ kind: 'settings.repaired', item, from: '', to, operator }] });
    return ready.type === 'ready';
  }
  if (item !== 'cardTables' && item !== 'caKeys') return false;
  const permitted = yield* permit('repairSettings');
  if (!permitted.allowed) return false;
  const by = permitted.by ?? operator;
  yield* append({
    events: [{ kind: 'settings.repaired', item, from: is, to: becomes, operator, by }],
  });
  return true;
}
