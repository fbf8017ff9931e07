/** What a colour is for; state is never told by colour alone. */
export type Colours = {
  /** Screen ground. */
  readonly bg: number;
  /** Cards, keys, tiles. */
  readonly surface: number;
  /** Card borders, dividers, off track (decorative). */
  readonly line: number;
  /** Field and check-box outlines, quiet bars. */
  readonly edge: number;
  /** Text, amounts, running step, progress. */
  readonly ink: number;
  /** Secondary text, strip. */
  readonly ink2: number;
  /** Hints, not-yet steps, disabled label. */
  readonly ink3: number;
  /** Track of bars and rings, disabled button, neutral panel. */
  readonly off: number;
  /** Primary button, selected outline: touchable only. */
  readonly blue: number;
  /** On blue. */
  readonly onBlue: number;
  /** Primary while pressed. */
  readonly bluePress: number;
  /** Touchable text and icons, chevrons. */
  readonly blueText: number;
  /** Secondary button, selected chip. */
  readonly blueSoft: number;
  /** Done, Enter. */
  readonly green: number;
  /** On green. */
  readonly onGreen: number;
  /** Done word or icon. */
  readonly greenText: number;
  /** Done panel. */
  readonly greenSoft: number;
  /** Cancel, hold-to-confirm. */
  readonly red: number;
  /** On red. */
  readonly onRed: number;
  /** Danger word, expires today. */
  readonly redText: number;
  /** Danger panel, destructive secondary button. */
  readonly redSoft: number;
  /** Clear, device fault pill, side bar for 3 days or less. */
  readonly yellow: number;
  /** On yellow. */
  readonly onYellow: number;
  /** Warning word or icon. */
  readonly amberText: number;
  /** Warning panel. */
  readonly amberSoft: number;
  /** Training: band, frame, primary button. */
  readonly violet: number;
  /** On violet. */
  readonly onViolet: number;
  /** Training touchable text. */
  readonly violetText: number;
  /** Training ground and secondary. */
  readonly violetSoft: number;
  /** Card picture, gradient top. */
  readonly cardA: number;
  /** Card picture, gradient bottom. */
  readonly cardB: number;
};

export type ColourName = keyof Colours;

const light: Colours = {
  bg: 0xf3f5f8,
  surface: 0xffffff,
  line: 0xd3dae4,
  edge: 0x7c8798,
  ink: 0x0e1622,
  ink2: 0x3f4a5a,
  ink3: 0x596575,
  off: 0xe3e8ef,
  blue: 0x0a47bd,
  onBlue: 0xffffff,
  bluePress: 0x07358f,
  blueText: 0x0a47bd,
  blueSoft: 0xe4ecfb,
  green: 0x0a6634,
  onGreen: 0xffffff,
  greenText: 0x0a6634,
  greenSoft: 0xdff3e6,
  red: 0xb01218,
  onRed: 0xffffff,
  redText: 0xa30f15,
  redSoft: 0xfce6e6,
  yellow: 0xffc93c,
  onYellow: 0x0e1622,
  amberText: 0x6e4300,
  amberSoft: 0xfff0c9,
  violet: 0x5620ae,
  onViolet: 0xffffff,
  violetText: 0x4c1b9c,
  violetSoft: 0xede5fb,
  cardA: 0x2a3a55,
  cardB: 0x131c2c,
};

const dark: Colours = {
  bg: 0x0c1119,
  surface: 0x161e2a,
  line: 0x2c3747,
  edge: 0x6c7a8f,
  ink: 0xf1f4f8,
  ink2: 0xbac4d1,
  ink3: 0x94a1b3,
  off: 0x232d3b,
  blue: 0x85b2ff,
  onBlue: 0x07142b,
  bluePress: 0x5f97f5,
  blueText: 0x9cc1ff,
  blueSoft: 0x1a2c4c,
  green: 0x5fd08f,
  onGreen: 0x04180d,
  greenText: 0x74dba0,
  greenSoft: 0x10301f,
  red: 0xff8a87,
  onRed: 0x2a0506,
  redText: 0xffa09d,
  redSoft: 0x3c1619,
  yellow: 0xffc93c,
  onYellow: 0x0e1622,
  amberText: 0xffcf66,
  amberSoft: 0x382a0b,
  violet: 0xc0a3ff,
  onViolet: 0x1b0a3d,
  violetText: 0xcdb6ff,
  violetSoft: 0x2a1d4a,
  cardA: 0x4a5d80,
  cardB: 0x2a374f,
};

/** Laid over the light theme while training: nobody takes a drill for the real thing. */
const training: Partial<Colours> = {
  bg: 0xf1eafc,
  line: 0xcdbceb,
  blue: 0x5620ae,
  onBlue: 0xffffff,
  blueText: 0x4c1b9c,
  blueSoft: 0xe2d5f8,
};

const trainingDark: Partial<Colours> = {
  bg: 0x150e26,
  line: 0x2a1d4a,
  blue: dark.violet,
  onBlue: dark.onViolet,
  blueText: dark.violetText,
  blueSoft: dark.violetSoft,
};

/** The colours of a theme; while training, blue is violet and the ground is tinted. */
export function coloursOf(theme: 'light' | 'dark', inTraining: boolean): Colours {
  if (theme === 'light') return inTraining ? { ...light, ...training } : light;
  return inTraining ? { ...dark, ...trainingDark } : dark;
}

/** Text colour, the colours it stands on, and the contrast it needs there (WCAG 2.2, 1.4.3). */
export const contrastPairs: readonly (readonly [ColourName, ColourName, number])[] = [
  ['ink', 'bg', 7],
  ['ink', 'surface', 7],
  ['ink2', 'bg', 7],
  ['ink2', 'surface', 7],
  ['ink3', 'bg', 4.5],
  ['ink3', 'surface', 4.5],
  ['ink3', 'off', 4.5],
  ['onBlue', 'blue', 7],
  ['blueText', 'bg', 7],
  ['blueText', 'surface', 7],
  ['blueText', 'blueSoft', 4.5],
  ['onGreen', 'green', 7],
  ['greenText', 'bg', 4.5],
  ['greenText', 'surface', 4.5],
  ['greenText', 'greenSoft', 4.5],
  ['onRed', 'red', 7],
  ['redText', 'bg', 4.5],
  ['redText', 'surface', 4.5],
  ['redText', 'redSoft', 4.5],
  ['onYellow', 'yellow', 7],
  ['amberText', 'bg', 4.5],
  ['amberText', 'surface', 4.5],
  ['amberText', 'amberSoft', 4.5],
  ['onViolet', 'violet', 7],
  ['violetText', 'violetSoft', 4.5],
  ['ink', 'violetSoft', 7],
  ['ink', 'amberSoft', 7],
  ['ink', 'redSoft', 7],
  ['ink', 'greenSoft', 7],
  ['edge', 'surface', 3],
  ['edge', 'bg', 3],
  ['blue', 'bg', 3],
];
