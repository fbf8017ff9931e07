import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDocument, continueIncident, openIncident } from '#src/incident/incident.ts';
import { type CaseEvent, caseStates, caseTransitions, isFinished } from '#src/incident/machine.ts';
import { followUpText } from '#src/incident/words.ts';
import type { EventOf } from '#src/journal/events.ts';
import { cny } from '#src/money.ts';

const incidentId = '00000001-26-1123-07';
const of = { incidentId, operator: '01' };
const diagnosis = {
  cause: 'network',
  finding: 'noLine',
  code: 'N1',
  because: [],
  alternatives: [],
  remedies: [],
} as const;
const opened = { kind: 'incident.opened', amount: cny(50_000), diagnosis, ...of } as const;
const fresh = openIncident(opened, 1, '1123-07');

type Row = Parameters<typeof continueIncident>[1];
const after = (...rows: readonly Row[]) =>
  rows.reduce((incident, row, index) => continueIncident(incident, row, index + 2), fresh);

const waiting: EventOf<'incident.waiting'> = {
  kind: 'incident.waiting',
  waitsFor: 'bank',
  dueAtMs: 99,
  ...of,
};
const resolved = { kind: 'incident.resolved', incidentId, result: 'held' } as const;
const reported = { kind: 'incident.reported', party: 'bank', ...of } as const;
const closed = { kind: 'incident.closed', result: 'held', ...of } as const;
const reopened = { kind: 'incident.reopened', why: 'byHand', ...of } as const;
const retried = { kind: 'incident.remedyStarted', incidentId, remedy: 'readAgain' } as const;

describe('the states of a case', () => {
  const ways: readonly (readonly [readonly Row[], string])[] = [
    [[], 'open'],
    [[waiting], 'waiting'],
    [[waiting, { kind: 'incident.cameBack', ...of }], 'open'],
    [[waiting, retried], 'open'],
    [[waiting, resolved], 'resolved'],
    [[reported], 'open'],
    [[resolved, reported], 'reported'],
    [[resolved, reported, closed], 'closed'],
    [[resolved, waiting], 'resolved'],
    [[closed, waiting], 'closed'],
    [[closed, retried], 'closed'],
    [[closed, reopened], 'open'],
    [[resolved, reported, closed, reopened, waiting], 'waiting'],
  ];
  for (const [rows, state] of ways) {
    const way = rows.map(({ kind }) => kind.slice('incident.'.length)).join(', ') || 'nothing';
    it(`after ${way} it is ${state}`, () => assert.equal(after(...rows).state, state));
  }

  it('end only with a result, and every finished state can be opened again', () => {
    for (const state of caseStates) {
      const leads = caseTransitions[state];
      const finished = (['resolved', 'reported', 'closed'] as readonly string[]).includes(state);
      assert.equal(leads.reopened, finished ? 'open' : undefined, state);
      for (const [event, to] of Object.entries(leads) as [CaseEvent, string][])
        if (to === 'closed' && state !== 'closed') assert.equal(event, 'closed');
    }
    assert.equal(isFinished('waiting'), false);
    assert.equal(after(closed).result, 'held');
  });

  it('forget the wait that is over, and the result that did not hold', () => {
    assert.deepEqual(after(waiting).waiting, { who: 'bank', dueAtMs: 99 });
    assert.equal(after(waiting, resolved).waiting, undefined);
    assert.equal(after(resolved, closed, reopened).result, undefined);
  });

  it('say to whom a case was reported, once each, even after its end', () => {
    const again = { ...reported, party: 'vendor' } as const;
    const told = after(resolved, reported, closed, again, reported);
    assert.deepEqual(told.reportedTo, ['bank', 'vendor']);
    assert.equal(told.state, 'closed');
  });

  it('read rows that were written before there was a follow-up', () => {
    const note = { kind: 'incident.note', text: '芯片已黑', ...of } as const;
    const linked = { kind: 'incident.linked', incidentId, holdId: 'h1' } as const;
    const old = after(retried, note, linked, resolved, closed);
    assert.deepEqual(
      old.timeline.map(({ what }) => what),
      ['opened', 'way', 'note', 'linked', 'resolved', 'closed'],
    );
    assert.deepEqual([old.state, old.holdId, old.resolvedAtMs], ['closed', 'h1', 5]);
  });

  it('hold the slips of a case in its timeline', () => {
    assert.deepEqual(addDocument(fresh, 'deposit', 7).timeline.at(-1), {
      atMs: 7,
      what: 'document',
      document: 'deposit',
    });
  });
});

describe('the lines of a follow-up', () => {
  const lines = after(waiting, reported, { kind: 'incident.cameBack', ...of }).timeline;
  it('are said in both languages', () => {
    assert.deepEqual(
      lines.map((line) => followUpText(line, 'en', '12-02 09:00')),
      [
        undefined,
        'Waits for our bank until 12-02 09:00',
        'Reported to the bank',
        'The wait is over',
      ],
    );
    assert.deepEqual(
      lines.map((line) => followUpText(line, 'zh-CN', '12-02 09:00')),
      [undefined, '等收单行 到 12-02 09:00', '报给 收单行', '等到了'],
    );
  });
});
