import assert from 'node:assert/strict';
import test from 'node:test';
import { emvTags, tagFormat, tagTitle } from '#src/tlv/tags.ts';

test('every row of the tag table is whole', () => {
  assert.ok(emvTags.size > 120);
  for (const [tag, row] of emvTags) {
    assert.match(tag, /^([0-9A-F]{2}){1,2}$/);
    assert.ok(row.name.length > 2, tag);
    assert.ok(['icc', 'terminal', 'issuer'].includes(row.source), tag);
    assert.ok(['n', 'cn', 'b', 'a', 'an', 'ans'].includes(row.format), tag);
    assert.ok(row.minimumLength <= row.maximumLength, tag);
  }
});

test('what could name a person or a card is marked', () => {
  for (const tag of ['5A', '57', '5F20', '9F1F', '9F20', '56', '9F6B', '99', '9F0B']) {
    assert.equal(emvTags.get(tag)?.sensitive, true, tag);
  }
  assert.equal(emvTags.get('9F26')?.sensitive, false);
});

test('tags are told with their names, unknown ones by themselves', () => {
  assert.equal(tagTitle('9F26'), '9F26 Application Cryptogram');
  assert.equal(tagTitle('DF7F'), 'DF7F');
  assert.equal(tagFormat('DF7F'), 'b');
});
