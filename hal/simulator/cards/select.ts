import { toHex } from '#src/bytes.ts';
import { type Command, ok, type Response, sw } from './apdu.ts';
import type { CardApplication } from './personalise.ts';
import { memoryOf, type Session } from './state.ts';
import { tlv } from './tlv.ts';

const directoryName = toHex(new TextEncoder().encode('1PAY.SYS.DDF01'));

/**
 * SELECT by name (EMV 4.4 Book 1 §11.3): the directory, or applications whose name begins with the
 * one given.
 */
export function select(session: Session, { p1, p2, data }: Command): Response {
  if (p1 !== 0x04 || (p2 !== 0x00 && p2 !== 0x02)) return sw(0x6a86);
  if (data.length < 5 || data.length > 16) return sw(0x6700);
  if (session.memory.blocked) return sw(0x6a81);
  const name = toHex(data);
  if (name === directoryName) {
    if (!session.chip.pse || p2 === 0x02) return sw(0x6a82);
    enter(session, 'directory');
    return ok(session.directory.fci);
  }
  return selectApplication(session, name, p2 === 0x02);
}

function selectApplication(session: Session, name: string, next: boolean): Response {
  const { quirks } = session.chip;
  const [only] = session.applications;
  if (quirks.includes('ownFciForEveryAid') && only !== undefined) return entered(session, only);
  const matching = session.applications.filter(({ profile }) => profile.aid.startsWith(name));
  const continues = next && session.lastName === name;
  let index = continues ? session.lastIndex + 1 : next ? matching.length : 0;
  if (quirks.includes('endlessSelectNext')) index = 0;
  const found = matching[index];
  if (found === undefined) return sw(0x6a82);
  session.lastName = name;
  session.lastIndex = index;
  return entered(session, found);
}

function entered(session: Session, application: CardApplication): Response {
  enter(session, application);
  const blocked = memoryOf(session, application).blocked;
  return ok(application.fileControlInformation, blocked ? 0x6283 : 0x9000);
}

function enter(session: Session, selected: CardApplication | 'directory'): void {
  session.selected = selected;
  session.transaction = undefined;
  session.challenge = undefined;
}

/**
 * READ RECORD (Book 3 §6.5.11): of the directory, or of the application once processing has been
 * initiated.
 */
export function readRecord(session: Session, { p1, p2, data }: Command): Response {
  if ((p2 & 0x07) !== 0x04 || p1 === 0) return sw(0x6a86);
  if (data.length > 0) return sw(0x6700);
  const sfi = p2 >> 3;
  if (session.selected === undefined) return sw(0x6985);
  if (session.selected === 'directory') {
    if (sfi !== 1) return sw(0x6a82);
    const endless = session.chip.quirks.includes('endlessDirectory');
    return p1 === 1 || endless ? ok(session.directory.record) : sw(0x6a83);
  }
  if (session.transaction === undefined) return sw(0x6985);
  const { records } = session.selected;
  const record = records.get(`${sfi}.${p1}`);
  if (record !== undefined) return ok(record);
  const fileExists = [...records.keys()].some((place) => place.startsWith(`${sfi}.`));
  return sw(fileExists ? 0x6a83 : 0x6a82);
}

/** GET DATA (Book 3 §6.5.7): counters and the log format. */
export function getData(session: Session, { p1, p2, data }: Command): Response {
  if (data.length > 0) return sw(0x6700);
  if (session.selected === undefined || session.selected === 'directory') return sw(0x6985);
  const memory = memoryOf(session, session.selected);
  const counter = (value: number) => Uint8Array.of(value >> 8, value & 0xff);
  const values: Record<string, Uint8Array | undefined> = {
    '9F36': counter(memory.atc),
    '9F13': counter(memory.lastOnlineAtc),
    '9F17': Uint8Array.of(session.memory.pinTriesLeft),
    '9F4F': Uint8Array.from(Buffer.from('9F02069F03069F1A025F2A029A039F21039C019F3602', 'hex')),
  };
  const tag = toHex(Uint8Array.of(p1, p2));
  const value = values[tag] ?? memory.written.get(tag);
  return value === undefined ? sw(0x6a88) : ok(tlv(tag, value));
}
