import { receiversOf } from '../../handover/enrolled.ts';
import { type DiagnosisContext, diagnose } from '../../recovery/diagnose.ts';
import type { Diagnosis } from '../../recovery/evidence.ts';
import type { Wish } from '../case.ts';
import type { Facts } from '../flow.ts';

/** What a wish is diagnosed with: the shop's rules, the devices, the card, the moment, and what did not help. */
function contextOf(wish: Wish, { config, readerReady, party, nowMs }: Facts): DiagnosisContext {
  return {
    policies: config.policies,
    readerReady,
    hasStripe: true,
    ways: {
      moment: wish.later === undefined ? 'atHold' : 'later',
      permissions: config.ways,
      card: {
        ...(wish.serviceCode === undefined ? {} : { serviceCode: wish.serviceCode }),
        applications: wish.applications,
      },
      secondHost: config.acquirer.addresses.length > 1,
      pairedDevice: party !== undefined && receiversOf(party, nowMs).length > 0,
      urgent: wish.later?.urgent ?? false,
      failed: wish.failed,
    },
  };
}

/** The diagnosis of everything that was seen for a wish. */
export function diagnosisOf(wish: Wish, now: Facts): Diagnosis {
  return diagnose(wish.evidence, contextOf(wish, now));
}
