import type { MenuId } from '#src/desk/view/menu.ts';
import type { Language, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import { type Kit, textsOf } from '../theme.ts';
import { gap, icon, stretch, text } from '../widgets/basics.ts';
import { body, head, screen } from '../widgets/frame.ts';
import { card, facts, listRow, rowKey } from '../widgets/surfaces.ts';

/** What may be opened, and which terminal this is: a list that scrolls when it is long. */
export function settings(kit: Kit, strip: Strip, state: ScreenOf<'settings'>): UiNode {
  const { settings: words } = kit.texts;
  const rows = state.rows.map(({ id, icon: sign }, index) => {
    const now = nowOf(kit, id);
    return listRow(
      kit,
      { id, index, height: 10.4, action: { type: 'menu', id }, ...rowKey(index) },
      icon(kit, sign, 4.8, 'blueText'),
      text(kit, words.menu[id], { bold: true, grow: true }),
      now !== undefined && text(kit, now, { step: 'label', colour: 'ink2' }),
    );
  });
  const terminal = facts(
    kit,
    [
      [words.merchant, state.merchantId],
      [words.terminal, state.terminalId],
      [words.bank, state.signedIn ? words.signedIn : words.signedOut],
      [words.version, state.version],
    ],
    0.8,
  );
  const side = kit.mm(2);
  return screen(
    kit,
    strip,
    'settings',
    head(kit, words.title),
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
      card({ local: { clipCorner: true } }, ...rows),
      gap(kit, 1.4),
      terminal,
    ),
  );
}

/** How a row stands now, where that is a word. */
function nowOf(kit: Kit, id: MenuId): string | undefined {
  if (id === 'language') return kit.texts.name.language;
  return id === 'theme' ? kit.texts.settings.themes[kit.theme] : undefined;
}

/** Each language in its own words: for the shop, or for the customer whose card asks. */
export function language(
  kit: Kit,
  strip: Strip,
  state: ScreenOf<'language'> | ScreenOf<'choose-language'>,
): UiNode {
  const choice = (name: Language, index: number): UiNode =>
    listRow(
      kit,
      {
        id: `language-${name}`,
        index,
        height: 14,
        action: { type: 'language', language: name },
        ...rowKey(index),
      },
      text(kit, textsOf(name).name.language, { step: 'title', grow: true }),
      name === kit.language && icon(kit, 'check', 5, 'greenText'),
    );
  return screen(
    kit,
    strip,
    state.name,
    head(kit, kit.texts.language.title),
    body(kit, gap(kit, 0.4), card({}, ...state.choices.map(choice)), stretch()),
  );
}
