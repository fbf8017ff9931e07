import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';
import { TerminalFault } from '#src/fault.ts';

/** First line of a backup's clear text; the database's bytes follow. */
export type Manifest = {
  readonly format: 'holdfast-backup-1';
  readonly createdMs: number;
  readonly schema: number;
  readonly seq: number;
  readonly rows: number;
  /** Hash of the last row, hex. */
  readonly head: string;
  readonly bytes: number;
  /** Of the database's bytes, hex. */
  readonly sha256: string;
  /** Public key of the terminal, hex. */
  readonly publicKey: string;
};

/** Whoever may open it: an `AGE-SECRET-KEY-1…` text or the terminal's own key. */
export type BackupIdentity = string | CryptoKey;

const longestManifest = 4096;
const newline = 0x0a;

const webStream = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;

/** Encrypts the database file to the recipients (`age1…`) into the target, durable when it resolves. */
export async function encryptFile(
  manifest: Manifest,
  source: string,
  target: string,
  recipients: readonly string[],
): Promise<void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const clear = Readable.from(
    (async function* () {
      yield Buffer.from(`${JSON.stringify(manifest)}\n`);
      yield* createReadStream(source, { highWaterMark: 256 * 1024 });
    })(),
    { objectMode: false },
  );
  const encrypted = await encrypter.encrypt(webStream(clear));
  const handle = await open(target, 'w', 0o600);
  try {
    for await (const chunk of encrypted) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Opens a backup and writes its database to the target, or nowhere when there is none: then only its
 * integrity is checked. Throws `journal.corrupt` when it is damaged or the key does not open it.
 */
export async function decryptFile(
  source: string,
  identity: BackupIdentity,
  target?: string,
  onProgress?: (bytes: number, of: number) => void,
): Promise<Manifest> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const handle = target === undefined ? undefined : await open(target, 'wx', 0o600);
  try {
    const clear = await decrypter.decrypt(webStream(createReadStream(source)));
    const manifest = await takeApart(clear, handle, onProgress);
    await handle?.sync();
    return manifest;
  } catch (error) {
    if (error instanceof TerminalFault || (error instanceof Error && 'syscall' in error))
      throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new TerminalFault('journal.corrupt', 'never', `backup cannot be opened: ${why}`, error);
  } finally {
    await handle?.close();
  }
}

async function takeApart(
  clear: ReadableStream<Uint8Array>,
  handle: FileHandle | undefined,
  onProgress: ((bytes: number, of: number) => void) | undefined,
): Promise<Manifest> {
  let head = Buffer.alloc(0);
  let manifest: Manifest | undefined;
  let bytes = 0;
  const sum = createHash('sha256');
  for await (const chunk of clear) {
    let rest: Uint8Array = chunk;
    if (manifest === undefined) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(newline);
      if (end < 0 && head.length <= longestManifest) continue;
      manifest = readManifest(head.subarray(0, end < 0 ? 0 : end));
      rest = head.subarray(end + 1);
    }
    bytes += rest.length;
    sum.update(rest);
    await handle?.writeFile(rest);
    onProgress?.(bytes, manifest.bytes);
  }
  if (manifest === undefined || bytes !== manifest.bytes || sum.digest('hex') !== manifest.sha256) {
    throw new Error('its bytes are not the ones that were backed up');
  }
  return manifest;
}

function readManifest(line: Uint8Array): Manifest {
  const manifest = JSON.parse(Buffer.from(line).toString('utf8') || 'null') as Manifest | null;
  if (manifest?.format !== 'holdfast-backup-1') throw new Error('not a backup of this terminal');
  return manifest;
}
