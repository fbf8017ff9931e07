/** What is kept of a person's PIN: enough to recognise it, not to read it. Bytes as hex. */
export type PinSecret = {
  readonly algorithm: 'scrypt';
  /** Cost, block size, parallelism (RFC 7914): those of the day on which the PIN was chosen. */
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelism: number;
  readonly salt: string;
  readonly hash: string;
};

/** The arithmetic of PINs; slow on purpose, so that it answers later. */
export interface Pins {
  /** With a salt of its own. */
  hash(pin: string): Promise<PinSecret>;
  matches(typed: string, secret: PinSecret): Promise<boolean>;
  /** The simulator's people have their PINs in the configuration. */
  same(typed: string, pin: string): boolean;
}

export async function isPinOf(
  { secret, configuredPin }: { readonly secret?: PinSecret; readonly configuredPin?: string },
  typed: string,
  pins: Pins,
): Promise<boolean> {
  if (secret !== undefined) return pins.matches(typed, secret);
  return configuredPin !== undefined && pins.same(typed, configuredPin);
}

export const longestPin = 8;

export type WeakPin = 'short' | 'sameDigits' | 'sequence' | 'pattern' | 'ownNumber';

/** Why a new PIN would be guessed; undefined when it may stand. */
export function weakPin(pin: string, least: number, personId: string): WeakPin | undefined {
  if (pin.length < least) return 'short';
  if (/^(\d)\1*$/.test(pin)) return 'sameDigits';
  if (isSequence(pin)) return 'sequence';
  if (pin === personId.repeat(pin.length / personId.length)) return 'ownNumber';
  if (/^(\d\d)\1+$/.test(pin) || /^(\d{3})\1$/.test(pin) || isPairs(pin)) return 'pattern';
  return undefined;
}

/** 1234, 9876, 7890: each digit one more, or one less, than the one before. */
function isSequence(pin: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < pin.length; i++) steps.add((Number(pin[i]) - Number(pin[i - 1]) + 10) % 10);
  return steps.size === 1 && (steps.has(1) || steps.has(9));
}

/** 112233: pairs that count up or down. */
const isPairs = (pin: string): boolean =>
  /^((\d)\2)+$/.test(pin) && isSequence([...pin].filter((_, index) => index % 2 === 0).join(''));
