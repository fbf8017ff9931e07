/**
 * What a node means in LVGL's terms, as plain values that can be compared: the parent's layout
 * decides what `fill` and `stretch` come to.
 */
import * as lvgl from 'lvgl-bindings';
import type { UiNode, UiNodeType, UiProps } from '../h.ts';
import { type LvglValues, lvglValues } from './styles.ts';

/** What a parent says to its children. */
export type Context = {
  readonly flow: 'row' | 'column' | 'none';
  readonly align: NonNullable<UiProps['align']>;
  readonly cross: NonNullable<UiProps['cross']>;
  /** Whether the parent's own size is known before its content is. */
  readonly definiteW: boolean;
  readonly definiteH: boolean;
  readonly disabled: boolean;
  readonly checked: boolean;
};

export type Resolved = {
  readonly width: number;
  readonly height: number;
  readonly grow: number;
  readonly place: readonly [lvgl.Alignment, number, number];
  readonly absolute: boolean;
  readonly styles: readonly string[];
  readonly main: LvglValues;
  readonly indicator: LvglValues;
  readonly clickable: boolean;
  readonly disabled: boolean;
  readonly checked: boolean;
  readonly longMode: 'wrap' | 'dots' | 'clip';
  /** For the node's own children. */
  readonly context: Context;
};

type Axis = { size: number; grow: number; definite: boolean };

const FLOWS: Partial<Record<UiNodeType, Context['flow']>> = {
  row: 'row',
  button: 'row',
  column: 'column',
  scroll: 'column',
};
const CROSS: Partial<Record<UiNodeType, Context['cross']>> = {
  row: 'center',
  button: 'center',
  column: 'stretch',
  scroll: 'stretch',
};

/** Classes whose size comes from what they show, so that stretching would only distort them. */
const OWN_SIZE: ReadonlySet<UiNodeType> = new Set(['icon', 'image', 'qr', 'line']);

export function resolve(node: UiNode, parent: Context): Resolved {
  const { type, props } = node;
  const absolute = props.x !== undefined || props.y !== undefined;
  const across = (cross: boolean): boolean =>
    cross && parent.cross === 'stretch' && !absolute && !OWN_SIZE.has(type);
  const along = absolute ? 'none' : parent.flow;
  const w = axis(props.w, along === 'row' ? props.grow : undefined, {
    along: along === 'row',
    stretched: across(parent.flow === 'column'),
    definite: parent.definiteW,
  });
  const h = axis(props.h, along === 'column' ? props.grow : undefined, {
    along: along === 'column',
    stretched: across(parent.flow !== 'column'),
    definite: parent.definiteH,
  });
  const disabled = parent.disabled || (props.disabled ?? false);
  const checked = parent.checked || (props.checked ?? false);
  const pressable = props.onPress !== undefined || props.onHold !== undefined;
  return {
    width: w.size,
    height: h.size,
    grow: w.grow || h.grow,
    place: absolute ? ['top-left', props.x ?? 0, props.y ?? 0] : overlay(parent),
    absolute,
    styles: typeof props.style === 'string' ? [props.style] : (props.style ?? []),
    main: mainValues(node),
    indicator: indicatorValues(node),
    clickable: type === 'button' || pressable,
    disabled,
    checked,
    longMode: props.ellipsis ? 'dots' : props.wrap === false ? 'clip' : 'wrap',
    context: {
      flow: FLOWS[type] ?? 'none',
      align: props.align ?? (type === 'button' ? 'center' : 'start'),
      cross: props.cross ?? CROSS[type] ?? 'start',
      definiteW: w.definite,
      definiteH: h.definite,
      disabled,
      checked,
    },
  };
}

function axis(
  asked: UiProps['w'],
  grow: number | undefined,
  parent: { along: boolean; stretched: boolean; definite: boolean },
): Axis {
  if (typeof asked === 'number') return { size: asked, grow: 0, definite: true };
  const fills = asked === 'fill' || grow !== undefined;
  if (parent.along && fills && parent.definite) {
    return { size: lvgl.CONTENT, grow: grow ?? 1, definite: true };
  }
  const whole = asked === 'fill' || (asked === undefined && parent.stretched);
  if (whole && parent.definite) return { size: lvgl.pct(100), grow: 0, definite: true };
  return { size: lvgl.CONTENT, grow: 0, definite: false };
}

const COLUMNS = { start: 'left', center: '', end: 'right', between: 'left' } as const;
const ROWS = { start: 'top', center: '', end: 'bottom', stretch: 'top' } as const;

/** In a box children lie over each other; in a row or column LVGL places them. */
function overlay(parent: Context): readonly [lvgl.Alignment, number, number] {
  if (parent.flow !== 'none') return ['default', 0, 0];
  const name = [ROWS[parent.cross], COLUMNS[parent.align]].filter(Boolean).join('-') || 'center';
  return [name as lvgl.Alignment, 0, 0];
}

function mainValues({ type, props }: UiNode): LvglValues {
  const values = lvglValues(props.local ?? {});
  const { pad, gap, color } = props;
  if (pad !== undefined) {
    const sides = typeof pad === 'number' ? ([pad, pad, pad, pad] as const) : pad;
    [values.padTop, values.padRight, values.padBottom, values.padLeft] = sides;
  }
  if (gap !== undefined) {
    values.gapX = gap;
    values.gapY = gap;
  }
  if (props.lineSpace !== undefined) values.lineSpace = props.lineSpace;
  if (props.textAlign) values.textAlign = { left: 1, center: 2, right: 3 }[props.textAlign];
  if (color !== undefined && type === 'line') values.lineColor = color;
  else if (color !== undefined && type === 'icon') values.imageColor = color;
  else if (color !== undefined && type !== 'arc' && type !== 'bar') values.textColor = color;
  return values;
}

/** The filled part of bars and arcs: same width and ends as the track, in the node's colour. */
function indicatorValues({ type, props }: UiNode): LvglValues {
  const { local = {}, color } = props;
  if (type === 'arc') {
    const { arcWidth, arcRounded } = local;
    return lvglValues({
      ...(arcWidth === undefined ? {} : { arcWidth }),
      ...(arcRounded === undefined ? {} : { arcRounded }),
      ...(color === undefined ? {} : { arcColor: color }),
    });
  }
  if (type === 'bar') {
    return lvglValues({
      ...(local.radius === undefined ? {} : { radius: local.radius }),
      ...(color === undefined ? {} : { bgColor: color }),
    });
  }
  return {};
}
