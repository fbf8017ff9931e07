import type { Config } from '../config/schema.ts';
import type { Finding, RemedyKind } from './evidence.ts';

/** 大机 · 小机 · 电签 · 智能POS (DOMAIN §1). */
export type DeviceClass = Config['profile'];
export const deviceClasses = ['countertop', 'mobile', 'esign', 'smart'] as const;

type Row<T> = Readonly<Record<DeviceClass, T>>;

/** What there is to look at on the way to the bank, before the bank is to blame. */
export type LineHelp = 'cable' | 'reception' | 'wireless';
export const lineHelp: Row<LineHelp> = {
  countertop: 'cable',
  mobile: 'reception',
  esign: 'wireless',
  smart: 'wireless',
};

/** Reader and PIN pad are boxes of their own, on cables that come loose; elsewhere they are built in. */
export const separateParts: Row<boolean> = {
  countertop: true,
  mobile: false,
  esign: false,
  smart: false,
};

type Offers = readonly RemedyKind[];

/**
 * What a class tries first where it differs from the others; the rest of the finding's row follows. A cable and a
 * better place are seen to at once; a wireless terminal at a desk is mostly well, and waits.
 */
export const deviceFirst: Partial<Readonly<Record<Finding, Row<Offers>>>> = {
  noLine: {
    countertop: ['checkLine'],
    mobile: ['checkLine'],
    esign: ['waitForBank', 'tryBankAgain', 'checkLine'],
    smart: ['waitForBank', 'tryBankAgain', 'checkLine'],
  },
  lineBroke: {
    countertop: ['tryBankAgain', 'checkLine'],
    mobile: ['tryBankAgain', 'checkLine'],
    esign: ['tryBankAgain', 'waitForBank', 'checkLine'],
    smart: ['tryBankAgain', 'waitForBank', 'checkLine'],
  },
  readerGone: {
    countertop: ['checkParts'],
    mobile: ['readAgain'],
    esign: ['readAgain'],
    smart: ['readAgain'],
  },
};
