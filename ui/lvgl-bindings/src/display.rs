//! The one display: its clock, its frame buffer in JavaScript's hands, and its end.
//!
//! Rules that keep the process whole:
//! - everything runs on the JavaScript thread that made the display;
//! - LVGL never calls JavaScript: rectangles and events are queued and fetched afterwards, and
//!   the wake call comes when LVGL has returned;
//! - no `RefCell` stays borrowed across a call into LVGL, because its callbacks borrow again.

use crate::error::{fail, whole, Code, Result};
use crate::{events, images, input, objects, styles};
use lightvgl_sys::*;
use napi::bindgen_prelude::*;
use napi::{sys, JsValue};
use napi_derive::napi;
use std::cell::{Cell, RefCell};
use std::ffi::{c_char, c_void, CStr};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::Once;

type WakeFunction = FunctionRef<(), napi::threadsafe_function::UnknownReturnValue>;

/// LVGL's clock; only `tick` moves it. Static because LVGL takes a plain function pointer.
static NOW_MS: AtomicU32 = AtomicU32::new(0);
/// LVGL's state is one per process, while this module is one per JavaScript thread.
static TAKEN: AtomicBool = AtomicBool::new(false);
static LVGL_STARTED: Once = Once::new();

const SIDE_MAX: i32 = 4096;
const WARNINGS_MAX: usize = 32;

pub struct Display {
    pub display: *mut lv_display_t,
    pub root: u32,
    env: sys::napi_env,
    frame: sys::napi_ref,
    data: *mut c_void,
    length: usize,
}

#[derive(Default)]
struct Signals {
    hooked: Cell<bool>,
    ticking: Cell<bool>,
    woken: Cell<bool>,
    told: Cell<bool>,
    last_now: Cell<f64>,
}

thread_local! {
    static DISPLAY: RefCell<Option<Display>> = const { RefCell::new(None) };
    static SIGNALS: Signals = Signals::default();
    static WAKE: RefCell<Option<WakeFunction>> = const { RefCell::new(None) };
    static RECTANGLES: RefCell<Vec<i32>> = const { RefCell::new(Vec::new()) };
    static WARNINGS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

pub fn with_display<T>(f: impl FnOnce(&Display) -> T) -> Result<T> {
    DISPLAY.with_borrow(|d| match d {
        Some(d) => Ok(f(d)),
        None => fail(Code::NoDisplay, "no display on this thread: call createDisplay first"),
    })
}

/// Runs code that changes LVGL's state, then wakes a sleeping host if LVGL asked for time.
pub fn change<T>(f: impl FnOnce() -> T) -> T {
    let value = f();
    objects::bury();
    SIGNALS.with(|s| {
        if s.woken.get() && !s.told.replace(true) {
            wake();
        }
    });
    value
}

fn wake() {
    let Ok(env) = with_display(|d| d.env) else { return };
    let env = Env::from_raw(env);
    let function = WAKE.with_borrow(|w| w.as_ref().and_then(|w| w.borrow_back(&env).ok()));
    if let Some(function) = function {
        // The package's own wrapper catches what the host's function throws.
        let _ = function.call(());
    }
}

unsafe extern "C" fn tick_cb() -> u32 {
    NOW_MS.load(Ordering::Relaxed)
}

unsafe extern "C" fn resume_cb(_: *mut c_void) {
    SIGNALS.with(|s| {
        if !s.ticking.get() {
            s.woken.set(true);
        }
    });
}

unsafe extern "C" fn log_cb(_: lv_log_level_t, line: *const c_char) {
    let line = CStr::from_ptr(line).to_string_lossy().trim().to_owned();
    WARNINGS.with_borrow_mut(|w| {
        if w.len() < WARNINGS_MAX {
            w.push(line);
        }
    });
}

/// DIRECT mode: the pixels are in the frame already, only the rectangle is news.
unsafe extern "C" fn flush_cb(d: *mut lv_display_t, area: *const lv_area_t, _: *mut u8) {
    let a = &*area;
    RECTANGLES.with_borrow_mut(|r| {
        r.extend([a.x1, a.y1, a.x2 - a.x1 + 1, a.y2 - a.y1 + 1]);
    });
    lv_display_flush_ready(d);
}

/// Where the frame's bytes are now; None when they are not there any more.
fn frame_bytes(env: sys::napi_env, value: sys::napi_value) -> Option<(*mut c_void, usize)> {
    let (mut kind, mut length, mut data) = (0, 0, null_mut());
    let status = unsafe {
        sys::napi_get_typedarray_info(
            env,
            value,
            &mut kind,
            &mut length,
            &mut data,
            null_mut(),
            null_mut(),
        )
    };
    (status == sys::Status::napi_ok && kind == sys::TypedarrayType::uint8_array)
        .then_some((data, length))
}

/// LVGL may draw only into memory that JavaScript still keeps in place.
pub fn check_frame() -> Result<()> {
    let found = with_display(|d| {
        let mut value = null_mut();
        let status = unsafe { sys::napi_get_reference_value(d.env, d.frame, &mut value) };
        status == sys::Status::napi_ok
            && !value.is_null()
            && frame_bytes(d.env, value) == Some((d.data, d.length))
    })?;
    if found {
        Ok(())
    } else {
        fail(Code::FrameLost, "the frame buffer was detached or resized")
    }
}

fn start_lvgl() {
    LVGL_STARTED.call_once(|| unsafe {
        lv_init();
        lv_log_register_print_cb(Some(log_cb));
        lv_tick_set_cb(Some(tick_cb));
        lv_timer_handler_set_resume_cb(Some(resume_cb), null_mut());
    });
}

/// Makes the display and its root object. `frame` is a Uint8Array of width * height * 4 bytes
/// (blue, green, red, 255), drawn into by `tick`, `refresh`, `pointer` and `key`.
#[napi]
pub fn create_display(env: Env, width: f64, height: f64, frame: Unknown) -> Result<u32> {
    let width = whole(width, 1, SIDE_MAX, "width")?;
    let height = whole(height, 1, SIDE_MAX, "height")?;
    let length = width as usize * height as usize * 4;
    let value = frame.raw();
    let (data, found) = match frame_bytes(env.raw(), value) {
        Some(bytes) => bytes,
        None => return fail(Code::BadArgument, "frame: not a Uint8Array"),
    };
    if found != length || data as usize % 4 != 0 {
        return fail(
            Code::BadArgument,
            format!("frame: {found} bytes, needs {length} on a four-byte boundary"),
        );
    }
    if TAKEN.swap(true, Ordering::AcqRel) {
        return fail(Code::DisplayTaken, "there is a display already: dispose it first");
    }
    let mut reference = null_mut();
    unsafe { sys::napi_create_reference(env.raw(), value, 1, &mut reference) };
    unsafe { std::slice::from_raw_parts_mut(data.cast::<u8>(), length) }.fill(0xff);
    start_lvgl();
    let display = unsafe {
        let display = lv_display_create(width, height);
        lv_display_set_color_format(display, lv_color_format_t_LV_COLOR_FORMAT_XRGB8888);
        lv_display_set_flush_cb(display, Some(flush_cb));
        lv_display_set_buffers(
            display,
            data,
            null_mut(),
            length as u32,
            lv_display_render_mode_t_LV_DISPLAY_RENDER_MODE_DIRECT,
        );
        display
    };
    let screen = unsafe { lv_display_get_screen_active(display) };
    let root = objects::adopt(screen, objects::Class::Root)?;
    DISPLAY.set(Some(Display {
        display,
        root,
        env: env.raw(),
        frame: reference,
        data,
        length,
    }));
    input::attach(display, width, height);
    // A worker that ends without `dispose` must not keep the display for itself.
    if !SIGNALS.with(|s| s.hooked.replace(true)) {
        let _ = env.add_env_cleanup_hook((), |()| close(false));
    }
    Ok(root)
}

/// Ends the display: all objects, styles, images and their handles die; fonts stay.
#[napi]
pub fn dispose() -> Result<()> {
    with_display(|_| ())?;
    close(true);
    Ok(())
}

fn close(env_alive: bool) {
    let Some(d) = DISPLAY.take() else { return };
    input::detach();
    unsafe { lv_display_delete(d.display) };
    objects::bury();
    styles::free_all();
    images::free_all();
    events::clear();
    RECTANGLES.take();
    WAKE.take();
    SIGNALS.with(|s| {
        s.woken.set(false);
        s.told.set(false);
        s.last_now.set(0.0);
    });
    if env_alive {
        unsafe { sys::napi_delete_reference(d.env, d.frame) };
    }
    TAKEN.store(false, Ordering::Release);
}

/// `wake` is called once when LVGL needs a `tick` earlier than it said last.
#[napi]
pub fn on_wake(wake: Function<(), napi::threadsafe_function::UnknownReturnValue>) -> Result<()> {
    with_display(|_| ())?;
    if let Ok(reference) = wake.create_ref() {
        WAKE.set(Some(reference));
    }
    Ok(())
}

/// Moves the clock to `now_ms` (never backwards) and does what is due.
/// Returns the milliseconds until the next call, -1 when nothing is pending.
#[napi]
pub fn tick(now_ms: f64) -> Result<i32> {
    check_frame()?;
    let last = SIGNALS.with(|s| s.last_now.get());
    if !(last..=9e15).contains(&now_ms) {
        return fail(
            Code::BadArgument,
            format!("now: {now_ms} is not a time at or after {last}"),
        );
    }
    NOW_MS.store((now_ms as u64 & 0xffff_ffff) as u32, Ordering::Relaxed);
    SIGNALS.with(|s| {
        s.last_now.set(now_ms);
        s.ticking.set(true);
        s.woken.set(false);
        s.told.set(false);
    });
    let next = unsafe { lv_timer_handler() };
    objects::bury();
    SIGNALS.with(|s| s.ticking.set(false));
    Ok(if next == LV_NO_TIMER_READY { -1 } else { next.min(i32::MAX as u32) as i32 })
}

/// Draws what is invalid now, without waiting for the next tick.
#[napi]
pub fn refresh() -> Result<()> {
    check_frame()?;
    paint();
    Ok(())
}

pub fn paint() {
    if let Ok(display) = with_display(|d| d.display) {
        change(|| unsafe { lv_refr_now(display) });
    }
}

/// True when something since the last tick asks for an earlier one.
#[napi]
pub fn woken() -> bool {
    SIGNALS.with(|s| s.woken.get())
}

/// Bit 0: rectangles wait, bit 1: events wait.
#[napi]
pub fn pending() -> u32 {
    let rectangles = RECTANGLES.with_borrow(|r| !r.is_empty());
    u32::from(rectangles) | u32::from(events::waiting()) << 1
}

/// The rectangles drawn since the last call: x, y, width, height, and so on.
#[napi]
pub fn take_rectangles() -> Vec<i32> {
    RECTANGLES.take()
}

/// LVGL's warnings since the last call, at most 32.
#[napi]
pub fn warnings() -> Vec<String> {
    WARNINGS.take()
}
