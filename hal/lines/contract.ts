/** Slow lines: lamps, buzzer, card switch, paper sensor, tamper switch. */
export type LineName = 'lamp' | 'buzzer' | 'cardSwitch' | 'paper' | 'tamper';

export interface Lines {
  set(line: 'lamp' | 'buzzer', on: boolean): void;
  read(line: 'cardSwitch' | 'paper' | 'tamper'): boolean;
  listen(listener: (line: LineName, level: boolean) => void): () => void;
  close(): Promise<void>;
}
