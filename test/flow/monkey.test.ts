import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { BankBehaviour } from '#hal/simulator/bank/behaviour.ts';
import { findCard } from '#hal/simulator/cards/tray.ts';
import type { CashierAction } from '#src/desk/view.ts';
import { everyRemedy } from '#src/recovery/ways-rules.ts';
import { Shop } from './shop.ts';

/** Mulberry32: small, seeded, good enough to shuffle a monkey. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const cards = [
  'unionpay-credit',
  'unionpay-debit',
  'dead-chip',
  'dirty-chip',
  'signature',
  'two-applications',
  'unsupported',
  'declines-after-approval',
  'pulled-half-way',
  'offline-pin',
  'expired',
  'blocked-card',
  'garbage',
];

const behaviours: readonly BankBehaviour[] = [
  { mode: 'approve' },
  { mode: 'approve' },
  { mode: 'decline', code: '51', times: 1 },
  { mode: 'decline', code: '91', times: 1 },
  { mode: 'decline', code: 'A0', times: 1 },
  { mode: 'silent', when: 'afterBooking', times: 1 },
  { mode: 'silent', when: 'beforeBooking', times: 1 },
  { mode: 'reset', when: 'after', times: 1 },
  { mode: 'garbage', times: 1 },
  { mode: 'wrongMac', times: 1 },
  { mode: 'truncated', times: 1 },
  { mode: 'duplicate', times: 1 },
  { mode: 'wrongStan', times: 1 },
];

/** Everything a finger could do anywhere; most of it makes no sense where it lands. */
function anyAction(shop: Shop, pick: <T>(from: readonly T[]) => T): CashierAction {
  const holdId = pick([...shop.holds().map((hold) => hold.holdId), 'nobody']);
  const incidentId = pick([...shop.incidents().map((incident) => incident.incidentId), 'nothing']);
  return pick<CashierAction>([
    { type: 'primary' },
    { type: 'primary' },
    { type: 'back' },
    { type: 'enter' },
    { type: 'cancel' },
    { type: 'clear' },
    {
      type: 'go',
      to: pick(['preauth', 'holds', 'cases', 'report', 'settings', 'ways', 'home'] as const),
    },
    { type: 'menu', id: pick(['language', 'theme', 'status', 'restore'] as const) },
    { type: 'digit', digit: pick(['0', '1', '5', '9', '00'] as const) },
    {
      type: 'preset',
      amount: { minorUnits: pick([1, 20_000, 50_000, 9_999_999]), currency: '156' },
    },
    {
      type: 'field',
      field: pick(['note', 'amount', 'code', 'expiry', 'agent', 'number'] as const),
    },
    { type: 'openHold', holdId },
    { type: 'openCase', incidentId },
    { type: 'complete' },
    { type: 'cancelHold' },
    { type: 'voidCompletion' },
    { type: 'confirmHeld' },
    { type: 'increment' },
    {
      type: 'way',
      remedy: pick([
        'readAgain',
        'otherCard',
        'swipe',
        'tryBankAgain',
        'waitForBank',
        'callIssuer',
        'stop',
        'otherAmount',
        ...everyRemedy,
      ] as const),
    },
    { type: 'choose', index: pick([0, 1, 7]) },
    { type: 'tick', item: pick(['lastFourMatch', 'cardSeen', 'onPhone', 'supervisor'] as const) },
    { type: 'giveNumber' },
    { type: 'registerHold' },
    { type: 'cardAbsent' },
    { type: 'print' },
    { type: 'close' },
    { type: 'caseSteps' },
    {
      type: 'caseChoice',
      choice: pick([
        'step:note',
        'step:wait',
        'step:report',
        'step:reopen',
        'who:bank',
        'until:tomorrow',
        'party:vendor',
        'phrase:bankTicketFigure',
      ] as const),
    },
    { type: 'closeWith', result: pick(['noHold', 'held', 'other'] as const) },
    { type: 'search' },
    { type: 'page' },
    { type: 'repair', item: pick(['signIn', 'cardTables'] as const) },
    { type: 'answer', answer: pick(['outage', 'cash', 'written', 'heldBefore'] as const) },
    { type: 'all' },
    { type: 'language', language: pick(['zh-CN', 'en'] as const) },
  ]);
}

/** What a cashier would do on this screen, so that the monkey gets anywhere at all. */
function sensible(shop: Shop, pick: <T>(from: readonly T[]) => T): unknown {
  const { screen } = shop;
  const leave = () => {
    shop.slot.remove();
    return shop.tap({ type: 'primary' });
  };
  switch (screen.name) {
    case 'home':
      return shop.tap({ type: 'go', to: pick(['preauth', 'preauth', 'holds'] as const) });
    case 'amount':
      if (screen.canSubmit) return shop.tap({ type: 'primary' });
      if (screen.presets.length === 0) return shop.type('50000');
      return shop.tap({ type: 'preset', amount: pick(screen.presets) });
    case 'present-card':
      shop.slot.remove();
      return shop.slot.insert(pick(['unionpay-credit', 'unionpay-debit', 'signature', ...cards]));
    case 'choose-application':
      return shop.tap({ type: 'choose', index: 0 });
    case 'pin':
      return shop.pin('123456');
    case 'holds':
      if (screen.rows.length === 0) return shop.tap({ type: 'back' });
      return shop.tap({ type: 'openHold', holdId: pick(screen.rows).holdId });
    case 'hold':
      return shop.tap({
        type: pick(['complete', 'cancelHold', 'voidCompletion', 'increment', 'back'] as const),
      });
    case 'cancel':
      return shop.tap({ type: 'confirmHeld' });
    case 'why':
    case 'ways':
      return shop.tap({
        type: 'way',
        remedy: pick([pick(screen.diagnosis.remedies).kind, 'stop'] as const),
      });
    case 'type-number':
      return shop.type(`${findCard('unionpay-credit')?.pan}1235`);
    case 'register-hold':
      return shop.type(`4185021123${pick(['', '4471'])}`);
    case 'call-issuer':
      return shop.type('6031271230');
    case 'supervisor':
      shop.type(screen.role === 'technician' ? '135791' : '246810');
      return shop.tap({ type: 'enter' });
    case 'guide':
      if (screen.page === 'cleanTest') return shop.slot.insert(pick(cards));
      if (screen.answers.length === 0) return shop.tap({ type: 'primary' });
      return shop.tap({ type: 'answer', answer: pick(screen.answers) });
    case 'settings-check':
      return shop.tap(
        pick([{ type: 'repair', item: pick(screen.rows).item }, { type: 'primary' }] as const),
      );
    case 'case-choice':
      return shop.tap({ type: 'back' });
    case 'held':
    case 'done':
    case 'result':
      return leave();
    default:
      return shop.tap({ type: 'primary' });
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a monkey at the counter', () => {
  for (const seed of [6, 7])
    it(`finds no dead end and no crash, and the bank agrees with the journal afterwards (seed ${seed})`, async () => {
      const shop = await Shop.open({
        config: {
          acquirer: { answerTimeoutMs: 500, retrySeconds: 1 },
          policies: { incrementAllowed: true, supervisorForCancellation: false },
        },
      });
      after(() => shop.close());
      await shop.until('home');
      const random = seeded(seed);
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
      for (let step = 0; step < 700; step++) {
        const dice = random();
        if (dice < 0.7) sensible(shop, pick);
        else if (dice < 0.73) shop.slot.insert(pick(cards));
        else if (dice < 0.75) shop.slot.remove();
        else if (dice < 0.77) shop.pin(pick(['123456', '111111']));
        else if (dice < 0.81) await shop.bank.setBehaviour(pick(behaviours));
        else if (dice < 0.83)
          shop.terminal.scan(pick(['HOLDFAST:1:x:0000', 'https://example.invalid', '']));
        else shop.tap(anyAction(shop, pick));
        if (dice < 0.85) await pause(12);
      }
      await shop.bank.setBehaviour({ mode: 'approve' });
      shop.slot.remove();
      await goHome(shop);
      await drained(shop);
      agree(shop);
      assert.ok(shop.bank.ledger().holds.length >= 1, `the monkey got somewhere: ${counted(shop)}`);
      neverTyped(shop);
    });
});

const counted = ({ seen }: Shop): string => {
  const times = new Map<string, number>();
  for (const name of seen) times.set(name, (times.get(name) ?? 0) + 1);
  return JSON.stringify([...times]);
};

/** From wherever the monkey left it: backing out, closing and waiting always lead home. */
async function goHome(shop: Shop): Promise<void> {
  const end = performance.now() + 15_000;
  const exits: readonly CashierAction[] = [
    { type: 'back' },
    { type: 'cancel' },
    { type: 'way', remedy: 'stop' },
    { type: 'back' },
  ];
  for (let i = 0; shop.screen.name !== 'home'; i++) {
    assert.ok(performance.now() < end, `no way home from ${JSON.stringify(shop.screen)}`);
    const done =
      shop.screen.name === 'result' ||
      shop.screen.name === 'notice' ||
      shop.screen.name === 'declined';
    shop.tap(
      done && i % 2 === 0 ? { type: 'primary' } : (exits[i % exits.length] as CashierAction),
    );
    await pause(10);
  }
}

async function drained(shop: Shop): Promise<void> {
  const end = performance.now() + 15_000;
  while (shop.store.documents.count('outbox', ['owed']) > 0) {
    assert.ok(performance.now() < end, 'something is still owed');
    await pause(20);
  }
}

/** No finger reaches a new hold on a typed number where the acquirer does not permit it. */
function neverTyped(shop: Shop): void {
  const requests = shop.store.journal
    .read(0)
    .flatMap(({ event }) => (event.kind === 'transaction.requested' ? [event.request] : []))
    .filter(({ kind }) => kind === 'preauth');
  assert.ok(requests.length > 0);
  for (const { posEntryMode } of requests) assert.match(posEntryMode, /^0[2-9]|^80/);
}

function agree(shop: Shop): void {
  const here = new Map(shop.holds().map((hold) => [hold.original?.stan, hold]));
  for (const { stan, state, amountMinorUnits } of shop.bank.ledger().holds) {
    const ours = here.get(Number(stan));
    if (state === 'reversed') assert.ok(ours === undefined, `STAN ${stan} was reversed`);
    else {
      assert.equal(ours?.state, state, `STAN ${stan}`);
      assert.equal(ours?.amount.minorUnits, amountMinorUnits, `STAN ${stan}`);
    }
  }
  const undecided = shop
    .holds()
    .filter(({ state }) => state.startsWith('undoing') || state === 'asked');
  assert.deepEqual(undecided, []);
}
