import type { PersonRow } from '#src/desk/view/people.ts';
import type { Screen } from '#src/desk/view.ts';

const li: PersonRow = {
  id: '01',
  role: 'cashier',
  name: { 'zh-CN': '李娜', en: 'Li Na' },
  lockedOut: false,
};
const wang: PersonRow = {
  id: '90',
  role: 'supervisor',
  name: { 'zh-CN': '王敏', en: 'Wang Min' },
  lockedOut: false,
};
const rows: readonly PersonRow[] = [
  li,
  { id: '02', role: 'cashier', name: { 'zh-CN': '收银员 02', en: 'Cashier 02' }, lockedOut: true },
  wang,
  { id: '95', role: 'technician', name: { 'zh-CN': '周工', en: 'Zhou' }, lockedOut: false },
  { id: '98', role: 'vendor', name: { 'zh-CN': '厂商', en: 'Vendor' }, lockedOut: false },
];
const entry = { name: 'own-pin', digits: 3, lockedSeconds: 0 } as const;

/** Who works here and who is at the terminal. */
export const peopleSamples: Readonly<Record<string, Screen>> = {
  'sign-in': { name: 'sign-in', why: 'signIn', rows },
  'sign-in-locked': { name: 'sign-in', why: 'locked', rows, onDuty: '01' },
  'sign-in-agree': { name: 'sign-in', why: 'agree', rows: [wang, ...rows.slice(4)] },
  'own-pin': { ...entry, step: 'signIn', person: li, leastDigits: 4 },
  'own-pin-weak': {
    ...entry,
    digits: 0,
    step: 'new',
    person: wang,
    leastDigits: 6,
    problem: 'sequence',
  },
  'own-pin-locked-out': {
    ...entry,
    digits: 0,
    step: 'signIn',
    person: { ...li, lockedOut: true },
    leastDigits: 4,
    problem: 'wrong',
  },
  'supervisor-locked-out': {
    name: 'supervisor',
    purpose: 'operators',
    role: 'supervisor',
    who: wang.name,
    others: true,
    digits: 0,
    wrong: true,
    lockedSeconds: 0,
    lockedOut: true,
  },
  'first-start': { name: 'first-start', role: 'supervisor', id: '90' },
  people: { name: 'people', rows },
  person: {
    name: 'person',
    person: { ...li, lockedOut: true },
    hasPin: true,
    can: { unlock: true, remove: true },
    removing: false,
  },
  'person-removing': {
    name: 'person',
    person: li,
    hasPin: true,
    can: { unlock: false, remove: true },
    removing: true,
  },
  'add-person': { name: 'add-person', roles: ['cashier', 'supervisor', 'technician', 'vendor'] },
  'notice-not-allowed': {
    name: 'notice',
    notice: { type: 'notAllowed' },
    primary: 'ok',
    cardIn: false,
  },
};
