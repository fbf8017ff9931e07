import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseTrack1, parseTrack2, parseTrack3 } from '#src/stripe/parse.ts';

const pan = '6222000000000000';

describe('track 2 (ISO/IEC 7813)', () => {
  const good: readonly (readonly [string, string | undefined, string | undefined])[] = [
    [`${pan}=3012201`, '3012', '201'],
    [`${pan}=3012201000000`, '3012', '201'],
    [`${pan}==201`, undefined, '201'],
    [`${pan}=3012=`, '3012', undefined],
    [`${pan}===00`, undefined, undefined],
    ['622200000000=3012201', '3012', '201'],
    ['6222000000000000000=3012201', '3012', '201'],
  ];
  for (const [text, expiry, serviceCode] of good) {
    it(`${text.slice(text.indexOf('='))} after the number`, () => {
      const track = parseTrack2(text);
      assert.equal(track?.pan.reveal(), text.slice(0, text.indexOf('=')));
      assert.deepEqual([track?.expiry, track?.serviceCode], [expiry, serviceCode]);
      assert.equal(track?.data.length, text.length);
    });
  }

  for (const text of [
    '',
    pan,
    `${pan}=`,
    `${pan}=301`,
    `${pan}=3000201`,
    `${pan}=3013201`,
    `${pan}=30122`,
    `${pan}=3012201=1`,
    '62220000000=3012201',
    '62220000000000000000=3012201',
    `;${pan}=3012201`,
  ]) {
    it(`"${text.replace(pan, 'number')}" is none`, () =>
      assert.equal(parseTrack2(text), undefined));
  }
});

describe('track 1 (ISO/IEC 7813, format B)', () => {
  const good: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
    [`B${pan}^TEST/CARD^3012201`, 'TEST/CARD', '3012', '201'],
    [`B${pan}^TEST/CARD.MR   ^3012201DISC 1`, 'TEST/CARD.MR', '3012', '201'],
    [`B${pan}^ /^^201`, '/', undefined, '201'],
    [`B${pan}^AB^3012201`, 'AB', '3012', '201'],
    [`B${pan}^${'T'.repeat(26)}^3012201`, 'T'.repeat(26), '3012', '201'],
    [`B${pan}^VAN DER TEST/ANNA B.DR^3012201`, 'VAN DER TEST/ANNA B.DR', '3012', '201'],
    [`B${pan}^TEST-O'CARD/A.B.PROF^3012201`, "TEST-O'CARD/A.B.PROF", '3012', '201'],
    [`B${pan}^WANG/XIAO MING           ^3012201`, 'WANG/XIAO MING', '3012', '201'],
    [`B${pan}^TEST/CARD^3012^`, 'TEST/CARD', '3012', undefined],
  ];
  for (const [text, name, expiry, serviceCode] of good) {
    it(text.replace(pan, 'number'), () => {
      const track = parseTrack1(text);
      assert.equal(track?.pan.reveal(), pan);
      const fields = [track?.name, track?.expiry, track?.serviceCode];
      assert.deepEqual(fields, [name, expiry, serviceCode]);
    });
  }

  for (const text of [
    `A${pan}^TEST/CARD^3012201`,
    `C${pan}^TEST/CARD^3012201`,
    `B${pan} ^TEST/CARD^3012201`,
    `B${pan.slice(0, 11)}^TEST/CARD^3012201`,
    `B${pan}0000^TEST/CARD^3012201`,
    `B${pan}^TEST/CARD^301220`,
    `B${pan}^T^3012201`,
    `B${pan}^${'T'.repeat(27)}^3012201`,
    `B${pan}^TEST/CARD`,
    `B${pan}^TEST/CARD^3013201`,
    `B${pan}^TEST/CARD^3012201^`,
    `B62220000000^TEST/CARD^3012201`,
  ]) {
    it(`"${text.replace(pan, 'number')}" is none`, () =>
      assert.equal(parseTrack1(text), undefined));
  }
});

describe('track 3 (ISO/IEC 4909)', () => {
  it('the number stands after the format code', () =>
    assert.equal(parseTrack3(`99${pan}=156156=00`)?.pan.reveal(), pan));
  for (const text of [`99${pan}`, `9${pan.slice(0, 11)}=1`, `99${pan}=A`]) {
    it(`"${text.replace(pan, 'number')}" is none`, () =>
      assert.equal(parseTrack3(text), undefined));
  }
});
