/** Local calendar facts of a moment, in the shop's time zone. */
export type LocalTime = {
  /** MMDD, HHMMSS, YYMMDD. */
  readonly date: string;
  readonly time: string;
  readonly yymmdd: string;
  /** Days since 1970 of the local calendar. */
  readonly day: number;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

export function localTime(ms: number, timeZone: string): LocalTime {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(ms)) part[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = part;
  return {
    date: month + day,
    time: hour + minute + second,
    yymmdd: year.slice(2) + month + day,
    day: Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000),
  };
}
