import { toHex } from '../bytes.ts';
import { Pan } from '../card/pan.ts';
import { fullDate } from '../emv/dates.ts';
import { languages } from '../emv/language.ts';
import type { Transaction } from '../emv/state.ts';
import { dolLength, parseDol } from '../tlv/dol.ts';
import { describeNumber, describeServiceCode } from './describe-track.ts';
import { say, type Walk } from './walk.ts';

/** What the records come to: number, dates, languages, and what is missing or does not agree. */
export function* lookAtContents(tx: Transaction): Walk {
  yield* say('  In short');
  yield* say(
    ...[...numberLines(tx), ...dateLines(tx), ...otherLines(tx)].map((line) => `    ${line}`),
  );
}

const hexOf = (tx: Transaction, tag: string): string | undefined => {
  const value = tx.icc.get(tag);
  return value === undefined ? undefined : toHex(value);
};

/** The number as tags 5A and 57 have it. */
export function numbersOf(tx: Transaction): { readonly in5A?: string; readonly in57?: string } {
  const in5A = /^(\d+)F*$/.exec(hexOf(tx, '5A') ?? '')?.[1];
  const in57 = /^(\d+)D/.exec(hexOf(tx, '57') ?? '')?.[1];
  return { ...(in5A === undefined ? {} : { in5A }), ...(in57 === undefined ? {} : { in57 }) };
}

function numberLines(tx: Transaction): string[] {
  const { in5A, in57 } = numbersOf(tx);
  const lines = [numberLine(tx, '5A', in5A), numberLine(tx, '57', in57)];
  if (in5A !== undefined && in57 !== undefined && in5A !== in57)
    lines.push('the two numbers DIFFER: this card is not accepted');
  if ((in5A === undefined) !== (in57 === undefined) && tx.icc.has('5A') && tx.icc.has('57'))
    lines.push('one of the two can be read: the card is accepted by that one');
  if (in5A === undefined && in57 === undefined) lines.push('NO NUMBER can be read from this card');
  const serviceCode = /^\d+D\d{4}(\d{3})/.exec(hexOf(tx, '57') ?? '')?.[1];
  if (serviceCode !== undefined) lines.push(`service code ${describeServiceCode(serviceCode)}`);
  return lines;
}

function numberLine(tx: Transaction, tag: '5A' | '57', digits: string | undefined): string {
  const where = tag === '5A' ? 'number (5A)' : 'number in the track 2 data (57)';
  if (!tx.icc.has(tag)) return `${where}: none`;
  const pan = digits === undefined ? undefined : Pan.parse(digits);
  if (pan instanceof Pan) return `${where}: ${describeNumber(pan)}`;
  return `${where}: CANNOT BE READ${digits === undefined ? '' : `, ${digits.length} digits`}`;
}

function dateLines(tx: Transaction): string[] {
  const today = fullDate(tx.session.input.date) ?? '';
  const expiry = hexOf(tx, '5F24');
  const inTrack = /^\d+D(\d{4})/.exec(hexOf(tx, '57') ?? '')?.[1];
  const date = expiry === undefined ? undefined : fullDate(expiry);
  const lines: string[] = [];
  if (expiry === undefined)
    lines.push(
      `expiry (5F24): none${inTrack === undefined ? ', and none in the track data' : `, the track data say 20${inTrack.slice(0, 2)}-${inTrack.slice(2)}`}`,
    );
  else
    lines.push(
      date === undefined
        ? `expiry (5F24): NO DATE, ${expiry}`
        : `expires ${spoken(date)}${date < today ? ': EXPIRED' : ''}`,
    );
  const effective = fullDate(hexOf(tx, '5F25') ?? '');
  if (effective !== undefined && effective > today)
    lines.push(`valid from ${spoken(effective)}: NOT YET VALID`);
  return lines;
}

const spoken = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;

function otherLines(tx: Transaction): string[] {
  const preference = languages(tx.fci.get('5F2D'));
  const lines = [`languages: ${preference.join(', ') || 'none named'}`];
  for (const tag of ['8C', '8D']) {
    const list = tx.icc.get(tag);
    const entries = list === undefined ? undefined : parseDol(list);
    const name = tag === '8C' ? 'first' : 'second';
    if (list === undefined) lines.push(`the list for its ${name} cryptogram (${tag}) is MISSING`);
    else if (entries === undefined)
      lines.push(`the list for its ${name} cryptogram (${tag}) CANNOT BE READ`);
    else if (dolLength(entries) > 255)
      lines.push(
        `its ${name} cryptogram wants ${dolLength(entries)} bytes: MORE THAN A COMMAND CARRIES`,
      );
  }
  if (!tx.icc.has('8E')) lines.push('no list of verification methods (8E)');
  return lines;
}
