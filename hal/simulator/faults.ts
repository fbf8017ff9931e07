import { z } from 'zod';
import type { Both } from './problem.ts';

type Row = {
  readonly label: Both;
  /** What else must be said; all faults take `name` alone otherwise. */
  readonly parameters: z.ZodRawShape;
  /** Which part must be simulated for it. */
  readonly needs?: 'reader' | 'printer' | 'head' | 'bank';
  /** Strikes once and is gone. */
  readonly once?: true;
  /** The terminal starts anew with it: it is in its configuration. */
  readonly restarts?: true;
};

const apdu = z.int().min(1).max(200).describe('at the n-th command from now, 1 is the next');

/** What can break, named by what a person would see. */
export const faultTable = {
  readerUnplugged: {
    label: { en: 'The card reader is unplugged', zh: '读卡器掉线' },
    parameters: {},
    needs: 'reader',
  },
  readerServiceDown: {
    label: { en: "The reader's service has stopped", zh: '读卡服务停了' },
    parameters: {},
    needs: 'reader',
  },
  chipDirty: {
    label: { en: 'A dirty chip: breaks off half-way', zh: '芯片脏：读一半就断' },
    parameters: {},
    needs: 'reader',
  },
  contactsDirty: {
    label: {
      en: 'Dirty contacts in the slot: no card gives a sign',
      zh: '卡口触点脏：什么卡都没反应',
    },
    parameters: {},
    needs: 'reader',
  },
  customerRefuses: {
    label: { en: 'The customer refuses to give the card', zh: '客人不肯给卡' },
    parameters: {},
    needs: 'reader',
  },
  cardPulledAtApdu: {
    label: { en: 'The customer pulls the card half-way', zh: '顾客中途拔卡' },
    parameters: { apdu },
    needs: 'reader',
    once: true,
  },
  cardMuteAtApdu: {
    label: { en: 'The chip stops answering', zh: '芯片突然不应答' },
    parameters: { apdu },
    needs: 'reader',
    once: true,
  },
  contactsBreakAtApdu: {
    label: { en: 'The contacts lose the card for a moment', zh: '触点瞬间接触不良' },
    parameters: { apdu },
    needs: 'reader',
    once: true,
  },
  headDirty: {
    label: { en: 'The magnetic head is dirty', zh: '磁头脏' },
    parameters: {},
    needs: 'head',
  },
  headStuck: {
    label: {
      en: "The head's line is stuck: swipes carry nothing",
      zh: '磁头线路卡死：刷卡没有信号',
    },
    parameters: {},
    needs: 'head',
  },
  headUnplugged: {
    label: { en: 'The head’s cable has come off', zh: '磁头排线掉了' },
    parameters: {},
    needs: 'head',
  },
  paperLow: {
    label: { en: 'Paper is running low', zh: '纸快用完' },
    parameters: {},
    needs: 'printer',
  },
  paperOut: { label: { en: 'Paper is out', zh: '缺纸' }, parameters: {}, needs: 'printer' },
  printerJam: {
    label: { en: 'The printer jams', zh: '打印机卡纸' },
    parameters: {},
    needs: 'printer',
  },
  printerUnplugged: {
    label: { en: 'The printer is unplugged', zh: '打印机掉线' },
    parameters: {},
    needs: 'printer',
  },
  networkDown: {
    label: { en: 'No network', zh: '没有网络' },
    parameters: {},
  },
  networkSlow: {
    label: { en: 'A slow network', zh: '网络很慢' },
    parameters: { delayMs: z.int().min(1).max(120_000).default(3000) },
    needs: 'bank',
  },
  answersLost: {
    label: { en: "The bank's answers get lost on the way", zh: '银行的应答丢在路上' },
    parameters: {},
    needs: 'bank',
  },
  lineReset: {
    label: { en: 'The line breaks now', zh: '线路此刻断一下' },
    parameters: {},
    needs: 'bank',
    once: true,
  },
  bankDown: {
    label: { en: "The bank's computer is down", zh: '银行主机停机' },
    parameters: {},
    needs: 'bank',
  },
  otherHostsDown: {
    label: { en: 'Nothing else on the network answers', zh: '网上别处也没有答复' },
    parameters: {},
    needs: 'bank',
  },
  bankNameNotFound: {
    label: { en: "The bank's name is not found (DNS)", zh: '银行的地址找不到（DNS）' },
    parameters: {},
    needs: 'bank',
    restarts: true,
  },
  certificateExpired: {
    label: { en: "The bank's TLS certificate has expired", zh: '银行的证书过期' },
    parameters: {},
    needs: 'bank',
    restarts: true,
  },
  wrongTerminalId: {
    label: { en: 'Wrong settings: terminal number', zh: '设置不对：终端号' },
    parameters: {},
    restarts: true,
  },
  cardTableMissing: {
    label: { en: 'Wrong settings: a card type is missing', zh: '设置不对：少了一种卡' },
    parameters: {},
    restarts: true,
  },
  cardKeysMissing: {
    label: { en: 'Wrong settings: the card keys are missing', zh: '设置不对：少了卡组织公钥' },
    parameters: {},
    restarts: true,
  },
  clockWrong: {
    label: { en: 'Wrong settings: the clock is ten years ahead', zh: '设置不对：时钟快了十年' },
    parameters: {},
  },
  noSignal: {
    label: { en: 'No mobile signal: texts do not go', zh: '没有手机信号：短信发不出' },
    parameters: {},
  },
  phoneOff: {
    label: { en: "The guest's phone is off", zh: '客人手机关机' },
    parameters: {},
  },
  mailDown: {
    label: { en: 'The mail server is down', zh: '邮件服务器停了' },
    parameters: {},
  },
  pinPadUnplugged: {
    label: { en: 'The PIN pad is unplugged', zh: '密码键盘掉线' },
    parameters: {},
  },
  diskFull: { label: { en: 'The disk is full', zh: '磁盘已满' }, parameters: {} },
} as const satisfies Readonly<Record<string, Row>>;

export type FaultName = keyof typeof faultTable;

export const faultNames = Object.keys(faultTable) as readonly FaultName[];

/** One fault as it is asked for: its name and its parameters. */
export const faultRequest = z.discriminatedUnion(
  'name',
  faultNames.map((name) => {
    const row: Row = faultTable[name];
    return z.strictObject({ name: z.literal(name), ...row.parameters }).describe(row.label.en);
  }) as unknown as readonly [ReturnType<typeof faultShape>],
);

const faultShape = () =>
  z.strictObject({
    name: z.enum(faultNames as [FaultName, ...FaultName[]]),
    apdu: z.number().optional(),
    delayMs: z.number().optional(),
  });

export type FaultRequest = z.infer<ReturnType<typeof faultShape>>;

/** A fault of the table, whether it is on, and what it was asked with. */
export type FaultView = {
  readonly name: FaultName;
  readonly label: Both;
  readonly active: boolean;
  readonly parameters: readonly string[];
  readonly apdu?: number | undefined;
  readonly delayMs?: number | undefined;
  /** Since when it is on, by the simulated clock. */
  readonly sinceMs?: number;
};

export const needsOf = (name: FaultName): Row['needs'] => (faultTable[name] as Row).needs;
export const restarts = (name: FaultName): boolean => (faultTable[name] as Row).restarts === true;
export const strikesOnce = (name: FaultName): boolean => (faultTable[name] as Row).once === true;

export function viewFaults(
  active: ReadonlyMap<FaultName, FaultRequest & { readonly sinceMs: number }>,
): readonly FaultView[] {
  return faultNames.map((name) => {
    const row: Row = faultTable[name];
    return {
      name,
      label: row.label,
      parameters: Object.keys(row.parameters),
      ...active.get(name),
      active: active.has(name),
    };
  });
}
