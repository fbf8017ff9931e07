//! PC/SC for Node. Each operation runs on a thread of its own, because each may block for as long as a
//! card, a driver or the daemon likes: neither the event loop nor libuv's workers ever wait for them.
//! `index.js` gives these functions their promises.

mod card;
mod context;
mod operation;
mod waits;

use napi_derive::napi;

/// Whether libpcsclite is on this machine.
#[napi]
pub fn available() -> bool {
    pcsc_sys::available()
}
