//! Lengths of time, and the dates they lead to: "48-hour", "four years", "the past two years", "half an hour",
//! "two weeks ago", "three days later".
//!
//! A length of unknown number gets an X for it, as in TIMEX3: "several days" is PXD.

use super::calendar::{Period, Unit, plus_days};
use super::decimal::Decimal;
use super::numbers::{self, Count};
use super::openings::Add;
use super::reader::Reader;
use super::vocabulary::{NamedUnit, time_unit, time_units};
use super::{Context, Found, Reading};
use crate::annotations::ValueType;
use crate::lists::{List, list};
use crate::segment::{Case, Kind, TokenIndex};

/// Words that may stand between a number and its unit.
const BETWEEN: &List = list!("additional|calendar|consecutive|extra|full|further|long|more|solid|straight|successive|whole|working");

/// Words before a number that widen the length and belong to it.
const BOUNDS: &[&str] = &["at least", "at most", "more than", "less than", "fewer than", "over", "under", "up to", "as many as"];

/// Pointers that place a length at its publication.
const POINTERS: &[&str] = &["past", "last", "next", "coming", "previous", "first", "final", "following", "preceding", "recent", "upcoming"];

/// What may stand before a pointer and belongs to the length.
const BEFORE_POINTERS: &[&str] = &["the", "these"];

/// What a length of time begins with.
pub(super) fn openings(add: Add<'_>) {
    numbers::openings(add);
    time_units(add);
    for phrases in [BOUNDS, POINTERS, BEFORE_POINTERS] {
        phrases.iter().for_each(|phrase| add(phrase));
    }
}

/// A length as it was read.
struct Length {
    end: TokenIndex,
    unit: Unit,
    /// Nothing for an unknown number.
    amount: Option<(Decimal, Option<Decimal>)>,
    /// Whether number and unit are joined: "48-hour".
    joined: bool,
    /// Whether "a" stands for the number.
    article: bool,
    confidence: u16,
}

/// Reads a length of time at `at`, or the date that "ago" and the like make of it.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    if let Some(found) = pointed(reader, at) {
        return Some(found.into());
    }
    let bound = BOUNDS.iter().find_map(|phrase| reader.phrase(at, phrase));
    let begin = bound.unwrap_or(at);
    let length = length(reader, begin)?;
    // "over a day" and "under a year" are lengths; "over 50 years old" too, but "over the year" is none.
    if let Some(found) = shifted(reader, at, &length, context) {
        return Some(found.into());
    }
    if length.article && figurative(reader, begin, &length) {
        return None;
    }
    // "59-year-old" says how old somebody is, not how long something lasted: ages are amounts of years, read in `quantities`.
    if length.amount.is_some() && reader.is_joint(length.end) && reader.one_of(length.end + 1, &["old", "olds"]) {
        return None;
    }
    let end = after_joint(reader, &length);
    Some(Found::new(ValueType::Duration, at..end, value(&length), length.confidence).into())
}

/// "a second chance", "a day earlier", "a minute": an article alone says little of length.
fn figurative(reader: &Reader<'_>, at: TokenIndex, length: &Length) -> bool {
    match length.unit {
        Unit::Second => true,
        Unit::Minute | Unit::Day => !matches!(reader.before(at, 1), "for" | "within" | "in" | "than" | "after" | "half"),
        _ => false,
    }
}

/// "long" behind a joined length: "month-long", "four-year-long".
fn after_joint(reader: &Reader<'_>, length: &Length) -> TokenIndex {
    let end = length.end;
    let joined = reader.is_joint(end) && reader.is(end + 1, "long");
    if joined { end + 2 } else { end }
}

fn length(reader: &Reader<'_>, at: TokenIndex) -> Option<Length> {
    half(reader, at).or_else(|| counted(reader, at)).or_else(|| joined_unit(reader, at)).or_else(|| bare(reader, at))
}

/// "half an hour", "half a century", "half-hour".
fn half(reader: &Reader<'_>, at: TokenIndex) -> Option<Length> {
    if !reader.is(at, numbers::HALF) {
        return None;
    }
    let joint = reader.is_joint(at + 1);
    if !joint && !reader.one_of(at + 1, &["a", "an"]) {
        return None;
    }
    let noun = at + 2;
    let named = time_unit(reader.lower(noun)).filter(|named| !named.plural && named.unit > Unit::Minute)?;
    let amount = Decimal::hundredths(50).times(named.times)?;
    Some(Length { end: noun + 1, unit: named.unit, amount: Some((amount, None)), joined: joint, article: false, confidence: 88 })
}

/// A number and a unit: "four years", "48-hour", "5 1/2 hours", "an hour and a half", "three to five days".
fn counted(reader: &Reader<'_>, at: TokenIndex) -> Option<Length> {
    let counted = numbers::count(reader, at, true)?;
    let article = reader.one_of(at, &["a", "an"]) && counted.end == at + 1;
    let joined = reader.is_joint(counted.end);
    let mut noun = reader.skip_joint(counted.end);
    if !joined && BETWEEN.contains(reader.lower(noun)) {
        noun += 1;
    }
    let mut named = time_unit(reader.lower(noun)).or_else(|| glued_unit(reader, noun))?;
    if is_title(reader, at, noun) {
        return None;
    }
    let single = counted.count == Count::Exact(Decimal::ONE);
    let fits = joined || named.plural != single || matches!(counted.count, Count::Exact(amount) if amount.is_fraction());
    // "two second places": a unit in the singular behind a number is no unit, except where it is cut short or joined.
    // "a six year effort": newspapers leave out this hyphen more than others.
    let loose = named.unit == Unit::Year && !named.plural && reader.kind(at) == Some(Kind::Word);
    if !fits && !loose {
        return None;
    }
    let quantity = match counted.count {
        Count::Exact(amount) => Some((amount.times(named.times)?, None)),
        Count::Range(low, high) => Some((low.times(named.times)?, Some(high.times(named.times)?))),
        Count::Vague => None,
    };
    let mut end = noun + 1;
    let mut quantity = quantity;
    if let (Some(after), Some((amount, None))) = (reader.phrase(end, "and a half"), quantity) {
        quantity = Some((amount.plus(Decimal::hundredths(50))?, None));
        end = after;
    } else if let (Some(after), Some((amount, None))) = (reader.phrase(end, "or two"), quantity)
        && article
    {
        quantity = Some((amount, Some(amount.plus(Decimal::ONE)?)));
        end = after;
    }
    named.times = 1;
    let idiom = single
        && !joined
        && !article
        && reader.is(noun, "day")
        && !reader.one_of(noun + 1, &["after", "before", "later", "earlier", "ago"]);
    let confidence = match () {
        // "one day" is more often an unknown day than a length.
        () if idiom => 40,
        () if article && named.unit <= Unit::Day => 60,
        () if article => 78,
        () if named.unit == Unit::Second => 80,
        () if quantity.is_none() => 80,
        () => 94,
    };
    Some(Length { end, unit: named.unit, amount: quantity, joined, article, confidence })
}

/// Whether the number at `at` and the unit at `noun` are a name: a unit with a capital letter behind a word in small letters
/// or a quotation mark, as in "seen on 60 Minutes". In a headline every word has one.
fn is_title(reader: &Reader<'_>, at: TokenIndex, noun: TokenIndex) -> bool {
    let apart = |before: TokenIndex| reader.is_lower_case(before) || reader.kind(before) == Some(Kind::Mark);
    reader.case(noun) == Case::Title && at.checked_sub(1).is_some_and(apart)
}

/// A unit cut short and glued to its number: "30min", "2hrs".
fn glued_unit(reader: &Reader<'_>, at: TokenIndex) -> Option<NamedUnit> {
    let plural = true;
    let unit = match reader.lower(at) {
        "mins" | "min" => Unit::Minute,
        "secs" | "sec" => Unit::Second,
        "hrs" | "hr" => Unit::Hour,
        "yrs" | "yr" => Unit::Year,
        _ => return None,
    };
    Some(NamedUnit { unit, times: 1, plural })
}

/// "day-long", "decades-long", "years-old": no number, but the ending makes it a length.
fn joined_unit(reader: &Reader<'_>, at: TokenIndex) -> Option<Length> {
    let named = time_unit(reader.lower(at))?;
    if !reader.is_joint(at + 1) || !reader.one_of(at + 2, &["long", "old"]) {
        return None;
    }
    let amount = (!named.plural).then_some((Decimal::whole(named.times), None));
    Some(Length { end: at + 3, unit: named.unit, amount, joined: true, article: false, confidence: 82 })
}

/// "for weeks", "for years": a unit in the plural alone.
fn bare(reader: &Reader<'_>, at: TokenIndex) -> Option<Length> {
    let named = time_unit(reader.lower(at)).filter(|named| named.plural && named.unit >= Unit::Hour)?;
    if !matches!(reader.before(at, 1), "for" | "in" | "over" | "within" | "after" | "took" | "take" | "takes" | "last" | "lasted") {
        return None;
    }
    let confidence = if reader.before(at, 1) == "for" { 80 } else { 55 };
    Some(Length { end: at + 1, unit: named.unit, amount: None, joined: false, article: false, confidence })
}

/// "the past two years", "the next few days", "recent weeks", "the past decade".
fn pointed(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    let the = reader.one_of(at, BEFORE_POINTERS);
    let pointer = if the { at + 1 } else { at };
    if !POINTERS.contains(&reader.lower(pointer)) {
        return None;
    }
    let inner = pointer + 1;
    if let Some(length) = counted(reader, inner).filter(|length| !length.article && !length.joined) {
        return Some(Found::new(ValueType::Duration, at..length.end, value(&length), 92));
    }
    let named = time_unit(reader.lower(inner))?;
    if named.unit < Unit::Day {
        return None;
    }
    if named.plural && !matches!(reader.lower(pointer), "first" | "final" | "following" | "preceding" | "last" | "next") {
        let length = Length { end: inner + 1, unit: named.unit, amount: None, joined: false, article: false, confidence: 85 };
        let begin = if the { at } else { pointer };
        return Some(Found::new(ValueType::Duration, begin..length.end, value(&length), length.confidence));
    }
    // "the past decade", "the last week": with the article, the length up to now.
    let lasting = the && matches!(reader.lower(pointer), "past" | "last" | "next" | "coming") && named.unit > Unit::Day;
    (!named.plural && lasting).then(|| {
        let amount = Some((Decimal::whole(named.times), None));
        let length = Length { end: inner + 1, unit: named.unit, amount, joined: false, article: false, confidence: 80 };
        Found::new(ValueType::Duration, at..length.end, value(&length), length.confidence)
    })
}

/// The date that a length leads to: "two weeks ago", "three days later", "a year earlier", "in two weeks' time".
fn shifted(reader: &Reader<'_>, at: TokenIndex, length: &Length, context: &Context) -> Option<Found> {
    // The hour of publication is unknown, so hours lead nowhere.
    if length.joined || length.unit < Unit::Day {
        return None;
    }
    let (end, forward, from_now) = if let Some(end) = reader.phrase(length.end, "from now") {
        (end, true, true)
    } else {
        let (forward, from_now) = match reader.lower(length.end) {
            "ago" => (false, true),
            "later" | "afterwards" | "afterward" | "thereafter" => (true, false),
            "earlier" | "previously" => (false, false),
            _ => return None,
        };
        (length.end + 1, forward, from_now)
    };
    // "two weeks earlier than planned" compares and does not date.
    if reader.is(end, "than") {
        return None;
    }
    let Some((amount, None)) = length.amount else {
        let reference = if forward { super::calendar::Reference::Future } else { super::calendar::Reference::Past };
        let period = (length.amount.is_none() && from_now).then_some(Period::Reference(reference));
        return Some(Found { period: None, ..Found::date(at..end, period, 75) });
    };
    let anchor = if from_now {
        context.published
    } else {
        context.anchor.filter(|period| period.unit() <= length.unit).and_then(|period| period.first_day())
    };
    let period = anchor.and_then(|date| step(date, length.unit, amount, forward));
    Some(Found::date(at..end, period, if from_now { 93 } else { 75 }))
}

/// The period `amount` units away from `date`. A half is taken as half of the next smaller unit: half a year is six months.
fn step(date: time::Date, unit: Unit, amount: Decimal, forward: bool) -> Option<Period> {
    let sign: i64 = if forward { 1 } else { -1 };
    let (whole, half) = amount.halves()?;
    let whole = i64::try_from(whole).ok()?;
    match (unit, half) {
        (_, false) if unit == Unit::Decade || unit == Unit::Century => {
            let years = whole.checked_mul(if unit == Unit::Decade { 10 } else { 100 })?;
            Period::stepped(date, Unit::Year, sign.checked_mul(years)?)
        }
        (_, false) => Period::stepped(date, unit, sign.checked_mul(whole)?),
        (Unit::Year, true) => Period::stepped(date, Unit::Month, sign.checked_mul(whole.checked_mul(12)?.checked_add(6)?)?),
        (Unit::Week, true) => Some(Period::Day(plus_days(date, sign.checked_mul(whole.checked_mul(7)?.checked_add(3)?)?)?)),
        _ => None,
    }
}

/// The length as TIMEX3 writes it: P4Y, PT48H, P2Y6M, PXD, P3D/P5D.
fn value(length: &Length) -> Option<String> {
    let Some((low, high)) = length.amount else {
        return Some(vague(length.unit));
    };
    match high {
        None => period(length.unit, low),
        Some(high) => Some(format!("{}/{}", period(length.unit, low)?, period(length.unit, high)?)),
    }
}

/// The letters that name a unit, and how many of that unit the letter stands for.
fn code(unit: Unit) -> (&'static str, &'static str, u64) {
    match unit {
        Unit::Second => ("PT", "S", 1),
        Unit::Minute => ("PT", "M", 1),
        Unit::Hour => ("PT", "H", 1),
        Unit::Day => ("P", "D", 1),
        Unit::Week => ("P", "W", 1),
        Unit::Month => ("P", "M", 1),
        Unit::Quarter => ("P", "M", 3),
        Unit::Year => ("P", "Y", 1),
        Unit::Decade => ("P", "Y", 10),
        Unit::Century => ("P", "Y", 100),
    }
}

/// So many of `unit`, for sets too.
pub(super) fn period(unit: Unit, amount: Decimal) -> Option<String> {
    let (prefix, letter, factor) = code(unit);
    let amount = amount.times(factor)?;
    // ISO allows a fraction in the last place, but readers and their tools know halves better in the next smaller unit.
    if let Some((whole, true)) = amount.halves() {
        let (smaller, half) = match unit {
            Unit::Minute => ("S", 30),
            Unit::Hour => ("M", 30),
            Unit::Day => ("H", 12),
            Unit::Year => ("M", 6),
            _ => return Some(format!("{prefix}{amount}{letter}")),
        };
        let lead = if whole > 0 { format!("{whole}{letter}") } else { String::new() };
        let time = if unit == Unit::Day { "T" } else { "" };
        return Some(format!("{prefix}{lead}{time}{half}{smaller}"));
    }
    Some(format!("{prefix}{amount}{letter}"))
}

/// An unknown number of `unit`.
fn vague(unit: Unit) -> String {
    match unit {
        Unit::Decade => "PXDE".to_owned(),
        Unit::Century => "PXCE".to_owned(),
        _ => {
            let (prefix, letter, _) = code(unit);
            format!("{prefix}X{letter}")
        }
    }
}
