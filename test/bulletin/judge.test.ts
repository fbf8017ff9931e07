import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { BulletinFile } from '#hal/bulletins/contract.ts';
import type { BulletinEvent, BulletinProblem } from '#src/bulletin/events.ts';
import { inOrder, judge } from '#src/bulletin/judge.ts';
import { keptBulletins, stateOf, unreadBy } from '#src/bulletin/kept.ts';
import { projectBulletins } from '#src/bulletin/projector.ts';
import { defaults } from '#src/config/defaults.ts';
import { configInForce } from '#src/config/in-force.ts';
import { bulletinsInForce } from '#src/recovery/bulletins.ts';
import { MemoryDocuments } from '../seeds/books.ts';
import { content, file, hourMs, iso, tenMs, words } from './publisher.ts';

/** A terminal's records about bulletins: what is taken is written, as the desk does it. */
class Records {
  readonly documents = new MemoryDocuments();
  nowMs = tenMs + hourMs;
  readonly config: typeof defaults;

  constructor(policies: Partial<typeof defaults.policies> = {}) {
    this.config = { ...defaults, policies: { ...defaults.policies, ...policies } };
  }

  take(given: BulletinFile) {
    const { config, documents, nowMs } = this;
    const judged = judge(given, { config, documents, nowMs });
    if (judged.type === 'taken')
      this.write({ kind: 'bulletin.received', bulletin: judged.bulletin });
    if (judged.type === 'refused')
      this.write({ kind: 'bulletin.refused', refused: judged.refused });
    return judged;
  }

  write(event: BulletinEvent): void {
    const row = { seq: 1, id: '', bootId: '', monoNs: 0n, wallMs: this.nowMs, event, hash: '' };
    projectBulletins(this.documents, row);
  }

  get policies() {
    return configInForce(this.config, this.documents, this.nowMs).policies;
  }
}

const altered = () => {
  const { name, bytes } = file();
  const said = JSON.parse(new TextDecoder().decode(bytes)) as { payload: string };
  const other = Buffer.from(JSON.stringify(content({ until: iso(tenMs + 90 * hourMs) })));
  const text = JSON.stringify({ ...said, payload: other.toString('base64') });
  return { name, bytes: new TextEncoder().encode(text) };
};
const text = (said: string) => ({ name: 'x.json', bytes: new TextEncoder().encode(said) });

const refused: readonly (readonly [string, BulletinFile, BulletinProblem])[] = [
  ['a file that is no JSON', text('hello'), 'format'],
  ['a file that is JSON but no envelope', text('{"a":1}'), 'format'],
  ['one that was altered after it was signed', altered(), 'signature'],
  ['one by somebody whose key is not configured', file({}, 'stranger'), 'unknownSigner'],
  ['one whose time is over', file({ until: iso(tenMs + 1_000) }), 'expired'],
  ['one that ends before it begins', file({ until: iso(tenMs - 1) }), 'format'],
  ['one in a format of later software', file({ version: 2, what: 'new' }), 'newerFormat'],
  ['one with a field nobody knows', file({ shutDown: true }), 'format'],
  ['one that makes holds last longer', file({ changes: { validityDays: 31 } }), 'notAllowed'],
  [
    'one that lets more be charged',
    file({ changes: { completionLimitPercent: 130 } }),
    'notAllowed',
  ],
  ['a rule of the vendor', file({ changes: { validityDays: 20 } }, 'vendor'), 'notAllowed'],
  [
    'a telephone number of the merchant',
    file({ changes: { defaultHotline: '400 555 0000' } }, 'merchant'),
    'notAllowed',
  ],
  ['a change of anything else', file({ changes: { cardAbsentPreauthAllowed: true } }), 'format'],
  ['control characters in its words', file({ title: words('主机', 'a\u001b[2Jb') }), 'format'],
];

describe('what is not taken', () => {
  for (const [what, given, problem] of refused)
    it(`${what}: ${problem}`, () => {
      const records = new Records();
      const judged = records.take(given);
      assert.equal(judged.type, 'refused');
      assert.equal(judged.type === 'refused' && judged.refused.problem, problem);
      assert.deepEqual(keptBulletins(records.documents), []);
      assert.equal(records.take(given).type, 'known', 'said once, however often it is found');
    });

  it('a file that is too large is not even read', () => {
    const judged = new Records().take({ name: 'large.json' });
    assert.equal(judged.type === 'refused' && judged.refused.problem, 'tooLarge');
  });

  it('one that was replayed: a number is taken once, and never an older one', () => {
    const records = new Records();
    assert.equal(records.take(file({ number: 8 })).type, 'taken');
    assert.equal(records.take(file({ number: 8 })).type, 'known');
    for (const number of [7, 8]) {
      const judged = records.take(file({ number, title: words('又来', 'Again') }));
      assert.equal(judged.type === 'refused' && judged.refused.problem, 'olderNumber');
    }
    assert.equal(records.take(file({ number: 7 }, 'merchant')).type, 'taken', 'each counts alone');
  });

  it('any change of a single character of a file', () => {
    const { name, bytes } = file();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoilt = bytes.slice();
        spoilt[at] = (spoilt[at] ?? 0) ^ change;
        const judged = new Records().take({ name, bytes: spoilt });
        // A blank for a line end, a letter of a name that means nothing: what was signed is the same.
        const same = judged.type === 'taken' && judged.bulletin.number === 7;
        assert.ok(judged.type === 'refused' || same);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is taken', () => {
  it('several on one stick, whatever they are called, in the order of their numbers', () => {
    const records = new Records();
    const files = [file({ number: 9 }, 'bank', 'a.json'), file({ number: 8 }, 'bank', 'b.json')];
    for (const each of inOrder(files, defaults)) assert.equal(records.take(each).type, 'taken');
    assert.deepEqual(
      keptBulletins(records.documents).map(({ id }) => id),
      ['bank-8', 'bank-9'],
    );
  });

  it('explains a silent bank from its beginning to its end, and only for the cards it names', () => {
    const records = new Records();
    records.take(file({ number: 8, from: iso(tenMs + 2 * hourMs) }));
    records.take(file({ number: 9, bins: ['622210'] }));
    records.take(file({ number: 10, kind: 'rules' }));
    const ids = (atMs: number, digits?: string) =>
      bulletinsInForce(records.documents, atMs, digits).map(({ number }) => number);
    assert.deepEqual(ids(tenMs + hourMs), []);
    assert.deepEqual(ids(tenMs + hourMs, '62221088'), [9]);
    assert.deepEqual(ids(tenMs + 2 * hourMs), [8]);
    assert.deepEqual(ids(tenMs + 5 * hourMs, '62221088'), []);
  });

  it('changes the rules from its date on, not before and not after', () => {
    const records = new Records();
    const changes = { validityDays: 25, completionLimitPercent: 110 };
    records.take(file({ kind: 'rules', from: iso(tenMs + 2 * hourMs), changes }));
    assert.equal(records.policies.validityDays, 30);
    records.nowMs = tenMs + 2 * hourMs;
    assert.equal(records.policies.validityDays, 25);
    assert.equal(records.policies.completionLimitPercent, 110);
    records.nowMs = tenMs + 5 * hourMs;
    assert.equal(records.policies.validityDays, 30);
  });

  it('two rules at once: the stricter one holds, whichever came last', () => {
    const records = new Records();
    records.take(file({ number: 8, changes: { validityDays: 20 } }));
    records.take(file({ number: 9, changes: { validityDays: 28 } }));
    assert.equal(records.policies.validityDays, 20);
  });

  it('a shorter life of holds is shorter for every scheme', () => {
    const records = new Records({ validityDaysByBrand: { Visa: 31, Mastercard: 7 } });
    records.take(file({ changes: { validityDays: 20 } }));
    assert.deepEqual(records.policies.validityDaysByBrand, { Visa: 20, Mastercard: 7 });
  });

  it('new card numbers get their bank and its hotline', () => {
    const records = new Records();
    const bank = words('新港银行', 'New Harbour Bank');
    const hotlines = [{ bins: ['622299', '411111'], bank, phone: '400 555 0199' }];
    records.take(file({ kind: 'newCards', changes: { hotlines } }));
    const { hotlines: now } = configInForce(defaults, records.documents, records.nowMs);
    const of = (bin: string) =>
      now.filter(({ bins }) => bins.includes(bin)).map(({ phone }) => phone);
    assert.deepEqual(of('622299'), ['400 555 0199']);
    assert.deepEqual(of('411111'), ['400 555 0199'], 'in place of what was there');
    assert.deepEqual(of('622210'), ['400 555 0127'], 'the others stay');
  });

  it('is taken back by a later one of the same issuer, and by nobody else', () => {
    const records = new Records();
    records.take(file({ number: 8, changes: { validityDays: 20 } }));
    records.take(file({ number: 8, kind: 'news', withdraws: [8] }, 'merchant'));
    assert.equal(records.policies.validityDays, 20);
    records.take(file({ number: 9, kind: 'news', withdraws: [8] }));
    assert.equal(records.policies.validityDays, 30);
    const [first] = keptBulletins(records.documents);
    assert.equal(first && stateOf(first, records.nowMs), 'withdrawn');
  });

  it('is unread for each operator until that one has read it', () => {
    const records = new Records();
    records.take(file());
    const unread = (operator: string) =>
      unreadBy(operator, records.documents, records.nowMs).map(({ id }) => id);
    assert.deepEqual(unread('01'), ['bank-7']);
    records.write({ kind: 'bulletin.acknowledged', id: 'bank-7', operator: '01' });
    assert.deepEqual([unread('01'), unread('02')], [[], ['bank-7']]);
    records.nowMs = tenMs + 5 * hourMs;
    assert.deepEqual(unread('02'), [], 'what is over is not shown');
  });
});
