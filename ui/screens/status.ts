import type { Check, ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { fitText, gap, icon, row, stretch, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { clock, stamp } from '../widgets/format.ts';
import { body, foot, head, screen, textWidthPx } from '../widgets/frame.ts';
import { card } from '../widgets/surfaces.ts';

const icons: Readonly<Record<Check['item'], string>> = {
  cardTables: 'card',
  keys: 'key',
  clock: 'clock',
  paper: 'paper',
  storage: 'disk',
  backup: 'backup',
  drill: 'training',
  version: 'info',
};

/** 机器自检: each part in one line, its word and its mark; what is not well stands out. */
export function status(kit: Kit, strip: Strip, state: ScreenOf<'status'>): UiNode {
  const { status: words } = kit.texts;
  return screen(
    kit,
    strip,
    'status',
    head(kit, words.title, { right: words.checkedAt(clock(kit, strip.nowMs)) }),
    body(
      kit,
      card(
        { local: { clipCorner: true } },
        ...state.checks.map((check) => checkRow(kit, strip, check)),
      ),
      gap(kit, 1),
      stretch(),
    ),
    foot(
      kit,
      state.backingUp
        ? primary(kit, words.backingUp(state.secondsSoFar), { icon: 'backup', off: true })
        : primary(kit, words.backUp, { icon: 'backup', hint: words.backUpHint }),
    ),
  );
}

function checkRow(kit: Kit, strip: Strip, check: Check): UiNode {
  const well = check.well && (check.item !== 'paper' || strip.paper === 'ok');
  const colour = well ? 'ink2' : 'amberText';
  const name = kit.texts.status.item[check.item];
  const nameWidth = textWidth(name, kit.font('label').size, well ? 400 : 700);
  const room = textWidthPx(kit) - kit.mm(3.4 + 3.2 + 3 * 1.4) - nameWidth;
  return row(
    {
      key: check.item,
      w: 'fill',
      h: kit.mm(6.1),
      gap: kit.mm(1.4),
      pad: [0, kit.mm(2), 0, kit.mm(2)],
      ...(!well && { local: { bgColor: kit.colours.amberSoft, bgOpa: 255 } }),
    },
    icon(kit, icons[check.item], 3.4, colour),
    text(kit, name, {
      step: 'label',
      bold: !well,
      grow: true,
      colour: well ? 'ink' : 'amberText',
    }),
    fitText(kit, wordOf(kit, strip, check), room, ['caption', 'mark'], { bold: !well, colour }),
    icon(kit, well ? 'check' : 'warning', 3.2, well ? 'greenText' : 'amberText'),
  );
}

function wordOf(kit: Kit, strip: Strip, check: Check): string {
  const { status: words, time } = kit.texts;
  const ago = (atMs: number): string =>
    time.ago(Math.max(0, Math.floor((strip.nowMs - atMs) / 1_000)));
  switch (check.item) {
    case 'cardTables':
      if (check.expired > 0) return words.keysExpired(check.expired);
      if (check.updateRefused) return kit.texts.link.updateSpoiled;
      if (check.until === undefined) return words.noKeys;
      return check.updatedAtMs === undefined
        ? words.keysUntil(monthOf(check.until))
        : kit.texts.link.updatedAt(stamp(kit, check.updatedAtMs));
    case 'keys':
      return check.signedInSinceMs === undefined
        ? words.notSignedIn
        : words.signedInSince(stamp(kit, check.signedInSinceMs));
    case 'clock':
      if (check.offsetSeconds === undefined) return words.clockUnknown;
      return check.well ? words.clockExact : words.clockOff(Math.abs(check.offsetSeconds));
    case 'paper':
      return strip.paper === 'ok' ? words.paperThere : kit.texts.strip.paperTrouble[strip.paper];
    case 'storage':
      return words.free(check.freePercent);
    case 'backup':
      if (check.failed) return words.backupFailed;
      if (check.secondPlaceFailed) return words.secondPlaceFailed;
      return check.atMs === undefined ? words.backupNone : ago(check.atMs);
    case 'drill':
      if (!check.ok) return words.drillFailed;
      if (check.atMs === undefined) return words.drillNone;
      return words.drillDone(ago(check.atMs), check.seconds ?? 1);
    case 'version':
      return check.version;
    default:
      return check satisfies never;
  }
}

/** `20301231` → `2030-12`. */
const monthOf = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}`;
