import { RADIUS_CIRCLE, type SharedStyle, type StyleValues } from '../h.ts';
import type { Kit } from '../theme.ts';

/** The shared styles by name: all that can be touched, and the grounds the rest stands on. */
export function stylesOf(kit: Kit): Readonly<Record<string, SharedStyle>> {
  return { ...grounds(kit), ...touchables(kit), ...keys(kit) };
}

const fill = (bgColor: number): Partial<StyleValues> => ({ bgColor, bgOpa: 255 });

const paint = (ground: number, ink: number): Partial<StyleValues> => ({
  ...fill(ground),
  textColor: ink,
  imageColor: ink,
});

const border = (kit: Kit, millimetres: number, borderColor: number): Partial<StyleValues> => ({
  borderColor,
  borderOpa: 255,
  borderSide: 15,
  borderWidth: Math.max(1, kit.mm(millimetres)),
});

/** Focus by keys: an ink outline that stands off. */
const focus = (kit: Kit, pad: number = 0.4): Partial<StyleValues> => ({
  outlineColor: kit.colours.ink,
  outlineWidth: kit.mm(0.4),
  outlinePad: kit.mm(pad),
});

function grounds(kit: Kit): Record<string, SharedStyle> {
  const { colours: c, mm } = kit;
  const note = (ground: number, ink: number): SharedStyle => ({
    normal: { ...paint(ground, ink), radius: mm(2) },
    pressed: fill(c.line),
    focused: focus(kit),
  });
  const tag = (ground: number, ink: number): SharedStyle => ({
    normal: { ...paint(ground, ink), radius: mm(1) },
  });
  const ring = (track: number, filled: number, arcWidth: number): SharedStyle => ({
    normal: { arcColor: track, arcWidth, arcRounded: true },
    indicator: { arcColor: filled, arcWidth, arcRounded: true },
  });
  return {
    ground: { normal: { ...paint(c.bg, c.ink) } },
    card: { normal: { ...fill(c.surface), radius: mm(2), ...border(kit, 0.15, c.line) } },
    noteRed: note(c.redSoft, c.redText),
    noteAmber: note(c.amberSoft, c.ink),
    noteGreen: note(c.greenSoft, c.ink),
    noteOff: note(c.off, c.ink),
    tagRed: tag(c.redSoft, c.redText),
    tagAmber: tag(c.amberSoft, c.amberText),
    tagGreen: tag(c.greenSoft, c.greenText),
    tagOff: tag(c.off, c.ink2),
    pill: { normal: { ...paint(c.yellow, c.onYellow), radius: mm(2) } },
    bar: {
      normal: { ...fill(c.off), radius: RADIUS_CIRCLE },
      indicator: { ...fill(c.ink), radius: RADIUS_CIRCLE },
    },
    ringWait: ring(c.off, c.ink, mm(1.8)),
    ringNext: ring(c.off, c.ink, mm(1.5)),
    ringHold: ring(c.redSoft, c.red, mm(1.9)),
  };
}

function touchables(kit: Kit): Record<string, SharedStyle> {
  const { colours: c, mm } = kit;
  const disabled = paint(c.off, c.ink3);
  return {
    primary: {
      normal: { ...paint(c.blue, c.onBlue), radius: mm(2) },
      focused: focus(kit),
      pressed: fill(c.bluePress),
      disabled,
    },
    secondary: {
      normal: { ...paint(c.blueSoft, c.blueText), radius: mm(2) },
      focused: focus(kit),
      pressed: paint(c.blue, c.onBlue),
      disabled,
    },
    danger: {
      normal: { ...paint(c.redSoft, c.redText), radius: mm(2) },
      focused: focus(kit),
      pressed: paint(c.red, c.onRed),
      disabled,
    },
    tile: {
      normal: {
        ...paint(c.surface, c.blueText),
        radius: mm(2),
        ...border(kit, 0.15, c.line),
      },
      focused: focus(kit),
      pressed: fill(c.blueSoft),
    },
    row: {
      normal: { textColor: c.ink, imageColor: c.ink, bgOpa: 0, bgColor: c.blueSoft },
      focused: focus(kit, -0.4),
      pressed: { bgOpa: 255 },
    },
    scrollThumb: { normal: { bgColor: c.ink3, bgOpa: 160, radius: RADIUS_CIRCLE } },
    headButton: {
      normal: { textColor: c.blueText, bgOpa: 0, bgColor: c.blueSoft, radius: mm(2) },
      focused: focus(kit, -0.4),
      pressed: fill(c.blueSoft),
      disabled: { textColor: c.ink3 },
    },
    chip: {
      normal: { ...paint(c.surface, c.blueText), radius: mm(2), ...border(kit, 0.15, c.line) },
      checked: { ...fill(c.blueSoft), ...border(kit, 0.3, c.blue) },
      focused: focus(kit),
      pressed: paint(c.blue, c.onBlue),
      disabled,
    },
    field: {
      normal: { ...paint(c.surface, c.ink), radius: mm(2), ...border(kit, 0.15, c.edge) },
      checked: border(kit, 0.3, c.blue),
      focused: focus(kit),
      pressed: fill(c.blueSoft),
    },
    confirm: {
      normal: { ...paint(c.red, c.onRed), radius: RADIUS_CIRCLE },
      focused: focus(kit, 0.4),
      pressed: paint(c.red, c.onRed),
    },
  };
}

/** The same tone and the same press for every digit; red Cancel, yellow Clear, green Enter. */
function keys(kit: Kit): Record<string, SharedStyle> {
  const { colours: c, mm } = kit;
  const pressed = { ...paint(c.ink, c.bg), borderColor: c.ink };
  const coloured = (ground: number, ink: number): SharedStyle => ({
    normal: { ...paint(ground, ink), radius: mm(2) },
    focused: focus(kit),
    pressed,
    disabled: paint(c.off, c.ink3),
  });
  return {
    key: {
      normal: { ...paint(c.surface, c.ink), radius: mm(2), ...border(kit, 0.15, c.line) },
      focused: focus(kit),
      pressed,
      disabled: paint(c.off, c.ink3),
    },
    keyCancel: coloured(c.red, c.onRed),
    keyClear: coloured(c.yellow, c.onYellow),
    keyEnter: coloured(c.green, c.onGreen),
  };
}
