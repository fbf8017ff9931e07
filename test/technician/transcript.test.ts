import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openSimulatedReader } from '#hal/reader/simulated.ts';
import { createCardSlot } from '#hal/simulator/cards/slot.ts';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { hex, toHex } from '#src/bytes.ts';
import { passesLuhn } from '#src/card/pan.ts';
import { scriptedResponse } from '#src/emv/apdu-script.ts';
import type { KernelResponse } from '#src/emv/contract.ts';
import { inputOfTranscript, recordingInput } from '#src/technician/recording-input.ts';
import { maskResponse, noteNumbers, StandIns } from '#src/technician/stand-in.ts';
import {
  answerWords,
  maskTranscript,
  play,
  readTranscript,
  writeTranscript,
} from '#src/technician/transcript.ts';
import { perform } from '../../scripts/technician/perform.ts';

const folder = new URL('../cards/', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const stepsOf = (text: string) => {
  const transcript = readTranscript(text);
  assert.ok('steps' in transcript, JSON.stringify(transcript));
  return transcript;
};

for (const file of globSync('*.apdu', { cwd: folder }).sort()) {
  test(`${file} replays line by line, and written anew it is the same`, () => {
    const text = textOf(file);
    const input = inputOfTranscript(text);
    const { steps } = stepsOf(text);
    const replayed = play(steps, input, true);
    assert.ok('steps' in replayed, JSON.stringify(replayed));
    assert.deepEqual(stepsOf(writeTranscript(replayed.steps, ['once more'])).steps, steps);
  });
}

const approved = textOf('hold-approved.apdu');

const damages: readonly (readonly [
  what: string,
  damage: (lines: string[]) => string[],
  line: number,
  instead: RegExp,
])[] = [
  ['another command', (lines) => lines.with(16, `${lines[16]}00`), 17, /^sends 80A8/],
  [
    'a request that nobody made',
    (lines) => lines.with(15, '? onlinePin: entered'),
    16,
    /^asks random$/,
  ],
  [
    'another outcome',
    (lines) => lines.with(lines.length - 1, '= approved'),
    59,
    /^ends as: approved 0080/,
  ],
  ['an end that comes too early', (lines) => lines.slice(0, 20), 20, /^sends /],
  ['lines after the end', (lines) => [...lines, '> 00'], 60, /^nothing/],
  [
    'an answer that is missing',
    (lines) => lines.toSpliced(17, 1),
    18,
    /^waits for the card’s answer$/,
  ],
];

for (const [what, damage, line, instead] of damages) {
  test(`a replay stops at the line with ${what}`, () => {
    const text = damage(approved.trimEnd().split('\n')).join('\n');
    const { steps, lines } = stepsOf(text);
    const result = play(steps, recordingInput, true);
    assert.ok('deviation' in result);
    assert.match(result.deviation.instead, instead);
    const last = text.split('\n').length;
    assert.equal(lines[result.deviation.at] ?? last, Math.min(line, Math.max(last, line)));
  });
}

test('a line that is none is named', () => {
  assert.deepEqual(readTranscript('> 00A4\nhello\n'), { badLine: 2 });
});

test('a stand-in is as long, passes the check digit, and is always the same for the same number', () => {
  const standIns = new StandIns();
  for (const number of [
    '6222000000014471',
    '6222020000000045310',
    '4111110000071881',
    '9999990000004040',
    '62220000',
  ]) {
    const other = standIns.of(number);
    assert.equal(other.length, number.length);
    assert.ok(passesLuhn(other));
    assert.equal(standIns.of(number), other);
  }
  assert.equal(new Set(standIns.numbers.map((number) => standIns.of(number))).size, 5);
});

test('a masked answer keeps its length; number, track, name and certificates are other ones', () => {
  const pan = '6222021234567894';
  const record = hex(
    `70395A08${pan}5711${pan}D351222012345678905F20094C492F5849414F4E4E 9F460411223344`,
  );
  record[1] = record.length - 2;
  const response = Uint8Array.from([...record, 0x90, 0x00]);
  const standIns = new StandIns();
  noteNumbers(response, standIns);
  const masked = toHex(maskResponse(response, standIns, 'blank'));
  assert.equal(masked.length, 2 * response.length);
  const other = standIns.of(pan);
  assert.ok(masked.includes(`5A08${other}5711${other}D3512220`));
  for (const secret of [pan, '1234567890', '4C492F58', '11223344'])
    assert.ok(!masked.includes(secret));
  assert.ok(toHex(maskResponse(response, standIns, 'keep')).includes('9F460411223344'));
});

test('a recording that its signatures would betray is not masked to another end', () => {
  const masked = maskTranscript(stepsOf(approved).steps, recordingInput, 'keep');
  assert.ok('unmaskable' in masked);
  assert.match(masked.unmaskable, /^masked, the/);
});

test('a transcript from another system has other line ends', () => {
  const { steps } = stepsOf(approved);
  assert.deepEqual(stepsOf(approved.replaceAll('\n', '\r\n')).steps, steps);
});

const faults = [
  ['mute', { type: 'mute' }, 'cardMute', 'cardMute'],
  ['removed', { type: 'removed' }, 'cardRemoved', 'cardRemoved'],
  ['broken off', { type: 'transmissionError' }, 'protocol', 'protocolError'],
] as const;

for (const [what, fault, word, end] of faults) {
  test(`a card ${what} at its offline PIN is recorded in a word, and replays to the same end`, async () => {
    const profile = findCard('offline-pin');
    assert.ok(profile);
    const faultyCard = { ...profile, faults: [{ at: { instruction: '20' }, do: fault }] };
    const slot = createCardSlot({ find: () => faultyCard });
    slot.insert('offline-pin');
    const reader = openSimulatedReader(slot, { answerTimeoutMs: 50 });
    const { steps } = await perform(await reader.connect(), recordingInput, {
      bank: 'approve',
      pin: 'entered',
      random: (length) => new Uint8Array(length).fill(7),
      offlinePin: profile.pin,
    });
    await reader.close();
    const text = writeTranscript(steps, []);
    assert.ok(text.endsWith(`? offlinePin: ${word}\n= failed ${end} verify\n`), text);
    const again = play(stepsOf(text).steps, recordingInput, true);
    assert.ok('steps' in again, JSON.stringify(again));
  });
}

const answers: readonly KernelResponse[] = [
  { type: 'online', answer: { type: 'unableToGoOnline' } },
  {
    type: 'online',
    answer: {
      type: 'answered',
      approved: true,
      authorisationResponseCode: '00',
      issuerAuthenticationData: hex('11223344556677883030'),
      issuerScripts: [hex('7200'), hex('7109860784240000040102')],
    },
  },
];

for (const response of answers) {
  const words = answerWords(response);
  test(`what the bank said is told and understood whole: ${words.join(' ')}`, () => {
    assert.deepEqual(scriptedResponse({ type: 'answer', request: 'online', words }), response);
  });
}
