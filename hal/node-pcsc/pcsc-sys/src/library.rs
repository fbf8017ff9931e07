use crate::Functions;
use std::ffi::CString;
use std::sync::OnceLock;

/// Where another file than the system's `libpcsclite.so.1` is named.
const OVERRIDE: &str = "PCSCLITE_LIBRARY";

/// The library, opened at its first use and kept. Not finding it is not kept: it may be installed
/// while the terminal runs.
pub(crate) fn library() -> Option<&'static Functions> {
    static LIBRARY: OnceLock<Functions> = OnceLock::new();
    match LIBRARY.get() {
        Some(functions) => Some(functions),
        None => open().map(|functions| LIBRARY.get_or_init(|| functions)),
    }
}

/// Whether libpcsclite is on this machine.
pub fn available() -> bool {
    library().is_some()
}

fn open() -> Option<Functions> {
    let name = std::env::var(OVERRIDE).unwrap_or_else(|_| "libpcsclite.so.1".into());
    let name = CString::new(name).ok()?;
    unsafe {
        let handle = libc::dlopen(name.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL);
        if handle.is_null() {
            return None;
        }
        Functions::load(|symbol| libc::dlsym(handle, symbol.as_ptr()))
    }
}
