//! A set of numbers below a power of two that knows the rank of each: how features and words find their row.
//!
//! One bit for each possible number and a running count for every 64 of them (Jacobson 1989): a number that is not in the set,
//! the usual case, costs one look at one word of memory.

/// The set.
#[derive(Debug, Clone, Default)]
pub struct Slots {
    bits: u32,
    words: Vec<u64>,
    ranks: Vec<u32>,
    count: u32,
}

impl Slots {
    /// An empty set of numbers below `2^bits`.
    pub fn new(bits: u32) -> Self {
        let words = (1usize << bits).div_ceil(64);
        Slots { bits, words: vec![0; words], ranks: vec![0; words], count: 0 }
    }

    /// Adds a number; [`Slots::rank`] comes after the last. False for one that is too large or there already.
    pub fn insert(&mut self, slot: u32) -> bool {
        let Some(word) = self.words.get_mut(slot as usize / 64) else { return false };
        let new = *word >> (slot % 64) & 1 == 0;
        *word |= 1 << (slot % 64);
        self.count += u32::from(new);
        new
    }

    /// Counts what was inserted, so that [`Slots::find`] can answer.
    pub fn rank(&mut self) {
        let mut before = 0;
        for (rank, word) in self.ranks.iter_mut().zip(&self.words) {
            *rank = before;
            before += word.count_ones();
        }
    }

    /// How many numbers are in the set.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// How many smaller numbers are in the set, if the upper bits of `hash` are.
    pub fn find(&self, hash: u32) -> Option<usize> {
        let slot = hash >> (32 - self.bits);
        let index = slot as usize / 64;
        let (word, rank) = (*self.words.get(index)?, self.ranks.get(index)?);
        let bit = slot % 64;
        (word >> bit & 1 == 1).then(|| *rank as usize + (word & ((1 << bit) - 1)).count_ones() as usize)
    }
}
