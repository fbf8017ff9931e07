import type { Check, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import { textWidth } from '../theme/type.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, icon, row, text } from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { checkIcons, checkWord, repairWord } from '../widgets/checks.ts';
import { clock } from '../widgets/format.ts';
import { foot, head, screen, textWidthPx } from '../widgets/frame.ts';
import { headWord } from '../widgets/head-button.ts';
import { card, divider, listRow, rowKey } from '../widgets/surfaces.ts';

/** 机器自检: what is not well stands first, with what it becomes and who may; the rest in one line each. */
export function status(kit: Kit, strip: Strip, state: ScreenOf<'status'>): UiNode {
  const { status: words } = kit.texts;
  const { working } = state;
  const rows = state.checks.toSorted((a, b) => Number(a.well) - Number(b.well));
  const side = kit.mm(2);
  return screen(
    kit,
    strip,
    'status',
    kit.panel.tiny ? tinyHead(kit, state) : wholeHead(kit, strip),
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [0, side, kit.mm(1), side] },
      card(
        { local: { clipCorner: true } },
        ...rows.map((check, index) =>
          check.well ? goodRow(kit, strip, check) : badRow(kit, strip, check, index),
        ),
      ),
    ),
    !kit.panel.tiny &&
      foot(
        kit,
        working === undefined
          ? primary(kit, words.backUp, {
              icon: 'backup',
              step: kit.panel.hardwareKeys ? 'body' : 'title',
              height: kit.panel.primaryOnKeypadScreen,
              ...(kit.panel.roomy ? { hint: words.backUpHint } : {}),
            })
          : primary(kit, words.working(words.item[working.item], working.seconds), {
              icon: checkIcons[working.item],
              height: kit.panel.primaryOnKeypadScreen,
              off: true,
            }),
      ),
  );
}

const wholeHead = (kit: Kit, strip: Strip): UiNode =>
  head(kit, kit.texts.status.title, {
    right: kit.texts.status.checkedAt(clock(kit, strip.nowMs)),
  });

/** The smallest panel has no room for a foot: the backup stands in the head. */
function tinyHead(kit: Kit, { working }: ScreenOf<'status'>): UiNode {
  const { status: words } = kit.texts;
  return working === undefined
    ? head(kit, words.title, {
        tools: headWord(kit, words.backUp, {
          id: 'primary',
          action: { type: 'primary' },
          hotkey: 'enter',
        }),
      })
    : head(kit, words.title, { right: words.working(words.item[working.item], working.seconds) });
}

function goodRow(kit: Kit, strip: Strip, check: Check): UiNode {
  const name = kit.texts.status.item[check.item];
  const nameWidth = textWidth(name, kit.font('label').size, 400);
  const room = textWidthPx(kit) - kit.mm(3.4 + 3.2 + 3 * 1.4) - nameWidth;
  return row(
    {
      key: check.item,
      w: 'fill',
      h: kit.mm(6.1),
      gap: kit.mm(1.4),
      pad: [0, kit.mm(2), 0, kit.mm(2)],
    },
    icon(kit, checkIcons[check.item], 3.4, 'ink2'),
    text(kit, name, { step: 'label', grow: true, colour: 'ink' }),
    fitText(kit, checkWord(kit, strip, check), room, ['caption', 'mark'], { colour: 'ink2' }),
    icon(kit, 'check', 3.2, 'greenText'),
  );
}

/** Two lines: what is wrong; what it becomes and who may. One touch repairs it, where this terminal can. */
function badRow(kit: Kit, strip: Strip, check: Check, index: number): UiNode {
  const { status: words } = kit.texts;
  const width = textWidthPx(kit) - kit.mm(3.4 + 3.2 + 3 * 1.4);
  const said = `${words.item[check.item]}: ${checkWord(kit, strip, check)}`;
  const parts = [
    icon(kit, checkIcons[check.item], 3.4, 'amberText'),
    column(
      { grow: 1, cross: 'start' },
      fitText(kit, said, width, ['label', 'caption', 'mark'], {
        bold: true,
        line: 1.2,
        colour: 'amberText',
      }),
      fitText(kit, repairWord(kit, check), width, ['caption', 'mark'], {
        colour: 'ink2',
        line: 1.15,
      }),
    ),
  ];
  if (check.repair === undefined || check.repair.to === 'none')
    return row(
      {
        key: check.item,
        w: 'fill',
        h: kit.mm(9.8),
        gap: kit.mm(1.4),
        pad: [0, kit.mm(2), 0, kit.mm(2)],
        ...divider(kit, index),
      },
      ...parts,
      icon(kit, 'warning', 3.2, 'amberText'),
    );
  return listRow(
    kit,
    {
      id: `fix-${check.item}`,
      index,
      height: 9.8,
      action: { type: 'fix', item: check.item },
      ...rowKey(index),
    },
    ...parts,
  );
}
