use gpiocdev::line::{Bias, EdgeDetection, EventClock};
use gpiocdev::Request;
use napi_derive::napi;

/// The code of a thrown error: `error.code === 'NoChip'`.
pub struct Code(&'static str);

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        self.0
    }
}

pub type Result<T> = std::result::Result<T, napi::Error<Code>>;

pub fn fault(code: &'static str, message: impl ToString) -> napi::Error<Code> {
    napi::Error::new(Code(code), message.to_string())
}

#[napi(object)]
pub struct LineOptions {
    /// `gpiochip0` or a path.
    pub chip: String,
    pub offsets: Vec<u32>,
    /// Shown to whoever lists the lines of the machine.
    pub consumer: Option<String>,
    /// `rising`, `falling` or `both`.
    pub edge: String,
    /// `up`, `down` or `off`; the chip's own otherwise.
    pub bias: Option<String>,
    pub active_low: Option<bool>,
}

/// Asks the kernel for lines as inputs with edges, stamped by the monotonic clock.
pub fn request(options: &LineOptions) -> Result<Request> {
    let path = match options.chip.starts_with('/') {
        true => options.chip.clone(),
        false => format!("/dev/{}", options.chip),
    };
    if options.offsets.is_empty() {
        return Err(fault("InvalidArgument", "no line"));
    }
    let mut builder = Request::builder();
    builder
        .on_chip(&path)
        .with_consumer(options.consumer.as_deref().unwrap_or("gpio-edges"))
        .with_lines(&options.offsets)
        .as_input()
        .with_edge_detection(Some(edge_of(&options.edge)?))
        .with_event_clock(EventClock::Monotonic)
        .with_kernel_event_buffer_size(1024);
    if let Some(bias) = options.bias.as_deref() {
        builder.with_bias(bias_of(bias)?);
    }
    if options.active_low == Some(true) {
        builder.as_active_low();
    }
    builder.request().map_err(|error| named(&path, error))
}

fn edge_of(name: &str) -> Result<EdgeDetection> {
    match name {
        "rising" => Ok(EdgeDetection::RisingEdge),
        "falling" => Ok(EdgeDetection::FallingEdge),
        "both" => Ok(EdgeDetection::BothEdges),
        _ => Err(fault("InvalidArgument", "edge: rising, falling or both")),
    }
}

fn bias_of(name: &str) -> Result<Bias> {
    match name {
        "up" => Ok(Bias::PullUp),
        "down" => Ok(Bias::PullDown),
        "off" => Ok(Bias::Disabled),
        _ => Err(fault("InvalidArgument", "bias: up, down or off")),
    }
}

fn named(path: &str, error: gpiocdev::Error) -> napi::Error<Code> {
    use gpiocdev::Error::{GpioChip, InvalidArgument, NoGpioChips, Os, Uapi};
    let number = match &error {
        Os(number) | Uapi(_, gpiocdev_uapi::Error::Os(number)) => number.0,
        _ => 0,
    };
    let code = match (&error, number) {
        (GpioChip(..) | NoGpioChips(), _) => "NoChip",
        (InvalidArgument(_), _) => "InvalidArgument",
        (_, libc::ENOENT | libc::ENODEV) => "NoChip",
        (_, libc::EACCES | libc::EPERM) => "NoPermission",
        (_, libc::EBUSY) => "Busy",
        (_, libc::EINVAL) => "InvalidArgument",
        _ => "Kernel",
    };
    fault(code, format!("{path}: {error}"))
}
