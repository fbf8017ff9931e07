import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardProfiles } from '#hal/simulator/cards/tray.ts';
import { take } from './card-driver.ts';
import { endOf, run } from './kernel-driver.ts';

/** How each card of the tray ends at a terminal with the default configuration. */
const ends: Record<string, string> = {
  signature: 'approved with signature',
  'dirty-chip': 'protocolError at readRecords',
  mute: 'cardMute at initiate',
  'pulled-half-way': 'cardRemoved at readRecords',
  'pulled-after-bank': 'cardRemoved at issuerAuthentication',
  'declines-after-approval': 'declinedByCardAfterApproval',
  'declines-itself': 'declinedOffline',
  'blocked-application': 'applicationBlocked at select',
  'blocked-card': 'cardBlocked at select',
  unsupported: 'noCommonApplication at select',
  'no-number': 'mandatoryDataMissing at readRecords',
  'two-numbers': 'dataConflict at readRecords',
};

/** First byte of the TVR: what came of the offline authentication; 00 that it was done and held. */
const authentication: Record<string, string> = {
  // EMV 4.4 Book 3 annex C5: SDA selected.
  'no-cvm': '02',
  // Not performed: this card carries no certificates.
  'no-expiry': '80',
};

for (const { id, chip, faults, group } of cardProfiles()) {
  const answersReset = chip !== null && !faults.some(({ at }) => at.reset !== undefined);
  if (!answersReset || group === 'hostile') continue;
  test(`the card ${id} ends as: ${ends[id] ?? 'approved'}`, async () => {
    const { outcome } = await run(take(id));
    assert.equal(endOf(outcome), ends[id] ?? 'approved');
    if (outcome.type === 'approved') {
      assert.equal(outcome.lines.tvr.slice(0, 2), authentication[id] ?? '00');
    }
  });
}

for (const id of ['dirty-chip', 'pulled-half-way', 'pulled-after-bank']) {
  test(`the card ${id} works in the end`, async () => {
    const card = take(id);
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      seen.push(endOf((await run(card)).outcome));
      card.insert();
      card.reset('cold');
    }
    const works = id === 'dirty-chip' ? [false, false, true] : [false, true, false];
    assert.deepEqual(
      seen.map((end) => end === 'approved'),
      works,
    );
  });
}

for (const [capabilities, asks] of [
  ['E0F8C8', 'offlinePin'],
  ['E068C8', 'onlinePin'],
] as const) {
  test(`with capabilities ${capabilities} the card that checks PINs itself leads to ${asks}`, async () => {
    const { outcome, asked } = await run(take('offline-pin'), capabilities);
    assert.equal(endOf(outcome), 'approved');
    assert.deepEqual(asked, ['random', asks, 'online']);
  });
}
