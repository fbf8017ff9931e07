import type { ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, paragraph, row, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { money, stamp } from '../widgets/format.ts';
import { foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { inHead } from '../widgets/head-button.ts';
import { facts, tag } from '../widgets/surfaces.ts';
import { iconOf } from './bulletins.ts';

type Detail = ScreenOf<'bulletin'>;

/** One bulletin: what, since when, who says it, what it changes. The large button says that it was read. */
export function bulletin(kit: Kit, strip: Strip, state: Detail): UiNode {
  const { bulletin: words } = kit.texts;
  const width = textWidthPx(kit);
  const until = state.untilMs === undefined ? undefined : stamp(kit, state.untilMs);
  const changed = changesOf(kit, state);
  const [firstBin, ...moreBins] = state.bins;
  return screen(
    kit,
    strip,
    'bulletin',
    head(kit, words.kind[state.kind], {
      toolsWidth: 19,
      tools: inHead(
        kit,
        row(
          { pad: [0, kit.mm(2), 0, 0] },
          tag(kit, toneOf(state), iconOf(state), words.state[state.state]),
        ),
      ),
    }),
    h(
      'scroll',
      { id: 'words', w: 'fill', grow: 1, pad: [kit.mm(0.4), kit.mm(2), kit.mm(2), kit.mm(2)] },
      line(
        kit,
        {},
        paragraph(kit, state.title[kit.language], width, kit.panel.tiny ? { bold: true } : title),
      ),
      gap(kit, 0.6),
      line(kit, {}, text(kit, words.period(stamp(kit, state.fromMs), until), small)),
      gap(kit, 0.8),
      line(kit, {}, paragraph(kit, state.text[kit.language], width, { step: 'label' })),
      gap(kit, 1.2),
      changed.length > 0 && facts(kit, changed, 0.8),
      changed.length > 0 && gap(kit, 1.2),
      firstBin !== undefined &&
        line(
          kit,
          {},
          text(kit, words.bins(firstBin, moreBins.length), { step: 'caption', colour: 'ink2' }),
        ),
      line(
        kit,
        {},
        text(kit, words.from(state.issuerName[kit.language], state.number), {
          step: 'caption',
          colour: 'ink2',
        }),
      ),
    ),
    foot(
      kit,
      primary(kit, state.read ? words.close : words.understood, { icon: 'check', height: 14 }),
    ),
  );
}

const title = { step: 'title' } as const;
const small = { step: 'caption', bold: true } as const;

const toneOf = ({ state }: Detail): 'amber' | 'off' => (state === 'inForce' ? 'amber' : 'off');

/** What the terminal does differently, in the order of the words. */
function changesOf(
  kit: Kit,
  { changes, maximumHold }: Detail,
): readonly (readonly [string, string])[] {
  const { change } = kit.texts.bulletin;
  const { validityDays, completionLimitPercent, defaultHotline, hotlines } = changes;
  return [
    ...(validityDays === undefined ? [] : [change.validityDays(validityDays)]),
    ...(completionLimitPercent === undefined
      ? []
      : [change.completionLimitPercent(completionLimitPercent)]),
    ...(maximumHold === undefined ? [] : [change.maximumHold(money(maximumHold))]),
    ...(defaultHotline === undefined ? [] : [change.defaultHotline(defaultHotline)]),
    ...(hotlines === undefined ? [] : [change.newCards(hotlines.length)]),
  ];
}
