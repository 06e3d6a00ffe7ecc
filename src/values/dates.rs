//! Days and months by their names: "27 August 2016", "Friday, Oct. 23", "3 to 5 May", "July 1997", "February".
//!
//! A date without a year is resolved by the weekday beside it, an earlier date with a year in its sentence, the tense, and at
//! last by nearness to the publication. Years, decades and quarters by themselves are in `years`.

use crate::lists::{List, list};
use time::{Date, Month, Weekday};

use super::calendar::{Period, plus_days};
use super::openings::Add;
use super::reader::Reader;
use super::tense::{self, Tense};
use super::vocabulary::{any_month, any_weekday, full_month};
use super::{Context, Found, Reading, figures, numbers, vocabulary};
use crate::segment::{Case, Kind, Segments, TokenIndex};

/// Years outside this range are numbers, not dates of the news.
pub(super) const YEARS: std::ops::RangeInclusive<u16> = 1000..=2199;

/// Words that show that a month's name behind them is a month.
const BEFORE_MONTHS: &List = list!(
    "(|-|about|after|and|around|before|between|by|coming|during|each|early|every|following|for|from|in|last|late|mid|next|of|on|or|\
    past|previous|since|this|through|throughout|till|to|until|–"
);

/// Titles before a person's surname.
const TITLES: &List = list!("dr|dr.|lady|lord|miss|mr|mr.|mrs|mrs.|ms|ms.|sir");

/// What a date in words begins with.
pub(super) fn openings(add: Add<'_>) {
    vocabulary::all_weekdays(add);
    vocabulary::months(add);
    numbers::ordinal_openings(add);
}

/// Reads a date by name, or in figures, at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    figures::read(reader, at).or_else(|| named(reader, at, context)).or_else(|| month_alone(reader, at, context))
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
                && !BEFORE_MONTHS.contains(before);
            if TITLES.contains(before) || forename {
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
    let past = reader.before(tokens.start, 1) == "last";
    let tense = match if past { Tense::Past } else { tense::around(reader, tokens.clone()) } {
        Tense::Future if is_attribute(reader, &tokens) => Tense::Unknown,
        tense => tense,
    };
    if let Some(date) = after_anchor(context, published, on).filter(|_| tense != Tense::Future) {
        return (Some(Period::Day(date)), 80);
    }
    // A dateline is a day ahead of its paper at times; two days are no longer that.
    let just_now = nearby().find(|date| distance(date) <= 1);
    let date = just_now.or_else(|| by_tense(nearby(), published, tense));
    (date.map(Period::Day), if tense == Tense::Unknown { 88 } else { 93 })
}

/// Whether a date says which thing is meant, as in "her July 25 call" or "the Nov. 3 election": then what the clause
/// plans is something else.
fn is_attribute(reader: &Reader<'_>, tokens: &std::ops::Range<TokenIndex>) -> bool {
    let owned = tokens.start.checked_sub(1).is_some_and(|before| {
        reader.kind(before) == Some(Kind::Possessive) || reader.one_of(before, &["the", "a", "his", "her", "its", "their", "this", "that"])
    });
    owned && reader.is_lower_case(tokens.end) && reader.kind(tokens.end) == Some(Kind::Word)
}

/// How many times farther away a day may be that the tense of its clause asks for: "would aid the victims of the Aug. 7 blasts"
/// is written in August, and does not speak of the next year's.
const FARTHER: i32 = 3;

/// Of the same day in several years, the one that the tense points at, or the nearest one where that is much nearer.
pub(super) fn by_tense(days: impl Iterator<Item = Date> + Clone, published: Date, tense: Tense) -> Option<Date> {
    let distance = |date: &Date| (date.to_julian_day() - published.to_julian_day()).abs();
    let nearest = days.clone().min_by_key(distance)?;
    let pointed = match tense {
        Tense::Past => days.filter(|date| *date <= published).max(),
        Tense::Future => days.filter(|date| *date >= published).min(),
        Tense::Unknown => None,
    };
    pointed.filter(|date| distance(date) <= FARTHER * distance(&nearest)).or(Some(nearest))
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
    let prepared = BEFORE_MONTHS.contains(before) || reader.before(at, 1).ends_with(',');
    let name_before = at.checked_sub(1).is_some_and(|back| {
        reader.is_capitalised(back) && back > reader.start() && !BEFORE_MONTHS.contains(before) && !reader.one_of(back, &["the"])
    });
    let possessive = at.checked_sub(1).is_some_and(|back| reader.kind(back) == Some(Kind::Possessive));
    if TITLES.contains(before) || (name_before && any_weekday(before).is_none()) || reader.word(at).len() < 3 {
        return None;
    }
    // "April O'Neil", "June Carter": a name goes on behind it.
    let name_after = reader.is_capitalised(at + 1) && any_weekday(reader.lower(at + 1)).is_none();
    let named = context.names & (1 << u8::from(month)) != 0;
    let is_common = matches!(word, "may" | "march" | "mar." | "august" | "april" | "june");
    let strong = list!("during|early|in|last|late|mid|next|since|this|till|until").contains(before);
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

/// The day so many days from the publication.
pub(super) fn day_from(context: &Context, days: i64) -> Option<Date> {
    plus_days(context.published?, days)
}
