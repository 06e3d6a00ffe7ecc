//! Dates, times, durations, sets, money, percentages and quantities, with their normalised values.
//!
//! One grammar for each kind of value reads tokens from a given place and says how far it got; this module offers every token
//! to those of them that can begin with it, keeps the longest reading and goes on behind it. The words live in tables beside their grammar, so that
//! adding a unit or a currency is one line. A date that is not determined gets no value: nothing here guesses.
//! Cost: linear in the text, since no grammar reads further than a fixed number of tokens.

mod calendar;
mod countries;
mod currencies;
mod dates;
mod decimal;
mod durations;
mod figures;
mod holidays;
mod money;
mod numbers;
mod openings;
mod parts;
mod quantities;
mod reader;
mod relative;
mod sets;
mod shares;
mod tense;
mod times;
mod units;
mod vocabulary;
mod years;

use std::ops::Range;

use time::Date;

use crate::annotations::{Confidence, Value, ValueType};
use crate::segment::{Segments, TokenIndex};
use calendar::Period;
use countries::Purse;
use openings::{Add, OPENINGS, Openings};
use reader::{LastCount, Reader};

/// One value as a grammar found it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    tokens: Range<TokenIndex>,
    kind: ValueType,
    value: Option<String>,
    /// In hundredths.
    confidence: u16,
    /// The stretch of the calendar it names, against which "the next day" is resolved.
    period: Option<Period>,
}

impl Found {
    fn new(kind: ValueType, tokens: Range<TokenIndex>, value: Option<String>, confidence: u16) -> Self {
        Found { tokens, kind, value, confidence, period: None }
    }

    /// A date; one without a period is a date all the same, only not known which.
    fn date(tokens: Range<TokenIndex>, period: Option<Period>, confidence: u16) -> Self {
        let kind = if matches!(period, Some(Period::PartOfDay(..))) { ValueType::Time } else { ValueType::Date };
        Found { period, ..Found::new(kind, tokens, period.map(|period| period.to_string()), confidence) }
    }
}

/// What one grammar read: a value, or the two ends of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Reading {
    first: Found,
    second: Option<Found>,
}

impl Reading {
    fn pair(first: Found, second: Found) -> Self {
        Reading { first, second: Some(second) }
    }

    fn end(&self) -> TokenIndex {
        self.second.as_ref().unwrap_or(&self.first).tokens.end
    }
}

impl From<Found> for Reading {
    fn from(first: Found) -> Self {
        Reading { first, second: None }
    }
}

/// What a date is resolved against.
#[derive(Debug, Clone, Copy)]
struct Context {
    published: Option<Date>,
    /// The nearest date before, in this block.
    anchor: Option<Period>,
    /// Where in this sentence that date ends, if it is in this sentence.
    anchor_end: Option<TokenIndex>,
    /// Months that are somebody's name in this document, as bits.
    names: u16,
    /// Whose money a shared word means in this document.
    purse: Purse,
}

/// Below this many hundredths a reading is so unlikely that it would only be noise, also for callers who want everything.
const FLOOR: u16 = 35;

/// What reads one kind of value.
struct Grammar {
    /// Reads a value that begins at the token given.
    read: fn(&Reader<'_>, TokenIndex, &Context) -> Option<Reading>,
    /// Names every phrase that a value can begin with, unless its first word has a digit in it.
    openings: fn(Add<'_>),
}

/// In order of precedence: of two readings of the same length the earlier one stands.
const GRAMMARS: &[Grammar] = &[
    Grammar { read: money::read, openings: money::openings },
    Grammar { read: shares::read, openings: shares::openings },
    Grammar { read: times::read, openings: times::openings },
    Grammar { read: holidays::read, openings: holidays::openings },
    Grammar { read: parts::read, openings: parts::openings },
    Grammar { read: dates::read, openings: dates::openings },
    Grammar { read: years::read, openings: years::openings },
    Grammar { read: relative::read, openings: relative::openings },
    Grammar { read: sets::read, openings: sets::openings },
    Grammar { read: durations::read, openings: durations::openings },
    Grammar { read: quantities::read, openings: quantities::openings },
];

/// The values in a document published on the day given, in reading order; they do not overlap.
pub(crate) fn find(segments: &Segments<'_>, published: Option<Date>) -> Vec<Value> {
    find_by(&OPENINGS, segments, published)
}

/// The same, with the filter that says which grammars are asked.
fn find_by(openings: &Openings, segments: &Segments<'_>, published: Option<Date>) -> Vec<Value> {
    let words: Vec<&str> = (0..segments.tokens.len()).map(|index| segments.lower(index)).collect();
    let mut values = Vec::new();
    let mut context =
        Context { published, anchor: None, anchor_end: None, names: dates::months_as_names(segments), purse: Purse::of(segments) };
    let mut block = None;
    for sentence in &segments.sentences {
        if block.replace(sentence.block) != Some(sentence.block) {
            context.anchor = None;
        }
        context.anchor_end = None;
        let counted = LastCount::default();
        let reader = Reader::new(segments, &words, sentence.tokens.clone(), &counted);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some(reading) = longest(openings, &reader, at, &context) else {
                at += 1;
                continue;
            };
            at = reading.end().max(at + 1);
            for found in std::iter::once(reading.first).chain(reading.second).filter(|found| found.confidence >= FLOOR) {
                if found.period.is_some() {
                    context.anchor = found.period;
                    context.anchor_end = Some(found.tokens.end);
                }
                values.push(Value {
                    kind: found.kind,
                    span: reader.span(found.tokens),
                    value: found.value,
                    confidence: Confidence::percent(found.confidence),
                    first_day: found.period.and_then(|period| period.first_day()),
                });
            }
        }
    }
    values
}

/// The longest reading that begins at `at`.
fn longest(openings: &Openings, reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    let able = openings.grammars(reader.kind(at)?, reader.lower(at));
    if able.is_empty() {
        return None;
    }
    let mut best: Option<Reading> = None;
    for (_, grammar) in GRAMMARS.iter().enumerate().filter(|(place, _)| able.contains(*place)) {
        if let Some(reading) = (grammar.read)(reader, at, context)
            && best.as_ref().is_none_or(|best| reading.end() > best.end())
        {
            best = Some(reading);
        }
    }
    best
}

#[cfg(test)]
mod tests;
