import type { OfflineDecision } from '#src/emv/contract.ts';
import type { KernelFlaw } from '#src/emv/flaws.ts';

/** What a chip did wrong, and what it decided without the bank: half a line each, beside the cause. */
export type ChipTexts = {
  readonly flaw: Readonly<Record<KernelFlaw, string>>;
  readonly withoutBank: Readonly<Record<OfflineDecision, string>>;
};
