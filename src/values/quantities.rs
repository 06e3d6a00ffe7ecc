//! Amounts of a physical unit: "40 km", "400-mile", "3.5 million tonnes", "6ft 2in", "30 degrees Celsius", "50mph";
//! and ages, "59-year-old" or "six months old", as years, months, weeks or days.
//!
//! The value is the number and the unit's UCUM code. Where the word leaves the unit open ("tons", "gallons", "degrees") the
//! amount is marked without a value; bare counts are not marked at all.

use super::calendar::Unit;
use super::decimal::Decimal;
use super::numbers::{self, Count};
use super::openings::Add;
use super::reader::Reader;
use super::units::{AFTER_METRES, PLURALS, SHORT, WORDS};
use super::vocabulary::time_unit;
use super::{Context, Found, Reading};
use crate::annotations::ValueType;
use crate::lists::list;
use crate::segment::{Kind, TokenIndex};

/// Phrases for a part of one unit, in hundredths, the longer ones first where one begins another.
const PARTS_OF_ONE: &[(&str, u64)] = &[
    ("half a", 50),
    ("half an", 50),
    ("a quarter of a", 25),
    ("a quarter of an", 25),
    ("three quarters of a", 75),
    ("three quarters of an", 75),
    ("a quarter", 25),
];

/// What an amount begins with: a count, or a minus.
pub(super) fn openings(add: Add<'_>) {
    numbers::openings(add);
    numbers::MINUS.iter().for_each(|sign| add(sign));
}

/// Reads an amount of a unit at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, _: &Context) -> Option<Reading> {
    if let Some(number) = numbers::behind_minus(reader, at) {
        return below_zero(reader, at, number).map(Reading::from);
    }
    let (count, end) = counted(reader, at)?;
    let article = reader.one_of(at, &["a", "an"]) && end == at + 1;
    let joint = reader.is_joint(end);
    let noun = reader.skip_joint(end);
    if let Some(found) = age(reader, at, &count, noun) {
        return Some(found.into());
    }
    if let Some(found) = feet_and_inches(reader, at, &count, noun) {
        return Some(found.into());
    }
    // "a third of a mile" is no mile.
    if article && reader.before(at, 1) == "of" && reader.one_of(at.saturating_sub(2), &["half", "third", "quarter", "quarters", "fifth"]) {
        return None;
    }
    let (mut end, code, confidence) = unit(reader, noun, &count, joint, article)?;
    let mut count = count;
    if let (Count::Exact(amount), Some(after)) = (count, reader.phrase(end, "and a half")) {
        count = Count::Exact(amount.plus(Decimal::hundredths(50))?);
        end = after;
    }
    let value = code.and_then(|code| match count {
        Count::Exact(amount) => Some(format!("{amount} {code}")),
        Count::Range(low, high) => Some(format!("{low}/{high} {code}")),
        Count::Vague => None,
    });
    Some(Found::new(ValueType::Quantity, at..end, value, confidence).into())
}

/// A temperature below zero, whose number is at `number`: nothing else is counted so.
fn below_zero(reader: &Reader<'_>, at: TokenIndex, number: TokenIndex) -> Option<Found> {
    let number = numbers::number(reader, number, false)?;
    let (end, code, confidence) = unit(reader, number.end, &Count::Exact(number.value), false, false)?;
    let degrees = matches!(code, Some("Cel" | "[degF]")) || code.is_none() && reader.is(end - 1, "degrees");
    degrees.then(|| Found::new(ValueType::Quantity, at..end, code.map(|code| format!("-{} {code}", number.value)), confidence))
}

fn counted(reader: &Reader<'_>, at: TokenIndex) -> Option<(Count, TokenIndex)> {
    // "half a mile", "a quarter mile", "three-quarters of a mile"
    let part = PARTS_OF_ONE.iter().find_map(|&(phrase, part)| Some((part, reader.phrase(at, phrase)?)));
    let joined = || Some((75, reader.phrase(at + 2, "quarters of a").filter(|_| reader.is(at, "three") && reader.is_joint(at + 1))?));
    let scaled = numbers::number(reader, at, false).is_some_and(|number| number.scaled);
    if let Some((part, end)) = part.or_else(joined).filter(|_| !scaled) {
        return Some((Count::Exact(Decimal::hundredths(part)), end));
    }
    let counted = numbers::count(reader, at, true)?;
    Some((counted.count, counted.end))
}

/// The unit at `at` behind `count`: the token after it, its code, and how sure it is.
fn unit(reader: &Reader<'_>, at: TokenIndex, count: &Count, joint: bool, article: bool) -> Option<(TokenIndex, Option<&'static str>, u16)> {
    let single = matches!(count, Count::Exact(value) if *value <= Decimal::ONE);
    if let Some((end, name, code)) = WORDS.iter().find_map(|&(name, code)| Some((phrase(reader, at, name)?, name, code))) {
        let end = if name == "pounds of" { end - 1 } else { end };
        let singular = !name.contains('s') && !PLURALS.contains(&name);
        // "two foot soldiers", "five yard lines": the singular needs a hyphen, a one or a fraction, but for "6 foot 2".
        if singular && !joint && !single && !matches!(name, "foot" | "stone" | "° c" | "° f" | "km/h") {
            return None;
        }
        let confidence = match name {
            _ if *count == Count::Vague => 62,
            "degrees" | "degree" if joint || article => return None,
            "degrees" | "degree" => 70,
            // Weight or money: the value stays open unless something is weighed.
            "pounds" | "pound" => return weighed(reader, at, end, joint).then_some((end, code, 75)).or(Some((end, None, 45))),
            "stone" | "foot" | "yard" if !joint => 40,
            // "on two feet", "his two feet" are what one stands on.
            "feet" if matches!(reader.before(at, 2), "on" | "his" | "her" | "their" | "my" | "own" | "both") => 40,
            "stone" => 55,
            // "a meter", "a pint", "a yard" are more often things than lengths.
            _ if article && list!("acre|barrel|hectare|kilometer|kilometre|liter|litre|mile|tonne").contains(name) => 70,
            _ if article => 35,
            _ => 94,
        };
        return Some((end, code, confidence));
    }
    let word = reader.word(at);
    let digits = at.checked_sub(1).is_some_and(|back| reader.kind(back) == Some(Kind::Number));
    let glued = reader.is_glued(at) || joint;
    if !digits && !joint {
        return None;
    }
    if let Some(code) = SHORT.get(word) {
        if (word == "in" || word.len() == 1) && (!glued || joint) {
            return None;
        }
        return Some((at + 1, Some(code), if glued { 90 } else { 85 }));
    }
    // "30C", "1.85m tall"
    if glued && digits && !joint {
        return match word {
            // "Appendix 2C": behind a name the letter numbers a part.
            "C" | "F" if at.checked_sub(2).is_some_and(|back| reader.is_capitalised(back)) => None,
            "C" => Some((at + 1, Some("Cel"), 65)),
            "F" => Some((at + 1, Some("[degF]"), 60)),
            "m" if AFTER_METRES.contains(reader.lower(at + 1)) => Some((at + 1, Some("m"), 80)),
            _ => None,
        };
    }
    None
}

/// A unit's name, the slash in "km/h" being a token of its own.
fn phrase(reader: &Reader<'_>, at: TokenIndex, name: &str) -> Option<TokenIndex> {
    match name {
        "km/h" => (reader.is(at, "km") && reader.word(at + 1) == "/" && reader.is(at + 2, "h")).then_some(at + 3),
        "light-years" | "kilowatt-hours" => {
            let (first, second) = name.split_once('-')?;
            (reader.is(at, first) && reader.is_joint(at + 1) && reader.is(at + 2, second)).then_some(at + 3)
        }
        _ => reader.phrase(at, name),
    }
}

/// UCUM's codes for the units that ages are counted in.
fn age_code(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Year => Some("a"),
        Unit::Month => Some("mo"),
        Unit::Week => Some("wk"),
        Unit::Day => Some("d"),
        _ => None,
    }
}

/// "59-year-old", "six months old".
fn age(reader: &Reader<'_>, at: TokenIndex, count: &Count, noun: TokenIndex) -> Option<Found> {
    let unit = time_unit(reader.lower(noun)).filter(|named| named.times == 1)?;
    let code = age_code(unit.unit)?;
    let old = reader.skip_joint(noun + 1);
    if !reader.one_of(old, &["old", "olds"]) {
        return None;
    }
    let value = match count {
        Count::Exact(amount) => format!("{amount} {code}"),
        Count::Range(low, high) => format!("{low}/{high} {code}"),
        Count::Vague => return None,
    };
    Some(Found::new(ValueType::Quantity, at..old + 1, Some(value), 93))
}

/// Whether pounds weigh something here: "20 pounds of cocaine", "weighed 20 pounds", "a 200-pound man".
fn weighed(reader: &Reader<'_>, at: TokenIndex, end: TokenIndex, joint: bool) -> bool {
    let weighs = (1..6).any(|back| matches!(reader.before(at, back), "weighs" | "weighed" | "weighing" | "weigh" | "lost" | "weight"));
    joint || weighs || reader.one_of(end, &["of", "heavier", "lighter", "overweight"])
}

/// "6ft 2in", "6 feet 2 inches", in inches.
fn feet_and_inches(reader: &Reader<'_>, at: TokenIndex, count: &Count, noun: TokenIndex) -> Option<Found> {
    let Count::Exact(feet) = *count else { return None };
    if !reader.one_of(noun, &["ft", "ft.", "feet", "foot"]) {
        return None;
    }
    let apart = reader.one_of(noun + 1, &[",", "and"]);
    let inches = numbers::number(reader, if apart { noun + 2 } else { reader.skip_joint(noun + 1) }, false)?;
    let last = reader.skip_joint(inches.end);
    // "5-foot-10"
    let joined = reader.is(noun, "foot") && reader.is_joint(noun + 1) && !inches.scaled;
    let end = match reader.one_of(last, &["in", "in.", "ins", "inches", "inch"]) {
        true => last + 1,
        false if joined => inches.end,
        false => return None,
    };
    if inches.value >= Decimal::whole(12) {
        return None;
    }
    let total = feet.times(12)?.plus(inches.value)?;
    Some(Found::new(ValueType::Quantity, at..end, Some(format!("{total} [in_i]")), 92))
}
