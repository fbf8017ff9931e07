import { createRequire } from 'node:module';
import type { Rectangle } from '#hal/display/contract.ts';
import { messagesOf } from '#src/desk/messages.ts';
import type { CashierAction, View } from '#src/desk/view.ts';
import { describeMessage } from '#src/emv/messages.ts';
import type { TreeNode } from './canvas/inspect.ts';
import { createRenderer, type Renderer } from './canvas/renderer.ts';
import { CardSlide } from './card-slide.ts';
import type { UiNode } from './h.ts';
import { rasteriseIcon } from './icons/rasterise.ts';
import { drawScreen } from './screens/index.ts';
import { type Panel, type PanelName, panelOf } from './theme/panels.ts';
import { stylesOf } from './theme/styles.ts';
import { type Kit, kitOf } from './theme.ts';

export type ScreenHostOptions = {
  readonly profile: PanelName;
  /** IANA name of the zone the shop's clock runs in. */
  readonly timeZone?: string;
  /** The clock that `tick` is called with, in ms. */
  readonly now?: () => number;
};

/** The screen in words: what a person could read and touch. */
export type ScreenAnswer = {
  readonly name: string;
  readonly language: string;
  readonly texts: readonly string[];
  readonly actions: readonly { readonly id: string; readonly text: string }[];
  /** What it says by the identifiers of EMV 4.4 Book 4 §11.2, `0B INSERT CARD`; none where the book has no message. */
  readonly messages: readonly string[];
};

type Flush = (rectangles: readonly Rectangle[]) => void;
type Target = { readonly id?: string; readonly text?: string };

const fontFolder = '@expo-google-fonts/noto-sans-sc';
const require = createRequire(import.meta.url);
const fonts = {
  400: require.resolve(`${fontFolder}/400Regular/NotoSansSC_400Regular.ttf`),
  700: require.resolve(`${fontFolder}/700Bold/NotoSansSC_700Bold.ttf`),
};

/** A text broken over lines is one text to whoever looks for it. */
const joined = (text: string): string =>
  text.replace(/\n/g, /[\u2e80-\uffff]/.test(text) ? '' : ' ');

/** Shows views on LVGL and reports what is touched. It has no timers: `tick` says when it wants the next call. */
export class ScreenHost {
  readonly width: number;
  readonly height: number;
  readonly #panel: Panel;
  readonly #renderer: Renderer;
  readonly #slide = new CardSlide();
  #kit: Kit;
  #view: View | undefined;
  #tree: UiNode | undefined;
  #nowMs = 0;
  /** A field was touched on a panel beside real keys: the drawn keypad stays until the screen goes. */
  #keypadOpen = false;
  #act: (action: CashierAction) => void = () => {};
  #flush: Flush = () => {};

  constructor({ profile, timeZone, now = () => performance.now() }: ScreenHostOptions) {
    this.#panel = panelOf(profile, timeZone);
    this.width = this.#panel.widthPx;
    this.height = this.#panel.heightPx;
    this.#kit = kitOf(this.#panel, 'zh-CN', 'light', false);
    this.#renderer = createRenderer({
      width: this.width,
      height: this.height,
      fonts,
      styles: stylesOf(this.#kit),
      font: { size: this.#kit.font('body').size, weight: 400 },
      ground: this.#kit.colours.bg,
      scrollThumbPx: Math.max(3, this.#kit.mm(0.5)),
      rasterise: rasteriseIcon,
      now,
      onFlush: (rectangles) => this.#flush(rectangles),
      // Every `onPress` and `onHold` of a screen is a CashierAction.
      onAction: ({ action }) => this.#acted(action as CashierAction),
    });
  }

  /** width * height * 4 bytes: blue, green, red, 255. */
  get frame(): Uint8Array {
    return this.#renderer.frame;
  }

  onAction(act: (action: CashierAction) => void): void {
    this.#act = act;
  }

  onFlush(flush: Flush): void {
    this.#flush = flush;
  }

  /** Lays a view onto the panel; it is painted by the next `tick`. */
  show(view: View): void {
    const kit = kitOf(this.#panel, view.language, view.theme, view.strip.training);
    if (kit.theme !== this.#kit.theme || kit.training !== this.#kit.training) {
      this.#renderer.theme(stylesOf(kit), kit.colours.bg);
    }
    this.#kit = kit;
    if (view.screen.name !== this.#view?.screen.name) this.#keypadOpen = false;
    this.#view = view;
    this.#tree = drawScreen(view, this.#panel, this.#keypadOpen);
    this.#slide.show(view.screen, this.#nowMs);
    this.#render();
  }

  /** Moves the clock; the wait in ms until the next call, -1 for none. */
  tick(nowMs: number): number {
    this.#nowMs = nowMs;
    if (this.#slide.moves(nowMs)) this.#render();
    const waits = [this.#renderer.tick(nowMs), this.#slide.waitMs(nowMs)].filter((ms) => ms >= 0);
    return waits.length === 0 ? -1 : Math.min(...waits);
  }

  pointer(x: number, y: number, pressed: boolean): void {
    this.#renderer.pointer(x, y, pressed);
  }

  key(key: string): void {
    this.#renderer.key(key);
  }

  /** True when every touch and key has been answered. */
  get isIdle(): boolean {
    return this.#renderer.isIdle;
  }

  answer(): ScreenAnswer {
    return {
      name: this.#view?.screen.name ?? '',
      language: this.#kit.language,
      texts: this.#renderer.visibleTexts().map(joined),
      actions: this.#renderer.actions().map(({ id, text }) => ({ id, text: joined(text) })),
      messages: this.#view === undefined ? [] : messagesOf(this.#view.screen).map(describeMessage),
    };
  }

  tree(): TreeNode | undefined {
    return this.#renderer.tree();
  }

  /** A point that a finger can touch, by id or by the words on it; scrolled into view first. */
  locate({ id, text }: Target): { x: number; y: number } | undefined {
    const found =
      id === undefined ? this.#byText(text ?? '') : this.#enabled(this.#renderer.locate(id), id);
    if (found === undefined) return undefined;
    return { x: found.x + (found.width >> 1), y: found.y + (found.height >> 1) };
  }

  dispose(): void {
    this.#renderer.dispose();
  }

  #acted(action: CashierAction): void {
    const opens = action.type === 'field' && this.#panel.hardwareKeys && !this.#keypadOpen;
    if (opens && this.#view !== undefined) {
      this.#keypadOpen = true;
      this.show(this.#view);
    }
    this.#act(action);
  }

  #byText(text: string) {
    if (text === '') return undefined;
    const broken = this.#renderer.actions().find((action) => joined(action.text).includes(text));
    return this.#renderer.locate(text) ?? (broken && this.#renderer.locate(broken.id));
  }

  #enabled(found: ReturnType<Renderer['locate']>, id: string) {
    return found?.id === id ? found : undefined;
  }

  #render(): void {
    if (this.#tree === undefined) return;
    this.#renderer.render(this.#slide.laidOn(this.#tree, this.#panel.pxPerMm));
  }
}

/** Opens the one display of this process; `dispose` gives it back. */
export function createScreenHost(options: ScreenHostOptions): ScreenHost {
  return new ScreenHost(options);
}
