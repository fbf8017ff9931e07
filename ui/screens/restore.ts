import type { ScreenOf, Strip } from '#src/desk/view.ts';
import type { RestoreDone } from '#src/restore/contract.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, paragraph, stretch, text } from '../widgets/basics.ts';
import { primary, tellPanel } from '../widgets/buttons.ts';
import { stamp } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { point } from '../widgets/points.ts';
import { ring } from '../widgets/ring.ts';
import { facts, note, type Tone } from '../widgets/surfaces.ts';

type Restore = ScreenOf<'restore'>;
type At<S extends Restore['stage']> = Extract<Restore, { stage: S }>;

/** 恢复备份: what is broken, what a backup brings back and what not; then how far it is, and what came. */
export function restore(kit: Kit, strip: Strip, state: Restore): UiNode {
  const { restore: words } = kit.texts;
  const canLeave = state.why === 'wanted' && (state.stage === 'ask' || state.stage === 'none');
  return screen(
    kit,
    strip,
    'restore',
    canLeave ? head(kit, words.title.wanted) : gap(kit, 1.4),
    body(kit, ...content(kit, state), stretch()),
    foot(kit, button(kit, state)),
  );
}

function content(kit: Kit, state: Restore): readonly UiChild[] {
  switch (state.stage) {
    case 'ask':
      return ask(kit, state);
    case 'none':
      return none(kit, state);
    case 'running':
      return running(kit, state);
    case 'done':
      return done(kit, state.done);
    case 'failed':
      return failed(kit, state);
  }
}

function button(kit: Kit, { stage }: Restore): UiNode {
  const { restore: words, notice } = kit.texts;
  switch (stage) {
    case 'ask':
      return primary(kit, words.begin, { icon: 'backup' });
    case 'none':
      return primary(kit, words.lookAgain, { icon: 'retry' });
    case 'running':
      return tellPanel(kit, 'noteAmber', 'warning', words.leaveOn);
    case 'done':
      return primary(kit, words.goOn, { icon: 'check' });
    case 'failed':
      return primary(kit, notice.primary.ok, { icon: 'check' });
  }
}

const title = (kit: Kit, words: string): UiNode =>
  line(kit, {}, paragraph(kit, words, textWidthPx(kit), { step: 'title' }));

const said = (kit: Kit, tone: Exclude<Tone, 'green'>, mark: string, words: string): UiNode =>
  note(kit, tone, mark, [
    paragraph(kit, words, textWidthPx(kit) - kit.mm(4 + 1.6), { step: 'label', colour: 'ink' }),
  ]);

const marked = (kit: Kit, words: string): UiNode => point(kit, 'info', words);

function ask(kit: Kit, { why, backup }: At<'ask'>): readonly UiChild[] {
  const { restore: words } = kit.texts;
  return [
    ...(why === 'damaged' ? [title(kit, words.title.damaged), gap(kit, 1.2)] : []),
    said(kit, why === 'damaged' ? 'red' : 'amber', 'disk', words.text[why]),
    gap(kit, 1.2),
    facts(
      kit,
      [
        [words.backup, stamp(kit, backup.takenMs)],
        [words.where, words.place[backup.place]],
      ],
      0.3,
    ),
    gap(kit, 1),
    marked(kit, words.money),
  ];
}

function none(kit: Kit, { why, foreign }: At<'none'>): readonly UiChild[] {
  const { restore: words } = kit.texts;
  const what = foreign ? words.foreign : words.none;
  return [
    title(kit, why === 'damaged' ? words.title.damaged : what),
    gap(kit, 1.2),
    said(
      kit,
      why === 'damaged' ? 'red' : 'amber',
      'disk',
      foreign ? words.foreignHint : words.noneHint,
    ),
    gap(kit, 1.2),
    ...(why === 'damaged' ? [marked(kit, what)] : []),
  ];
}

function running(kit: Kit, { percent, secondsSoFar }: At<'running'>): readonly UiChild[] {
  const { restore: words } = kit.texts;
  const { tiny } = kit.panel;
  return [
    gap(kit, tiny ? 0.4 : 3),
    column(
      { w: 'fill', cross: 'center' },
      ring(
        kit,
        { style: 'ringWait', diameter: tiny ? 15 : 21, value: percent, max: 100 },
        text(kit, words.percent(percent), { step: 'title', line: 1 }),
        text(kit, words.soFar(secondsSoFar), {
          step: tiny ? 'mark' : 'caption',
          colour: 'ink2',
          line: 1,
        }),
      ),
      gap(kit, tiny ? 0.6 : 1.4),
      text(kit, words.running, { step: tiny ? 'body' : 'title', bold: true }),
    ),
  ];
}

function done(kit: Kit, { takenMs, rows, salvaged, sealed, openable }: RestoreDone) {
  const { restore: words } = kit.texts;
  return [
    title(kit, words.done),
    gap(kit, 1),
    facts(
      kit,
      [
        [words.upTo, stamp(kit, takenMs)],
        [words.rows, String(rows)],
        [words.salvaged, String(salvaged)],
        [words.numbers, words.ofNumbers(openable, sealed)],
      ],
      0.3,
    ),
    gap(kit, 1),
    marked(kit, openable < sealed ? words.numbersMissing : words.later),
  ];
}

function failed(kit: Kit, { fault }: At<'failed'>): readonly UiChild[] {
  const { restore: words, fault: faults } = kit.texts;
  return [
    title(kit, words.failed),
    gap(kit, 1.2),
    said(kit, 'red', 'disk', words.failedText),
    gap(kit, 1.2),
    marked(kit, faults[fault]),
  ];
}
