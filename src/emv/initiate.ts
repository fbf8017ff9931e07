import { singleObject } from '../tlv/tlv.ts';
import { getProcessingOptions } from './commands.ts';
import { dolData } from './dol-data.ts';
import { fail } from './end.ts';
import { firstOfEach } from './fci.ts';
import type { Stage, Transaction } from './state.ts';
import { transmit } from './transport.ts';

/** Initiate application processing: GET PROCESSING OPTIONS (EMV 4.4 Book 3 §10.1). */
export function* initiate(tx: Transaction): Stage<'initiated' | 'conditionsNotSatisfied'> {
  const { session } = tx;
  session.step = 'initiate';
  const pdol = tx.fci.get('9F38');
  const data = pdol === undefined ? new Uint8Array(0) : dolData(tx, '9F38', pdol);
  tx.sentDolData.push(data);
  const answer = yield* transmit(session, getProcessingOptions(data));
  if (answer.sw === '6985') return 'conditionsNotSatisfied';
  if (answer.sw !== '9000') fail(session, 'statusRefused', { sw: answer.sw });
  acceptOptions(tx, answer.data);
  return 'initiated';
}

/**
 * Format 1 (80): AIP and AFL one after the other; format 2 (77): as data objects (Book 3 §6.5.8.4).
 */
function acceptOptions(tx: Transaction, response: Uint8Array): void {
  const { session } = tx;
  const template = singleObject(response);
  if (template?.tag === '80') {
    if (template.value.length < 2) fail(session, 'malformedResponse', { tag: '80' });
    tx.icc.set('82', template.value.slice(0, 2));
    if (template.value.length > 2) tx.icc.set('94', template.value.slice(2));
  } else if (template?.tag === '77') {
    const data = firstOfEach(template.children ?? []);
    for (const tag of ['82', '94']) {
      const value = data.get(tag);
      if (value !== undefined) tx.icc.set(tag, value);
    }
  } else {
    fail(session, 'malformedResponse');
  }
  for (const tag of ['82', '94']) {
    if (tx.icc.get(tag) === undefined) fail(session, 'mandatoryDataMissing', { tag });
  }
  if (tx.icc.get('82')?.length !== 2) fail(session, 'malformedResponse', { tag: '82' });
}
