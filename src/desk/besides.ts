import { bulletinEvidence, bulletinsInForce } from '../recovery/bulletins.ts';
import type { Evidence, EvidenceOf } from '../recovery/evidence.ts';
import type { SignInRefused, SoftwareAsked } from '../recovery/projector.ts';
import { settingsProblems } from '../recovery/self-check.ts';
import type { LastSignIn } from '../settlement/projector.ts';
import type { Wish } from './case.ts';
import type { Facts } from './flow.ts';
import { fraudEvidence } from './fraud.ts';
import { counter } from './queries.ts';
import { localTime } from './time.ts';
import type { Language } from './view.ts';

/** What is wrong with the settings now. What was repaired is not among it any more. */
export function settingsNow(now: Facts): readonly EvidenceOf<'settingsProblem'>[] {
  const { config, nowMs, bankWants, signedIn } = now;
  const offset = counter<LastSignIn>(now, 'signIn')?.clockOffsetSeconds;
  const refused = signedIn ? undefined : counter<SignInRefused>(now, 'signInRefused')?.responseCode;
  const asked = counter<SoftwareAsked>(now, 'softwareUpdateAsked')?.version;
  const same = asked !== undefined && asked === counter<string>(now, 'version');
  return settingsProblems({
    config,
    today: `20${localTime(nowMs, config.timeZone).yymmdd}`,
    bankWants,
    ...(refused === undefined ? {} : { signInRefused: refused }),
    ...(same ? { softwareAskedFor: asked } : {}),
    ...(offset === undefined ? {} : { clockOffsetSeconds: offset }),
  });
}

/** What the terminal finds in its own settings and in the banks' bulletins, each said once. */
export function besides(wish: Wish, now: Facts): Evidence[] {
  const known = new Set(wish.evidence.map(keyOfBesides));
  const { config, nowMs, documents } = now;
  const bulletins = bulletinsInForce(documents, nowMs, wish.card?.firstDigits);
  const language = counter<Language>(now, 'language') ?? config.language;
  const hourOf = (ms: number) => {
    const { time } = localTime(ms, config.timeZone);
    return `${time.slice(0, 2)}:${time.slice(2, 4)}`;
  };
  return [
    ...settingsNow(now),
    ...bulletins.map((each) => bulletinEvidence(each, language, hourOf)),
    ...fraudEvidence(wish, now),
  ].filter((item) => !known.has(keyOfBesides(item)));
}

/** The evidence of a wish without what was put right since, or let pass by a supervisor. */
export function stillTrue(wish: Wish, now: Facts): Evidence[] {
  const standing = new Set([...settingsNow(now), ...fraudEvidence(wish, now)].map(keyOfBesides));
  return wish.evidence.filter(
    (item) =>
      (item.type !== 'settingsProblem' && item.type !== 'fraudSignal') ||
      standing.has(keyOfBesides(item)),
  );
}

const keyOfBesides = (item: Evidence): string =>
  item.type === 'settingsProblem'
    ? `settings ${item.item}`
    : item.type === 'bulletin'
      ? `bulletin ${item.text}`
      : item.type === 'fraudSignal'
        ? `fraud ${item.signal}`
        : item.type;
