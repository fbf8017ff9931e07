import { hex } from '../bytes.ts';
import { sm4, tdes } from '../security/block-cipher.ts';
import type { Config } from './schema.ts';

/**
 * What the keystore has to know of the acquirer's keys: single-length working keys go with a master key of either
 * length, longer ones with one that is no shorter. Test keys are for the simulator.
 */
export const keystoreOptions = ({ acquirer }: Config, simulated: boolean) => ({
  cipher: acquirer.keyMode === 'sm4' ? sm4 : tdes,
  masterKey: hex(acquirer.terminalMasterKey),
  partDigits: acquirer.keyMode === 'single' ? [16, 32] : [32],
  testKeysAllowed: simulated,
});
