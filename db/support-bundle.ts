import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { brandOf } from '#src/card/brand.ts';
import { passesLuhn } from '#src/card/pan.ts';
import { type BundleDone, type BundleWish, bundleText } from '#src/care/bundle.ts';
import { TerminalFault } from '#src/fault.ts';
import type { JournalRow } from '#src/journal/port.ts';
import type { Hold } from '#src/preauth/hold.ts';
import type { Store } from './open.ts';
import { finderOf } from './scan/finder.ts';

export type BundleSource = Pick<Store, 'journal' | 'documents' | 'vault'>;

const pageRows = 2_000;

/**
 * Gathers, looks for card data, and only then encrypts to the vendor and writes. Throws `support.noRecipient` where
 * nobody could open it, `support.numberFound` when a number was found (nothing is written), `support.notWritten`.
 */
export async function makeBundle(
  source: BundleSource,
  wish: BundleWish,
  folder: string,
): Promise<BundleDone> {
  const { recipients } = wish.config.care.support;
  if (recipients.length === 0)
    throw new TerminalFault('support.noRecipient', 'never', 'nobody is named who could open it');
  const counters = source.documents.list('counter').map(({ id, body }) => ({ id, body }));
  const { text, rows } = bundleText(wish, counters, newestFirst(source));
  const found = numberIn(text, vaultNumbers(source));
  if (found) throw new TerminalFault('support.numberFound', 'never', 'a card number stands in it');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const bytes = await encrypter.encrypt(text);
  const terminal = wish.config.merchant.terminalId.trim();
  const file = `support-${terminal}-${new Date(wish.nowMs).toISOString().replace(/[-:]|\..*/g, '')}.age`;
  await writeWhole(folder, file, bytes).catch((error: unknown) => {
    throw new TerminalFault('support.notWritten', 'later', String(error));
  });
  const place = wish.config.reports.exportFolder;
  const secondPlace =
    place === undefined
      ? 'none'
      : await writeWhole(place, file, bytes).then(
          () => 'done' as const,
          () => 'failed' as const,
        );
  return { file, bytes: bytes.length, rows, secondPlace };
}

/** Rows from the end back, a page at a time. */
function* newestFirst({ journal }: BundleSource): Generator<JournalRow> {
  let last = lastSeq(journal);
  while (last > 0) {
    const from = Math.max(0, last - pageRows);
    yield* journal.read(from, last - from).toReversed();
    last = from;
  }
}

/** By doubling and halving: the port reads forward only. */
function lastSeq(journal: BundleSource['journal']): number {
  let [low, high] = [0, 1];
  while (journal.read(high, 1).length > 0) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (journal.read(middle, 1).length > 0) low = middle;
    else high = middle;
  }
  return journal.read(low, 1)[0]?.seq ?? low;
}

/** Every number that is sealed here, to be looked for in every way in which it could have been written. */
function vaultNumbers({ documents, vault }: BundleSource): readonly string[] {
  return documents.list('hold').flatMap(({ body }) => {
    const { card, shredded } = body as Hold;
    const pan = card === undefined || shredded ? undefined : vault.open(card.token);
    return pan === undefined ? [] : [pan.reveal()];
  });
}

/** A number that is sealed here in any form, or anything that could be a card's number or track. */
function numberIn(text: string, numbers: readonly string[]): boolean {
  const secrets = numbers.map((value) => ({ what: 'a sealed number', value }));
  if (secrets.length > 0 && finderOf(secrets).find(Buffer.from(text)).length > 0) return true;
  if (/[;%]B?\d{13,19}[=^D]/.test(text)) return true;
  for (const [run] of text.matchAll(/(?<![0-9A-Za-z.])\d(?:[ -]?\d){12,18}(?![0-9A-Za-z])/g)) {
    const digits = run.replace(/[ -]/g, '');
    if (passesLuhn(digits) && brandOf(digits)?.lengths.includes(digits.length) === true)
      return true;
  }
  return false;
}

/** Written aside, flushed, renamed. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `${name}.new`);
  const handle = await open(aside, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, join(folder, name));
}
