import type { CardConnection, CardReader } from '#hal/reader/contract.ts';
import { openPcscReader } from '#hal/reader/pcsc.ts';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import type { CardProfile } from '#hal/simulator/cards/profile.ts';
import { type CardSlot, createCardSlot } from '#hal/simulator/cards/slot.ts';
import { findCard, listCards } from '#hal/simulator/cards/tray.ts';
import { toHex } from '#src/bytes.ts';
import { isFault } from '#src/fault.ts';

/** What the options say wrongly: told in one line, exit code 2. */
export class BadOption extends Error {}

/** A card in a reader, simulated or real. */
export type CardAtHand = {
  readonly reader: CardReader;
  /** The tray's description, of a simulated card only. */
  readonly profile: CardProfile | undefined;
  /** Powers the card up anew, so that what was done before is forgotten; throws the reader's TerminalFault. */
  connect(): Promise<CardConnection>;
  close(): Promise<void>;
};

export const readerOptions = {
  reader: { type: 'string', default: 'simulated' },
  card: { type: 'string', default: 'unionpay-credit' },
  name: { type: 'string' },
  wait: { type: 'string', default: '30' },
  help: { type: 'boolean', default: false },
} as const;

export const readerHelp = `  --reader simulated|pcsc   where the card is (simulated)
  --card <id>               card of the simulator's tray (unionpay-credit); --card list names them all
  --name <text>             which PC/SC reader, by the beginning of its name; the first one otherwise
  --wait <seconds>          how long to wait for a card in a PC/SC reader (30)`;

type Options = {
  readonly reader: string;
  readonly card: string;
  readonly name?: string | undefined;
  readonly wait: string;
  /** Changes a simulated card before it goes in. */
  readonly prepare?: (profile: CardProfile) => CardProfile;
  readonly random?: (length: number) => Uint8Array;
};

export async function takeCard(options: Options): Promise<CardAtHand> {
  if (options.reader === 'simulated') return takeSimulatedCard(options);
  if (options.reader === 'pcsc') return takeRealCard(options);
  throw new BadOption(`--reader ${options.reader}: simulated or pcsc`);
}

function takeSimulatedCard({ card, prepare, random }: Options): CardAtHand {
  const found = findCard(card);
  if (found === undefined) {
    const ids = listCards().map(({ id }) => id);
    throw new BadOption(`no card ${card} in the tray; there are: ${ids.join(', ')}`);
  }
  const profile = prepare === undefined ? found : prepare(found);
  const slot: CardSlot = createCardSlot({
    find: () => profile,
    ...(random === undefined ? {} : { random }),
  });
  slot.insert(card);
  const reader = openSimulatedReader(slot);
  return {
    reader,
    profile,
    connect: async () => {
      // A simulated card that was pulled out in the middle is put in again.
      if (slot.inserted === undefined) slot.insert(card);
      return reader.connect();
    },
    close: () => reader.close(),
  };
}

async function takeRealCard({ name, wait }: Options): Promise<CardAtHand> {
  const seconds = Number(wait);
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 600)
    throw new BadOption(`--wait ${wait}: 0 to 600 seconds`);
  const reader = await openPcscReader(name === undefined ? {} : { readerName: name });
  if (reader.status !== 'card') {
    process.stderr.write(`${reader.name || 'PC/SC'}: ${reader.status}; waiting for a card\n`);
    await cardIn(reader, seconds * 1000);
  }
  return {
    reader,
    profile: undefined,
    connect: () => reader.connect(),
    close: () => reader.close(),
  };
}

function cardIn(reader: CardReader, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      clearInterval(look);
      void reader.close();
      reject(new BadOption(`no card came (reader: ${reader.status})`));
    }, patienceMs);
    const look = setInterval(() => {
      if (reader.status !== 'card' && reader.status !== 'unresponsiveCard') return;
      clearTimeout(timer);
      clearInterval(look);
      resolve();
    }, 100);
  });
}

const words: Readonly<Record<string, string>> = {
  'reader.cardUnresponsive': 'the card gives no answer to reset, or none that is one',
  'reader.cardRemoved': 'the card was pulled out',
  'reader.cardMute': 'the card stopped answering',
  'reader.protocol': 'the contacts broke off in the middle of a command',
  'reader.gone': 'the reader is gone',
  'reader.serviceDown': 'the smart-card service (pcscd) is not running',
};

/** A fault of the reader in words; anything else is a bug and is thrown on. */
export function faultWords(error: unknown): string {
  if (!isFault(error)) throw error;
  const said =
    error.evidence === undefined ? '' : `: it said ${toHex(error.evidence.slice(0, 33))}`;
  return `${words[error.code] ?? error.code}${said}`;
}

/** Runs a tool to its exit code: 0 done, 1 what was asked for did not hold, 2 wrong options. */
export async function runTool(main: () => Promise<number>, usage: string): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const known = error instanceof BadOption || error instanceof TypeError;
    console.error(error instanceof Error ? error.message : error);
    if (known) console.error(usage);
    process.exitCode = 2;
  }
}
