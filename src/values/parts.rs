//! Parts of longer periods: "early December", "mid-March", "the late 1980s", "the end of May", "early next week".
//!
//! The value is that of the whole period: TIMEX3 keeps the part in an attribute that the answer does not carry. Only the
//! stretch of text grows.

use super::calendar::Unit;
use super::openings::Add;
use super::reader::Reader;
use super::{Context, Reading, dates, relative, years};
use crate::segment::TokenIndex;

/// Words that take the beginning, middle or end of what stands directly behind.
const DIRECT: &[&str] = &["early", "late", "mid"];

/// Phrases that take the beginning, middle or end of what follows.
const OF: &[&str] = &[
    "the end of",
    "the beginning of",
    "the start of",
    "the middle of",
    "the close of",
    "the tail end of",
    "the turn of",
    "the first days of",
    "the last days of",
    "the early part of",
    "the latter part of",
    "end of",
    "end",
];

/// What a part of a period begins with.
pub(super) fn openings(add: Add<'_>) {
    for phrases in [DIRECT, OF] {
        phrases.iter().for_each(|phrase| add(phrase));
    }
}

/// Reads a part of a period at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    if reader.one_of(at, DIRECT) {
        let inner = reader.skip_joint(at + 1);
        return widen(reader, at, inner, context);
    }
    let inner = OF.iter().filter_map(|phrase| reader.phrase(at, phrase)).max()?;
    // "end" alone must be joined: "end-May".
    if inner == at + 1 && !reader.is_joint(inner) {
        return None;
    }
    let inner = reader.skip_joint(inner);
    let reading = widen(reader, at, inner, context);
    reading.or_else(|| of_the_unit(reader, at, inner, context))
}

fn widen(reader: &Reader<'_>, at: TokenIndex, inner: TokenIndex, context: &Context) -> Option<Reading> {
    // Behind "the end of" stands "the 1990s", "the year".
    let core = if reader.is(inner, "the") { inner + 1 } else { inner };
    let mut reading = [inner, core]
        .into_iter()
        .filter_map(|from| {
            let grammars = [dates::read, years::read, relative::read];
            grammars.iter().filter_map(|grammar| grammar(reader, from, context)).max_by_key(Reading::end)
        })
        .max_by_key(Reading::end)?;
    // "early Friday" stays a day: news means the hours, not a part of the calendar.
    let is_long = reading.first.period.is_none_or(|period| period.unit() > Unit::Day);
    if !is_long || reading.first.kind != crate::annotations::ValueType::Date {
        return None;
    }
    reading.first.tokens.start = at;
    reading.first.confidence = reading.first.confidence.max(80);
    Some(reading)
}

/// "the end of the year": the running one.
fn of_the_unit(reader: &Reader<'_>, at: TokenIndex, inner: TokenIndex, context: &Context) -> Option<Reading> {
    if !reader.is(inner, "the") {
        return None;
    }
    let named = super::vocabulary::time_unit(reader.lower(inner + 1))?;
    // "the end of the day" is an idiom, and shorter units have no running one that a reader could look up.
    if named.plural || named.unit <= Unit::Day || named.times != 1 {
        return None;
    }
    let period = context.published.and_then(|date| super::calendar::Period::around(date, named.unit));
    Some(super::Found::date(at..inner + 2, period, 80).into())
}
