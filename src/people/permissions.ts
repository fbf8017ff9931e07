import type { Config } from '../config/schema.ts';

export const roles = ['cashier', 'supervisor', 'technician', 'vendor'] as const;
export type Role = (typeof roles)[number];

/** `alone`: does it without asking; `agreed`: somebody who may agree types a PIN first; `never`: not offered. */
export type Cell = 'alone' | 'agreed' | 'never';

/** A rule of the merchant: while it is off, nobody has to agree. */
type Rule = {
  [P in keyof Config['policies']]: Config['policies'][P] extends boolean ? P : never;
}[keyof Config['policies']];

type Permission = Readonly<Record<Role, Cell>> & {
  readonly agreedBy: readonly Role[];
  readonly onlyWhile?: Rule;
  /** A permission of the merchant: without it nobody does this. */
  readonly needs?: Rule;
};

const row = (
  [cashier, supervisor, technician, vendor]: readonly [Cell, Cell, Cell, Cell],
  agreedBy: readonly Role[] = [],
  onlyWhile?: Rule,
): Permission => ({
  cashier,
  supervisor,
  technician,
  vendor,
  agreedBy,
  ...(onlyWhile === undefined ? {} : { onlyWhile }),
});

const everybody = row(['alone', 'alone', 'alone', 'alone']);
const shop = row(['alone', 'alone', 'never', 'never']);
const service = row(['agreed', 'agreed', 'alone', 'alone'], ['technician', 'vendor']);
const shopAgreed = (onlyWhile?: Rule) =>
  row(['agreed', 'agreed', 'never', 'never'], ['supervisor'], onlyWhile);

/** Every action × role: the one table that decides who may do what. Printed into the README by `npm run machines`. */
export const permissions = {
  preauth: shop,
  /** The same by somebody who has no assessment that holds. */
  preauthUnassessed: shopAgreed('assessmentRequired'),
  cardAbsentPreauth: { ...shop, needs: 'cardAbsentPreauthAllowed' },
  increment: { ...shop, needs: 'incrementAllowed' },
  completion: shop,
  completionAdvice: shop,
  cancellation: shopAgreed('supervisorForCancellation'),
  completionVoid: shopAgreed('supervisorForCancellation'),
  offlineAdvice: {
    ...shopAgreed('supervisorForOfflineSale'),
    needs: 'voiceAuthorisationAllowed',
  },
  cashDeposit: shopAgreed(),
  repairSettings: service,
  registerHold: shop,
  handOver: shop,
  giveNumber: shopAgreed('numberByTwoPeople'),
  printAgain: shop,
  cases: row(['alone', 'alone', 'alone', 'never']),
  closeCase: shop,
  customerData: row(['agreed', 'alone', 'never', 'never'], ['supervisor']),
  endOfDay: shop,
  /** A batch that differed from the bank's is cleared up with it. */
  clearBatch: shopAgreed(),
  report: everybody,
  language: everybody,
  theme: everybody,
  status: everybody,
  backUp: everybody,
  restore: row(['agreed', 'agreed', 'agreed', 'agreed'], ['supervisor', 'vendor']),
  keys: service,
  keyPart: row(['agreed', 'agreed', 'agreed', 'agreed'], ['technician', 'vendor', 'supervisor']),
  bankParameters: service,
  update: service,
  bulletins: everybody,
  calls: row(['agreed', 'agreed', 'never', 'never'], ['supervisor']),
  inspection: everybody,
  emergencyPlan: everybody,
  emergencyPhones: shopAgreed(),
  training: everybody,
  supportBundle: row(['agreed', 'alone', 'alone', 'alone'], ['supervisor', 'technician', 'vendor']),
  operators: row(['agreed', 'alone', 'never', 'alone'], ['supervisor', 'vendor']),
  ownPin: everybody,
  signOff: everybody,
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof permissions;
export const actions = Object.keys(permissions) as Action[];

/** What a role may do, under the merchant's rules. */
export function permission(action: Action, role: Role, policies: Config['policies']): Cell {
  const { onlyWhile, needs, ...cells }: Permission = permissions[action];
  if (needs !== undefined && !policies[needs]) return 'never';
  const cell = cells[role];
  return cell === 'agreed' && onlyWhile !== undefined && !policies[onlyWhile] ? 'alone' : cell;
}

export const agreedBy = (action: Action): readonly Role[] => permissions[action].agreedBy;
