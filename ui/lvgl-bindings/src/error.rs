//! Typed errors and the checks that every argument passes before it reaches LVGL.

/// The `code` of an error; the names are part of the package's contract.
#[derive(Clone, Copy)]
pub enum Code {
    /// The handle's object is gone, or the handle never was one of this kind.
    StaleHandle,
    /// The call does not fit the class of the object.
    WrongClass,
    /// A value of the wrong type or out of its range.
    BadArgument,
    UnknownClass,
    UnknownProperty,
    UnknownEvent,
    /// No display on this thread.
    NoDisplay,
    /// There is a display already, here or on another thread.
    DisplayTaken,
    /// The frame buffer was detached or resized.
    FrameLost,
    /// A limit on the number or depth of objects, styles, fonts or images.
    TooMany,
    /// The font file cannot be read or is not a TrueType font.
    BadFont,
    /// The text does not fit the QR code's size.
    TooSmall,
}

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        match self {
            Code::StaleHandle => "StaleHandle",
            Code::WrongClass => "WrongClass",
            Code::BadArgument => "BadArgument",
            Code::UnknownClass => "UnknownClass",
            Code::UnknownProperty => "UnknownProperty",
            Code::UnknownEvent => "UnknownEvent",
            Code::NoDisplay => "NoDisplay",
            Code::DisplayTaken => "DisplayTaken",
            Code::FrameLost => "FrameLost",
            Code::TooMany => "TooMany",
            Code::BadFont => "BadFont",
            Code::TooSmall => "TooSmall",
        }
    }
}

pub type Result<T> = std::result::Result<T, napi::Error<Code>>;

pub fn fail<T>(code: Code, what: impl Into<String>) -> Result<T> {
    Err(napi::Error::new(code, what.into()))
}

/// A whole number inside `min..=max`. JavaScript's numbers arrive as they are, because N-API's
/// own conversions wrap around silently.
pub fn whole(value: f64, min: i32, max: i32, name: &str) -> Result<i32> {
    if value.fract() != 0.0 || !(f64::from(min)..=f64::from(max)).contains(&value) {
        return fail(
            Code::BadArgument,
            format!("{name}: {value} is not a whole number in {min}..{max}"),
        );
    }
    Ok(value as i32)
}

/// A handle as it came from JavaScript; what is no such number cannot name anything.
pub fn handle(value: f64) -> Result<u32> {
    if value.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&value) {
        return fail(Code::StaleHandle, format!("{value} is not a handle"));
    }
    Ok(value as u32)
}

pub const TEXT_BYTES_MAX: usize = 16_384;

/// Text for LVGL: no NUL, bounded.
pub fn text(value: String) -> Result<std::ffi::CString> {
    if value.len() > TEXT_BYTES_MAX {
        return fail(
            Code::BadArgument,
            format!("text of {} bytes, at most {TEXT_BYTES_MAX}", value.len()),
        );
    }
    std::ffi::CString::new(value)
        .or_else(|_| fail(Code::BadArgument, "text with a NUL character"))
}
