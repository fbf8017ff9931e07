//! Shared styles (made once, laid on many objects) and local values on single objects.

use crate::display::{change, with_display};
use crate::error::{fail, handle, whole, Code, Result};
use crate::fonts;
use crate::objects::{object, state_bits};
use crate::pool::{Kind, Pool};
use lightvgl_sys::*;
use napi_derive::napi;
use std::cell::RefCell;

/// What a value may be.
#[derive(Clone, Copy)]
enum Value {
    /// A length in pixels.
    Length,
    /// A length in pixels, a percentage or the size of the content.
    Size,
    /// A whole number in a range.
    Number(i32, i32),
    Color,
    Font,
}

const STROKE: Value = Value::Number(0, 200);
const OPACITY: Value = Value::Number(0, 255);
const SWITCH: Value = Value::Number(0, 1);

/// The position in this table is the number JavaScript passes (`styleProperties`).
const PROPERTIES: &[(&str, u32, Value)] = &[
    ("width", _lv_style_id_t_LV_STYLE_WIDTH, Value::Size),
    ("height", _lv_style_id_t_LV_STYLE_HEIGHT, Value::Size),
    ("minWidth", _lv_style_id_t_LV_STYLE_MIN_WIDTH, Value::Size),
    ("maxWidth", _lv_style_id_t_LV_STYLE_MAX_WIDTH, Value::Size),
    ("minHeight", _lv_style_id_t_LV_STYLE_MIN_HEIGHT, Value::Size),
    ("maxHeight", _lv_style_id_t_LV_STYLE_MAX_HEIGHT, Value::Size),
    ("translateX", _lv_style_id_t_LV_STYLE_TRANSLATE_X, Value::Length),
    ("translateY", _lv_style_id_t_LV_STYLE_TRANSLATE_Y, Value::Length),
    ("padTop", _lv_style_id_t_LV_STYLE_PAD_TOP, Value::Length),
    ("padRight", _lv_style_id_t_LV_STYLE_PAD_RIGHT, Value::Length),
    ("padBottom", _lv_style_id_t_LV_STYLE_PAD_BOTTOM, Value::Length),
    ("padLeft", _lv_style_id_t_LV_STYLE_PAD_LEFT, Value::Length),
    ("gapX", _lv_style_id_t_LV_STYLE_PAD_COLUMN, Value::Length),
    ("gapY", _lv_style_id_t_LV_STYLE_PAD_ROW, Value::Length),
    ("marginTop", _lv_style_id_t_LV_STYLE_MARGIN_TOP, Value::Length),
    ("marginRight", _lv_style_id_t_LV_STYLE_MARGIN_RIGHT, Value::Length),
    ("marginBottom", _lv_style_id_t_LV_STYLE_MARGIN_BOTTOM, Value::Length),
    ("marginLeft", _lv_style_id_t_LV_STYLE_MARGIN_LEFT, Value::Length),
    ("bgColor", _lv_style_id_t_LV_STYLE_BG_COLOR, Value::Color),
    ("bgOpa", _lv_style_id_t_LV_STYLE_BG_OPA, OPACITY),
    ("bgGradientColor", _lv_style_id_t_LV_STYLE_BG_GRAD_COLOR, Value::Color),
    ("bgGradient", _lv_style_id_t_LV_STYLE_BG_GRAD_DIR, Value::Number(0, 2)),
    ("borderColor", _lv_style_id_t_LV_STYLE_BORDER_COLOR, Value::Color),
    ("borderOpa", _lv_style_id_t_LV_STYLE_BORDER_OPA, OPACITY),
    ("borderWidth", _lv_style_id_t_LV_STYLE_BORDER_WIDTH, STROKE),
    ("borderSide", _lv_style_id_t_LV_STYLE_BORDER_SIDE, Value::Number(0, 15)),
    ("outlineColor", _lv_style_id_t_LV_STYLE_OUTLINE_COLOR, Value::Color),
    ("outlineOpa", _lv_style_id_t_LV_STYLE_OUTLINE_OPA, OPACITY),
    ("outlineWidth", _lv_style_id_t_LV_STYLE_OUTLINE_WIDTH, STROKE),
    ("outlinePad", _lv_style_id_t_LV_STYLE_OUTLINE_PAD, Value::Number(-200, 200)),
    ("imageOpa", _lv_style_id_t_LV_STYLE_IMAGE_OPA, OPACITY),
    ("imageColor", _lv_style_id_t_LV_STYLE_IMAGE_RECOLOR, Value::Color),
    ("imageColorOpa", _lv_style_id_t_LV_STYLE_IMAGE_RECOLOR_OPA, OPACITY),
    ("lineColor", _lv_style_id_t_LV_STYLE_LINE_COLOR, Value::Color),
    ("lineOpa", _lv_style_id_t_LV_STYLE_LINE_OPA, OPACITY),
    ("lineWidth", _lv_style_id_t_LV_STYLE_LINE_WIDTH, STROKE),
    ("lineRounded", _lv_style_id_t_LV_STYLE_LINE_ROUNDED, SWITCH),
    ("arcColor", _lv_style_id_t_LV_STYLE_ARC_COLOR, Value::Color),
    ("arcOpa", _lv_style_id_t_LV_STYLE_ARC_OPA, OPACITY),
    ("arcWidth", _lv_style_id_t_LV_STYLE_ARC_WIDTH, STROKE),
    ("arcRounded", _lv_style_id_t_LV_STYLE_ARC_ROUNDED, SWITCH),
    ("textColor", _lv_style_id_t_LV_STYLE_TEXT_COLOR, Value::Color),
    ("textOpa", _lv_style_id_t_LV_STYLE_TEXT_OPA, OPACITY),
    ("font", _lv_style_id_t_LV_STYLE_TEXT_FONT, Value::Font),
    ("letterSpace", _lv_style_id_t_LV_STYLE_TEXT_LETTER_SPACE, Value::Number(-200, 200)),
    ("lineSpace", _lv_style_id_t_LV_STYLE_TEXT_LINE_SPACE, Value::Number(-200, 200)),
    ("textAlign", _lv_style_id_t_LV_STYLE_TEXT_ALIGN, Value::Number(0, 3)),
    ("radius", _lv_style_id_t_LV_STYLE_RADIUS, Value::Number(0, 0x7fff)),
    ("clipCorner", _lv_style_id_t_LV_STYLE_CLIP_CORNER, SWITCH),
    ("opa", _lv_style_id_t_LV_STYLE_OPA, OPACITY),
];

const PARTS: &[(&str, lv_part_t)] = &[
    ("main", lv_part_t_LV_PART_MAIN),
    ("scrollbar", lv_part_t_LV_PART_SCROLLBAR),
    ("indicator", lv_part_t_LV_PART_INDICATOR),
    ("cursor", lv_part_t_LV_PART_CURSOR),
];

pub const LENGTH_MAX: i32 = 16_000;
const SPECIAL: i32 = 1 << 29;
const CONTENT: i32 = SPECIAL | (SPECIAL - 1);

/// A length as LVGL codes it: pixels, `SPECIAL | percent`, or `CONTENT`.
pub fn size(value: f64, name: &str) -> Result<i32> {
    if value.fract() == 0.0 {
        let special = value - f64::from(SPECIAL);
        if value == f64::from(CONTENT) || (0.0..=100.0).contains(&special) {
            return Ok(value as i32);
        }
    }
    whole(value, -LENGTH_MAX, LENGTH_MAX, name)
}

thread_local! {
    /// Each style in a box of its own, because objects keep its address.
    static STYLES: RefCell<Pool<Box<lv_style_t>>> = const { RefCell::new(Pool::new(Kind::Style)) };
}
const STYLES_MAX: usize = 1024;

pub fn free_all() {
    for mut style in STYLES.with_borrow_mut(Pool::drain) {
        unsafe { lv_style_reset(&mut *style) };
    }
}

fn style(value: f64) -> Result<*mut lv_style_t> {
    let id = handle(value)?;
    STYLES.with_borrow_mut(|s| match s.get_mut(id) {
        Some(s) => Ok(&mut **s as *mut lv_style_t),
        None => fail(Code::StaleHandle, format!("style {id} is gone")),
    })
}

fn row(index: f64) -> Result<&'static (&'static str, u32, Value)> {
    let known = whole(index, 0, PROPERTIES.len() as i32 - 1, "property").ok();
    match known.and_then(|i| PROPERTIES.get(i as usize)) {
        Some(row) => Ok(row),
        None => fail(Code::UnknownProperty, "no such style property"),
    }
}

fn coded(value: f64, name: &str, kind: Value) -> Result<lv_style_value_t> {
    let mut coded: lv_style_value_t = unsafe { std::mem::zeroed() };
    match kind {
        Value::Length => coded.num = whole(value, -LENGTH_MAX, LENGTH_MAX, name)?,
        Value::Size => coded.num = size(value, name)?,
        Value::Number(min, max) => coded.num = whole(value, min, max, name)?,
        Value::Color => {
            let rgb = whole(value, 0, 0xff_ffff, name)? as u32;
            coded.color = unsafe { lv_color_hex(rgb) };
        }
        Value::Font => coded.ptr = fonts::font(value)?.cast(),
    }
    Ok(coded)
}

/// `part` and `state` as one LVGL selector.
fn selector(part: &str, state: &str) -> Result<lv_style_selector_t> {
    let Some(row) = PARTS.iter().find(|row| row.0 == part) else {
        return fail(Code::UnknownProperty, format!("no part {part:?}"));
    };
    Ok(row.1 | state_bits(state)?)
}

/// The names of the style properties, by their number.
#[napi]
pub fn style_properties() -> Vec<String> {
    PROPERTIES.iter().map(|row| row.0.to_owned()).collect()
}

/// An empty shared style; it lives as long as the display.
#[napi]
pub fn create_style() -> Result<u32> {
    with_display(|_| ())?;
    if STYLES.with_borrow(Pool::len) >= STYLES_MAX {
        return fail(Code::TooMany, format!("more than {STYLES_MAX} styles"));
    }
    let mut style: Box<lv_style_t> = Box::new(unsafe { std::mem::zeroed() });
    unsafe { lv_style_init(&mut *style) };
    STYLES.with_borrow_mut(|s| s.add(style))
}

/// Sets a value in a shared style. Objects that wear it change with `styleChanged`.
#[napi]
pub fn set_style_value(target: f64, property: f64, value: f64) -> Result<()> {
    let target = style(target)?;
    let &(name, id, kind) = row(property)?;
    let value = coded(value, name, kind)?;
    unsafe { lv_style_set_prop(target, id as lv_style_prop_t, value) };
    Ok(())
}

/// Empties a shared style, for new values: a change of theme.
#[napi]
pub fn reset_style(target: f64) -> Result<()> {
    let target = style(target)?;
    unsafe { lv_style_reset(target) };
    Ok(())
}

/// Lays out and paints anew what wears this style.
#[napi]
pub fn style_changed(target: f64) -> Result<()> {
    let target = style(target)?;
    change(|| unsafe { lv_obj_report_style_change(target) });
    Ok(())
}

/// Lays a shared style on an object, for a part in a state.
#[napi]
pub fn add_style(target: f64, shared: f64, part: String, state: String) -> Result<()> {
    let target = object(target)?;
    let shared = style(shared)?;
    let selector = selector(&part, &state)?;
    if unsafe { (*target.pointer).style_cnt() } >= 48 {
        return fail(Code::TooMany, "more than 48 styles on one object");
    }
    change(|| unsafe { lv_obj_add_style(target.pointer, shared, selector) });
    Ok(())
}

#[napi]
pub fn remove_style(target: f64, shared: f64, part: String, state: String) -> Result<()> {
    let target = object(target)?;
    let shared = style(shared)?;
    let selector = selector(&part, &state)?;
    change(|| unsafe { lv_obj_remove_style(target.pointer, shared, selector) });
    Ok(())
}

/// A value on this object alone.
#[napi]
pub fn set_local_style(
    target: f64,
    property: f64,
    value: f64,
    part: Option<String>,
    state: Option<String>,
) -> Result<()> {
    let target = object(target)?;
    let &(name, id, kind) = row(property)?;
    let value = coded(value, name, kind)?;
    let part = part.as_deref().unwrap_or("main");
    let selector = selector(part, state.as_deref().unwrap_or("default"))?;
    change(|| unsafe {
        lv_obj_set_local_style_prop(target.pointer, id as lv_style_prop_t, value, selector)
    });
    Ok(())
}

#[napi]
pub fn remove_local_style(
    target: f64,
    property: f64,
    part: Option<String>,
    state: Option<String>,
) -> Result<()> {
    let target = object(target)?;
    let &(_, id, _) = row(property)?;
    let part = part.as_deref().unwrap_or("main");
    let selector = selector(part, state.as_deref().unwrap_or("default"))?;
    change(|| unsafe {
        lv_obj_remove_local_style_prop(target.pointer, id as lv_style_prop_t, selector)
    });
    Ok(())
}
