import type { AcquirerSettings } from '../acquirer/settings.ts';
import type { Config } from './schema.ts';

/** The acquirer's part of the configuration, in the words of `src/acquirer`. */
export function acquirerSettings({ acquirer, merchant }: Config): AcquirerSettings {
  return {
    protocol: acquirer.dialect === 'unionpay-bcd' ? 'unionpay' : 'iso1987',
    tpdu: acquirer.tpdu,
    header: acquirer.header,
    merchantId: merchant.merchantId,
    terminalId: merchant.terminalId,
    macAlgorithm: acquirer.macAlgorithm,
    keyMode: acquirer.keyMode,
    refusalsCarryMac: acquirer.refusalsCarryMac,
    fallbackPosEntry: acquirer.fallbackPosEntry,
    readCapability: '5',
    pinCaptureCode: '06',
    sendLocalTime: acquirer.sendLocalTime,
  };
}
