//! Dates that are known only from where one stands: "today", "Friday", "last week", "next year", "the following day", "now".
//!
//! Most are counted from the publication; "the next day", "that year" and the like from the nearest date before. Lengths of
//! time that end now ("the past two years") are in `durations`.

use time::{Date, Weekday};

use super::calendar::{PartOfDay, Period, Reference, Season, Unit, on_or_after, on_or_before, plus_days};
use super::dates::day_from;
use super::openings::Add;
use super::reader::Reader;
use super::tense::{self, Tense};
use super::vocabulary::{NamedUnit, full_month, part_of_day, season, time_unit, weekday};
use super::{Context, Found, Reading, vocabulary};
use crate::segment::TokenIndex;

/// Days by their distance from today.
const DAYS: &[(&str, i64)] =
    &[("the day before yesterday", -2), ("the day after tomorrow", 2), ("today", 0), ("yesterday", -1), ("tomorrow", 1)];

/// Phrases for a direction in time, with a confidence in hundredths: the vaguer ones stay below the usual threshold.
const REFERENCES: &[(&str, Reference, u16)] = &[
    ("now", Reference::Present, 62),
    ("right now", Reference::Present, 75),
    ("currently", Reference::Present, 60),
    ("at present", Reference::Present, 70),
    ("nowadays", Reference::Present, 75),
    ("these days", Reference::Present, 70),
    ("at the moment", Reference::Present, 65),
    ("the recent past", Reference::Past, 70),
    ("the future", Reference::Future, 65),
    ("the near future", Reference::Future, 75),
    ("the foreseeable future", Reference::Future, 75),
    ("the days ahead", Reference::Future, 45),
    ("the weeks ahead", Reference::Future, 45),
    ("the months ahead", Reference::Future, 45),
    ("the years ahead", Reference::Future, 45),
];

/// Words before a weekday that make a name or an unknown day of it.
const NAMED_WEEKDAYS: &[&str] =
    &["sheffield", "ruby", "bloody", "super", "holy", "shrove", "fat", "freaky", "casual", "throwback", "giving"];

/// The night of today.
const TONIGHT: &str = "tonight";

/// Before a part of the day: today's.
const THIS: &str = "this";

/// Before the night or evening: yesterday's.
const LAST: &str = "last";

/// Phrases before a date whose week is meant.
const WEEK_OF: &[&str] = &["the week of", "week of"];

/// Words before a weekend.
const BEFORE_WEEKENDS: &[&str] = &["the", "this", "last", "next", "that"];

/// Words that point at one of the neighbouring periods.
const POINTERS: &[(&str, i64)] = &[("this", 0), ("current", 0), ("last", -1), ("past", -1), ("next", 1), ("coming", 1), ("upcoming", 1)];

/// Words before a period that is counted from the nearest date before.
const ANAPHORIC: &[&str] = &["that", "the"];

/// What a relative date begins with.
pub(super) fn openings(add: Add<'_>) {
    vocabulary::all_weekdays(add);
    for (phrase, _) in DAYS {
        add(phrase);
    }
    for (word, _) in POINTERS {
        add(word);
    }
    for (phrase, ..) in REFERENCES {
        add(phrase);
    }
    for phrases in [WEEK_OF, BEFORE_WEEKENDS, ANAPHORIC, &[TONIGHT, THIS, LAST]] {
        phrases.iter().for_each(|phrase| add(phrase));
    }
}

/// Reads a relative date at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    let found = day(reader, at, context)
        .or_else(|| tonight(reader, at, context))
        .or_else(|| bare_weekday(reader, at, context))
        .or_else(|| week_of(reader, at, context))
        .or_else(|| weekend(reader, at, context))
        .or_else(|| pointed(reader, at, context))
        .or_else(|| anaphoric(reader, at, context))
        .or_else(|| reference(reader, at))?;
    Some(found.into())
}

/// The day, or the part of it that is named behind it: "Friday morning".
fn with_part(reader: &Reader<'_>, at: TokenIndex, end: TokenIndex, date: Option<Date>, confidence: u16) -> Found {
    match part_of_day(reader.lower(end)) {
        Some(part) => {
            let period = date.map(|date| Period::PartOfDay(date, part));
            Found { kind: crate::annotations::ValueType::Time, ..Found::date(at..end + 1, period, confidence) }
        }
        None => Found::date(at..end, date.map(Period::Day), confidence),
    }
}

fn day(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Found> {
    let &(phrase, days) = DAYS.iter().find(|(phrase, _)| reader.phrase(at, phrase).is_some())?;
    let end = reader.phrase(at, phrase)?;
    // "USA Today", "Russia Today": a name.
    let named = at > reader.start() && reader.is_capitalised(at) && reader.is_capitalised(at - 1) && days == 0;
    Some(with_part(reader, at, end, day_from(context, days), if named { 25 } else { 95 }))
}

/// "tonight", "last night", "this morning".
fn tonight(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Found> {
    let (end, days, part) = if reader.is(at, TONIGHT) {
        (at + 1, 0, PartOfDay::Night)
    } else if reader.is(at, LAST) && reader.one_of(at + 1, &["night", "evening"]) {
        (at + 2, -1, part_of_day(reader.lower(at + 1))?)
    } else if reader.is(at, THIS) {
        (at + 2, 0, part_of_day(reader.lower(at + 1))?)
    } else {
        return None;
    };
    let period = day_from(context, days).map(|date| Period::PartOfDay(date, part));
    Some(Found { kind: crate::annotations::ValueType::Time, ..Found::date(at..end, period, 93) })
}

/// "Friday", "Friday night", read by the tense around it.
fn bare_weekday(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Found> {
    let weekday = weekday(reader.lower(at)).filter(|_| reader.is_capitalised(at))?;
    let before = reader.before(at, 1);
    if NAMED_WEEKDAYS.contains(&before) {
        return None;
    }
    let unspecific = matches!(before, "a" | "one" | "any" | "another" | "every" | "each");
    // "on a Friday" is an unknown one, "a Friday night vigil" the last or next.
    let after = reader.lower(if part_of_day(reader.lower(at + 1)).is_some() { at + 2 } else { at + 1 });
    let attributive = matches!(before, "a" | "another") && after.len() > 3 && reader.is_lower_case(at + 1);
    if unspecific && !attributive {
        return Some(Found { value: None, period: None, ..with_part(reader, at, at + 1, None, 45) });
    }
    let end = if part_of_day(reader.lower(at + 1)).is_some() { at + 2 } else { at + 1 };
    let tense = tense::around(reader, at..end);
    let date = context.published.and_then(|published| match tense {
        Tense::Future => on_or_after(published, weekday),
        Tense::Past | Tense::Unknown => on_or_before(published, weekday),
    });
    Some(with_part(reader, at, at + 1, date, if tense == Tense::Past { 96 } else { 88 }))
}

/// "the week of March 6", "the week of Sept. 12, 2016"
fn week_of(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Found> {
    let inner = WEEK_OF.iter().find_map(|phrase| reader.phrase(at, phrase))?;
    let reading = super::dates::read(reader, inner, context)?;
    let Some(Period::Day(day)) = reading.first.period else { return None };
    Some(Found::date(at..reading.end(), Period::around(day, Unit::Week), 90))
}

/// "the weekend", "last weekend", "this weekend".
fn weekend(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Found> {
    let pointer = reader.lower(at);
    let long = if reader.is(at + 1, "past") { at + 2 } else { at + 1 };
    if !reader.is(long, "weekend") || !BEFORE_WEEKENDS.contains(&pointer) {
        return None;
    }
    let period = context.published.and_then(|published| {
        let future = tense::around(reader, at..long + 1) == Tense::Future;
        let started = on_or_before(published, Weekday::Saturday)?;
        let coming = on_or_after(published, Weekday::Saturday)?;
        let inside = published.weekday() == Weekday::Sunday || published.weekday() == Weekday::Saturday;
        let saturday = match pointer {
            "last" if inside => plus_days(started, -7)?,
            "last" => started,
            "next" => plus_days(if inside { started } else { coming }, 7)?,
            "that" => return None,
            _ if inside => started,
            _ if future || (pointer == "this" && published.weekday() != Weekday::Monday) => coming,
            _ => started,
        };
        let (year, week, _) = saturday.to_iso_week_date();
        Some(Period::Weekend(year, week))
    });
    // A weekend of some other week: known as a date, not which.
    Some(Found::date(at..long + 1, period, if pointer == "that" { 55 } else { 85 }))
}

/// Which of the neighbouring periods a word points at.
fn pointer(word: &str) -> Option<i64> {
    POINTERS.iter().find(|(name, _)| *name == word).map(|&(_, step)| step)
}

/// "last week", "this year", "next Tuesday", "last November", "last fall".
fn pointed(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Found> {
    let step = pointer(reader.lower(at))?;
    // "this past Friday", "this coming week": the second word points.
    let (noun, step) = match pointer(reader.lower(at + 1)) {
        Some(inner) if step == 0 && inner != 0 => (at + 2, inner),
        _ => (at + 1, step),
    };
    let word = reader.lower(noun);
    let capital = reader.is_capitalised(noun);
    if let Some(weekday) = weekday(word).filter(|_| capital) {
        let date = context.published.and_then(|published| pointed_weekday(reader, at..noun + 1, published, weekday, step));
        return Some(with_part(reader, at, noun + 1, date, if step == 1 { 80 } else { 93 }));
    }
    if let Some(month) = full_month(word).filter(|_| capital) {
        let period = context.published.map(|published| {
            let (now, then) = (u8::from(published.month()), u8::from(month));
            let year = match step {
                -1 if then >= now => published.year() - 1,
                1 if then <= now => published.year() + 1,
                _ => published.year(),
            };
            Period::Month(year, month)
        });
        return Some(Found::date(at..noun + 1, period, 93));
    }
    if let Some(season) = season(word) {
        let period = context.published.and_then(|published| pointed_season(published, season, step));
        return Some(Found::date(at..noun + 1, period, 88));
    }
    if word == "quarter" {
        let period = context.published.and_then(|published| Period::stepped(published, Unit::Quarter, step));
        return Some(Found::date(at..noun + 1, period, 70));
    }
    let NamedUnit { unit, times: 1, plural: false } = time_unit(word)? else { return None };
    // "the last week" is the length of a week that ends now; "last second" and "this minute" are figures of speech.
    let lasting = reader.before(at, 1) == "the" || matches!(reader.lower(at), "coming" | "past" | "current" | "upcoming");
    if unit <= Unit::Day || (lasting && step != 0) || unit == Unit::Quarter {
        return None;
    }
    let period = context.published.and_then(|published| Period::stepped(published, unit, step));
    let confidence = if unit >= Unit::Decade { 80 } else { 95 };
    Some(Found::date(at..noun + 1, period, confidence))
}

fn pointed_weekday(reader: &Reader<'_>, tokens: std::ops::Range<TokenIndex>, published: Date, weekday: Weekday, step: i64) -> Option<Date> {
    match step {
        -1 => on_or_before(plus_days(published, -1)?, weekday),
        1 => on_or_after(plus_days(published, 1)?, weekday),
        _ if tense::around(reader, tokens) == Tense::Past => on_or_before(published, weekday),
        _ => on_or_after(published, weekday),
    }
}

/// The season that "last", "this" or "next" means, by the northern calendar.
fn pointed_season(published: Date, season: Season, step: i64) -> Option<Period> {
    let begin = |year: i32| Date::from_calendar_date(year, season.first_month(), 1).ok();
    let year = published.year();
    let years = [year - 1, year, year + 1];
    let chosen = match step {
        // The last one to have begun at least half a season ago: in June, "last summer" is not the one that has just begun.
        -1 => years.into_iter().rev().find(|y| begin(*y).is_some_and(|day| (published - day).whole_days() > 60)),
        1 => years.into_iter().find(|y| begin(*y).is_some_and(|day| day > published)),
        // A winter that is running began last year.
        _ if season == Season::Winter && u8::from(published.month()) <= 2 => Some(year - 1),
        _ => Some(year),
    };
    chosen.map(|year| Period::Season(year, season))
}

/// "the next day", "the following year", "that day", "the same month": counted from the nearest date before.
fn anaphoric(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Found> {
    if !reader.one_of(at, ANAPHORIC) {
        return None;
    }
    let that = reader.is(at, "that");
    let word = if that && !reader.is(at + 1, "same") { at } else { at + 1 };
    let step: i64 = match reader.lower(word) {
        "next" | "following" => 1,
        "previous" | "preceding" => -1,
        "that" | "same" => 0,
        _ => return None,
    };
    let noun = reader.lower(word + 1);
    let anchor = context.anchor.and_then(|period| period.first_day().map(|day| (day, period.unit())));
    if let Some(part) = part_of_day(noun) {
        if that && word == at && noun == "evening" && anchor.is_none() {
            return None;
        }
        let known = anchor.filter(|(_, unit)| *unit == Unit::Day);
        let period = known.and_then(|(day, _)| plus_days(day, step)).map(|day| Period::PartOfDay(day, part));
        return Some(Found { kind: crate::annotations::ValueType::Time, ..Found::date(at..word + 2, period, 72) });
    }
    let NamedUnit { unit, times: 1, plural: false } = time_unit(noun)? else { return None };
    if unit < Unit::Day || (reader.lower(word) == "next" && unit > Unit::Day) {
        return None;
    }
    // A year does not say which day: what is finer than the anchor stays open.
    let period = anchor.filter(|(_, known)| *known <= unit).and_then(|(day, _)| Period::stepped(day, unit, step));
    Some(Found::date(at..word + 2, period, 72))
}

fn reference(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    let matches =
        REFERENCES.iter().filter_map(|&(phrase, reference, confidence)| Some((reader.phrase(at, phrase)?, reference, confidence)));
    let (end, reference, confidence) = matches.max_by_key(|(end, _, _)| *end)?;
    // "now-defunct" and the names of programmes ("Apocalypse Now") are no present.
    // At the head of a sentence "now" more often turns to the next thought than it tells the time.
    let turns = reader.word(at) == "Now";
    if turns || reader.is_joint(end) || (reader.is_capitalised(at) && at > reader.start() && reader.is_capitalised(at - 1)) {
        return None;
    }
    let at = if reader.is(at, "in") { at + 1 } else { at };
    Some(Found::date(at..end, Some(Period::Reference(reference)), confidence))
}
