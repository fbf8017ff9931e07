import { setTimeout as pause } from 'node:timers/promises';
import type { ScreenNow, Simulator } from './simulator.ts';

/** The cashier's fingers: each touch is counted, as SCREENS counts them. */
export class Cashier {
  readonly #simulator: Simulator;
  taps = 0;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  tap(id: string, holdMs?: number): Promise<ScreenNow> {
    this.taps += 1;
    return this.#simulator.touch(id, holdMs);
  }

  async type(digits: string): Promise<ScreenNow | undefined> {
    let screen: ScreenNow | undefined;
    for (const digit of digits) screen = await this.tap(`digit-${digit}`);
    return screen;
  }

  /** The supervisor's PIN on the keypad, with Enter. */
  async supervisor(pin = '246810'): Promise<void> {
    await this.#simulator.until('supervisor');
    await this.type(pin);
    await this.tap('enter');
  }

  /** Back to home from wherever a job ended. */
  async home(): Promise<void> {
    const end = performance.now() + 30_000;
    for (;;) {
      const { name, actions } = await this.#simulator.screen();
      if (name === 'home') return;
      if (performance.now() > end) throw new Error(`no way home from ${name}`);
      const out = ['back', 'cancel'].find((wayOut) => actions.some(({ id }) => id === wayOut));
      if (out === undefined) await pause(50);
      else await this.tap(out);
    }
  }

  /** From home to the screen that asks for the card; the amount in minor units. */
  async askHold(minorUnits: number): Promise<void> {
    await this.home();
    await this.tap('preauth');
    await this.type(String(minorUnits));
    await this.tap('primary');
    await this.#simulator.until('present-card');
  }

  /** A whole hold with a good card, home again. */
  async hold(minorUnits: number, card = 'unionpay-credit'): Promise<void> {
    await this.askHold(minorUnits);
    await this.#simulator.insert(card);
    await this.#simulator.pin('123456');
    await this.#simulator.until('held');
    await this.#simulator.remove();
    await this.#simulator.until('home');
  }

  /** From home to the open hold of this amount. */
  async openHold(minorUnits: number): Promise<void> {
    const hold = (await this.#simulator.holds()).find(
      ({ amount, state }) => amount.minorUnits === minorUnits && state === 'held',
    );
    await this.home();
    // The home screen may move under the finger, as when the network goes at that very moment.
    for (let i = 0; i < 5 && (await this.#simulator.screen()).name === 'home'; i++)
      await this.tap('holds');
    await this.#simulator.until('holds');
    await this.tap(`hold-${hold?.holdId}`);
    await this.#simulator.until('hold');
  }
}
