import { createHash } from 'node:crypto';
import type { BulletinFile } from '#hal/bulletins/contract.ts';
import type { Config } from '../config/schema.ts';
import type { DocumentReader } from '../journal/documents.ts';
import { type BulletinKey, jsonOf, openEnvelope } from './envelope.ts';
import type { BulletinProblem, Published, Refused } from './events.ts';
import { bulletinSchema, type SignedBulletin } from './format.ts';
import { keptBulletins, lastNumber, refusedBulletins } from './kept.ts';
import { notAllowed } from './policies.ts';

/** `known`: it is here already, or was refused for the same reason before: nothing is written of it. */
export type Judged =
  | { readonly type: 'taken'; readonly bulletin: Published }
  | { readonly type: 'refused'; readonly refused: Refused }
  | { readonly type: 'known' };

/** What the terminal is and knows when a file comes. */
export type Known = {
  readonly config: Config;
  readonly documents: DocumentReader;
  readonly nowMs: number;
};

type Read =
  | { readonly file: BulletinFile; readonly key: BulletinKey; readonly signed: SignedBulletin }
  | { readonly file: BulletinFile; readonly problem: BulletinProblem; readonly key?: BulletinKey };

/** Those of one issuer in the order of their numbers, whatever the files are called; broken ones first. */
export function inOrder(files: readonly BulletinFile[], config: Config): readonly BulletinFile[] {
  const numberOf = (file: BulletinFile): number => {
    const read = readFile(file, config);
    return 'signed' in read ? read.signed.number : 0;
  };
  return files
    .map((file) => ({ file, number: numberOf(file) }))
    .sort((one, other) => one.number - other.number)
    .map(({ file }) => file);
}

/** Takes one file, or says why not. Pure: the signature is checked before its content is looked at. */
export function judge(file: BulletinFile, known: Known): Judged {
  const read = readFile(file, known.config);
  const digest = digestOf(file, read);
  if (keptBulletins(known.documents).some((one) => one.digest === digest)) return { type: 'known' };
  if (!('signed' in read)) return refusal(read, digest, known);
  const { key, signed } = read;
  const bulletin = publishedOf(signed, key, digest);
  const refuse = (problem: BulletinProblem, item?: string): Judged =>
    refusal({ file, problem, key }, digest, known, signed.number, item);
  if (signed.number <= lastNumber(known.documents, key.issuer)) return refuse('olderNumber');
  if (bulletin.untilMs !== undefined && bulletin.untilMs <= known.nowMs) return refuse('expired');
  const item = notAllowed(bulletin, known.config);
  return item === undefined ? { type: 'taken', bulletin } : refuse('notAllowed', item);
}

function readFile(file: BulletinFile, { bulletins }: Config): Read {
  if (file.bytes === undefined) return { file, problem: 'tooLarge' };
  const opened = openEnvelope(file.bytes, bulletins.keys);
  if (opened.type === 'refused') return { file, problem: opened.problem };
  const content = jsonOf(opened.payload);
  const parsed = bulletinSchema.safeParse(content);
  if (parsed.success) return { file, key: opened.key, signed: parsed.data };
  return { file, key: opened.key, problem: isNewer(content) ? 'newerFormat' : 'format' };
}

/** Signed by somebody we know, in a format that this software does not know yet. */
const isNewer = (content: unknown): boolean =>
  typeof content === 'object' &&
  content !== null &&
  'version' in content &&
  typeof content.version === 'number' &&
  content.version > 1;

/** Of what was signed, where that is known: the same bulletin by two roads is one. */
function digestOf(file: BulletinFile, read: Read): string {
  const content = 'signed' in read ? JSON.stringify([read.key.issuer, read.signed]) : file.bytes;
  return createHash('sha256')
    .update(content ?? file.name)
    .digest('hex');
}

function publishedOf(signed: SignedBulletin, key: BulletinKey, digest: string): Published {
  const { version: _, from, until, changes, ...rest } = signed;
  return {
    ...rest,
    id: `${key.issuer}-${signed.number}`,
    issuer: key.issuer,
    issuerName: key.name,
    fromMs: Date.parse(from),
    ...(until === undefined ? {} : { untilMs: Date.parse(until) }),
    ...(changes === undefined ? {} : { changes }),
    digest,
  };
}

function refusal(
  { file, problem, key }: Extract<Read, { problem: BulletinProblem }>,
  digest: string,
  { documents }: Known,
  number?: number,
  item?: string,
): Judged {
  const before = refusedBulletins(documents);
  if (before.some((one) => one.digest === digest && one.problem === problem))
    return { type: 'known' };
  const refused: Refused = {
    file: file.name,
    digest,
    problem,
    ...(key === undefined ? {} : { issuer: key.issuer }),
    ...(number === undefined ? {} : { number }),
    ...(item === undefined ? {} : { item }),
  };
  return { type: 'refused', refused };
}
