import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson } from '#db/canonical-json.ts';
import type { DomainEvent } from '#src/journal/events.ts';
import {
  filesOf,
  fill,
  holdOpened,
  openTestStore,
  tamper,
  testKeystore,
  testPan,
} from './helpers.ts';

const digits = testPan().reveal();

/** The number in every dress in which it might slip into a file. */
function disguises(): readonly [string, Buffer][] {
  const even = digits.length % 2 === 0 ? digits : `${digits}F`;
  const bcd = Buffer.from(even, 'hex');
  const ascii = Buffer.from(digits);
  return [
    ['ASCII', ascii],
    ['UTF-16LE', Buffer.from(digits, 'utf16le')],
    ['UTF-16BE', Buffer.from(digits, 'utf16le').swap16()],
    ['BCD', bcd.subarray(0, 9)],
    ['BCD, shifted', Buffer.from(`0${digits}`, 'hex').subarray(1)],
    ['hex of ASCII', Buffer.from(ascii.toString('hex'))],
    ['reversed', Buffer.from([...digits].reverse().join(''))],
    ['base64', Buffer.from(ascii.toString('base64').slice(0, 20))],
  ];
}

function assertNoNumber(folder: string, when: string): void {
  for (const [file, bytes] of filesOf(folder)) {
    for (const [name, pattern] of disguises()) {
      assert.ok(!bytes.includes(pattern), `${when}: ${name} in ${file}`);
    }
  }
}

const shredded = (token: string): DomainEvent => ({ kind: 'hold.shredded', holdId: 'h1', token });

test('a number is sealed with its hold, opened by its token, and gone when the hold ends', () => {
  const store = openTestStore();
  fill(store, 3);
  store.journal.append({ events: [holdOpened('h1')], seal: [{ token: 't1', pan: testPan() }] });
  assert.equal(store.vault.open('t1')?.reveal(), digits);
  assert.equal(store.vault.open('t2'), undefined);
  assertNoNumber(store.folder, 'while the hold lives');
  store.journal.append({ events: [shredded('t1')] });
  store.vault.shred('t1');
  store.vault.shred('t1');
  assert.equal(store.vault.open('t1'), undefined);
  assert.equal(store.keystore.epochs.size, 0);
  assertNoNumber(store.folder, 'after its end');
  store.close();
  assertNoNumber(store.folder, 'after the stop');
});

test('the sealed bytes themselves are in no file after the end of the hold', () => {
  const store = openTestStore();
  store.journal.append({
    events: [holdOpened('h1')],
    seal: [{ token: 'token-1', pan: testPan() }],
  });
  store.close();
  let sealed: Buffer = Buffer.alloc(0);
  tamper(store.folder, (db) => {
    sealed = db.prepare('SELECT sealed FROM vault').pluck().get() as Buffer;
  });
  const isThere = () => [...filesOf(store.folder).values()].some((bytes) => bytes.includes(sealed));
  assert.ok(isThere());
  const again = openTestStore({ folder: store.folder, keystore: store.keystore });
  again.vault.shred('token-1');
  assert.ok(!isThere());
  again.close();
  assert.ok(!isThere());
});

test('the key of a day lives until the last hold of that day has ended', () => {
  let now = Date.UTC(2026, 10, 23, 12);
  const store = openTestStore({ now: () => now });
  const open = (token: string) =>
    store.journal.append({ events: [holdOpened(token)], seal: [{ token, pan: testPan() }] });
  open('a');
  open('b');
  now += 24 * 60 * 60 * 1000;
  open('c');
  assert.equal(store.keystore.epochs.size, 2);
  store.vault.shred('a');
  assert.equal(store.keystore.epochs.size, 2);
  assert.ok(store.vault.open('b'));
  store.vault.shred('b');
  assert.equal(store.keystore.epochs.size, 1);
  assert.ok(store.vault.open('c'));
  store.close();
});

test('a hold on the day whose key was destroyed gets a key of its own, also after a restore', () => {
  const store = openTestStore();
  const open = (token: string) =>
    store.journal.append({ events: [holdOpened(token)], seal: [{ token, pan: testPan() }] });
  for (const token of ['a', 'b', 'c']) {
    open(token);
    assert.equal(store.vault.open(token)?.reveal(), digits);
    store.vault.shred(token);
    assert.equal(store.vault.open(token), undefined);
    assert.equal(store.keystore.epochs.size, 0);
  }
  store.close();
  tamper(store.folder, (db) => db.exec("DELETE FROM setting WHERE name = 'vaultEpoch'"));
  const again = openTestStore({ folder: store.folder, keystore: store.keystore });
  again.journal.append({ events: [holdOpened('d')], seal: [{ token: 'd', pan: testPan() }] });
  assert.equal(again.vault.open('d')?.reveal(), digits);
  again.close();
});

test('a number whose key was destroyed is simply not there', () => {
  const store = openTestStore();
  store.journal.append({ events: [holdOpened('a')], seal: [{ token: 'a', pan: testPan() }] });
  for (const epoch of [...store.keystore.epochs.keys()]) store.keystore.destroyEpoch(epoch);
  assert.equal(store.vault.open('a'), undefined);
  store.close();
});

test('a key that a power cut left behind is destroyed at the next start', () => {
  const store = openTestStore();
  store.journal.append({ events: [holdOpened('a')], seal: [{ token: 'a', pan: testPan() }] });
  store.close();
  tamper(store.folder, (db) => db.exec('DELETE FROM vault'));
  assert.equal(store.keystore.epochs.size, 1);
  openTestStore({ folder: store.folder, keystore: store.keystore }).close();
  assert.equal(store.keystore.epochs.size, 0);
});

test('sealed numbers cannot change places, and another terminal cannot open them', () => {
  const store = openTestStore();
  const other = testPan('6222020000000000219');
  store.journal.append({
    events: [holdOpened('a'), holdOpened('b')],
    seal: [
      { token: 'a', pan: testPan() },
      { token: 'b', pan: other },
    ],
  });
  store.close();
  const foreign = openTestStore({ folder: store.folder, keystore: testKeystore('terminal two') });
  assert.equal(foreign.vault.open('a'), undefined);
  assert.notEqual(foreign.vault.lookup(other), store.vault.lookup(other));
  foreign.close();
  tamper(store.folder, (db) =>
    db.exec("UPDATE vault SET sealed = (SELECT sealed FROM vault WHERE token = 'b')"),
  );
  const again = openTestStore({ folder: store.folder, keystore: store.keystore });
  assert.equal(again.vault.open('a'), undefined);
  assert.equal(again.vault.open('b')?.reveal(), other.reveal());
  again.close();
});

test('the same number has the same lookup, which says nothing of it', () => {
  const store = openTestStore();
  const lookup = store.vault.lookup(testPan());
  assert.match(lookup, /^[0-9a-f]{8}-[0-9a-f]{64}$/);
  assert.equal(store.vault.lookup(testPan()), lookup);
  assert.notEqual(store.vault.lookup(testPan('6222020000000000219')), lookup);
  store.close();
});

test('canonical JSON has one text for a value, and none for what JSON would falsify', () => {
  assert.equal(
    canonicalJson({ b: 1, a: [null, 'é', { 10: 1, 9: 2 }], c: undefined }),
    '{"a":[null,"é",{"10":1,"9":2}],"b":1}',
  );
  assert.equal(canonicalJson([-0, 1e21, 0.1]), '[0,1e+21,0.1]');
  for (const value of [Number.NaN, 1n, testPan(), new Date(0), () => 1, new Map()]) {
    assert.throws(() => canonicalJson({ value }), /canonical JSON/);
  }
  const circle: unknown[] = [];
  circle.push(circle);
  assert.throws(() => canonicalJson(circle), /too deep/);
});
