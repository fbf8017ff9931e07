import assert from 'node:assert/strict';
import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { finderOf } from '#db/scan/finder.ts';
import { folderScanner } from '../../scripts/scan/folder.ts';

const number = '6222020000000000128';
const track = '6222020000000000128=30122010000000000';
const block = Buffer.from('0612345FFFFFFEED'.padEnd(16, '0'), 'hex');
const bcd = (nibbles: string) => Buffer.from(nibbles, 'hex');
const b64 = (text: string | Buffer) => Buffer.from(Buffer.from(text).toString('base64'));

/** What a program may have written, with something before and after. */
const leaks: readonly (readonly [string, Buffer])[] = [
  ['ASCII', Buffer.from(`"pan":"${number}"`)],
  ['ASCII in groups', Buffer.from('6222 0200 0000 0000 128')],
  ['UTF-16 in groups', Buffer.from('6222 0200 0000 0000 128', 'utf16le')],
  ['a dump of BCD, byte by byte', Buffer.from('.. 57 13 62 22 02 00 00 00 00 00 12 8d 30')],
  [
    'a dump of its letters, byte by byte',
    Buffer.from(Buffer.from(`"${number}"`).toString('hex').replace(/../g, '$& ')),
  ],
  ['UTF-16, small end first', Buffer.from(`<${number}>`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`<${number}>`, 'utf16le').swap16()],
  ['BCD from a whole byte on', bcd(`ab${number}f`)],
  ['BCD from the middle of a byte on', bcd(`0${number}`)],
  ['hex of its letters', Buffer.from(Buffer.from(number).toString('hex'))],
  ['hex of UTF-16', Buffer.from(Buffer.from(number, 'utf16le').toString('hex').toUpperCase())],
  ['base64', b64(number)],
  ['base64 after one byte', b64(`x${number}y`)],
  ['base64 after two bytes', b64(`xy${number}`)],
  ['base64 of BCD after a byte', b64(bcd(`aa0${number}`))],
  ['base64 of UTF-16 after two bytes', b64(Buffer.from(`:${number}`, 'utf16le'))],
  ['a track 2 in ASCII', Buffer.from(`;${track}?`)],
  ['a track 2 in nibbles', bcd(`${track.replace('=', 'd')}f`.padEnd(38, 'f'))],
  ['a PIN block', Buffer.concat([Buffer.from('52'), block])],
  ['a PIN block in hex', Buffer.from(block.toString('hex'))],
  ['a PIN block in HEX', Buffer.from(block.toString('hex').toUpperCase())],
  ['a PIN block in base64 after two bytes', b64(Buffer.concat([Buffer.from('--'), block]))],
];

const finder = finderOf([
  { what: 'number', value: number },
  { what: 'track', value: track },
  { what: 'PIN block', value: block },
]);

describe('the search for what must not be in a file', () => {
  for (const [name, leak] of leaks) {
    it(`finds a planted leak: ${name}`, () => {
      const file = Buffer.concat([randomFillSync(Buffer.alloc(5_001)), leak, Buffer.alloc(333, 7)]);
      assert.notEqual(finder.find(file).length, 0);
    });
  }

  it('finds nothing in noise, in a masked number, and in another number', () => {
    const file = Buffer.concat([
      randomFillSync(Buffer.alloc(4_000_000)),
      Buffer.from('622202*********0128 6222020000000000136'),
      bcd('06222020000000000136'),
      b64('6222020000000000136'),
    ]);
    assert.deepEqual(finder.find(file), []);
  });

  it('finds what lies across the pieces in which a large file is read, once, and says where', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scan-'));
    const file = Buffer.alloc(9 * 1024 * 1024);
    const at = 4 * 1024 * 1024 - 7;
    file.write(number, at);
    writeFileSync(join(folder, 'large'), file);
    const scan = folderScanner(finder);
    const { finds } = scan(folder);
    assert.deepEqual(
      finds.map((find) => [find.file, find.what, find.form, find.at]),
      [['large', 'number', 'ASCII', at]],
    );
    assert.equal(scan(folder).files, 0, 'a file that has not changed is not read again');
    rmSync(folder, { recursive: true });
  });
});
