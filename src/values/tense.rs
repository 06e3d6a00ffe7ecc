//! Whether a clause speaks of the past or the future, as far as its words show it.
//!
//! A bare weekday is read by this. It is no parser: the nearest word that shows tense decides, to the left before to the
//! right, within the sentence and a fixed reach, so that a hostile text costs no more than another.

use std::ops::Range;

use super::reader::Reader;
use crate::lists::{List, list};
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
const FUTURE: &List = list!(
    "'ll|aims|begins|can|could|due|ends|expected|expects|expires|hopes|hoping|intends|likely|may|might|must|opens|plan|planned|\
    planning|plans|poised|promises|reconvenes|resumes|scheduled|shall|should|slated|starts|tomorrow|upcoming|vows|will|won't|\
    won’t|would|’ll"
);

/// Words before a date that put it ahead of the speaker.
const AHEAD: &List = list!("beginning|by|starting|till|until");

/// Words that put the infinitive behind them ahead: "agreed to meet", "is to begin".
const INTENT: &List = list!(
    "about|agreed|agrees|are|asked|decided|due|expected|expects|going|hoped|hopes|hoping|intended|intends|invited|is|likely|needs|\
    offered|ordered|planned|planning|plans|pledged|prepared|preparing|promised|ready|refused|scheduled|set|threatened|urged|vowed|\
    want|wanted|wants|willing"
);

/// Past forms that do not end in -ed.
const IRREGULAR: &List = list!(
    "ago|became|been|began|born|bought|broke|brought|built|came|caught|chose|dated|dealt|did|drew|drove|fell|felt|flew|fought|\
    found|gave|got|grew|had|held|hid|hung|kept|killed|knew|laid|lay|led|left|lost|made|meant|met|paid|ran|rode|rose|said|sang|\
    sank|sat|saw|sent|shook|shot|showed|slept|sold|sought|spent|spoke|stole|stood|struck|swept|swore|taught|thought|threw|told|\
    took|was|went|were|withdrew|won|wore|wrote"
);

/// Verbs whose past looks like the present: past only where no other verb governs them.
const UNCHANGED: &List = list!("beat|burst|cast|cut|hit|hurt|quit|read|shut|split|spread");

/// The tense of the clause around `tokens`.
pub(super) fn around(reader: &Reader<'_>, tokens: Range<TokenIndex>) -> Tense {
    // "by Friday", "until March", "as soon as Tuesday".
    let tokens = before_clock(reader, tokens.start)..tokens.end;
    let near = reader.before(tokens.start, 1);
    if AHEAD.contains(near) {
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
    (low..high).any(|at| FUTURE.contains(reader.lower(at)))
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
    if FUTURE.contains(word) || word.ends_with("'ll") || word.ends_with("’ll") {
        // "would have gone", "was expected": the words behind or before turn it back, but news says so rarely.
        return Tense::Future;
    }
    // "is to meet", "are to begin", "is going to".
    if word == "to" && INTENT.contains(reader.before(at, 1)) {
        return Tense::Future;
    }
    if UNCHANGED.contains(word) {
        let governed = FUTURE.contains(reader.before(at, 1)) || matches!(reader.before(at, 1), "to" | "not" | "be");
        return if governed { Tense::Unknown } else { Tense::Past };
    }
    if IRREGULAR.contains(word) || (word.len() > 3 && word.ends_with("ed") && !matches!(word, "need" | "speed" | "indeed" | "united")) {
        return Tense::Past;
    }
    Tense::Unknown
}
