//! Stands in for the crate `pcsc-sys` (Ran Benita, MIT), with the same names, so that the crate `pcsc` builds on it.
//!
//! The original links libpcsclite, so a machine without it can neither build nor load the addon. This one
//! opens the library when it is first needed; without it every call answers `SCARD_E_NO_SERVICE`.

#![allow(bad_style)]
// The error numbers are given unsigned, the type of an answer is signed.
#![allow(overflowing_literals)]

mod constants;
mod library;

pub use constants::*;
pub use library::available;
use library::library;
use std::os::raw::{c_char, c_long, c_ulong, c_void};

pub type DWORD = c_ulong;
pub type LONG = c_long;
pub type ULONG = c_ulong;
pub type SCARDCONTEXT = LONG;
pub type SCARDHANDLE = LONG;

#[repr(C)]
pub struct SCARD_IO_REQUEST {
    pub dwProtocol: DWORD,
    pub cbPciLength: DWORD,
}

#[repr(C)]
pub struct SCARD_READERSTATE {
    pub szReader: *const c_char,
    pub pvUserData: *mut c_void,
    pub dwCurrentState: DWORD,
    pub dwEventState: DWORD,
    pub cbAtr: DWORD,
    pub rgbAtr: [u8; ATR_BUFFER_SIZE],
}

const fn io_request(protocol: DWORD) -> SCARD_IO_REQUEST {
    SCARD_IO_REQUEST {
        dwProtocol: protocol,
        cbPciLength: size_of::<SCARD_IO_REQUEST>() as DWORD,
    }
}

pub static g_rgSCardT0Pci: SCARD_IO_REQUEST = io_request(SCARD_PROTOCOL_T0);
pub static g_rgSCardT1Pci: SCARD_IO_REQUEST = io_request(SCARD_PROTOCOL_T1);
pub static g_rgSCardRawPci: SCARD_IO_REQUEST = io_request(SCARD_PROTOCOL_RAW);

macro_rules! functions {
    ($(fn $name:ident($($argument:ident: $type:ty),* $(,)?);)*) => {
        /// The functions of the opened library.
        pub(crate) struct Functions {
            $($name: unsafe extern "C" fn($($type),*) -> LONG,)*
        }

        impl Functions {
            /// `symbol` answers the address of a function, null when the library has none of that name.
            pub(crate) unsafe fn load(symbol: impl Fn(&std::ffi::CStr) -> *mut c_void) -> Option<Self> {
                $(
                    let name = std::ffi::CString::new(stringify!($name)).ok()?;
                    let $name = symbol(&name);
                    if $name.is_null() {
                        return None;
                    }
                )*
                Some(Self { $($name: std::mem::transmute::<
                    *mut c_void,
                    unsafe extern "C" fn($($type),*) -> LONG,
                >($name),)* })
            }
        }

        $(
            /// # Safety
            /// As the function of the same name in libpcsclite.
            pub unsafe fn $name($($argument: $type),*) -> LONG {
                match library() {
                    Some(functions) => (functions.$name)($($argument),*),
                    None => SCARD_E_NO_SERVICE,
                }
            }
        )*
    };
}

functions! {
    fn SCardEstablishContext(
        scope: DWORD,
        reserved1: *const c_void,
        reserved2: *const c_void,
        context: *mut SCARDCONTEXT,
    );
    fn SCardReleaseContext(context: SCARDCONTEXT);
    fn SCardIsValidContext(context: SCARDCONTEXT);
    fn SCardCancel(context: SCARDCONTEXT);
    fn SCardConnect(
        context: SCARDCONTEXT,
        reader: *const c_char,
        share_mode: DWORD,
        preferred_protocols: DWORD,
        card: *mut SCARDHANDLE,
        active_protocol: *mut DWORD,
    );
    fn SCardReconnect(
        card: SCARDHANDLE,
        share_mode: DWORD,
        preferred_protocols: DWORD,
        initialization: DWORD,
        active_protocol: *mut DWORD,
    );
    fn SCardDisconnect(card: SCARDHANDLE, disposition: DWORD);
    fn SCardGetStatusChange(
        context: SCARDCONTEXT,
        timeout: DWORD,
        states: *mut SCARD_READERSTATE,
        count: DWORD,
    );
    fn SCardListReaders(
        context: SCARDCONTEXT,
        groups: *const c_char,
        readers: *mut c_char,
        length: *mut DWORD,
    );
    fn SCardBeginTransaction(card: SCARDHANDLE);
    fn SCardEndTransaction(card: SCARDHANDLE, disposition: DWORD);
    fn SCardStatus(
        card: SCARDHANDLE,
        reader: *mut c_char,
        reader_length: *mut DWORD,
        state: *mut DWORD,
        protocol: *mut DWORD,
        atr: *mut u8,
        atr_length: *mut DWORD,
    );
    fn SCardGetAttrib(card: SCARDHANDLE, attribute: DWORD, value: *mut u8, length: *mut DWORD);
    fn SCardSetAttrib(card: SCARDHANDLE, attribute: DWORD, value: *const u8, length: DWORD);
    fn SCardTransmit(
        card: SCARDHANDLE,
        send_pci: *const SCARD_IO_REQUEST,
        send: *const u8,
        send_length: DWORD,
        receive_pci: *mut SCARD_IO_REQUEST,
        receive: *mut u8,
        receive_length: *mut DWORD,
    );
    fn SCardControl(
        card: SCARDHANDLE,
        code: DWORD,
        send: *const u8,
        send_length: DWORD,
        receive: *mut u8,
        receive_length: DWORD,
        returned: *mut DWORD,
    );
}
