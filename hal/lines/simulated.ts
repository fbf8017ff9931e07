import type { LineName, Lines } from './contract.ts';

type Output = 'lamp' | 'buzzer';
type Input = 'cardSwitch' | 'paper' | 'tamper';

/** The port of the simulated lines: levels that the terminal sets, and levels that the world gives. */
export interface SimulatedLines {
  output(line: Output, on: boolean): void;
  level(line: Input): boolean;
  listen(listener: (line: LineName, level: boolean) => void): () => void;
}

/** Slow lines that end in the simulated world. */
export function openSimulatedLines(port: SimulatedLines): Lines {
  const stops = new Set<() => void>();
  return {
    set: (line, on) => port.output(line, on),
    read: (line) => port.level(line),
    listen: (listener) => {
      const stop = port.listen(listener);
      stops.add(stop);
      return () => {
        stops.delete(stop);
        stop();
      };
    },
    close: async () => {
      for (const stop of stops) stop();
      stops.clear();
    },
  };
}
