import type { HostAnswer } from '../acquirer/contract.ts';
import { localTime } from './time.ts';

/** Half a year: a difference beyond it is the turn of a year, which MMDD does not tell. */
const halfYearSeconds = 183 * 86_400;

/** MMDD and HHMMSS in a year, as seconds; undefined when they are no time. */
function secondsOf(year: number, date: string, time: string): number | undefined {
  if (!/^\d{4}$/.test(date) || !/^\d{6}$/.test(time)) return undefined;
  const pair = (text: string, at: number) => Number(text.slice(at, at + 2));
  const [month, day] = [pair(date, 0), pair(date, 2)];
  const [hour, minute, second] = [pair(time, 0), pair(time, 2), pair(time, 4)];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1_000;
}

/** By how many seconds the bank's clock (fields 12 and 13) is ahead of ours; undefined when it does not say. */
export function clockOffsetSeconds(
  answer: Pick<HostAnswer, 'localDate' | 'localTime'>,
  nowMs: number,
  timeZone: string,
): number | undefined {
  const here = localTime(nowMs, timeZone);
  const year = 2000 + Number(here.yymmdd.slice(0, 2));
  const bank = secondsOf(year, answer.localDate ?? '', answer.localTime ?? '');
  const own = secondsOf(year, here.date, here.time);
  if (bank === undefined || own === undefined) return undefined;
  const offset = bank - own;
  if (offset > halfYearSeconds) return offset - 365 * 86_400;
  return offset < -halfYearSeconds ? offset + 365 * 86_400 : offset;
}

/** Less than this between two answers is the time that they took. */
const noticedSeconds = 60;

/** Has the difference changed so much that one of the clocks was moved? */
export const clockMoved = (knownSeconds: number, nowSeconds: number): boolean =>
  Math.abs(nowSeconds - knownSeconds) > noticedSeconds;

/** Our time, or the bank's where the two are hours apart: what the bank counts days from. */
export const timeOfBank = (nowMs: number, aheadSeconds = 0): number =>
  Math.abs(aheadSeconds) < 3_600 ? nowMs : nowMs + aheadSeconds * 1_000;
