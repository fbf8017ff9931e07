import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { hex } from '#src/bytes.ts';
import { parseApduScript, scriptedResponse } from '#src/emv/apdu-script.ts';
import { play } from './script.ts';

const files = readdirSync(new URL('../cards/', import.meta.url)).filter((name) =>
  name.endsWith('.apdu'),
);

for (const file of files) {
  test(`${file} plays to its end, command by command`, () => play(file));
}

test('there are scripts to play', () => assert.ok(files.length >= 10));

const bad: readonly (readonly [line: string, badLine: number])[] = [
  ['> 00A4\n< 9', 2],
  ['# only a comment\n\n> 00XX', 3],
  ['! fellAsleep', 1],
  ['? onlinePin entered', 1],
  ['? coffee: black', 1],
  ['00A40400', 1],
  ['# windows\r\n> 00A4 # said\r\nhello\r\n', 3],
  ['\n'.repeat(5000), 2001],
];

for (const [text, badLine] of bad) {
  test(`a script with ${JSON.stringify(text.slice(0, 50))} names its line ${badLine}`, () => {
    assert.deepEqual(parseApduScript(text), { badLine });
  });
}

const answers: readonly (readonly [line: string, response: unknown])[] = [
  ['? chooseApplication: 1', { type: 'chosen', index: 1 }],
  ['? chooseApplication: first', undefined],
  ['? confirmApplication: yes', { type: 'confirmed', yes: true }],
  ['? confirmApplication: no', { type: 'confirmed', yes: false }],
  ['? random: 01020304', { type: 'random', bytes: hex('01020304') }],
  ['? random: many', undefined],
  ['? onlinePin: bypassed', { type: 'pin', result: 'bypassed' }],
  ['? onlinePin: 1234', undefined],
  ['? onlinePin: cancelled', { type: 'cancelled' }],
  ['? offlinePin: 63C2', { type: 'transmitted', responseApdu: hex('63C2') }],
  ['? offlinePin: cardMute', { type: 'transmitFailed', fault: 'cardMute' }],
  ['? offlinePin: cardRemoved', { type: 'transmitFailed', fault: 'cardRemoved' }],
  ['? onlinePin: cardMute', undefined],
  ['? offlinePin: padFailed', { type: 'pin', result: 'padFailed' }],
  ['? online: unableToGoOnline', { type: 'online', answer: { type: 'unableToGoOnline' } }],
  ['? online: perhaps', undefined],
  [
    '? online: declined 05',
    {
      type: 'online',
      answer: {
        type: 'answered',
        approved: false,
        authorisationResponseCode: '05',
        issuerScripts: [],
      },
    },
  ],
  [
    '? online: approved 00 91=AABB 72=7200 71=zz',
    {
      type: 'online',
      answer: {
        type: 'answered',
        approved: true,
        authorisationResponseCode: '00',
        issuerAuthenticationData: hex('AABB'),
        issuerScripts: [hex('7200'), hex('')],
      },
    },
  ],
];

for (const [line, response] of answers) {
  test(`the line "${line}" answers as it says`, () => {
    const steps = parseApduScript(line);
    assert.ok(Array.isArray(steps));
    const [step] = steps;
    assert.ok(step?.type === 'answer');
    assert.deepEqual(scriptedResponse(step), response);
  });
}

test('comments after and between lines that end in CR LF are comments', () => {
  const text = '# a hold\r\n> 00A4 # select\r\n? random: 0102 # four\r\n! cardMute#\r\n';
  assert.deepEqual(parseApduScript(text), [
    { type: 'command', bytes: hex('00A4') },
    { type: 'answer', request: 'random', words: ['0102'] },
    { type: 'fault', fault: 'cardMute' },
  ]);
});
