/** Status words SW1 SW2 (ISO/IEC 7816-4 §5.1.3, EMV 4.4 Book 3 §6.3.5) in words. */
const meanings: Readonly<Record<string, string>> = {
  '9000': 'success',
  '6200': 'warning, nothing more said',
  '6281': 'part of the data may be corrupted',
  '6283': 'the application is blocked',
  '6300': 'authentication failed',
  '6400': 'execution error',
  '6581': 'memory failure',
  '6700': 'wrong length',
  '6882': 'secure messaging not supported',
  '6982': 'security status not satisfied',
  '6983': 'authentication method blocked (PIN tries used up)',
  '6984': 'referenced data invalidated',
  '6985': 'conditions of use not satisfied',
  '6986': 'command not allowed',
  '6987': 'secure messaging data missing',
  '6988': 'secure messaging data wrong',
  '6A80': 'wrong data in the command',
  '6A81': 'function not supported, or the card is blocked',
  '6A82': 'file or application not found',
  '6A83': 'record not found',
  '6A86': 'wrong parameters P1 P2',
  '6A88': 'data object not found',
  '6B00': 'wrong parameters P1 P2',
  '6D00': 'instruction not supported',
  '6E00': 'class not supported',
  '6F00': 'error in the card, nothing more said',
};

/** `9000` → `success`; `statusWords` is upper-case hex. */
export function describeStatusWords(statusWords: string): string {
  const second = Number.parseInt(statusWords.slice(2), 16);
  if (statusWords.startsWith('61')) return `${second === 0 ? 256 : second} bytes more to fetch`;
  if (statusWords.startsWith('6C')) return `wrong length, ${second === 0 ? 256 : second} is right`;
  if (statusWords.startsWith('63C')) return `wrong PIN, ${second & 15} tries left`;
  return meanings[statusWords] ?? 'no meaning in the standard';
}

export const isStatusWords = (statusWords: string): boolean =>
  /^(9[0-9A-F]|6[1-9A-F])/.test(statusWords);
