//! Pixels from JavaScript: images (copied once, shared by objects), canvases and lines.

use crate::display::{change, with_display};
use crate::error::{fail, handle, whole, Code, Result};
use crate::objects::{keep, object_of, with_record, Class, Owned};
use crate::pool::{Kind, Pool};
use crate::styles::LENGTH_MAX;
use lightvgl_sys::*;
use napi::bindgen_prelude::Uint8Array;
use napi_derive::napi;
use std::cell::RefCell;
use std::rc::Rc;

/// An image's bytes with the header that LVGL reads; both stay in place while anybody needs them.
pub struct Pixels {
    header: Box<lv_image_dsc_t>,
    bytes: Box<[u8]>,
}

const SIDE_MAX: i32 = 2048;
const BYTES_MAX: usize = 64 << 20;

thread_local! {
    static IMAGES: RefCell<Pool<Rc<Pixels>>> = const { RefCell::new(Pool::new(Kind::Image)) };
}

pub fn free_all() {
    drop(IMAGES.with_borrow_mut(Pool::drain));
}

/// An image of `width` by `height`: format `A8` (one byte a pixel, drawn in `imageColor`) or
/// `ARGB8888` (blue, green, red, alpha). The bytes are copied.
#[napi]
pub fn create_image(width: f64, height: f64, format: String, pixels: Uint8Array) -> Result<u32> {
    with_display(|_| ())?;
    let width = whole(width, 1, SIDE_MAX, "width")?;
    let height = whole(height, 1, SIDE_MAX, "height")?;
    let (format, depth) = match format.as_str() {
        "A8" => (lv_color_format_t_LV_COLOR_FORMAT_A8, 1),
        "ARGB8888" => (lv_color_format_t_LV_COLOR_FORMAT_ARGB8888, 4),
        _ => return fail(Code::BadArgument, format!("no format {format:?}")),
    };
    let length = width as usize * height as usize * depth;
    if pixels.len() != length {
        return fail(Code::BadArgument, format!("{} bytes, needs {length}", pixels.len()));
    }
    let held: usize = IMAGES.with_borrow(|i| i.values().map(|p| p.bytes.len()).sum());
    if held + length > BYTES_MAX {
        return fail(Code::TooMany, format!("images of more than {BYTES_MAX} bytes"));
    }
    let bytes: Box<[u8]> = pixels.to_vec().into_boxed_slice();
    let mut header: Box<lv_image_dsc_t> = Box::new(unsafe { std::mem::zeroed() });
    header.header.set_magic(LV_IMAGE_HEADER_MAGIC);
    header.header.set_cf(format);
    header.header.set_w(width as u32);
    header.header.set_h(height as u32);
    header.header.set_stride(width as u32 * depth as u32);
    header.data = bytes.as_ptr();
    header.data_size = length as u32;
    IMAGES.with_borrow_mut(|i| i.add(Rc::new(Pixels { header, bytes })))
}

/// Gives an image back; objects that show it go on showing it.
#[napi]
pub fn delete_image(image: f64) -> Result<()> {
    let id = handle(image)?;
    match IMAGES.with_borrow_mut(|i| i.remove(id)) {
        Some(_) => Ok(()),
        None => fail(Code::StaleHandle, format!("image {id} is gone")),
    }
}

#[napi]
pub fn set_image(target: f64, image: f64) -> Result<()> {
    let target = object_of(target, Class::Image)?;
    let id = handle(image)?;
    let Some(pixels) = IMAGES.with_borrow(|i| i.get(id).cloned()) else {
        return fail(Code::StaleHandle, format!("image {id} is gone"));
    };
    let header: *const lv_image_dsc_t = &*pixels.header;
    keep(target.handle, Owned::Image(pixels));
    change(|| unsafe { lv_image_set_src(target.pointer, header.cast()) });
    Ok(())
}

/// Gives a canvas its size and its pixels (`ARGB8888`, copied). None makes it transparent.
#[napi]
pub fn set_canvas(
    target: f64,
    width: f64,
    height: f64,
    pixels: Option<Uint8Array>,
) -> Result<()> {
    let target = object_of(target, Class::Canvas)?;
    let width = whole(width, 1, SIDE_MAX, "width")?;
    let height = whole(height, 1, SIDE_MAX, "height")?;
    let count = width as usize * height as usize;
    let mut buffer = vec![0u32; count].into_boxed_slice();
    if let Some(pixels) = pixels {
        if pixels.len() != count * 4 {
            return fail(Code::BadArgument, format!("{} bytes, needs {}", pixels.len(), count * 4));
        }
        for (pixel, four) in buffer.iter_mut().zip(pixels.chunks_exact(4)) {
            *pixel = u32::from_ne_bytes([four[0], four[1], four[2], four[3]]);
        }
    }
    let data = buffer.as_mut_ptr();
    keep(target.handle, Owned::Canvas(buffer));
    let format = lv_color_format_t_LV_COLOR_FORMAT_ARGB8888;
    change(|| unsafe {
        lv_canvas_set_buffer(target.pointer, data.cast(), width, height, format)
    });
    Ok(())
}

/// Fills a rectangle of a canvas with a colour and an opacity; what is outside is left out.
#[napi]
pub fn fill_canvas(
    target: f64,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    color: f64,
    opacity: f64,
) -> Result<()> {
    let target = object_of(target, Class::Canvas)?;
    let x = whole(x, -SIDE_MAX, SIDE_MAX, "x")?;
    let y = whole(y, -SIDE_MAX, SIDE_MAX, "y")?;
    let width = whole(width, 0, SIDE_MAX, "width")?;
    let height = whole(height, 0, SIDE_MAX, "height")?;
    let color = whole(color, 0, 0xff_ffff, "color")? as u32;
    let opacity = whole(opacity, 0, 255, "opacity")? as u32;
    let has_pixels = with_record(target.handle, |o| o.owned.is_some());
    if has_pixels != Some(true) {
        return fail(Code::BadArgument, "the canvas has no pixels yet: call setCanvas first");
    }
    change(|| unsafe {
        let buffer = &*lv_canvas_get_draw_buf(target.pointer);
        let (w, h) = (buffer.header.w() as i32, buffer.header.h() as i32);
        let data = buffer.data.cast::<u32>();
        for row in y.max(0)..(y + height).min(h) {
            for column in x.max(0)..(x + width).min(w) {
                *data.add((row * w + column) as usize) = opacity << 24 | color;
            }
        }
        lv_obj_invalidate(target.pointer);
    });
    Ok(())
}

/// The points of a line: x0, y0, x1, y1, ...
#[napi]
pub fn set_points(target: f64, coordinates: Vec<f64>) -> Result<()> {
    let target = object_of(target, Class::Line)?;
    if coordinates.len() % 2 != 0 || coordinates.len() > 2048 {
        return fail(Code::BadArgument, "points: pairs of numbers, at most 1024");
    }
    let mut points = Vec::with_capacity(coordinates.len() / 2);
    for pair in coordinates.chunks_exact(2) {
        points.push(lv_point_precise_t {
            x: whole(pair[0], -LENGTH_MAX, LENGTH_MAX, "x")?,
            y: whole(pair[1], -LENGTH_MAX, LENGTH_MAX, "y")?,
        });
    }
    let points = points.into_boxed_slice();
    let (data, count) = (points.as_ptr(), points.len() as u32);
    keep(target.handle, Owned::Points(points));
    change(|| unsafe { lv_line_set_points(target.pointer, data, count) });
    Ok(())
}
