//! Fonts by tiny_ttf: a TrueType file is mapped once, each size is its own font and cache.

use crate::error::{fail, handle, whole, Code, Result};
use crate::pool::{Kind, Pool};
use lightvgl_sys::*;
use napi_derive::napi;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::c_void;
use std::os::fd::AsRawFd;
use std::ptr::null_mut;

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    path: String,
    size: i32,
    line_height: i32,
}

thread_local! {
    static FONTS: RefCell<Pool<*mut lv_font_t>> = const { RefCell::new(Pool::new(Kind::Font)) };
    static KNOWN: RefCell<HashMap<Key, u32>> = RefCell::new(HashMap::new());
    static FILES: RefCell<HashMap<String, (*const u8, usize)>> = RefCell::new(HashMap::new());
}

const FONTS_MAX: usize = 64;
const FILES_MAX: usize = 8;
const GLYPHS_CACHED: usize = 256;

pub fn font(value: f64) -> Result<*mut lv_font_t> {
    let id = handle(value)?;
    FONTS.with_borrow(|f| match f.get(id) {
        Some(font) => Ok(*font),
        None => fail(Code::StaleHandle, format!("{id} is not a font")),
    })
}

/// The font of a file at a size in pixels per em; the same arguments give the same handle.
/// `line_height` replaces the file's own line box, the glyphs stay in its middle.
/// Fonts live as long as the process: the file must stay as it is.
#[napi]
pub fn load_font(path: String, size: f64, line_height: Option<f64>) -> Result<u32> {
    let size = whole(size, 4, 400, "size")?;
    let line_height = match line_height {
        Some(height) => whole(height, 1, 1000, "line height")?,
        None => 0,
    };
    let key = Key { path, size, line_height };
    if let Some(id) = KNOWN.with_borrow(|k| k.get(&key).copied()) {
        return Ok(id);
    }
    if FONTS.with_borrow(Pool::len) >= FONTS_MAX {
        return fail(Code::TooMany, format!("more than {FONTS_MAX} fonts"));
    }
    crate::display::with_display(|_| ())?;
    let (data, length) = file(&key.path)?;
    let font = unsafe {
        lv_tiny_ttf_create_data_ex(
            data.cast::<c_void>(),
            length,
            size,
            lv_font_kerning_t_LV_FONT_KERNING_NORMAL,
            GLYPHS_CACHED,
        )
    };
    if font.is_null() {
        return fail(Code::BadFont, format!("{}: not a TrueType font", key.path));
    }
    unsafe {
        (*font).fallback = &raw const lv_font_montserrat_14;
        if line_height > 0 {
            // Half of what the line box gains or loses goes below the base line, as in CSS.
            let gained = line_height - (*font).line_height;
            (*font).base_line += gained.div_euclid(2);
            (*font).line_height = line_height;
        }
    }
    let id = FONTS.with_borrow_mut(|f| f.add(font))?;
    KNOWN.with_borrow_mut(|k| k.insert(key, id));
    Ok(id)
}

/// The height of one line of this font, in pixels.
#[napi]
pub fn font_line_height(id: f64) -> Result<i32> {
    let font = font(id)?;
    Ok(unsafe { (*font).line_height })
}

/// The width of one line of text in this font, in pixels.
#[napi]
pub fn text_width(id: f64, text: String, letter_space: Option<f64>) -> Result<i32> {
    let font = font(id)?;
    let text = crate::error::text(text)?;
    let mut attributes: lv_text_attributes_t = unsafe { std::mem::zeroed() };
    attributes.letter_space = whole(letter_space.unwrap_or(0.0), -200, 200, "letter space")?;
    let length = text.as_bytes().len() as u32;
    Ok(unsafe { lv_text_get_width(text.as_ptr(), length, font, &attributes) })
}

fn file(path: &str) -> Result<(*const u8, usize)> {
    if let Some(known) = FILES.with_borrow(|f| f.get(path).copied()) {
        return Ok(known);
    }
    if FILES.with_borrow(HashMap::len) >= FILES_MAX {
        return fail(Code::TooMany, format!("more than {FILES_MAX} font files"));
    }
    let unreadable = |e: std::io::Error| napi::Error::new(Code::BadFont, format!("{path}: {e}"));
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len() as usize;
    if length < 12 {
        return fail(Code::BadFont, format!("{path}: too short for a font"));
    }
    let (protection, flags) = (libc::PROT_READ, libc::MAP_PRIVATE);
    let data = unsafe { libc::mmap(null_mut(), length, protection, flags, file.as_raw_fd(), 0) };
    if data == libc::MAP_FAILED {
        return fail(Code::BadFont, format!("{path}: cannot be mapped"));
    }
    let bytes = unsafe { std::slice::from_raw_parts(data.cast::<u8>(), length) };
    if !tables_inside(bytes) {
        unsafe { libc::munmap(data, length) };
        return fail(Code::BadFont, format!("{path}: not a whole TrueType font"));
    }
    FILES.with_borrow_mut(|f| f.insert(path.to_owned(), (data.cast(), length)));
    Ok((data.cast(), length))
}

/// The parser behind tiny_ttf trusts offsets: a cut or foreign file is refused before it.
fn tables_inside(bytes: &[u8]) -> bool {
    let long = |at: usize| -> Option<usize> {
        let four = bytes.get(at..at + 4)?;
        Some(u32::from_be_bytes([four[0], four[1], four[2], four[3]]) as usize)
    };
    if long(0) != Some(0x0001_0000) {
        return false;
    }
    let count = usize::from(bytes[4]) << 8 | usize::from(bytes[5]);
    let mut needed: Vec<&[u8]> = vec![b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"];
    for i in 0..count {
        let at = 12 + 16 * i;
        let (Some(offset), Some(length)) = (long(at + 8), long(at + 12)) else { return false };
        if offset.saturating_add(length) > bytes.len() {
            return false;
        }
        needed.retain(|&tag| tag != &bytes[at..at + 4]);
    }
    needed.is_empty()
}
