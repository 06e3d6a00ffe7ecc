//! Days and months by their names and numbers: "27 August 2016", "Friday, Oct. 23", "3 to 5 May", "July 1997", "February",
//! "2016-08-27", "9/11".
//!
//! A date without a year is resolved by the weekday beside it, an earlier date with a year in its sentence, the tense, and at
//! last by nearness to the publication. Years, decades and quarters by themselves are in `years`.

use time::{Date, Month, Weekday};

use super::calendar::{Period, plus_days};
use super::numbers;
use super::reader::Reader;
use super::tense::{self, Tense};
use super::vocabulary::{any_month, any_weekday, full_month};
use super::{Context, Found, Reading};
use crate::segment::{Case, Kind, Segments, TokenIndex};

/// Years outside this range are numbers, not dates of the news.
const YEARS: std::ops::RangeInclusive<u16> = 1000..=2199;

/// Words that show that a month's name behind them is a month.
const BEFORE_MONTHS: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "from",
    "through",
    "throughout",
    "during",
    "before",
    "after",
    "of",
    "for",
    "to",
    "between",
    "and",
    "or",
    "on",
    "around",
    "about",
    "every",
    "each",
    "past",
    "previous",
    "following",
    "coming",
    "-",
    "–",
    "(",
];

/// Titles before a person's surname.
const TITLES: &[&str] = &["mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "miss", "sir", "lady", "lord"];

/// Reads a date by name or number at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    numeric(reader, at).or_else(|| named(reader, at, context)).or_else(|| month_alone(reader, at, context))
}

/// Months that some person in the document is called, as a set of bits: behind a title or another name that begins a name.
pub(super) fn months_as_names(segments: &Segments<'_>) -> u16 {
    let mut names = 0;
    for sentence in &segments.sentences {
        for at in sentence.tokens.start + 1..sentence.tokens.end {
            let Some(month) = segments.tokens.get(at).filter(|t| t.is_capitalised).and_then(|_| full_month(segments.lower(at))) else {
                continue;
            };
            let before = segments.lower(at - 1);
            let forename = at - 1 > sentence.tokens.start
                && segments.tokens.get(at - 1).is_some_and(|token| token.case == Case::Title && token.kind == Kind::Word)
                && any_weekday(before).is_none()
                && !BEFORE_MONTHS.contains(&before);
            if TITLES.contains(&before) || forename {
                names |= 1 << u8::from(month);
            }
        }
    }
    names
}

/// The day of a month at `at`, in digits or as an ordinal, and the token after it.
fn day_number(reader: &Reader<'_>, at: TokenIndex) -> Option<(TokenIndex, u8)> {
    let (end, number) = match reader.small_number(at) {
        Some(number) if reader.word(at).len() <= 2 => (at + 1, number),
        Some(_) => return None,
        None => numbers::ordinal(reader, at)?,
    };
    let day = u8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
    Some((end, day))
}

/// The year at `at`, perhaps behind a comma, and the token after it.
fn year_after(reader: &Reader<'_>, at: TokenIndex) -> Option<(TokenIndex, i32)> {
    let at = if reader.word(at) == "," { at + 1 } else { at };
    let at = if reader.is(at, "of") { at + 1 } else { at };
    let year = reader.small_number(at).filter(|year| reader.word(at).len() == 4 && YEARS.contains(year))?;
    Some((at + 1, i32::from(year)))
}

/// A month at `at` that begins with a capital letter, as months do, short forms included.
fn month_at(reader: &Reader<'_>, at: TokenIndex) -> Option<Month> {
    any_month(reader.lower(at)).filter(|_| reader.is_capitalised(at))
}

/// A day and month, perhaps with weekday and year: "Friday, Oct. 23, 1998", "23rd of October", "3 to 5 May 2016".
fn named(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    let weekday = any_weekday(reader.lower(at)).filter(|_| reader.is_capitalised(at));
    let mut start = at;
    if weekday.is_some() {
        start += 1;
        if reader.word(start) == "," {
            start += 1;
        }
        if reader.is(start, "the") {
            start += 1;
        }
    }
    let found = Named { at, start, weekday };
    month_first(reader, &found, context).or_else(|| day_first(reader, &found, context))
}

/// Where a named date begins, and its weekday.
struct Named {
    at: TokenIndex,
    /// The token after the weekday.
    start: TokenIndex,
    weekday: Option<Weekday>,
}

fn month_first(reader: &Reader<'_>, named: &Named, context: &Context) -> Option<Reading> {
    let month = month_at(reader, named.start)?;
    let (end, day) = day_number(reader, named.start + 1)?;
    if goes_on_as_number(reader, end) {
        return None;
    }
    let second = second_day(reader, end, day);
    let last = second.as_ref().map_or(end, |&(_, end, _)| end);
    let year = year_after(reader, last);
    let close = year.map_or(last, |(end, _)| end);
    let resolve = |day, weekday| resolve(reader, named.at..close, month, day, year.map(|(_, year)| year), weekday, context);
    let (period, confidence) = resolve(day, named.weekday);
    match second {
        None => Some(Found::date(named.at..close, period, confidence).into()),
        Some((from, _, other)) => {
            let (other, _) = resolve(other, None);
            Some(Reading::pair(Found::date(named.at..end, period, confidence), Found::date(from..close, other, confidence)))
        }
    }
}

fn day_first(reader: &Reader<'_>, named: &Named, context: &Context) -> Option<Reading> {
    let (end, day) = day_number(reader, named.start)?;
    let second = second_day(reader, end, day);
    let last = second.as_ref().map_or(end, |&(_, end, _)| end);
    let spelled = reader.kind(named.start) == Some(Kind::Word);
    let of = reader.is(last, "of");
    // "the second May election": an ordinal in words numbers a day only with "of".
    if spelled && !of && !reader.word(named.start).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let month = month_at(reader, if of { last + 1 } else { reader.skip_joint(last) })?;
    let after = if of { last + 2 } else { reader.skip_joint(last) + 1 };
    let year = year_after(reader, reader.skip_joint(after));
    let close = year.map_or(after, |(end, _)| end);
    let resolve = |day, weekday| resolve(reader, named.at..close, month, day, year.map(|(_, year)| year), weekday, context);
    match second {
        None => {
            let (period, confidence) = resolve(day, named.weekday);
            Some(Found::date(named.at..close, period, confidence).into())
        }
        Some((from, _, other)) => {
            let (period, confidence) = resolve(day, named.weekday);
            let (other, _) = resolve(other, None);
            Some(Reading::pair(Found::date(named.at..end, period, confidence), Found::date(from..close, other, confidence)))
        }
    }
}

/// A later day behind "to", "and" or a dash, as in "April 24 and 25": where it begins, where it ends, and which.
fn second_day(reader: &Reader<'_>, at: TokenIndex, first: u8) -> Option<(TokenIndex, TokenIndex, u8)> {
    if !(reader.one_of(at, &["to", "and", "or", "through"]) || reader.is_dash(at)) {
        return None;
    }
    let (end, day) = day_number(reader, at + 1)?;
    let is_day = day > first && day <= 31 && !goes_on_as_number(reader, end);
    // "May 3 and 12 people": a noun in the plural behind it makes it a count.
    let counts = reader.is_lower_case(end) && reader.lower(end).ends_with('s') && !reader.one_of(end, &["was", "is", "has", "as"]);
    let clear = !counts && (reader.kind(at + 1) == Some(Kind::Number) || reader.word(at + 1).starts_with(|c: char| c.is_ascii_digit()));
    (is_day && clear).then_some((at + 1, end, day))
}

/// Whether the digits before `at` are part of a longer figure: a share, a score or a clock time.
fn goes_on_as_number(reader: &Reader<'_>, at: TokenIndex) -> bool {
    matches!(reader.word(at), "%" | "/" | "°")
        || reader.one_of(at, &["percent", "per", "million", "billion", "a.m.", "p.m.", "am", "pm", "people", "men", "women", "children"])
        || (reader.is_joint(at) && reader.kind(at + 1) == Some(Kind::Word) && numbers::ordinal(reader, at + 1).is_none())
}

/// The day that is meant, and how sure that is.
fn resolve(
    reader: &Reader<'_>,
    tokens: std::ops::Range<TokenIndex>,
    month: Month,
    day: u8,
    year: Option<i32>,
    weekday: Option<Weekday>,
    context: &Context,
) -> (Option<Period>, u16) {
    // In a leap year, so that 29 February is possible and 30 February is not.
    if day > month.length(2000) {
        return (None, 30);
    }
    let on = |year: i32| Date::from_calendar_date(year, month, day).ok();
    if let Some(year) = year {
        let date = on(year);
        let agrees = weekday.is_none_or(|weekday| date.is_some_and(|date| date.weekday() == weekday));
        return (
            date.map(Period::Day),
            if date.is_none() {
                30
            } else if agrees {
                98
            } else {
                80
            },
        );
    }
    let Some(published) = context.published else { return (None, 90) };
    let nearby = || (-1..=1).filter_map(|step| on(published.year() + step));
    let distance = |date: &Date| (date.to_julian_day() - published.to_julian_day()).abs();
    if let Some(weekday) = weekday {
        // The weekday decides the year, where one of the years around agrees.
        let agreeing = (-3..=3).filter_map(|step| on(published.year() + step)).filter(|date| date.weekday() == weekday);
        if let Some(date) = agreeing.min_by_key(distance) {
            return (Some(Period::Day(date)), 97);
        }
    }
    if let Some(date) = after_anchor(context, published, on) {
        return (Some(Period::Day(date)), 80);
    }
    let past = reader.before(tokens.start, 1) == "last";
    let tense = if past { Tense::Past } else { tense::around(reader, tokens) };
    // A dateline is a day ahead of its paper at times; two days are no longer that.
    let just_now = nearby().find(|date| distance(date) <= 1);
    let date = just_now.or_else(|| match tense {
        Tense::Past => nearby().filter(|date| *date <= published).max(),
        Tense::Future => nearby().filter(|date| *date >= published).min(),
        Tense::Unknown => nearby().min_by_key(distance),
    });
    (date.map(Period::Day), if tense == Tense::Unknown { 88 } else { 93 })
}

/// Where the sentence named another year before, the first such day from there on.
fn after_anchor(context: &Context, published: Date, on: impl Fn(i32) -> Option<Date>) -> Option<Date> {
    context.anchor_end?;
    let anchor = context.anchor?.first_day()?;
    // Within a year of the publication, tense is the better guide.
    if (anchor.to_julian_day() - published.to_julian_day()).abs() <= 366 {
        return None;
    }
    [anchor.year(), anchor.year() + 1].into_iter().filter_map(on).find(|date| *date >= anchor)
}

/// A month, perhaps with a year: "July 1997", "October this year", "February".
fn month_alone(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    let month = month_at(reader, at)?;
    let full = full_month(reader.lower(at)).is_some();
    let short_with_year = full || reader.word(at).ends_with('.') || year_after(reader, at + 1).is_some();
    if !short_with_year {
        return None;
    }
    if let Some((end, year)) = year_after(reader, at + 1) {
        return Some(Found::date(at..end, Some(Period::Month(year, month)), 97).into());
    }
    // "May 2016" with an impossible year, "March 5,000": a number behind a month that is neither day nor year.
    if reader.kind(at + 1) == Some(Kind::Number) && !reader.word(at + 1).contains(',') && reader.word(at + 1).len() > 4 {
        return Some(Found::date(at..at + 2, None, 20).into());
    }
    for (phrase, step) in
        [("this year", 0), ("of this year", 0), ("last year", -1), ("of last year", -1), ("next year", 1), ("of next year", 1)]
    {
        if let Some(end) = reader.phrase(at + 1, phrase) {
            let period = context.published.map(|date| Period::Month(date.year() + step, month));
            return Some(Found::date(at..end, period, 95).into());
        }
    }
    let confidence = month_confidence(reader, at, month, context)?;
    let period = context.published.map(|published| bare_month(reader, at, month, published));
    Some(Found::date(at..at + 1, period, confidence).into())
}

/// The month that a bare name means, seen from the publication.
fn bare_month(reader: &Reader<'_>, at: TokenIndex, month: Month, published: Date) -> Period {
    let (year, now) = (published.year(), u8::from(published.month()));
    let number = u8::from(month);
    let year = match tense::around(reader, at..at + 1) {
        Tense::Future if number < now => year + 1,
        Tense::Past | Tense::Unknown if number > now => year - 1,
        _ => year,
    };
    Period::Month(year, month)
}

/// How sure it is that a capitalised month's name alone is a month; nothing where it surely is not.
fn month_confidence(reader: &Reader<'_>, at: TokenIndex, month: Month, context: &Context) -> Option<u16> {
    let word = reader.lower(at);
    let before = reader.before(at, 1);
    let opened = at == reader.start();
    let prepared = BEFORE_MONTHS.contains(&before) || reader.before(at, 1).ends_with(',');
    let name_before = at.checked_sub(1).is_some_and(|back| {
        reader.is_capitalised(back) && back > reader.start() && !BEFORE_MONTHS.contains(&before) && !reader.one_of(back, &["the"])
    });
    let possessive = at.checked_sub(1).is_some_and(|back| reader.kind(back) == Some(Kind::Possessive));
    if TITLES.contains(&before) || (name_before && any_weekday(before).is_none()) || reader.word(at).len() < 3 {
        return None;
    }
    // "April O'Neil", "June Carter": a name goes on behind it.
    let name_after = reader.is_capitalised(at + 1) && any_weekday(reader.lower(at + 1)).is_none();
    let named = context.names & (1 << u8::from(month)) != 0;
    let is_common = matches!(word, "may" | "march" | "mar." | "august" | "april" | "june");
    let strong = matches!(before, "in" | "since" | "until" | "till" | "last" | "next" | "this" | "early" | "late" | "mid" | "during");
    Some(match (is_common, strong, prepared) {
        _ if !reader.word(at).starts_with(|c: char| c.is_ascii_uppercase()) => return None,
        (_, true, _) => 94,
        (false, _, _) if name_after && opened => 60,
        (false, _, _) if word.ends_with('.') => 45,
        (false, _, _) => 88,
        (true, _, _) if named || (name_after && word != "march") || (possessive && word == "march") => 20,
        // "May said", "March to the square": alone at the start the word is more often something else.
        (true, _, _) if opened => 25,
        (true, _, true) => 75,
        (true, _, false) if before == "the" => 65,
        (true, _, false) if word == "may" || word == "march" => 30,
        (true, _, false) => 60,
    })
}

/// Dates in figures: 2016-08-27, 27.08.2016, 27/08/2016, 8/27/16, and 9/11.
fn numeric(reader: &Reader<'_>, at: TokenIndex) -> Option<Reading> {
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

/// The day before the publication, for those who resolve against it.
pub(super) fn day_from(context: &Context, days: i64) -> Option<Date> {
    plus_days(context.published?, days)
}
