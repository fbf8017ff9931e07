import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('what is not known is asked, and the answer settles it', () => {
  const others = createServer((socket) => socket.on('error', () => undefined));
  let shop: Shop;
  before(async () => {
    await new Promise<void>((resolve) => others.listen(0, '127.0.0.1', resolve));
    const { port } = others.address() as AddressInfo;
    shop = await Shop.open({ config: { probes: { otherHost: { host: '127.0.0.1', port } } } });
  });
  after(async () => {
    await shop.close();
    others.close();
  });

  const begin = async () => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
  };
  const stop = async () => {
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'stop' });
    await shop.until('home');
  };

  it('nobody gives a card: the customer is asked about, and a yes is the cause', async () => {
    await begin();
    shop.tap({ type: 'noCard' });
    const open = await shop.until('why');
    assert.equal(open.diagnosis.cause, 'unknown');
    shop.tap({ type: 'settle' });
    const asked = await shop.until('why-question');
    assert.equal(asked.question, 'customerUnwilling');
    shop.tap({ type: 'said', answer: 'yes' });
    const known = await shop.until('why', ({ diagnosis }) => diagnosis.cause !== 'unknown');
    assert.equal(known.diagnosis.cause, 'withheld');
    await stop();
    assert.ok(
      shop.incidents().some(({ diagnosis }) => diagnosis.cause === 'withheld'),
      'the case knows it too',
    );
  });

  it('a refused line with others answering becomes the bank’s side by itself, after the first picture', async () => {
    await shop.bank.setBehaviour({ mode: 'down' });
    await begin();
    shop.slot.insert('unionpay-credit');
    const known = await shop.until('why', ({ diagnosis }) => diagnosis.cause === 'bankSide');
    assert.equal(known.diagnosis.finding, 'bankDown');
    await shop.bank.setBehaviour({ mode: 'approve' });
    await stop();
  });

  it('two dead cards: the test card is read, so it is the cards', async () => {
    await begin();
    shop.slot.insert('dead-chip');
    await shop.until('why');
    shop.tap({ type: 'way', remedy: 'otherCard' });
    await shop.until('present-card');
    shop.slot.remove();
    shop.slot.insert('dead-both');
    const open = await shop.until('why', ({ diagnosis }) => diagnosis.cause === 'unknown');
    assert.deepEqual(open.diagnosis.nextTest, {
      type: 'test',
      test: 'testCard',
      tellsApart: ['deviceFault', 'damagedOrExpired'],
    });
    shop.tap({ type: 'settle' });
    await shop.until('test-card');
    shop.slot.remove();
    shop.slot.insert('no-cvm');
    const known = await shop.until('why', ({ diagnosis }) => diagnosis.cause !== 'unknown');
    assert.equal(known.diagnosis.cause, 'damagedOrExpired');
    assert.ok(
      known.diagnosis.because.some((item) => item.type === 'testCard' && item.read),
      'the test card is named as the reason',
    );
    await stop();
  });
});
