import { defaults } from '../config/defaults.ts';
import { kernelTables } from '../config/kernel.ts';
import type { KernelInput } from '../emv/contract.ts';
import { cny } from '../money.ts';

/**
 * The terminal at which every transcript is recorded and played: a hold of ¥500.00 on 23 November 2026, so that
 * the same card gives the same commands on any day. Its applications and keys are those of the simulator.
 */
export const recordingInput: KernelInput = {
  amount: cny(50_000),
  amountOther: cny(0),
  transactionType: 0,
  date: '261123',
  time: '170500',
  transactionSequenceCounter: 7,
  terminal: {
    countryCode: '0156',
    currencyCode: '0156',
    type: '22',
    capabilities: 'E0F8C8',
    additionalCapabilities: 'F000F0A001',
    interfaceDeviceSerialNumber: '3030303030303031',
    terminalId: '3132333435363738',
    merchantId: '313233343536373839303132333435',
    merchantCategoryCode: '7011',
  },
  ...kernelTables(defaults),
  forceOnline: true,
};

/**
 * Without offline data authentication (9F33 byte 3 = 00) and without enciphered offline PIN: the certificates of
 * a real card cover its true number, so a masked transcript could not repeat what they lead to.
 */
const capabilitiesWithoutAuthentication = 'E0E800';

const directive = /^# terminal 9F33 ([0-9A-F]{6})\s*$/m;

/** The comment that tells a replay of another terminal; it stands in the head of the transcript. */
export const withoutAuthenticationComment = `terminal 9F33 ${capabilitiesWithoutAuthentication}`;

export const inputWithCapabilities = (capabilities: string): KernelInput => ({
  ...recordingInput,
  terminal: { ...recordingInput.terminal, capabilities },
});

/** The terminal that a transcript was recorded at. */
export const inputOfTranscript = (text: string): KernelInput =>
  inputWithCapabilities(directive.exec(text)?.[1] ?? recordingInput.terminal.capabilities);

export const inputWithoutAuthentication = inputWithCapabilities(capabilitiesWithoutAuthentication);
