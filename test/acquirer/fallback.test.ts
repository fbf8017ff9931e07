import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import type { HostRequest } from '#src/acquirer/contract.ts';
import type { AcquirerSettings } from '#src/acquirer/settings.ts';
import { Pan } from '#src/card/pan.ts';
import { TerminalFault } from '#src/fault.ts';
import { unpack } from '#src/iso8583/codec.ts';
import type { Message } from '#src/iso8583/message.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { keystore, ScriptedLink, settings } from './bench-bank.ts';

const preauth = (posEntryMode: '021' | '051' | '801' | '802'): HostRequest => ({
  kind: 'preauth',
  cardPresent: true,
  stan: 123,
  batch: 7,
  amount: { minorUnits: 50_000, currency: '156' },
  localDate: '1123',
  localTime: '101530',
  posEntryMode,
  card: {
    pan: Pan.parse('6222020000000000018') as Pan,
    expiry: '3012',
    track2: '6222020000000000018D3012201',
  },
});

/** What the desk says, how the acquirer wants a fallback said, and fields 22 and 60.5 as they go onto the line. */
const rows: readonly (readonly [
  mode: '021' | '051' | '801' | '802',
  said: AcquirerSettings['fallbackPosEntry'],
  field22: string,
  field60part5: string,
])[] = [
  ['801', '02', '021', '2'],
  ['802', '02', '022', '2'],
  ['801', '80', '801', '0'],
  ['802', '80', '802', '0'],
  ['021', '02', '021', '0'],
  ['051', '02', '051', '0'],
  ['051', '80', '051', '0'],
];

for (const [mode, fallbackPosEntry, field22, field60part5] of rows) {
  test(`${mode} where a fallback is said as ${fallbackPosEntry}: F22 ${field22}, F60.5 ${field60part5}`, async () => {
    const requests: Message[] = [];
    const link = new ScriptedLink((frame) => {
      requests.push(unpack(unionPay, frame.subarray(11)) as Message);
      throw new TerminalFault('link.answerTimeout', 'later');
    });
    const acquirer = createAcquirer({
      settings: { ...settings, fallbackPosEntry },
      link,
      keystore: keystore(),
    });
    await acquirer.exchange(preauth(mode));
    const [sent] = requests;
    assert.equal(sent?.fields[22], field22);
    assert.equal(String(sent?.fields[60]).slice(12, 13), field60part5);
  });
}
