import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endsWithUs } from '../device/ends-with-us.ts';
import type { HoldNow, Simulator } from '../device/simulator.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const terminalMasterKey = 'FEDCBA98765432100123456789ABCDEF';

export type OutsideHold = {
  readonly state: string;
  readonly amount: number;
  readonly completed: number;
  readonly stan: string;
  readonly batch: string;
  readonly terminal: string;
  readonly code: string;
  readonly last4: string;
};

export type Ledger = {
  readonly holds: readonly OutsideHold[];
  readonly transactions: readonly {
    readonly kind: string;
    readonly stan: string;
    readonly batch: string;
    readonly amount: number;
    readonly undone: boolean;
  }[];
  readonly uploads: Readonly<
    Record<
      string,
      {
        readonly flag?: string;
        readonly stripe: readonly Uploaded[];
        readonly chip: readonly Uploaded[];
        readonly failed: readonly Uploaded[];
        readonly end: { readonly count: number; readonly sent: number } | null;
      }
    >
  >;
};

export type Uploaded = {
  readonly stan: string;
  readonly amount: number;
  readonly last4: string;
  readonly function?: string;
};

export type Heard = {
  readonly kind: string;
  readonly mti?: string;
  readonly stan?: string;
  readonly reason?: string;
  readonly function?: string;
  readonly mode?: string;
  readonly version?: string;
  /** DF31 of a report on scripts, hex. */
  readonly script?: string;
  readonly fields?: readonly number[];
};

/** How the bank treats the next message of a kind; `times` is one unless it is said. */
export type Order = {
  readonly kind?: string;
  readonly times?: number;
  readonly code?: string;
  readonly partial?: number;
  readonly silent?: 'before' | 'after';
  readonly lateMs?: number;
  readonly twice?: boolean;
  readonly wrongMac?: boolean;
  readonly header?: number;
  readonly script?: string;
};

/** Why the bank cannot open here; undefined when it can. Continuous integration must have it. */
export function outsideBankMissing(): string | undefined {
  const must = process.env.CI === 'true';
  try {
    execFileSync('python3', [
      '-c',
      'import ctypes.util,sys;sys.exit(not ctypes.util.find_library("crypto"))',
    ]);
    return undefined;
  } catch {
    const reason = 'needs python3 and the libcrypto of OpenSSL 3';
    if (must) assert.fail(reason);
    return reason;
  }
}

/** A bank written in another language from the field tables alone: nothing of it knows our codec. */
export class OutsideBank {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  readonly port: number;

  static async open(args: readonly string[] = []): Promise<OutsideBank> {
    const child = spawn('python3', [
      ...['-B', here('bank.py'), '--tmk', terminalMasterKey],
      ...['--issuers', here('../../hal/simulator/cards/keys/issuers.json'), ...args],
    ]);
    child.stderr.pipe(process.stderr);
    endsWithUs(child);
    const lines = createInterface(child.stdout);
    const [first] = await once(lines, 'line');
    return new OutsideBank(child, lines, Number(JSON.parse(String(first)).port));
  }

  private constructor(child: ChildProcessWithoutNullStreams, lines: Interface, port: number) {
    this.#child = child;
    this.#lines = lines;
    this.port = port;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  order(order: Order): Promise<unknown> {
    return this.#ask({ do: 'order', order });
  }

  ledger(): Promise<Ledger> {
    return this.#ask({ do: 'ledger' });
  }

  heard(): Promise<readonly Heard[]> {
    return this.#ask({ do: 'messages' });
  }

  /** Everything that a message did not carry as it should. */
  complaints(): Promise<readonly string[]> {
    return this.#ask({ do: 'complaints' });
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    if (this.#child.exitCode === null && this.#child.signalCode === null)
      await once(this.#child, 'close');
  }

  async #ask<T>(request: object): Promise<T> {
    this.#child.stdin.write(`${JSON.stringify(request)}\n`);
    const [line] = await once(this.#lines, 'line');
    return JSON.parse(String(line));
  }
}

const state = (hold: HoldNow): string => hold.state;

/** Every hold of the bank's book beside the terminal's own, as sentences; none when both agree. */
export async function differences(bank: OutsideBank, shop: Simulator): Promise<readonly string[]> {
  const ours = await shop.holds();
  const { holds } = await bank.ledger();
  const found: string[] = [];
  for (const theirs of holds) {
    const mine = ours.find(({ original }) => original?.authorisationCode === theirs.code);
    if (theirs.state === 'reversed') {
      if (mine !== undefined && state(mine) === 'held')
        found.push(`${theirs.code} is held only here`);
      continue;
    }
    if (mine === undefined) {
      found.push(`${theirs.code} is unknown here`);
      continue;
    }
    const same = state(mine) === theirs.state && mine.amount.minorUnits === theirs.amount;
    if (!same)
      found.push(
        `${theirs.code}: ${theirs.state} ${theirs.amount} there, ${state(mine)} ${mine.amount.minorUnits} here`,
      );
  }
  for (const mine of ours.filter((hold) => state(hold) === 'held' || state(hold) === 'completed')) {
    if (!holds.some(({ code }) => code === mine.original?.authorisationCode))
      found.push(`${mine.holdId} is ${mine.state} here and unknown there`);
  }
  return found;
}

/** Waits until nothing is owed and both books say the same. */
export async function booksAgree(bank: OutsideBank, shop: Simulator): Promise<void> {
  const end = performance.now() + 20_000;
  for (;;) {
    const found = await differences(bank, shop);
    if (found.length === 0) return;
    if (performance.now() > end) assert.fail(found.join('; '));
    await pause(100);
  }
}
