import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { memoryKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import type { LinkTls } from '#hal/link/connect.ts';
import { createTcpLink } from '#hal/link/tcp.ts';
import type { BankTls } from '#hal/simulator/bank/server.ts';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import type { CardRequest, HostAnswer, HostRequest, Original } from '#src/acquirer/contract.ts';
import type { AcquirerSettings } from '#src/acquirer/settings.ts';
import { hex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { cny } from '#src/money.ts';
import { sm4, tdes } from '#src/security/block-cipher.ts';
import { pinBlockFormat0 } from '#src/security/pin-block.ts';
import { openDesk, stripeCard, tmk } from './bank-driver.ts';

const settings: AcquirerSettings = {
  protocol: 'unionpay',
  tpdu: '6000030000',
  header: '603100311020',
  merchantId: '123456789012345',
  terminalId: '12345678',
  macAlgorithm: 'ecb',
  keyMode: 'double',
  refusalsCarryMac: true,
  fallbackPosEntry: '80',
  readCapability: '5',
  pinCaptureCode: '06',
  sendLocalTime: true,
};

/** The terminal's own acquirer, link and keystore in front of the bank. */
async function open(
  change: Partial<AcquirerSettings> = {},
  tls?: { bank: BankTls; link: LinkTls },
) {
  const desk = await openDesk({
    keyMode: change.keyMode ?? 'double',
    ...(tls === undefined ? {} : { tls: tls.bank }),
    macAlgorithm: change.macAlgorithm ?? 'ecb',
    dialect: change.protocol === 'iso1987' ? 'iso8583-ascii' : 'unionpay-bcd',
  });
  const link = createTcpLink({
    endpoints: [{ host: '127.0.0.1', port: desk.bank.port }],
    connectTimeoutMs: 500,
    sendTimeoutMs: 500,
    answerTimeoutMs: 800,
    connection: 'long',
    keepAliveMs: 30_000,
    idleLimitMs: 30_000,
    returnToPrimaryMs: 60_000,
    maximumFrameBytes: 4096,
    ...(tls === undefined ? {} : { tls: tls.link }),
  });
  const keystore = new SoftwareKeystore({
    cipher: change.keyMode === 'sm4' ? sm4 : tdes,
    masterKey: hex(tmk),
    folder: memoryKeyFolder(),
  });
  const acquirer = createAcquirer({ settings: { ...settings, ...change }, link, keystore });
  after(() => acquirer.close());
  let stan = 0;
  const ask = async (request: HostRequest): Promise<HostAnswer> => {
    const result = await acquirer.exchange(request);
    if (result.type === 'noAnswer') throw new Error(`${result.fault}: ${result.detail}`);
    return result.answer;
  };
  const pan = Pan.parse(stripeCard.pan);
  assert.ok(pan instanceof Pan);
  const common = (minorUnits: number): CardRequest => ({
    stan: ++stan,
    batch: 1,
    amount: cny(minorUnits),
    localDate: '1123',
    localTime: '143200',
    card: { pan, expiry: stripeCard.expiry },
    posEntryMode: '012',
  });
  const signIn = () => ask({ kind: 'signIn', stan: ++stan, batch: 1, operator: '01' });
  const swiped = (minorUnits: number, pin: string): HostRequest => ({
    ...common(minorUnits),
    kind: 'preauth',
    cardPresent: true,
    posEntryMode: '021',
    card: {
      pan,
      expiry: stripeCard.expiry,
      track2: stripeCard.track2,
      pinBlock: keystore.encryptPinBlock(
        pinBlockFormat0(Uint8Array.from(pin, Number), pan, keystore.pinBlockLength),
      ),
    },
  });
  return { desk, acquirer, ask, common, signIn, swiped };
}

const originalOf = (answer: HostAnswer): Original => ({
  batch: 1,
  stan: answer.stan,
  date: '1123',
  ...(answer.rrn === undefined ? {} : { rrn: answer.rrn }),
  ...(answer.authorisationCode === undefined
    ? {}
    : { authorisationCode: answer.authorisationCode }),
});

for (const keyMode of ['single', 'double', 'doubleWithTrack'] as const) {
  for (const macAlgorithm of ['ecb', 'x919', 'cbc'] as const) {
    test(`the terminal signs in and holds with ${keyMode} keys and the ${macAlgorithm} MAC`, async () => {
      const { acquirer, signIn, ask, swiped } = await open({ keyMode, macAlgorithm });
      assert.equal((await signIn()).responseCode, '00');
      assert.ok(acquirer.signedIn);
      assert.equal((await ask(swiped(50_000, '123456'))).responseCode, '00');
      assert.equal((await ask(swiped(50_000, '654321'))).responseCode, '55');
    });
  }
}

for (const protocol of ['unionpay', 'iso1987'] as const) {
  for (const macAlgorithm of ['ecb', 'cbc'] as const) {
    test(`SM4 keys: sign-in, ${macAlgorithm} MAC and the PIN block of sixteen bytes, in ${protocol}`, async () => {
      const { signIn, ask, swiped } = await open({ keyMode: 'sm4', macAlgorithm, protocol });
      assert.equal((await signIn()).responseCode, '00');
      assert.equal((await ask(swiped(50_000, '123456'))).responseCode, '00');
      assert.equal((await ask(swiped(50_000, '65432112'))).responseCode, '55');
    });
  }

  test(`with a track key no track leaves in clear, and the bank reads it under its key, in ${protocol}`, async () => {
    const { desk, signIn, ask, swiped } = await open({ keyMode: 'doubleWithTrack', protocol });
    await signIn();
    const lines: string[] = [];
    desk.bank.listen(({ type, lines: told }) => type === 'request' && lines.push(...told));
    assert.equal((await ask(swiped(50_000, '123456'))).responseCode, '00');
    assert.ok(lines.some((line) => line.startsWith('F53') && line.endsWith('2610000000000000')));
  });

  test(`terminal and bank agree on the whole life of a hold, in ${protocol}`, async () => {
    const { desk, signIn, ask, common, swiped } = await open({ protocol });
    await signIn();
    const hold = await ask(swiped(50_000, '123456'));
    const original = originalOf(hold);
    const increment = await ask({ ...common(10_000), kind: 'increment', original });
    assert.equal(increment.cumulativeAmount?.minorUnits, 60_000);
    const completion = await ask({ ...common(69_000), kind: 'completion', original });
    assert.equal(completion.responseCode, '00');
    const voided = await ask({
      ...common(69_000),
      kind: 'completionVoid',
      original: originalOf(completion),
    });
    assert.equal(voided.responseCode, '00');
    assert.equal(
      (await ask({ ...common(60_000), kind: 'completionAdvice', original })).responseCode,
      '00',
    );
    const voice = await ask({
      ...common(8_000),
      kind: 'offlineAdvice',
      authorisationCode: '112233',
    });
    assert.equal(voice.responseCode, '00');
    const second = await ask(swiped(20_000, '123456'));
    const cancelled = await ask({
      ...common(20_000),
      kind: 'cancellation',
      original: originalOf(second),
    });
    assert.equal(cancelled.responseCode, '00');
    assert.deepEqual(
      desk.bank.ledger().holds.map(({ state }) => state),
      ['completed', 'cancelled'],
    );
    assert.equal((await ask({ kind: 'echo', stan: 900, batch: 1 })).responseCode, '00');
    const domestic = {
      debitMinorUnits: 68_000,
      debitCount: 2,
      creditMinorUnits: 0,
      creditCount: 0,
    };
    const settled = await ask({ kind: 'settlement', stan: 901, batch: 1, totals: { domestic } });
    assert.equal(settled.balanced, true);
    assert.equal(
      (await ask({ kind: 'signOff', stan: 902, batch: 1, operator: '01' })).responseCode,
      '00',
    );
  });

  test(`after a silence the reversal undoes whatever the bank booked, in ${protocol}`, async () => {
    const { desk, acquirer, signIn, ask, common, swiped } = await open({ protocol });
    await signIn();
    for (const when of ['beforeBooking', 'afterBooking'] as const) {
      await desk.bank.setBehaviour({ mode: 'silent', when, times: 1 });
      const request = swiped(30_000, '123456');
      const result = await acquirer.exchange(request);
      assert.ok(result.type === 'noAnswer' && result.maybeSent);
      assert.ok('stan' in request && 'card' in request);
      const answer = await ask({
        ...common(30_000),
        stan: request.stan,
        posEntryMode: '021',
        kind: 'reversal',
        of: 'preauth',
        reason: '98',
        original: { batch: 1, stan: request.stan, date: '1123' },
      });
      assert.equal(answer.responseCode, when === 'beforeBooking' ? '25' : '00');
    }
    assert.equal(desk.bank.ledger().sums.held.count, 0);
    const hold = await ask(swiped(40_000, '123456'));
    const completion = {
      ...common(40_000),
      kind: 'completion',
      original: originalOf(hold),
    } as const;
    await desk.bank.setBehaviour({ mode: 'silent', when: 'afterBooking', times: 1 });
    await acquirer.exchange(completion);
    assert.equal(desk.bank.ledger().sums.completed.count, 1);
    const undone = await ask({ ...completion, kind: 'reversal', of: 'completion', reason: '98' });
    assert.equal(undone.responseCode, '00');
    assert.equal(desk.bank.ledger().sums.held.count, 1);
  });
}

test('what the bank breaks on the line, the terminal names', async () => {
  const { desk, acquirer, signIn, swiped } = await open();
  await signIn();
  for (const [behaviour, fault] of [
    [{ mode: 'reset', when: 'before' }, 'link.reset'],
    [{ mode: 'truncated' }, 'link.badFrame'],
    [{ mode: 'garbage' }, 'answer.malformed'],
    [{ mode: 'wrongMac' }, 'answer.badMac'],
    [{ mode: 'wrongStan' }, 'link.answerTimeout'],
    [{ mode: 'down' }, 'link.connectRefused'],
  ] as const) {
    await desk.bank.setBehaviour(
      behaviour.mode === 'down' ? behaviour : { ...behaviour, times: 1 },
    );
    const result = await acquirer.exchange(swiped(1000, '123456'));
    assert.equal(result.type === 'noAnswer' && result.fault, fault);
  }
});

const pem = (name: string): string =>
  readFileSync(new URL(`../link/certificates/${name}.pem`, import.meta.url), 'utf8');

test('terminal and bank know each other by their certificates: TLS 1.3, one pinned authority', async () => {
  const bank = { cert: pem('host.cert'), key: pem('host.key'), ca: pem('ca.cert') };
  const terminal = { cert: pem('terminal.cert'), key: pem('terminal.key') };
  const link = { ...terminal, ca: pem('ca.cert'), servername: 'bank.test' };
  const { signIn, ask, swiped } = await open({}, { bank, link });
  assert.equal((await signIn()).responseCode, '00');
  assert.equal((await ask(swiped(50_000, '123456'))).responseCode, '00');
  const stranger = { cert: pem('stranger.cert'), key: pem('stranger.key') };
  const refused = await open({}, { bank, link: { ...link, ...stranger } });
  await assert.rejects(refused.signIn(), /link\.(tls|reset)/);
});
