import type { Config } from '#src/config/schema.ts';
import { openAtMessenger } from '../modem/at.ts';
import type { ModemPort } from '../modem/contract.ts';
import { openSerialModem } from '../modem/serial.ts';
import type { Messenger } from './contract.ts';
import { openGateway } from './gateway.ts';
import { openMail } from './mail.ts';

const timeoutMs = 20_000;

/** Ways to customers: a modem's texts or a gateway's, and e-mail where a server is named. */
export function openMessengers(
  { modem, gateway, mail }: Config['contact'],
  simulatedModem: () => ModemPort,
): { readonly sms: Messenger; readonly email?: Messenger } {
  const port = () =>
    modem === undefined ? simulatedModem() : openSerialModem(modem.device, modem.baudRate);
  return {
    sms:
      modem === undefined && gateway !== undefined
        ? openGateway({ ...gateway, timeoutMs })
        : openAtMessenger(port()),
    ...(mail === undefined ? {} : { email: openMail({ ...mail, timeoutMs }) }),
  };
}
