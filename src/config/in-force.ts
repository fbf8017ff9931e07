import { withBulletins } from '../bulletin/policies.ts';
import type { DocumentReader } from '../journal/documents.ts';
import { withRestored } from './restored.ts';
import type { Config } from './schema.ts';

/**
 * The configuration that holds at this moment, and the only one that the flows see: the bank's tables lie over it
 * already; then what a technician restored, then the bulletins whose time it is.
 */
export const configInForce = (config: Config, documents: DocumentReader, nowMs: number): Config =>
  withBulletins(withRestored(config, documents), documents, nowMs);
