import type { Screen } from '#src/desk/view.ts';

const zhou = { 'zh-CN': '周工', en: 'Zhou' };
const wang = { 'zh-CN': '王敏', en: 'Wang Min' };
const part = { name: 'key-part', who: zhou, lengths: [32] } as const;

/** The master key and its two custodians. */
export const keysSamples: Readonly<Record<string, Screen>> = {
  keys: { name: 'keys', checkValue: '08D7B4', loaded: false, signedIn: true },
  'keys-loaded': {
    name: 'keys',
    checkValue: '82E136',
    loaded: true,
    atMs: Date.UTC(2026, 10, 23, 6, 30),
    by: [zhou, wang],
    signedIn: false,
    end: 'loaded',
  },
  'keys-differs': {
    name: 'keys',
    checkValue: '08D7B4',
    loaded: false,
    signedIn: true,
    end: 'differs',
  },
  'key-part': { ...part, step: 'first', digits: 0, shown: '' },
  'key-part-typed': { ...part, step: 'second', who: wang, digits: 32, shown: 'B' },
  'key-part-problem': { ...part, step: 'second', digits: 0, shown: '', problem: 'same' },
  'key-part-single': { ...part, step: 'first', digits: 9, shown: '7', lengths: [16, 32] },
  'key-expected': { ...part, step: 'expected', lengths: [6], digits: 5, shown: '82E13' },
  'key-check': { name: 'key-check', step: 'first', who: zhou, checkValue: 'E2F2A4', parity: true },
  'key-check-parity': {
    name: 'key-check',
    step: 'second',
    who: wang,
    checkValue: '0D7A41',
    parity: false,
  },
};
