/// Words of one edge: its timestamp in nanoseconds; the line's offset, and 2³² more when the edge rises.
pub const WORDS_PER_EDGE: usize = 2;

/// Edges that wait for JavaScript. When it is full it keeps the oldest, because a swipe is read from its
/// beginning, and counts what it turned away.
pub struct Ring {
    words: Box<[i64]>,
    written: usize,
    read: usize,
    lost: u64,
}

impl Ring {
    pub fn new(capacity: usize) -> Self {
        Self {
            words: vec![0; capacity * WORDS_PER_EDGE].into(),
            written: 0,
            read: 0,
            lost: 0,
        }
    }

    fn capacity(&self) -> usize {
        self.words.len() / WORDS_PER_EDGE
    }

    pub fn push(&mut self, edge: [i64; WORDS_PER_EDGE]) {
        if self.written - self.read == self.capacity() {
            self.lost += 1;
            return;
        }
        let at = (self.written % self.capacity()) * WORDS_PER_EDGE;
        self.words[at..at + WORDS_PER_EDGE].copy_from_slice(&edge);
        self.written += 1;
    }

    /// Edges that did not even reach the ring.
    pub fn add_lost(&mut self, count: u64) {
        self.lost += count;
    }

    pub fn lost(&self) -> u64 {
        self.lost
    }

    /// Moves the oldest edges to `out`; answers how many.
    pub fn drain(&mut self, out: &mut [i64]) -> usize {
        let count = (self.written - self.read).min(out.len() / WORDS_PER_EDGE);
        for i in 0..count {
            let at = ((self.read + i) % self.capacity()) * WORDS_PER_EDGE;
            out[i * WORDS_PER_EDGE..(i + 1) * WORDS_PER_EDGE]
                .copy_from_slice(&self.words[at..at + WORDS_PER_EDGE]);
        }
        self.read += count;
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_come_out_in_order_and_the_ring_wraps() {
        let mut ring = Ring::new(4);
        let mut out = [0; 6];
        for round in 0..5 {
            for i in 0..3 {
                ring.push([round * 3 + i, i]);
            }
            assert_eq!(ring.drain(&mut out), 3);
            assert_eq!(out, [round * 3, 0, round * 3 + 1, 1, round * 3 + 2, 2]);
        }
        assert_eq!((ring.lost(), ring.drain(&mut out)), (0, 0));
    }

    #[test]
    fn a_full_ring_keeps_the_oldest_and_counts_the_rest() {
        let mut ring = Ring::new(2);
        for i in 0..5 {
            ring.push([i, 0]);
        }
        ring.add_lost(7);
        let mut out = [0; 8];
        assert_eq!(ring.drain(&mut out), 2);
        assert_eq!((out[0], out[2], ring.lost()), (0, 1, 10));
    }
}
