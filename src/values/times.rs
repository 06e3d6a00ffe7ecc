//! Times of day: "10:35 a.m. EDT", "0735 GMT", "9 a.m. Tuesday", "noon", "4 in the morning", "half past three", "9-11am".
//!
//! The day is the one named beside the time, else the nearest day named before it in its paragraph or behind it in its
//! sentence; without one the time has no value, since news tells of yesterday's hours as often as of today's.

use time::Date;

use super::calendar::Period;
use super::numbers;
use super::openings::Add;
use super::reader::Reader;
use super::vocabulary::{weekday, zone};
use super::{Context, Found, Reading, dates, relative};
use crate::annotations::ValueType;
use crate::lists::{List, list};
use crate::segment::{Kind, TokenIndex};

/// Hours and minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Clock {
    hour: u8,
    minute: u8,
}

/// A time of day as the text gives it.
struct Timed {
    end: TokenIndex,
    clock: Clock,
    /// Minutes from Greenwich, where a zone says so.
    offset: Option<i16>,
    confidence: u16,
}

/// Times that have a name.
const NAMED: &[(&str, u8)] = &[("noon", 12), ("midday", 12), ("midnight", 0)];

/// Phrases before an hour, and how many minutes they put it forward.
const PAST: &[(&str, i16)] = &[("half past", 30), ("quarter past", 15), ("quarter to", -15)];

/// How many tokens behind a time its date may stand.
const REACH: usize = 12;

/// Words between a time and the date behind it.
const LINKS: &List = list!("(|)|,|afternoon|evening|gmt|in|local|morning|night|of|on|the|time");

/// What a time begins with.
pub(super) fn openings(add: Add<'_>) {
    numbers::openings(add);
    for (word, _) in NAMED {
        add(word);
    }
    for (phrase, _) in PAST {
        add(phrase);
    }
}

/// Reads a time, or two ends of a stretch of time, at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    if let Some(pair) = pair(reader, at, context) {
        return Some(pair);
    }
    let timed = clock(reader, at).or_else(|| named(reader, at)).or_else(|| spoken(reader, at))?;
    let (end, day) = day_of(reader, timed.end, context);
    Some(found(at..end, day, timed).into())
}

fn found(tokens: std::ops::Range<TokenIndex>, day: Option<Date>, timed: Timed) -> Found {
    let value = day.map(|day| {
        let Clock { hour, minute } = timed.clock;
        let offset = match timed.offset {
            None => String::new(),
            Some(0) => "Z".to_owned(),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        };
        format!("{}T{hour:02}:{minute:02}{offset}", Period::Day(day))
    });
    Found { period: day.map(Period::Day), ..Found::new(ValueType::Time, tokens, value, timed.confidence) }
}

/// Hour and minute in digits: 10, 10:35, 10.35.
fn figures(word: &str) -> Option<(Clock, bool)> {
    let (hour, minute) = match word.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, Some(minute)),
        Some(_) => return None,
        None => (word, None),
    };
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if hour.is_empty() || !digits(hour) || !minute.is_none_or(digits) {
        return None;
    }
    let clock = Clock { hour: hour.parse().ok()?, minute: minute.map_or(Ok(0), str::parse).ok()? };
    (clock.hour <= 24 && clock.minute < 60).then_some((clock, minute.is_some()))
}

/// The half of the day at `at`: true for the second, and the token after it.
fn half_of_day(reader: &Reader<'_>, at: TokenIndex) -> Option<(TokenIndex, bool)> {
    match reader.lower(at) {
        "a.m." | "am" => Some((at + 1, false)),
        "p.m." | "pm" => Some((at + 1, true)),
        // "10 a.m" at a line's end: the last stop is left out.
        "a" | "p" if reader.word(at + 1) == "." && reader.is(at + 2, "m") && reader.is_glued(at + 1) && reader.is_glued(at + 2) => {
            Some((at + 3, reader.is(at, "p")))
        }
        _ => None,
    }
}

fn on_half(clock: Clock, second: bool) -> Option<Clock> {
    if clock.hour == 0 || clock.hour > 12 {
        return None;
    }
    Some(Clock { hour: clock.hour % 12 + if second { 12 } else { 0 }, ..clock })
}

/// The zone at `at` and the token after it. Only known ones: three capitals alone may be anything.
fn zone_at(reader: &Reader<'_>, at: TokenIndex) -> (TokenIndex, Option<i16>) {
    match zone(reader.word(at)) {
        Some(offset) => (if reader.is(at + 1, "time") { at + 2 } else { at + 1 }, offset),
        None => (at, None),
    }
}

fn clock(reader: &Reader<'_>, at: TokenIndex) -> Option<Timed> {
    if reader.kind(at)? != Kind::Number {
        return None;
    }
    let word = reader.word(at);
    // "0735 GMT", "1930 hours"
    if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let (clock, _) = figures(&format!("{}:{}", word.get(..2)?, word.get(2..)?))?;
        let (end, offset) = zone_at(reader, at + 1);
        let hours = reader.one_of(at + 1, &["hours", "hrs", "h"]) && word.starts_with(['0', '1', '2']);
        let end = if end > at + 1 {
            end
        } else if hours {
            at + 2
        } else {
            return None;
        };
        return (clock.hour < 24).then_some(Timed { end, clock, offset, confidence: if hours { 80 } else { 93 } });
    }
    let (clock, exact) = figures(word)?;
    if let Some((end, second)) = half_of_day(reader, at + 1) {
        let (end, offset) = zone_at(reader, end);
        return Some(Timed { end, clock: on_half(clock, second)?, offset, confidence: 95 });
    }
    if reader.one_of(at + 1, &["o'clock", "o’clock"]) {
        return o_clock(reader, at + 2, clock);
    }
    if let Some(timed) = in_the(reader, at + 1, clock) {
        return Some(timed);
    }
    let colon = word.contains(':') && word.split(':').next_back().is_some_and(|part| part.len() == 2);
    if !exact || clock.hour >= 24 {
        return None;
    }
    let (end, offset) = zone_at(reader, at + 1);
    if end > at + 1 {
        return Some(Timed { end, clock, offset, confidence: 93 });
    }
    let at_time = matches!(reader.before(at, 1), "at" | "until" | "till" | "from" | "before" | "after" | "by" | "around" | "about");
    // "a time of 10:35" in a race is a length, and "John 3:16" a verse.
    (colon && at_time).then_some(Timed { end: at + 1, clock, offset: None, confidence: 70 })
}

/// "o'clock" leaves the half of the day open unless words behind it say which.
fn o_clock(reader: &Reader<'_>, end: TokenIndex, clock: Clock) -> Option<Timed> {
    if let Some(timed) = in_the(reader, end, clock) {
        return Some(timed);
    }
    (clock.hour <= 24).then_some(Timed { end, clock, offset: None, confidence: 70 })
}

/// "in the morning", "at night" behind an hour.
fn in_the(reader: &Reader<'_>, at: TokenIndex, clock: Clock) -> Option<Timed> {
    let parts = [("in the morning", false), ("in the afternoon", true), ("in the evening", true), ("at night", true)];
    let (end, second) = parts.iter().find_map(|&(phrase, second)| Some((reader.phrase(at, phrase)?, second)))?;
    let before = at.checked_sub(2).map_or("", |back| reader.lower(back));
    // "nine in the morning" may be nine people: an "at" or "o'clock" before it makes it a time.
    let timely = matches!(before, "at" | "by" | "until" | "about" | "around" | "past" | "to") || reader.before(at, 1).ends_with("clock");
    Some(Timed { end, clock: on_half(clock, second)?, offset: None, confidence: 88 }).filter(|_| timely)
}

fn named(reader: &Reader<'_>, at: TokenIndex) -> Option<Timed> {
    let &(_, hour) = NAMED.iter().find(|(name, _)| reader.is(at, name))?;
    // "Midnight Oil", "the midnight sun"
    let title = reader.is_capitalised(at) && at > reader.start();
    let (end, offset) = zone_at(reader, at + 1);
    Some(Timed { end, clock: Clock { hour, minute: 0 }, offset, confidence: if title { 30 } else { 80 } })
}

/// An hour in words: "eight o'clock", "half past three", "four in the morning".
fn spoken(reader: &Reader<'_>, at: TokenIndex) -> Option<Timed> {
    let hour_at = |at: TokenIndex| -> Option<(TokenIndex, Clock)> {
        let number = numbers::number(reader, at, false)?;
        let hour = number.value.as_whole().filter(|hour| (1..=12).contains(hour))?;
        Some((number.end, Clock { hour: u8::try_from(hour).ok()?, minute: 0 }))
    };
    for &(phrase, minute) in PAST {
        if let Some(after) = reader.phrase(at, phrase)
            && let Some((end, clock)) = hour_at(after)
        {
            let total = (i16::from(clock.hour) * 60 + minute).rem_euclid(24 * 60);
            let clock = Clock { hour: u8::try_from(total / 60).ok()?, minute: u8::try_from(total % 60).ok()? };
            return in_the(reader, end, clock).or(Some(Timed { end, clock, offset: None, confidence: 65 }));
        }
    }
    let (end, clock) = hour_at(at)?;
    if let Some((end, second)) = half_of_day(reader, end) {
        return Some(Timed { end, clock: on_half(clock, second)?, offset: None, confidence: 90 });
    }
    if reader.one_of(end, &["o'clock", "o’clock"]) {
        return o_clock(reader, end + 1, clock);
    }
    in_the(reader, end, clock)
}

/// "9-11am", "from 9 to 11 a.m.": two times that share what stands behind the second.
fn pair(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    if reader.kind(at)? != Kind::Number {
        return None;
    }
    let (first, _) = figures(reader.word(at))?;
    let joined = reader.is_dash(at + 1) || reader.one_of(at + 1, &["to", "and"]);
    if !joined || reader.kind(at + 2) != Some(Kind::Number) {
        return None;
    }
    let second = clock(reader, at + 2)?;
    half_of_day(reader, at + 3)?;
    let afternoon = second.clock.hour >= 12;
    // "11-1pm" crosses noon: the first is in the morning where that is the only way to be before the second.
    let candidates = [on_half(first, afternoon)?, on_half(first, !afternoon)?];
    let minutes = |clock: &Clock| u16::from(clock.hour) * 60 + u16::from(clock.minute);
    let first = candidates.into_iter().find(|clock| minutes(clock) < minutes(&second.clock))?;
    let first = Timed { end: at + 1, clock: first, offset: second.offset, confidence: second.confidence };
    let (end, day) = day_of(reader, second.end, context);
    Some(Reading::pair(found(at..at + 1, day, first), found(at + 2..end, day, second)))
}

/// The day of a time that ends at `end`, and where the whole ends: a weekday or "today" directly behind belongs to it.
fn day_of(reader: &Reader<'_>, end: TokenIndex, context: &Context) -> (TokenIndex, Option<Date>) {
    let day = |reading: Reading| match reading.first.period {
        Some(Period::Day(day) | Period::PartOfDay(day, _)) => Some((reading.end(), day)),
        _ => None,
    };
    let date_at = |at: TokenIndex| {
        let readings = [dates::read(reader, at, context), relative::read(reader, at, context)];
        readings.into_iter().flatten().filter_map(day).max_by_key(|(end, _)| *end)
    };
    let simple = weekday(reader.lower(end)).is_some() || reader.one_of(end, &["today", "tomorrow", "yesterday"]);
    if simple && let Some((end, day)) = date_at(end) {
        return (end, Some(day));
    }
    if simple {
        return (end, None);
    }
    // Behind a few small words: "at 10 p.m. on Friday". The date stays a value of its own.
    let small = |at: TokenIndex| LINKS.contains(reader.lower(at)) || reader.kind(at) == Some(Kind::Number);
    let near = (end..end + REACH).take_while(|at| small(*at)).find_map(|at| date_at(at + 1));
    if let Some((_, day)) = near {
        return (end, Some(day));
    }
    let before = context.anchor.and_then(|anchor| match anchor {
        Period::Day(day) | Period::PartOfDay(day, _) => Some(day),
        _ => None,
    });
    let behind = || (end..end + REACH).find_map(date_at).map(|(_, day)| day);
    (end, before.or_else(behind))
}
