import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import { menu } from '#src/desk/menu.ts';
import { type Action, permission, type Role, roles } from '#src/people/permissions.ts';
import { Cashier } from './shift.ts';
import { Simulator } from './simulator.ts';

type Row = { readonly event: { readonly kind: string; readonly purpose?: string } };

const pins: Readonly<Record<Role, readonly [string, string]>> = {
  cashier: ['01', '123456'],
  supervisor: ['90', '246810'],
  technician: ['95', '135791'],
  vendor: ['98', '864209'],
};

/** What stands at home for everybody, and the action that the table knows it by. */
const atHome: readonly (readonly [string, Action])[] = [
  ['preauth', 'preauth'],
  ['holds', 'completion'],
  ['cases', 'cases'],
];

/** Actions that move money or change who may: no row of these is written for a role that may not. */
const moves = /^(transaction\.requested|hold\.registered|settlement\.begun|person\.|masterKey\.)/;

/** Every role at the real terminal: what its table of permissions denies is denied on the glass. */
describe('who may not, cannot', () => {
  let simulator: Simulator;
  let cashier: Cashier;
  let seen = 0;

  before(async () => {
    simulator = await Simulator.start({ args: ['--language', 'en'] });
    cashier = new Cashier(simulator);
    await simulator.until('home');
    await cashier.hold(50_000);
  });
  beforeEach(() => cashier.home());
  after(() => simulator?.stop());

  const rows = async (): Promise<readonly Row['event'][]> => {
    const all = await simulator.get<readonly (Row & { readonly seq: number })[]>(
      `/api/journal?after=${seen}&limit=1000`,
    );
    seen = all.at(-1)?.seq ?? seen;
    return all.map(({ event }) => event);
  };

  const signOn = async (role: Role): Promise<void> => {
    const [id, pin] = pins[role];
    await cashier.home();
    await cashier.tap('settings');
    await cashier.tap('signOff');
    await simulator.until('sign-in');
    await cashier.tap(`person-${id}`);
    await cashier.type(pin);
    await cashier.tap('enter');
    await simulator.until('home');
    await rows();
  };

  /** The screen that a touch leads to, and whether a refusal was journalled for this action. */
  const askedBy = async (id: string, action: Action): Promise<'denied' | 'asked' | 'begun'> => {
    await cashier.tap(id);
    const { name } = await simulator.screen();
    const events = await rows();
    assert.deepEqual(
      events.filter(({ kind }) => moves.test(kind)),
      [],
      `${action} wrote a row before anybody agreed`,
    );
    if (name === 'supervisor') return 'asked';
    if (name !== 'notice') return 'begun';
    assert.ok(
      events.some(({ kind, purpose }) => kind === 'operator.notAllowed' && purpose === action),
    );
    return 'denied';
  };

  const ends = { alone: 'begun', agreed: 'asked', never: 'denied' } as const;

  for (const role of roles)
    describe(role, () => {
      before(() => signOn(role));

      for (const [id, action] of atHome) {
        const cell = permission(action, role, defaults.policies);
        it(`${id}: ${cell}`, async () => {
          assert.equal(await askedBy(id, action), ends[cell]);
        });
      }

      it(`a card in the slot: ${permission('preauth', role, defaults.policies)}`, async () => {
        await simulator.insert('unionpay-credit');
        const denied = permission('preauth', role, defaults.policies) === 'never';
        await simulator.eventually(
          async () => ((await simulator.screen()).name === 'notice') === denied,
          'an answer to the card',
        );
        await simulator.remove();
        assert.ok(!(await rows()).some(({ kind }) => moves.test(kind)));
      });

      it(`the end of the day: ${permission('endOfDay', role, defaults.policies)}`, async () => {
        await cashier.tap('reports');
        await simulator.until('report');
        const cell = permission('endOfDay', role, defaults.policies);
        assert.equal(await askedBy('end-of-day', 'endOfDay'), ends[cell]);
      });

      for (const { id, may } of menu) {
        const cell = permission(may, role, defaults.policies);
        if (id === 'signOff' || id === 'language') continue;
        it(`${id} in the settings: ${cell}`, async () => {
          await cashier.tap('settings');
          const offered = (await simulator.screen()).actions.some((action) => action.id === id);
          assert.equal(offered, cell !== 'never', 'a row stands there only for who may begin it');
          if (offered && id !== 'theme') assert.equal(await askedBy(id, may), ends[cell]);
        });
      }
    });
});
