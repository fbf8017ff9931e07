import type { Check, Strip } from '#src/desk/view.ts';
import type { Kit } from '../theme.ts';
import { date, stamp } from './format.ts';

export const checkIcons: Readonly<Record<Check['item'], string>> = {
  cardTables: 'card',
  banks: 'bank',
  keys: 'key',
  merchant: 'person',
  clock: 'clock',
  line: 'network',
  reader: 'reader',
  head: 'stripe',
  pinPad: 'keypad',
  messages: 'phone',
  cleaning: 'wipe',
  inspection: 'calendar',
  paper: 'paper',
  storage: 'disk',
  backup: 'backup',
  drill: 'training',
  version: 'info',
};

/** What puts a part right, and who may. */
export function repairWord(kit: Kit, { item, repair }: Check): string {
  const { status: words } = kit.texts;
  if (repair === undefined) return '';
  const { to, by } = repair;
  return to === 'none' ? words.byHand[item] : words.repair(words.fix[to], words.by[by]);
}

/** How a part stands. */
export function checkWord(kit: Kit, strip: Strip, check: Check): string {
  const { status: words, time } = kit.texts;
  const ago = (atMs: number): string =>
    time.ago(Math.max(0, Math.floor((strip.nowMs - atMs) / 1_000)));
  switch (check.item) {
    case 'cardTables':
      return tablesWord(kit, check);
    case 'banks':
      return words.banks(check);
    case 'merchant':
      return words.merchant(check);
    case 'line':
      return words.line(check.well);
    case 'reader':
    case 'head':
    case 'pinPad':
      return words.reader(check.well);
    case 'messages':
      return check.channel === undefined
        ? words.messagesGood
        : words.messages(check.channel, check.trouble ?? '');
    case 'cleaning':
      return cleaningWord(kit, check);
    case 'inspection':
      if (check.waiting > 0) return words.waiting(check.waiting);
      return check.nextAtMs === undefined ? '' : words.nextOn(date(kit, check.nextAtMs));
    case 'keys':
      return check.signedInSinceMs === undefined
        ? words.notSignedIn
        : words.signedInSince(stamp(kit, check.signedInSinceMs));
    case 'clock':
      if (check.offsetSeconds === undefined) return words.clockUnknown;
      return check.well ? words.clockExact : words.clockOff(Math.abs(check.offsetSeconds));
    case 'paper':
      return check.paper === 'ok' ? words.paperThere : kit.texts.strip.paperTrouble[check.paper];
    case 'storage':
      return words.free(check.freePercent);
    case 'backup':
      if (check.failed) return words.backupFailed;
      if (check.secondPlace !== undefined) return words.secondPlace[check.secondPlace];
      return check.atMs === undefined ? words.backupNone : ago(check.atMs);
    case 'drill':
      if (!check.ok)
        return check.goodFromMs === undefined
          ? words.drillFailed
          : words.drillOlder(ago(check.goodFromMs));
      if (check.atMs === undefined) return words.drillNone;
      return words.drillDone(ago(check.atMs), check.seconds ?? 1);
    case 'version':
      if (check.askedUntilMs !== undefined) return words.updateAsked;
      return check.well ? check.version : words.versionOld;
    default:
      return check satisfies never;
  }
}

type CheckOf<I extends Check['item']> = Extract<Check, { item: I }>;

function tablesWord(kit: Kit, check: CheckOf<'cardTables'>): string {
  const { status: words, link } = kit.texts;
  const [scheme] = check.lacking;
  if (check.expired > 0) return words.keysExpired(check.expired);
  if (check.damaged > 0) return words.keysDamaged(check.damaged);
  if (check.keys === 0) return words.noKeys;
  if (scheme !== undefined) return words.lacking(scheme);
  if (check.updateRefused) return link.updateSpoiled;
  if (check.outdated) return words.outdated;
  if (check.wanted) return words.wanted;
  if (check.updatedAtMs !== undefined) return link.updatedAt(stamp(kit, check.updatedAtMs));
  return check.until === undefined ? words.noKeys : words.keysUntil(monthOf(check.until));
}

function cleaningWord(kit: Kit, check: CheckOf<'cleaning'>): string {
  const { status: words } = kit.texts;
  const { why, now, before, weakTrack } = check;
  if (why !== undefined)
    return words.cleaning(why, now) + (weakTrack === undefined ? '' : words.weakTrack(weakTrack));
  const worst = (trouble: typeof now): number | undefined => {
    const { chip, stripe } = trouble;
    return chip === undefined ? stripe : Math.max(chip, stripe ?? 0);
  };
  const [was, is] = [before && worst(before), worst(now)];
  return was === undefined || is === undefined ? words.reads(check.reads) : words.compared(was, is);
}

/** `20301231` → `2030-12`. */
const monthOf = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}`;
