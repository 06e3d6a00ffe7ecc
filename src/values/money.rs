//! Sums of money: "$2.5 million", "$3-4 million", "1.2bn euros", "£50m", "Rs 500 crore", "50 cents", "millions of dollars".
//!
//! The value is an ISO 4217 code and an exact amount. A bare dollar is a US dollar, as the press agencies write it; a word that
//! several countries' money shares ("pesos", "Rs") is decided by the countries that the article names, or the value stays open.

use super::countries::Purse;
use super::currencies::{CENTS, DOLLARS, NAMES, PREFIXES, SIGNS, SMALL_ONLY};
use super::decimal::Decimal;
use super::numbers::{self, Count, Number};
use super::openings::Add;
use super::reader::Reader;
use super::{Context, Found, Reading};
use crate::annotations::ValueType;
use crate::segment::{Kind, TokenIndex};

/// Rupees before an amount, as written.
const RUPEES: &[&str] = &["Rs", "Rs."];

/// What a sum begins with.
pub(super) fn openings(add: Add<'_>) {
    numbers::openings(add);
    for table in [DOLLARS, SIGNS, PREFIXES] {
        table.keys().for_each(&mut *add);
    }
    RUPEES.iter().for_each(|word| add(word));
}

/// Reads a sum at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, context: &Context) -> Option<Reading> {
    let purse = &context.purse;
    let found = if reader.is(at, numbers::BETWEEN) {
        between(reader, at, purse).or_else(|| worded(reader, at, purse))
    } else {
        signed(reader, at, purse).or_else(|| worded(reader, at, purse))
    };
    found.map(Reading::from)
}

/// The currency whose sign or letters stand at `at`, its code where that is known, and the token after it.
fn sign(reader: &Reader<'_>, at: TokenIndex, purse: &Purse) -> Option<(TokenIndex, Option<&'static str>)> {
    if let Some(code) = DOLLARS.get(reader.word(at)).filter(|_| reader.word(at + 1) == "$" && reader.is_glued(at + 1)) {
        return Some((at + 2, Some(code)));
    }
    if let Some(code) = SIGNS.get(reader.word(at)) {
        return Some((at + 1, Some(code)));
    }
    if reader.kind(at + 1) != Some(Kind::Number) {
        return None;
    }
    if RUPEES.contains(&reader.word(at)) {
        return Some((at + 1, purse.code("rs")));
    }
    PREFIXES.get(reader.word(at)).map(|code| (at + 1, Some(code)))
}

/// A sum behind a sign: "$5", "US$3-4 million", "$3 million to $4 million".
fn signed(reader: &Reader<'_>, at: TokenIndex, purse: &Purse) -> Option<Found> {
    let (from, code) = sign(reader, at, purse)?;
    let first = amount(reader, from)?;
    if let Some(next) = numbers::after_range_word(reader, first.end, false) {
        // Without the sign again a number behind "or" may count anything.
        let plain = || (reader.is(first.end, "to") || reader.is_dash(first.end)).then_some((next, code));
        let second = sign(reader, next, purse).or_else(plain).filter(|(_, other)| *other == code);
        if let Some((inner, _)) = second
            && let Some(second) = amount(reader, inner)
            && let Some(low) = numbers::share_scale(reader, first, second)
            && low < second.value
        {
            return Some(sum(at..second.end, code, low, Some(second.value), 95));
        }
    }
    // "$10 Canadian dollars" and "$5 dollars" name the currency twice; the second name is the exacter one.
    let again = currency(reader, first.end, purse).filter(|(_, named)| named.is_some() && (*named == code || code == Some("USD")));
    let (end, code) = again.unwrap_or((first.end, code));
    Some(sum(at..end, code, first.value, None, 97))
}

/// "between $3 and $4 million"
fn between(reader: &Reader<'_>, at: TokenIndex, purse: &Purse) -> Option<Found> {
    let (from, code) = sign(reader, at + 1, purse)?;
    let first = amount(reader, from)?;
    let next = numbers::after_range_word(reader, first.end, true)?;
    let (inner, _) = sign(reader, next, purse).filter(|(_, other)| *other == code)?;
    let second = amount(reader, inner)?;
    let low = numbers::share_scale(reader, first, second)?;
    (low < second.value).then(|| sum(at..second.end, code, low, Some(second.value), 95))
}

/// A number behind a sign; a hyphen may join its scale.
fn amount(reader: &Reader<'_>, at: TokenIndex) -> Option<Number> {
    let digits = reader.kind(at) == Some(Kind::Number);
    let number = numbers::number(reader, at, true)?;
    digits.then_some(number)
}

/// A sum; without a code it is known to be money, but not whose.
fn sum(tokens: std::ops::Range<TokenIndex>, code: Option<&str>, low: Decimal, high: Option<Decimal>, confidence: u16) -> Found {
    let value = code.map(|code| match high {
        Some(high) => format!("{code} {low}/{high}"),
        None => format!("{code} {low}"),
    });
    Found::new(ValueType::Money, tokens, value, confidence)
}

/// The currency named at `at`, its code where the name determines it, and the token after it.
fn currency(reader: &Reader<'_>, at: TokenIndex, purse: &Purse) -> Option<(TokenIndex, Option<&'static str>)> {
    if let Some(code) = PREFIXES.get(reader.word(at)).filter(|_| reader.word(at).len() == 3 && !reader.word(at).ends_with('.')) {
        return Some((at + 1, Some(code)));
    }
    if let Some(code) = SIGNS.get(reader.word(at)).filter(|_| reader.is_glued(at) || reader.word(at) == "€") {
        return Some((at + 1, Some(code)));
    }
    let (end, code) = NAMES.iter().find_map(|&(name, code)| Some((reader.phrase(at, name)?, code)))?;
    // "20 euro cents" are cents.
    if reader.one_of(end - 1, SMALL_ONLY) && (reader.is_capitalised(end - 1) || reader.one_of(end, &["cents", "cent"])) {
        return None;
    }
    Some((end, code.or_else(|| purse.code(reader.lower(at)))))
}

/// A sum in words behind its amount: "1.2bn euros", "five million dollars", "50 cents", "millions of dollars".
fn worded(reader: &Reader<'_>, at: TokenIndex, purse: &Purse) -> Option<Found> {
    if let Some(found) = vague(reader, at, purse) {
        return Some(found);
    }
    let (count, end) = counted(reader, at)?;
    let noun = reader.skip_joint(end);
    if let Some((end, code)) = currency(reader, noun, purse).or_else(|| large_only(reader, noun, &count)) {
        return match count {
            Count::Exact(value) => Some(sum(at..end, code, value, None, 92)),
            Count::Range(low, high) => Some(sum(at..end, code, low, Some(high), 92)),
            Count::Vague => None,
        };
    }
    // "50p", but not a screen's "720p".
    if let Count::Exact(value) = count
        && reader.word(noun) == "p"
        && reader.is_glued(noun)
        && value < Decimal::whole(100)
        && reader.kind(at) == Some(Kind::Number)
    {
        return Some(sum(at..noun + 1, Some("GBP"), value.cents(), None, 75));
    }
    let (end, code) = CENTS.iter().find_map(|&(name, code)| Some((reader.phrase(noun, name)?, code)))?;
    // "per cent" never gets here, but "60 cent" and "1 cent" may: the singular needs a one or a hyphen.
    let single = reader.is(noun, "cent") && noun == end - 1;
    match count {
        Count::Exact(value) if !single || value == Decimal::ONE || noun > end - 1 || reader.is_joint(noun - 1) => {
            Some(sum(at..end, Some(code), value.cents(), None, 80))
        }
        Count::Range(low, high) if !single => Some(sum(at..end, Some(code), low.cents(), Some(high.cents()), 80)),
        _ => None,
    }
}

/// A count before a currency's name, with the short scales that glue to digits.
fn counted(reader: &Reader<'_>, at: TokenIndex) -> Option<(Count, TokenIndex)> {
    if let Some(range) = numbers::range(reader, at, true) {
        return Some((range.count, range.end));
    }
    if let Some(number) = numbers::number(reader, at, true) {
        return Some((Count::Exact(number.value), number.end));
    }
    // "a dollar"
    reader.one_of(at, &["a", "one"]).then_some((Count::Exact(Decimal::ONE), at + 1))
}

/// Words that are money only behind large numbers: fewer pounds may be weight, and "20 won" has a winner.
fn large_only(reader: &Reader<'_>, at: TokenIndex, count: &Count) -> Option<(TokenIndex, Option<&'static str>)> {
    let (code, least) = match reader.lower(at) {
        "pounds" | "pound" if !reader.is(at + 1, "of") => ("GBP", 1_000),
        "won" if *count != Count::Vague => ("KRW", 100_000),
        _ => return None,
    };
    let large = match count {
        Count::Exact(value) => *value >= Decimal::whole(least),
        Count::Range(_, high) => *high >= Decimal::whole(least),
        Count::Vague => true,
    };
    large.then_some((at + 1, Some(code)))
}

/// "millions of dollars", "several billion euros": money, but not how much.
fn vague(reader: &Reader<'_>, at: TokenIndex, purse: &Purse) -> Option<Found> {
    let mut end = numbers::vague(reader, at)?;
    if reader.one_of(end, &["hundred", "thousand", "million", "billion", "trillion"]) {
        end += 1;
    }
    let (end, _) = currency(reader, end, purse).or_else(|| large_only(reader, end, &Count::Vague))?;
    Some(Found::new(ValueType::Money, at..end, None, 75))
}
