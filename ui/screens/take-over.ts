import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, paragraph, row, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { besideCode, codeCard } from '../widgets/code.ts';
import { money } from '../widgets/format.ts';
import { backButton, body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { point } from '../widgets/points.ts';
import { ring } from '../widgets/ring.ts';
import { facts } from '../widgets/surfaces.ts';

type TakeOver = ScreenOf<'take-over'>;
type At<P extends TakeOver['phase']> = Extract<TakeOver, { phase: P }>;

/** 换终端 at the desk that takes: the pictures, what comes from whom, and the answer for the other desk. */
export function takeOver(kit: Kit, strip: Strip, state: TakeOver): UiNode {
  switch (state.phase) {
    case 'collecting':
      return collecting(kit, strip, state);
    case 'offer':
      return offer(kit, strip, state);
    case 'answer':
      return answer(kit, strip, state);
  }
}

function collecting(kit: Kit, strip: Strip, { have, of }: At<'collecting'>): UiNode {
  const { take: words } = kit.texts.handover;
  return screen(
    kit,
    strip,
    'take-over',
    head(kit, words.title),
    body(
      kit,
      gap(kit, kit.panel.tiny ? 0.4 : 3),
      column(
        { w: 'fill', cross: 'center', gap: kit.mm(1) },
        ring(
          kit,
          { style: 'ringWait', diameter: kit.panel.tiny ? 11 : 18, value: have, max: of },
          text(kit, `${have}/${of}`, { step: kit.panel.tiny ? 'label' : 'title', line: 1 }),
        ),
        text(kit, words.collecting(have, of), { bold: true }),
        paragraph(kit, words.hint, textWidthPx(kit), { step: 'label', colour: 'ink2' }),
      ),
      stretch(),
    ),
  );
}

function offer(kit: Kit, strip: Strip, state: At<'offer'>): UiNode {
  const { take: words } = kit.texts.handover;
  const left = `${Math.floor(state.secondsLeft / 60)}:${String(state.secondsLeft % 60).padStart(2, '0')}`;
  return screen(
    kit,
    strip,
    'take-over',
    head(kit, words.title, { right: left }),
    body(
      kit,
      line(
        kit,
        {},
        fitText(kit, words.from(state.desk), textWidthPx(kit), ['title', 'body', 'label'], {
          bold: true,
        }),
      ),
      gap(kit, kit.panel.tiny ? 0.3 : 1.2),
      facts(
        kit,
        [
          [words.amount, money(state.amount)],
          state.note !== undefined && [words.room, state.note],
          state.last4 !== undefined && [words.card, kit.texts.name.cardEnds(state.last4)],
        ],
        0.3,
      ),
      gap(kit, 1.2),
      !kit.panel.tiny && point(kit, 'info', words.number[state.what], { onLine: true }),
      stretch(),
    ),
    foot(
      kit,
      secondary(kit, 'not-here', words.not, { type: 'notHere' }, { hotkey: '2' }),
      primary(kit, words.go, { icon: 'handover' }),
    ),
  );
}

function answer(kit: Kit, strip: Strip, state: At<'answer'>): UiNode {
  const { take: words, ok } = kit.texts.handover;
  const width = textWidthPx(kit);
  const goes = state.says === 'taken';
  const go = goes ? words.goOn[state.what] : ok;
  const title = words.says[state.says](state.desk);
  if (kit.panel.tiny)
    return besideCode(
      kit,
      strip,
      'take-over',
      state.code,
      backButton(kit),
      paragraph(kit, title, kit.mm(16), { step: 'label', bold: true }),
      primary(kit, ok),
    );
  return screen(
    kit,
    strip,
    'take-over',
    head(kit, words.title),
    body(
      kit,
      row(
        { w: 'fill', align: 'center' },
        fitText(
          kit,
          title,
          width,
          kit.panel.hardwareKeys ? ['label'] : ['title', 'body', 'label'],
          {
            bold: true,
          },
        ),
      ),
      gap(kit, kit.panel.hardwareKeys ? 0.3 : 0.8),
      codeCard(kit, state.code),
      gap(kit, 0.6),
      row(
        { w: 'fill', align: 'center' },
        text(kit, words.show(state.desk), { step: 'label', colour: 'ink2' }),
      ),
      stretch(),
    ),
    foot(kit, primary(kit, go, { icon: goes ? 'hold' : 'check', height: 12 })),
  );
}
