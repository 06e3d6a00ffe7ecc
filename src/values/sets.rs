//! Times that return: "every Friday", "Fridays", "each year", "every two weeks", "twice a week", "daily", "annually".
//!
//! The value is the length between two of them, or the weekday that returns (XXXX-WXX-5).

use time::Weekday;

use super::calendar::Unit;
use super::decimal::Decimal;
use super::durations::period;
use super::numbers::{self, Count};
use super::openings::Add;
use super::reader::Reader;
use super::vocabulary::{all_weekdays, any_month, part_of_day, time_unit, weekday, weekdays};
use super::{Context, Found, Reading};
use crate::annotations::ValueType;
use crate::lists::list;
use crate::segment::{Kind, TokenIndex};

/// Adverbs and adjectives of return: the unit, how many of it, and a confidence in hundredths.
const WORDS: &[(&str, Unit, u64, u16)] = &[
    ("hourly", Unit::Hour, 1, 75),
    ("daily", Unit::Day, 1, 75),
    ("nightly", Unit::Day, 1, 75),
    ("weekly", Unit::Week, 1, 78),
    ("biweekly", Unit::Week, 2, 60),
    ("fortnightly", Unit::Week, 2, 85),
    ("monthly", Unit::Month, 1, 78),
    ("quarterly", Unit::Month, 3, 65),
    ("yearly", Unit::Year, 1, 82),
    ("annually", Unit::Year, 1, 90),
    ("annual", Unit::Year, 1, 70),
];

/// Words before what returns.
const EVERY: &[&str] = &["every", "each"];

/// What stands between an amount and the unit of time that distributes it.
const PER: &str = "per";

/// The same, where what stands before shows that it distributes.
const ARTICLES: &[&str] = &["a", "an"];

/// What a set begins with.
pub(super) fn openings(add: Add<'_>) {
    all_weekdays(add);
    for (word, ..) in WORDS {
        add(word);
    }
    for words in [EVERY, ARTICLES, &[PER]] {
        words.iter().for_each(|word| add(word));
    }
}

/// Reads a set at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, _: &Context) -> Option<Reading> {
    let found = word(reader, at).or_else(|| every(reader, at)).or_else(|| plural(reader, at)).or_else(|| per(reader, at))?;
    Some(found.into())
}

fn set(tokens: std::ops::Range<TokenIndex>, value: Option<String>, confidence: u16) -> Found {
    Found::new(ValueType::Set, tokens, value, confidence)
}

fn weekday_value(day: Weekday) -> String {
    format!("XXXX-WXX-{}", day.number_from_monday())
}

fn word(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    let &(_, unit, times, confidence) = WORDS.iter().find(|(word, ..)| reader.is(at, word))?;
    // "the Daily Mail", "Weekly Standard": a paper's name.
    let named = reader.is_capitalised(at) && (at > reader.start() || reader.is_capitalised(at + 1));
    let confidence = if named { 20 } else { confidence };
    Some(set(at..at + 1, period(unit, Decimal::whole(times)), confidence))
}

/// "every Friday", "each year", "every two weeks", "every other day".
fn every(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    if !reader.one_of(at, EVERY) {
        return None;
    }
    let next = at + 1;
    let day = reader.lower(next);
    if let Some(day) = weekday(day) {
        let part = part_of_day(reader.lower(next + 1));
        let value = format!("{}{}", weekday_value(day), part.map_or("", |part| part.code()));
        return Some(set(at..next + if part.is_some() { 2 } else { 1 }, Some(value), 94));
    }
    if let Some(month) = any_month(day).filter(|_| reader.is_capitalised(next)) {
        return Some(set(at..next + 1, Some(format!("XXXX-{:02}", u8::from(month))), 88));
    }
    if let Some(part) = part_of_day(day) {
        return Some(set(at..next + 1, Some(format!("XXXX-XX-XX{}", part.code())), 88));
    }
    if let Some(named) = time_unit(day).filter(|named| !named.plural && named.unit >= Unit::Minute) {
        return Some(set(at..next + 1, period(named.unit, Decimal::whole(named.times)), 92));
    }
    let (noun, count) = if reader.is(next, "other") {
        (next + 1, Decimal::whole(2))
    } else {
        let counted = numbers::count(reader, next, false)?;
        let Count::Exact(amount) = counted.count else { return None };
        (counted.end, amount)
    };
    let named = time_unit(reader.lower(noun)).filter(|named| named.plural || reader.is(next, "other"))?;
    Some(set(at..noun + 1, period(named.unit, count.times(named.times)?), 92))
}

/// "Fridays", "on Saturday nights"
fn plural(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    if !reader.is_capitalised(at) {
        return None;
    }
    let word = reader.lower(at);
    if let Some(day) = weekdays(word) {
        return Some(set(at..at + 1, Some(weekday_value(day)), 88));
    }
    let part = reader.lower(at + 1).strip_suffix('s').and_then(part_of_day)?;
    Some(set(at..at + 2, Some(format!("{}{}", weekday_value(weekday(word)?), part.code())), 88))
}

/// "per day", "a year" behind an amount, "once a week".
fn per(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    let noun = at + 1;
    let named = time_unit(reader.lower(noun)).filter(|named| !named.plural && named.unit >= Unit::Hour && named.times == 1)?;
    let value = period(named.unit, Decimal::ONE);
    match reader.lower(at) {
        // "miles per hour" is read by the unit before it comes here.
        PER => Some(set(at..noun + 1, value, 85)),
        article
            if ARTICLES.contains(&article)
                && distributes(reader, at)
                && !reader.one_of(noun + 1, &["ago", "later", "earlier", "after", "before", "and", "or", "in"]) =>
        {
            Some(set(at..noun + 1, value, 72))
        }
        _ => None,
    }
}

/// Whether what stands before "a year" is an amount that the year distributes.
fn distributes(reader: &Reader<'_>, at: TokenIndex) -> bool {
    let before = reader.before(at, 1);
    let number = at.checked_sub(1).is_some_and(|back| reader.kind(back) == Some(Kind::Number));
    let known = list!("%|billion|cent|day|hundred|million|once|percent|thousand|thrice|time|times|twice").contains(before);
    // "dozens of interviews a day": a noun in the plural, in small letters.
    let plural = at.checked_sub(1).is_some_and(|back| reader.is_lower_case(back)) && before.len() > 3 && before.ends_with('s');
    let verb = list!("across|always|has|is|lasts|less|perhaps|spends|takes|this|was").contains(before);
    number || known || (plural && !verb && !before.ends_with("ss"))
}
