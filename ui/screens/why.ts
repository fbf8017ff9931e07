import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import type { Lesson } from '#src/incident/events.ts';
import { lessonWords } from '#src/incident/words.ts';
import type { Remedy } from '#src/recovery/evidence.ts';
import { h, type UiChild, type UiNode } from '../h.ts';
import { evidenceWords } from '../texts/answers.ts';
import type { TypeStep } from '../theme/type.ts';
import { wrapText } from '../theme/wrap.ts';
import type { Kit } from '../theme.ts';
import { column, fitText, gap, inlineIcon, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary, secondary, sideBySide } from '../widgets/buttons.ts';
import { money, nameOf } from '../widgets/format.ts';
import { body, foot, head, line, planButton, screen, textWidthPx } from '../widgets/frame.ts';
import { headButton, headHeight, headWord } from '../widgets/head-button.ts';
import { evidenceMark, remedyIcon } from '../widgets/remedies.ts';
import { card } from '../widgets/surfaces.ts';

type Why = ScreenOf<'why'>;

/** One cause in plain words, the evidence for it, and the best way out as the large button. */
export function why(kit: Kit, strip: Strip, state: Why): UiNode {
  const { panel, texts } = kit;
  const { diagnosis } = state;
  const small = panel.hardwareKeys;
  const width = textWidthPx(kit);
  const called = nameOf(kit, state);
  const amount = money(state.amount);
  return screen(
    kit,
    strip,
    'why',
    head(kit, called === undefined ? amount : texts.name.context(called, amount), {
      tools: (panel.tiny && settleTool(kit, state)) || planButton(kit),
      toolsWidth: headHeight,
    }),
    body(
      kit,
      !small && gap(kit, 0.4),
      line(kit, {}, paragraph(kit, texts.finding[diagnosis.finding], width, titleLook(kit, state))),
      gap(kit, small ? 0.6 : 1.4),
      ...evidence(kit, state, width, roomForEvidence(kit, state, width)),
      ...alternatives(kit, state, width),
      !small && gap(kit, 1.6),
      !small && moneyLine(kit, state, width),
      ...(panel.roomy && diagnosis.finding === 'chipDirty' ? [stretch(), wiping(kit, width)] : []),
      stretch(),
    ),
    foot(kit, ...ways(kit, state)),
  );
}

/** What an earlier case taught stands where the heading of the evidence would. */
function learned(kit: Kit, lesson: Lesson, width: number): UiNode {
  const said = kit.texts.caseFollow.lastTime(lessonWords[lesson][kit.language]);
  return fitText(kit, said, width, ['caption', 'mark'], { bold: true });
}

/** On the smallest panel a title of two lines steps down, so that the evidence stays above the buttons. */
function titleLook(kit: Kit, { diagnosis }: Why): { readonly step: TypeStep; readonly bold: true } {
  const { size } = kit.font('title');
  const rows = wrapText(kit.texts.finding[diagnosis.finding], textWidthPx(kit), size, 700).length;
  return { step: kit.panel.tiny && rows > 1 ? 'label' : 'title', bold: true };
}

/** Of the button for the other ways when it shares its row, in mm. */
const waysWidth = 16;

/** More lines than this nobody reads while a customer waits. */
const mostLines = 3;

/** What was seen: as many lines as fit above the buttons, the strongest always. */
function evidence(kit: Kit, state: Why, width: number, room: number): UiChild[] {
  const { diagnosis, lesson } = state;
  const { mm } = kit;
  const { size, lineHeight } = kit.font('label');
  const heading = kit.font('caption').lineHeight;
  const inner = width - mm(4) - mm(1.5);
  if (kit.panel.tiny) {
    const room = lesson !== undefined && titleLook(kit, state).step === 'title';
    return [room && line(kit, {}, learned(kit, lesson, width)), ...strongest(kit, state, inner)];
  }
  const lines: UiChild[] = [];
  let used = heading + mm(0.4);
  for (const [index, one] of diagnosis.because.slice(0, mostLines).entries()) {
    const said = evidenceWords(kit.texts, kit.language, one);
    const rows = wrapText(said, inner, size, 400).length;
    used += (index > 0 ? mm(0.8) : 0) + Math.max(rows * lineHeight, mm(5));
    if (index > 0 && used > room) break;
    const [iconName, colour] = evidenceMark(one);
    lines.push(
      index > 0 && gap(kit, 0.8),
      line(
        kit,
        { gap: mm(1.5), cross: 'start' },
        inlineIcon(kit, iconName, 4, colour),
        paragraph(kit, said, inner, { step: 'label' }),
      ),
    );
  }
  if (lines.length === 0) return [];
  return [
    lesson === undefined
      ? line(kit, {}, text(kit, kit.texts.why.howWeKnow, { step: 'caption', colour: 'ink3' }))
      : line(kit, {}, learned(kit, lesson, width)),
    gap(kit, 0.4),
    ...lines,
  ];
}

/** On the smallest panel the strongest alone, on one line where it fits. */
function strongest(kit: Kit, { diagnosis: { because } }: Why, inner: number): UiChild[] {
  const [one] = because;
  if (one === undefined) return [];
  const [iconName, colour] = evidenceMark(one);
  const said = evidenceWords(kit.texts, kit.language, one);
  return [
    line(
      kit,
      { gap: kit.mm(1.5) },
      inlineIcon(kit, iconName, 4, colour),
      wrapText(said, inner, kit.font('mark').size, 400).length > 1
        ? paragraph(kit, said, inner, { step: 'mark' })
        : fitText(kit, said, inner, ['label', 'caption', 'mark']),
    ),
  ];
}

/** Height that the title, the money and the buttons leave for the evidence. */
function roomForEvidence(kit: Kit, state: Why, width: number): number {
  const { mm, panel, texts } = kit;
  const title = kit.font('title');
  const caption = kit.font('caption');
  const titleRows = wrapText(texts.finding[state.diagnosis.finding], width, title.size, 700).length;
  const said = texts.why.money[state.money](state.diagnosis.code);
  const moneyRows = wrapText(said, width, caption.size, 400).length;
  const fixed = mm(4.4) + mm(9.7) + mm(0.4) + mm(1.4) + mm(1.6);
  const foot = mm(1.2) + mm(9.8) + mm(1.4) + mm(panel.primary) + mm(2);
  const texted = titleRows * title.lineHeight + moneyRows * caption.lineHeight;
  return panel.heightPx - fixed - foot - texted;
}

function moneyLine(kit: Kit, state: Why, width: number): UiNode {
  const said = kit.texts.why.money[state.money](state.diagnosis.code);
  const owed = state.money === 'undoOwed';
  const look = { step: 'caption', colour: owed ? 'amberText' : 'ink3', bold: owed } as const;
  return line(kit, {}, paragraph(kit, said, width, look));
}

/** How to wipe, on panels with room. */
function wiping(kit: Kit, width: number): UiNode {
  const { mm } = kit;
  const inner = width - mm(6) - mm(2);
  return card(
    { pad: mm(2) },
    line(
      kit,
      { gap: mm(2), pad: 0 },
      inlineIcon(kit, 'wipe', 6, 'ink'),
      column(
        { grow: 1, cross: 'start' },
        text(kit, kit.texts.why.howToWipe, { bold: true }),
        paragraph(kit, kit.texts.why.wipe, inner, { step: 'label', colour: 'ink2' }),
      ),
    ),
  );
}

/** What else it may be, on panels with room: one line. */
function alternatives(kit: Kit, { diagnosis }: Why, width: number): UiChild[] {
  if (!kit.panel.roomy || diagnosis.alternatives.length === 0) return [];
  const { settle, cause } = kit.texts;
  const said = settle.maybe(diagnosis.alternatives.slice(0, 2), (one) => cause[one]);
  return [
    gap(kit, 1),
    line(kit, {}, fitText(kit, said, width, ['caption', 'mark'], { colour: 'ink2' })),
  ];
}

/** The ways behind the best one; stopping stands below them and is not counted. */
export const otherWays = (remedies: readonly Remedy[]): readonly Remedy[] =>
  remedies.slice(1).filter((remedy) => remedy.kind !== 'stop');

/** The question or test that would settle it, on a button; how long the bank has been greeted. */
function settleWords(kit: Kit, { diagnosis: { nextTest }, secondsChecking }: Why): string {
  const { settle, time } = kit.texts;
  if (secondsChecking !== undefined) return time.seconds(secondsChecking);
  if (nextTest === undefined) return '';
  return nextTest.type === 'question' ? settle.ask[nextTest.question] : settle.test[nextTest.test];
}

const settleAction: CashierAction = { type: 'settle' };

/** On the smallest panel the question has a sign of its own beside the title. */
function settleTool(kit: Kit, state: Why): UiChild {
  if (state.diagnosis.nextTest === undefined) return undefined;
  const busy = state.secondsChecking !== undefined;
  const props = { id: 'settle', hotkey: '3', disabled: busy, action: settleAction };
  return busy ? headWord(kit, settleWords(kit, state), props) : headButton(kit, 'search', props);
}

/** In a row with the other ways: as large as fits its share. */
function settleButton(kit: Kit, state: Why): UiNode {
  const room = kit.panel.widthPx - kit.mm(2 + 2 + 1.4 + 4) - kit.mm(waysWidth);
  return h(
    'button',
    {
      id: 'settle',
      style: 'secondary',
      grow: 1,
      h: kit.mm(9.8),
      hotkey: '3',
      disabled: state.secondsChecking !== undefined,
      onPress: { type: 'settle' },
    },
    fitText(kit, settleWords(kit, state), room, ['label', 'caption', 'mark'], { bold: true }),
  );
}

function ways(kit: Kit, state: Why): UiChild[] {
  const { texts, panel } = kit;
  const { diagnosis, money: whose } = state;
  const best = diagnosis.remedies[0]?.kind ?? 'stop';
  const count = otherWays(diagnosis.remedies).length;
  const share = diagnosis.nextTest !== undefined && !panel.tiny;
  const other =
    count > 0
      ? secondary(
          kit,
          'ways',
          share ? texts.settle.otherWays(count) : texts.why.otherWays(count),
          { type: 'go', to: 'ways' },
          { ...(share ? { width: waysWidth } : { icon: 'list' }), hotkey: '2' },
        )
      : best !== 'stop' &&
        secondary(
          kit,
          'stop',
          whose === 'stillHeld'
            ? texts.ways.stopLater
            : share
              ? texts.settle.stop
              : texts.ways.stop,
          { type: 'way', remedy: 'stop' },
          { danger: whose !== 'stillHeld', ...(share ? { width: waysWidth } : {}) },
        );
  return [
    share ? sideBySide(kit, settleButton(kit, state), other) : other,
    primary(kit, panel.tiny ? texts.way[best] : texts.remedy(best, diagnosis.finding), {
      icon: remedyIcon(best, diagnosis.finding),
      action: { type: 'way', remedy: best },
    }),
  ];
}
