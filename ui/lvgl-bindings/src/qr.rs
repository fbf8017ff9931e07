//! QR codes: whole modules, four of them quiet all around (ISO/IEC 18004 §9.1).

use crate::display::change;
use crate::error::{fail, text, whole, Code, Result};
use crate::objects::{object_of, Class};
use lightvgl_sys::*;
use napi_derive::napi;

const QUIET_MODULES: i32 = 4;
/// Bytes that version 40 holds at error correction level M.
const BYTES_MAX: usize = 2331;

/// What a QR code came to: modules a side without the quiet zone, and pixels a module.
#[napi(object)]
pub struct QrSize {
    pub modules: u32,
    pub module_pixels: u32,
}

/// Modules a side of the smallest version that holds these bytes at level M.
fn modules(length: usize) -> Option<i32> {
    // Bytes that versions 1 to 40 hold at level M (ISO/IEC 18004 table 7).
    const HOLDS: [usize; 40] = [
        14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624,
        666, 711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809,
        1911, 1989, 2099, 2213, BYTES_MAX,
    ];
    let version = HOLDS.iter().position(|&holds| holds >= length)? as i32 + 1;
    Some(17 + 4 * version)
}

/// Draws text as a QR code of `size` pixels a side, quiet zone included, in two colours.
#[napi]
pub fn set_qr(target: f64, value: String, size: f64, dark: f64, light: f64) -> Result<QrSize> {
    let target = object_of(target, Class::QrCode)?;
    let value = text(value)?;
    let size = whole(size, 1, 2048, "size")?;
    let dark = whole(dark, 0, 0xff_ffff, "dark")? as u32;
    let light = whole(light, 0, 0xff_ffff, "light")? as u32;
    let bytes = value.as_bytes();
    let Some(modules) = modules(bytes.len()) else {
        return fail(Code::BadArgument, format!("a QR code holds {BYTES_MAX} bytes"));
    };
    let pixels = size / (modules + 2 * QUIET_MODULES);
    if pixels == 0 {
        return fail(Code::TooSmall, format!("{size} px for {modules} modules and their quiet zone"));
    }
    let o = target.pointer;
    let drawn = change(|| unsafe {
        lv_qrcode_set_size(o, modules * pixels);
        lv_qrcode_set_dark_color(o, lv_color_hex(dark));
        lv_qrcode_set_light_color(o, lv_color_hex(light));
        let drawn = lv_qrcode_update(o, bytes.as_ptr().cast(), bytes.len() as u32);
        lv_obj_set_size(o, size, size);
        lv_image_set_inner_align(o, lv_image_align_t_LV_IMAGE_ALIGN_CENTER);
        lv_obj_set_style_bg_color(o, lv_color_hex(light), 0);
        lv_obj_set_style_bg_opa(o, 255, 0);
        drawn
    });
    if drawn != lv_result_t_LV_RESULT_OK {
        return fail(Code::BadArgument, "the text cannot be a QR code");
    }
    Ok(QrSize { modules: modules as u32, module_pixels: pixels as u32 })
}
