use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long to give the daemon before a cancel is repeated.
const REPEAT_AFTER: Duration = Duration::from_millis(2);

/// The one wait that a context may have, and its cancellation.
///
/// The daemon forgets a cancel that comes before the wait has reached it, and the wait then hangs.
/// So a cancel is repeated until the wait that it meant has ended, and never touches a later one.
#[derive(Default)]
pub struct Waits {
    current: Mutex<Current>,
    ended: Condvar,
}

#[derive(Default)]
struct Current {
    serial: u64,
    waiting: bool,
}

impl Waits {
    fn lock(&self) -> MutexGuard<'_, Current> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// False when another wait is still pending.
    pub fn begin(&self) -> bool {
        let mut current = self.lock();
        if current.waiting {
            return false;
        }
        current.serial += 1;
        current.waiting = true;
        true
    }

    pub fn end(&self) {
        self.lock().waiting = false;
        self.ended.notify_all();
    }

    /// Blocks until the wait that is pending now has ended.
    pub fn cancel(&self, context: &pcsc::Context) {
        let mut current = self.lock();
        let serial = current.serial;
        while current.waiting && current.serial == serial {
            let _ = context.cancel();
            current = match self.ended.wait_timeout(current, REPEAT_AFTER) {
                Ok((current, _)) => current,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
    }
}
