import { memoryKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import type { HostLink } from '#hal/link/contract.ts';
import type { AcquirerSettings } from '#src/acquirer/settings.ts';
import { hex } from '#src/bytes.ts';
import { type BlockCipher, keyCheckValue, tdes } from '#src/security/block-cipher.ts';

export const masterKey = hex('0123456789ABCDEFFEDCBA9876543210');
export const pinKey = hex('11111111111111112222222222222222');
export const macKey = hex('33333333333333334444444444444444');

export const settings: AcquirerSettings = {
  protocol: 'unionpay',
  tpdu: '6000030000',
  header: '603100311010',
  merchantId: '123456789012345',
  terminalId: '12345678',
  macAlgorithm: 'ecb',
  keyMode: 'double',
  refusalsCarryMac: true,
  fallbackPosEntry: '80',
  readCapability: '5',
  pinCaptureCode: '06',
  sendLocalTime: true,
};

export const wrapped = (
  name: 'pin' | 'mac' | 'track',
  key: Uint8Array,
  cipher: BlockCipher = tdes,
) => ({
  name,
  encrypted: cipher.encrypt(masterKey, key),
  checkValue: keyCheckValue(cipher, key),
});

/** A keystore that has signed in, or not yet. */
export function keystore(loaded = true, cipher: BlockCipher = tdes): SoftwareKeystore {
  const made = new SoftwareKeystore({ cipher, masterKey, folder: memoryKeyFolder() });
  if (loaded)
    made.loadWorkingKeys([wrapped('pin', pinKey, cipher), wrapped('mac', macKey, cipher)]);
  return made;
}

/** A link that answers a request with the frames a test gives, or with what it throws. */
export class ScriptedLink implements HostLink {
  readonly sent: Uint8Array[] = [];
  readonly #answers: (request: Uint8Array) => readonly Uint8Array[];
  #late: (answer: Uint8Array) => void = () => {};

  constructor(answers: (request: Uint8Array) => readonly Uint8Array[]) {
    this.#answers = answers;
  }

  async exchange(request: Uint8Array, accepts: (answer: Uint8Array) => boolean) {
    this.sent.push(request);
    let accepted: Uint8Array | undefined;
    for (const answer of this.#answers(request)) {
      if (accepted === undefined && accepts(answer)) accepted = answer;
      else this.#late(answer);
    }
    if (accepted === undefined) throw new Error('the script gave no answer that was taken');
    return accepted;
  }

  onLate(listener: (answer: Uint8Array) => void): void {
    this.#late = listener;
  }

  useNext() {
    return { host: 'bench', port: 1 };
  }

  async probe(): Promise<void> {
    this.#answers(new Uint8Array());
  }

  async close(): Promise<void> {}
}
