import { consentQuestion, phoneScript } from '#src/contact/templates.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import { type Kept, type RetentionRow, retention } from '#src/privacy/retention.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import {
  column,
  fitText,
  gap,
  inlineIcon,
  paragraph,
  row,
  stretch,
  text,
} from '../widgets/basics.ts';
import { primary } from '../widgets/buttons.ts';
import { nameOf } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { keypad } from '../widgets/keypad.ts';
import { card, cardPad, divider } from '../widgets/surfaces.ts';

/** Where the customer can be reached, and the question whose answer is the large button. */
export function caseContact(kit: Kit, strip: Strip, state: ScreenOf<'case-contact'>): UiNode {
  const { caseFollow: words } = kit.texts;
  const phone = state.kind === 'phone';
  const hint = words.address[state.kind];
  const button = state.canContinue
    ? primary(kit, words.agrees, { icon: 'check', height: kit.panel.primaryOnKeypadScreen })
    : primary(kit, words.missing[state.kind], {
        off: true,
        height: kit.panel.primaryOnKeypadScreen,
      });
  return screen(
    kit,
    strip,
    'case-contact',
    head(kit, words.addressTitle[state.kind]),
    body(
      kit,
      line(
        kit,
        { gap: kit.mm(1.4), cross: 'start' },
        inlineIcon(kit, phone ? 'phone' : 'note', 4, 'ink2'),
        column(
          { grow: 1, cross: 'start' },
          ...addressLines(state).map((words) =>
            text(kit, words === '' ? hint : words, {
              step: phone ? 'title' : 'label',
              bold: words !== '',
              ellipsis: true,
              ...(words === '' && { colour: 'ink3' as const }),
            }),
          ),
        ),
      ),
      gap(kit, 0.8),
      line(
        kit,
        {},
        phone
          ? fitText(kit, words.consent, textWidthPx(kit), ['label', 'caption', 'mark'], {})
          : paragraph(kit, consentQuestion[kit.language], textWidthPx(kit), { step: 'label' }),
      ),
      gap(kit, 0.6),
      stretch(),
    ),
    ...(phone ? [keypad(kit, { doubleZero: false })] : []),
    foot(kit, button),
  );
}

/** `138 0000 4321`: a telephone in groups; an e-mail address in its two parts. */
function addressLines({ kind, typed }: ScreenOf<'case-contact'>): readonly string[] {
  if (kind === 'phone') return [typed.replace(/^(\d{3})(\d{4})/, '$1 $2 ').trim()];
  const at = typed.lastIndexOf('@');
  return at < 0 ? [typed] : [typed.slice(0, at), typed.slice(at)];
}

/** The number to dial, and what to say: in the language of the shop, then in the other one. */
export function caseCall(kit: Kit, strip: Strip, state: ScreenOf<'case-call'>): UiNode {
  const { caseFollow: words } = kit.texts;
  const width = textWidthPx(kit);
  const other = kit.language === 'en' ? 'zh-CN' : 'en';
  const name = nameOf(kit, state, 'roomShort');
  return screen(
    kit,
    strip,
    'case-call',
    head(kit, words.callTitle, name === undefined ? {} : { right: name }),
    body(
      kit,
      line(
        kit,
        { gap: kit.mm(1.4) },
        inlineIcon(kit, 'phone', 5, 'blueText'),
        fitText(kit, state.phone, width - kit.mm(6.4), ['figure', 'title', 'body'], {
          bold: true,
        }),
      ),
      gap(kit, 1.2),
      card(
        { pad: cardPad(kit), gap: kit.mm(1.2) },
        paragraph(kit, phoneScript[kit.language], width - kit.mm(0.5), {
          step: 'label',
          bold: true,
        }),
        paragraph(kit, phoneScript[other], width - kit.mm(0.5), { step: 'caption' }),
      ),
      gap(kit, 1),
      stretch(),
    ),
    foot(kit, primary(kit, words.called, { icon: 'check' })),
  );
}

/** What is kept, for how long and why: a list that scrolls. */
export function privacy(kit: Kit, strip: Strip, { keepDays }: ScreenOf<'privacy'>): UiNode {
  const side = kit.mm(2);
  return screen(
    kit,
    strip,
    'privacy',
    head(kit, kit.texts.caseFollow.privacyTitle),
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
      card(
        { local: { clipCorner: true } },
        ...retention.map((kept, index) => keptRow(kit, kept, index, keepDays)),
      ),
    ),
  );
}

function keptRow(kit: Kit, { what, why, kept }: RetentionRow, index: number, days: number): UiNode {
  const width = textWidthPx(kit) - kit.mm(0.6);
  const said: Readonly<Record<Kept, string>> = kit.texts.caseFollow.kept(days);
  const pad = kit.mm(1.2);
  return row(
    { w: 'fill', pad: [pad, kit.mm(2), pad, kit.mm(2)], ...divider(kit, index) },
    column(
      { grow: 1, cross: 'start', gap: kit.mm(0.3) },
      fitText(kit, what[kit.language], width, ['label', 'caption'], { bold: true }),
      fitText(kit, said[kept], width, ['label', 'caption'], {}),
      fitText(kit, why[kit.language], width, ['caption', 'mark'], { colour: 'ink2' }),
    ),
  );
}
