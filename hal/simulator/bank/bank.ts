import type { BankBehaviour } from './behaviour.ts';
import { BankCounter, type BankEvent, type CounterOptions } from './counter.ts';
import type { Entry } from './entries.ts';
import { JournalFile } from './journal-file.ts';
import type { LedgerView } from './ledger-view.ts';
import { type BankTls, FrameServer } from './server.ts';
import type { ServedTables } from './tables.ts';

export type BankOptions = CounterOptions & {
  /** 0 takes a free port; see {@link Bank.port}. */
  readonly port: number;
  readonly host?: string;
  /** JSON lines; created when missing, together with its folder. */
  readonly ledgerFile: string;
  /** Undefined: plain TCP. */
  readonly tls?: BankTls;
  /** How a late answer waits. */
  readonly wait?: (ms: number) => Promise<void>;
};

export interface Bank {
  readonly port: number;
  readonly behaviour: BankBehaviour;
  /** Resolves when the line is down or up again as the behaviour says. */
  setBehaviour(behaviour: BankBehaviour): Promise<void>;
  /** What terminals may fetch from now on. */
  serve(tables: ServedTables): void;
  readonly served: ServedTables;
  ledger(): LedgerView;
  /** Forgets wrong PINs (code 75). */
  unblockPins(): void;
  listen(listener: (event: BankEvent) => void): () => void;
  close(): Promise<void>;
}

const realWait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/**
 * The counter behind a port, its ledger in a file. Rejects when the port is busy or the ledger cannot be written.
 */
export async function createBank(options: BankOptions): Promise<Bank> {
  const journal = new JournalFile<Entry>(options.ledgerFile);
  const counter = new BankCounter(options, journal);
  const react = (frame: Uint8Array) => counter.react(frame);
  const server = new FrameServer(react, options.wait ?? realWait, options.tls);
  await server.start(options.host ?? '127.0.0.1', options.port);
  return {
    get port() {
      return server.port;
    },
    get behaviour() {
      return counter.behaviour;
    },
    get served() {
      return counter.served;
    },
    async setBehaviour(behaviour) {
      counter.setBehaviour(behaviour);
      await (behaviour.mode === 'down' ? server.stop() : server.restart());
    },
    serve: (tables) => counter.serve(tables),
    ledger: () => counter.ledger(),
    unblockPins: () => counter.unblockPins(),
    listen: (listener) => counter.listen(listener),
    async close() {
      await server.stop();
      journal.close();
    },
  };
}
