import { createAcquirer } from '#src/acquirer/acquirer.ts';
import type { Acquirer, HostRequest } from '#src/acquirer/contract.ts';
import { acquirerSettings } from '#src/config/acquirer.ts';
import type { Config } from '#src/config/schema.ts';
import type { Keystore } from '../keystore/contract.ts';
import type { TrainingLink } from './link.ts';

/** An acquirer that can only have been made of a TrainingLink: a type of its own, like the link. */
export class TrainingAcquirer implements Acquirer {
  readonly #inner: Acquirer;

  constructor(config: Config, link: TrainingLink, keystore: Keystore) {
    this.#inner = createAcquirer({ settings: acquirerSettings(config), link, keystore });
  }

  get signedIn(): boolean {
    return this.#inner.signedIn;
  }

  exchange(request: HostRequest): ReturnType<Acquirer['exchange']> {
    return this.#inner.exchange(request);
  }

  probe(): ReturnType<Acquirer['probe']> {
    return this.#inner.probe();
  }

  useNextHost(): Promise<string> {
    return this.#inner.useNextHost();
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}
