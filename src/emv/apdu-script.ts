import { fromHex } from '../bytes.ts';
import type { KernelRequest, KernelResponse } from './contract.ts';

/**
 * A transaction as lines of text, to be kept, read by people and played again
 * (`test/cards/*.apdu`): `> command`, `< response`, `! fault`, `? request: answer`, `= outcome`, `#
 * comment`. Bytes are hex, spaces allowed; lines may end as on any system.
 */
export type ScriptStep =
  | { readonly type: 'command'; readonly bytes: Uint8Array }
  | { readonly type: 'response'; readonly bytes: Uint8Array }
  | {
      readonly type: 'fault';
      readonly fault: 'cardRemoved' | 'cardMute' | 'readerGone' | 'protocol';
    }
  /** Anything the kernel asks that is no command, and the answer in words: `pin: entered`. */
  | {
      readonly type: 'answer';
      readonly request: KernelRequest['type'];
      readonly words: readonly string[];
    }
  | { readonly type: 'outcome'; readonly words: readonly string[] };

const faults = ['cardRemoved', 'cardMute', 'readerGone', 'protocol'] as const;
const faultOf = (word: string) => faults.find((it) => it === word);
const requests = [
  'chooseApplication',
  'confirmApplication',
  'random',
  'onlinePin',
  'offlinePin',
  'online',
] as const satisfies readonly KernelRequest['type'][];

const maximumLines = 2000;

/** The steps, or the number (from 1) of the first line that is none. */
export function parseApduScript(text: string): ScriptStep[] | { readonly badLine: number } {
  const steps: ScriptStep[] = [];
  const lines = text.split('\n', maximumLines + 1);
  if (lines.length > maximumLines) return { badLine: lines.length };
  for (const [i, line] of lines.entries()) {
    const content = scriptContent(line);
    if (content === '') continue;
    const step = parseStep(content.charAt(0), content.slice(1).trim());
    if (step === undefined) return { badLine: i + 1 };
    steps.push(step);
  }
  return steps;
}

/** What a line says beside its comment; the dot takes the carriage return too. */
export const scriptContent = (line: string): string => line.replace(/#.*$/s, '').trim();

function parseStep(mark: string, rest: string): ScriptStep | undefined {
  if (mark === '>' || mark === '<') {
    const bytes = fromHex(rest);
    return bytes && { type: mark === '>' ? 'command' : 'response', bytes };
  }
  if (mark === '!') {
    const fault = faultOf(rest);
    return fault && { type: 'fault', fault };
  }
  if (mark === '=') return { type: 'outcome', words: rest.split(/\s+/) };
  const [name, words] = rest.split(':', 2);
  const request = requests.find((it) => it === name?.trim());
  if (mark !== '?' || request === undefined || words === undefined) return undefined;
  return { type: 'answer', request, words: words.trim().split(/\s+/) };
}

/**
 * What an answer's words say: `entered`, `1`, `yes`, `01020304`, `approved 00 91=…`,
 * `unableToGoOnline`, `cancelled`; of the offline PIN also the card's answer or the fault, `9000`,
 * `cardMute`.
 */
export function scriptedResponse(
  step: Extract<ScriptStep, { type: 'answer' }>,
): KernelResponse | undefined {
  const [first = '', second = ''] = step.words;
  if (first === 'cancelled') return { type: 'cancelled' };
  switch (step.request) {
    case 'chooseApplication':
      return /^\d+$/.test(first) ? { type: 'chosen', index: Number(first) } : undefined;
    case 'confirmApplication':
      return { type: 'confirmed', yes: first === 'yes' };
    case 'random': {
      const bytes = fromHex(first);
      return bytes && { type: 'random', bytes };
    }
    case 'onlinePin':
      return pinResponse(first);
    case 'offlinePin': {
      const fault = faultOf(first);
      if (fault !== undefined) return { type: 'transmitFailed', fault };
      const responseApdu = fromHex(first);
      return responseApdu ? { type: 'transmitted', responseApdu } : pinResponse(first);
    }
    case 'online':
      return onlineResponse(first, second, step.words.slice(2));
    default:
      return undefined;
  }
}

function pinResponse(word: string): KernelResponse | undefined {
  const result = (['entered', 'bypassed', 'padFailed'] as const).find((it) => it === word);
  return result && { type: 'pin', result };
}

function onlineResponse(
  verdict: string,
  authorisationResponseCode: string,
  objects: readonly string[],
): KernelResponse | undefined {
  if (verdict === 'unableToGoOnline')
    return { type: 'online', answer: { type: 'unableToGoOnline' } };
  if (verdict !== 'approved' && verdict !== 'declined') return undefined;
  const bytesOf = (object: string): Uint8Array => fromHex(object.slice(3)) ?? new Uint8Array(0);
  const proof = objects.find((object) => object.startsWith('91='));
  return {
    type: 'online',
    answer: {
      type: 'answered',
      authorisationResponseCode,
      approved: verdict === 'approved',
      ...(proof === undefined ? {} : { issuerAuthenticationData: bytesOf(proof) }),
      issuerScripts: objects.filter((object) => /^(71|72)=/.test(object)).map(bytesOf),
    },
  };
}
