import type { Named } from '#src/desk/view.ts';
import { formatMoney, type Money } from '#src/money.ts';
import { shorten } from '../theme/wrap.ts';
import type { Kit } from '../theme.ts';

type Parts = { month: number; day: number; hour: string; minute: string; weekday: number };

const formats = new Map<string, Intl.DateTimeFormat>();
const shortWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function partsOf(kit: Kit, ms: number): Parts {
  const zone = kit.panel.timeZone;
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const found = new Map(format.formatToParts(ms).map((part) => [part.type, part.value]));
  return {
    month: Number(found.get('month')),
    day: Number(found.get('day')),
    hour: found.get('hour') ?? '',
    minute: found.get('minute') ?? '',
    weekday: shortWeekdays.indexOf(found.get('weekday') ?? ''),
  };
}

/** `14:32`, the shop's clock. */
export function clock(kit: Kit, ms: number): string {
  const { hour, minute } = partsOf(kit, ms);
  return `${hour}:${minute}`;
}

/** `12月23日`, `23 Dec`. */
export function date(kit: Kit, ms: number): string {
  const { month, day } = partsOf(kit, ms);
  return kit.texts.time.date(month, day);
}

/** `11月23日 周一`, `Mon 23 Nov`. */
export function today(kit: Kit, ms: number): string {
  const { month, day, weekday } = partsOf(kit, ms);
  return kit.texts.time.dateAndWeekday(month, day, weekday);
}

/** `11-12 15:04`: one column of a table in both languages. */
export function stamp(kit: Kit, ms: number): string {
  const { month, day, hour, minute } = partsOf(kit, ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(month)}-${two(day)} ${hour}:${minute}`;
}

const isRoom = (note: string): boolean => /^\d{1,5}[A-Za-z]?$/.test(note);

/** How a hold is called: a room by its number, another note as it was written, shortened. */
export function nameOf(
  kit: Kit,
  { note }: Named,
  form: 'roomShort' | 'roomLong' | 'roomInside' = 'roomLong',
): string | undefined {
  if (note === undefined || note === '') return undefined;
  return isRoom(note) ? kit.texts.name[form](note) : shorten(note);
}

/** The word beside a name in a table: `Room` for a room, `Note` for anything else. */
export function nameRow(kit: Kit, { note }: Named): readonly [string, string] | undefined {
  if (note === undefined || note === '') return undefined;
  return [isRoom(note) ? kit.texts.word.room : kit.texts.word.note, shorten(note)];
}

/** `¥500.00`. */
export const money = (amount: Money): string => formatMoney(amount);

/** `¥500`: for chips, without the two zeros and without separators. */
export function shortMoney(amount: Money): string {
  return formatMoney(amount).replace(/\.00$/, '').replaceAll(',', '');
}

/** `603 127`: codes that are read aloud, in threes. */
export const spaced = (code: string): string =>
  code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
