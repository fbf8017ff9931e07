import type { Language, ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import { type Kit, textsOf } from '../theme.ts';
import { gap, icon, stretch, text } from '../widgets/basics.ts';
import { body, head, screen } from '../widgets/frame.ts';
import { card, facts, listRow, rowKey } from '../widgets/surfaces.ts';

/** Language, day or night, and which terminal this is. */
export function settings(kit: Kit, strip: Strip, state: ScreenOf<'settings'>): UiNode {
  const { settings: words } = kit.texts;
  const other = kit.theme === 'light' ? 'dark' : 'light';
  return screen(
    kit,
    strip,
    'settings',
    head(kit, words.title),
    body(
      kit,
      gap(kit, 0.4),
      card(
        {},
        listRow(
          kit,
          {
            id: 'language',
            index: 0,
            height: 12.2,
            action: { type: 'go', to: 'language' },
            ...rowKey(0),
          },
          icon(kit, 'person', 4.8, 'blueText'),
          text(kit, words.language, { bold: true, grow: true }),
          text(kit, kit.texts.name.language, { step: 'label', colour: 'ink2' }),
        ),
        listRow(
          kit,
          {
            id: 'theme',
            index: 1,
            height: 12.2,
            action: { type: 'theme', theme: other },
            ...rowKey(1),
          },
          icon(kit, 'settings', 4.8, 'blueText'),
          text(kit, words.theme, { bold: true, grow: true }),
          text(kit, words.themes[kit.theme], { step: 'label', colour: 'ink2' }),
        ),
        listRow(
          kit,
          {
            id: 'status',
            index: 2,
            height: 12.2,
            action: { type: 'go', to: 'status' },
            ...rowKey(2),
          },
          icon(kit, 'shield', 4.8, 'blueText'),
          text(kit, words.status, { bold: true, grow: true }),
        ),
      ),
      gap(kit, 1.4),
      facts(
        kit,
        [
          [words.merchant, state.merchantId],
          [words.terminal, state.terminalId],
          [words.bank, state.signedIn ? words.signedIn : words.signedOut],
          [words.version, state.version],
        ],
        0.8,
      ),
      stretch(),
    ),
  );
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
