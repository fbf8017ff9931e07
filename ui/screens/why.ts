import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { Remedy } from '#src/recovery/evidence.ts';
import type { UiChild, UiNode } from '../h.ts';
import { evidenceWords } from '../texts/answers.ts';
import type { Kit } from '../theme.ts';
import { column, gap, icon, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { money, nameOf } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { evidenceMark, remedyIcon } from '../widgets/remedies.ts';
import { card, note } from '../widgets/surfaces.ts';

type Why = ScreenOf<'why'>;

/** One cause in plain words, the evidence for it, and the best way out as the large button. */
export function why(kit: Kit, strip: Strip, state: Why): UiNode {
  const { panel, texts } = kit;
  const { diagnosis } = state;
  const small = panel.hardwareKeys;
  const width = textWidthPx(kit);
  const called = nameOf(kit, state);
  const amount = money(state.amount);
  return screen(
    kit,
    strip,
    'why',
    head(kit, called === undefined ? amount : texts.name.context(called, amount)),
    body(
      kit,
      !small && gap(kit, 0.4),
      line(kit, {}, paragraph(kit, texts.finding[diagnosis.finding], width, { step: 'title' })),
      gap(kit, small ? 0.6 : 1.4),
      ...evidence(kit, state, width),
      !small && gap(kit, 1.6),
      !small && moneyLine(kit, state, width),
      ...(panel.roomy && diagnosis.finding === 'chipDirty' ? [stretch(), wiping(kit, width)] : []),
      stretch(),
    ),
    foot(kit, ...ways(kit, state)),
  );
}

function evidence(kit: Kit, { diagnosis }: Why, width: number): UiChild[] {
  const shown = diagnosis.because.slice(0, 2);
  if (shown.length === 0) return [];
  const lines = shown.flatMap((one, index): UiChild[] => {
    const [iconName, colour] = evidenceMark(one);
    const said = evidenceWords(kit.texts, kit.language, one);
    return [
      index > 0 && gap(kit, 0.8),
      line(
        kit,
        { gap: kit.mm(1.5), cross: 'start' },
        icon(kit, iconName, 4, colour),
        paragraph(kit, said, width - kit.mm(4) - kit.mm(1.5), { step: 'label' }),
      ),
    ];
  });
  return [
    line(kit, {}, text(kit, kit.texts.why.howWeKnow, { step: 'caption', colour: 'ink3' })),
    gap(kit, 0.4),
    ...lines,
  ];
}

function moneyLine(kit: Kit, state: Why, width: number): UiNode {
  const said = kit.texts.why.money[state.money](state.diagnosis.code);
  if (state.money === 'undoOwed') {
    return note(kit, 'amber', 'clock', [
      paragraph(kit, said, width - kit.mm(4 + 1.6), { step: 'caption', colour: 'ink' }),
    ]);
  }
  return line(kit, {}, paragraph(kit, said, width, { step: 'caption', colour: 'ink3' }));
}

/** How to wipe, on panels with room. */
function wiping(kit: Kit, width: number): UiNode {
  const { mm } = kit;
  const inner = width - mm(6) - mm(2);
  return card(
    kit,
    { pad: mm(2) },
    line(
      kit,
      { gap: mm(2), pad: 0 },
      icon(kit, 'wipe', 6, 'ink'),
      column(
        { grow: 1, cross: 'start' },
        text(kit, kit.texts.why.howToWipe, { bold: true }),
        paragraph(kit, kit.texts.why.wipe, inner, { step: 'label', colour: 'ink2' }),
      ),
    ),
  );
}

/** The ways behind the best one; stopping stands below them and is not counted. */
export const otherWays = (remedies: readonly Remedy[]): readonly Remedy[] =>
  remedies.slice(1).filter((remedy) => remedy.kind !== 'stop');

function ways(kit: Kit, { diagnosis }: Why): UiChild[] {
  const { texts } = kit;
  const best = diagnosis.remedies[0]?.kind ?? 'stop';
  const count = otherWays(diagnosis.remedies).length;
  const other =
    count > 0
      ? secondary(
          kit,
          'ways',
          texts.why.otherWays(count),
          { type: 'go', to: 'ways' },
          {
            icon: 'list',
            hotkey: '2',
          },
        )
      : best !== 'stop' &&
        secondary(kit, 'stop', texts.ways.stop, { type: 'way', remedy: 'stop' }, { danger: true });
  return [
    other,
    primary(kit, texts.remedy(best, diagnosis.finding), {
      icon: remedyIcon(best, diagnosis.finding),
    }),
  ];
}
