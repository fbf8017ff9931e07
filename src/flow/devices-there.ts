import type { MagneticHead } from '#hal/head/contract.ts';
import type { PinPad } from '#hal/pin-pad/contract.ts';
import type { DevicesThere } from '../care/check.ts';
import { type Channel, messageChannels } from '../contact/events.ts';
import type { Messengers } from './tasks.ts';

type Parts = {
  readonly head: MagneticHead;
  readonly pinPad: PinPad;
  readonly messengers: Messengers;
};

/** What the drivers know of their devices at this moment. */
export function devicesThere({ head, pinPad, messengers }: Parts): DevicesThere {
  return {
    pinPad: pinPad.present,
    head: head.kind === 'none' ? 'none' : head.present ? 'there' : 'gone',
    messages: messageChannels.flatMap((channel: Channel) => {
      const way = messengers[channel];
      if (way === undefined) return [];
      return [{ channel, ...(way.trouble === undefined ? {} : { trouble: way.trouble }) }];
    }),
  };
}
