import { toHex } from '../bytes.ts';
import { parseAfl } from '../emv/afl.ts';
import { terminalApplicationFor } from '../emv/candidates.ts';
import { getData, getProcessingOptions, readRecord, select } from '../emv/commands.ts';
import type { KernelInput, TerminalApplication } from '../emv/contract.ts';
import { describeTlv, describeValue } from '../emv/describe-tlv.ts';
import { candidateFrom, type Fci, firstOfEach, parseFci } from '../emv/fci.ts';
import { beginSession, beginTransaction, type Transaction } from '../emv/state.ts';
import { dataObject } from '../emv/terminal-data.ts';
import { buildDol, dolLength, parseDol } from '../tlv/dol.ts';
import { maskedHex } from '../tlv/mask.ts';
import { tagTitle } from '../tlv/tags.ts';
import { primitives, singleObject } from '../tlv/tlv.ts';
import { lookAtAuthentication } from './look-at-authentication.ts';
import { lookAtContents } from './look-at-contents.ts';
import { refusal, say, send, type Tour, type Walk } from './walk.ts';

const maximumRecords = 60;

/** For a look without a terminal's own entry: nothing of it goes to the card but a version number. */
const anyApplication: Omit<TerminalApplication, 'aid'> = {
  partialSelection: false,
  versionNumber: '0001',
  floorLimitMinorUnits: 0,
  randomSelection: { targetPercent: 0, maximumTargetPercent: 0, thresholdMinorUnits: 0 },
  tacDenial: '0000000000',
  tacOnline: '0000000000',
  tacDefault: '0000000000',
  defaultDdol: '9F3704',
  defaultTdol: '',
};

/** One application from its selection to its certificates. */
export function* lookAtApplication(tour: Tour, input: KernelInput, name: Uint8Array): Walk {
  yield* say('', `Application ${toHex(name)}`);
  const answer = yield* send(tour, select(name));
  const fci = parseFci(answer.data);
  if (answer.data.length > 0) yield* say(...describeTlv(answer.data).map((line) => `  ${line}`));
  if (answer.sw === '6283') yield* say('  BLOCKED by its bank (6283)');
  if (fci === undefined || (answer.sw !== '9000' && answer.sw !== '6283')) {
    yield* say(
      `  cannot be selected: ${answer.sw === '9000' ? 'its answer is no FCI' : refusal(answer)}`,
    );
    return;
  }
  const tx = begin(input, name, fci);
  if (!(yield* initiate(tour, tx))) return;
  yield* readRecords(tour, tx);
  yield* counters(tour);
  yield* lookAtContents(tx);
  yield* lookAtAuthentication(tour, tx);
}

function begin(input: KernelInput, name: Uint8Array, fci: Fci): Transaction {
  const session = beginSession(input);
  const terminal = terminalApplicationFor(session, name) ?? { ...anyApplication, aid: toHex(name) };
  const { label } = candidateFrom(name, fci.data);
  const unpredictable = Uint8Array.of(0x48, 0x6f, 0x6c, 0x64);
  return beginTransaction(session, { terminal, dfName: name, label, fci: fci.data }, unpredictable);
}

/** GET PROCESSING OPTIONS; true when there is a file locator to follow. */
function* initiate(tour: Tour, tx: Transaction): Walk<boolean> {
  yield* say('  Processing options');
  const pdol = parseDol(tx.fci.get('9F38') ?? new Uint8Array(0));
  if (pdol === undefined || dolLength(pdol) > 252) {
    yield* say(
      '    its list of wishes (9F38) cannot be read, or wants more than a command carries',
    );
    return false;
  }
  const answer = yield* send(
    tour,
    getProcessingOptions(buildDol(pdol, (tag) => dataObject(tx, tag))),
  );
  if (answer.sw !== '9000') {
    yield* say(`    refused: ${refusal(answer)}`);
    return false;
  }
  const template = singleObject(answer.data);
  if (template?.tag === '80' && template.value.length >= 2) {
    tx.icc.set('82', template.value.slice(0, 2));
    tx.icc.set('94', template.value.slice(2));
  } else if (template?.tag === '77') {
    for (const [tag, value] of firstOfEach(template.children ?? [])) tx.icc.set(tag, value);
  } else {
    yield* say(`    its answer cannot be read: ${maskedHex(answer.data) || 'no data'}`);
    return false;
  }
  for (const tag of ['82', '94']) {
    const value = tx.icc.get(tag);
    yield* say(`    ${tagTitle(tag)}: ${value === undefined ? 'MISSING' : toHex(value)}`);
    const words = value === undefined ? [] : (describeValue(tag, value) ?? []);
    yield* say(...words.map((line) => `      - ${line}`));
  }
  return tx.icc.has('94');
}

function* readRecords(tour: Tour, tx: Transaction): Walk {
  let read = 0;
  for (const { sfi, first, last, authenticated } of parseAfl(
    tx.icc.get('94') ?? new Uint8Array(0),
  ) ?? []) {
    for (let record = first; record <= last; record++) {
      if (++read > maximumRecords) {
        yield* say(`  more than ${maximumRecords} records: the rest is not read`);
        return;
      }
      const signed = record - first < authenticated;
      const answer = yield* send(tour, readRecord(record, sfi));
      yield* say(`  Record ${record} of file ${sfi}${signed ? ', authenticated offline' : ''}`);
      if (answer.sw !== '9000') yield* say(`    ${refusal(answer)}`);
      else yield* takeRecord(tx, sfi, answer.data, signed);
    }
  }
}

function* takeRecord(tx: Transaction, sfi: number, data: Uint8Array, signed: boolean): Walk {
  yield* say(...describeTlv(data).map((line) => `    ${line}`));
  const template = singleObject(data);
  if (template?.tag !== '70') yield* say('    NOT in a template 70, as a record has to be');
  else if (signed) tx.staticData.push(sfi > 10 ? data : template.value);
  for (const { tag, value } of primitives(template?.children ?? [])) {
    const before = tx.icc.get(tag);
    if (before === undefined) tx.icc.set(tag, value);
    else
      yield* say(
        `    TWICE: ${tagTitle(tag)}${toHex(before) === toHex(value) ? '' : ', and different'}`,
      );
  }
}

const counterTags = ['9F36', '9F13', '9F17', '9F4F'];

function* counters(tour: Tour): Walk {
  yield* say('  Counters');
  for (const tag of counterTags) {
    const answer = yield* send(tour, getData(tag));
    const object = answer.sw === '9000' ? singleObject(answer.data) : undefined;
    if (object?.tag !== tag) {
      yield* say(`    ${tagTitle(tag)}: not told (${answer.sw})`);
      continue;
    }
    const number = object.value.reduce((sum, byte) => sum * 256 + byte, 0);
    const value = tag === '9F4F' ? maskedHex(object.value) : String(number);
    yield* say(`    ${tagTitle(tag)}: ${value}${tag === '9F17' ? ' tries left' : ''}`);
  }
}
