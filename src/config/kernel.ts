import { exceptionFileOf } from '../card/exception-file.ts';
import type { KernelInput } from '../emv/contract.ts';
import type { Config } from './schema.ts';

type Tables = Pick<
  KernelInput,
  'applications' | 'caPublicKeys' | 'revokedCertificates' | 'exceptionFile'
>;

/** What the kernel is told of cards in general: the configuration's tables in the kernel's words. */
export function kernelTables(config: Config): Tables {
  const exceptionFile = exceptionFileOf(config.exceptionFile);
  return {
    applications: config.applications,
    caPublicKeys: config.caPublicKeys.map(({ hash, ...key }) => ({
      ...key,
      ...(hash === undefined ? {} : { hash }),
    })),
    revokedCertificates: config.revokedCertificates,
    ...(exceptionFile === undefined ? {} : { exceptionFile }),
  };
}
