//! LVGL lays out again until nothing is left to lay out. A parent as wide as its content around
//! a child as wide as a share of the parent can swing for ever, so the linker (`build.rs`) puts
//! this function, the same but bounded, in the place of LVGL's.

use lightvgl_sys::*;
use std::cell::Cell;
use std::ptr::null_mut;

/// Real screens settle in two or three passes.
const PASSES_MAX: u32 = 32;

thread_local!(static RUNNING: Cell<bool> = const { Cell::new(false) });

/// # Safety
/// Called by LVGL, with an object of its own.
#[no_mangle]
pub unsafe extern "C" fn __wrap_lv_obj_update_layout(object: *const lv_obj_t) {
    if RUNNING.replace(true) {
        return;
    }
    let screen = lv_obj_get_screen(object);
    for _ in 0..PASSES_MAX {
        if (*screen).scr_layout_inv() == 0 {
            break;
        }
        (*screen).set_scr_layout_inv(0);
        lay_out(screen);
    }
    (*screen).set_scr_layout_inv(0);
    let display = lv_obj_get_display(screen);
    let done = lv_event_code_t_LV_EVENT_UPDATE_LAYOUT_COMPLETED;
    lv_display_send_event(display, done, null_mut());
    RUNNING.set(false);
}

/// `layout_update_core` of `lv_obj_pos.c`.
unsafe fn lay_out(object: *mut lv_obj_t) {
    let children = lv_obj_get_child_count(object) as i32;
    for i in 0..children {
        lay_out(lv_obj_get_child(object, i));
    }
    if (*object).layout_inv() != 0 {
        (*object).set_layout_inv(0);
        lv_obj_refr_size(object);
        lv_obj_refr_pos(object);
        if children > 0 {
            lv_layout_apply(object);
        }
    }
    if (*object).readjust_scroll_after_layout() != 0 {
        (*object).set_readjust_scroll_after_layout(0);
        lv_obj_readjust_scroll(object, false);
    }
}
