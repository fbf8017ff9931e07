//! Where objects stand: place, alignment, flex, grid, scrolling.

use crate::display::change;
use crate::error::{fail, whole, Code, Result};
use crate::objects::{handle_of, keep, object, with_record, Cell, Live, Owned};
use crate::styles::{size, LENGTH_MAX};
use lightvgl_sys::*;
use napi_derive::napi;

const ALIGNMENTS: &[(&str, lv_align_t)] = &[
    ("default", lv_align_t_LV_ALIGN_DEFAULT),
    ("top-left", lv_align_t_LV_ALIGN_TOP_LEFT),
    ("top", lv_align_t_LV_ALIGN_TOP_MID),
    ("top-right", lv_align_t_LV_ALIGN_TOP_RIGHT),
    ("left", lv_align_t_LV_ALIGN_LEFT_MID),
    ("center", lv_align_t_LV_ALIGN_CENTER),
    ("right", lv_align_t_LV_ALIGN_RIGHT_MID),
    ("bottom-left", lv_align_t_LV_ALIGN_BOTTOM_LEFT),
    ("bottom", lv_align_t_LV_ALIGN_BOTTOM_MID),
    ("bottom-right", lv_align_t_LV_ALIGN_BOTTOM_RIGHT),
];

const FLOWS: &[(&str, lv_flex_flow_t)] = &[
    ("row", lv_flex_flow_t_LV_FLEX_FLOW_ROW),
    ("column", lv_flex_flow_t_LV_FLEX_FLOW_COLUMN),
    ("row-wrap", lv_flex_flow_t_LV_FLEX_FLOW_ROW_WRAP),
    ("column-wrap", lv_flex_flow_t_LV_FLEX_FLOW_COLUMN_WRAP),
];

const FLEX_ALIGNMENTS: &[(&str, lv_flex_align_t)] = &[
    ("start", lv_flex_align_t_LV_FLEX_ALIGN_START),
    ("center", lv_flex_align_t_LV_FLEX_ALIGN_CENTER),
    ("end", lv_flex_align_t_LV_FLEX_ALIGN_END),
    ("between", lv_flex_align_t_LV_FLEX_ALIGN_SPACE_BETWEEN),
    ("around", lv_flex_align_t_LV_FLEX_ALIGN_SPACE_AROUND),
    ("evenly", lv_flex_align_t_LV_FLEX_ALIGN_SPACE_EVENLY),
];

const GRID_ALIGNMENTS: &[(&str, lv_grid_align_t)] = &[
    ("start", lv_grid_align_t_LV_GRID_ALIGN_START),
    ("center", lv_grid_align_t_LV_GRID_ALIGN_CENTER),
    ("end", lv_grid_align_t_LV_GRID_ALIGN_END),
    ("stretch", lv_grid_align_t_LV_GRID_ALIGN_STRETCH),
];

const DIRECTIONS: &[(&str, lv_dir_t)] = &[
    ("none", lv_dir_t_LV_DIR_NONE),
    ("horizontal", lv_dir_t_LV_DIR_HOR),
    ("vertical", lv_dir_t_LV_DIR_VER),
    ("both", lv_dir_t_LV_DIR_ALL),
];

pub fn named<T: Copy>(table: &[(&str, T)], name: &str, what: &str) -> Result<T> {
    match table.iter().find(|row| row.0 == name) {
        Some(row) => Ok(row.1),
        None => fail(Code::BadArgument, format!("no {what} {name:?}")),
    }
}

#[napi]
pub fn set_position(target: f64, x: f64, y: f64) -> Result<()> {
    let target = object(target)?;
    let x = whole(x, -LENGTH_MAX, LENGTH_MAX, "x")?;
    let y = whole(y, -LENGTH_MAX, LENGTH_MAX, "y")?;
    change(|| unsafe { lv_obj_set_pos(target.pointer, x, y) });
    Ok(())
}

/// Pixels, `pct(n)` or `CONTENT`.
#[napi]
pub fn set_size(target: f64, width: f64, height: f64) -> Result<()> {
    let target = object(target)?;
    let (width, height) = (size(width, "width")?, size(height, "height")?);
    change(|| unsafe { lv_obj_set_size(target.pointer, width, height) });
    Ok(())
}

#[napi]
pub fn set_align(target: f64, alignment: String, x: f64, y: f64) -> Result<()> {
    let target = object(target)?;
    let alignment = named(ALIGNMENTS, &alignment, "alignment")?;
    let x = whole(x, -LENGTH_MAX, LENGTH_MAX, "x")?;
    let y = whole(y, -LENGTH_MAX, LENGTH_MAX, "y")?;
    change(|| unsafe { lv_obj_align(target.pointer, alignment, x, y) });
    Ok(())
}

/// Pixels around the object that are touched with it.
#[napi]
pub fn set_extended_touch(target: f64, pixels: f64) -> Result<()> {
    let target = object(target)?;
    let pixels = whole(pixels, 0, 1000, "pixels")?;
    change(|| unsafe { lv_obj_set_ext_click_area(target.pointer, pixels) });
    Ok(())
}

/// Lays children out side by side; `cross` aligns them in a track, `tracks` the tracks.
#[napi]
pub fn set_flex(
    target: f64,
    flow: String,
    main: String,
    cross: String,
    tracks: String,
) -> Result<()> {
    let target = object(target)?;
    let flow = named(FLOWS, &flow, "flow")?;
    let main = named(FLEX_ALIGNMENTS, &main, "flex alignment")?;
    let cross = named(FLEX_ALIGNMENTS, &cross, "flex alignment")?;
    let tracks = named(FLEX_ALIGNMENTS, &tracks, "flex alignment")?;
    with_record(target.handle, |o| o.grid = None);
    change(|| unsafe {
        lv_obj_set_flex_flow(target.pointer, flow);
        lv_obj_set_flex_align(target.pointer, main, cross, tracks);
    });
    Ok(())
}

/// Share of the free space in the parent's flex layout, 0 for none.
#[napi]
pub fn set_flex_grow(target: f64, grow: f64) -> Result<()> {
    let target = object(target)?;
    let grow = whole(grow, 0, 255, "grow")?;
    change(|| unsafe { lv_obj_set_flex_grow(target.pointer, grow as u8) });
    Ok(())
}

/// No layout: children stand where they are put.
#[napi]
pub fn clear_layout(target: f64) -> Result<()> {
    let target = object(target)?;
    with_record(target.handle, |o| o.grid = None);
    change(|| unsafe { lv_obj_set_layout(target.pointer, lv_layout_t_LV_LAYOUT_NONE) });
    Ok(())
}

const TRACKS_MAX: usize = 32;
const COORDINATE_MAX: i32 = (1 << 29) - 1;
const TEMPLATE_END: i32 = COORDINATE_MAX;
const FRACTION_ZERO: i32 = COORDINATE_MAX - 100;
const TRACK_CONTENT: i32 = COORDINATE_MAX - 101;

/// A template as LVGL wants it: pixels; -1 is the content's size, -1-n are n fractions.
fn template(tracks: &[f64], name: &str) -> Result<Box<[i32]>> {
    if tracks.is_empty() || tracks.len() > TRACKS_MAX {
        return fail(Code::BadArgument, format!("{name}: 1 to {TRACKS_MAX} tracks"));
    }
    let mut coded = Vec::with_capacity(tracks.len() + 1);
    for &track in tracks {
        let track = whole(track, -100, LENGTH_MAX, name)?;
        coded.push(match track {
            -1 => TRACK_CONTENT,
            0.. => track,
            fractions => FRACTION_ZERO - fractions - 1,
        });
    }
    coded.push(TEMPLATE_END);
    Ok(coded.into_boxed_slice())
}

fn fits(cell: Cell, grid: (i32, i32)) -> bool {
    cell.column + cell.columns <= grid.0 && cell.row + cell.rows <= grid.1
}

/// Lays children out in a grid; each child says its cell by `setGridCell`.
/// LVGL does not check cells against the template, so both calls do.
#[napi]
pub fn set_grid(target: f64, columns: Vec<f64>, rows: Vec<f64>) -> Result<()> {
    let target = object(target)?;
    let (columns, rows) = (template(&columns, "columns")?, template(&rows, "rows")?);
    let grid = (columns.len() as i32 - 1, rows.len() as i32 - 1);
    for child in children(target) {
        let outside = with_record(child, |o| !fits(o.cell, grid)).unwrap_or(false);
        if outside {
            return fail(Code::BadArgument, "a child's cell is outside of the new grid");
        }
    }
    if matches!(target.class, crate::objects::Class::TextArea) {
        return crate::objects::wrong_class(target, "container");
    }
    let (column_pointer, row_pointer) = (columns.as_ptr(), rows.as_ptr());
    if !keep_grid(target, Owned::Grid(columns, rows), grid) {
        return crate::objects::wrong_class(target, "plain container");
    }
    change(|| unsafe {
        lv_obj_set_grid_dsc_array(target.pointer, column_pointer, row_pointer);
        lv_obj_set_layout(target.pointer, lv_layout_t_LV_LAYOUT_GRID);
    });
    Ok(())
}

/// An object keeps one thing alive, so lines and images cannot be grids as well.
fn keep_grid(target: Live, owned: Owned, grid: (i32, i32)) -> bool {
    let free = with_record(target.handle, |o| {
        matches!(o.owned, None | Some(Owned::Grid(..))) && o.class.holds_children()
    });
    if free == Some(true) {
        keep(target.handle, owned);
        with_record(target.handle, |o| o.grid = Some(grid));
    }
    free == Some(true)
}

fn children(target: Live) -> Vec<u32> {
    let count = unsafe { lv_obj_get_child_count(target.pointer) } as i32;
    (0..count).map(|i| handle_of(unsafe { lv_obj_get_child(target.pointer, i) })).collect()
}

#[napi]
#[allow(clippy::too_many_arguments)] // the arguments of lv_obj_set_grid_cell
pub fn set_grid_cell(
    target: f64,
    column: f64,
    columns: f64,
    row: f64,
    rows: f64,
    align_x: String,
    align_y: String,
) -> Result<()> {
    let target = object(target)?;
    let most = TRACKS_MAX as i32;
    let cell = Cell {
        column: whole(column, 0, most, "column")?,
        columns: whole(columns, 1, most, "columns")?,
        row: whole(row, 0, most, "row")?,
        rows: whole(rows, 1, most, "rows")?,
    };
    let align_x = named(GRID_ALIGNMENTS, &align_x, "grid alignment")?;
    let align_y = named(GRID_ALIGNMENTS, &align_y, "grid alignment")?;
    let parent = unsafe { lv_obj_get_parent(target.pointer) };
    let grid = if parent.is_null() {
        None
    } else {
        with_record(handle_of(parent), |p| p.grid).flatten()
    };
    if !grid.is_some_and(|grid| fits(cell, grid)) {
        return fail(Code::BadArgument, "the cell is not inside a grid of the parent");
    }
    with_record(target.handle, |o| o.cell = cell);
    change(|| unsafe {
        lv_obj_set_grid_cell(
            target.pointer,
            align_x,
            cell.column,
            cell.columns,
            align_y,
            cell.row,
            cell.rows,
        )
    });
    Ok(())
}

/// Directions in which an object scrolls; it needs the flag `scrollable` too.
#[napi]
pub fn set_scroll_direction(target: f64, direction: String) -> Result<()> {
    let target = object(target)?;
    let direction = named(DIRECTIONS, &direction, "direction")?;
    change(|| unsafe { lv_obj_set_scroll_dir(target.pointer, direction) });
    Ok(())
}

#[napi]
pub fn scroll_to(target: f64, x: f64, y: f64, animated: bool) -> Result<()> {
    let target = object(target)?;
    let x = whole(x, 0, i32::MAX >> 4, "x")?;
    let y = whole(y, 0, i32::MAX >> 4, "y")?;
    change(|| unsafe {
        lv_obj_update_layout(target.pointer);
        lv_obj_scroll_to(target.pointer, x, y, animated);
    });
    Ok(())
}

/// Scrolls every container around the object until it is seen.
#[napi]
pub fn scroll_into_view(target: f64, animated: bool) -> Result<()> {
    let target = object(target)?;
    change(|| unsafe {
        lv_obj_update_layout(target.pointer);
        lv_obj_scroll_to_view_recursive(target.pointer, animated);
    });
    Ok(())
}

/// How far an object is scrolled, and how much is left: x, y, right, bottom.
#[napi]
pub fn scroll_position(target: f64) -> Result<Vec<i32>> {
    let target = object(target)?;
    Ok(change(|| unsafe {
        let o = target.pointer;
        lv_obj_update_layout(o);
        vec![
            lv_obj_get_scroll_x(o),
            lv_obj_get_scroll_y(o),
            lv_obj_get_scroll_right(o),
            lv_obj_get_scroll_bottom(o),
        ]
    }))
}
