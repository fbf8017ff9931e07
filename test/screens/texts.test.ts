import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faultCodes } from '#src/fault.ts';
import type { Evidence } from '#src/recovery/evidence.ts';
import { answerMeaning, evidenceWords } from '#ui/texts/answers.ts';
import { en } from '#ui/texts/en.ts';
import type { Texts } from '#ui/texts/texts.ts';
import { zhCN } from '#ui/texts/zh-CN.ts';

function* entries(texts: object, path: string = ''): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value === 'object') yield* entries(value as object, `${path}${name}.`);
    else yield [`${path}${name}`, value];
  }
}

const keysOf = (texts: Texts): string[] => [...entries(texts)].map(([key]) => key).sort();
const stringsOf = (texts: Texts): [string, string][] =>
  [...entries(texts)].flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  );

const evidence: readonly Evidence[] = [
  { type: 'noAtr', card: 'c', tries: 2 },
  { type: 'badAtr', card: 'c', atr: '3B', tries: 1 },
  ...(
    [
      'cardRemoved',
      'cardMute',
      'readerGone',
      'protocolError',
      'noCommonApplication',
      'applicationBlocked',
      'cardBlocked',
      'conditionsNotSatisfied',
      'statusRefused',
      'malformedResponse',
      'mandatoryDataMissing',
      'dataConflict',
      'expired',
      'tooManyRecords',
      'tooLong',
    ] as const
  ).map(
    (failure): Evidence => ({
      type: 'chipFailed',
      card: 'c',
      failure,
      step: 'readApplicationData' as never,
      tries: 2,
      bytes: '',
    }),
  ),
  { type: 'cardPulled', step: 'readApplicationData' as never, tries: 1 },
  { type: 'stripeFailed', tracks: [2], parityErrors: 3, tries: 2, otherTracksFine: false },
  {
    type: 'stripeFailed',
    tracks: [2],
    parityErrors: 3,
    tries: 1,
    speed: 'tooSlow',
    otherTracksFine: false,
  },
  {
    type: 'stripeFailed',
    tracks: [2],
    parityErrors: 3,
    tries: 1,
    speed: 'tooFast',
    otherTracksFine: false,
  },
  {
    type: 'stripeFailed',
    tracks: [2],
    parityErrors: 3,
    tries: 1,
    zone: { fromMm: 20, toMm: 30 },
    otherTracksFine: true,
  },
  ...[{ tilted: true }, { headDirty: true }, { lostEdges: 12 }].map(
    (seen): Evidence => ({
      type: 'stripeFailed',
      tracks: [1, 2],
      parityErrors: 3,
      tries: 2,
      otherTracksFine: false,
      ...seen,
    }),
  ),
  { type: 'cardDeclined' },
  { type: 'stripeOfChipCard', serviceCode: '201' },
  { type: 'cardExpired', expiry: '2609' },
  { type: 'readerReadOther', minutesAgo: 6 },
  { type: 'readerReadOther', minutesAgo: 0 },
  { type: 'differentCardsFailed', cards: 3 },
  { type: 'readerFault', fault: 'reader.gone' },
  { type: 'linkFault', fault: 'link.reset', tries: 2, maybeSent: true },
  { type: 'otherHostAnswers' },
  { type: 'answerCode', code: '51' },
  { type: 'answerCode', code: 'Z9' },
  { type: 'badAnswer', what: 'badMac' },
  { type: 'typed', problem: 'transposition', corrections: 2 },
  { type: 'bulletin', text: 'x', until: '15:00' },
  { type: 'linkProbe', check: 'echo', ok: true, tookMs: 1_400 },
  { type: 'linkProbe', check: 'tls', ok: false, problem: 'certificateExpired', tookMs: 40 },
  { type: 'settingsProblem', item: 'caKeyMissing', detail: 'A000000333 F1' },
  { type: 'settingsProblem', item: 'merchant' },
  { type: 'nothingPresented', seconds: 60 },
  { type: 'testCard', read: true },
  { type: 'testCard', read: false },
  { type: 'said', question: 'customerUnwilling', answer: 'yes' },
  { type: 'fraudSignal', signal: 'manyCards', count: 4 },
];

describe('the words', () => {
  it('are there in both languages, for every fault, finding, cause, way and notice', () => {
    assert.deepEqual(keysOf(en), keysOf(zhCN));
    for (const texts of [zhCN, en]) {
      for (const [key, words] of stringsOf(texts)) assert.notEqual(words.trim(), '', key);
      for (const code of faultCodes) assert.ok(texts.fault[code]);
    }
  });

  it('say every kind of evidence in both languages', () => {
    for (const one of evidence) {
      const chinese = evidenceWords(zhCN, 'zh-CN', one);
      const english = evidenceWords(en, 'en', one);
      assert.match(chinese, /[\u4e00-\u9fff]/, one.type);
      assert.match(english, /^[\x20-\x7e]+$/, one.type);
      assert.doesNotMatch(chinese + english, /undefined|NaN/, one.type);
    }
  });

  it('ask for a swipe again where a swipe failed, and for the chip again where the chip did', () => {
    for (const finding of ['swipedBadly', 'stripeDamaged', 'headDirty'] as const) {
      assert.match(en.remedy('readAgain', finding), /swipe again/i);
      assert.match(zhCN.remedy('readAgain', finding), /再刷一次/);
    }
    for (const finding of ['chipDirty', 'chipDead', 'cardPulled', 'chipDamaged'] as const) {
      assert.match(en.remedy('readAgain', finding), /insert again/i);
      assert.match(zhCN.remedy('readAgain', finding), /再插一次/);
    }
  });

  it('in English keep to marks that are not as wide as a Chinese character', () => {
    for (const [key, words] of stringsOf(en)) assert.match(words, /^[\x20-\x7e\n–]*$/, key);
  });

  it('never say error, invalid or please at the counter', () => {
    for (const [key, words] of stringsOf(en)) {
      assert.doesNotMatch(words, /\b(error|invalid|please)\b/i, key);
    }
    for (const [key, words] of stringsOf(zhCN)) {
      assert.doesNotMatch(words, /异常|错误|无效|非法/, key);
    }
  });

  it('in Chinese keep each part of a sentence to 11 characters', () => {
    for (const [key, words] of stringsOf(zhCN)) {
      for (const part of words.replace(/（.*?）/g, '').split(/[，。？！；：、\n]/)) {
        assert.ok([...part].length <= 11, `${key}: ${part}`);
      }
    }
  });

  it('keep the alert of a stolen card off the screen that the customer may read', () => {
    for (const code of ['04', '07', '34', '35', '36', '37', '41', '43']) {
      assert.equal(answerMeaning('zh-CN', code), undefined);
      assert.equal(answerMeaning('en', code), undefined);
      const said = evidenceWords(en, 'en', { type: 'answerCode', code });
      assert.doesNotMatch(said, /stolen|fraud|lost|keep/i);
    }
    assert.ok(answerMeaning('en', '51'));
  });
});
