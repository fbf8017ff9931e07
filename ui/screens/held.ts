import type { PrintState, ScreenOf, Strip } from '#src/desk/view.ts';
import type { UiChild, UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import {
  amountText,
  column,
  disc,
  fitText,
  gap,
  icon,
  row,
  stretch,
  text,
} from '../widgets/basics.ts';
import { primary, secondary, sideBySide, tellPanel } from '../widgets/buttons.ts';
import { date, money, nameRow, spaced } from '../widgets/format.ts';
import { body, foot, line, screen, textWidthPx } from '../widgets/frame.ts';
import { facts } from '../widgets/surfaces.ts';

type Ended = Pick<ScreenOf<'held'>, 'amount' | 'note' | 'last4' | 'print' | 'cardIn'> & {
  readonly title: string;
  /** Under the amount. */
  readonly said: readonly UiChild[];
  readonly authorisationCode?: string;
};

/** The hold is there: amount, until when, and the slip comes out. */
export function held(kit: Kit, strip: Strip, state: ScreenOf<'held'>): UiNode {
  const { held: words } = kit.texts;
  const width = textWidthPx(kit);
  const until = words.until(date(kit, state.validUntilMs), state.days);
  const said = [
    fitText(kit, until, width, ['body', 'label', 'caption'], { bold: true }),
    state.asked !== undefined &&
      fitText(kit, words.partly(money(state.asked)), width, ['caption', 'mark'], {
        colour: 'amberText',
      }),
    state.signatureWanted === true &&
      fitText(kit, kit.texts.message['1A'], width, ['label', 'caption'], { colour: 'amberText' }),
  ];
  return goodEnd(kit, strip, 'held', { ...state, title: words.title, said });
}

/** A completion, cancellation or void went through, or an offline sale was noted. */
export function done(kit: Kit, strip: Strip, state: ScreenOf<'done'>): UiNode {
  const { done: words } = kit.texts;
  const said = [
    state.freed !== undefined &&
      state.freed.minorUnits > 0 &&
      text(kit, words.freed(money(state.freed)), { bold: true }),
    state.queued &&
      row(
        { gap: kit.mm(1) },
        icon(kit, 'bank', 3.4, 'amberText'),
        text(kit, words.queued, { step: 'caption', colour: 'amberText' }),
      ),
  ];
  return goodEnd(kit, strip, 'done', { ...state, title: words.title[state.what], said });
}

/** Both leave by themselves; while the card is in, the screen says so instead of offering a button. */
function goodEnd(kit: Kit, strip: Strip, name: string, state: Ended): UiNode {
  const { word } = kit.texts;
  const last4: readonly [string, string] | undefined =
    state.last4 === undefined ? undefined : [word.card, kit.texts.name.cardEnds(state.last4)];
  const code: readonly [string, string] | undefined =
    state.authorisationCode === undefined
      ? undefined
      : [word.authorisationCode, spaced(state.authorisationCode)];
  return screen(
    kit,
    strip,
    name,
    body(
      kit,
      gap(kit, kit.panel.tiny ? 0.4 : 1.6),
      column(
        { w: 'fill', cross: 'center' },
        ...goodNews(kit, state.title),
        gap(kit, 0.4),
        amountText(kit, money(state.amount), textWidthPx(kit), kit.panel.tiny ? { line: 1 } : {}),
        gap(kit, kit.panel.tiny ? 0.2 : 0.6),
        state.said,
      ),
      gap(kit, kit.panel.tiny ? 0.4 : 1.6),
      kit.panel.tiny
        ? state.said.filter(Boolean).length < 2 &&
            inOneLine(kit, [nameRow(kit, state), last4, code])
        : facts(kit, [nameRow(kit, state), last4, code], 0.5),
      gap(kit, kit.panel.tiny ? 0.4 : 1.2),
      printLine(kit, state.print),
      stretch(),
    ),
    foot(kit, ...way(kit, state)),
  );
}

/** The sign over its word; on a low panel before it, so that amount and date stay above the foot. */
function goodNews(kit: Kit, title: string): UiChild[] {
  const { tiny, hardwareKeys } = kit.panel;
  const sign = disc(
    kit,
    tiny ? 5 : hardwareKeys ? 7 : 14,
    { fill: 'green' },
    icon(kit, 'check', tiny ? 3.4 : hardwareKeys ? 4.6 : 9, 'onGreen'),
  );
  const words = text(kit, title, {
    step: hardwareKeys ? 'body' : 'title',
    bold: true,
    colour: 'greenText',
  });
  return hardwareKeys ? [row({ gap: kit.mm(1.2) }, sign, words)] : [sign, gap(kit, 1.2), words];
}

/** The answers without their names, for a panel without room for a table. */
function inOneLine(
  kit: Kit,
  rows: readonly (readonly [string, string] | undefined | false)[],
): UiNode {
  const said = rows.flatMap((entry) => (entry ? [entry[1]] : [])).join(' - ');
  return line(
    kit,
    { align: 'center' },
    fitText(kit, said, textWidthPx(kit), ['caption', 'mark'], { colour: 'ink2' }),
  );
}

const printIcons = { printing: 'print', printed: 'check', failed: 'warning' } as const;

function printLine(kit: Kit, print: PrintState): UiNode {
  const colour = print === 'failed' ? 'amberText' : 'ink2';
  return line(
    kit,
    { gap: kit.mm(1), align: 'center' },
    icon(kit, printIcons[print], 3.4, colour),
    text(kit, kit.texts.print[print], { step: 'caption', colour, bold: print === 'failed' }),
  );
}

function way(kit: Kit, state: Ended): UiChild[] {
  const { word, message } = kit.texts;
  if (state.cardIn) return [tellPanel(kit, 'noteOff', 'card', message['10'])];
  if (state.print !== 'failed') return [primary(kit, word.done, { icon: 'check', height: 12 })];
  const finish = primary(kit, word.done, { height: 12 });
  const again = secondary(
    kit,
    'print',
    word.printAgain,
    { type: 'print' },
    { share: true, height: 12 },
  );
  return [sideBySide(kit, again, column({ grow: 1 }, finish))];
}
