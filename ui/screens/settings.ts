import type { CashierAction, Language, ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import { type Kit, textsOf } from '../theme.ts';
import { gap, icon, stretch, text } from '../widgets/basics.ts';
import { body, head, screen } from '../widgets/frame.ts';
import { card, facts, listRow, rowKey } from '../widgets/surfaces.ts';

type IconName = Parameters<typeof icon>[1];

/** What a row leads to, and how it stands now. */
type Said = { readonly name: string; readonly now?: string };

/** Language, day or night, and which terminal this is. */
export function settings(kit: Kit, strip: Strip, state: ScreenOf<'settings'>): UiNode {
  const { settings: words } = kit.texts;
  const other = kit.theme === 'light' ? 'dark' : 'light';
  const row = (index: number, id: string, sign: IconName, action: CashierAction, said: Said) =>
    listRow(
      kit,
      { id, index, height: 12.2, action, ...rowKey(index) },
      icon(kit, sign, 4.8, 'blueText'),
      text(kit, said.name, { bold: true, grow: true }),
      said.now !== undefined && text(kit, said.now, { step: 'label', colour: 'ink2' }),
    );
  const rows = [
    row(
      0,
      'language',
      'person',
      { type: 'go', to: 'language' },
      {
        name: words.language,
        now: kit.texts.name.language,
      },
    ),
    row(
      1,
      'theme',
      'settings',
      { type: 'theme', theme: other },
      {
        name: words.theme,
        now: words.themes[kit.theme],
      },
    ),
    row(2, 'status', 'shield', { type: 'go', to: 'status' }, { name: words.status }),
  ];
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
  return screen(
    kit,
    strip,
    'settings',
    head(kit, words.title),
    body(kit, gap(kit, 0.4), card({}, ...rows), gap(kit, 1.4), terminal, stretch()),
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
