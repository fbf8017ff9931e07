import { concat } from '#src/bytes.ts';
import { type Command, ok, type Response, sw } from './apdu.ts';
import { memoryOf, type Session } from './state.ts';
import { dolLength, tlv } from './tlv.ts';

/** GET PROCESSING OPTIONS (EMV 4.4 Book 3 §6.5.8): counts the transaction, gives AIP and AFL. */
export function getProcessingOptions(session: Session, { p1, p2, data }: Command): Response {
  if (p1 !== 0 || p2 !== 0) return sw(0x6a86);
  const application = session.selected;
  if (application === undefined || application === 'directory') return sw(0x6985);
  const memory = memoryOf(session, application);
  if (memory.blocked || session.transaction !== undefined || memory.atc === 0xffff)
    return sw(0x6985);
  if (data[0] !== 0x83 || data[1] !== data.length - 2) return sw(0x6a80);
  const pdolData = data.slice(2);
  if (pdolData.length !== dolLength(application.pdol)) return sw(0x6700);
  memory.atc++;
  session.transaction = {
    pdolData,
    cdol1Data: new Uint8Array(),
    first: undefined,
    second: undefined,
    issuerAuthentication: 'notDone',
    offlinePin: 'notDone',
  };
  const { aip, afl } = application;
  if (application.profile.responseFormat === 1) return ok(tlv('80', concat(aip, afl)));
  return ok(tlv('77', tlv('82', aip), tlv('94', afl)));
}
