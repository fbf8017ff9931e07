import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import type { SimulatedSlot, SlotEvent } from '#hal/reader/simulated-slot.ts';
import type { VirtualCard } from '#hal/simulator/vpcd-peer.ts';
import { hex, toHex } from '#src/bytes.ts';
import { isFault } from '#src/fault.ts';
import { plainCard, type ReaderHarness, readerContract } from '../contract/reader.ts';

/** A slot whose card the test holds in its hand. */
class Slot implements SimulatedSlot {
  card: VirtualCard | undefined;
  gone = false;
  readonly #listeners = new Set<(event: SlotEvent) => void>();

  listen(listener: (event: SlotEvent) => void) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
  say(type: SlotEvent['type']) {
    for (const listener of this.#listeners) listener({ type });
  }
  status() {
    if (this.gone) return 'gone';
    return this.card === undefined ? 'empty' : 'card';
  }
  powerOn = async () => this.card?.powerOn() ?? new Uint8Array();
  warmReset = async () => this.card?.warmReset() ?? new Uint8Array();
  transmit = async (command: Uint8Array) => this.card?.transmit(command) ?? new Uint8Array();
  powerOff = async () => this.card?.powerOff();
}

function simulatedHarness(): ReaderHarness {
  const slot = new Slot();
  return {
    start: async () => {},
    open: async (options) => openSimulatedReader(slot, options),
    insert: async (card) => {
      slot.card = card;
      slot.say('inserted');
    },
    remove: async () => {
      if (slot.card === undefined) return;
      slot.card = undefined;
      slot.say('removed');
    },
    leave: async () => {
      slot.gone = true;
      slot.say('readerGone');
    },
    comeBack: async () => {
      slot.gone = false;
      slot.say('readerBack');
    },
    stop: async () => {},
  };
}

readerContract('simulated', simulatedHarness());

it('heals a mute card by a warm reset, and never takes a late answer for the next command', async () => {
  const slot = new Slot();
  let answerLate = (_: Uint8Array) => {};
  let first = true;
  slot.card = plainCard({
    transmit: async () => {
      if (!first) return hex('9000');
      first = false;
      return new Promise<Uint8Array>((resolve) => {
        answerLate = resolve;
      });
    },
  });
  const reader = openSimulatedReader(slot, { answerTimeoutMs: 20 });
  const connection = await reader.connect();
  await assert.rejects(connection.transmit(hex('00B2010C00')), (error) =>
    isFault(error, 'reader.cardMute'),
  );
  answerLate(hex('6A83'));
  await connection.warmReset();
  assert.equal(toHex(await connection.transmit(hex('00B2010C00'))), '9000');
  await reader.close();
});

it('calls the reader gone when the world behind the slot fails', async () => {
  const slot = new Slot();
  slot.card = plainCard({ transmit: () => Promise.reject(new Error('socket closed')) });
  const reader = openSimulatedReader(slot);
  const connection = await reader.connect();
  await assert.rejects(connection.transmit(hex('00B2010C00')), (error) =>
    isFault(error, 'reader.gone'),
  );
  await reader.close();
});

it('shows a card that gives no answer to reset as unresponsive until it leaves', async () => {
  const slot = new Slot();
  slot.card = plainCard({ powerOn: async () => hex(''), warmReset: async () => hex('') });
  const reader = openSimulatedReader(slot);
  await assert.rejects(reader.connect());
  assert.equal(reader.status, 'unresponsiveCard');
  slot.card = undefined;
  slot.say('removed');
  assert.equal(reader.status, 'empty');
  await reader.close();
});
