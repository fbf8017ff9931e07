//! Index + generation handles: a handle dies with what it named and never comes back to life.

use crate::error::{fail, Code, Result};
use std::collections::VecDeque;

/// What a handle names; its tag keeps a style from being taken for an object.
#[derive(Clone, Copy)]
pub enum Kind {
    Object = 0,
    Style = 1,
    Font = 2,
    Image = 3,
}

const INDEX_BITS: u32 = 14;
const INDEX_MAX: usize = 1 << INDEX_BITS;

struct Slot<T> {
    generation: u16,
    value: Option<T>,
}

/// Bits of a handle: kind 2, index 14, generation 16. Freed slots are reused in turn, and a slot
/// whose generations are used up is retired.
pub struct Pool<T> {
    kind: Kind,
    slots: Vec<Slot<T>>,
    free: VecDeque<u16>,
}

impl<T> Pool<T> {
    pub const fn new(kind: Kind) -> Self {
        Pool { kind, slots: Vec::new(), free: VecDeque::new() }
    }

    pub fn is_full(&self) -> bool {
        self.free.is_empty() && self.slots.len() >= INDEX_MAX
    }

    pub fn len(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    pub fn add(&mut self, value: T) -> Result<u32> {
        let index = match self.free.pop_front() {
            Some(index) => usize::from(index),
            None if self.slots.len() < INDEX_MAX => {
                self.slots.push(Slot { generation: 1, value: None });
                self.slots.len() - 1
            }
            None => return fail(Code::TooMany, format!("more than {INDEX_MAX} at once")),
        };
        let slot = &mut self.slots[index];
        slot.value = Some(value);
        let tag = (self.kind as u32) << (INDEX_BITS + 16);
        Ok(tag | (index as u32) << 16 | u32::from(slot.generation))
    }

    fn index(&self, handle: u32) -> Option<usize> {
        let index = (handle >> 16) as usize & (INDEX_MAX - 1);
        let same_kind = handle >> (INDEX_BITS + 16) == self.kind as u32;
        let slot = self.slots.get(index)?;
        let alive = slot.value.is_some() && u32::from(slot.generation) == handle & 0xffff;
        (same_kind && alive).then_some(index)
    }

    pub fn get(&self, handle: u32) -> Option<&T> {
        self.slots[self.index(handle)?].value.as_ref()
    }

    pub fn get_mut(&mut self, handle: u32) -> Option<&mut T> {
        let index = self.index(handle)?;
        self.slots[index].value.as_mut()
    }

    pub fn remove(&mut self, handle: u32) -> Option<T> {
        let index = self.index(handle)?;
        let slot = &mut self.slots[index];
        if slot.generation < u16::MAX {
            slot.generation += 1;
            self.free.push_back(index as u16);
        }
        slot.value.take()
    }

    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.slots.iter().filter_map(|slot| slot.value.as_ref())
    }

    /// Takes out everything; all handles given so far are dead.
    pub fn drain(&mut self) -> Vec<T> {
        let tag = (self.kind as u32) << (INDEX_BITS + 16);
        let handles: Vec<u32> = (self.slots.iter().enumerate())
            .filter(|(_, slot)| slot.value.is_some())
            .map(|(i, slot)| tag | (i as u32) << 16 | u32::from(slot.generation))
            .collect();
        handles.into_iter().filter_map(|handle| self.remove(handle)).collect()
    }
}
