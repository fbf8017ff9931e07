import type { SettingsRow } from '#src/desk/view/ways.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, inlineIcon, row, stretch } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { nameOf } from '../widgets/format.ts';
import { body, foot, head, screen, textWidthPx } from '../widgets/frame.ts';
import { card, divider, listRow, rowKey } from '../widgets/surfaces.ts';

type SettingsCheck = ScreenOf<'settings-check'>;

/** Each part of the settings: right, or what it becomes and who may repair it. What is wrong stands first. */
export function settingsCheck(kit: Kit, strip: Strip, state: SettingsCheck): UiNode {
  const { settingsCheck: words } = kit.texts;
  const called = nameOf(kit, state, 'roomShort');
  const wrongFirst = state.rows.toSorted((a, b) => Number(a.well) - Number(b.well));
  return screen(
    kit,
    strip,
    'settings-check',
    head(kit, words.title, called === undefined ? {} : { right: called }),
    body(
      kit,
      gap(kit, 0.4),
      card({}, ...wrongFirst.map((one, index) => part(kit, one, index))),
      stretch(),
    ),
    foot(kit, primary(kit, words.go, { icon: 'retry', height: kit.panel.primaryOnKeypadScreen })),
  );
}

function part(kit: Kit, one: SettingsRow, index: number): UiNode {
  const { settingsCheck: words } = kit.texts;
  const width = textWidthPx(kit) - kit.mm(4.8) - kit.mm(3.2) - 2 * kit.mm(1.4);
  const said = [
    inlineIcon(kit, one.well ? 'check' : 'warning', 4, one.well ? 'greenText' : 'amberText'),
    column(
      { grow: 1, cross: 'start' },
      fitText(kit, words.item[one.item], width, ['label', 'caption'], { bold: true, line: 1.2 }),
      fitText(kit, detail(kit, one), width, ['caption', 'mark'], { colour: 'ink2', line: 1.15 }),
    ),
  ];
  const repairable = !one.well && (one.who === 'anybody' || one.who === 'technician');
  if (repairable)
    return listRow(
      kit,
      {
        id: `repair-${one.item}`,
        index,
        height: 10,
        action: { type: 'repair', item: one.item },
        ...rowKey(index),
      },
      ...said,
    );
  return row(
    {
      w: 'fill',
      h: kit.mm(8.2),
      gap: kit.mm(1.4),
      pad: [0, kit.mm(2), 0, kit.mm(2)],
      ...divider(kit, index),
    },
    ...said,
  );
}

function detail(kit: Kit, { item, well, is, becomes, who }: SettingsRow): string {
  const { settingsCheck: words } = kit.texts;
  if (well) return words.well(is);
  if (item === 'signIn') return words.withWho(words.signInFirst, words.who[who]);
  const change = becomes === undefined ? is : words.becomes(is, becomes);
  return words.withWho(change, words.who[who]);
}
