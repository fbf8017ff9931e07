import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import { type Action, actions, agreedBy, permission, roles } from '#src/people/permissions.ts';

/** cashier, supervisor, technician, vendor: `+` alone, `?` agreed, `-` never; then who may agree. */
const expected: Readonly<Record<Action, readonly [string, string?]>> = {
  preauth: ['++--'],
  preauthUnassessed: ['??--', 'supervisor'],
  cardAbsentPreauth: ['++--'],
  increment: ['++--'],
  completion: ['++--'],
  completionAdvice: ['++--'],
  cancellation: ['??--', 'supervisor'],
  completionVoid: ['??--', 'supervisor'],
  offlineAdvice: ['??--', 'supervisor'],
  cashDeposit: ['??--', 'supervisor'],
  repairSettings: ['??++', 'technician vendor'],
  registerHold: ['++--'],
  handOver: ['++--'],
  giveNumber: ['??--', 'supervisor'],
  printAgain: ['++--'],
  cases: ['+++-'],
  closeCase: ['++--'],
  customerData: ['?+--', 'supervisor'],
  endOfDay: ['++--'],
  clearBatch: ['??--', 'supervisor'],
  report: ['++++'],
  language: ['++++'],
  theme: ['++++'],
  status: ['++++'],
  backUp: ['++++'],
  restore: ['????', 'supervisor vendor'],
  keys: ['??++', 'technician vendor'],
  keyPart: ['????', 'technician vendor supervisor'],
  bankParameters: ['??++', 'technician vendor'],
  update: ['??++', 'technician vendor'],
  bulletins: ['++++'],
  calls: ['??--', 'supervisor'],
  inspection: ['++++'],
  emergencyPlan: ['++++'],
  emergencyPhones: ['??--', 'supervisor'],
  training: ['++++'],
  supportBundle: ['?+++', 'supervisor technician vendor'],
  operators: ['?+-+', 'supervisor vendor'],
  ownPin: ['++++'],
  signOff: ['++++'],
};
/** With every permission of the acquirer. */
const policies = {
  ...defaults.policies,
  incrementAllowed: true,
  cardAbsentPreauthAllowed: true,
  voiceAuthorisationAllowed: true,
  numberByTwoPeople: true,
  assessmentRequired: true,
};
const signs = { alone: '+', agreed: '?', never: '-' } as const;

describe('who may do what', () => {
  for (const action of actions)
    it(`${action} is allowed to exactly these roles`, () => {
      const cells = roles.map((role) => signs[permission(action, role, policies)]);
      const [cellsWanted, who = ''] = expected[action];
      assert.equal(cells.join(''), cellsWanted);
      assert.equal(agreedBy(action).join(' '), who);
    });

  it('nobody has to agree where the merchant wants no supervisor', () => {
    const relaxed = {
      ...policies,
      supervisorForCancellation: false,
      numberByTwoPeople: false,
      supervisorForOfflineSale: false,
      assessmentRequired: false,
    };
    assert.equal(permission('preauthUnassessed', 'cashier', relaxed), 'alone');
    assert.equal(permission('cancellation', 'cashier', relaxed), 'alone');
    assert.equal(permission('completionVoid', 'cashier', relaxed), 'alone');
    assert.equal(permission('offlineAdvice', 'cashier', relaxed), 'alone');
    assert.equal(permission('cancellation', 'technician', relaxed), 'never');
    assert.equal(permission('keys', 'cashier', relaxed), 'agreed');
  });

  it('what the acquirer has not permitted is offered to nobody', () => {
    for (const role of roles) {
      for (const action of ['cardAbsentPreauth', 'increment'] as const)
        assert.equal(permission(action, role, defaults.policies), 'never');
      const silent = { ...policies, voiceAuthorisationAllowed: false };
      assert.equal(permission('offlineAdvice', role, silent), 'never');
    }
  });

  it('whatever needs agreement has somebody who can agree', () => {
    for (const action of actions)
      for (const role of roles)
        if (permission(action, role, policies) === 'agreed')
          assert.notEqual(agreedBy(action).length, 0, action);
  });
});
