import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import type { HostRequest } from '#src/acquirer/contract.ts';
import type { AcquirerSettings } from '#src/acquirer/settings.ts';
import { hex, toHex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { keystore, ScriptedLink, settings } from './bench-bank.ts';

/**
 * Frames made by an independent packer (other language, other DES): `sent` is what must leave for `request`,
 * `answer` is what comes back, `result` what the flows must hear. Bytes are hex.
 */
type Vector = {
  readonly about: string;
  readonly settings?: Partial<AcquirerSettings>;
  readonly request: Record<string, unknown> & { readonly card?: Record<string, unknown> };
  readonly sent: string;
  readonly answer: string;
  readonly result: unknown;
};

const folder = new URL('../host/', import.meta.url);

function requestOf({ request }: Vector): HostRequest {
  if (request.card === undefined) return request as unknown as HostRequest;
  const { pan, pinBlock, chipData, ...rest } = request.card;
  const card = {
    ...rest,
    pan: Pan.parse(String(pan)),
    ...(pinBlock === undefined ? {} : { pinBlock: hex(String(pinBlock)) }),
    ...(chipData === undefined ? {} : { chipData: hex(String(chipData)) }),
  };
  return { ...request, card } as unknown as HostRequest;
}

/** Bytes as hex, so that a result compares with a file. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, item) => (item instanceof Uint8Array ? toHex(item) : item)),
  );

for (const file of readdirSync(folder).sort()) {
  const vector: Vector = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  test(`${vector.about} (${file})`, async () => {
    const link = new ScriptedLink(() => [hex(vector.answer)]);
    const acquirer = createAcquirer({
      settings: { ...settings, ...vector.settings },
      link,
      keystore: keystore(vector.request.kind !== 'signIn'),
    });
    const result = await acquirer.exchange(requestOf(vector));
    assert.equal(toHex(link.sent[0]!), vector.sent);
    assert.deepEqual(plain(result), vector.result);
    if (vector.request.kind === 'signIn') assert.ok(acquirer.signedIn);
  });
}
