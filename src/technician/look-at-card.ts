import { hex, sameBytes, toHex } from '../bytes.ts';
import { readRecord, select, selectNext } from '../emv/commands.ts';
import type { KernelInput } from '../emv/contract.ts';
import { describeTlv } from '../emv/describe-tlv.ts';
import { parseFci } from '../emv/fci.ts';
import { isTlvError, parseTlv, type Tlv } from '../tlv/tlv.ts';
import { atrLines } from './describe-lists.ts';
import { lookAtApplication } from './look-at-application.ts';
import { refusal, say, send, type Tour, type Walk, WalkEnd } from './walk.ts';

const directoryName = '1PAY.SYS.DDF01';
const maximumDirectoryRecords = 16;
const maximumNext = 8;
const maximumApplications = 8;

/**
 * Everything that a card tells, in words, numbers masked: answer to reset, directory, every application that
 * the terminal or the card names, with its records, counters, certificates, dates. No PIN is tried and no
 * cryptogram is asked for; GET PROCESSING OPTIONS counts the card's transaction counter up. Never throws.
 */
export function* lookAtCard(atr: Uint8Array, input: KernelInput): Walk {
  const tour: Tour = { commands: 0 };
  yield* say(...atrLines(atr));
  try {
    const listed = yield* lookAtDirectory(tour);
    const found = yield* lookForApplications(tour, input);
    const names = distinct([...found, ...listed]);
    if (names.length === 0) yield* say('', 'No application was found on this card.');
    for (const name of names.slice(0, maximumApplications)) {
      yield* lookAtApplication(tour, input, name);
    }
    if (names.length > maximumApplications)
      yield* say(`${names.length - maximumApplications} more applications, not looked at`);
  } catch (end) {
    if (!(end instanceof WalkEnd)) throw end;
    yield* say('', `The look ends here: ${end.why}.`);
  }
}

function distinct(names: readonly Uint8Array[]): Uint8Array[] {
  return names.filter((name, i) => names.findIndex((other) => sameBytes(other, name)) === i);
}

/** Payment System Environment (EMV 4.4 Book 1 §12.2); the names that it lists. */
function* lookAtDirectory(tour: Tour): Walk<Uint8Array[]> {
  yield* say('', `Directory ${directoryName}`);
  const answer = yield* send(tour, select(new TextEncoder().encode(directoryName)));
  if (answer.sw !== '9000') {
    yield* say(`  none: ${refusal(answer)}`);
    return [];
  }
  yield* say(...describeTlv(answer.data).map((line) => `  ${line}`));
  const sfi = parseFci(answer.data)?.data.get('88')?.[0];
  if (sfi === undefined || sfi < 1 || sfi > 10) {
    yield* say('  it does not say in which file its records are');
    return [];
  }
  return yield* directoryRecords(tour, sfi);
}

function* directoryRecords(tour: Tour, sfi: number): Walk<Uint8Array[]> {
  const names: Uint8Array[] = [];
  for (let record = 1; record <= maximumDirectoryRecords; record++) {
    const answer = yield* send(tour, readRecord(record, sfi));
    if (answer.sw !== '9000') {
      if (answer.sw !== '6A83') yield* say(`  record ${record}: ${refusal(answer)}`);
      return names;
    }
    yield* say(`  record ${record}`, ...describeTlv(answer.data).map((line) => `    ${line}`));
    const objects = parseTlv(answer.data);
    if (!isTlvError(objects)) names.push(...namesIn(objects));
  }
  yield* say(`  the directory does not end: ${maximumDirectoryRecords} records are enough`);
  return distinct(names);
}

const namesIn = (objects: readonly Tlv[]): Uint8Array[] =>
  objects.flatMap(({ tag, value, children }) =>
    tag === '4F' && value.length >= 5 && value.length <= 16 ? [value] : namesIn(children ?? []),
  );

/** Each AID of the terminal's list; a partial name may find several (Book 1 §12.3.3). */
function* lookForApplications(tour: Tour, input: KernelInput): Walk<Uint8Array[]> {
  yield* say('', 'Applications that this terminal knows');
  const found: Uint8Array[] = [];
  for (const { aid, partialSelection } of input.applications) {
    const name = hex(aid);
    let answer = yield* send(tour, select(name));
    for (let next = 0; ; next++) {
      const dfName =
        answer.sw === '9000' || answer.sw === '6283' ? parseFci(answer.data)?.dfName : undefined;
      if (dfName === undefined) {
        if (next === 0)
          yield* say(
            `  ${aid}: ${answer.sw === '9000' ? 'answers without a name' : refusal(answer)}`,
          );
        break;
      }
      const foreign = !sameBytes(name, dfName.slice(0, name.length));
      const again = found.some((other) => sameBytes(other, dfName));
      yield* say(
        `  ${aid}: ${toHex(dfName)}${answer.sw === '6283' ? ', BLOCKED' : ''}${foreign ? ', another name than was asked for' : ''}`,
      );
      if (!again) found.push(dfName);
      if (foreign || again || !partialSelection) break;
      if (next === maximumNext) {
        yield* say('  the list of applications does not end');
        break;
      }
      answer = yield* send(tour, selectNext(name));
    }
  }
  return found;
}
