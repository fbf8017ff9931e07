import { bulletinsDefault } from './bulletins.ts';
import { careDefaults } from './care.ts';
import { contactDefault } from './contact.ts';
import { fraudDefaults } from './fraud.ts';
import { linkLimitDefaults } from './link.ts';
import { probesDefault } from './probes.ts';
import { reportsDefault } from './reports.ts';
import type { Config } from './schema.ts';
import { simulatorCaPublicKeys } from './simulator-ca.ts';
import { trainingDefaults } from './training.ts';
import { waysDefaults } from './ways.ts';

const action = { tacDenial: '0010000000', tacOnline: 'D84004F800', tacDefault: 'D84000A800' };
const application = (aid: string, versionNumber: string): Config['applications'][number] => ({
  aid,
  partialSelection: true,
  versionNumber,
  floorLimitMinorUnits: 0,
  randomSelection: { targetPercent: 0, maximumTargetPercent: 0, thresholdMinorUnits: 0 },
  ...action,
  defaultDdol: '9F3704',
  defaultTdol: '9F02065F2A029A039C0195059F3704',
});

const hotline = (
  bins: string[],
  zh: string,
  en: string,
  phone: string,
): Config['hotlines'][number] => ({ bins, bank: { 'zh-CN': zh, en }, phone });

/** The simulator's shop: a hotel at the front desk, its bank on this machine, everything obviously a test. */
export const defaults: Config = {
  profile: 'esign',
  language: 'zh-CN',
  theme: 'light',
  timeZone: 'Asia/Shanghai',
  merchant: {
    merchantId: '123456789012345',
    terminalId: '12345678',
    name: { 'zh-CN': '清河宾馆', en: 'Qinghe Hotel' },
    desk: '2',
    categoryCode: '7011',
  },
  acquirer: {
    dialect: 'unionpay-bcd',
    addresses: [{ host: '127.0.0.1', port: 8583 }],
    tpdu: '6000030000',
    header: '603100311020',
    macAlgorithm: 'ecb',
    keyMode: 'double',
    refusalsCarryMac: true,
    terminalMasterKey: '0123456789ABCDEFFEDCBA9876543210',
    connectTimeoutMs: 5_000,
    answerTimeoutMs: 30_000,
    ...linkLimitDefaults,
    reversalTries: 10,
    retrySeconds: 40,
    batch: 1,
    connection: 'short',
    fallbackPosEntry: '02',
    sendLocalTime: true,
    currency: '156',
  },
  terminal: {
    countryCode: '0156',
    type: '22',
    capabilities: 'E0F8C8',
    additionalCapabilities: '6000F0A001',
    interfaceDeviceSerialNumber: 'HOLDFAST',
  },
  applications: [
    application('A000000333010101', '0020'),
    application('A000000333010102', '0020'),
    application('A000000333010103', '0020'),
    application('A000000333010106', '0020'),
    application('A0000000031010', '008C'),
    application('A0000000041010', '0002'),
  ],
  caPublicKeys: simulatorCaPublicKeys,
  revokedCertificates: [],
  exceptionFile: { cards: [] },
  hotlines: [
    hotline(['622200', '622202'], '江城银行', 'Jiangcheng Bank', '400 555 0186'),
    hotline(['622210'], '南湾银行', 'Nanwan Bank', '400 555 0127'),
    hotline(['622220'], '云岭农商银行', 'Yunling Rural Bank', '400 555 0143'),
    hotline(['411111'], '海港银行', 'Harbour Bank', '+1 555 0100'),
  ],
  defaultHotline: '95516',
  policies: {
    completionLimitPercent: 115,
    validityDays: 30,
    validityDaysByBrand: {},
    maximumHoldMinorUnits: 5_000_000,
    presetMinorUnits: [20_000, 50_000, 100_000],
    stripeFallback: 'never',
    incrementAllowed: false,
    cardAbsentPreauthAllowed: false,
    voiceAuthorisationAllowed: true,
    completionAs: 'request',
    pinOnChange: false,
    supervisorForCancellation: true,
    supervisorForOfflineSale: true,
    pinBypassAllowed: false,
    printFullNumberOnMerchantCopy: false,
    keyedCompletionAllowed: true,
    numberByTwoPeople: false,
    assessmentRequired: false,
    voidableHours: 24,
  },
  ways: waysDefaults,
  head: { kind: 'f2f', chip: '/dev/gpiochip0', tracks: { 1: 0, 2: 1, 3: 2 } },
  printer: { columns: 32 },
  probes: probesDefault,
  reports: reportsDefault,
  care: careDefaults,
  training: trainingDefaults,
  bulletins: bulletinsDefault,
  contact: contactDefault,
  fraud: fraudDefaults,
  backup: { everyMinutes: 60, drillDays: 7, recipients: [] },
  people: [
    { id: '01', role: 'cashier', name: { 'zh-CN': '李娜', en: 'Li Na' }, pin: '123456' },
    { id: '90', role: 'supervisor', name: { 'zh-CN': '王敏', en: 'Wang Min' }, pin: '246810' },
    { id: '95', role: 'technician', name: { 'zh-CN': '周工', en: 'Zhou' }, pin: '135791' },
    { id: '98', role: 'vendor', name: { 'zh-CN': '厂商', en: 'Vendor' }, pin: '864209' },
  ],
  firstStart: 'signedIn',
};
