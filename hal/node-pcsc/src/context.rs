use crate::card::NativeCard;
use crate::operation::{run, Callback};
use crate::waits::Waits;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::ffi::CString;
use std::sync::Arc;
use std::time::Duration;

#[napi(object)]
pub struct ReaderQuery {
    pub reader: String,
    pub state: u32,
    /// The count seen last: a card that was exchanged meanwhile is then a change as well.
    pub count: Option<u32>,
}

#[napi(object)]
pub struct ReaderState {
    pub reader: String,
    pub state: u32,
    /// How often a card came or went, as far as the daemon counts it.
    pub count: u32,
    pub atr: Buffer,
}

/// A connection to the daemon.
#[napi]
pub struct NativeContext {
    context: Option<pcsc::Context>,
    waits: Arc<Waits>,
}

#[napi]
pub fn establish(callback: Callback<NativeContext>) -> Result<()> {
    run("establish", callback, || {
        Ok(NativeContext {
            context: Some(pcsc::Context::establish(pcsc::Scope::System)?),
            waits: Arc::default(),
        })
    })
}

#[napi]
impl NativeContext {
    /// A released context answers every question with `InvalidHandle`.
    fn context(&self) -> impl FnOnce() -> std::result::Result<pcsc::Context, pcsc::Error> {
        let context = self.context.clone();
        move || context.ok_or(pcsc::Error::InvalidHandle)
    }

    #[napi]
    pub fn list_readers(&self, callback: Callback<Vec<String>>) -> Result<()> {
        let context = self.context();
        run("list", callback, move || {
            let readers = context()?.list_readers_owned()?;
            Ok(readers.iter().map(|name| name.to_string_lossy().into_owned()).collect())
        })
    }

    /// Waits until a reader's state differs from the state given, or for the time given.
    #[napi]
    pub fn wait_for_change(
        &self,
        readers: Vec<ReaderQuery>,
        timeout_ms: Option<u32>,
        callback: Callback<Vec<ReaderState>>,
    ) -> Result<()> {
        let context = self.context();
        let waits = self.waits.clone();
        let begun = waits.begin();
        run("wait", callback, move || {
            if !begun {
                return Err(pcsc::Error::ServerTooBusy);
            }
            let states = context().and_then(|context| wait(&context, readers, timeout_ms));
            waits.end();
            states
        })
    }

    /// Ends the pending wait; answers when it has ended.
    #[napi]
    pub fn cancel(&self, callback: Callback<bool>) -> Result<()> {
        let context = self.context();
        let waits = self.waits.clone();
        run("cancel", callback, move || {
            waits.cancel(&context()?);
            Ok(true)
        })
    }

    #[napi]
    pub fn connect(
        &self,
        reader: String,
        share: u32,
        protocols: u32,
        callback: Callback<NativeCard>,
    ) -> Result<()> {
        let context = self.context();
        run("connect", callback, move || {
            let name = CString::new(reader).map_err(|_| pcsc::Error::InvalidParameter)?;
            let protocols = pcsc::Protocols::from_bits_truncate(protocols.into());
            let card = context()?.connect(&name, share_mode(share)?, protocols)?;
            Ok(NativeCard::new(card))
        })
    }

    /// Drops this handle and cancels its wait. The daemon's context ends with its last card and wait.
    #[napi]
    pub fn release(&mut self, callback: Callback<bool>) -> Result<()> {
        let context = self.context.take();
        let waits = self.waits.clone();
        run("release", callback, move || {
            if let Some(context) = context {
                waits.cancel(&context);
            }
            Ok(true)
        })
    }
}

fn wait(
    context: &pcsc::Context,
    readers: Vec<ReaderQuery>,
    timeout_ms: Option<u32>,
) -> std::result::Result<Vec<ReaderState>, pcsc::Error> {
    let mut states = Vec::with_capacity(readers.len());
    for query in readers {
        let name = CString::new(query.reader).map_err(|_| pcsc::Error::InvalidParameter)?;
        let state = (query.state & 0xffff) | (query.count.unwrap_or(0) << 16);
        let state = pcsc::State::from_bits_retain(state.into());
        states.push(pcsc::ReaderState::new(name, state));
    }
    let timeout = timeout_ms.map(|ms| Duration::from_millis(ms.into()));
    context.get_status_change(timeout, &mut states)?;
    Ok(states
        .iter()
        .map(|state| ReaderState {
            reader: state.name().to_string_lossy().into_owned(),
            state: state.event_state().bits() as u32,
            count: state.event_count(),
            atr: state.atr().to_vec().into(),
        })
        .collect())
}

pub fn share_mode(mode: u32) -> std::result::Result<pcsc::ShareMode, pcsc::Error> {
    match mode {
        1 => Ok(pcsc::ShareMode::Exclusive),
        2 => Ok(pcsc::ShareMode::Shared),
        3 => Ok(pcsc::ShareMode::Direct),
        _ => Err(pcsc::Error::InvalidParameter),
    }
}
