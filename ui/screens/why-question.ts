import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import { evidenceWords } from '../texts/answers.ts';
import type { Kit } from '../theme.ts';
import { gap, icon, inlineIcon, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { money, nameOf } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { evidenceMark } from '../widgets/remedies.ts';

type Question = ScreenOf<'why-question'>;

/** One question, yes or no; the way back leaves it open. */
export function whyQuestion(kit: Kit, strip: Strip, state: Question): UiNode {
  const { settle, name } = kit.texts;
  const { tiny, hardwareKeys } = kit.panel;
  const width = textWidthPx(kit);
  const called = nameOf(kit, state);
  const amount = money(state.amount);
  return screen(
    kit,
    strip,
    'why-question',
    head(
      kit,
      settle.askTitle,
      !kit.panel.roomy ? {} : { right: called ? name.context(called, amount) : amount },
    ),
    body(
      kit,
      gap(kit, hardwareKeys ? 0.4 : 1),
      line(
        kit,
        {},
        paragraph(kit, settle.question[state.question], width, {
          step: tiny ? 'label' : 'title',
          bold: true,
        }),
      ),
      gap(kit, tiny ? 0.2 : hardwareKeys ? 0.8 : 1.6),
      line(
        kit,
        {},
        paragraph(kit, toldApart(kit, state), width, {
          step: tiny ? 'caption' : 'label',
          colour: 'ink2',
        }),
      ),
      gap(kit, 1.6),
      ...(kit.panel.roomy ? seen(kit, state, width) : []),
      stretch(),
    ),
    foot(
      kit,
      secondary(
        kit,
        'no',
        settle.no,
        { type: 'said', answer: 'no' },
        { icon: 'cross', hotkey: '2', height: kit.panel.tiny ? kit.panel.primary : 12 },
      ),
      primary(kit, settle.yes, { icon: 'check', action: { type: 'said', answer: 'yes' } }),
    ),
  );
}

function toldApart(kit: Kit, { diagnosis }: Question): string {
  const { settle, cause } = kit.texts;
  const [one, other] = diagnosis.nextTest?.tellsApart ?? [diagnosis.cause, 'unknown'];
  return settle.tellsApart(cause[one], cause[other]);
}

/** What is known so far, on panels with room. */
function seen(kit: Kit, { diagnosis }: Question, width: number): UiNode[] {
  const inner = width - kit.mm(4) - kit.mm(1.5);
  return diagnosis.because.slice(0, 2).map((one) => {
    const [iconName, colour] = evidenceMark(one);
    return line(
      kit,
      { gap: kit.mm(1.5), cross: 'start' },
      inlineIcon(kit, iconName, 4, colour),
      paragraph(kit, evidenceWords(kit.texts, kit.language, one), inner, { step: 'label' }),
    );
  });
}

/** The merchant's test card: what to do with it, and that nothing is held. */
export function testCard(kit: Kit, strip: Strip, state: ScreenOf<'test-card'>): UiNode {
  const { settle, time } = kit.texts;
  const width = textWidthPx(kit);
  return screen(
    kit,
    strip,
    'test-card',
    head(kit, settle.askTitle, state.reading ? { right: time.seconds(state.secondsSoFar) } : {}),
    body(
      kit,
      gap(kit, 2),
      line(kit, { align: 'center' }, icon(kit, state.by, kit.panel.tiny ? 6 : 12, 'blueText')),
      gap(kit, 1.6),
      line(
        kit,
        {},
        paragraph(kit, state.reading ? settle.testing : settle.presentTestCard[state.by], width, {
          step: 'title',
        }),
      ),
      gap(kit, 1),
      line(kit, {}, text(kit, settle.insertTestCardHint, { step: 'label', colour: 'ink2' })),
      stretch(),
    ),
  );
}
