import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('a chip that answers its reset with nonsense', () => {
  for (const [card, type, finding] of [
    ['bad-atr', 'badAtr', 'chipDamaged'],
    ['dead-chip', 'noAtr', 'chipDead'],
  ] as const) {
    it(`${card}: the case says ${type}, and what the chip said`, async () => {
      const shop = await Shop.open();
      try {
        await shop.until('home');
        shop.tap({ type: 'go', to: 'preauth' });
        shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
        shop.tap({ type: 'primary' });
        await shop.until('present-card');
        shop.slot.insert(card);
        const { diagnosis } = await shop.until('why');
        assert.equal(diagnosis.finding, finding);
        const [evidence] = diagnosis.because;
        assert.equal(evidence?.type, type);
        if (evidence?.type === 'badAtr') assert.equal(evidence.atr, '00A1B2C3');
      } finally {
        await shop.close();
      }
    });
  }
});
