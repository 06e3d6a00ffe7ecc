//! The regular expressions of a list.
//!
//! The engine is linear in the text for every expression, but not if it is run on a text again and again: a search that
//! finds little may read far. So each is tried once at each word, over a bounded stretch.

use regex_lite::{Regex, RegexBuilder};

use super::OwnId;
use crate::segment::{Segments, TokenIndex};

/// Bytes that all patterns of a list may take together when they are compiled, which is what trying them costs. At the most
/// hostile, an article of a thousand words then takes half a second.
const MOST_COMPILED: usize = 48 << 10;
/// What one pattern may take of it.
const MOST_OF_ONE: usize = 8 << 10;
/// In steps of how many bytes that is counted.
const STEP: usize = 512;
/// Bytes of the longest stretch that a pattern can match.
const LONGEST_MATCH: u32 = 64;
/// How deep groups may stand in groups.
const MOST_NESTED: u32 = 20;

/// Patterns with their entries, in the order of the list.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    patterns: Vec<(Regex, OwnId)>,
    /// Bytes that they take, rounded up.
    compiled: usize,
}

impl Patterns {
    /// Adds a pattern of the entry `id`, or says what is wrong with it.
    pub(super) fn add(&mut self, pattern: &str, ignore_case: bool, id: OwnId) -> Result<(), String> {
        if pattern.trim().is_empty() {
            return Err("it is empty: fill it in or take it out".to_owned());
        }
        // Alone first: what is put around it below must not make two halves whole.
        let (alone, _) = compile(pattern, ignore_case)?;
        if alone.is_match("") {
            return Err("it matches where nothing stands, and so everywhere: let it ask for at least one character".to_owned());
        }
        let (at_start, size) = compile(&format!("^(?:{pattern})"), ignore_case)?;
        if self.compiled + size > MOST_COMPILED {
            return Err(format!(
                "with it, the patterns of the list take more than {MOST_COMPILED} bytes when they are compiled: shorten some, lower their counts, or give names as aliases"
            ));
        }
        self.compiled += size;
        self.patterns.push((at_start, id));
        Ok(())
    }

    /// The longest match that begins at the token `at` and ends with a token before `end`, with how many tokens it takes.
    pub(super) fn longest(&self, segments: &Segments<'_>, at: TokenIndex, end: TokenIndex) -> Option<(usize, OwnId)> {
        if self.patterns.is_empty() || at >= end {
            return None;
        }
        let from = segments.tokens[at].span.start;
        // Whole tokens, so that no character and no word is cut.
        let last = (at..end).take_while(|&last| segments.tokens[last].span.end - from <= LONGEST_MATCH).last()?;
        let text = segments.slice(segments.span(at..last + 1));
        let mut found: Option<(usize, OwnId)> = None;
        for (pattern, id) in &self.patterns {
            let Some(matched) = pattern.find(text).filter(|matched| !matched.is_empty()) else { continue };
            let stop = from + matched.end() as u32;
            let length = segments.token_at(stop - 1) + 1 - at;
            let is_whole = segments.tokens.get(at + length - 1).is_some_and(|token| token.span.end == stop);
            if is_whole && found.is_none_or(|(longest, _)| length > longest) {
                found = Some((length, *id));
            }
        }
        found
    }
}

/// The compiled `pattern` and the bytes that it takes, or what is wrong with it.
fn compile(pattern: &str, ignore_case: bool) -> Result<(Regex, usize), String> {
    let mut builder = RegexBuilder::new(pattern);
    builder.case_insensitive(ignore_case).nest_limit(MOST_NESTED);
    let fits = (STEP..=MOST_OF_ONE).step_by(STEP).find_map(|size| Some((builder.size_limit(size).build().ok()?, size)));
    fits.ok_or_else(|| match builder.size_limit(MOST_COMPILED * 32).build() {
        Ok(_) => format!("it takes more than {} bytes when it is compiled: shorten it, or lower its counts", MOST_OF_ONE),
        Err(error) => format!("it is no regular expression that can be used ({error}): correct it, or give the names as aliases"),
    })
}
