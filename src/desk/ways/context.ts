import { receiversOf } from '../../handover/enrolled.ts';
import { mayChargeByVoice } from '../../preauth/rules.ts';
import { type DiagnosisContext, diagnose } from '../../recovery/diagnose.ts';
import type { Diagnosis } from '../../recovery/evidence.ts';
import type { Wish } from '../case.ts';
import type { Facts } from '../flow.ts';
import { holdOf } from '../queries.ts';

/** What a wish is diagnosed with: the shop's rules, the devices, the card, the moment, and what did not help. */
function contextOf(wish: Wish, now: Facts): DiagnosisContext {
  const { config, readerReady, party, nowMs } = now;
  return {
    policies: config.policies,
    readerReady,
    hasStripe: config.head.kind !== 'none',
    ways: {
      moment: wish.later === undefined ? 'atHold' : 'later',
      permissions: config.ways,
      card: {
        ...(wish.serviceCode === undefined ? {} : { serviceCode: wish.serviceCode }),
        applications: wish.applications,
        evidenceFrom: wish.evidenceOfEarlierCards,
      },
      device: config.profile,
      secondHost: config.acquirer.addresses.length > 1,
      pairedDevice: party !== undefined && receiversOf(party, nowMs).length > 0,
      mayCharge: mayBeCharged(wish, now),
      urgent: wish.later?.urgent ?? false,
      failed: wish.failed,
    },
  };
}

/** A completion was wanted of a hold that stands free. */
function mayBeCharged({ later }: Wish, now: Facts): boolean {
  const hold = later?.charge === undefined ? undefined : holdOf(now, later.holdId);
  return hold !== undefined && mayChargeByVoice(hold);
}

/** The diagnosis of everything that was seen for a wish. */
export function diagnosisOf(wish: Wish, now: Facts): Diagnosis {
  return diagnose(wish.evidence, contextOf(wish, now));
}
