//! The features of one token, as hashes: what it looks like, what stands around it, and what the lexicon says.
//!
//! A feature is a template and one or two hashed values. No text is formatted and nothing is allocated: each feature is
//! handed to the caller as it is made. The templates follow the usual ones of named-entity taggers (Ratinov and Roth 2009).
//! Their numbers are part of the weights file: a change here is a new version there.

use super::view::{Casing, Word};
use crate::document::Role;
use crate::segment::Kind;

/// One sentence as the features see it.
#[derive(Debug, Clone, Copy)]
pub struct Context<'w> {
    /// Its words.
    pub words: &'w [Word],
    /// How it is cased.
    pub casing: Casing,
    /// What its block is.
    pub role: Role,
}

/// Mixes a template and two values into 32 bits; callers use as many of the upper ones as they have room for.
pub fn mix(template: u32, first: u64, second: u64) -> u32 {
    let hash = (first ^ u64::from(template).wrapping_mul(0x9E37_79B9_7F4A_7C15)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    let hash = (hash ^ (hash >> 32)).wrapping_add(second.rotate_left(21)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    ((hash ^ (hash >> 29)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// What stands before the first and after the last word of a sentence.
const EDGE: u64 = 7;

/// A stretch of capitalised words, with the hyphens and initials between them.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    start: usize,
    end: usize,
}

fn in_run(word: &Word) -> bool {
    word.is_capitalised
}

fn run_around(words: &[Word], at: usize) -> Run {
    let joins = |index: usize| words.get(index).is_some_and(in_run);
    let (mut start, mut end) = (at, at + 1);
    // A run is cut at eight words on each side: longer ones are headlines.
    while start > 0 && joins(start - 1) && at - start < 8 {
        start -= 1;
    }
    while joins(end) && end - at < 8 {
        end += 1;
    }
    Run { start, end }
}

/// Hands every feature of the word at `at` to `sink`.
pub fn features(context: &Context<'_>, at: usize, mut sink: impl FnMut(u32)) {
    let words = context.words;
    let Some(word) = words.get(at) else { return };
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|index| words.get(index));
    let lower = |offset: isize| near(offset).map_or(EDGE, |w| w.lower);
    let shape = |offset: isize| near(offset).map_or(EDGE, |w| w.shape);
    let mut put = |template: u32, first: u64, second: u64| sink(mix(template, first, second));

    put(0, 0, 0);
    put(1, word.lower, 0);
    put(2, word.lower, word.case as u64 + 1);
    put(3, word.shape, 0);
    for (index, (&prefix, &suffix)) in word.prefixes.iter().zip(&word.suffixes).enumerate() {
        let index = index as u32;
        if prefix != 0 {
            put(4 + index, prefix, 0);
            put(7 + index, suffix, word.case as u64 + 1);
        }
    }
    put(10, lower(-2), 0);
    put(11, lower(-1), 0);
    put(12, lower(1), 0);
    put(13, lower(2), 0);
    put(14, shape(-2), 0);
    put(15, shape(-1), 0);
    put(16, shape(1), 0);
    put(17, shape(2), 0);
    put(18, lower(-1), word.lower);
    put(19, word.lower, lower(1));
    put(20, shape(-1), word.shape);
    put(21, word.shape, shape(1));
    put(22, lower(-1), word.shape);
    put(23, word.shape, lower(1));
    put(24, shape(-1).wrapping_add(word.shape.rotate_left(20)), shape(1));
    put(25, lower(-2), lower(-1));
    put(26, lower(1), lower(2));

    put(59, lower(-3), 0);
    put(60, lower(3), 0);
    // Words part at hyphens; what stands on the other side belongs to the same word of the text.
    if word.is_inner_hyphen {
        put(61, shape(-1), shape(1));
        put(62, lower(1), shape(-1));
        put(63, lower(-1), shape(1));
    }
    if near(-1).is_some_and(|w| w.is_inner_hyphen) {
        put(64, word.lower, shape(-2));
        put(65, word.shape, shape(-2));
        put(66, word.shape, shape(-3));
        put(67, lower(-2), word.shape);
    }
    if near(1).is_some_and(|w| w.is_inner_hyphen) {
        put(68, word.shape, lower(2));
        put(69, word.shape, shape(2));
    }

    let titles = [-2, -1, 0, 1].map(|offset| near(offset).is_some_and(|w| w.is_title));
    if titles.contains(&true) {
        let titles = titles.iter().fold(0, |all, &title| all * 2 + u64::from(title));
        put(37, titles, word.case as u64 + 1);
        put(38, titles, shape(-1));
        put(39, titles, shape(1));
    }

    let first = at == 0 || words[..at].iter().all(|w| w.kind != Kind::Word && w.kind != Kind::Number);
    let place = (context.casing as u64) * 2 + u64::from(first) + 1;
    put(27, place, word.shape);
    if first {
        put(28, word.lower, 1);
    }
    put(29, context.role as u64 + 1, word.case as u64 + 1);

    if word.is_capitalised && context.casing == Casing::Running {
        let run = run_around(words, at);
        let length = (run.end - run.start).min(4) as u64;
        let position = (at - run.start).min(3) as u64 + 4 * u64::from(at + 1 == run.end) + 1;
        let before = run.start.checked_sub(1).map_or(EDGE, |index| words[index].lower);
        let after = words.get(run.end).map_or(EDGE, |w| w.lower);
        put(30, length, position);
        put(31, before, position);
        put(32, after, position);
        put(33, words[run.start].lower, position);
        put(34, words[run.end - 1].lower, position);
        put(35, before, after);
        if length > 1 {
            put(36, words[run.end - 1].suffixes[1], position);
        }
    }

    for (offset, template) in [(-1, 40), (0, 41), (1, 42)] {
        let Some(other) = near(offset) else { continue };
        let hint = other.hint;
        if hint.0 != 0 {
            put(template, u64::from(hint.0), 1);
            if offset == 0 {
                put(43, u64::from(hint.0), word.shape);
                if first {
                    put(44, u64::from(hint.0), place);
                }
                let next = near(1).map_or(0, |w| w.hint.0);
                put(45, u64::from(hint.0), u64::from(next) + 1);
            }
        }
        let [large, small] = other.clusters.map(u64::from);
        if small != 0 {
            put(template + 10, small, 1);
            put(template + 13, large, 1);
        }
    }
    let [large, small] = word.clusters.map(u64::from);
    if small != 0 {
        put(56, small, word.case as u64 + 1);
        if let Some(before) = near(-1) {
            put(57, u64::from(before.clusters[0]), large);
        }
        if let Some(after) = near(1) {
            put(58, large, u64::from(after.clusters[0]));
        }
    }
}
