//! Objects: their handles, their life, their order, flags and states.

use crate::display::{change, with_display};
use crate::error::{fail, handle, whole, Code, Result};
use crate::events;
use crate::input;
use crate::images::Pixels;
use crate::pool::{Kind, Pool};
use lightvgl_sys::*;
use napi_derive::napi;
use std::cell::RefCell;
use std::ffi::c_void;
use std::ptr::null_mut;
use std::rc::Rc;

pub type Pointer = *mut lv_obj_t;

#[derive(Clone, Copy, PartialEq)]
pub enum Class {
    Root,
    Box,
    Label,
    Button,
    Image,
    QrCode,
    TextArea,
    Bar,
    Arc,
    Line,
    Canvas,
}

type Constructor = unsafe extern "C" fn(Pointer) -> Pointer;

/// The classes by the names JavaScript calls them.
const CLASSES: &[(&str, Class, Constructor)] = &[
    ("box", Class::Box, lv_obj_create),
    ("label", Class::Label, lv_label_create),
    ("button", Class::Button, lv_button_create),
    ("image", Class::Image, lv_image_create),
    ("qrcode", Class::QrCode, lv_qrcode_create),
    ("textarea", Class::TextArea, lv_textarea_create),
    ("bar", Class::Bar, lv_bar_create),
    ("arc", Class::Arc, lv_arc_create),
    ("line", Class::Line, lv_line_create),
    ("canvas", Class::Canvas, lv_canvas_create),
];

impl Class {
    pub fn name(self) -> &'static str {
        CLASSES.iter().find(|row| row.1 == self).map_or("root", |row| row.0)
    }

    /// Classes that a layout of their own does not disturb.
    pub fn holds_children(self) -> bool {
        matches!(self, Class::Root | Class::Box | Class::Button)
    }
}

/// What LVGL points into but does not copy.
pub enum Owned {
    Points(#[allow(dead_code)] Box<[lv_point_precise_t]>),
    Grid(#[allow(dead_code)] Box<[i32]>, #[allow(dead_code)] Box<[i32]>),
    Image(#[allow(dead_code)] Rc<Pixels>),
    Canvas(#[allow(dead_code)] Box<[u32]>),
}

/// Column, columns, row, rows that an object takes in its parent's grid.
#[derive(Clone, Copy)]
pub struct Cell {
    pub column: i32,
    pub columns: i32,
    pub row: i32,
    pub rows: i32,
}

pub struct Object {
    pub pointer: Pointer,
    pub class: Class,
    pub depth: u32,
    pub owned: Option<Owned>,
    pub listened: u32,
    /// How far children are drawn beyond the edges; -1 until `setOverflow` was called.
    pub overflow: i32,
    /// Tracks of its own grid: columns, rows.
    pub grid: Option<(i32, i32)>,
    pub cell: Cell,
    pub name: Option<String>,
}

/// A live object, looked up for the length of one call.
#[derive(Clone, Copy)]
pub struct Live {
    pub handle: u32,
    pub pointer: Pointer,
    pub class: Class,
}

/// Nesting is walked by recursion in LVGL; this many levels are safe on a small stack.
const DEPTH_MAX: u32 = 48;

thread_local! {
    static OBJECTS: RefCell<Pool<Object>> = const { RefCell::new(Pool::new(Kind::Object)) };
    /// Memory of objects that are being deleted: their destructors still run after the event.
    static GRAVES: RefCell<Vec<Owned>> = const { RefCell::new(Vec::new()) };
}

pub fn bury() {
    let graves = GRAVES.take();
    drop(graves);
}

pub fn object(value: f64) -> Result<Live> {
    let id = handle(value)?;
    OBJECTS.with_borrow(|o| match o.get(id) {
        Some(o) => Ok(Live { handle: id, pointer: o.pointer, class: o.class }),
        None => fail(Code::StaleHandle, format!("object {id} is gone")),
    })
}

/// The object, if it is of this class.
pub fn object_of(value: f64, class: Class) -> Result<Live> {
    let live = object(value)?;
    if live.class != class {
        return wrong_class(live, class.name());
    }
    Ok(live)
}

pub fn wrong_class<T>(live: Live, needed: &str) -> Result<T> {
    fail(Code::WrongClass, format!("a {} where a {needed} is needed", live.class.name()))
}

/// Reads or changes the record of a live object; None when it is gone.
pub fn with_record<T>(handle: u32, f: impl FnOnce(&mut Object) -> T) -> Option<T> {
    OBJECTS.with_borrow_mut(|o| o.get_mut(handle).map(f))
}

/// Keeps memory for as long as the object lives; what it kept before waits for the burial,
/// because LVGL may still look at it while it takes the new one over.
pub fn keep(handle: u32, owned: Owned) {
    let old = with_record(handle, |o| o.owned.replace(owned)).flatten();
    if let Some(old) = old {
        GRAVES.with_borrow_mut(|g| g.push(old));
    }
}

pub fn handle_of(pointer: Pointer) -> u32 {
    (unsafe { lv_obj_get_user_data(pointer) }) as usize as u32
}

unsafe extern "C" fn on_delete(event: *mut lv_event_t) {
    if lv_event_get_current_target(event) != lv_event_get_target(event) {
        return;
    }
    let id = handle_of(lv_event_get_target(event).cast());
    let object = OBJECTS.with_borrow_mut(|o| o.remove(id));
    let Some(object) = object else { return };
    if let Some(owned) = object.owned {
        GRAVES.with_borrow_mut(|g| g.push(owned));
    }
    events::deleted(id, object.listened);
}

pub fn adopt(pointer: Pointer, class: Class) -> Result<u32> {
    let parent = unsafe { lv_obj_get_parent(pointer) };
    let depth = if parent.is_null() {
        0
    } else {
        with_record(handle_of(parent), |p| p.depth + 1).unwrap_or(0)
    };
    let cell = Cell { column: 0, columns: 1, row: 0, rows: 1 };
    let record = Object {
        pointer,
        class,
        depth,
        owned: None,
        listened: 0,
        overflow: -1,
        grid: None,
        cell,
        name: None,
    };
    let id = OBJECTS.with_borrow_mut(|o| o.add(record))?;
    unsafe {
        lv_obj_set_user_data(pointer, id as usize as *mut c_void);
        lv_obj_add_event_cb(
            pointer,
            Some(on_delete),
            lv_event_code_t_LV_EVENT_DELETE,
            null_mut(),
        );
        bare(pointer, class);
    }
    Ok(id)
}

/// No scrolling, no scrollbars, no focus by touch; only what is made to be touched is touched.
unsafe fn bare(pointer: Pointer, class: Class) {
    lv_obj_remove_flag(
        pointer,
        lv_obj_flag_t_LV_OBJ_FLAG_SCROLLABLE | lv_obj_flag_t_LV_OBJ_FLAG_CLICK_FOCUSABLE,
    );
    lv_obj_set_scrollbar_mode(pointer, lv_scrollbar_mode_t_LV_SCROLLBAR_MODE_OFF);
    if !matches!(class, Class::Button | Class::TextArea) {
        lv_obj_remove_flag(pointer, lv_obj_flag_t_LV_OBJ_FLAG_CLICKABLE);
    }
    match class {
        // Nobody turns an arc by hand here, and timers for shown letters would wake the device.
        Class::Arc => {
            lv_obj_remove_style(pointer, null_mut(), lv_part_t_LV_PART_KNOB);
            lv_arc_set_bg_angles(pointer, 0, 360);
            lv_arc_set_rotation(pointer, 270);
        }
        Class::TextArea => lv_textarea_set_password_show_time(pointer, 0),
        _ => {}
    }
}

/// Makes an object of a class (see `classes`) inside a parent.
#[napi]
pub fn create(class: String, parent: f64) -> Result<u32> {
    let parent = object(parent)?;
    let Some(&(_, class, construct)) = CLASSES.iter().find(|row| row.0 == class) else {
        return fail(Code::UnknownClass, format!("no class {class:?}"));
    };
    if matches!(parent.class, Class::TextArea) {
        return wrong_class(parent, "container");
    }
    let depth = with_record(parent.handle, |p| p.depth).unwrap_or(0);
    if depth >= DEPTH_MAX {
        return fail(Code::TooMany, format!("nested deeper than {DEPTH_MAX}"));
    }
    if OBJECTS.with_borrow(Pool::is_full) {
        return fail(Code::TooMany, "too many objects");
    }
    change(|| adopt(unsafe { construct(parent.pointer) }, class))
}

/// Takes the keys and the finger from everything inside before it is deleted. LVGL does so in the
/// middle of it, which restyles objects that have lost their inner parts already.
fn let_go(pointer: Pointer) {
    input::let_go_inside(pointer);
    unsafe {
        lv_group_remove_obj(pointer);
        for i in 0..lv_obj_get_child_count(pointer) as i32 {
            let_go(lv_obj_get_child(pointer, i));
        }
    }
}

/// Deletes an object with everything inside it.
#[napi]
pub fn destroy(target: f64) -> Result<()> {
    let target = object(target)?;
    if target.class == Class::Root {
        return fail(Code::WrongClass, "the root lives as long as the display");
    }
    change(|| {
        let_go(target.pointer);
        unsafe { lv_obj_delete(target.pointer) };
    });
    Ok(())
}

/// Deletes everything inside an object.
#[napi]
pub fn clean(target: f64) -> Result<()> {
    let target = object(target)?;
    if target.class == Class::TextArea {
        return wrong_class(target, "container");
    }
    change(|| {
        let_go(target.pointer);
        unsafe { lv_obj_clean(target.pointer) };
    });
    Ok(())
}

/// Moves an object among its siblings: 0 is the first, drawn lowest.
#[napi]
pub fn move_to_index(target: f64, index: f64) -> Result<()> {
    let target = object(target)?;
    if target.class == Class::Root {
        return fail(Code::WrongClass, "the root has no siblings");
    }
    let count = unsafe { lv_obj_get_child_count(lv_obj_get_parent(target.pointer)) } as i32;
    let index = whole(index, 0, count - 1, "index")?;
    change(|| unsafe { lv_obj_move_to_index(target.pointer, index) });
    Ok(())
}

/// A name for the dump.
#[napi]
pub fn set_name(target: f64, name: String) -> Result<()> {
    let target = object(target)?;
    if name.len() > 256 {
        return fail(Code::BadArgument, "name longer than 256 bytes");
    }
    with_record(target.handle, |o| o.name = Some(name));
    Ok(())
}

const FLAGS: &[(&str, lv_obj_flag_t)] = &[
    ("hidden", lv_obj_flag_t_LV_OBJ_FLAG_HIDDEN),
    ("clickable", lv_obj_flag_t_LV_OBJ_FLAG_CLICKABLE),
    ("checkable", lv_obj_flag_t_LV_OBJ_FLAG_CHECKABLE),
    ("scrollable", lv_obj_flag_t_LV_OBJ_FLAG_SCROLLABLE),
    ("scroll-elastic", lv_obj_flag_t_LV_OBJ_FLAG_SCROLL_ELASTIC),
    ("scroll-momentum", lv_obj_flag_t_LV_OBJ_FLAG_SCROLL_MOMENTUM),
    ("press-lock", lv_obj_flag_t_LV_OBJ_FLAG_PRESS_LOCK),
    ("ignore-layout", lv_obj_flag_t_LV_OBJ_FLAG_IGNORE_LAYOUT),
    ("floating", lv_obj_flag_t_LV_OBJ_FLAG_FLOATING),
    ("state-trickle", lv_obj_flag_t_LV_OBJ_FLAG_STATE_TRICKLE),
];

const LAID_OUT_BY_PARENT: lv_obj_flag_t = lv_obj_flag_t_LV_OBJ_FLAG_HIDDEN
    | lv_obj_flag_t_LV_OBJ_FLAG_IGNORE_LAYOUT
    | lv_obj_flag_t_LV_OBJ_FLAG_FLOATING;

const STATES: &[(&str, lv_state_t)] = &[
    ("default", lv_state_t_LV_STATE_DEFAULT),
    ("checked", lv_state_t_LV_STATE_CHECKED),
    ("focused", lv_state_t_LV_STATE_FOCUSED),
    ("pressed", lv_state_t_LV_STATE_PRESSED),
    ("disabled", lv_state_t_LV_STATE_DISABLED),
];

pub fn state_bits(name: &str) -> Result<lv_state_t> {
    match STATES.iter().find(|row| row.0 == name) {
        Some(row) => Ok(row.1),
        None => fail(Code::UnknownProperty, format!("no state {name:?}")),
    }
}

pub fn state_names(bits: lv_state_t) -> Vec<String> {
    STATES.iter().filter(|row| row.1 & bits != 0).map(|row| row.0.to_owned()).collect()
}

#[napi]
pub fn set_flag(target: f64, flag: String, on: bool) -> Result<()> {
    let target = object(target)?;
    let Some(&(_, bits)) = FLAGS.iter().find(|row| row.0 == flag) else {
        return fail(Code::UnknownProperty, format!("no flag {flag:?}"));
    };
    // LVGL asks the parent to lay out again, and the root has none.
    if target.class == Class::Root && bits & LAID_OUT_BY_PARENT != 0 {
        return fail(Code::WrongClass, format!("the root cannot be {flag}"));
    }
    // LVGL turns an arc under the finger and divides by a radius that may be none.
    if target.class == Class::Arc && bits == lv_obj_flag_t_LV_OBJ_FLAG_CLICKABLE && on {
        return fail(Code::WrongClass, "an arc only shows: put it into a button");
    }
    change(|| unsafe {
        if on {
            lv_obj_add_flag(target.pointer, bits);
        } else {
            lv_obj_remove_flag(target.pointer, bits);
        }
    });
    Ok(())
}

#[napi]
pub fn set_state(target: f64, state: String, on: bool) -> Result<()> {
    let target = object(target)?;
    let bits = state_bits(&state)?;
    change(|| unsafe {
        if on {
            lv_obj_add_state(target.pointer, bits);
        } else {
            lv_obj_remove_state(target.pointer, bits);
        }
    });
    Ok(())
}

unsafe extern "C" fn on_ext_draw_size(event: *mut lv_event_t) {
    let id = handle_of(lv_event_get_current_target(event).cast());
    if let Some(pixels) = with_record(id, |o| o.overflow) {
        lv_event_set_ext_draw_size(event, pixels.max(0));
    }
}

/// Children are drawn and touched up to this many pixels beyond the edges; 0 cuts them off.
#[napi]
pub fn set_overflow(target: f64, pixels: f64) -> Result<()> {
    let target = object(target)?;
    let pixels = whole(pixels, 0, 200, "pixels")?;
    let old = with_record(target.handle, |o| std::mem::replace(&mut o.overflow, pixels));
    let o = target.pointer;
    change(|| unsafe {
        if old == Some(-1) {
            let event = lv_event_code_t_LV_EVENT_REFR_EXT_DRAW_SIZE;
            lv_obj_add_event_cb(o, Some(on_ext_draw_size), event, null_mut());
        }
        if pixels > 0 {
            lv_obj_add_flag(o, lv_obj_flag_t_LV_OBJ_FLAG_OVERFLOW_VISIBLE);
        } else {
            lv_obj_remove_flag(o, lv_obj_flag_t_LV_OBJ_FLAG_OVERFLOW_VISIBLE);
        }
        lv_obj_refresh_ext_draw_size(o);
    });
    Ok(())
}

#[napi]
pub fn invalidate(target: f64) -> Result<()> {
    let target = object(target)?;
    change(|| unsafe { lv_obj_invalidate(target.pointer) });
    Ok(())
}

/// Whether the handle still names an object.
#[napi]
pub fn is_alive(target: f64) -> bool {
    object(target).is_ok()
}

/// How many objects live.
#[napi]
pub fn live_objects() -> u32 {
    if with_display(|_| ()).is_err() {
        return 0;
    }
    OBJECTS.with_borrow(|o| o.values().count() as u32)
}
