import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { type PinPadAction, pinPadBytes, SimulatedPinPad } from '#hal/pin-pad/simulated.ts';
import { hex, toHex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { isFault } from '#src/fault.ts';
import { tdes } from '#src/security/block-cipher.ts';

const pan = Pan.parse('6222020000000000018') as Pan;
const pinKey = hex('11111111111111112222222222222222');

/** A pad with a hand-wound clock and its key in a keystore. */
function pad(hasKey = true) {
  const timers = new Set<() => void>();
  const keystore = {
    pinBlockLength: 8,
    has: () => hasKey,
    encryptPinBlock: (clear: Uint8Array) => tdes.encrypt(pinKey, clear),
  };
  const device = new SimulatedPinPad(keystore, (_ms, done) => {
    timers.add(done);
    return () => timers.delete(done);
  });
  return { device, expire: () => [...timers].map((done) => done()), timers };
}

const counts: number[] = [];
const request = (bypassAllowed = false) => ({
  pan,
  minDigits: 4,
  maxDigits: 6,
  timeoutMs: 60_000,
  bypassAllowed,
  onDigits: (count: number) => counts.push(count),
});
const type = (device: SimulatedPinPad, input: { digits: string } | { action: PinPadAction }) =>
  device.receive(pinPadBytes(input)!);

test('the terminal gets a sealed block and a count, never a digit', async () => {
  counts.length = 0;
  const { device, timers } = pad();
  const entry = device.enterOnlinePin(request());
  assert.ok(device.waiting);
  assert.doesNotMatch(inspect(device, { depth: 9, showHidden: true }), /123456/);
  assert.ok(type(device, { digits: '123456' }));
  const result = await entry;
  assert.ok(result.type === 'pinBlock');
  assert.equal(toHex(tdes.decrypt(pinKey, result.pinBlock)), '06123456FFFFFFFE');
  assert.deepEqual(counts, [1, 2, 3, 4, 5, 6]);
  assert.equal(timers.size, 0);
  assert.ok(!device.waiting);
});

test('touches on the shared screen are keys of the pad', async () => {
  counts.length = 0;
  const { device } = pad();
  const entry = device.enterOnlinePin(request());
  for (const key of ['9', '9', 'clear', '1', '2', '3', 'enter', '4', 'enter'] as const)
    device.key(key);
  const result = await entry;
  assert.ok(result.type === 'pinBlock');
  assert.equal(toHex(tdes.decrypt(pinKey, result.pinBlock)).slice(0, 6), '041234');
  assert.deepEqual(counts, [1, 2, 0, 1, 2, 3, 4]);
});

test('more digits than the longest PIN are not taken', async () => {
  const { device } = pad();
  const entry = device.enterOnlinePin(request());
  type(device, { digits: '12345678' });
  const result = await entry;
  assert.ok(result.type === 'pinBlock');
  assert.equal(toHex(tdes.decrypt(pinKey, result.pinBlock)).slice(0, 8), '06123456');
});

test('a customer may go without a PIN only where it is allowed', async () => {
  const { device, expire } = pad();
  const allowed = device.enterOnlinePin(request(true));
  type(device, { action: 'bypass' });
  assert.deepEqual(await allowed, { type: 'bypassed' });
  const refused = device.enterOnlinePin(request(false));
  type(device, { action: 'bypass' });
  assert.ok(device.waiting);
  expire();
  assert.deepEqual(await refused, { type: 'timedOut' });
});

test('cancel, a customer who never comes, and a pulled cable are told apart', async () => {
  const { device } = pad();
  const cancelled = device.enterOnlinePin(request());
  type(device, { action: 'cancel' });
  assert.deepEqual(await cancelled, { type: 'cancelled' });
  const timedOut = device.enterOnlinePin(request());
  type(device, { action: 'timeout' });
  assert.deepEqual(await timedOut, { type: 'timedOut' });
  const gone = device.enterOnlinePin(request());
  type(device, { action: 'unplug' });
  await assert.rejects(gone, (error) => isFault(error, 'pinPad.gone'));
  assert.equal(device.present, false);
  await assert.rejects(device.enterOnlinePin(request()), (error) => isFault(error, 'pinPad.gone'));
  type(device, { action: 'clear' });
  assert.equal(device.present, true);
  const back = device.enterOnlinePin(request());
  await device.close();
  await assert.rejects(back, (error) => isFault(error, 'pinPad.gone'));
});

test('without its key the pad does not ask the customer', async () => {
  const { device } = pad(false);
  await assert.rejects(device.enterOnlinePin(request()), (error) =>
    isFault(error, 'keystore.missingKey'),
  );
});

test('keys that nobody asked for go nowhere', () => {
  const { device } = pad();
  assert.equal(type(device, { digits: '1234' }), false);
  assert.equal(pinPadBytes({ digits: '12x4' }), undefined);
});
