//! Dates in figures: "2016-08-27", "27.08.2016", "27/08/2016", "8/27/16", and "9/11".
//!
//! Whether the day or the month comes first is never guessed: where both orders give a day, the date has no value.

use time::{Date, Month};

use super::calendar::Period;
use super::dates::YEARS;
use super::reader::Reader;
use super::{Found, Reading};
use crate::segment::{Kind, TokenIndex};

/// Reads a date in figures at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex) -> Option<Reading> {
    if reader.kind(at) != Some(Kind::Number) {
        return None;
    }
    if reader.word(at) == "9" && reader.word(at + 1) == "/" && reader.word(at + 2) == "11" && reader.word(at + 3) != "/" {
        let day = Date::from_calendar_date(2001, Month::September, 11).ok()?;
        return Some(Found::date(at..at + 3, Some(Period::Day(day)), 85).into());
    }
    if let Some(parts) = dotted(reader.word(at)) {
        return Some(figures(at..at + 1, parts)?.into());
    }
    let separator = reader.word(at + 1);
    if !matches!(separator, "-" | "/") || reader.word(at + 3) != separator || !(1..5).all(|step| reader.is_glued(at + step)) {
        return None;
    }
    // A longer chain of figures is a telephone number or an address.
    if reader.word(at + 5) == separator && reader.is_glued(at + 5) {
        return None;
    }
    let part = |step: usize| reader.small_number(at + step).map(|number| (number, reader.word(at + step).len()));
    Some(figures(at..at + 5, [part(0)?, part(2)?, part(4)?])?.into())
}

/// The three parts of 27.08.2016, each with how many digits it has.
fn dotted(word: &str) -> Option<[(u16, usize); 3]> {
    let mut parts = word.split('.').map(|part| {
        let plain = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>().ok().filter(|_| plain).map(|number| (number, part.len()))
    });
    let read = [parts.next()??, parts.next()??, parts.next()??];
    (parts.next().is_none() && read.iter().any(|(_, length)| *length == 4)).then_some(read)
}

/// A date in figures. The order of day and month is known where one of them cannot be a month, or where they are equal; else
/// it is a date without a value.
fn figures(tokens: std::ops::Range<TokenIndex>, [a, b, c]: [(u16, usize); 3]) -> Option<Found> {
    let day = |year: u16, month: u16, day: u16| {
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
    };
    let short = |(_, length): (u16, usize)| length <= 2;
    if a.1 == 4 && b.1 == 2 && c.1 == 2 && YEARS.contains(&a.0) {
        let date = day(a.0, b.0, c.0);
        return Some(Found::date(tokens, date.map(Period::Day), if date.is_some() { 97 } else { 20 }));
    }
    if !short(a) || !short(b) || !(c.1 == 4 && YEARS.contains(&c.0) || c.1 == 2 && short(c)) {
        return None;
    }
    let year = match (c.1, c.0) {
        (4, year) => year,
        (_, year) if year < 50 => 2000 + year,
        (_, year) => 1900 + year,
    };
    let (little, middle) = (day(year, b.0, a.0), day(year, a.0, b.0));
    let certain = c.1 == 4;
    match (little, middle) {
        (Some(one), Some(other)) if one != other => Some(Found::date(tokens, None, if certain { 80 } else { 40 })),
        (Some(date), _) | (None, Some(date)) => Some(Found::date(tokens, Some(Period::Day(date)), if certain { 93 } else { 60 })),
        // 31/02/2016, 13/13/2016: written as a date, yet none.
        (None, None) => certain.then(|| Found::date(tokens, None, 20)),
    }
}
