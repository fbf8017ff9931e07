export type PanelName = 'esign' | 'smart' | 'mobile' | 'countertop';

/** A kind of terminal as the screens see it. Lengths in mm unless they say pixels. */
export type Panel = {
  readonly name: PanelName;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pxPerMm: number;
  /** A keypad beside the panel: keys are named on the screen, and drawn only where they are asked for. */
  readonly hardwareKeys: boolean;
  /** Space over for explanations and the next holds. */
  readonly roomy: boolean;
  /** Not even room for a head of its own: rows only. */
  readonly tiny: boolean;
  readonly primary: number;
  readonly primaryHome: number;
  readonly primaryOnKeypadScreen: number;
  readonly keyHeight: number;
  readonly pinKeyHeight: number;
  readonly keyGapY: number;
  /** IANA name of the zone the shop's clock runs in. */
  readonly timeZone: string;
};

const pxPerMm = (widthPx: number, heightPx: number, inches: number): number =>
  Math.hypot(widthPx, heightPx) / inches / 25.4;

const size = (widthPx: number, heightPx: number, inches: number) => ({
  widthPx,
  heightPx,
  pxPerMm: pxPerMm(widthPx, heightPx, inches),
});

const panels: Readonly<Record<PanelName, Omit<Panel, 'timeZone'>>> = {
  esign: {
    name: 'esign',
    ...size(480, 800, 4),
    hardwareKeys: false,
    roomy: false,
    tiny: false,
    primary: 20,
    primaryHome: 22,
    primaryOnKeypadScreen: 12,
    keyHeight: 9.7,
    pinKeyHeight: 10.5,
    keyGapY: 1,
  },
  smart: {
    name: 'smart',
    ...size(720, 1280, 5.5),
    hardwareKeys: false,
    roomy: true,
    tiny: false,
    primary: 20,
    primaryHome: 24,
    primaryOnKeypadScreen: 20,
    keyHeight: 14,
    pinKeyHeight: 14,
    keyGapY: 2,
  },
  mobile: {
    name: 'mobile',
    ...size(320, 480, 3.5),
    hardwareKeys: true,
    roomy: false,
    tiny: false,
    primary: 15,
    primaryHome: 20,
    primaryOnKeypadScreen: 9.8,
    keyHeight: 9.6,
    pinKeyHeight: 9.6,
    keyGapY: 1,
  },
  countertop: {
    name: 'countertop',
    ...size(320, 240, 2.8),
    hardwareKeys: true,
    roomy: false,
    tiny: true,
    primary: 9.8,
    primaryHome: 9.8,
    primaryOnKeypadScreen: 9.8,
    keyHeight: 9.6,
    pinKeyHeight: 9.6,
    keyGapY: 1,
  },
};

export const panelNames = Object.keys(panels) as readonly PanelName[];

/** The panel of a device profile, with the zone its clock is shown in. */
export function panelOf(name: PanelName, timeZone: string = 'Asia/Shanghai'): Panel {
  return { ...panels[name], timeZone };
}
