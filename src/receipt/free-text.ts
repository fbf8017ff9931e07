import { passesLuhn } from '../card/pan.ts';

/** Control, direction and zero-width characters: on paper they are noise, to a printer they are commands. */
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g;

/** Digits of any script, with the spaces and dashes that people put between them. */
const digitRun = /[0-9０-９](?:[ -]?[0-9０-９]){11,}/g;

/**
 * A text that a person typed, fit for paper: one line, no commands, and a card number that slipped into it
 * is masked to first six and last four.
 */
export function freeText(text: string, maximum = 200): string {
  const line = text.replace(invisible, ' ').replace(/ {2,}/g, ' ').trim().slice(0, maximum);
  return line.replace(digitRun, maskRun);
}

function maskRun(run: string): string {
  const digits = run.normalize('NFKC').replace(/[^0-9]/g, '');
  for (let length = Math.min(19, digits.length); length >= 12; length--) {
    for (let at = 0; at + length <= digits.length; at++) {
      if (!passesLuhn(digits.slice(at, at + length))) continue;
      return digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4);
    }
  }
  return run;
}
