import { mostBytes } from '#src/bulletin/format.ts';
import type { BulletinPlaces } from './contract.ts';
import { openBulletinFolder } from './folder.ts';
import { openBulletinAddress } from './https.ts';

type Options = {
  readonly folder?: string | undefined;
  readonly address?: string | undefined;
  readonly ca?: string | undefined;
};

/** The places that are named; none is a place that never has anything. */
export function openBulletinPlaces({ folder, address, ca }: Options): BulletinPlaces {
  const trusted = ca === undefined ? {} : { ca };
  return {
    ...(folder === undefined ? {} : { folder: openBulletinFolder({ path: folder, mostBytes }) }),
    ...(address === undefined
      ? {}
      : { address: openBulletinAddress({ address, mostBytes, ...trusted }) }),
  };
}
