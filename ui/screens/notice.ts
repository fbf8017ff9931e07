import type { Notice, ScreenOf, Strip } from '#src/desk/view.ts';
import type { FaultCode } from '#src/fault.ts';
import { faultCodes } from '#src/fault.ts';
import type { UiNode } from '../h.ts';
import type { NoticeWords } from '../texts/texts.ts';
import { wrapText } from '../theme/wrap.ts';
import type { Kit } from '../theme.ts';
import { gap, paragraph, stretch } from '../widgets/basics.ts';
import { primary, secondary, tellPanel } from '../widgets/buttons.ts';
import { money, nameOf } from '../widgets/format.ts';
import { body, foot, head, line, screen, textWidthPx } from '../widgets/frame.ts';
import { point, pointWidth } from '../widgets/points.ts';
import { note, type Tone } from '../widgets/surfaces.ts';

const looks: Readonly<Record<Notice['type'], readonly [Exclude<Tone, 'green'>, string]>> = {
  powerCut: ['amber', 'battery'],
  noAnswer: ['amber', 'bank'],
  wayStopped: ['amber', 'battery'],
  signInFailed: ['amber', 'bank'],
  settlementStopped: ['amber', 'bank'],
  reversalSuspended: ['red', 'warning'],
  adviceSuspended: ['red', 'warning'],
  adviceLimit: ['amber', 'bank'],
  cancelledByCustomer: ['off', 'person'],
  partUndone: ['amber', 'bank'],
  typingNotAllowed: ['amber', 'keypad'],
  expiring: ['amber', 'calendar'],
  notFree: ['amber', 'phone'],
  notAllowed: ['amber', 'person'],
  diskFull: ['red', 'disk'],
  memoryFault: ['red', 'disk'],
  otherCard: ['amber', 'card'],
  realCardInTraining: ['amber', 'card'],
  assessmentDue: ['amber', 'training'],
  numberGiven: ['off', 'keypad'],
  slipUnknown: ['amber', 'scan'],
  handoverRefused: ['amber', 'handover'],
  printFailed: ['amber', 'print'],
};

/** Something happened that must be known before going on: what, what it means, where the money is. */
export function notice(kit: Kit, strip: Strip, state: ScreenOf<'notice'>): UiNode {
  const words = wordsOf(kit, state.notice);
  const [tone, iconName] = looks[state.notice.type];
  const width = textWidthPx(kit);
  const inner = width - kit.mm(4 + 1.6);
  // The smallest panel has no room for three lines: what became of the money stands below them.
  // Nor for the title alone, and no more has a low one that asks for the card.
  const low = kit.panel.tiny || (kit.panel.hardwareKeys && state.cardIn);
  const long =
    kit.panel.tiny && wrapText(words.text, inner, kit.font('label').size, 400).length > 2;
  return screen(
    kit,
    strip,
    'notice',
    head(kit, low ? words.title : ''),
    body(
      kit,
      !low && line(kit, {}, paragraph(kit, words.title, width, { step: 'title' })),
      gap(kit, low ? 0.4 : 1.4),
      note(kit, tone, iconName, [
        paragraph(kit, words.text, inner, { step: long ? 'caption' : 'label', colour: 'ink' }),
      ]),
      gap(kit, kit.panel.tiny ? 1 : 1.6),
      point(kit, moneyIsSafe(state.notice) ? 'check' : 'clock', words.money, {
        colour: markColour(state.notice),
        step: low || longMoney(kit, words.money) ? 'caption' : 'label',
        bold: true,
      }),
      stretch(),
    ),
    foot(
      kit,
      state.cardIn && tellPanel(kit, 'noteOff', 'card', kit.texts.message['10']),
      state.otherWays === true &&
        secondary(
          kit,
          'ways',
          kit.texts.ways.title,
          { type: 'go', to: 'ways' },
          { icon: 'list', hotkey: '2' },
        ),
      primary(kit, kit.texts.notice.primary[state.primary], {
        icon: { ok: 'check', tryAgain: 'retry', print: 'print' }[state.primary],
      }),
    ),
  );
}

const longMoney = (kit: Kit, said: string): boolean =>
  kit.panel.hardwareKeys && wrapText(said, pointWidth(kit), kit.font('label').size, 700).length > 2;

function moneyIsSafe(said: Notice): boolean {
  if (said.type.endsWith('Suspended')) return false;
  return !('undone' in said) || said.undone !== 'owed';
}

const markColour = (said: Notice) => (moneyIsSafe(said) ? 'greenText' : 'amberText');

export const isFaultCode = (code: string): code is FaultCode =>
  (faultCodes as readonly string[]).includes(code);

function wordsOf(kit: Kit, said: Notice): NoticeWords {
  const { words } = kit.texts.notice;
  const fault = 'fault' in said && isFaultCode(said.fault) ? kit.texts.fault[said.fault] : '';
  const say = {
    amount: 'amount' in said ? money(said.amount) : '',
    fault: fault === '' ? kit.texts.finding.unknown : fault,
    name: 'note' in said ? (nameOf(kit, said, 'roomInside') ?? '') : '',
  };
  const speak = words[said.type] as (notice: Notice, about: typeof say) => NoticeWords;
  return speak(said, say);
}
