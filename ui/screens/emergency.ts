import { type Situation, situationNames } from '#src/care/plan.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import {
  column,
  fitText,
  gap,
  icon,
  inlineIcon,
  paragraph,
  row,
  stretch,
  text,
} from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { headWord } from '../widgets/head-button.ts';
import { keypad } from '../widgets/keypad.ts';
import { card, listRow, rowKey } from '../widgets/surfaces.ts';

const pictures: Readonly<Record<Situation, string>> = {
  noNetwork: 'network-off',
  bankDown: 'bank',
  noReader: 'reader',
  printerBroken: 'print',
  noPower: 'battery',
  fraud: 'shield',
};

/** Content that scrolls between head and foot. */
const scrolled = (kit: Kit, ...children: readonly UiNode[]): UiNode => {
  const side = kit.mm(2);
  return h(
    'scroll',
    { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
    ...children,
  );
};

/** 应急预案: what has happened? */
export function emergency(kit: Kit, strip: Strip, state: ScreenOf<'emergency'>): UiNode {
  const { emergency: words } = kit.texts;
  const rows = state.situations.map((situation, index) =>
    listRow(
      kit,
      {
        id: situation,
        index,
        height: 10.2,
        action: { type: 'situation', situation },
        ...rowKey(index),
      },
      icon(kit, pictures[situation], 4.4, 'blueText'),
      text(kit, situationNames[situation][kit.language], { step: 'label', bold: true, grow: true }),
    ),
  );
  const index = rows.length;
  const phones = listRow(
    kit,
    { id: 'phones', index, height: 10.2, action: { type: 'phones' }, ...rowKey(index) },
    icon(kit, 'phone', 4.4, 'blueText'),
    text(kit, words.phones, { step: 'label', bold: true, grow: true }),
  );
  return screen(
    kit,
    strip,
    'emergency',
    head(kit, words.title),
    scrolled(kit, card({ local: { clipCorner: true } }, ...rows, phones)),
  );
}

/** What to do, one step after the other, and whom to call. */
export function emergencySteps(kit: Kit, strip: Strip, state: ScreenOf<'emergency-steps'>): UiNode {
  const { emergency: words, print } = kit.texts;
  const width = textWidthPx(kit);
  const number = kit.mm(4.4);
  const small = kit.panel.hardwareKeys ? 'caption' : 'label';
  const printing = state.print === 'printing';
  const button = state.print === undefined ? words.print : print[state.print];
  const tiny = headWord(kit, button, {
    id: 'primary',
    action: { type: 'print' },
    hotkey: 'enter',
    disabled: printing,
  });
  return screen(
    kit,
    strip,
    'emergency-steps',
    head(kit, situationNames[state.situation][kit.language], kit.panel.tiny ? { tools: tiny } : {}),
    scrolled(
      kit,
      column(
        { w: 'fill', gap: kit.mm(1) },
        ...state.steps[kit.language].map((step, index) =>
          line(
            kit,
            { cross: 'start' },
            h('box', { w: number }, text(kit, String(index + 1), { step: 'label', bold: true })),
            paragraph(kit, step, width - number, { step: 'label' }),
          ),
        ),
        gap(kit, 0.4),
        ...state.contacts.map(({ name, phone }) =>
          line(
            kit,
            { gap: kit.mm(1.2) },
            inlineIcon(kit, 'phone', 3.6, 'ink2'),
            text(kit, name[kit.language], { step: small, grow: true }),
            text(kit, phone, { step: small, bold: true }),
          ),
        ),
      ),
    ),
    !kit.panel.tiny &&
      foot(
        kit,
        primary(kit, button, {
          icon: 'print',
          off: printing,
          step: 'body',
          height: kit.panel.primaryOnKeypadScreen,
          action: { type: 'print' },
        }),
      ),
  );
}

/** The shop's numbers: one touch changes one, on a supervisor's authority. */
export function emergencyPhones(
  kit: Kit,
  strip: Strip,
  state: ScreenOf<'emergency-phones'>,
): UiNode {
  const { emergency: words } = kit.texts;
  const width = textWidthPx(kit) - kit.mm(4 + 3.2 + 3 * 1.4);
  return screen(
    kit,
    strip,
    'emergency-phones',
    head(kit, words.phones),
    scrolled(
      kit,
      card(
        { local: { clipCorner: true } },
        ...state.contacts.map(({ id, name, phone }, index) =>
          listRow(
            kit,
            {
              id: `contact-${id}`,
              index,
              height: 10.4,
              action: { type: 'contact', contact: id },
              ...rowKey(index),
            },
            icon(kit, 'phone', 4, 'blueText'),
            column(
              { grow: 1, cross: 'start' },
              fitText(kit, name[kit.language], width, ['label', 'caption'], {
                bold: true,
                line: 1.2,
              }),
              text(kit, phone === '' ? words.noPhone : phone, {
                step: 'caption',
                colour: phone === '' ? 'amberText' : 'ink2',
                line: 1.15,
              }),
            ),
          ),
        ),
      ),
    ),
  );
}

export function emergencyPhone(kit: Kit, strip: Strip, state: ScreenOf<'emergency-phone'>): UiNode {
  const { emergency: words } = kit.texts;
  const empty = state.digits === '';
  return screen(
    kit,
    strip,
    'emergency-phone',
    head(kit, state.contact.name[kit.language]),
    body(
      kit,
      gap(kit, 1),
      line(
        kit,
        { gap: kit.mm(1.4) },
        inlineIcon(kit, 'phone', 4, 'ink2'),
        row(
          {},
          fitText(
            kit,
            empty ? words.typePhone : state.digits,
            textWidthPx(kit) - kit.mm(6),
            ['title', 'body', 'label'],
            {
              ...(empty && { colour: 'ink3' as const }),
            },
          ),
        ),
      ),
      stretch(),
    ),
    keypad(kit, { doubleZero: false }),
    foot(
      kit,
      primary(kit, words.save, {
        icon: 'check',
        off: state.digits.length < 3,
        height: kit.panel.primaryOnKeypadScreen,
      }),
    ),
  );
}
