use napi::bindgen_prelude::*;
use napi::threadsafe_function::ThreadsafeFunctionCallMode;

/// `(error code, answer)`: exactly one of them is given.
pub type Answer<T> = FnArgs<(Option<String>, Option<T>)>;
pub type Callback<'a, T> = Function<'a, Answer<T>, ()>;

/// The name of a PC/SC error, as the crate spells it: `RemovedCard`, `NoService` …
pub fn code(error: pcsc::Error) -> String {
    format!("{error:?}")
}

/// Runs `work` on a thread of its own and gives its answer to `callback`.
///
/// The callback does not hold the event loop: `index.js` decides what does, so that a card that never
/// answers cannot keep a process from ending.
pub fn run<T>(
    name: &str,
    callback: Callback<T>,
    work: impl FnOnce() -> std::result::Result<T, pcsc::Error> + Send + 'static,
) -> Result<()>
where
    T: ToNapiValue + Send + 'static,
{
    let answer = callback
        .build_threadsafe_function::<std::result::Result<T, pcsc::Error>>()
        .weak::<true>()
        .build_callback(|context| {
            Ok(FnArgs::from(match context.value {
                Ok(value) => (None, Some(value)),
                Err(error) => (Some(code(error)), None),
            }))
        })?;
    std::thread::Builder::new()
        .name(format!("pcsc-{name}"))
        .stack_size(256 * 1024)
        .spawn(move || {
            answer.call(work(), ThreadsafeFunctionCallMode::NonBlocking);
        })
        .map(drop)
        .map_err(|error| Error::from_reason(error.to_string()))
}
