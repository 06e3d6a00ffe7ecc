//! Shares of a hundred: "12.5%", "12.5 per cent", "5 to 10 percent", "two thirds of", "three in ten".
//!
//! Fractions in words are shares only where they take part of something; "a third" alone is an ordinal or a place. A share
//! that has no end in decimals is rounded to two places.

use super::decimal::Decimal;
use super::numbers::{self, Count, Counted};
use super::openings::Add;
use super::reader::Reader;
use super::{Context, Found, Reading};
use crate::annotations::ValueType;
use crate::segment::{Kind, TokenIndex};

/// Phrases behind a number that make it a share.
const SIGNS: &[&str] = &["%", "percent", "per cent", "pct", "percentage points", "percentage point", "pc"];

/// The lower parts of fractions in words, singular.
const PARTS: &[(&str, u64)] = &[
    ("half", 2),
    ("third", 3),
    ("quarter", 4),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
];

/// What a share begins with: a number, perhaps below zero.
pub(super) fn openings(add: Add<'_>) {
    numbers::openings(add);
    numbers::MINUS.iter().for_each(|sign| add(sign));
}

/// Reads a share at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, _: &Context) -> Option<Reading> {
    if let Some(number) = numbers::behind_minus(reader, at) {
        let number = numbers::number(reader, number, false)?;
        let end = sign(reader, reader.skip_joint(number.end))?;
        return Some(share(at..end, format!("-{}", number.value), 90).into());
    }
    let found = percent(reader, at).or_else(|| fraction(reader, at)).or_else(|| out_of(reader, at))?;
    Some(found.into())
}

fn share(tokens: std::ops::Range<TokenIndex>, value: String, confidence: u16) -> Found {
    Found::new(ValueType::Percent, tokens, Some(value), confidence)
}

fn sign(reader: &Reader<'_>, at: TokenIndex) -> Option<TokenIndex> {
    if reader.is(at, "percentage") && reader.is_joint(at + 1) && reader.one_of(at + 2, &["point", "points"]) {
        return Some(at + 3);
    }
    let end = SIGNS.iter().filter_map(|phrase| reader.phrase(at, phrase)).max()?;
    // "5pc" and "5 pc" are British; a "20 PC order" is not.
    (!reader.is(at, "pc") || reader.word(at) == "pc").then_some(end)
}

fn percent(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    // "10% to 15%", "between 10 and 15 per cent"
    let opened = reader.is(at, numbers::BETWEEN);
    if let Some(first) = numbers::number(reader, if opened { at + 1 } else { at }, false)
        && let Some(inner) = sign(reader, first.end)
        && let Some(next) = numbers::after_range_word(reader, inner, opened)
        && let Some(second) = numbers::number(reader, next, false)
        && let Some(end) = sign(reader, second.end)
        && first.value < second.value
    {
        return Some(share(at..end, format!("{}/{}", first.value, second.value), 96));
    }
    let counted = half(reader, at).or_else(|| numbers::count(reader, at, false))?;
    let end = sign(reader, reader.skip_joint(counted.end))?;
    match counted.count {
        Count::Exact(value) => Some(share(at..end, value.to_string(), 98)),
        Count::Range(low, high) => Some(share(at..end, format!("{low}/{high}"), 95)),
        Count::Vague => None,
    }
}

/// "half a" of "half a percent"
fn half(reader: &Reader<'_>, at: TokenIndex) -> Option<Counted> {
    let end = reader.phrase(at, "half a")?;
    sign(reader, end).map(|_| Counted { end, count: Count::Exact(Decimal::hundredths(50)) })
}

/// A hundredfold ratio, rounded to two places.
fn ratio(part: u64, whole: u64) -> Option<String> {
    let scaled = part.checked_mul(10_000)?.checked_add(whole / 2)?.checked_div(whole)?;
    Some(Decimal::hundredths(scaled).to_string())
}

/// "two thirds of", "a quarter of", "three-quarters of", "half of".
fn fraction(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    let part_of = |at: TokenIndex| {
        let word = reader.lower(at);
        let singular = word.strip_suffix('s').unwrap_or(word);
        PARTS.iter().find(|(name, _)| *name == singular).map(|&(_, whole)| whole)
    };
    let (noun, count) = if reader.is(at, "half") {
        (at, 1)
    } else if reader.one_of(at, &["a", "one"]) {
        (reader.skip_joint(at + 1), 1)
    } else {
        let number = numbers::number(reader, at, false)?;
        (reader.skip_joint(number.end), number.value.as_whole()?)
    };
    let whole = part_of(noun)?;
    // "half of May" and "a quarter of an hour" are times; "a fifth of" may be a bottle, but news has few of those.
    let timed =
        super::vocabulary::time_unit(reader.lower(noun + 3)).is_some() || matches!(reader.before(at, 1), "first" | "second" | "other");
    let of_what = !timed && reader.is(noun + 1, "of") && !reader.one_of(noun + 2, &["a", "an", "all", "it", "what", "that"]);
    let singular = !reader.lower(noun).ends_with('s');
    if !of_what || count >= whole || count == 0 || (singular != (count == 1)) {
        return None;
    }
    Some(share(at..noun + 1, ratio(count, whole)?, 65))
}

/// "three in ten", "one in five", "nine out of ten".
fn out_of(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    let small = |at: TokenIndex| {
        let number = numbers::number(reader, at, false)?;
        Some((number.end, number.value.as_whole()?))
    };
    let (end, part) = small(at)?;
    let joint = reader.is_joint(end);
    let link = reader.skip_joint(end);
    let inner = reader.phrase(link, "out of every").or_else(|| reader.phrase(link, "out of")).or_else(|| reader.phrase(link, "in every"));
    let inner = inner.or_else(|| reader.phrase(link, "in"))?;
    let (end, whole) = small(if joint { reader.skip_joint(inner) } else { inner })?;
    // "killed 15 in 2016", "three in two days": only round wholes are shares, and nothing counted in time follows them.
    // One may be one in many; "killed 15 in 20 attacks" counts twice.
    let round = matches!(whole, 3 | 4 | 5 | 10 | 100 | 1000) || part == 1 && matches!(whole, 6 | 8 | 20 | 50);
    let timed = super::vocabulary::time_unit(reader.lower(reader.skip_joint(end))).is_some() || reader.kind(end) == Some(Kind::Number);
    (round && part > 0 && part < whole && !timed).then(|| ratio(part, whole).map(|value| share(at..end, value, 62)))?
}
