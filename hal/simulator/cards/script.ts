import { sameBytes, toHex } from '#src/bytes.ts';
import { type Command, type Response, sw } from './apdu.ts';
import { type Ready, ready } from './authenticate.ts';
import { deriveSessionKey, scriptMac } from './cryptogram.ts';
import { memoryOf, type Session } from './state.ts';

const putDataTags = ['9F58', '9F59', '9F14', '9F23', '9F79'];

/**
 * Post-issuance commands (EMV 4.4 Book 3 §10.10), secure messaging format 2: the data end in a
 * four-byte MAC. CARD BLOCK 16, APPLICATION UNBLOCK 18, APPLICATION BLOCK 1E, PIN UNBLOCK 24, PUT
 * DATA DA.
 */
export function scriptCommand(session: Session, command: Command): Response {
  const now = ready(session);
  const first = now?.transaction.first;
  if (now === undefined || first === undefined) return sw(0x6985);
  const memory = memoryOf(session, now.application);
  memory.scriptCommands++;
  const refusal = checkMac(now, memory.atc, first.cryptogram, command);
  const response = refusal ?? perform(session, now, command);
  if (response.sw !== 0x9000) memory.scriptFailed = true;
  return response;
}

function checkMac(
  { application }: Ready,
  atc: number,
  cryptogram: Uint8Array,
  { cla, ins, p1, p2, data }: Command,
): Response | undefined {
  if (data.length < 4) return sw(0x6987);
  const key = deriveSessionKey(application.scheme, application.scriptKey, atc);
  const header = Uint8Array.of(cla, ins, p1, p2, data.length);
  const expected = scriptMac(key, header, atc, cryptogram, data.subarray(0, -4));
  return sameBytes(expected, data.subarray(-4)) ? undefined : sw(0x6988);
}

function perform(
  session: Session,
  { application }: Ready,
  { ins, p1, p2, data }: Command,
): Response {
  const memory = memoryOf(session, application);
  const plain = data.subarray(0, -4);
  if (ins === 0xda) {
    const tag = toHex(Uint8Array.of(p1, p2));
    if (!putDataTags.includes(tag)) return sw(0x6a88);
    memory.written.set(tag, plain.slice());
    return sw(0x9000);
  }
  if (p1 !== 0 || p2 !== 0) return sw(0x6a86);
  if (plain.length > 0) return sw(0x6700);
  if (ins === 0x16) session.memory.blocked = true;
  if (ins === 0x18) memory.blocked = false;
  if (ins === 0x1e) memory.blocked = true;
  if (ins === 0x24) session.memory.pinTriesLeft = session.chip.pinTryLimit;
  return sw(0x9000);
}
