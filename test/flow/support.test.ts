import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { Shop } from './shop.ts';

const openSupport = async (shop: Shop) => {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'settings' });
  await shop.until('settings');
  shop.tap({ type: 'menu', id: 'supportBundle' });
  await shop.until('supervisor');
  shop.type('246810');
  shop.tap({ type: 'enter' });
  await shop.until('support', ({ end }) => end === undefined);
};

const shopFor = async (config: object = {}) => {
  const identity = await generateIdentity();
  const recipients = [await identityToRecipient(identity)];
  return {
    identity,
    shop: await Shop.open({ config: { care: { support: { recipients } }, ...config } }),
  };
};

describe('the file for support', () => {
  it('leaves only after a yes, opens with the vendor’s key alone, and holds no number', async () => {
    const { identity, shop } = await shopFor();
    try {
      const hold = await shop.hold();
      await openSupport(shop);
      const folder = join(shop.folder, 'data', 'support');
      assert.ok(!existsSync(folder), 'nothing before the yes');
      shop.tap({ type: 'primary' });
      const { end } = await shop.until('support', (screen) => screen.end !== undefined);
      if (end?.type !== 'done') assert.fail(JSON.stringify(end));
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const text = await decrypter.decrypt(readFileSync(join(folder, end.file)), 'text');
      assert.match(text, /holdfast-support-1/);
      assert.match(text, /transaction.approved/);
      assert.ok(!text.includes(shop.store.vault.open(hold.card?.token ?? '')?.reveal() ?? '-'));
      assert.ok(!text.includes('0123456789ABCDEFFEDCBA9876543210'), 'no key');
      assert.ok(!text.includes('246810'), 'no PIN');
      const last = shop.store.journal.read(0, 5_000).at(-1)?.event;
      assert.equal(last?.kind, 'care.bundled');
    } finally {
      await shop.close();
    }
  });

  it('a number that somebody wrote into a setting stops it: nothing is written', async () => {
    const desk = '6222 0000 0000 0009';
    const second = await shopFor({ merchant: { desk } });
    try {
      await openSupport(second.shop);
      second.shop.tap({ type: 'primary' });
      const { end } = await second.shop.until('support', (screen) => screen.end !== undefined);
      assert.deepEqual(end, { type: 'stopped', fault: 'support.numberFound' });
      const folder = join(second.shop.folder, 'data', 'support');
      assert.ok(!existsSync(folder) || readdirSync(folder).length === 0);
    } finally {
      await second.shop.close();
    }
  });
});
