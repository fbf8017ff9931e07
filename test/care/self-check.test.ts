import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Check, CheckItem, DevicesThere } from '#src/care/check.ts';
import { type SelfKnowledge, selfCheck } from '#src/care/self-check.ts';
import { defaults } from '#src/config/defaults.ts';
import { restoredBanks, restoredCaKeys } from '#src/config/restored.ts';
import type { Config } from '#src/config/schema.ts';
import { settingsProblems } from '#src/recovery/self-check.ts';

const nowMs = Date.UTC(2026, 10, 23, 6);
const today = '20261123';
const dayMs = 86_400_000;

type Kept = Readonly<Record<string, unknown>>;

const sound: DevicesThere = { pinPad: true, head: 'there', messages: [{ channel: 'sms' }] };

const known = (
  change: Partial<SelfKnowledge> = {},
  config: Partial<Config> = {},
  kept: Kept = {},
): SelfKnowledge => {
  const counters: Kept = { backup: { atMs: nowMs - 60_000, secondPlace: 'none' }, ...kept };
  return {
    nowMs,
    today,
    config: { ...defaults, ...config },
    documents: {
      get: (_, id) =>
        counters[id] === undefined
          ? undefined
          : { id, state: '', sort: 0, keys: [], body: counters[id] },
      list: () => [],
      listUpTo: () => [],
      find: () => [],
      count: () => 0,
    },
    version: '1.0.0',
    signedIn: true,
    readerReady: true,
    devices: sound,
    network: 'ok',
    paper: 'ok',
    freePercent: 60,
    bankWants: new Set(),
    ...change,
  };
};

const badOnes = (one: SelfKnowledge): Check[] => selfCheck(one).filter(({ well }) => !well);
const [key = assert.fail('no key'), ...otherKeys] = defaults.caPublicKeys;
const [bank = assert.fail('no bank'), ...otherBanks] = defaults.hotlines;

describe('the self-check', () => {
  it('finds nothing on a sound terminal, and names every part', () => {
    assert.deepEqual(badOnes(known()), []);
    assert.equal(selfCheck(known()).length, 17);
  });

  it('has no line for a stripe reader or a way to guests that this terminal does not have', () => {
    const items = selfCheck(known({ devices: { pinPad: true, head: 'none', messages: [] } })).map(
      ({ item }) => item,
    );
    assert.equal(items.length, 15);
    assert.ok(!items.includes('head') && !items.includes('messages'));
  });

  for (const [name, item, to, by, one] of [
    [
      'a scheme whose cards it does not know',
      'cardTables',
      'cardTables',
      'technician',
      known(
        {},
        { applications: defaults.applications.filter(({ aid }) => !aid.startsWith('A000000333')) },
      ),
    ],
    [
      'a scheme key whose date is over',
      'cardTables',
      'cardTables',
      'technician',
      known({}, { caPublicKeys: [{ ...key, expiry: '20261122' }, ...otherKeys] }),
    ],
    [
      'a scheme key that is damaged by one digit',
      'cardTables',
      'cardTables',
      'technician',
      known({}, { caPublicKeys: [{ ...key, modulus: `00${key.modulus.slice(2)}` }, ...otherKeys] }),
    ],
    [
      'no scheme key at all',
      'cardTables',
      'cardTables',
      'technician',
      known({}, { caPublicKeys: [] }),
    ],
    [
      'tables of the bank that are over a year old',
      'cardTables',
      'fetchTables',
      'technician',
      known({}, {}, { tables: { atMs: nowMs - 400 * dayMs, tables: {} } }),
    ],
    [
      'a download that was not taken',
      'cardTables',
      'fetchTables',
      'technician',
      known({}, {}, { tablesRefused: { atMs: nowMs, item: '', problem: 'hash' } }),
    ],
    [
      'new tables that wait at the bank',
      'cardTables',
      'fetchTables',
      'technician',
      known({ bankWants: new Set([1]) }),
    ],
    ['an empty table of banks', 'banks', 'banks', 'technician', known({}, { hotlines: [] })],
    [
      'first digits that two banks claim',
      'banks',
      'banks',
      'technician',
      known({}, { hotlines: [bank, ...otherBanks, { ...bank, phone: '400 555 0000' }] }),
    ],
    [
      'first digits that no card has',
      'banks',
      'fetchTables',
      'technician',
      known({}, { hotlines: [...defaults.hotlines, { ...bank, bins: ['999999'] }] }),
    ],
    ['a bank that was not signed in to', 'keys', 'signIn', 'anybody', known({ signedIn: false })],
    [
      'a terminal number of zeros',
      'merchant',
      'none',
      'bank',
      known({}, { merchant: { ...defaults.merchant, terminalId: '00000000' } }),
    ],
    [
      'a clock that is an hour off the bank',
      'clock',
      'none',
      'technician',
      known({}, {}, { signIn: { atMs: nowMs, clockOffsetSeconds: -3_600 } }),
    ],
    ['no line', 'line', 'testLine', 'anybody', known({ network: 'down' })],
    ['a reader that is gone', 'reader', 'none', 'shop', known({ readerReady: false })],
    [
      'a PIN pad that is unplugged',
      'pinPad',
      'none',
      'shop',
      known({ devices: { ...sound, pinPad: false } }),
    ],
    [
      'a stripe reader whose lines are gone',
      'head',
      'none',
      'technician',
      known({ devices: { ...sound, head: 'gone' } }),
    ],
    [
      'a modem without a network',
      'messages',
      'none',
      'shop',
      known({ devices: { ...sound, messages: [{ channel: 'sms', trouble: 'noSignal' }] } }),
    ],
    ['no paper', 'paper', 'none', 'shop', known({ paper: 'out' })],
    ['a disk that is nearly full', 'storage', 'none', 'technician', known({ freePercent: 4 })],
    [
      'a backup of yesterday',
      'backup',
      'backUp',
      'anybody',
      known({}, {}, { backup: { atMs: nowMs - dayMs, secondPlace: 'none' } }),
    ],
    [
      'a drill that failed',
      'drill',
      'drill',
      'anybody',
      known({}, {}, { drill: { atMs: nowMs, ok: false, durationMs: 900 } }),
    ],
    [
      'a version that has run for years',
      'version',
      'askUpdate',
      'anybody',
      known({}, {}, { versionSince: { version: '1.0.0', sinceMs: nowMs - 800 * dayMs } }),
    ],
    [
      'a chip reader that fails every second card',
      'cleaning',
      'clean',
      'anybody',
      known(
        {},
        {},
        {
          reads: {
            sinceMs: 0,
            chip: { reads: 40, retried: 0, unread: 20, weak: 0, recent: 'gu'.repeat(20) },
            stripe: { reads: 0, retried: 0, unread: 0, weak: 0, recent: '' },
            tracks: [0, 0, 0],
            placesCm: [],
          },
        },
      ),
    ],
  ] as const)
    it(`names ${name}, what repairs it and who may`, () => {
      assert.deepEqual(
        badOnes(one).map((check) => [check.item, check.repair] as const),
        [[item satisfies CheckItem, { to, by }]],
      );
    });
});

describe('what a repair makes of it', () => {
  it('a damaged key, one that is over and one that is missing are those of the factory again', () => {
    const [second = assert.fail('one key only'), third = assert.fail('two keys only')] = otherKeys;
    const spoilt = [
      { ...key, modulus: `00${key.modulus.slice(2)}` },
      { ...second, expiry: '20200101' },
      ...otherKeys.filter((one) => one !== second && one !== third),
    ];
    const config = {
      ...defaults,
      caPublicKeys: restoredCaKeys({ ...defaults, caPublicKeys: spoilt }, today),
    };
    assert.equal(config.caPublicKeys.length, defaults.caPublicKeys.length);
    assert.deepEqual(badOnes(known({}, config)), []);
  });

  it('first digits stay with the bank that had them first', () => {
    const hotlines = restoredBanks({
      ...defaults,
      hotlines: [bank, { ...bank, phone: '400 555 0000' }, ...otherBanks],
    });
    assert.deepEqual(hotlines, defaults.hotlines);
    assert.deepEqual(restoredBanks({ ...defaults, hotlines: [] }), defaults.hotlines);
  });
});

it('a damaged scheme key is evidence when a card is not taken', () => {
  const caPublicKeys = defaults.caPublicKeys
    .filter(({ rid }) => rid === 'A000000003')
    .map((one) => ({ ...one, modulus: `00${one.modulus.slice(2)}` }));
  const others = defaults.caPublicKeys.filter(({ rid }) => rid !== 'A000000003');
  const config = { ...defaults, caPublicKeys: [...others, ...caPublicKeys] };
  assert.deepEqual(settingsProblems({ config, today, bankWants: new Set() }), [
    { type: 'settingsProblem', item: 'caKeyMissing', detail: 'Visa' },
  ]);
});
