import type { MasterKeyLoading } from '#hal/keystore/contract.ts';
import type { PinPad } from '#hal/pin-pad/contract.ts';
import type { DeskRequest } from '../desk/flow.ts';
import { takeKeyStep } from '../keys/steps.ts';
import type { Safekeeping } from '../safekeeping.ts';

type Asked = Extract<
  DeskRequest,
  {
    type: 'pinPad' | 'masterKey' | 'checkpoint' | 'freePercent' | 'backups' | 'restoreAtStart';
  }
>;

type Parts = {
  readonly pinPad: PinPad;
  readonly masterKeys: MasterKeyLoading;
  readonly safekeeping: Safekeeping;
};

/** What the desk asks of one part of the terminal and is answered at once. */
export function askParts(asked: Asked, { pinPad, masterKeys, safekeeping }: Parts): unknown {
  switch (asked.type) {
    case 'pinPad':
      return pinPad.key(asked.input);
    case 'masterKey':
      return takeKeyStep(masterKeys, asked.step);
    case 'checkpoint':
      return safekeeping.checkpoint();
    case 'freePercent':
      return safekeeping.freePercent();
    case 'backups':
      return safekeeping.backups();
    case 'restoreAtStart':
      return safekeeping.restoreAtStart(asked.by);
  }
}
