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
    "begins",
    "starts",
    "opens",
    "resumes",
    "reconvenes",
    "expires",
    "ends",
];

/// Words before a date that put it ahead of the speaker.
const AHEAD: &[&str] = &["by", "until", "till", "starting", "beginning"];

/// Words that put the infinitive behind them ahead: "agreed to meet", "is to begin".
const INTENT: &[&str] = &[
    "is",
    "are",
    "going",
    "set",
    "due",
    "about",
    "ready",
    "wants",
    "want",
    "wanted",
    "decided",
    "agreed",
    "planned",
    "plans",
    "planning",
    "vowed",
    "pledged",
    "promised",
    "expected",
    "scheduled",
    "hopes",
    "hoped",
    "hoping",
    "intends",
    "intended",
    "prepared",
    "preparing",
    "ordered",
    "asked",
    "urged",
    "needs",
    "willing",
    "likely",
    "expects",
    "agrees",
    "invited",
    "threatened",
    "offered",
    "refused",
];

/// Past forms that do not end in -ed.
const IRREGULAR: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "met", "made", "went", "came", "took", "got", "gave", "found", "left", "held", "began",
    "became", "saw", "knew", "thought", "brought", "bought", "caught", "fought", "sought", "taught", "felt", "kept", "led", "lost", "paid",
    "sent", "sold", "spent", "spoke", "stood", "struck", "swept", "threw", "won", "wrote", "broke", "chose", "drew", "drove", "fell",
    "flew", "grew", "rose", "ran", "sang", "sank", "shook", "shot", "showed", "swore", "wore", "built", "dealt", "hid", "hung", "laid",
    "lay", "meant", "rode", "sat", "slept", "stole", "withdrew", "been", "born", "killed", "ago", "dated",
];

/// Verbs whose past looks like the present: past only where no other verb governs them.
const UNCHANGED: &[&str] = &["shut", "hit", "cut", "quit", "split", "spread", "beat", "read", "hurt", "burst", "cast"];

/// The tense of the clause around `tokens`.
pub(super) fn around(reader: &Reader<'_>, tokens: Range<TokenIndex>) -> Tense {
    // "by Friday", "until March", "as soon as Tuesday".
    let tokens = before_clock(reader, tokens.start)..tokens.end;
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
    if near == "since" {
        return Tense::Past;
    }
    if reader.one_of(tokens.end, &["was", "were", "had"]) {
        return Tense::Past;
    }
    if reader.kind(tokens.end) == Some(Kind::Possessive) {
        return of_owner(reader, &tokens, near);
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

/// "Wednesday's ruling" has been made unless the verb behind it says otherwise, whatever the clause before it plans.
fn of_owner(reader: &Reader<'_>, tokens: &Range<TokenIndex>, near: &str) -> Tense {
    if matches!(near, "for" | "before") || (near == "of" && reader.before(tokens.start, 2) == "ahead") {
        return Tense::Future;
    }
    let mut behind = (tokens.end + 1..(tokens.end + REACH).min(reader.end())).map(|at| shown(reader, at));
    behind.find(|tense| *tense != Tense::Unknown).unwrap_or(Tense::Past)
}

/// The start of the time of day that stands before a date, so that "until 9 a.m. Tuesday" is read like "until Tuesday".
fn before_clock(reader: &Reader<'_>, at: TokenIndex) -> TokenIndex {
    let clock = |back: TokenIndex| {
        matches!(reader.lower(back), "a.m." | "p.m." | "am" | "pm" | "noon" | "midnight")
            || super::vocabulary::zone(reader.word(back)).is_some()
    };
    let mut start = at;
    while start > reader.start() && clock(start - 1) {
        start -= 1;
    }
    let moved = start < at;
    if moved && start > reader.start() && reader.kind(start - 1) == Some(Kind::Number) { start - 1 } else { start }
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
    if word == "to" && INTENT.contains(&reader.before(at, 1)) {
        return Tense::Future;
    }
    if UNCHANGED.contains(&word) {
        let governed = FUTURE.contains(&reader.before(at, 1)) || matches!(reader.before(at, 1), "to" | "not" | "be");
        return if governed { Tense::Unknown } else { Tense::Past };
    }
    if IRREGULAR.contains(&word) || (word.len() > 3 && word.ends_with("ed") && !matches!(word, "need" | "speed" | "indeed" | "united")) {
        return Tense::Past;
    }
    Tense::Unknown
}
