//! The weights file: what it holds, how it is laid out, and how it is read.
//!
//! The file is made to be compressed on the wire: like stands beside like. After the header come the sections, each a run of
//! bytes whose length the header gives: hashes as distances from one to the next, the lanes of each feature that are not zero
//! as a set, then the values alone. Reading it costs one pass and about three times its size in memory.
//!
//! A feature has one weight for each of fifteen lanes, and the score of a tag is a sum of lanes, so that what beginning and
//! continuing a name of one type have in common is stored once.

use thiserror::Error;

use super::slots::Slots;
use super::tags::{OUTSIDE, TAGS, Tag, begin, inside};

/// The first bytes of every weights file.
pub const MAGIC: [u8; 4] = *b"NGNT";
/// The version that this code reads. Any change of features, tags or layout is a new one.
pub const VERSION: u16 = 1;
/// Upper bits of a feature's hash that name its row.
pub const FEATURE_BITS: u32 = 22;
/// Upper bits of a word's hash that name its entry in the tables of words.
pub const WORD_BITS: u32 = 20;
/// Lanes of a feature: outside; begins; continues; six types; what continuing adds for each type; one unused.
pub const LANES: usize = 16;
/// How many of them are stored.
#[cfg(feature = "training")]
pub const STORED_LANES: usize = 15;
/// Transitions and scores count in this many parts of a weight's step.
pub const FINE: i32 = 16;
/// Margins of a decision, in fine steps, between two entries of the calibration.
pub const MARGIN_STEP: i32 = 16;
/// Entries of the calibration for one type; a larger margin counts as the last.
pub const MARGINS: usize = 64;

/// The sections in the order of the file.
pub const SECTIONS: usize = 11;
/// Bytes of the header: magic, version, two unused, a length for each section.
pub const HEADER: usize = 8 + 4 * SECTIONS;

/// Distances between numbers are written in bytes; this one says "add it and go on".
pub const FAR: u8 = 255;

/// Weights that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WeightsError {
    /// Not a weights file at all.
    #[error("the data are not weights of newsgloss; fetch the file that came with this version")]
    NotWeights,
    /// A file for another version of this code.
    #[error("the weights are of version {found}, and this is made for version {VERSION}; fetch the file that came with it")]
    OtherVersion {
        /// The version that the file names.
        found: u16,
    },
    /// The file has another length than its header says.
    #[error("the weights have {found} bytes where their header says {expected}; fetch the file again")]
    WrongLength {
        /// Bytes that the header announces.
        expected: usize,
        /// Bytes that are there.
        found: usize,
    },
    /// The sections contradict one another.
    #[error("section {section} of the weights is damaged; fetch the file again")]
    Damaged {
        /// Which section, from 0.
        section: usize,
    },
}

/// Sums of the lanes of one token, in steps.
pub type Sums = [i16; LANES];
/// Scores of one token's tags, in fine steps.
pub type Scores = [i32; TAGS];
/// `[before][next]` in fine steps; the row of [`OUTSIDE`] also opens a chain.
pub type Transitions = [[i32; TAGS]; TAGS];

/// Everything the tagger has learnt.
#[derive(Debug)]
pub struct Weights {
    features: Slots,
    rows: Vec<[i8; LANES]>,
    parts: Slots,
    part_flags: Vec<u8>,
    clusters: Slots,
    cluster_of: Vec<u8>,
    /// The large cluster that most words of a small one are in.
    large: [u8; 256],
    /// Of the first and the second pass.
    pub transitions: [Transitions; 2],
    /// For each type and margin the share of names that were right, in thousandths.
    calibration: [[u16; MARGINS]; 6],
}

impl Weights {
    /// Reads a weights file.
    ///
    /// # Errors
    /// Where `data` is none, is cut short, or is of another version.
    pub fn parse(data: &[u8]) -> Result<Weights, WeightsError> {
        let header = data.get(..HEADER).ok_or(WeightsError::NotWeights)?;
        if !header.starts_with(&MAGIC) {
            return Err(WeightsError::NotWeights);
        }
        let found = u16::from_le_bytes([header[4], header[5]]);
        if found != VERSION {
            return Err(WeightsError::OtherVersion { found });
        }
        let mut lengths = header[8..].as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes) as usize);
        let expected = lengths.clone().fold(HEADER, usize::saturating_add);
        if expected != data.len() {
            return Err(WeightsError::WrongLength { expected, found: data.len() });
        }
        let mut at = HEADER;
        let mut section = || {
            let start = at;
            at += lengths.next().unwrap_or_default();
            data.get(start..at).unwrap_or_default()
        };
        let features = slots(section(), FEATURE_BITS).ok_or(WeightsError::Damaged { section: 0 })?;
        let rows = rows(features.count() as usize, section(), section(), section()).ok_or(WeightsError::Damaged { section: 3 })?;
        let parts = slots(section(), WORD_BITS).ok_or(WeightsError::Damaged { section: 4 })?;
        let part_flags = section().to_vec();
        let clusters = slots(section(), WORD_BITS).ok_or(WeightsError::Damaged { section: 6 })?;
        let cluster_of = section().to_vec();
        if part_flags.len() != parts.count() as usize {
            return Err(WeightsError::Damaged { section: 5 });
        }
        if cluster_of.len() != clusters.count() as usize {
            return Err(WeightsError::Damaged { section: 7 });
        }
        let large = section().try_into().map_err(|_| WeightsError::Damaged { section: 8 })?;
        let transitions = transitions(section()).ok_or(WeightsError::Damaged { section: 9 })?;
        let calibration = calibration(section()).ok_or(WeightsError::Damaged { section: 10 })?;
        Ok(Weights { features, rows, parts, part_flags, clusters, cluster_of, large, transitions, calibration })
    }

    /// Adds the weights of a feature, if it has any.
    pub fn add(&self, feature: u32, sums: &mut Sums) {
        let Some(row) = self.features.find(feature).and_then(|row| self.rows.get(row)) else { return };
        for (sum, &weight) in sums.iter_mut().zip(row) {
            *sum = sum.saturating_add(i16::from(weight));
        }
    }

    /// What the word is in the names of people and places: the upper bits of a [`Hint`](super::view::Hint).
    pub fn part_flags(&self, word: u64) -> u16 {
        self.parts.find((word >> 32) as u32).and_then(|row| self.part_flags.get(row)).map_or(0, |&flags| u16::from(flags) << 8)
    }

    /// The large and the small cluster of the word, from 1; 0 is none.
    pub fn clusters(&self, word: u64) -> [u16; 2] {
        let small = self.clusters.find((word >> 32) as u32).and_then(|row| self.cluster_of.get(row));
        small.map_or([0; 2], |&small| [u16::from(self.large[usize::from(small)]) + 1, u16::from(small) + 1])
    }

    /// The confidence of a name of the type at index `kind`, in thousandths, that beat its rivals by `margin` fine steps.
    pub fn confidence(&self, kind: usize, margin: i32) -> u16 {
        let entry = (margin / MARGIN_STEP).clamp(0, MARGINS as i32 - 1) as usize;
        self.calibration.get(kind).and_then(|table| table.get(entry)).copied().unwrap_or_default()
    }
}

/// The scores of the tags from the sums of the lanes.
pub fn scores(sums: &Sums) -> Scores {
    let lane = |index: usize| i32::from(sums[index]) * FINE;
    let mut scores = [0; TAGS];
    scores[usize::from(OUTSIDE)] = lane(0);
    for kind in 0..6 {
        scores[usize::from(begin(kind))] = lane(1) + lane(3 + kind);
        scores[usize::from(inside(kind))] = lane(2) + lane(3 + kind) + lane(9 + kind);
    }
    scores
}

/// Reads numbers below `2^bits` from the distances between them.
fn slots(distances: &[u8], bits: u32) -> Option<Slots> {
    let mut slots = Slots::new(bits);
    let mut slot = 0u32;
    for &distance in distances {
        slot = slot.checked_add(u32::from(distance))?;
        if distance != FAR && !slots.insert(slot) {
            return None;
        }
    }
    slots.rank();
    Some(slots)
}

fn rows(count: usize, low: &[u8], high: &[u8], values: &[u8]) -> Option<Vec<[i8; LANES]>> {
    if low.len() != count || high.len() != count {
        return None;
    }
    let mut values = values.iter();
    let mut rows = Vec::with_capacity(count);
    for (&low, &high) in low.iter().zip(high) {
        let mut row = [0; LANES];
        let mut set = u16::from_le_bytes([low, high]);
        while set != 0 {
            row[set.trailing_zeros() as usize] = values.next()?.cast_signed();
            set &= set - 1;
        }
        rows.push(row);
    }
    values.next().is_none().then_some(rows)
}

fn transitions(data: &[u8]) -> Option<[Transitions; 2]> {
    let (numbers, rest) = data.as_chunks::<2>();
    if numbers.len() != 2 * TAGS * TAGS || !rest.is_empty() {
        return None;
    }
    let mut numbers = numbers.iter().map(|bytes| i32::from(i16::from_le_bytes(*bytes)));
    let mut passes = [[[0; TAGS]; TAGS]; 2];
    for weight in passes.iter_mut().flatten().flatten() {
        *weight = numbers.next()?;
    }
    Some(passes)
}

fn calibration(data: &[u8]) -> Option<[[u16; MARGINS]; 6]> {
    let (numbers, rest) = data.as_chunks::<2>();
    if numbers.len() != 6 * MARGINS || !rest.is_empty() {
        return None;
    }
    let mut numbers = numbers.iter().map(|bytes| u16::from_le_bytes(*bytes));
    let mut tables = [[0; MARGINS]; 6];
    for entry in tables.iter_mut().flatten() {
        *entry = numbers.next()?;
    }
    Some(tables)
}

/// Marks a tag as one of the codes that the file counts by.
const _: () = assert!(TAGS == 1 + 2 * 6 && (TAGS as Tag) < FAR);
