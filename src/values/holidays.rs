//! Holidays and named days whose date follows from a rule: "Christmas Eve", "Good Friday", "Thanksgiving", "Election Day".
//!
//! Feasts of moon calendars and days that countries keep on different dates are left out: a wrong day is worse than none.

use time::{Date, Month, Weekday};

use super::calendar::{Period, Unit, easter, last_weekday, nth_weekday, on_or_after, plus_days};
use super::dates::by_tense;
use super::openings::Add;
use super::reader::Reader;
use super::tense;
use super::{Context, Found, Reading};
use crate::segment::TokenIndex;

/// How the day is found in a year.
#[derive(Debug, Clone, Copy)]
enum Rule {
    /// A day of a month.
    Fixed(Month, u8),
    /// So many days from Easter Sunday.
    Easter(i64),
    /// The nth of a weekday in a month.
    Nth(u8, Weekday, Month),
    /// The last of a weekday in a month.
    Last(Weekday, Month),
    /// So many days after the nth of a weekday in a month.
    After(i64, u8, Weekday, Month),
}

use Month::{April, December, February, January, July, March, May, November, October, September};
use Rule::{After, Easter, Fixed, Last, Nth};

/// Named days in lower case, with a confidence in hundredths: below the threshold where the name alone is often a season or
/// another country's day.
const HOLIDAYS: &[(&str, Rule, u16)] = &[
    ("new year's eve", Fixed(December, 31), 93),
    ("new year's day", Fixed(January, 1), 93),
    ("new year's", Fixed(January, 1), 60),
    ("epiphany", Fixed(January, 6), 30),
    ("martin luther king day", Nth(3, Weekday::Monday, January), 90),
    ("groundhog day", Fixed(February, 2), 60),
    ("valentine's day", Fixed(February, 14), 92),
    ("presidents day", Nth(3, Weekday::Monday, February), 85),
    ("presidents' day", Nth(3, Weekday::Monday, February), 85),
    ("international women's day", Fixed(March, 8), 92),
    ("st. patrick's day", Fixed(March, 17), 92),
    ("st patrick's day", Fixed(March, 17), 92),
    ("april fools' day", Fixed(April, 1), 88),
    ("april fool's day", Fixed(April, 1), 88),
    ("earth day", Fixed(April, 22), 85),
    ("shrove tuesday", Easter(-47), 90),
    ("ash wednesday", Easter(-46), 92),
    ("palm sunday", Easter(-7), 92),
    ("maundy thursday", Easter(-3), 92),
    ("good friday", Easter(-2), 92),
    ("holy saturday", Easter(-1), 90),
    ("easter sunday", Easter(0), 93),
    ("easter monday", Easter(1), 93),
    ("easter", Easter(0), 70),
    ("ascension day", Easter(39), 85),
    ("whit monday", Easter(50), 85),
    ("anzac day", Fixed(April, 25), 92),
    ("may day", Fixed(May, 1), 75),
    ("memorial day", Last(Weekday::Monday, May), 75),
    ("juneteenth", Fixed(Month::June, 19), 85),
    ("canada day", Fixed(July, 1), 88),
    ("fourth of july", Fixed(July, 4), 92),
    ("july fourth", Fixed(July, 4), 92),
    ("bastille day", Fixed(July, 14), 92),
    ("labor day", Nth(1, Weekday::Monday, September), 85),
    ("columbus day", Nth(2, Weekday::Monday, October), 88),
    ("halloween", Fixed(October, 31), 90),
    ("all saints' day", Fixed(November, 1), 90),
    ("guy fawkes night", Fixed(November, 5), 88),
    ("election day", After(1, 1, Weekday::Monday, November), 60),
    ("armistice day", Fixed(November, 11), 90),
    ("veterans day", Fixed(November, 11), 88),
    ("thanksgiving day", Nth(4, Weekday::Thursday, November), 88),
    ("thanksgiving", Nth(4, Weekday::Thursday, November), 80),
    ("black friday", After(1, 4, Weekday::Thursday, November), 75),
    ("cyber monday", After(4, 4, Weekday::Thursday, November), 85),
    ("christmas eve", Fixed(December, 24), 94),
    ("christmas day", Fixed(December, 25), 95),
    ("christmas", Fixed(December, 25), 75),
    ("boxing day", Fixed(December, 26), 92),
];

/// Words before a holiday, and which of its returns they mean, counted from the publication.
const STEPS: &[(&str, i64)] = &[("last", -1), ("this", 0), ("next", 1)];

/// What a holiday begins with.
pub(super) fn openings(add: Add<'_>) {
    for (word, _) in STEPS {
        add(word);
    }
    for (name, ..) in HOLIDAYS {
        add(name);
    }
}

/// The word that begins each holiday is looked for first, so that most tokens cost one comparison of it.
fn matching(reader: &Reader<'_>, at: TokenIndex) -> Option<(TokenIndex, Rule, u16)> {
    if !reader.is_capitalised(at) {
        return None;
    }
    HOLIDAYS
        .iter()
        .filter_map(|&(name, rule, confidence)| Some((phrase(reader, at, name)?, rule, confidence)))
        .max_by_key(|(end, _, _)| *end)
}

/// Compares word by word, a possessive ending being a token of its own and an apostrophe having two shapes.
fn phrase(reader: &Reader<'_>, at: TokenIndex, name: &str) -> Option<TokenIndex> {
    let mut next = at;
    for part in name.split(' ') {
        let (stem, ending) = match part.split_once('\'') {
            Some((stem, ending)) => (stem, Some(ending)),
            None => (part, None),
        };
        if !reader.is(next, stem) {
            return None;
        }
        next += 1;
        if let Some(ending) = ending {
            let fits = if ending.is_empty() { reader.one_of(next, &["'", "’"]) } else { reader.one_of(next, &["'s", "’s"]) };
            if !fits {
                return None;
            }
            next += 1;
        }
    }
    Some(next)
}

fn in_year(rule: Rule, year: i32) -> Option<Date> {
    match rule {
        Fixed(month, day) => Date::from_calendar_date(year, month, day).ok(),
        Easter(days) => plus_days(easter(year)?, days),
        Nth(nth, weekday, month) => nth_weekday(year, month, weekday, nth),
        Last(weekday, month) => last_weekday(year, month, weekday),
        After(days, nth, weekday, month) => plus_days(nth_weekday(year, month, weekday, nth)?, days),
    }
}

/// Reads a holiday at `at`, perhaps with "last", "this" or "next" before it or a year behind it.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    let step = STEPS.iter().find(|(word, _)| reader.is(at, word)).map(|&(_, step)| step);
    let begin = if step.is_some() { at + 1 } else { at };
    let (mut end, rule, confidence) = matching(reader, begin)?;
    // "Easter Island", "Christmas Carol", "the Easter Rising": the day's name begins another one.
    let goes_on = reader.is_capitalised(end) && !reader.is(end, "day");
    let confidence = if goes_on { 30 } else { confidence };
    let of = if reader.one_of(end, &["of", ","]) { end + 1 } else { end };
    let year = reader.small_number(of).filter(|year| reader.word(of).len() == 4 && (1000..=2199).contains(year));
    let is_week = reader.is(end, "week");
    let date = match (year, context.published) {
        (Some(year), _) => {
            end = of + 1;
            in_year(rule, i32::from(year))
        }
        (None, Some(published)) => nearest(reader, at..end, rule, step, published),
        (None, None) => None,
    };
    let period = if is_week {
        end += 1;
        // Holy Week is the one that Easter ends; the week of any other day is the one it lies in.
        let day =
            date.and_then(|day| if matches!(rule, Easter(0)) { on_or_after(plus_days(day, -7)?, Weekday::Monday) } else { Some(day) });
        day.and_then(|day| Period::around(day, Unit::Week))
    } else {
        date.map(Period::Day)
    };
    Some(Found::date(at..end, period, confidence).into())
}

/// The day in the year that "last" or the tense points at, or else the nearest one.
fn nearest(reader: &Reader<'_>, tokens: std::ops::Range<TokenIndex>, rule: Rule, step: Option<i64>, published: Date) -> Option<Date> {
    let mut days = (-1..=1).filter_map(|step| in_year(rule, published.year() + step));
    match (step, tense::around(reader, tokens)) {
        (Some(-1), _) => days.filter(|day| *day < published).max(),
        (Some(1), _) => days.find(|day| *day > published),
        (Some(_), _) => in_year(rule, published.year()),
        (None, tense) => by_tense(days, published, tense),
    }
}
