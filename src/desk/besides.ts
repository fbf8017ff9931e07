import { bulletinEvidence, bulletinsInForce } from '../recovery/bulletins.ts';
import type { Evidence } from '../recovery/evidence.ts';
import { settingsProblems } from '../recovery/self-check.ts';
import type { LastSignIn } from '../settlement/projector.ts';
import type { Wish } from './case.ts';
import type { Facts } from './flow.ts';
import { counter } from './queries.ts';
import { localTime } from './time.ts';
import type { Language } from './view.ts';

/** What the terminal finds in its own settings and in the banks' bulletins, each said once. */
export function besides(wish: Wish, now: Facts): Evidence[] {
  const known = new Set(wish.evidence.map(keyOfBesides));
  const { config, nowMs, documents } = now;
  const today = `20${localTime(nowMs, config.timeZone).yymmdd}`;
  const offset = counter<LastSignIn>(now, 'signIn')?.clockOffsetSeconds;
  const bulletins = bulletinsInForce(documents, nowMs, wish.card?.firstDigits);
  const language = counter<Language>(now, 'language') ?? config.language;
  const hourOf = (ms: number) => {
    const { time } = localTime(ms, config.timeZone);
    return `${time.slice(0, 2)}:${time.slice(2, 4)}`;
  };
  return [
    ...settingsProblems({
      config,
      today,
      bankWants: now.bankWants,
      ...(offset === undefined ? {} : { clockOffsetSeconds: offset }),
    }),
    ...bulletins.map((each) => bulletinEvidence(each, language, hourOf)),
  ].filter((item) => !known.has(keyOfBesides(item)));
}

const keyOfBesides = (item: Evidence): string =>
  item.type === 'settingsProblem'
    ? `settings ${item.item}`
    : item.type === 'bulletin'
      ? `bulletin ${item.text}`
      : item.type;
