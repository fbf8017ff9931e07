import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { fitText, gap, icon, paragraph, row, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { stamp } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { hexKeypad } from '../widgets/hex-keypad.ts';
import { facts, note } from '../widgets/surfaces.ts';

/** The master key in use, by its check value alone, and the way to another. */
export function keys(kit: Kit, strip: Strip, state: ScreenOf<'keys'>): UiNode {
  const { keys: words, settings } = kit.texts;
  const { by, atMs, end } = state;
  const width = textWidthPx(kit) - kit.mm(4 + 1.6);
  const tone = end === undefined ? 'off' : end === 'loaded' ? 'green' : 'amber';
  const sign = end === undefined ? 'key' : end === 'loaded' ? 'check' : 'warning';
  const said = end === undefined ? words.idle : words.end[end];
  const signIn = secondary(
    kit,
    'sign-in',
    words.signIn,
    { type: 'lineJob', job: 'signIn' },
    { icon: 'network', hotkey: '1', share: kit.panel.tiny },
  );
  return screen(
    kit,
    strip,
    'keys',
    head(kit, words.title),
    body(
      kit,
      note(kit, tone, sign, [paragraph(kit, said, width, { step: 'label', colour: 'ink' })]),
      gap(kit, 1.2),
      facts(
        kit,
        [
          [words.checkValue, spaced(state.checkValue)],
          [words.broughtBy, by?.map((name) => name[kit.language]).join(', ') ?? words.simulatorKey],
          atMs !== undefined && [words.since, stamp(kit, atMs)],
          [words.bank, state.signedIn ? settings.signedIn : settings.signedOut],
        ],
        0.8,
      ),
      stretch(),
    ),
    foot(kit, signIn, primary(kit, words.load, { icon: 'key' })),
  );
}

/** `0A1B2C` → `0A 1B 2C`. */
const spaced = (value: string): string => value.match(/../g)?.join(' ') ?? value;

/** A part of the key: only its last digit is seen; or the check value from the letter, which is no secret. */
export function keyPart(kit: Kit, strip: Strip, state: ScreenOf<'key-part'>): UiNode {
  const { keys: words } = kit.texts;
  const { step, problem } = state;
  const from = step === 'expected' ? words.expectedFrom : state.who[kit.language];
  const counted = words.counted(state.digits, state.lengths.join(words.or));
  const said = problem === undefined ? from : words.problem[problem];
  // Beside real keys the panel is small: what is wrong stands in the field.
  const small = kit.panel.hardwareKeys;
  return screen(
    kit,
    strip,
    'key-part',
    head(kit, words.step[step], { right: counted }),
    body(
      kit,
      !small &&
        line(
          kit,
          {},
          text(kit, said, {
            step: 'label',
            bold: problem !== undefined,
            colour: problem === undefined ? 'ink2' : 'redText',
          }),
        ),
      !small && gap(kit, 0.6),
      typedField(kit, state, small && problem !== undefined ? words.problem[problem] : undefined),
      !small && stretch(),
    ),
    hexKeypad(kit),
    gap(kit, kit.panel.tiny ? 0.4 : 1),
  );
}

function typedField(
  kit: Kit,
  { step, digits, lengths, shown }: ScreenOf<'key-part'>,
  problem: string | undefined,
): UiNode {
  const groups =
    step === 'expected'
      ? spaced(shown)
      : digits === 0
        ? ''
        : `${'*'.repeat(Math.min(digits - 1, 7))}${shown}`;
  const whole = lengths.includes(digits);
  return row(
    {
      key: 'typed',
      style: 'card',
      w: 'fill',
      h: kit.mm(kit.panel.hardwareKeys ? 5.2 : 8),
      gap: kit.mm(2),
      align: 'center',
      local: {
        borderColor: kit.colours[whole ? 'greenText' : 'ink'],
        borderWidth: kit.mm(0.3),
      },
    },
    problem === undefined
      ? text(kit, groups === '' ? '-' : groups, {
          step: kit.panel.hardwareKeys ? 'body' : 'title',
          bold: true,
          line: 1,
        })
      : text(kit, problem, { step: 'label', bold: true, colour: 'redText', line: 1 }),
    whole && icon(kit, 'check', 3.4, 'greenText'),
  );
}

/** The check value of a part, to be compared with the custodian's paper. */
export function keyCheck(kit: Kit, strip: Strip, state: ScreenOf<'key-check'>): UiNode {
  const { keys: words } = kit.texts;
  const width = textWidthPx(kit);
  return screen(
    kit,
    strip,
    'key-check',
    head(kit, words.check[state.step], { right: state.who[kit.language] }),
    body(
      kit,
      gap(kit, kit.panel.tiny ? 0.2 : 2),
      !kit.panel.tiny &&
        line(kit, {}, text(kit, words.checkValue, { step: 'label', colour: 'ink2' })),
      line(
        kit,
        {},
        fitText(kit, spaced(state.checkValue), width, kit.panel.tiny ? ['title'] : ['figure']),
      ),
      line(
        kit,
        {},
        fitText(kit, words.sameOnPaper, width, kit.panel.tiny ? ['label'] : ['body', 'label']),
      ),
      !state.parity && gap(kit, kit.panel.tiny ? 0.4 : 1),
      !state.parity &&
        note(kit, 'amber', 'warning', [
          paragraph(kit, words.parity, width - kit.mm(4 + 1.6), { step: 'label', colour: 'ink' }),
        ]),
      stretch(),
    ),
    foot(
      kit,
      secondary(
        kit,
        'again',
        words.again,
        { type: 'typeAgain' },
        { icon: 'retry', hotkey: '2', share: kit.panel.tiny },
      ),
      primary(kit, words.same, { icon: 'check' }),
    ),
  );
}
