//! The widget tree in words, for tests and for whoever drives the screen from outside.

use crate::display::change;
use crate::error::Result;
use crate::objects::{handle_of, object, state_names, with_record, Class, Pointer};
use lightvgl_sys::*;
use napi_derive::napi;
use std::ffi::{c_char, CStr};

/// One object: place in absolute pixels, as it is laid out now.
#[napi(object)]
pub struct TreeNode {
    pub handle: u32,
    pub depth: u32,
    pub class: String,
    pub name: Option<String>,
    pub text: Option<String>,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
    pub states: Vec<String>,
    pub clickable: bool,
    pub hidden: bool,
}

unsafe fn text(pointer: *const c_char) -> Option<String> {
    (!pointer.is_null()).then(|| CStr::from_ptr(pointer).to_string_lossy().into_owned())
}

/// The object with everything inside it, parents before children.
#[napi]
pub fn dump(target: f64) -> Result<Vec<TreeNode>> {
    let target = object(target)?;
    let mut nodes = Vec::new();
    change(|| unsafe { lv_obj_update_layout(target.pointer) });
    walk(target.pointer, 0, &mut nodes);
    Ok(nodes)
}

/// The place of an object in absolute pixels: x, y, width, height.
#[napi]
pub fn place(target: f64) -> Result<Vec<i32>> {
    let target = object(target)?;
    change(|| unsafe { lv_obj_update_layout(target.pointer) });
    let area = area(target.pointer);
    Ok(vec![area.x1, area.y1, area.x2 - area.x1 + 1, area.y2 - area.y1 + 1])
}

fn area(pointer: Pointer) -> lv_area_t {
    let mut area: lv_area_t = unsafe { std::mem::zeroed() };
    unsafe { lv_obj_get_coords(pointer, &mut area) };
    area
}

/// Parts that a widget makes for itself have no handle and are left out.
fn walk(pointer: Pointer, depth: u32, nodes: &mut Vec<TreeNode>) {
    let handle = handle_of(pointer);
    let Some((class, name)) = with_record(handle, |o| (o.class, o.name.clone())) else { return };
    let area = area(pointer);
    let flag = |flag| unsafe { lv_obj_has_flag(pointer, flag) };
    nodes.push(TreeNode {
        handle,
        depth,
        class: class.name().to_owned(),
        name,
        text: match class {
            Class::Label => unsafe { text(lv_label_get_text(pointer)) },
            Class::TextArea => unsafe { text(lv_textarea_get_text(pointer)) },
            _ => None,
        },
        x: area.x1,
        y: area.y1,
        width: area.x2 - area.x1 + 1,
        height: area.y2 - area.y1 + 1,
        states: state_names(unsafe { lv_obj_get_state(pointer) }),
        clickable: flag(lv_obj_flag_t_LV_OBJ_FLAG_CLICKABLE),
        hidden: flag(lv_obj_flag_t_LV_OBJ_FLAG_HIDDEN),
    });
    for i in 0..unsafe { lv_obj_get_child_count(pointer) } as i32 {
        walk(unsafe { lv_obj_get_child(pointer, i) }, depth + 1, nodes);
    }
}
