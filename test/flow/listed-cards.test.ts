import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { listedDigest } from '#src/card/exception-file.ts';
import { Pan } from '#src/card/pan.ts';
import { defaults } from '#src/config/defaults.ts';
import type { HistoryEntry } from '#src/preauth/hold.ts';
import { Shop } from './shop.ts';

/** The number of the tray's `unionpay-credit`, sequence number 01; its bank is certified as 000001 under F1. */
const number = Pan.parse('6222000000014471');
const salt = '5A'.repeat(16);

const listed = (panSequenceNumber?: number) => ({
  exceptionFile: {
    salt,
    cards: [
      {
        digest: number instanceof Pan ? toHex(listedDigest(number, hex(salt))) : '',
        ...(panSequenceNumber === undefined ? {} : { panSequenceNumber }),
      },
    ],
  },
});

async function tvrOf(config: unknown): Promise<string> {
  const shop = await Shop.open({ config });
  try {
    const hold = await shop.hold();
    const taken = hold.history.find(({ what }: HistoryEntry) => what === 'preauth');
    return taken?.slip?.emv?.tvr ?? '';
  } finally {
    await shop.close();
  }
}

const byte1 = (tvr: string): number => Number.parseInt(tvr.slice(0, 2), 16);

describe('what the acquirer lists in the configuration reaches the bank in the chip data', () => {
  const rows = [
    ['nothing is listed', {}, 0x00, 0x14],
    ['the number is listed', listed(), 0x10, 0x10],
    ['this card of the number is listed', listed(1), 0x10, 0x10],
    ['another card of the number is listed', listed(7), 0x00, 0x10],
  ] as const;
  for (const [sentence, config, bits, mask] of rows) {
    it(`${sentence}: TVR byte 1 says ${bits.toString(16)}`, async () => {
      assert.equal(byte1(await tvrOf(config)) & mask, bits);
    });
  }

  it('a withdrawn certificate of the card’s bank makes its authentication fail', async () => {
    const revokedCertificates = ['000001', '000002', '000003'].map((serialNumber) => ({
      rid: 'A000000333',
      index: 'F1',
      serialNumber,
    }));
    assert.equal(byte1(await tvrOf({ revokedCertificates })) & 0x0c, 0x04);
    const others = revokedCertificates.map((it) => ({ ...it, index: 'F2' }));
    assert.equal(byte1(await tvrOf({ revokedCertificates: others })) & 0x0c, 0x00);
  });

  it('a listed card that the terminal’s action code denies is stopped by the terminal, and the screen says so', async () => {
    const applications = defaults.applications.map((it) => ({ ...it, tacDenial: '1000000000' }));
    const shop = await Shop.open({ config: { ...listed(), applications } });
    try {
      await shop.until('home');
      shop.tap({ type: 'go', to: 'preauth' });
      shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
      shop.tap({ type: 'primary' });
      await shop.until('present-card');
      shop.slot.insert('unionpay-credit');
      await shop.until('pin');
      shop.pin('123456');
      const screen = await shop.until('declined');
      assert.equal(screen.by, 'terminal');
      assert.ok(!screen.offers.includes('swipe'));
    } finally {
      await shop.close();
    }
  });
});
