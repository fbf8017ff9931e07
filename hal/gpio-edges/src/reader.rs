use crate::ring::Ring;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

/// Size of the kernel's `struct gpio_v2_line_event`.
const RECORD: usize = 48;
const RISING: u32 = 1;

pub struct Shared {
    ring: Mutex<Ring>,
    /// JavaScript was called and has not drained since.
    called: AtomicBool,
    ended: AtomicBool,
}

impl Shared {
    pub fn ring(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn drain(&self, out: &mut [i64]) -> usize {
        self.called.store(false, Ordering::Release);
        self.ring().drain(out)
    }

    pub fn ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }
}

/// The thread that reads edges until it is dropped or the source ends.
pub struct Reader {
    pub shared: Arc<Shared>,
    stop: OwnedFd,
    thread: Option<JoinHandle<()>>,
}

impl Reader {
    pub fn start(
        source: File,
        capacity: usize,
        call: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let shared = Arc::new(Shared {
            ring: Mutex::new(Ring::new(capacity)),
            called: AtomicBool::new(false),
            ended: AtomicBool::new(false),
        });
        let stop = unsafe { libc::eventfd(0, libc::EFD_CLOEXEC) };
        if stop < 0 {
            return Err(std::io::Error::last_os_error());
        }
        let stop = unsafe { OwnedFd::from_raw_fd(stop) };
        let (theirs, stop_number) = (shared.clone(), stop.as_raw_fd());
        let thread = std::thread::Builder::new()
            .name("gpio-edges".into())
            .stack_size(256 * 1024)
            .spawn(move || {
                read_until_stopped(source, stop_number, &theirs, &call);
                theirs.ended.store(true, Ordering::Release);
                call();
            })?;
        Ok(Self { shared, stop, thread: Some(thread) })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let one = 1u64;
        unsafe { libc::write(self.stop.as_raw_fd(), (&raw const one).cast(), size_of::<u64>()) };
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn read_until_stopped(mut source: File, stop: i32, shared: &Shared, call: &impl Fn()) {
    let mut buffer = vec![0; 1024 * RECORD];
    let mut held = 0;
    let mut next_number = None;
    while wait(source.as_raw_fd(), stop) {
        match source.read(&mut buffer[held..]) {
            Ok(0) => return,
            Ok(read) => held += read,
            Err(error) if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {
                continue;
            }
            Err(_) => return,
        }
        let whole = held - held % RECORD;
        let mut ring = shared.ring();
        for record in buffer[..whole].chunks_exact(RECORD) {
            take(record, &mut next_number, &mut ring);
        }
        drop(ring);
        buffer.copy_within(whole..held, 0);
        held -= whole;
        if !shared.called.swap(true, Ordering::AcqRel) {
            call();
        }
    }
}

/// True when the source has something to read; false when it ended or the reader is to stop. A chip that
/// was taken away would report an error for ever: leaving is what keeps this from spinning.
fn wait(source: i32, stop: i32) -> bool {
    let watch = |fd| libc::pollfd { fd, events: libc::POLLIN, revents: 0 };
    loop {
        let mut polled = [watch(source), watch(stop)];
        if unsafe { libc::poll(polled.as_mut_ptr(), 2, -1) } >= 0 {
            return polled[1].revents == 0 && polled[0].revents & libc::POLLIN != 0;
        }
        if std::io::Error::last_os_error().kind() != ErrorKind::Interrupted {
            return false;
        }
    }
}

/// `struct gpio_v2_line_event`: timestamp, id, offset, seqno, line_seqno. The kernel numbers the edges of a
/// request from 1, so that a gap says how many it dropped.
fn take(record: &[u8], next_number: &mut Option<u32>, ring: &mut Ring) {
    let word = |at: usize| u32::from_ne_bytes([record[at], record[at + 1], record[at + 2], record[at + 3]]);
    let low = u64::from(word(0));
    let high = u64::from(word(4));
    let timestamp = if cfg!(target_endian = "little") { low | high << 32 } else { high | low << 32 };
    let number = word(16);
    let expected = next_number.unwrap_or(1);
    ring.add_lost(u64::from(number.wrapping_sub(expected)));
    *next_number = Some(number.wrapping_add(1));
    let rising = i64::from(word(8) == RISING);
    ring.push([timestamp as i64, i64::from(word(12)) | rising << 32]);
}
