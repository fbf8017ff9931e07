import type { ReversalReason } from '../acquirer/contract.ts';
import type { TransactionRequest } from './events.ts';

/** What the terminal owes the bank: kept until the bank has answered it for good. */
export type OutboxItem = {
  /** `reversal-<holdId>-<stan>`, `advice-…` or `scriptReport-…`. */
  readonly id: string;
  readonly type: 'reversal' | 'advice' | 'scriptReport';
  /** `suspended`: tries used up, tried on at leisure; `refused`: an advice that the bank did not take. */
  readonly state: 'owed' | 'suspended' | 'refused' | 'done';
  readonly holdId: string;
  readonly request: TransactionRequest;
  readonly reason?: ReversalReason;
  readonly why?: string;
  /** Field 55 of the reversal or the report, hex: no card data in it. */
  readonly chipData?: string;
  readonly attempts: number;
  readonly owedAtMs: number;
};

export const outboxId = (type: OutboxItem['type'], holdId: string, stan: number): string =>
  `${type}-${holdId}-${stan}`;
