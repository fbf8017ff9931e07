import type { Display } from '#hal/display/contract.ts';
import type { CashierAction, View } from '#src/desk/view.ts';
import type { ScreenHost } from './screen-host.ts';

/** Joins the screens to a display, and ticks them: as often as something moves, never when nothing does. */
export class LivePanel {
  readonly #host: ScreenHost;
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(host: ScreenHost, display: Display, act: (action: CashierAction) => void) {
    this.#host = host;
    host.onAction(act);
    host.onFlush((rectangles) => display.flush(host.frame, rectangles));
    this.#stopListening = display.listen((event) => {
      if (event.type === 'key') host.key(event.key);
      else host.pointer(event.x, event.y, event.pressed);
      this.#wake();
    });
  }

  show(view: View): void {
    this.#host.show(view);
    this.#wake();
  }

  close(): void {
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  #wake(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tick(), 0);
  }

  #tick(): void {
    const nextMs = this.#host.tick(performance.now());
    this.#timer = nextMs < 0 ? undefined : setTimeout(() => this.#tick(), Math.max(1, nextMs));
  }
}
