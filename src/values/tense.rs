//! Whether a clause speaks of the past or the future, as far as its words show it.
//!
//! A bare weekday is read by this. It is no parser: the nearest word that shows tense decides, to the left before to the
//! right, within the sentence and a fixed reach, so that a hostile text costs no more than another.

use std::ops::Range;

use super::reader::Reader;
use crate::segment::{Kind, TokenIndex};

/// Where a clause lies in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How many tokens away a word may still decide: about the length of a clause.
const REACH: usize = 14;

/// Words after which a verb lies in the future.
const FUTURE: &[&str] = &[
    "will",
    "'ll",
    "’ll",
    "won't",
    "won’t",
    "shall",
    "would",
    "could",
    "may",
    "might",
    "must",
    "should",
    "can",
    "tomorrow",
    "upcoming",
    "scheduled",
    "expected",
    "due",
    "slated",
    "poised",
    "likely",
    "plans",
    "plan",
    "planning",
    "planned",
    "hopes",
    "hoping",
    "intends",
    "expects",
    "aims",
    "vows",
    "promises",
];

/// Words before a date that put it ahead of the speaker.
const AHEAD: &[&str] = &["by", "until", "till", "starting", "beginning"];

/// Past forms that do not end in -ed.
const IRREGULAR: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "met", "made", "went", "came", "took", "got", "gave", "found", "left", "held", "began",
    "became", "saw", "knew", "thought", "brought", "bought", "caught", "fought", "sought", "taught", "felt", "kept", "led", "lost", "paid",
    "sent", "sold", "spent", "spoke", "stood", "struck", "swept", "threw", "won", "wrote", "broke", "chose", "drew", "drove", "fell",
    "flew", "grew", "rose", "ran", "sang", "sank", "shook", "shot", "showed", "swore", "wore", "built", "dealt", "hid", "hung", "laid",
    "lay", "meant", "read", "rode", "sat", "slept", "stole", "withdrew", "been", "born", "killed", "ago", "dated",
];

/// The tense of the clause around `tokens`.
pub(super) fn around(reader: &Reader<'_>, tokens: Range<TokenIndex>) -> Tense {
    // "by Friday", "until March", "as soon as Tuesday".
    let near = reader.before(tokens.start, 1);
    if AHEAD.contains(&near) {
        // "until Thursday they had not called": the past tense of the clause outweighs the preposition.
        if past_nearby(reader, tokens.clone()) && !future_nearby(reader, &tokens) {
            return Tense::Past;
        }
        return Tense::Future;
    }
    if near == "as" && matches!(reader.before(tokens.start, 2), "soon" | "early" | "late") && reader.before(tokens.start, 3) == "as" {
        return Tense::Future;
    }
    let lowest = tokens.start.saturating_sub(REACH).max(reader.start());
    for at in (lowest..tokens.start).rev() {
        match shown(reader, at) {
            Tense::Unknown => {}
            shown => return shown,
        }
    }
    for at in tokens.end..(tokens.end + REACH).min(reader.end()) {
        match shown(reader, at) {
            Tense::Unknown => {}
            shown => return shown,
        }
    }
    Tense::Unknown
}

fn past_nearby(reader: &Reader<'_>, tokens: Range<TokenIndex>) -> bool {
    let low = tokens.start.saturating_sub(REACH).max(reader.start());
    let high = (tokens.end + REACH).min(reader.end());
    (low..high).any(|at| matches!(reader.lower(at), "was" | "were" | "had" | "did" | "didn't" | "wasn't" | "hadn't"))
}

fn future_nearby(reader: &Reader<'_>, tokens: &Range<TokenIndex>) -> bool {
    let low = tokens.start.saturating_sub(REACH).max(reader.start());
    let high = (tokens.end + REACH).min(reader.end());
    (low..high).any(|at| FUTURE.contains(&reader.lower(at)))
}

/// What the word at `at` shows by itself.
fn shown(reader: &Reader<'_>, at: TokenIndex) -> Tense {
    if reader.kind(at) != Some(Kind::Word) {
        return Tense::Unknown;
    }
    let word = reader.lower(at);
    if reader.is_capitalised(at) && at > reader.start() {
        return Tense::Unknown;
    }
    if FUTURE.contains(&word) || word.ends_with("'ll") || word.ends_with("’ll") {
        // "would have gone", "was expected": the words behind or before turn it back, but news says so rarely.
        return Tense::Future;
    }
    // "is to meet", "are to begin", "is going to".
    if word == "to" && matches!(reader.before(at, 1), "is" | "are" | "going" | "set" | "due" | "about" | "ready" | "wants" | "want") {
        return Tense::Future;
    }
    if IRREGULAR.contains(&word) || (word.len() > 3 && word.ends_with("ed") && !matches!(word, "need" | "speed" | "indeed" | "united")) {
        return Tense::Past;
    }
    Tense::Unknown
}
