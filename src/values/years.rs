//! Years, and what is counted in or by them: "2011", "2011-14", "the 1990s", "the 20th century", "Q3 2019", "fiscal 2019",
//! "summer 2016".
//!
//! Four digits are a year only where their surroundings say so; the rest get a confidence below the usual threshold.

use super::calendar::{Period, Season};
use super::numbers;
use super::openings::Add;
use super::reader::Reader;
use super::vocabulary::{season, seasons};
use super::{Context, Found, Reading};
use crate::lists::{List, list};
use crate::segment::{Kind, TokenIndex};

/// Words behind which four digits are nearly always a year.
const STRONG: &List = list!("circa|during|in|since|till|until");

/// Words behind which four digits are often a year.
const WEAK: &List = list!(
    "'s|(|a|about|after|an|and|around|before|between|by|early|for|from|her|his|into|its|late|mid|of|or|our|post|pre|that|the|their|\
    this|through|to|’s"
);

/// What four digits count, so that they are no year.
const COUNTED: &List = list!(
    "%|acres|barrels|billion|cases|children|days|deaths|dollars|euros|feet|gmt|hectares|hours|jobs|kilometers|kilometres|km|men|\
    meters|metres|miles|million|people|per|percent|points|pounds|seats|soldiers|square|tonnes|tons|troops|votes|women|years|yen"
);

/// Words for the last quarter or half of a year.
const FINAL: &[&str] = &["final", "last"];

/// What stands before a fiscal year, as one word with it or apart.
const FISCAL_LETTERS: &str = "FY";

/// Phrases before a fiscal year, the longer ones first.
const FISCAL: &[&str] = &["fiscal year", "financial year", "fiscal"];

/// What a year, decade, century, quarter or season in words begins with.
pub(super) fn openings(add: Add<'_>) {
    numbers::ordinal_openings(add);
    seasons(add);
    for phrases in [FINAL, FISCAL, &[FISCAL_LETTERS]] {
        phrases.iter().for_each(|phrase| add(phrase));
    }
}

/// Reads a year, decade, century, quarter or season at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    year(reader, at, context)
        .or_else(|| decade(reader, at))
        .or_else(|| century(reader, at))
        .or_else(|| quarter(reader, at, context))
        .or_else(|| fiscal(reader, at))
        .or_else(|| season_of(reader, at))
}

/// The year that four digits at `at` may be.
fn four_digits(reader: &Reader<'_>, at: TokenIndex) -> Option<i32> {
    let number = reader.small_number(at)?;
    (reader.word(at).len() == 4 && (1000..=2199).contains(&number)).then_some(i32::from(number))
}

fn year(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    let first = four_digits(reader, at)?;
    let confidence = year_confidence(reader, at, first, context)?;
    let found = Found::date(at..at + 1, Some(Period::Year(first)), confidence);
    // "2011-2014", "2015-16", "2015/16"
    let joined = (reader.is_dash(at + 1) || reader.word(at + 1) == "/") && reader.is_glued(at + 1) && reader.is_glued(at + 2);
    if joined {
        let second = four_digits(reader, at + 2).or_else(|| {
            let short = reader.small_number(at + 2).filter(|_| reader.word(at + 2).len() == 2)?;
            Some(first - first % 100 + i32::from(short))
        });
        let chained = reader.is_joint(at + 3) && reader.kind(at + 4) == Some(Kind::Number);
        return match second.filter(|second| *second > first && *second - first <= 200 && !chained) {
            Some(second) => {
                let sure = confidence.max(80);
                Some(Reading::pair(Found { confidence: sure, ..found }, Found::date(at + 2..at + 3, Some(Period::Year(second)), sure)))
            }
            // "555-2016-17" and the like: figures that are no years.
            None if reader.kind(at + 2) == Some(Kind::Number) => None,
            None => Some(found.into()),
        };
    }
    Some(found.into())
}

/// How sure it is that four digits are a year; nothing where they surely are not.
fn year_confidence(reader: &Reader<'_>, at: TokenIndex, year: i32, context: &Context) -> Option<u16> {
    let before = reader.before(at, 1);
    let after = reader.lower(at + 1);
    let modern = (1900..=2050).contains(&year);
    if list!("#|$|+|/|:|@|no|no.|rs|rs.|£|¥|€|₹").contains(before)
        || COUNTED.contains(after)
        || (reader.is_glued(at + 1) && reader.kind(at + 1) == Some(Kind::Word))
        || (reader.word(at + 1) == "%")
    {
        return None;
    }
    // "post-1959" and "mid-2016" are years; other joined figures are model numbers.
    let joined = reader.is_glued(at);
    let opens_bracket = before == "(" || matches!(before, "'" | "‘" | "\"" | "“");
    if joined && !opens_bracket {
        let prefix = reader.before(at, 2);
        return reader.is_joint(at - 1).then_some(if matches!(prefix, "post" | "pre" | "mid" | "early" | "late") { 85 } else { 15 });
    }
    let plural = reader.is_lower_case(at + 1) && after.ends_with('s') && !matches!(after, "was" | "is" | "has" | "as" | "this" | "us");
    if STRONG.contains(before) {
        return Some(if modern {
            if plural && year % 100 == 0 { 60 } else { 96 }
        } else if plural {
            35
        } else {
            88
        });
    }
    if at == reader.start() {
        let verb = list!("became|began|brought|ended|had|has|is|marked|saw|was|will").contains(after);
        return Some(if !modern {
            15
        } else if verb {
            75
        } else {
            40
        });
    }
    let follows_date = context.anchor_end.is_some_and(|end| end + 1 == at || (end + 2 == at && reader.is(at - 1, "and")));
    if modern && follows_date && matches!(context.anchor, Some(Period::Year(_))) && matches!(before, "," | "and" | "or" | "to") {
        return Some(92);
    }
    // "his 1987 Chevrolet", "Kerry's 2004 Subaru": the year of a make, not of what happened.
    let owned = matches!(before, "'s" | "’s" | "his" | "her" | "my" | "their");
    if owned && reader.is_capitalised(at + 1) {
        return Some(30);
    }
    if WEAK.contains(before) {
        let ambiguous = plural && (matches!(before, "of" | "to" | "for" | "about" | "around") || year % 50 == 0);
        return Some(match (modern, ambiguous) {
            (true, false) => 85,
            (true, true) => 40,
            (false, _) => 35,
        });
    }
    if before == "," {
        return Some(if modern && !plural { 60 } else { 20 });
    }
    // "Flight 1549", "Euro 2016": the number is part of a name.
    if reader.is_capitalised(at - 1) {
        return Some(if modern { 35 } else { 10 });
    }
    Some(if modern && !plural { 45 } else { 10 })
}

/// "1990s", "’90s", "the 80s".
fn decade(reader: &Reader<'_>, at: TokenIndex) -> Option<Reading> {
    let word = reader.lower(at);
    let marked = word.starts_with(['\'', '’', '‘', '`']);
    let digits = word.trim_start_matches(['\'', '’', '‘', '`']).strip_suffix('s')?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !digits.ends_with('0') {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (decade, confidence) = match digits.len() {
        4 if (1000..=2190).contains(&number) => (number / 10, 94),
        // "in his 30s" is an age, and "temperatures in the 80s" have nothing to show that they are none.
        2 if marked || reader.before(at, 1) == "’" || reader.before(at, 1) == "'" => (190 + number / 10, 88),
        2 if reader.before(at, 1) == "the" && (30..=90).contains(&number) => (190 + number / 10, 52),
        _ => return None,
    };
    Some(Found::date(at..at + 1, Some(Period::Decade(decade)), confidence).into())
}

/// "20th century", "the nineteenth-century".
fn century(reader: &Reader<'_>, at: TokenIndex) -> Option<Reading> {
    let (end, number) = numbers::ordinal(reader, at)?;
    let noun = reader.skip_joint(end);
    if !reader.one_of(noun, &["century", "centuries"]) || !(1..=22).contains(&number) {
        return None;
    }
    let ancient = reader.one_of(noun + 1, &["bc", "b.c.", "bce", "b.c.e."]);
    let period = (!ancient).then(|| Period::Century(i32::from(number) - 1));
    Some(Found::date(at..if ancient { noun + 2 } else { noun + 1 }, period, if number < 10 { 75 } else { 92 }).into())
}

/// Four digits or "last year" and the like behind a quarter or season, perhaps behind "of" or a comma.
fn year_of(reader: &Reader<'_>, at: TokenIndex, context: Option<&Context>) -> Option<(TokenIndex, i32)> {
    let at = if reader.one_of(at, &["of", ","]) { at + 1 } else { at };
    let at = if reader.is(at, "fiscal") { at + 1 } else { at };
    if let Some(year) = four_digits(reader, at) {
        return Some((at + 1, year));
    }
    let published = context?.published?;
    let step = match reader.lower(at) {
        "this" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    reader.is(at + 1, "year").then(|| (at + 2, published.year() + step))
}

/// "Q3 2019", "the third quarter of 2019", "the first half of last year".
fn quarter(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    let code = match reader.word(at) {
        "Q1" => Some(1),
        "Q2" => Some(2),
        "Q3" => Some(3),
        "Q4" => Some(4),
        _ => None,
    };
    if let Some(number) = code {
        let year = year_of(reader, at + 1, Some(context));
        let period = year.map(|(_, year)| Period::Quarter(year, number));
        return Some(Found::date(at..year.map_or(at + 1, |(end, _)| end), period, if year.is_some() { 95 } else { 60 }).into());
    }
    let (end, number) =
        if reader.one_of(at, FINAL) { (at + 1, None) } else { numbers::ordinal(reader, at).map(|(end, number)| (end, Some(number)))? };
    let noun = reader.skip_joint(end);
    let (most, half) = match reader.lower(noun) {
        "quarter" => (4, false),
        "half" => (2, true),
        _ => return None,
    };
    let number = u8::try_from(number.unwrap_or(most)).ok().filter(|number| (1..=most as u8).contains(number))?;
    // Without a year it may as well be a quarter of a match: sports pages have more of those.
    let (end, year) = year_of(reader, noun + 1, Some(context))?;
    let period = if half { Period::Half(year, number) } else { Period::Quarter(year, number) };
    Some(Found::date(at..end, Some(period), 92).into())
}

/// "fiscal 2019", "fiscal year 2019", "FY2019".
fn fiscal(reader: &Reader<'_>, at: TokenIndex) -> Option<Reading> {
    if let Some(digits) = reader.word(at).strip_prefix(FISCAL_LETTERS) {
        let year = match digits.len() {
            2 => 2000 + digits.parse::<i32>().ok()?,
            4 => digits.parse().ok()?,
            0 => four_digits(reader, at + 1)?,
            _ => return None,
        };
        let end = if digits.is_empty() { at + 2 } else { at + 1 };
        return Some(Found::date(at..end, Some(Period::FiscalYear(year)), 90).into());
    }
    let after = FISCAL.iter().find_map(|phrase| reader.phrase(at, phrase))?;
    let year = four_digits(reader, after)?;
    Some(Found::date(at..after + 1, Some(Period::FiscalYear(year)), 93).into())
}

/// "summer 2016", "the winter of 1998", "winter 1998-99".
fn season_of(reader: &Reader<'_>, at: TokenIndex) -> Option<Reading> {
    let season: Season = season(reader.lower(at))?;
    let (end, year) = year_of(reader, at + 1, None)?;
    // "fall 2016" in the middle of a sentence may be a verb and a count.
    let confidence = if reader.is(at, "fall") && !reader.is(at + 1, "of") && !reader.is_capitalised(at) { 60 } else { 92 };
    Some(Found::date(at..end, Some(Period::Season(year, season)), confidence).into())
}
