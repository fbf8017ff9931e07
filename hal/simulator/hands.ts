import type { Key } from '../display/contract.ts';
import { Problem } from './problem.ts';
import type { TerminalProcess } from './process.ts';
import type { LocateAnswer, ScreenAnswer, ToTerminal } from './wire.ts';

export type TouchTarget =
  | { readonly x: number; readonly y: number }
  | { readonly text: string }
  | { readonly id: string };

type PinPadAction = Extract<ToTerminal, { type: 'pinPad'; action: string }>['action'];

export type PinPadDeed = { readonly digits: string } | { readonly action: PinPadAction };

/** The screen counts as settled when nothing was painted for so long. */
const quietMs = 60;
const settleLimitMs = 1500;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The cashier's and the customer's hands: what they do, and the screen that comes of it. */
export class Hands {
  readonly #terminal: TerminalProcess;
  readonly #panel: () => { readonly width: number; readonly height: number };
  readonly #pinPromptMs: number;
  #lastFrame = 0;
  /** Hands do one thing after the other, as on one panel. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    terminal: TerminalProcess,
    panel: () => { readonly width: number; readonly height: number },
    pinPromptMs = 5000,
  ) {
    this.#terminal = terminal;
    this.#panel = panel;
    this.#pinPromptMs = pinPromptMs;
  }

  frameSeen(): void {
    this.#lastFrame = performance.now();
  }

  screen(): Promise<ScreenAnswer> {
    return this.#terminal.ask<ScreenAnswer>({ type: 'screen' });
  }

  /** The screen once it has come to rest, or as it is after 1.5 s of motion. */
  async settled(): Promise<ScreenAnswer> {
    const begin = performance.now();
    for (;;) {
      const screen = await this.screen();
      const now = performance.now();
      const quiet = now - Math.max(this.#lastFrame, begin);
      if ((screen.idle && quiet >= quietMs) || now - begin >= settleLimitMs) return screen;
      await sleep(Math.max(5, quietMs - quiet + 1));
    }
  }

  /** Waits until a screen of this name is shown; undefined when the time is up. */
  async screenNamed(name: string, withinMs: number): Promise<ScreenAnswer | undefined> {
    const end = performance.now() + withinMs;
    for (;;) {
      const screen = await this.screen();
      if (screen.name === name) return screen;
      if (performance.now() >= end) return undefined;
      await sleep(40);
    }
  }

  /** Touches a place, holds it for `holdMs`, lets go; answers the screen that follows. */
  touch(target: TouchTarget, holdMs = 20): Promise<ScreenAnswer> {
    return this.#inTurn(async () => {
      const at = 'x' in target ? this.#onPanel(target) : await this.#locate(target);
      const pointer = (pressed: boolean) =>
        this.#terminal.tell({
          type: 'input',
          input: { type: 'pointer', x: at.x, y: at.y, pressed },
        });
      pointer(true);
      await sleep(holdMs);
      pointer(false);
      return this.settled();
    });
  }

  /** One half of a touch, for a finger that is down on the page's canvas right now. */
  pointer(x: number, y: number, pressed: boolean): void {
    this.#terminal.tell({ type: 'input', input: { type: 'pointer', x, y, pressed } });
  }

  key(key: Key): Promise<ScreenAnswer> {
    return this.#inTurn(async () => {
      this.#terminal.tell({ type: 'input', input: { type: 'key', key } });
      return this.settled();
    });
  }

  scan(text: string): Promise<ScreenAnswer> {
    return this.#inTurn(async () => {
      this.#terminal.tell({ type: 'scan', text });
      return this.settled();
    });
  }

  /** The customer at the PIN pad, as soon as it asks; digits are followed by Enter. */
  pin(deed: PinPadDeed): Promise<ScreenAnswer> {
    return this.#inTurn(async () => {
      const pad = 'action' in deed && (deed.action === 'gone' || deed.action === 'back');
      if (!pad && (await this.screenNamed('pin', this.#pinPromptMs)) === undefined) {
        throw noPinPrompt(await this.screen(), this.#pinPromptMs / 1000);
      }
      if ('digits' in deed) {
        if (deed.digits !== '') this.#terminal.tell({ type: 'pinPad', digits: deed.digits });
        this.#terminal.tell({ type: 'pinPad', action: 'enter' });
      } else {
        this.#terminal.tell({ type: 'pinPad', action: deed.action });
      }
      return this.settled();
    });
  }

  #onPanel(at: { readonly x: number; readonly y: number }) {
    const { width, height } = this.#panel();
    if (at.x < width && at.y < height) return at;
    throw new Problem(
      400,
      'outsideThePanel',
      { en: 'The touch is outside the panel', zh: '触摸点在屏幕外' },
      { en: `The panel is ${width} × ${height}.`, zh: `屏幕大小是 ${width} × ${height}。` },
    );
  }

  async #locate(target: { readonly text: string } | { readonly id: string }) {
    const at = await this.#terminal.ask<LocateAnswer>({ type: 'locate', ...target });
    if (at !== null && at !== undefined) return at;
    throw notOnScreen('text' in target ? target.text : target.id, await this.screen());
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

function notOnScreen(wanted: string, screen: ScreenAnswer): Problem {
  const can = screen.actions.map(({ text, id }) => text || id).join(', ');
  return new Problem(
    409,
    'notOnScreen',
    { en: 'That is not on the screen now', zh: '屏幕上现在没有这个' },
    {
      en: `"${wanted}" is not on the screen "${screen.name}". What can be touched: ${can}.`,
      zh: `屏幕“${screen.name}”上没有“${wanted}”。可以点的有：${can}。`,
    },
    { screen },
  );
}

function noPinPrompt(screen: ScreenAnswer, seconds: number): Problem {
  return new Problem(
    409,
    'noPinPrompt',
    { en: 'The terminal does not ask for a PIN', zh: '终端现在没有要求输入密码' },
    {
      en: `No PIN was asked for within ${seconds} s; the screen is "${screen.name}".`,
      zh: `${seconds} 秒内没有要求输入密码；现在的屏幕是“${screen.name}”。`,
    },
    { screen },
  );
}
