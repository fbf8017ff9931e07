import type { PersonRow } from '#src/desk/view/people.ts';
import type { CashierAction, ScreenOf, Strip } from '#src/desk/view.ts';
import { h, type UiNode } from '../h.ts';
import type { Kit } from '../theme.ts';
import { column, gap, icon, stretch, text } from '../widgets/basics.ts';
import { primary, secondary } from '../widgets/buttons.ts';
import { body, foot, head, line, screen } from '../widgets/frame.ts';
import { heldButton } from '../widgets/held-button.ts';
import { card, listRow, rowKey, tag } from '../widgets/surfaces.ts';

/** Who works here, a row each; it scrolls when they are many. */
function rowsOf(kit: Kit, rows: readonly PersonRow[]): UiNode {
  const side = kit.mm(2);
  return h(
    'scroll',
    { id: 'rows', w: 'fill', grow: 1, pad: [kit.mm(0.4), side, kit.mm(2), side] },
    card({ local: { clipCorner: true } }, ...rows.map((row, index) => personRow(kit, row, index))),
  );
}

function personRow(kit: Kit, person: PersonRow, index: number): UiNode {
  const { people: words } = kit.texts;
  const action: CashierAction = { type: 'person', id: person.id };
  return listRow(
    kit,
    { id: `person-${person.id}`, index, height: 11.6, action, ...rowKey(index) },
    text(kit, person.id, { step: 'label', colour: 'ink2' }),
    column(
      { grow: 1, cross: 'start', gap: kit.mm(0.3) },
      text(kit, person.name[kit.language], { bold: true, line: 1.15, ellipsis: true }),
      person.lockedOut
        ? tag(kit, 'red', 'warning', words.lockedOut, { tight: true })
        : text(kit, words.role[person.role], { step: 'caption', colour: 'ink2' }),
    ),
  );
}

/** Who is at the terminal: nobody yet, somebody behind the lock, or a second person who agrees. */
export function signIn(kit: Kit, strip: Strip, state: ScreenOf<'sign-in'>): UiNode {
  const { people: words } = kit.texts;
  const title = words.signIn[state.why];
  const back = state.rows.find(({ id }) => id === state.onDuty);
  return screen(
    kit,
    strip,
    'sign-in',
    state.why === 'agree' ? head(kit, title) : bareHead(kit, title),
    rowsOf(kit, state.rows),
    back !== undefined &&
      foot(kit, primary(kit, words.comeBack(back.name[kit.language]), { icon: 'key', height: 12 })),
  );
}

/** There is no way back from a terminal that nobody has opened. */
const bareHead = (kit: Kit, title: string): UiNode =>
  column(
    { w: 'fill', pad: [kit.mm(1.4), kit.mm(2), kit.mm(1), kit.mm(2)] },
    line(kit, {}, text(kit, title, { step: 'title' })),
  );

/** 人员 */
export function people(kit: Kit, strip: Strip, state: ScreenOf<'people'>): UiNode {
  const { people: words } = kit.texts;
  return screen(
    kit,
    strip,
    'people',
    head(kit, words.people),
    rowsOf(kit, state.rows),
    foot(kit, primary(kit, words.add, { icon: 'plus', height: 12 })),
  );
}

/** One person, and what may be done about the PIN or the job. */
export function person(kit: Kit, strip: Strip, state: ScreenOf<'person'>): UiNode {
  const { people: words } = kit.texts;
  const { person: who, can } = state;
  const name = `${who.id} ${who.name[kit.language]}`;
  const said = who.lockedOut ? words.lockedOut : state.hasPin ? undefined : words.noPin;
  const top = [
    gap(kit, 0.6),
    line(kit, {}, text(kit, words.role[who.role], { colour: 'ink2' })),
    gap(kit, 0.8),
    said !== undefined && line(kit, {}, tag(kit, 'amber', 'warning', said)),
    stretch(),
  ];
  if (state.removing)
    return screen(
      kit,
      strip,
      'person',
      head(kit, name),
      body(
        kit,
        gap(kit, 0.6),
        line(kit, {}, text(kit, words.removeQuestion, { bold: true })),
        stretch(),
        column(
          { w: 'fill', cross: 'center' },
          heldButton(kit, 20, 14),
          gap(kit, 1),
          text(kit, words.holdToRemove, { bold: true }),
        ),
        gap(kit, 1.6),
      ),
    );
  return screen(
    kit,
    strip,
    'person',
    head(kit, name),
    body(kit, ...top),
    foot(
      kit,
      can.unlock &&
        secondary(kit, 'unlock', words.unlock, { type: 'unlockPerson' }, { hotkey: '1' }),
      can.remove &&
        secondary(
          kit,
          'remove',
          words.remove,
          { type: 'removePerson' },
          { danger: true, hotkey: '2' },
        ),
      primary(kit, words.newPin, { icon: 'key', height: 12, action: { type: 'newPin' } }),
    ),
  );
}

/** The role of somebody new; the number follows from it. */
export function addPerson(kit: Kit, strip: Strip, state: ScreenOf<'add-person'>): UiNode {
  const { people: words } = kit.texts;
  const rows = state.roles.map((role, index) =>
    listRow(
      kit,
      { id: `role-${role}`, index, height: 11.6, action: { type: 'role', role }, ...rowKey(index) },
      icon(kit, 'person', 4.8, 'blueText'),
      text(kit, words.role[role], { bold: true, grow: true }),
    ),
  );
  return screen(
    kit,
    strip,
    'add-person',
    head(kit, words.addTitle),
    body(kit, gap(kit, 0.4), card({}, ...rows), stretch()),
  );
}
