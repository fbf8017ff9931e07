/**
 * The ESC/POS commands that a receipt printer must step over correctly even when it does not obey them: by
 * their first bytes, with the number of parameter bytes that follow (Epson ESC/POS command reference).
 * `printed` ones are obeyed by paper.ts; the others change nothing that our paper shows.
 */
export type Length =
  | number
  /** Two bytes say how many more follow, low byte first. */
  | 'counted'
  /** Up to and with a zero byte. */
  | 'toZero'
  /** m xL xH yL yH, then x·y bytes. */
  | 'raster'
  /** m nL nH, then columns of 1 or 3 bytes. */
  | 'bitImage'
  /** m, then to zero (0…6) or n and n bytes (65 up). */
  | 'barcode'
  /** m, and n for the modes that feed first. */
  | 'cut'
  /** fn, then as many bytes as that real-time function takes. */
  | 'realTime';

export const commandLengths: Readonly<Record<string, Length>> = {
  '\x1b@': 0,
  '\x1ba': 1,
  '\x1bE': 1,
  '\x1bG': 1,
  '\x1b!': 1,
  '\x1bd': 1,
  '\x1bJ': 1,
  '\x1be': 1,
  '\x1bK': 1,
  '\x1bt': 1,
  '\x1bR': 1,
  '\x1b2': 0,
  '\x1b3': 1,
  '\x1b-': 1,
  '\x1bM': 1,
  '\x1b ': 1,
  '\x1b{': 1,
  '\x1bV': 1,
  '\x1bU': 1,
  '\x1b=': 1,
  '\x1b%': 1,
  '\x1b?': 1,
  '\x1bc': 2,
  '\x1bp': 3,
  '\x1bB': 2,
  '\x1b$': 2,
  '\x1b\\': 2,
  '\x1bD': 'toZero',
  '\x1b*': 'bitImage',
  '\x1b(': 'counted',
  '\x1bi': 0,
  '\x1bm': 0,
  '\x1bS': 0,
  '\x1bL': 0,
  '\x1bW': 8,
  '\x1bT': 1,
  '\x1dB': 1,
  '\x1d!': 1,
  '\x1dV': 'cut',
  '\x1d(': 'counted',
  '\x1dv': 'raster',
  '\x1dh': 1,
  '\x1dw': 1,
  '\x1dH': 1,
  '\x1df': 1,
  '\x1dk': 'barcode',
  '\x1dL': 2,
  '\x1dW': 2,
  '\x1dP': 2,
  '\x1d$': 2,
  '\x1d\\': 2,
  '\x1da': 1,
  '\x1db': 1,
  '\x1dI': 1,
  '\x1dr': 1,
  '\x1c&': 0,
  '\x1c.': 0,
  '\x1c!': 1,
  '\x1c-': 1,
  '\x1cS': 2,
  '\x1cW': 1,
  '\x1cC': 1,
  '\x1cp': 2,
  '\x10\x04': 1,
  '\x10\x05': 1,
  '\x10\x14': 'realTime',
};
