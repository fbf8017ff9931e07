//! What belongs to single classes: texts, values of bars and arcs, text areas.

use crate::display::change;
use crate::error::{fail, text, whole, Code, Result};
use crate::layout::named;
use crate::objects::{object, object_of, wrong_class, Class};
use lightvgl_sys::*;
use napi_derive::napi;

/// The text of a label or a text area.
#[napi]
pub fn set_text(target: f64, value: String) -> Result<()> {
    let target = object(target)?;
    let value = text(value)?;
    match target.class {
        Class::Label => change(|| unsafe { lv_label_set_text(target.pointer, value.as_ptr()) }),
        Class::TextArea => {
            change(|| unsafe { lv_textarea_set_text(target.pointer, value.as_ptr()) })
        }
        _ => return wrong_class(target, "label or textarea"),
    }
    Ok(())
}

const LONG_MODES: &[(&str, lv_label_long_mode_t)] = &[
    ("wrap", lv_label_long_mode_t_LV_LABEL_LONG_MODE_WRAP),
    ("dots", lv_label_long_mode_t_LV_LABEL_LONG_MODE_DOTS),
    ("clip", lv_label_long_mode_t_LV_LABEL_LONG_MODE_CLIP),
];

/// What a label does with text that is too long: `wrap`, `dots` or `clip`.
#[napi]
pub fn set_long_mode(target: f64, mode: String) -> Result<()> {
    let target = object_of(target, Class::Label)?;
    let mode = named(LONG_MODES, &mode, "long mode")?;
    change(|| unsafe { lv_label_set_long_mode(target.pointer, mode) });
    Ok(())
}

const VALUE_MAX: i32 = 1_000_000;

/// The range and value of a bar or an arc; `min` is less than `max`, the value is held inside.
#[napi]
pub fn set_value(target: f64, value: f64, min: f64, max: f64) -> Result<()> {
    let target = object(target)?;
    let min = whole(min, -VALUE_MAX, VALUE_MAX, "min")?;
    let max = whole(max, -VALUE_MAX, VALUE_MAX, "max")?;
    let value = whole(value, -VALUE_MAX, VALUE_MAX, "value")?;
    if min >= max {
        return fail(Code::BadArgument, "min is not less than max");
    }
    let value = value.clamp(min, max);
    let o = target.pointer;
    match target.class {
        Class::Bar => change(|| unsafe {
            lv_bar_set_range(o, min, max);
            lv_bar_set_value(o, value, false);
        }),
        Class::Arc => change(|| unsafe {
            lv_arc_set_range(o, min, max);
            lv_arc_set_value(o, value);
        }),
        _ => return wrong_class(target, "bar or arc"),
    }
    Ok(())
}

/// Where an arc begins, in degrees clockwise from three o'clock (270 is the top, as it comes).
#[napi]
pub fn set_arc_rotation(target: f64, degrees: f64) -> Result<()> {
    let target = object_of(target, Class::Arc)?;
    let degrees = whole(degrees, 0, 360, "degrees")?;
    change(|| unsafe { lv_arc_set_rotation(target.pointer, degrees) });
    Ok(())
}

#[napi]
pub fn set_placeholder(target: f64, value: String) -> Result<()> {
    let target = object_of(target, Class::TextArea)?;
    let value = text(value)?;
    change(|| unsafe { lv_textarea_set_placeholder_text(target.pointer, value.as_ptr()) });
    Ok(())
}

/// One line only, and bullets instead of letters.
#[napi]
pub fn set_text_area_mode(target: f64, one_line: bool, password: bool) -> Result<()> {
    let target = object_of(target, Class::TextArea)?;
    change(|| unsafe {
        lv_textarea_set_one_line(target.pointer, one_line);
        lv_textarea_set_password_mode(target.pointer, password);
    });
    Ok(())
}

/// At most this many letters; 0 for no limit but the text's own.
#[napi]
pub fn set_max_length(target: f64, letters: f64) -> Result<()> {
    let target = object_of(target, Class::TextArea)?;
    let letters = whole(letters, 0, 16_384, "letters")?;
    change(|| unsafe { lv_textarea_set_max_length(target.pointer, letters as u32) });
    Ok(())
}

#[napi]
pub fn set_cursor(target: f64, position: f64) -> Result<()> {
    let target = object_of(target, Class::TextArea)?;
    let position = whole(position, 0, 32_767, "position")?;
    change(|| unsafe { lv_textarea_set_cursor_pos(target.pointer, position) });
    Ok(())
}

/// Puts text in at the cursor.
#[napi]
pub fn insert_text(target: f64, value: String) -> Result<()> {
    let target = object_of(target, Class::TextArea)?;
    let value = text(value)?;
    let held = unsafe { std::ffi::CStr::from_ptr(lv_textarea_get_text(target.pointer)) };
    if held.to_bytes().len() + value.as_bytes().len() > crate::error::TEXT_BYTES_MAX {
        return fail(Code::BadArgument, "the text area is full");
    }
    change(|| unsafe { lv_textarea_add_text(target.pointer, value.as_ptr()) });
    Ok(())
}

/// Takes the letter before the cursor away.
#[napi]
pub fn delete_letter(target: f64) -> Result<()> {
    let target = object_of(target, Class::TextArea)?;
    change(|| unsafe { lv_textarea_delete_char(target.pointer) });
    Ok(())
}
