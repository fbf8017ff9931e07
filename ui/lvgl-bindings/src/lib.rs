//! LVGL 9.5 for Node. Each function checks its arguments and ends in a typed error (`error.rs`)
//! where LVGL would crash; `display.rs` says the rules under which LVGL is called.
#![allow(clippy::missing_safety_doc)]

mod bounded_layout;
mod display;
mod dump;
mod error;
mod events;
mod fonts;
mod images;
mod input;
mod layout;
mod objects;
mod pool;
mod qr;
mod styles;
mod widgets;
