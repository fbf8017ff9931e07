import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CaseChoice } from '#src/desk/view/case.ts';
import type { Incident } from '#src/incident/incident.ts';
import { Shop } from './shop.ts';

const dayMs = 86_400_000;

/** A wish whose chip did not answer, left by the cashier. */
async function leaveCase(shop: Shop): Promise<Incident> {
  const known = new Set(shop.incidents().map(({ incidentId }) => incidentId));
  await shop.until('home');
  shop.tap({ type: 'go', to: 'preauth' });
  shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
  shop.tap({ type: 'primary' });
  await shop.until('present-card');
  shop.slot.insert('dead-chip');
  await shop.until('why');
  shop.slot.remove();
  shop.tap({ type: 'back' });
  await shop.until('home');
  const opened = shop.incidents().find(({ incidentId }) => !known.has(incidentId));
  assert.ok(opened);
  return opened;
}

const now = (shop: Shop, incidentId: string): Incident => {
  const found = shop.incidents().find((one) => one.incidentId === incidentId);
  assert.ok(found);
  return found;
};

async function openCase(shop: Shop, incidentId: string): Promise<void> {
  shop.tap({ type: 'go', to: 'cases' });
  await shop.until('cases');
  shop.tap({ type: 'openCase', incidentId });
  await shop.until('case', (screen) => screen.incidentId === incidentId);
}

/** Rows of the questions about a case, one after the other, and back at the case. */
async function choose(shop: Shop, ...choices: readonly CaseChoice[]): Promise<void> {
  shop.tap({ type: 'caseSteps' });
  for (const choice of choices) {
    await shop.until('case-choice', (screen) => screen.choices.includes(choice));
    shop.tap({ type: 'caseChoice', choice });
  }
}

async function home(shop: Shop): Promise<void> {
  while (shop.screen.name !== 'home') {
    shop.tap({ type: 'back' });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a case that was left', () => {
  let shop: Shop;
  let opened: Incident;
  before(async () => {
    shop = await Shop.open();
    opened = await leaveCase(shop);
  });
  after(() => shop.close());

  it('waits for the guest until tomorrow, and is counted at home all the while', async () => {
    await openCase(shop, opened.incidentId);
    await choose(shop, 'step:wait', 'who:customer', 'until:tomorrow');
    const screen = await shop.until('case', ({ state }) => state === 'waiting');
    assert.equal(screen.waitsFor, 'customer');
    assert.equal(screen.due?.overdue, false);
    assert.equal(screen.due?.days, -1);
    await home(shop);
    const { openCases, dueCases } = await shop.until('home');
    assert.deepEqual([openCases, dueCases], [1, 0]);
  });

  it('keeps what was said, to whom and by whom', async () => {
    await openCase(shop, opened.incidentId);
    await choose(shop, 'step:spoke', 'who:customer', 'outcome:willCome');
    await shop.until('case');
    await choose(shop, 'step:note', 'phrase:bankTicketFigure');
    await shop.until('case-figure');
    shop.type('603127');
    shop.tap({ type: 'primary' });
    await shop.until('case');
    const lines = now(shop, opened.incidentId).timeline.slice(-2);
    assert.deepEqual(
      lines.map(({ what, who, outcome, phrase, text }) => ({ what, who, outcome, phrase, text })),
      [
        {
          what: 'spoken',
          who: 'customer',
          outcome: 'willCome',
          phrase: undefined,
          text: undefined,
        },
        {
          what: 'phrase',
          who: undefined,
          outcome: undefined,
          phrase: 'bankTicketFigure',
          text: '603127',
        },
      ],
    );
    assert.equal(now(shop, opened.incidentId).state, 'waiting');
    await home(shop);
  });

  it('is overdue when nobody came, stands first in the list and on the slip of the day', async () => {
    const younger = await leaveCase(shop);
    shop.advance(2 * dayMs);
    await shop.until('home', ({ dueCases }) => dueCases === 1);
    shop.tap({ type: 'go', to: 'cases' });
    const { rows } = await shop.until('cases');
    assert.deepEqual(
      rows.map(({ incidentId }) => incidentId),
      [opened.incidentId, younger.incidentId],
    );
    assert.deepEqual([rows[0]?.due?.overdue, rows[0]?.due?.days], [true, 1]);
    await home(shop);
    shop.tap({ type: 'go', to: 'report' });
    await shop.until('report');
    shop.tap({ type: 'print' });
    await shop.until('report');
    const slip = shop.store.documents.list('slip').at(-1)?.body as { day?: { cases: unknown } };
    assert.deepEqual(slip.day?.cases, { count: 2, open: 2, due: 1 });
    await home(shop);
  });

  it('closes with a result only, and keeps the lesson that was learned', async () => {
    await openCase(shop, opened.incidentId);
    shop.tap({ type: 'close' });
    const asked = await shop.until('case', ({ closing }) => closing !== undefined);
    assert.ok(asked.closing?.includes('customerLeft'));
    assert.equal(now(shop, opened.incidentId).state, 'waiting');
    shop.tap({ type: 'closeWith', result: 'customerLeft' });
    await shop.until('case-choice', ({ question }) => question === 'lesson');
    shop.tap({ type: 'caseChoice', choice: 'lesson:cleanFirst' });
    await shop.until('case', ({ state }) => state === 'closed');
    const closed = now(shop, opened.incidentId);
    assert.deepEqual(
      [closed.state, closed.result, closed.lesson, closed.waiting],
      ['closed', 'customerLeft', 'cleanFirst', undefined],
    );
    await home(shop);
  });

  it('teaches the next time the same is found', async () => {
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('dead-chip');
    const { lesson } = await shop.until('why');
    assert.equal(lesson, 'cleanFirst');
    shop.slot.remove();
    shop.tap({ type: 'back' });
    await home(shop);
  });

  it('is opened again by hand, without its result', async () => {
    await openCase(shop, opened.incidentId);
    await choose(shop, 'step:reopen');
    const screen = await shop.until('case', ({ state }) => state === 'open');
    assert.equal(screen.result, undefined);
    await home(shop);
  });
});

describe('a case whose hold comes back', () => {
  it('is open again when the bank does not take the charge that ended it', async () => {
    const shop = await Shop.open({
      config: {
        policies: { completionAs: 'advice' },
        acquirer: { retrySeconds: 1, adviceTries: 1 },
      },
    });
    after(() => shop.close());
    const hold = await shop.hold();
    const incidentId = 'case-of-the-hold';
    shop.store.journal.append({
      events: [
        { kind: 'incident.opened', incidentId, amount: hold.amount, operator: '01', diagnosis },
        { kind: 'incident.linked', incidentId, holdId: hold.holdId },
        { kind: 'incident.resolved', incidentId, result: 'held' },
        { kind: 'incident.closed', incidentId, result: 'held', operator: '01' },
      ],
    });
    assert.equal(now(shop, incidentId).state, 'closed');
    const kinds = ['completionAdvice' as const];
    await shop.bank.setBehaviour({ mode: 'decline', code: '25', withoutMac: true, kinds });
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId: hold.holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('complete', ({ advice }) => advice === 'again');
    shop.type('50000');
    shop.tap({ type: 'primary' });
    await shop.until('done');
    shop.tap({ type: 'primary' });
    shop.tap({ type: 'back' });
    await shop.until('notice', ({ notice }) => notice.type === 'adviceSuspended');
    const again = now(shop, incidentId);
    assert.deepEqual([again.state, again.result], ['open', undefined]);
    assert.ok(again.timeline.some(({ why }) => why === 'adviceRefused'));
    assert.equal(shop.incidents().length, 1, 'no second case for the same hold');
  });
});

const diagnosis = {
  cause: 'network',
  finding: 'noLine',
  code: 'N1',
  because: [],
  alternatives: [],
  remedies: [],
} as const;

describe('the report of a case', () => {
  it('marks the case, prints it and leaves files for the party, once each', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    const { incidentId } = await leaveCase(shop);
    await openCase(shop, incidentId);
    await choose(shop, 'step:report', 'party:vendor');
    await shop.until('case');
    const reports = join(shop.folder, 'reports');
    assert.deepEqual(
      readdirSync(reports).sort(),
      ['csv', 'json', 'pdf'].map((format) => `case-${incidentId}-vendor.${format}`),
    );
    const file = JSON.parse(readFileSync(join(reports, `case-${incidentId}-vendor.json`), 'utf8'));
    assert.equal(file.fields.terminalId, shop.config.merchant.terminalId);
    assert.equal(file.fields.amount, undefined);
    assert.deepEqual(now(shop, incidentId).reportedTo, ['vendor']);
    assert.equal(now(shop, incidentId).state, 'open');
  });

  it('shows the month and the weeks, and says what became of an export', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'stick-'));
    const shop = await Shop.open({ config: { reports: { exportFolder: stick } } });
    after(() => shop.close());
    await leaveCase(shop);
    shop.tap({ type: 'go', to: 'report' });
    await shop.until('report', ({ tab }) => tab === 'totals');
    shop.tap({ type: 'tab', tab: 'cause' });
    const shown = await shop.until('report', ({ tab }) => tab === 'cause');
    assert.deepEqual([shown.cases, shown.casesBefore, shown.byCause.length], [1, 0, 1]);
    assert.deepEqual([shown.weeks.length, shown.weeks.at(-1)?.count], [6, 1]);
    shop.tap({ type: 'export' });
    await shop.until('report', ({ saving }) => saving === 'doneWithStick');
    assert.equal(readdirSync(stick).length, 6, 'two weeks in three formats');
    rmSync(stick, { recursive: true });
    writeFileSync(stick, 'a file where the stick was');
    shop.tap({ type: 'export' });
    await shop.until('report', ({ saving }) => saving === 'stickMissing');
    rmSync(stick);
  });
});
