use crate::context::share_mode;
use crate::operation::{run, Callback};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::sync::{Arc, Mutex, PoisonError};

#[napi(object)]
pub struct CardStatus {
    pub state: u32,
    /// 1 for T=0, 2 for T=1, 0 when the card is not powered.
    pub protocol: u32,
    pub atr: Buffer,
}

type Slot = Arc<Mutex<Option<pcsc::Card>>>;

/// A card that is connected. Operations on it take their turn.
#[napi]
pub struct NativeCard {
    slot: Slot,
}

fn with<T>(
    slot: &Slot,
    work: impl FnOnce(&mut pcsc::Card) -> std::result::Result<T, pcsc::Error>,
) -> std::result::Result<T, pcsc::Error> {
    let mut card = slot.lock().unwrap_or_else(PoisonError::into_inner);
    card.as_mut().map_or(Err(pcsc::Error::InvalidHandle), work)
}

impl NativeCard {
    pub fn new(card: pcsc::Card) -> Self {
        Self {
            slot: Arc::new(Mutex::new(Some(card))),
        }
    }
}

#[napi]
impl NativeCard {
    /// One command APDU to one answer, as the driver gives it.
    #[napi]
    pub fn transmit(&self, apdu: &[u8], callback: Callback<Buffer>) -> Result<()> {
        let slot = self.slot.clone();
        let apdu = apdu.to_vec();
        run("transmit", callback, move || {
            with(&slot, |card| {
                let mut answer = vec![0; longest_answer(&apdu)];
                Ok(card.transmit(&apdu, &mut answer)?.to_vec().into())
            })
        })
    }

    #[napi]
    pub fn status(&self, callback: Callback<CardStatus>) -> Result<()> {
        let slot = self.slot.clone();
        run("status", callback, move || {
            with(&slot, |card| {
                let status = card.status2_owned()?;
                Ok(CardStatus {
                    state: status.status().bits() as u32,
                    protocol: status.protocol2().map_or(0, |protocol| protocol as u32),
                    atr: status.atr().to_vec().into(),
                })
            })
        })
    }

    /// Resets the card as `initialization` says and opens it again.
    #[napi]
    pub fn reconnect(
        &self,
        share: u32,
        protocols: u32,
        initialization: u32,
        callback: Callback<bool>,
    ) -> Result<()> {
        let slot = self.slot.clone();
        run("reconnect", callback, move || {
            let share = share_mode(share)?;
            let initialization = disposition(initialization)?;
            let protocols = pcsc::Protocols::from_bits_truncate(protocols.into());
            with(&slot, |card| card.reconnect(share, protocols, initialization))?;
            Ok(true)
        })
    }

    /// Lets the card go; a second time does nothing.
    #[napi]
    pub fn disconnect(&self, action: u32, callback: Callback<bool>) -> Result<()> {
        let slot = self.slot.clone();
        run("disconnect", callback, move || {
            let action = disposition(action)?;
            let card = slot.lock().unwrap_or_else(PoisonError::into_inner).take();
            match card {
                // On an error the card comes back, and dropping it tries once more.
                Some(card) => card.disconnect(action).map_err(|(_card, error)| error)?,
                None => return Ok(false),
            }
            Ok(true)
        })
    }
}

/// An extended command (ISO/IEC 7816-4 §5.1) has a zero where a short one has its length, and goes on.
fn longest_answer(apdu: &[u8]) -> usize {
    if apdu.len() > 6 && apdu[4] == 0 {
        pcsc::MAX_BUFFER_SIZE_EXTENDED
    } else {
        pcsc::MAX_BUFFER_SIZE
    }
}

fn disposition(action: u32) -> std::result::Result<pcsc::Disposition, pcsc::Error> {
    match action {
        0 => Ok(pcsc::Disposition::LeaveCard),
        1 => Ok(pcsc::Disposition::ResetCard),
        2 => Ok(pcsc::Disposition::UnpowerCard),
        3 => Ok(pcsc::Disposition::EjectCard),
        _ => Err(pcsc::Error::InvalidParameter),
    }
}
