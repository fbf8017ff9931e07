//! Events: queued while LVGL runs, fetched by the package's JavaScript afterwards.

use crate::error::{fail, Code, Result};
use crate::input;
use crate::objects::{handle_of, object, with_record};
use lightvgl_sys::*;
use napi_derive::napi;
use std::cell::RefCell;
use std::ptr::null_mut;

/// The position in this table is the bit in an object's `listened` and the number of the type
/// in the queue.
const EVENTS: &[(&str, lv_event_code_t)] = &[
    ("pressed", lv_event_code_t_LV_EVENT_PRESSED),
    ("press-lost", lv_event_code_t_LV_EVENT_PRESS_LOST),
    ("short-clicked", lv_event_code_t_LV_EVENT_SHORT_CLICKED),
    ("long-pressed", lv_event_code_t_LV_EVENT_LONG_PRESSED),
    ("long-pressed-repeat", lv_event_code_t_LV_EVENT_LONG_PRESSED_REPEAT),
    ("clicked", lv_event_code_t_LV_EVENT_CLICKED),
    ("released", lv_event_code_t_LV_EVENT_RELEASED),
    ("scroll-begin", lv_event_code_t_LV_EVENT_SCROLL_BEGIN),
    ("scroll", lv_event_code_t_LV_EVENT_SCROLL),
    ("scroll-end", lv_event_code_t_LV_EVENT_SCROLL_END),
    ("key", lv_event_code_t_LV_EVENT_KEY),
    ("focused", lv_event_code_t_LV_EVENT_FOCUSED),
    ("defocused", lv_event_code_t_LV_EVENT_DEFOCUSED),
    ("value-changed", lv_event_code_t_LV_EVENT_VALUE_CHANGED),
    ("ready", lv_event_code_t_LV_EVENT_READY),
    ("deleted", lv_event_code_t_LV_EVENT_DELETE),
];
const DELETED: u32 = EVENTS.len() as u32 - 1;
/// Far more than one tick can bring; what comes beyond is dropped.
const QUEUE_MAX: usize = 3 * 8192;

thread_local!(static QUEUE: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) });

fn push(target: u32, kind: u32, key: u32) {
    QUEUE.with_borrow_mut(|q| {
        if q.len() < QUEUE_MAX {
            q.extend([target, kind, key]);
        }
    });
}

unsafe extern "C" fn on_event(event: *mut lv_event_t) {
    let code = lv_event_get_code(event);
    let Some(kind) = EVENTS.iter().position(|row| row.1 == code) else { return };
    let target = handle_of(lv_event_get_current_target(event).cast());
    let is_key = code == lv_event_code_t_LV_EVENT_KEY;
    let key = if is_key { input::code_point(lv_event_get_key(event)) } else { 0 };
    push(target, kind as u32, key);
}

/// The pool's own delete callback reports the end, after the handle has died.
pub fn deleted(target: u32, listened: u32) {
    if listened >> DELETED & 1 == 1 {
        push(target, DELETED, 0);
    }
}

pub fn waiting() -> bool {
    QUEUE.with_borrow(|q| !q.is_empty())
}

pub fn clear() {
    QUEUE.take();
}

/// Reports an event of this type on this object from now on; a second call changes nothing.
#[napi]
pub fn listen(target: f64, event: String) -> Result<()> {
    let target = object(target)?;
    let Some(kind) = EVENTS.iter().position(|row| row.0 == event) else {
        return fail(Code::UnknownEvent, format!("no event {event:?}"));
    };
    let known = with_record(target.handle, |o| {
        let known = o.listened >> kind & 1 == 1;
        o.listened |= 1 << kind;
        known
    });
    if known == Some(false) && kind as u32 != DELETED {
        unsafe {
            lv_obj_add_event_cb(target.pointer, Some(on_event), EVENTS[kind].1, null_mut());
        }
    }
    Ok(())
}

/// The names of the event types, by their number in the queue.
#[napi]
pub fn event_names() -> Vec<String> {
    EVENTS.iter().map(|row| row.0.to_owned()).collect()
}

/// The events since the last call: object, number of the type, key, and so on.
#[napi]
pub fn take_events() -> Vec<u32> {
    QUEUE.take()
}
