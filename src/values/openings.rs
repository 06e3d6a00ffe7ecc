//! Which grammars can begin with a word, so that a word that begins no value costs one look and not eleven grammars.
//!
//! Each grammar names the phrases that it can begin with from the same tables that it reads by. Their first words are kept as
//! a Bloom filter with one hash function (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970), one bit
//! for each grammar: it lets some words through that begin nothing, which costs time only, and never holds back one that
//! begins a value. So it has no part in any answer.

use std::sync::LazyLock;

use super::GRAMMARS;
use crate::segment::Kind;

/// Takes the phrases that a grammar can begin with, in any case; only the first word of each matters.
pub(super) type Add<'a> = &'a mut dyn FnMut(&str);

/// A power of two, about ten times as many as there are first words, so that about one foreign word in ten gets through.
const SLOTS: usize = 4096;

/// The first words of all grammars.
pub(super) struct Openings {
    /// By the hash of a word, the grammars that can begin with it.
    slots: [GrammarSet; SLOTS],
}

/// The openings of [`GRAMMARS`].
pub(super) static OPENINGS: LazyLock<Openings> = LazyLock::new(|| {
    let mut slots = [GrammarSet::NONE; SLOTS];
    for (place, grammar) in GRAMMARS.iter().enumerate() {
        (grammar.openings)(&mut |phrase| slots[slot(phrase)].insert(place));
    }
    Openings { slots }
});

impl Openings {
    /// The grammars that may begin with a token of this kind, which is `word` in lower case.
    pub(super) fn grammars(&self, kind: Kind, word: &str) -> GrammarSet {
        match kind {
            Kind::Stop | Kind::Mark | Kind::Possessive => GrammarSet::NONE,
            Kind::Number => GrammarSet::ALL,
            // "21st", "1990s", "FY2019", "Q3" are in no table.
            Kind::Word if word.bytes().any(|byte| byte.is_ascii_digit()) => GrammarSet::ALL,
            Kind::Word | Kind::Symbol => self.slots[slot(word)],
        }
    }

    /// What holds nothing back.
    #[cfg(test)]
    pub(super) fn of_everything() -> Self {
        Openings { slots: [GrammarSet::ALL; SLOTS] }
    }
}

/// Some of [`GRAMMARS`], as bits by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GrammarSet(u16);

impl GrammarSet {
    const NONE: GrammarSet = GrammarSet(0);
    const ALL: GrammarSet = GrammarSet(u16::MAX);

    fn insert(&mut self, place: usize) {
        self.0 |= 1 << place;
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn contains(self, place: usize) -> bool {
        self.0 & (1 << place) != 0
    }
}

const _: () = assert!(GRAMMARS.len() <= u16::BITS as usize, "a grammar has no bit of its own");

/// Where the first word of `phrase` is kept. A plural's s and an abbreviation's full stop say nothing here, since the tables
/// hold singulars and words without their stop. The hash is FNV-1a (Fowler, Noll and Vo, 1991).
fn slot(phrase: &str) -> usize {
    let first = phrase.bytes().position(|byte| matches!(byte, b' ' | b'\'')).filter(|&end| end > 0).unwrap_or(phrase.len());
    let mut stem = phrase.as_bytes().get(..first).unwrap_or_default();
    while let [rest @ .., b'.'] = stem {
        stem = rest;
    }
    if let [rest @ .., b's' | b'S'] = stem {
        stem = rest;
    }
    let hash = stem.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193));
    // The upper bits are the better mixed ones.
    (hash >> (u32::BITS - SLOTS.ilog2())) as usize
}
