import type { LineJob } from '#src/desk/view/link.ts';
import type { ScreenOf, Strip } from '#src/desk/view.ts';
import { type FaultCode, faultCodes } from '#src/fault.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { gap, icon, paragraph, text } from '../widgets/basics.ts';
import { stamp } from '../widgets/format.ts';
import { head, screen, textWidthPx } from '../widgets/frame.ts';
import { card, facts, listRow, note, rowKey } from '../widgets/surfaces.ts';

const icons: Readonly<Record<LineJob, string>> = {
  test: 'network',
  update: 'download',
  signIn: 'key',
  signOff: 'cross',
};

/** The line to the bank: what may be done with it, how the last try ended, what the bank gave. */
export function bankLine(kit: Kit, strip: Strip, state: ScreenOf<'bank-line'>): UiNode {
  const { link: words } = kit.texts;
  const { running, tables } = state;
  const rows = state.jobs.map((job, index) =>
    listRow(
      kit,
      {
        id: `line-${job}`,
        index,
        height: 10.4,
        action: { type: 'lineJob', job },
        ...rowKey(index),
      },
      icon(kit, icons[job], 4.8, 'blueText'),
      text(kit, words.job[job], { bold: true, grow: true }),
      running?.job === job &&
        text(kit, words.seconds(running.seconds), { step: 'label', colour: 'ink2' }),
    ),
  );
  const side = kit.mm(2);
  return screen(
    kit,
    strip,
    'bank-line',
    head(kit, words.title),
    h(
      'scroll',
      { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
      saying(kit, state),
      gap(kit, 1.2),
      card({ local: { clipCorner: true } }, ...rows),
      gap(kit, 1.2),
      facts(
        kit,
        [
          [
            words.signedIn,
            state.signedInSinceMs === undefined ? words.no : stamp(kit, state.signedInSinceMs),
          ],
          [words.tables, tables === undefined ? words.ownTables : stamp(kit, tables.atMs)],
          tables?.version !== undefined && [words.version, tables.version],
          tables !== undefined && [words.entries, words.counted(tables.keys, tables.applications)],
        ],
        0.8,
      ),
    ),
  );
}

/** What is going on, or how the last thing ended. */
function saying(kit: Kit, { running, last }: ScreenOf<'bank-line'>): UiNode {
  const { link: words } = kit.texts;
  const width = textWidthPx(kit) - kit.mm(4 + 1.6);
  const say = (tone: 'green' | 'amber' | 'off', sign: string, said: string): UiNode =>
    note(kit, tone, sign, [paragraph(kit, said, width, { step: 'label', colour: 'ink' })]);
  if (running !== undefined) return say('off', 'clock', words.running);
  if (last === undefined) return say('off', 'info', words.idle);
  if (last.ok) return say('green', 'check', words.done[last.job](last.tookMs));
  const fault = last.fault ?? '';
  const isFault = (faultCodes as readonly string[]).includes(fault);
  const because = isFault
    ? kit.texts.fault[fault as FaultCode]
    : fault.length === 2
      ? words.refusedWith(fault)
      : words.badAnswer;
  const spoiled =
    last.table !== undefined && ['format', 'hash', 'expired'].includes(last.table.problem);
  if (last.table === undefined || !spoiled) return say('amber', 'warning', words.failed(because));
  return say('amber', 'warning', words.spoiled(words.problem[last.table.problem]));
}
