use crate::lines::{fault, request, LineOptions, Result};
use crate::reader::Reader;
use gpiocdev::line::{Value, Values};
use gpiocdev::Request;
use napi::bindgen_prelude::*;
use napi::threadsafe_function::ThreadsafeFunctionCallMode;
use napi_derive::napi;
use std::fs::{File, OpenOptions};
use std::os::fd::AsFd;
use std::os::unix::fs::OpenOptionsExt;

/// Lines whose edges are being collected.
#[napi]
pub struct NativeEdges {
    reader: Option<Reader>,
    request: Option<Request>,
    offsets: Vec<u32>,
    lost: u64,
}

/// Collects the edges of lines. `on_ready` is called once, and again only after the next drain; it does not
/// hold the event loop.
#[napi]
pub fn watch_lines(
    options: LineOptions,
    capacity: u32,
    on_ready: Function<(), ()>,
) -> Result<NativeEdges> {
    let request = request(&options)?;
    let source = request
        .as_fd()
        .try_clone_to_owned()
        .map_err(|error| fault("Kernel", error))?;
    let reader = start(File::from(source), capacity, on_ready)?;
    Ok(NativeEdges { reader: Some(reader), request: Some(request), offsets: options.offsets, lost: 0 })
}

/// Collects edges from a FIFO that carries the kernel's records (`struct gpio_v2_line_event`): for tests
/// on machines without GPIO.
#[napi]
pub fn watch_fifo(path: String, capacity: u32, on_ready: Function<(), ()>) -> Result<NativeEdges> {
    let source = OpenOptions::new()
        .read(true)
        .custom_flags(libc::O_NONBLOCK)
        .open(&path)
        .map_err(|error| fault("NoChip", format!("{path}: {error}")))?;
    let reader = start(source, capacity, on_ready)?;
    Ok(NativeEdges { reader: Some(reader), request: None, offsets: vec![], lost: 0 })
}

fn start(source: File, capacity: u32, on_ready: Function<(), ()>) -> Result<Reader> {
    let call = on_ready
        .build_threadsafe_function::<()>()
        .weak::<true>()
        .build()
        .map_err(|error| fault("Internal", error.reason.clone()))?;
    Reader::start(source, capacity.max(1) as usize, move || {
        call.call((), ThreadsafeFunctionCallMode::NonBlocking);
    })
    .map_err(|error| fault("Internal", error))
}

#[napi]
impl NativeEdges {
    /// Fills `out` and answers how many edges it now holds; call until it answers 0.
    #[napi]
    pub fn drain(&self, mut out: BigInt64Array) -> u32 {
        match &self.reader {
            // Nothing else runs on the JavaScript thread while this does.
            Some(reader) => reader.shared.drain(unsafe { out.as_mut() }) as u32,
            None => 0,
        }
    }

    /// Levels of the lines now, in the order in which they were asked for; empty for a FIFO.
    #[napi]
    pub fn levels(&self) -> Result<Vec<bool>> {
        let Some(request) = &self.request else { return Ok(vec![]) };
        let mut values = Values::default();
        for offset in &self.offsets {
            values.set(*offset, Value::Inactive);
        }
        request.values(&mut values).map_err(|error| fault("Kernel", error))?;
        Ok(self.offsets.iter().map(|offset| values.get(*offset) == Some(Value::Active)).collect())
    }

    /// Edges that were lost since the beginning, in the kernel's buffer or in the ring.
    #[napi(getter)]
    pub fn lost(&self) -> f64 {
        self.reader.as_ref().map_or(self.lost, |reader| reader.shared.ring().lost()) as f64
    }

    /// The chip is gone, or the lines were closed.
    #[napi(getter)]
    pub fn ended(&self) -> bool {
        self.reader.as_ref().is_none_or(|reader| reader.shared.ended())
    }

    #[napi]
    pub fn close(&mut self) {
        self.lost = self.lost() as u64;
        self.reader = None;
        self.request = None;
    }
}

/// Paths of the GPIO chips of this machine.
#[napi]
pub fn chips() -> Vec<String> {
    let chips = gpiocdev::chip::chips().unwrap_or_default();
    chips.iter().map(|path| path.display().to_string()).collect()
}
