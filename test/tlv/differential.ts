import assert from 'node:assert/strict';
import * as asn1js from 'asn1js';
import { toHex } from '#src/bytes.ts';
import { isTlvError, parseTlv, primitives } from '#src/tlv/tlv.ts';

type Flat = readonly (readonly [tag: string, value: string])[];

/** How the differing readers of the same bytes ended: `agree`, or why they were not compared. */
export type Verdict = 'agree' | 'oneRefuses' | 'bothRefuse' | 'otherRules';

/** Leading bits of a tag by its class; the oracle counts universal as 1. */
const classBits = [0x00, 0x40, 0x80, 0xc0];

/** Tag bytes as EMV 4.4 Book 3 annex B writes them. */
function tagOf({ tagClass, isConstructed, tagNumber }: asn1js.BaseBlock['idBlock']): string {
  const lead = (classBits[tagClass - 1] ?? 0) | (isConstructed ? 0x20 : 0);
  if (tagNumber < 31) return toHex(Uint8Array.of(lead | tagNumber));
  const more: number[] = [];
  for (let rest = tagNumber; ; rest = Math.floor(rest / 128)) {
    more.unshift((rest % 128) | (more.length === 0 ? 0 : 0x80));
    if (rest < 128) break;
  }
  return toHex(Uint8Array.of(lead | 0x1f, ...more));
}

const universal = 'universal';

function* flatten(block: asn1js.AsnType): Generator<Flat[number]> {
  if (block.idBlock.tagClass === 1) yield [universal, ''];
  else if (block instanceof asn1js.Constructed)
    for (const inner of block.valueBlock.value) yield* flatten(inner as asn1js.AsnType);
  else if (block instanceof asn1js.Primitive)
    yield [tagOf(block.idBlock), toHex(new Uint8Array(block.valueBlock.valueHexView))];
}

/** It throws at universal objects whose content it does not like. */
function readOne(bytes: Uint8Array): ReturnType<typeof asn1js.fromBER> | undefined {
  try {
    return asn1js.fromBER(bytes);
  } catch {
    return undefined;
  }
}

/** The oracle's reading of a run of objects; undefined when it refuses them. */
function oracle(bytes: Uint8Array): Flat | undefined {
  const found: Flat[number][] = [];
  for (let at = 0; at < bytes.length; ) {
    const read = readOne(bytes.slice(at));
    if (read === undefined || read.offset <= 0 || read.result.error !== '') return undefined;
    found.push(...flatten(read.result));
    at += read.offset;
  }
  return found;
}

/**
 * Our BER-TLV against another one. EMV allows no universal tags, no indefinite lengths, and zeros between objects;
 * where the bytes hold such a thing the two are bound to differ, and are not compared.
 */
export function compareTlv(bytes: Uint8Array): Verdict {
  const ours = parseTlv(bytes);
  const theirs = oracle(bytes);
  if (isTlvError(ours)) return theirs === undefined ? 'bothRefuse' : 'oneRefuses';
  const flat = primitives(ours).map(({ tag, value }) => [tag, toHex(value)] as const);
  if (theirs === undefined) return 'oneRefuses';
  if (hasOtherRules(bytes, flat) || theirs.some(([tag]) => tag === universal)) return 'otherRules';
  assert.deepEqual(flat, theirs);
  return 'agree';
}

const hasOtherRules = (bytes: Uint8Array, flat: Flat): boolean =>
  bytes.includes(0x80) ||
  bytes.includes(0) ||
  // A number below 31 in the long form, as in 9F02, is the same tag as the short form to ASN.1.
  flat.some(([tag]) => /^[0-3]/.test(tag) || /^.F(0.|1[0-9A-E])$/.test(tag));
