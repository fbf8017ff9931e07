import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { booksAgree, outsideBankMissing } from './outside-bank.ts';
import { type Agreement, openShop } from './shop.ts';

const skip = outsideBankMissing() ?? false;
const certificate = (name: string): string =>
  fileURLToPath(new URL(`../link/certificates/${name}.pem`, import.meta.url));
const pem = (name: string): string => readFileSync(certificate(name), 'utf8');

const agreements: readonly Agreement[] = [
  { dialect: 'unionpay-bcd', mode: '001', mac: 'x919' },
  { dialect: 'unionpay-bcd', mode: '005', mac: 'cbc' },
  { dialect: 'iso8583-ascii', mode: '004', mac: 'ecb' },
  { dialect: 'iso8583-ascii', mode: '005', mac: 'ecb' },
];

for (const agreed of agreements) {
  const { dialect, mode, mac } = agreed;
  it(`${dialect}, keys of kind ${mode}, MAC ${mac}: PIN, MAC, track and cryptogram are right to the outside bank`, {
    skip,
  }, async () => {
    const { bank, shop, cashier, stop } = await openShop(agreed, {
      policies: { pinOnChange: true },
    });
    try {
      await cashier.hold(70_000);
      // Its number has 19 digits, and its track an odd count.
      await cashier.hold(80_000, 'unionpay-debit');
      await cashier.openHold(70_000);
      await cashier.tap('complete');
      await cashier.tap('primary');
      await shop.pin('123456');
      await shop.until('done');
      await booksAgree(bank, shop);
      assert.deepEqual(await bank.complaints(), []);
      const states = (await bank.ledger()).holds.map(({ state }) => state);
      assert.deepEqual(states, ['completed', 'held']);
    } finally {
      await stop();
    }
  });
}

it('over TLS 1.3 each side shows a certificate of the authority that the other one pinned', {
  skip,
}, async () => {
  const tls = { ca: pem('ca.cert'), cert: pem('terminal.cert'), key: pem('terminal.key') };
  const { bank, shop, cashier, stop } = await openShop(
    { dialect: 'iso8583-ascii', mode: '003', mac: 'cbc' },
    {
      acquirer: { tls: { ...tls, servername: 'bank.test' } },
      bankArgs: [
        ...['--cert', certificate('host.cert'), '--key', certificate('host.key')],
        ...['--ca', certificate('ca.cert')],
      ],
    },
  );
  try {
    await cashier.hold(61_000);
    await booksAgree(bank, shop);
    assert.deepEqual(await bank.complaints(), []);
    const line = (await bank.heard()).find(({ kind }) => kind === 'tls');
    assert.equal(line?.version, 'TLSv1.3');
  } finally {
    await stop();
  }
});

it('working keys with a wrong check value are never used, and the next sign-in is', {
  skip,
}, async () => {
  const { bank, shop, cashier, stop } = await openShop(
    { dialect: 'unionpay-bcd', mode: '003', mac: 'ecb' },
    { bankArgs: ['--spoilt-sign-ins', '2'] },
  );
  try {
    await shop.eventually(
      async () => (await bank.heard()).filter(({ kind }) => kind === 'signIn').length > 2,
      'the third sign-in',
    );
    await cashier.hold(62_000);
    assert.deepEqual(await bank.complaints(), []);
    assert.equal((await bank.ledger()).holds.length, 1);
  } finally {
    await stop();
  }
});
