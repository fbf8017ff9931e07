import type { ReaderEvent, ReaderStatus } from './contract.ts';

const holdsCard = (status: ReaderStatus) => status === 'card' || status === 'unresponsiveCard';
const isAway = (status: ReaderStatus) => status === 'gone' || status === 'serviceDown';

type Listener = { readonly tell: (event: ReaderEvent) => void; owedCard: boolean };

/**
 * Turns changes of a reader's status into events, in order and without repetition. A card that is already
 * in the slot when a listener comes is announced to it, so that a terminal that starts late misses nothing.
 */
export class Announcer {
  readonly #listeners = new Set<Listener>();
  #status: ReaderStatus;

  constructor(status: ReaderStatus) {
    this.#status = status;
  }

  get status(): ReaderStatus {
    return this.#status;
  }

  /** `exchanged`: another card took the place of the last one between two looks. */
  become(status: ReaderStatus, exchanged = false): void {
    const before = this.#status;
    for (const listener of [...this.#listeners]) this.#pay(listener);
    this.#status = status;
    const sameCard = holdsCard(before) && holdsCard(status) && !exchanged;
    if (holdsCard(before) && !sameCard) this.#say({ type: 'cardRemoved' });
    if (!isAway(before) && isAway(status)) this.#say({ type: 'readerGone' });
    if (isAway(before) && !isAway(status)) this.#say({ type: 'readerBack' });
    if (holdsCard(status) && !sameCard) this.#say({ type: 'cardInserted' });
  }

  listen(tell: (event: ReaderEvent) => void): () => void {
    const listener = { tell, owedCard: holdsCard(this.#status) };
    this.#listeners.add(listener);
    queueMicrotask(() => this.#pay(listener));
    return () => void this.#listeners.delete(listener);
  }

  stop(): void {
    this.#listeners.clear();
  }

  #pay(listener: Listener): void {
    if (!listener.owedCard || !this.#listeners.has(listener)) return;
    listener.owedCard = false;
    listener.tell({ type: 'cardInserted' });
  }

  #say(event: ReaderEvent): void {
    for (const listener of [...this.#listeners]) {
      if (this.#listeners.has(listener)) listener.tell(event);
    }
  }
}
