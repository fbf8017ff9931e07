//! Pointer and keys, injected: LVGL reads them when it is told to, in its event mode.

use crate::display::{change, check_frame, paint, with_display};
use crate::error::{fail, whole, Code, Result};
use crate::objects::{object, Pointer};
use lightvgl_sys::*;
use napi_derive::napi;
use std::cell::Cell;
use std::ptr::null_mut;

#[derive(Clone, Copy)]
struct Devices {
    pointer: *mut lv_indev_t,
    keypad: *mut lv_indev_t,
    group: *mut lv_group_t,
    width: i32,
    height: i32,
}

#[derive(Clone, Copy, Default)]
struct Finger {
    x: i32,
    y: i32,
    pressed: bool,
}

const RELEASED: lv_indev_state_t = lv_indev_state_t_LV_INDEV_STATE_RELEASED;
const PRESSED: lv_indev_state_t = lv_indev_state_t_LV_INDEV_STATE_PRESSED;

thread_local! {
    static DEVICES: Cell<Option<Devices>> = const { Cell::new(None) };
    static POINTER: Cell<Finger> = const { Cell::new(Finger { x: 0, y: 0, pressed: false }) };
    static KEY: Cell<(u32, bool)> = const { Cell::new((0, false)) };
}

unsafe extern "C" fn read_pointer(_: *mut lv_indev_t, data: *mut lv_indev_data_t) {
    let p = POINTER.get();
    (*data).point.x = p.x;
    (*data).point.y = p.y;
    (*data).state = if p.pressed { PRESSED } else { RELEASED };
}

unsafe extern "C" fn read_key(_: *mut lv_indev_t, data: *mut lv_indev_data_t) {
    let (key, pressed) = KEY.get();
    (*data).key = key;
    (*data).state = if pressed { PRESSED } else { RELEASED };
}

unsafe fn device(
    display: *mut lv_display_t,
    kind: lv_indev_type_t,
    read: lv_indev_read_cb_t,
) -> *mut lv_indev_t {
    let device = lv_indev_create();
    lv_indev_set_type(device, kind);
    lv_indev_set_read_cb(device, read);
    lv_indev_set_display(device, display);
    lv_indev_set_mode(device, lv_indev_mode_t_LV_INDEV_MODE_EVENT);
    device
}

pub fn attach(display: *mut lv_display_t, width: i32, height: i32) {
    POINTER.set(Finger::default());
    KEY.set((0, false));
    let devices = unsafe {
        let pointer = device(display, lv_indev_type_t_LV_INDEV_TYPE_POINTER, Some(read_pointer));
        let keypad = device(display, lv_indev_type_t_LV_INDEV_TYPE_KEYPAD, Some(read_key));
        let group = lv_group_create();
        lv_indev_set_group(keypad, group);
        Devices { pointer, keypad, group, width, height }
    };
    DEVICES.set(Some(devices));
}

pub fn detach() {
    if let Some(d) = DEVICES.take() {
        unsafe {
            for device in [d.pointer, d.keypad] {
                lv_indev_reset(device, null_mut());
                // A list that was thrown is moved by an animation of the device.
                lv_anim_delete(device.cast(), None);
            }
            lv_indev_delete(d.pointer);
            lv_indev_delete(d.keypad);
            lv_group_delete(d.group);
        }
    }
}

fn devices() -> Result<Devices> {
    match DEVICES.get() {
        Some(devices) => Ok(devices),
        None => fail(Code::NoDisplay, "no display on this thread: call createDisplay first"),
    }
}

/// Ends the press or scroll of this object, before it is deleted.
pub fn let_go_inside(object: Pointer) {
    let Some(d) = DEVICES.get() else { return };
    unsafe {
        for device in [d.pointer, d.keypad] {
            let p = &(*device).pointer;
            let used = [p.act_obj, p.scroll_obj, p.last_pressed, p.last_hovered];
            if used.contains(&object) {
                if lv_indev_get_state(device) == PRESSED {
                    lv_indev_wait_release(device);
                }
                lv_indev_reset(device, null_mut());
                lv_anim_delete(device.cast(), None);
            }
        }
    }
}

/// Puts the pointer at x, y (held inside the display), pressed or not, and paints the answer.
#[napi]
pub fn pointer(x: f64, y: f64, pressed: bool) -> Result<()> {
    check_frame()?;
    let d = devices()?;
    if !x.is_finite() || !y.is_finite() {
        return fail(Code::BadArgument, "x, y: not finite");
    }
    POINTER.set(Finger {
        x: x.clamp(0.0, f64::from(d.width - 1)) as i32,
        y: y.clamp(0.0, f64::from(d.height - 1)) as i32,
        pressed,
    });
    let display = with_display(|d| d.display)?;
    change(|| unsafe {
        // What was made since the last picture can be touched already.
        lv_obj_update_layout(lv_display_get_screen_active(display));
        lv_indev_read(d.pointer);
    });
    paint();
    Ok(())
}

/// A key (`LV_KEY_*` or a Unicode code point) for the focused object, and paints the answer.
#[napi]
pub fn key(code: f64, pressed: bool) -> Result<()> {
    check_frame()?;
    let d = devices()?;
    let code = whole(code, 1, 0x10_ffff, "key")? as u32;
    let Some(letter) = char::from_u32(code) else {
        return fail(Code::BadArgument, "key: not a Unicode character");
    };
    // A text area takes the bytes of the key as UTF-8.
    let mut bytes = [0; 4];
    letter.encode_utf8(&mut bytes);
    KEY.set((u32::from_le_bytes(bytes), pressed));
    change(|| unsafe { lv_indev_read(d.keypad) });
    paint();
    Ok(())
}

/// The code point of a key as LVGL holds it.
pub fn code_point(key: u32) -> u32 {
    let bytes = key.to_le_bytes();
    let length = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let text = std::str::from_utf8(&bytes[..length]).unwrap_or_default();
    text.chars().next().map_or(0, u32::from)
}

/// How long a press is long, and how often it repeats, in milliseconds.
#[napi]
pub fn long_press_times(press_ms: f64, repeat_ms: f64) -> Result<()> {
    let d = devices()?;
    let press = whole(press_ms, 1, 60_000, "press")?;
    let repeat = whole(repeat_ms, 1, 60_000, "repeat")?;
    unsafe {
        lv_indev_set_long_press_time(d.pointer, press as u16);
        lv_indev_set_long_press_repeat_time(d.pointer, repeat as u16);
    }
    Ok(())
}

/// Gives the keys to an object; null takes them from all.
#[napi]
pub fn focus(target: Option<f64>) -> Result<()> {
    let d = devices()?;
    let Some(target) = target else {
        change(|| unsafe { lv_group_remove_all_objs(d.group) });
        return Ok(());
    };
    let target = object(target)?;
    let root = with_display(|d| d.root)?;
    if target.handle == root {
        return fail(Code::WrongClass, "the root cannot take the focus");
    }
    change(|| unsafe {
        if lv_obj_get_group(target.pointer.cast()).is_null() {
            lv_group_add_obj(d.group, target.pointer);
        }
        lv_group_focus_obj(target.pointer);
    });
    Ok(())
}
