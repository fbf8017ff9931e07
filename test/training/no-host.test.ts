import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { memoryKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { createTcpLink } from '#hal/link/tcp.ts';
import { TrainingAcquirer } from '#hal/training/acquirer.ts';
import { TrainingTerminal } from '#hal/training/terminal.ts';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import { hex } from '#src/bytes.ts';
import { acquirerSettings } from '#src/config/acquirer.ts';
import { linkOptions } from '#src/config/link-options.ts';
import { loadConfig } from '#src/config/load.ts';
import { tdes } from '#src/security/block-cipher.ts';
import type { TerminalParts } from '#src/terminal.ts';
import { Trainee } from './trainee.ts';

describe('a training reaches no host', () => {
  it('the bank of the shop hears nothing, and no socket is opened, in a whole exercise', async () => {
    let connections = 0;
    const bank = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => bank.listen(0, '127.0.0.1', resolve));
    const address = bank.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    let sockets = 0;
    const count = () => {
      sockets += 1;
    };
    subscribe('net.client.socket', count);
    try {
      const trainee = new Trainee({ acquirer: { addresses: [{ host: '127.0.0.1', port }] } });
      trainee.begin('bankDown');
      await trainee.ask();
      await trainee.way('waitForBank');
      await trainee.until('wait-for-bank');
      trainee.tap({ type: 'primary' });
      const { heldAtBank } = await trainee.done();
      assert.deepEqual(heldAtBank, [50_000], 'its own bank has booked it');
      assert.deepEqual([connections, sockets], [0, 0]);
    } finally {
      unsubscribe('net.client.socket', count);
      bank.close();
    }
  });

  it('a real link, or an acquirer of one, does not fit where the training wants its own: the compiler says so', () => {
    const config = loadConfig();
    assert.ok('merchant' in config);
    const keystore = new SoftwareKeystore({
      cipher: tdes,
      masterKey: hex(config.acquirer.terminalMasterKey),
      folder: memoryKeyFolder(),
    });
    const link = createTcpLink(linkOptions(config));
    // @ts-expect-error a TCP link is no TrainingLink
    const acquirer = new TrainingAcquirer(config, link, keystore);
    assert.equal(acquirer.signedIn, false);
    const real = createAcquirer({ settings: acquirerSettings(config), link, keystore });
    const wire = (parts: Omit<TerminalParts, 'acquirer' | 'trainer'>) =>
      // @ts-expect-error an acquirer of a real link is no TrainingAcquirer
      new TrainingTerminal({ ...parts, acquirer: real });
    assert.equal(typeof wire, 'function');
  });
});
