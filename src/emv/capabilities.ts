import { type CvmRule, failCvm, methodCode, methods, noCvmRequired } from './cvm-list.ts';
import type { Transaction } from './state.ts';
import { dataObject } from './terminal-data.ts';
import { capabilityBits, isSet } from './tvr.ts';

/** Is this bit of Terminal Capabilities (tag 9F33) set? */
export function capable(tx: Transaction, bit: keyof typeof capabilityBits): boolean {
  const capabilities = dataObject(tx, '9F33');
  return capabilities !== undefined && isSet(capabilities, capabilityBits[bit]);
}

const pinCapabilities = {
  plaintext: 'plaintextPin',
  enciphered: 'encipheredOfflinePin',
  online: 'encipheredOnlinePin',
} as const;

/** Does the terminal have what a rule's method needs, all of it when it is a combination? */
export function terminalCan(tx: Transaction, rule: CvmRule): boolean {
  const method = methods.get(methodCode(rule));
  if (method === undefined) return false;
  if (methodCode(rule) === failCvm) return true;
  if (methodCode(rule) === noCvmRequired) return capable(tx, 'noCvm');
  const pin = method.pin === undefined || capable(tx, pinCapabilities[method.pin]);
  return pin && (method.signature === undefined || capable(tx, 'signature'));
}
