import type { LineName, Lines } from './contract.ts';

/** The part of the package `onoff` that is used here. */
type Gpio = {
  readSync(): 0 | 1;
  writeSync(value: 0 | 1): void;
  watch(callback: (error: Error | null | undefined, value: 0 | 1) => void): void;
  unexport(): void;
};
type GpioConstructor = new (
  line: number,
  direction: 'in' | 'out',
  edge?: 'both' | 'none',
  options?: { activeLow?: boolean; debounceTimeout?: number },
) => Gpio;

/** Number of each line as the kernel counts them; a line that the terminal does not have is left out. */
export type LineWiring = Partial<
  Record<LineName, { readonly line: number; readonly activeLow?: boolean }>
>;

/** A switch that is pressed or a paper that passes bounces for about this long. */
const debounceMs = 10;
const outputs: readonly LineName[] = ['lamp', 'buzzer'];

/** `onoff` needs a compiler to install, so it is not a dependency: it is looked for here and nowhere else. */
async function loadOnoff(): Promise<GpioConstructor> {
  const name = 'onoff';
  const { Gpio } = (await import(name)) as { Gpio: GpioConstructor };
  return Gpio;
}

/** Slow lines on the machine's own GPIO. A line that is not wired reads as inactive and cannot be set. */
export async function openOnoffLines(
  wiring: LineWiring,
  load: () => Promise<GpioConstructor> = loadOnoff,
): Promise<Lines> {
  const Gpio = await load();
  const listeners = new Set<(line: LineName, level: boolean) => void>();
  const lines = new Map<LineName, Gpio>();
  for (const name of ['lamp', 'buzzer', 'cardSwitch', 'paper', 'tamper'] as const) {
    const wired = wiring[name];
    if (wired === undefined) continue;
    const options = { activeLow: wired.activeLow ?? false };
    if (outputs.includes(name)) {
      lines.set(name, new Gpio(wired.line, 'out', 'none', options));
      continue;
    }
    const input = new Gpio(wired.line, 'in', 'both', { ...options, debounceTimeout: debounceMs });
    lines.set(name, input);
    input.watch((error, value) => {
      if (error) return;
      for (const listener of [...listeners]) listener(name, value === 1);
    });
  }
  return {
    set: (line, on) => lines.get(line)?.writeSync(on ? 1 : 0),
    read: (line) => lines.get(line)?.readSync() === 1,
    listen: (listener) => {
      const own = (line: LineName, level: boolean) => listener(line, level);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close: async () => {
      listeners.clear();
      for (const gpio of lines.values()) gpio.unexport();
      lines.clear();
    },
  };
}
