import type { ReportFormat } from '#src/report/document.ts';
import type { ReportWish } from '#src/report/exports.ts';
import type { InputEvent, Rectangle } from '../display/contract.ts';
import type { Swipe } from '../head/contract.ts';
import type { PaperStatus } from '../printer/contract.ts';

/**
 * What crosses the process boundary between the world (this folder: cards, bank, paper, page) and the terminal,
 * over the child's IPC channel with structured clone. The terminal is a process of its own so that pulling the
 * plug is a real SIGKILL. Devices are faked at the bytes: APDUs, edges, ESC/POS, pixels.
 */
export type ToTerminal =
  | { readonly type: 'hello'; readonly clockOffsetMs: number }
  | { readonly type: 'clock'; readonly offsetMs: number }
  | {
      readonly type: 'slot';
      readonly event: 'inserted' | 'removed' | 'readerGone' | 'serviceDown' | 'readerBack';
    }
  | { readonly type: 'swipe'; readonly swipe: Swipe }
  | { readonly type: 'input'; readonly input: InputEvent }
  | { readonly type: 'pinPad'; readonly digits: string }
  | {
      readonly type: 'pinPad';
      readonly action: 'enter' | 'cancel' | 'clear' | 'bypass' | 'timeout' | 'gone' | 'back';
    }
  | { readonly type: 'scan'; readonly text: string }
  /** A stick was put in, or something new lies on it. */
  | { readonly type: 'stick' }
  /** From the modem's AT port. */
  | { readonly type: 'modem'; readonly bytes: Uint8Array }
  | { readonly type: 'paper'; readonly status: PaperStatus }
  /** Faults inside the terminal's own devices: disk full and the like. */
  | { readonly type: 'fault'; readonly name: string; readonly on: boolean }
  | { readonly type: 'call'; readonly id: number; readonly ask: TerminalQuestion }
  | {
      readonly type: 'reply';
      readonly id: number;
      readonly value?: unknown;
      readonly error?: string;
    }
  | { readonly type: 'stop' };

export type FromTerminal =
  | { readonly type: 'ready'; readonly screen: { readonly width: number; readonly height: number } }
  | {
      readonly type: 'frame';
      readonly rectangles: readonly { readonly area: Rectangle; readonly bgra: Uint8Array }[];
    }
  | { readonly type: 'tone'; readonly tone: string }
  /** To the modem's AT port. */
  | { readonly type: 'modem'; readonly bytes: Uint8Array }
  | { readonly type: 'timeline'; readonly line: TimelineLine }
  /** The terminal asks the world's hardware. */
  | { readonly type: 'call'; readonly id: number; readonly ask: WorldQuestion }
  | {
      readonly type: 'reply';
      readonly id: number;
      readonly value?: unknown;
      readonly error?: string;
    };

/** Questions to the world's hardware: the chip slot and the printer. */
export type WorldQuestion =
  | { readonly type: 'slot.powerOn' }
  | { readonly type: 'slot.warmReset' }
  | { readonly type: 'slot.transmit'; readonly apdu: Uint8Array }
  | { readonly type: 'slot.powerOff' }
  | { readonly type: 'printer.print'; readonly bytes: Uint8Array }
  | { readonly type: 'printer.status' };

/** Questions of the page to the terminal. */
export type TerminalQuestion =
  | { readonly type: 'screen' }
  | { readonly type: 'tree' }
  | { readonly type: 'locate'; readonly id?: string; readonly text?: string }
  | { readonly type: 'frame' }
  | { readonly type: 'journal'; readonly after: number; readonly limit: number }
  | { readonly type: 'holds' }
  | { readonly type: 'incidents' }
  | { readonly type: 'report'; readonly wish: ReportWish; readonly format: ReportFormat }
  | { readonly type: 'bulletins' };

/** One line of the timeline: APDUs and messages in words, numbers masked. */
export type TimelineLine = {
  readonly atMs: number;
  readonly source: 'chip' | 'stripe' | 'bank' | 'screen' | 'journal' | 'printer' | 'terminal';
  readonly text: string;
  readonly hex?: string;
};

/** Answer to `screen`. */
export type ScreenAnswer = {
  /** Every touch and key has been answered. */
  readonly idle: boolean;
  readonly name: string;
  readonly language: string;
  readonly texts: readonly string[];
  readonly actions: readonly { readonly id: string; readonly text: string }[];
  /** By the identifiers of EMV 4.4 Book 4 §11.2. */
  readonly messages: readonly string[];
};

/** Answer to `locate`: a point that a finger can touch, null when it is not on the screen. */
export type LocateAnswer = { readonly x: number; readonly y: number } | null;
