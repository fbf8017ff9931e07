import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { IncidentResult } from '#src/journal/events.ts';
import type { Cause, RemedyKind } from '#src/recovery/evidence.ts';
import { ScriptProcess, Simulator } from '../device/simulator.ts';
import { CaseWalker } from './case-walker.ts';
import { policyPairs } from './policy-pairs.ts';

type Step = (walker: CaseWalker) => Promise<unknown>;
type Row = {
  readonly what: string;
  readonly cause: Cause;
  /** A fault with which the terminal starts anew, before the wish. */
  readonly broken?: string;
  /** From the question for a card to the reasons. */
  readonly fails: Step;
  /** The same failure once more, from the question for a card. */
  readonly again?: Step;
  /** What becomes well again before the last way is taken. */
  readonly mends?: Step;
  /** Ways after which it would be another cause. */
  readonly skips?: readonly RemedyKind[];
  /** The way that ends it, played to its end, and the result with which the case is closed. */
  readonly ends: readonly [RemedyKind, Step, IncidentResult];
};

const insert = (card: string) => (w: CaseWalker) => w.pay(card, false);
const swipe = (card: string) => async (w: CaseWalker) => {
  await w.shop.call('POST', '/api/reader/remove', {});
  await w.shop.post('/api/head/swipe', { card });
};
const pay = (card: string) => async (w: CaseWalker) => {
  await w.pay(card);
  await w.shop.until('result');
};
const fault =
  (name: string, more: object = {}) =>
  async (w: CaseWalker) => {
    await w.shop.post('/api/faults', { name, ...more });
  };
const mended: Step = (w) => w.shop.call('DELETE', '/api/faults');
const bankSays = (code: string) => (w: CaseWalker) =>
  w.shop.post('/api/bank/behaviour', { mode: 'decline', code, kinds: ['preauth'] });
const bankWell: Step = (w) => w.shop.post('/api/bank/behaviour', { mode: 'approve' });
const inOrder =
  (...steps: readonly Step[]): Step =>
  async (w) => {
    for (const step of steps) await step(w);
  };
const takeOut: Step = (w) => w.shop.call('POST', '/api/reader/remove', {});
const asked: Step = (w) => w.shop.until('present-card');
/** A reader that is gone does not even ask. */
const askedOrFailed: Step = (w) =>
  w.shop.eventually(
    async () => ['present-card', 'why', 'declined'].includes((await w.shop.screen()).name),
    'the question for a card',
  );
const done: Step = (w) => w.shop.until('result');
const primary: Step = (w) => w.tap('primary');
const tap =
  (...ids: readonly string[]): Step =>
  async (w) => {
    for (const id of ids) await w.tap(id);
  };
const supervisor: Step = (w) => w.cashier.supervisor();
/** A card that falls out half-way: it opens the case in which a plain no is then recorded. */
const pulled = inOrder(fault('cardPulledAtApdu', { apdu: 4 }), insert('unionpay-credit'));
const refusedWith = (code: string): Step =>
  inOrder(
    pulled,
    (w) => w.reasons(),
    bankSays(code),
    (w) => w.take('readAgain'),
    asked,
    (w) => w.pay('unionpay-credit'),
  );
const typeNumber =
  (digits: string): Step =>
  async (w) => {
    await w.shop.until('type-number');
    await w.cashier.type(digits);
  };
const good = '6222000000014471';
const swapped = '6222000000014741';
const byPhone = inOrder(
  (w) => w.shop.until('call-issuer'),
  tap('field-code'),
  (w) => w.cashier.type('1234561235'),
  primary,
  typeNumber(good),
  primary,
  tap('tick-lastFourMatch', 'tick-cardSeen', 'tick-supervisor'),
  supervisor,
  primary,
  done,
);

/** 55: the PIN is asked again at once, until the tries of the terminal are over. */
const wrongPins: Step = async (w) => {
  for (let i = 0; i < 5; i++) {
    await w.shop.eventually(
      async () => ['pin', 'declined', 'why'].includes((await w.shop.screen()).name),
      'the PIN again',
    );
    if ((await w.shop.screen()).name !== 'pin') return;
    await w.shop.pin('123456');
  }
};
const refusedThenOther = (card: string, pin: boolean): Step =>
  inOrder(
    (w) => w.shop.until('declined'),
    (w) => w.tap('primary'),
    asked,
    (w) => w.pay(card, pin),
  );
const swipeAndPin = inOrder(asked, swipe('dead-chip'), (w) => w.shop.pin('123456'));
const deadSlot = inOrder(fault('contactsDirty'), insert('unionpay-credit'));
const silentSwipe = swipe('stripe-only');
const twoAccounts = async (w: CaseWalker) => {
  await w.pay('two-applications', false);
  await w.shop.until('choose-application');
};
/** One of the accounts; the one that failed is not asked about again. */
const anAccount: Step = async (w) => {
  await w.pay('two-applications', false);
  await w.shop.eventually(
    async () => ['choose-application', 'pin'].includes((await w.shop.screen()).name),
    'an account or the PIN',
  );
  if ((await w.shop.screen()).name === 'choose-application') await w.tap('choose-0');
  await w.shop.pin('123456');
};
const dirtyAfterTheChoice = inOrder(
  twoAccounts,
  fault('contactsBreakAtApdu', { apdu: 3 }),
  tap('choose-0'),
);
const anotherCard = (step: Step): Step =>
  inOrder(
    (w) => w.reasons(),
    (w) => w.take('otherCard'),
    asked,
    step,
  );

const rows: readonly Row[] = [
  // First of all: once the bank’s tables were fetched they are laid over what is missing.
  {
    what: 'a card type is missing; a technician puts it back',
    cause: 'settings',
    broken: 'cardTableMissing',
    fails: insert('unionpay-credit'),
    again: insert('unionpay-credit'),
    skips: ['updateParameters'],
    ends: [
      'repairSettings',
      inOrder(
        tap('repair-cardTables'),
        (w) => w.cashier.supervisor('135791'),
        (w) => w.shop.until('settings-check'),
        primary,
        (w) => w.shop.pin('123456'),
        done,
      ),
      'held',
    ],
  },
  {
    what: 'a dead chip; its stripe is taken, as the shop allows after one failure',
    cause: 'damagedOrExpired',
    fails: insert('dead-chip'),
    again: insert('dead-chip'),
    skips: ['otherCard'],
    ends: ['swipe', inOrder(swipe('dead-chip'), (w) => w.shop.pin('123456'), done), 'held'],
  },
  {
    what: 'the card falls out half-way; it is left in',
    cause: 'operator',
    fails: pulled,
    again: pulled,
    ends: ['readAgain', pay('unionpay-credit'), 'held'],
  },
  {
    what: 'dirty contacts with two accounts on the chip; the other one is read',
    cause: 'damagedOrExpired',
    fails: dirtyAfterTheChoice,
    ends: [
      'otherApplication',
      inOrder(insert('two-applications'), (w) => w.shop.pin('123456'), done),
      'held',
    ],
  },
  {
    what: 'a stripe that cannot be read; the chip is inserted',
    cause: 'damagedOrExpired',
    fails: inOrder(fault('headDirty'), swipe('stripe-only')),
    again: swipe('stripe-only'),
    ends: ['insertChip', pay('unionpay-debit'), 'held'],
  },
  {
    what: 'a chip card that is swiped; the reader is cleaned and proved, then the chip is read',
    cause: 'operator',
    fails: swipe('unionpay-debit'),
    again: swipe('unionpay-debit'),
    ends: [
      'cleanReader',
      inOrder(primary, primary, insert('no-cvm'), primary, pay('unionpay-debit')),
      'held',
    ],
  },
  {
    what: 'two digits changed over; typed again',
    cause: 'operator',
    fails: inOrder(tap('card-absent'), typeNumber(swapped), tap('back')),
    again: insert('dead-chip'),
    ends: ['typeAgain', inOrder(typeNumber(`${good}1235`), primary, done), 'held'],
  },
  {
    what: 'the bank knows no such typed number; typed again it does',
    cause: 'operator',
    fails: inOrder(
      (w) =>
        w.shop.post('/api/bank/behaviour', {
          mode: 'decline',
          code: '14',
          kinds: ['cardAbsentPreauth'],
        }),
      tap('card-absent'),
      typeNumber(`${good}1235`),
      primary,
    ),
    ends: ['typeAgain', inOrder(bankWell, typeNumber(`${good}1235`), primary, done), 'held'],
  },
  {
    what: 'the issuer does not take part; another card is held',
    cause: 'unsupportedCard',
    fails: inOrder(bankSays('40'), anAccount),
    again: anAccount,
    ends: ['otherCard', inOrder(bankWell, pay('unionpay-debit')), 'heldOtherCard'],
  },
  {
    what: 'the service of the reader has stopped; the issuer gives a code by phone',
    cause: 'deviceFault',
    fails: fault('readerServiceDown'),
    again: async () => undefined,
    ends: ['callIssuer', byPhone, 'offlineSale'],
  },
  {
    what: 'three cards give no sign in the slot; the number is typed with the permission of the bank',
    cause: 'deviceFault',
    fails: inOrder(
      deadSlot,
      anotherCard(insert('unionpay-debit')),
      anotherCard(insert('signature')),
    ),
    again: insert('signature'),
    ends: ['cardAbsent', inOrder(typeNumber(`${good}1235`), primary, done), 'held'],
  },
  {
    what: 'no swipe carries anything, the test card neither; the chip is inserted',
    cause: 'deviceFault',
    fails: inOrder(
      fault('headStuck'),
      silentSwipe,
      (w) => w.reasons(),
      (w) => w.take('readAgain'),
      asked,
      silentSwipe,
      anotherCard(silentSwipe),
      (w) => w.reasons(),
      tap('settle'),
      (w) => w.shop.until('test-card'),
      silentSwipe,
    ),
    again: silentSwipe,
    ends: ['insertChip', pay('unionpay-debit'), 'held'],
  },
  {
    what: 'no network; the Wi-Fi is seen to, and the bank is asked by itself',
    cause: 'network',
    fails: inOrder(fault('networkDown'), insert('no-cvm')),
    ends: ['checkLine', inOrder(mended, primary, done), 'held'],
  },
  {
    what: 'the centre is down; the terminal waits and asks by itself until it is back',
    cause: 'bankSide',
    fails: inOrder(bankSays('96'), insert('no-cvm')),
    again: insert('no-cvm'),
    ends: ['waitForBank', inOrder(bankWell, done), 'held'],
  },
  {
    what: 'the seal of the answer is wrong; asked again it is right',
    cause: 'bankSide',
    fails: inOrder(
      (w) => w.shop.post('/api/bank/behaviour', { mode: 'wrongMac', kinds: ['preauth'] }),
      insert('no-cvm'),
    ),
    mends: bankWell,
    ends: ['tryBankAgain', done, 'held'],
  },
  {
    what: 'not enough money; a lower amount is held in the same case',
    cause: 'refusedByIssuer',
    fails: refusedWith('51'),
    again: (w) => w.pay('unionpay-credit'),
    ends: [
      'otherAmount',
      inOrder(bankWell, takeOut, tap('preset-20000'), primary, asked, pay('unionpay-credit')),
      'held',
    ],
  },
  {
    what: 'a wrong PIN; entered again',
    cause: 'refusedByIssuer',
    fails: inOrder(refusedWith('55'), wrongPins),
    ends: ['pinAgain', inOrder(bankWell, pay('unionpay-credit')), 'held'],
  },
  {
    what: 'the bank has something else in its books; it is held there already',
    cause: 'refusedByIssuer',
    fails: refusedWith('12'),
    ends: ['compareOriginal', tap('answer-heldBefore'), 'held'],
  },
  {
    what: 'the bank does not know the number of the chip; read again it does',
    cause: 'refusedByIssuer',
    fails: refusedWith('14'),
    ends: ['readAgain', inOrder(bankWell, pay('unionpay-credit')), 'held'],
  },
  {
    what: 'the issuer wants to be called, and gives a code',
    cause: 'refusedByIssuer',
    fails: refusedWith('01'),
    ends: ['callIssuer', byPhone, 'offlineSale'],
  },
  {
    what: 'the bank does not know the terminal; a deposit by transfer is taken',
    cause: 'settings',
    fails: inOrder(bankSays('03'), insert('no-cvm')),
    ends: [
      'cashDeposit',
      inOrder(tap('answer-transfer'), supervisor, done, tap('done')),
      'depositTaken',
    ],
  },
  {
    what: 'keys differ from the bank’s; everything is fetched anew',
    cause: 'settings',
    fails: inOrder(bankSays('99'), insert('no-cvm')),
    ends: [
      'updateParameters',
      inOrder(bankWell, (w) => w.shop.until('guide'), primary, done),
      'held',
    ],
  },
  {
    what: 'the customer gives no card, and says so',
    cause: 'withheld',
    fails: inOrder(tap('no-card'), (w) => w.reasons(), tap('settle', 'primary')),
    again: inOrder(tap('no-card'), (w) => w.reasons()),
    ends: ['refuse', primary, 'refusedPolitely'],
  },
  {
    what: 'no card, and nobody knows why; it is noted on paper',
    cause: 'unknown',
    fails: tap('no-card'),
    again: tap('no-card'),
    ends: ['paperSlip', inOrder(tap('answer-written'), done, tap('done')), 'onPaper'],
  },
  {
    what: 'the original of it differs; asked at the hotline, then refused',
    cause: 'unknown',
    fails: inOrder(bankSays('22'), insert('no-cvm')),
    ends: ['refuse', primary, 'refusedPolitely'],
  },
  {
    what: 'the bank cannot read the message of the stripe of a dead chip; refused',
    cause: 'unknown',
    fails: inOrder(
      insert('dead-chip'),
      (w) => w.reasons(),
      (w) => w.take('swipe'),
      bankSays('30'),
      swipeAndPin,
    ),
    again: swipeAndPin,
    skips: ['otherCard'],
    ends: ['refuse', primary, 'refusedPolitely'],
  },
  {
    what: 'the bank wants the card kept',
    cause: 'suspectedFraud',
    fails: (w) => w.pay('lost'),
    ends: ['keepCard', tap('answer-cardKept'), 'cardKept'],
  },
  {
    what: 'four refused cards of one customer; the supervisor says no',
    cause: 'suspectedFraud',
    fails: inOrder(
      bankSays('05'),
      (w) => w.pay('offline-pin'),
      refusedThenOther('signature', false),
      refusedThenOther('no-directory', true),
      refusedThenOther('strict', true),
    ),
    ends: [
      'callSupervisor',
      inOrder(supervisor, (w) => w.shop.until('call'), primary, tap('decide-refuse')),
      'refusedPolitely',
    ],
  },
];

/** Cells that a counter cannot come to at a hold, each with its reason. */
const later = 'a number is missing of a hold that stands; at the hold it is not there yet';
const outOfReach: Readonly<Record<string, string>> = {
  'withheld numberLater': later,
  'withheld callIssuer': later,
  'withheld handOver': later,
  'withheld paperSlip': later,
  'refusedByIssuer typeAgain': 'a typed number that the bank does not know is the typing',
};

const tryCard: ReadonlySet<RemedyKind> = new Set<RemedyKind>([
  'readAgain',
  'insertChip',
  'swipe',
  'otherApplication',
  'otherCard',
  'pinAgain',
]);

/** Every way of the policy table under every cause, by the calls that fingers make, from first failure to a closed case. */
describe('every cause with every way that it may offer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pairs-'));
  let walker: CaseWalker;

  const enrol = async (...args: readonly string[]): Promise<string> => {
    const run = new ScriptProcess('enrol.ts', args);
    await run.says(/\n$/);
    await run.stop();
    return run.out.trim();
  };
  before(async () => {
    const key = join(folder, 'merchant.key');
    await enrol('new', '--merchant-key', key);
    const requests: string[] = [];
    for (const desk of ['1', '2'])
      requests.push(
        await enrol(
          ...['request', '--data', join(folder, desk)],
          ...['--terminal', `0000000${desk}`, '--desk', desk],
        ),
      );
    const signed = await enrol('sign', '--merchant-key', key, ...requests);
    const [own] = JSON.parse(signed) as [{ merchant: object; handover: object }];
    walker = new CaseWalker(
      await Simulator.start({
        args: ['--data', join(folder, '1')],
        config: {
          merchant: { ...own.merchant, desk: '1' },
          handover: own.handover,
          policies: { cardAbsentPreauthAllowed: true, stripeFallback: { afterFailures: 1 } },
          acquirer: { retrySeconds: 2 },
        },
      }),
    );
  });
  afterEach(async () => {
    await mended(walker);
    await bankWell(walker);
    await ready();
    await walker.shop.call('POST', '/api/reader/remove', {});
    await walker.cashier.home();
  });
  after(async () => {
    await walker?.shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const ready = () =>
    walker.shop.eventually(async () => {
      const { state } = await walker.shop.get<{ state: string }>('/api/power');
      return state === 'ready';
    }, 'the terminal');

  /** Walks what this cause offers and nobody has walked yet; each leads back to the reasons. */
  const walkTheRest = async ({ again, skips = [], ends: [last] }: Row) => {
    for (let ways = 0; ways < 20; ways++) {
      const { diagnosis } = await walker.newest();
      const walked = new Set(walker.walked.map(({ cause, remedy }) => `${cause} ${remedy}`));
      const open = diagnosis.remedies
        .map(({ kind }) => kind)
        .find(
          (remedy) =>
            remedy !== 'stop' &&
            remedy !== last &&
            remedy !== 'otherAmount' &&
            !skips.includes(remedy) &&
            !walked.has(`${diagnosis.cause} ${remedy}`) &&
            (!tryCard.has(remedy) || again !== undefined),
        );
      if (open === undefined) return;
      await walker.take(open, diagnosis);
      if (tryCard.has(open)) {
        await askedOrFailed(walker);
        await (open === 'swipe' ? swipe('dead-both') : again)?.(walker);
        await walker.reasons();
      } else await walker.backToReasons();
    }
  };

  for (const row of rows)
    it(`${row.cause}: ${row.what}`, async () => {
      const [last, play, result] = row.ends;
      if (row.broken !== undefined) {
        await fault(row.broken)(walker);
        await ready();
      }
      await walker.begin();
      await row.fails(walker);
      await walker.is(row.cause);
      await walkTheRest(row);
      await row.mends?.(walker);
      await walker.take(last);
      await play(walker);
      const { timeline } = await walker.close(result);
      // A way that was begun has a recorded end: as many ends as beginnings, of each.
      const begun = timeline.filter(({ what, end }) => what === 'way' && end === undefined);
      for (const { remedy } of begun)
        assert.ok(
          timeline.some((line) => line.remedy === remedy && line.end !== undefined),
          `${remedy} has no end`,
        );
    });

  /** A shop of its own at a bank with two addresses, of which the first takes everything and says nothing. */
  it('bankSide and network: the second address takes the hold, or is as far away as the first', async (t) => {
    const bank = new ScriptProcess('bank.ts', ['--port', '0', '--ledger', join(folder, 'book')]);
    const [, port = ''] = await bank.says(/Bank on 127\.0\.0\.1:(\d+)/);
    const mute = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port: mutePort } = mute.address() as AddressInfo;
    const addresses = [mutePort, Number(port)].map((each) => ({ host: '127.0.0.1', port: each }));
    const there = new CaseWalker(
      await Simulator.start({ config: { acquirer: { addresses, answerTimeoutMs: 1_000 } } }),
    );
    t.after(async () => {
      await there.shop.stop();
      await bank.stop();
      mute.close();
    });
    await there.begin();
    await there.pay('no-cvm', false);
    await there.is('bankSide');
    await there.take('otherHost');
    await there.shop.until('guide');
    await there.cashier.tap('primary');
    await done(there);
    await there.close('held');
    await fault('networkDown')(there);
    await there.begin();
    await there.pay('no-cvm', false);
    await there.is('network');
    await there.take('otherHost');
    await there.shop.until('guide');
    await there.cashier.tap('primary');
    await there.take('refuse');
    await there.cashier.tap('primary');
    const { timeline } = await there.close('refusedPolitely');
    assert.ok(timeline.some(({ remedy, end }) => remedy === 'otherHost' && end === 'failed'));
    walker.walked.push(...there.walked);
  });

  it('no pair of the table is left out', () => {
    const walked = new Set(walker.walked.map(({ cause, remedy }) => `${cause} ${remedy}`));
    const left = [...policyPairs()].filter(
      (pair) => !walked.has(pair) && outOfReach[pair] === undefined,
    );
    assert.deepEqual(left, []);
  });
});
