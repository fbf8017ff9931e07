import { Cashier } from '../device/shift.ts';
import { Simulator } from '../device/simulator.ts';
import { OutsideBank, terminalMasterKey } from './outside-bank.ts';

const modes = { '001': 'single', '003': 'double', '004': 'doubleWithTrack', '005': 'sm4' } as const;

export type Agreement = {
  readonly dialect: 'unionpay-bcd' | 'iso8583-ascii';
  readonly mode: keyof typeof modes;
  readonly mac: 'ecb' | 'x919' | 'cbc';
};

export type OutsideShop = {
  readonly bank: OutsideBank;
  readonly shop: Simulator;
  readonly cashier: Cashier;
  readonly stop: () => Promise<void>;
};

type More = {
  readonly policies?: object;
  readonly acquirer?: object;
  readonly config?: object;
  readonly bankArgs?: readonly string[];
};

/** A terminal and the outside bank, which agreed on protocol, keys and MAC. */
export async function openShop(agreed: Agreement, more: More = {}): Promise<OutsideShop> {
  const { dialect, mode, mac } = agreed;
  const bank = await OutsideBank.open([
    ...['--dialect', dialect, '--mode', mode, '--mac', mac, ...(more.bankArgs ?? [])],
  ]);
  const shop = await Simulator.start({
    config: {
      language: 'en',
      policies: { pinOnChange: false, ...more.policies },
      acquirer: {
        ...{ dialect, keyMode: modes[mode], macAlgorithm: mac, terminalMasterKey },
        ...{ retrySeconds: 1, answerTimeoutMs: 2_000, ...more.acquirer },
      },
      ...more.config,
    },
    args: ['--acquirer', bank.address],
  });
  const stop = async () => {
    await shop.stop();
    await bank.stop();
  };
  return { bank, shop, cashier: new Cashier(shop), stop };
}
