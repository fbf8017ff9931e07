import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Incoming, Messenger, SendEnd } from '#hal/messages/contract.ts';
import { openAtMessenger } from '#hal/modem/at.ts';
import { createSimulatedModem, type NetworkMessage } from '#hal/modem/simulated.ts';
import { emailOf, maskContact, phoneOf } from '#src/contact/contact.ts';
import { templates } from '#src/contact/events.ts';
import { messageText } from '#src/contact/templates.ts';
import type { CaseChoice } from '#src/desk/view/case.ts';
import type { Messengers } from '#src/flow/tasks.ts';
import type { Incident } from '#src/incident/incident.ts';
import { cny } from '#src/money.ts';
import { Shop } from './shop.ts';

const phone = '+8613800004321';
const incidentId = '12345678-26-1128-01';
const diagnosis = {
  cause: 'network',
  finding: 'noLine',
  code: 'N1',
  because: [],
  alternatives: [],
  remedies: [],
} as const;

/** A shop with one case, and its screen. */
async function atCase(messengers: Messengers, config: object = {}): Promise<Shop> {
  const shop = await Shop.open({ messengers, config });
  after(() => shop.close());
  await shop.until('home');
  const opened = { incidentId, amount: cny(50_000), operator: '01', diagnosis };
  shop.store.journal.append({ events: [{ kind: 'incident.opened', ...opened }] });
  await toCase(shop);
  return shop;
}

async function toCase(shop: Shop): Promise<void> {
  while (shop.screen.name !== 'home') {
    shop.tap({ type: 'back' });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  shop.tap({ type: 'go', to: 'cases' });
  await shop.until('cases');
  shop.tap({ type: 'openCase', incidentId });
  await shop.until('case');
}

async function choose(shop: Shop, choice: CaseChoice): Promise<void> {
  await shop.until('case-choice', ({ choices }) => choices.includes(choice));
  shop.tap({ type: 'caseChoice', choice });
}

/** From the case to a text in Chinese that is queued. */
async function write(shop: Shop, known: boolean): Promise<void> {
  shop.tap({ type: 'caseSteps' });
  await choose(shop, 'step:customer');
  await choose(shop, 'contact:sms');
  if (!known) {
    await shop.until('case-contact');
    shop.type('13800004321');
    await shop.until('case-contact', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
  }
  await choose(shop, 'template:numberNeeded');
  await choose(shop, 'speech:zh-CN');
  await shop.until('case-choice', ({ question }) => question === 'customer');
}

const caseOf = (shop: Shop): Incident => {
  const [incident] = shop.incidents();
  assert.ok(incident);
  return incident;
};

const stateOf = (shop: Shop) => caseOf(shop).customer?.messages.at(-1)?.state;

/** Tries of the last message that have ended, while it waits for the next. */
function tried(shop: Shop): number {
  const message = caseOf(shop).customer?.messages.at(-1);
  return message?.state === 'waiting' ? message.attempts : 0;
}

async function settle(fits: () => boolean, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!fits()) {
    assert.ok(performance.now() < end, 'it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Everything that stands on the disk of the shop but its keys. */
function onDisk(shop: Shop): string {
  const folder = join(shop.folder, 'data');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('');
}

/** A way to customers that ends as it is told, and what it was given. */
function scripted(...ends: SendEnd[]): Messenger & {
  readonly sent: string[];
  readonly to: string[];
  readonly hear: (incoming: Incoming) => void;
} {
  const sent: string[] = [];
  const addresses: string[] = [];
  const listeners: ((incoming: Incoming) => void)[] = [];
  return {
    sent,
    to: addresses,
    hear: (incoming) => {
      for (const listener of listeners) listener(incoming);
    },
    trouble: undefined,
    send: async ({ id, to }) => {
      sent.push(id);
      addresses.push(to);
      return ends.shift() ?? { type: 'sent' };
    },
    listen: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
    close: async () => undefined,
  };
}

describe('talking to the customer', () => {
  it('begins with consent, sends, hears that it arrived, and reads the answer', async () => {
    const arrived: NetworkMessage[] = [];
    const modem = createSimulatedModem({
      arrived: (message) => void arrived.push(message),
      signal: () => true,
    });
    const shop = await atCase({ sms: openAtMessenger(modem.port) });
    await write(shop, false);
    shop.advance(6_000);
    await settle(() => stateOf(shop) === 'delivered');
    assert.equal(arrived[0]?.to, phone);
    assert.ok(arrived[0]?.text.includes('¥500.00') && arrived[0].text.includes('28-01'));
    modem.incoming(phone, '周一带卡来，卡号 6222021234567890123');
    await settle(() => caseOf(shop).timeline.at(-1)?.what === 'answer');
    await toCase(shop);
    const { timeline } = await shop.until('case');
    const answer = timeline.find(({ what }) => what === 'answer');
    assert.equal(answer?.text, '周一带卡来，卡号 ****', 'no card number is kept of an answer');
    shop.tap({ type: 'back' });
    const { rows } = await shop.until('cases');
    assert.equal(rows[0]?.answered, true);
    shop.tap({ type: 'back' });
    await shop.until('home', ({ answeredCases }) => answeredCases === 1);
    const { incidentId: of } = caseOf(shop);
    const spoken = { who: 'customer', how: 'phone', outcome: 'agreed', operator: '01' } as const;
    shop.store.journal.append({
      events: [{ kind: 'incident.spoken', incidentId: of, ...spoken }],
    });
    await toCase(shop);
    shop.tap({ type: 'back' });
    assert.equal((await shop.until('cases')).rows[0]?.answered, undefined, 'somebody acted on it');
    await toCase(shop);
    assert.deepEqual(
      timeline.map(({ what, messageEnd }) => messageEnd ?? what),
      ['opened', 'contact', 'queued', 'sent', 'delivered', 'answer'],
    );
  });

  it('leaves nothing of the address on the disk that a key does not hold', async () => {
    const shop = await atCase({ sms: scripted() });
    await write(shop, false);
    shop.advance(6_000);
    await settle(() => stateOf(shop) === 'sent');
    const disk = onDisk(shop);
    assert.ok(!disk.includes('13800004321') && !disk.includes('8613800004321'));
    assert.equal(caseOf(shop).customer?.contacts[0]?.masked, '*** 4321');
  });

  it('tries again what did not leave, later each time, and not for ever', async () => {
    const none: SendEnd = { type: 'notSent', reason: 'noSignal' };
    const sms = scripted(none, none, none);
    const shop = await atCase({ sms }, { contact: { tries: 3, firstRetrySeconds: 60 } });
    await write(shop, false);
    shop.advance(6_000);
    await settle(() => tried(shop) === 1);
    shop.advance(50_000);
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(sms.sent.length, 1, 'not before a minute is over');
    shop.advance(20_000);
    await settle(() => tried(shop) === 2);
    shop.advance(250_000);
    await settle(() => stateOf(shop) === 'givenUp');
    assert.equal(new Set(sms.sent).size, 1, 'the same message has one id');
    assert.equal(sms.sent.length, 3);
  });

  it('says what may have left, and does not send it again', async () => {
    const sms = scripted({ type: 'unknown', reason: 'noAnswer' });
    const shop = await atCase({ sms });
    await write(shop, false);
    shop.advance(6_000);
    await settle(() => stateOf(shop) === 'unknown');
    shop.advance(3_600_000);
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(sms.sent.length, 1);
  });

  it('asks for consent once, and calls with the number and the words', async () => {
    const shop = await atCase({ sms: scripted() });
    await write(shop, false);
    await choose(shop, 'contact:call');
    const screen = await shop.until('case-call');
    assert.equal(screen.phone, phone);
    shop.tap({ type: 'primary' });
    await choose(shop, 'outcome:willCome');
    await settle(() => caseOf(shop).timeline.some(({ what }) => what === 'spoken'));
    const spoken = caseOf(shop).timeline.find(({ what }) => what === 'spoken');
    assert.deepEqual(
      [spoken?.who, spoken?.how, spoken?.outcome],
      ['customer', 'phone', 'willCome'],
    );
  });

  it('offers to write only what is true: no hold, no word of one', async () => {
    const shop = await atCase({ sms: scripted() });
    await write(shop, false);
    await choose(shop, 'contact:sms');
    const { choices } = await shop.until('case-choice', ({ question }) => question === 'template');
    assert.deepEqual(choices, ['template:numberNeeded']);
    shop.tap({ type: 'back' });
    const closed = { incidentId, result: 'customerLeft', operator: '01' } as const;
    shop.store.journal.append({ events: [{ kind: 'incident.closed', ...closed }] });
    await toCase(shop);
    shop.tap({ type: 'caseSteps' });
    await choose(shop, 'step:customer');
    await choose(shop, 'contact:sms');
    const after = await shop.until('case-choice', ({ question }) => question === 'template');
    assert.deepEqual(after.choices, ['template:caseClosed']);
  });

  it('takes another number for a wrong one, and writes what waits to the new one', async () => {
    const sms = scripted({ type: 'notSent', reason: 'noSignal' });
    const shop = await atCase({ sms });
    await write(shop, false);
    shop.advance(6_000);
    await settle(() => tried(shop) === 1);
    await choose(shop, 'contact:newPhone');
    await shop.until('case-contact');
    shop.type('13800009999');
    await shop.until('case-contact', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await settle(() => caseOf(shop).customer?.contacts[0]?.masked === '*** 9999');
    assert.equal(caseOf(shop).customer?.contacts.length, 1);
    shop.advance(70_000);
    await settle(() => stateOf(shop) === 'sent');
    assert.deepEqual(sms.to, [phone, '+8613800009999']);
  });

  it('knows by the network’s references what arrived of a text that an earlier start sent', async () => {
    const sms = scripted({ type: 'sent', references: [255, 0] });
    const shop = await atCase({ sms });
    await write(shop, false);
    shop.advance(6_000);
    await settle(() => stateOf(shop) === 'sent');
    const report = { type: 'partReport', to: phone, delivered: true } as const;
    sms.hear({ ...report, reference: 255 });
    sms.hear({ ...report, reference: 0, to: '+8613800009999' });
    sms.hear({ ...report, reference: 9, delivered: false });
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(stateOf(shop), 'sent', 'half of it, another’s, and none of ours');
    sms.hear({ ...report, reference: 0 });
    await settle(() => stateOf(shop) === 'delivered');
  });

  it('takes an e-mail address from a code that the guest shows', async () => {
    const shop = await atCase({ email: scripted() });
    shop.tap({ type: 'caseSteps' });
    await choose(shop, 'step:customer');
    await choose(shop, 'contact:email');
    await shop.until('case-contact', ({ kind }) => kind === 'email');
    shop.terminal.scan('https://example.com/no-address');
    shop.terminal.scan('mailto:guest@example.com?subject=hi');
    await shop.until('case-contact', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await choose(shop, 'template:numberNeeded');
    assert.equal(caseOf(shop).customer?.contacts[0]?.masked, 'g***@***');
  });
});

describe('what is kept of a customer', () => {
  it('is given as a file and erased on a supervisor’s word; the trail stays', async () => {
    const share = mkdtempSync(join(tmpdir(), 'share-'));
    const shop = await atCase({ sms: scripted() }, { reports: { exportFolder: share } });
    after(() => rmSync(share, { recursive: true }));
    await write(shop, false);
    shop.advance(6_000);
    await settle(() => stateOf(shop) === 'sent');
    await choose(shop, 'contact:export');
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('case-choice', ({ saving }) => saving === 'done');
    const made = join(shop.folder, 'reports', `customer-${incidentId}.json`);
    assert.equal(JSON.parse(readFileSync(made, 'utf8')).contacts[0].address, phone);
    assert.deepEqual(readdirSync(share), [], 'it stays on the device');
    const { sealed = '' } = caseOf(shop).customer?.contacts[0] ?? {};
    await choose(shop, 'contact:erase');
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await settle(() => caseOf(shop).customer?.erased === true);
    const { choices } = await shop.until(
      'case-choice',
      (screen) => !screen.choices.includes('contact:sms'),
    );
    assert.deepEqual(choices, ['contact:export']);
    assert.equal(existsSync(made), false, 'the file that was made of it is gone too');
    assert.equal(shop.personal.open(incidentId, sealed), undefined, 'no copy can be opened');
    const events = shop.store.journal.read(0, 500).map(({ event }) => event);
    const row = events.find(({ kind }) => kind === 'incident.contactErased');
    assert.ok(row?.kind === 'incident.contactErased' && row.operator === '90');
  });

  it('is erased by itself when its time is over, with a row that says so', async () => {
    const shop = await atCase({ sms: scripted() }, { contact: { keepDays: 30 } });
    await write(shop, false);
    shop.advance(6_000);
    await settle(() => stateOf(shop) === 'sent');
    const closed = { kind: 'incident.closed', incidentId, result: 'held', operator: '01' } as const;
    shop.store.journal.append({ events: [closed] });
    shop.advance(29 * 86_400_000);
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(caseOf(shop).customer?.erased, false);
    shop.advance(2 * 86_400_000);
    await settle(() => caseOf(shop).customer?.erased === true);
    const row = shop.store.journal
      .read(0, 500)
      .map(({ event }) => event)
      .find(({ kind }) => kind === 'incident.contactErased');
    assert.ok(row?.kind === 'incident.contactErased' && row.by === 'retention');
  });
});

describe('an address', () => {
  const phones: readonly (readonly [string, string | undefined])[] = [
    ['13800004321', '+8613800004321'],
    ['01082345678', '+861082345678'],
    ['004915112345678', '+4915112345678'],
    ['123', undefined],
    ['', undefined],
  ];
  for (const [digits, full] of phones)
    it(`typed as ${digits || 'nothing'} is ${full ?? 'none'}`, () =>
      assert.equal(phoneOf(digits, '86'), full));

  it('that is scanned is an address and nothing else', () => {
    assert.equal(emailOf('guest@example.com'), 'guest@example.com');
    for (const wrong of [
      '',
      '@',
      'a@b',
      'a b@example.com',
      'a@example.com\r\nBcc: x',
      'x'.repeat(400),
    ])
      assert.equal(emailOf(wrong), undefined, wrong);
    assert.equal(maskContact('email', 'guest@example.com'), 'g***@***');
  });

  it('gets words that never hold more than the last four', () => {
    const told = {
      merchant: 'M',
      amount: cny(50_000),
      ticket: '1123-07',
      last4: '0123',
      until: '2026-12-23',
    };
    for (const template of templates)
      for (const language of ['zh-CN', 'en'] as const) {
        const text = messageText(template, language, told);
        assert.ok(!/\d{5,}/.test(text), text);
        assert.ok(text.length > 10);
      }
  });
});
