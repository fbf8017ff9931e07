//! Edges of GPIO lines for Node. A thread reads them with the kernel's timestamps into a ring, so that a busy
//! event loop loses none; JavaScript is called once for many and drains the ring when it gets to it.

mod edges;
mod lines;
mod reader;
mod ring;
