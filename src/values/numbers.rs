//! Numbers in digits and words, and the counts made of them: "1,200", "3.5 million", "twenty-five", "two and a half",
//! "5 1/2", "half a dozen", "three to five", "several".
//!
//! A number by itself is never a value: the grammars of money, shares, units and time ask here for what stands before their
//! own words. The short scales of money ("50m", "1.2bn") are read only on request, since "50m" alone may be metres.

use super::decimal::Decimal;
use super::openings::Add;
use super::reader::Reader;
use crate::lists::{List, list};
use crate::segment::{Kind, TokenIndex};

/// No number in words is longer than this many tokens; it bounds what a hostile text can cost.
const LONGEST: usize = 16;

/// Number words below a hundred.
const SMALL: &List = list!(
    "eight=8|eighteen=18|eighty=80|eleven=11|fifteen=15|fifty=50|five=5|forty=40|four=4|fourteen=14|nine=9|nineteen=19|ninety=90|\
    one=1|seven=7|seventeen=17|seventy=70|six=6|sixteen=16|sixty=60|ten=10|thirteen=13|thirty=30|three=3|twelve=12|twenty=20|\
    two=2|zero=0"
);

/// Words that multiply what stands before them.
const SCALES: &List = list!(
    "billion=1000000000|crore=10000000|crores=10000000|dozen=12|hundred=100|lakh=100000|lakhs=100000|million=1000000|thousand=1000|\
    trillion=1000000000000"
);

/// Scales as they are written short behind sums of money.
const SHORT_SCALES: &List = list!(
    "b=1000000000|bln=1000000000|bn=1000000000|cr=10000000|k=1000|m=1000000|mil=1000000|mio=1000000|mln=1000000|mn=1000000|\
    t=1000000000000|tn=1000000000000|trn=1000000000000"
);

/// Half of a scale behind it: "half a million".
pub(super) const HALF: &str = "half";

/// What stands for one before a scale.
const ARTICLES: &[&str] = &["a", "an"];

/// What opens a range that goes on with "and".
pub(super) const BETWEEN: &str = "between";

/// What stands before a number below zero.
pub(super) const MINUS: &[&str] = &["minus", "-", "−", "–"];

/// The token after a minus at `at` that belongs to the number behind it: "-5", "minus 5", but neither "3-5" nor "3 - 5".
pub(super) fn behind_minus(reader: &Reader<'_>, at: TokenIndex) -> Option<TokenIndex> {
    let sign = reader.one_of(at, MINUS) && !reader.is_glued(at) && (reader.is_glued(at + 1) || reader.is(at, "minus"));
    sign.then_some(at + 1)
}

/// Fractions that are one character.
const VULGAR: &[(&str, u64, u64)] = &[("½", 1, 2), ("¼", 1, 4), ("¾", 3, 4), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8)];

/// Ordinals in words, as they number days and centuries.
const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// Tens to which an ordinal adds in words, as far as days and centuries go.
const TENS: &[(&str, u16)] = &[("twenty", 20), ("thirty", 30)];

/// The one ordinal in words beyond the twentieth that is one word.
const THIRTIETH: &str = "thirtieth";

/// A number and the token after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// The token after its last.
    pub end: TokenIndex,
    /// What it is worth.
    pub value: Decimal,
    /// Whether a scale ("million") belongs to it.
    pub scaled: bool,
}

/// How many of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// Just so many.
    Exact(Decimal),
    /// From the one to the other.
    Range(Decimal, Decimal),
    /// Some: "several", "dozens of".
    Vague,
}

/// A count and the token after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    /// The token after its last.
    pub end: TokenIndex,
    /// How many.
    pub count: Count,
}

/// What a count in words begins with.
pub(super) fn openings(add: Add<'_>) {
    for (sign, ..) in VULGAR {
        add(sign);
    }
    SMALL.keys().for_each(&mut *add);
    for phrases in [ARTICLES, COUPLE, VAGUE, &[HALF, BETWEEN]] {
        phrases.iter().for_each(|phrase| add(phrase));
    }
}

/// What an ordinal in words begins with.
pub(super) fn ordinal_openings(add: Add<'_>) {
    for (word, _) in TENS {
        add(word);
    }
    ORDINALS.iter().for_each(|word| add(word));
    add(THIRTIETH);
}

fn lookup(table: &List, word: &str) -> Option<u64> {
    table.get(word)?.parse().ok()
}

/// The number at `at`. `short_scales` reads "50m" as fifty million.
pub(super) fn number(reader: &Reader<'_>, at: TokenIndex, short_scales: bool) -> Option<Number> {
    let base = match reader.kind(at)? {
        Kind::Number => digits(reader, at)?,
        Kind::Word => vulgar(reader, at).or_else(|| words(reader, at))?,
        _ => return None,
    };
    scaled(reader, base, short_scales)
}

fn vulgar(reader: &Reader<'_>, at: TokenIndex) -> Option<Number> {
    // Nearly every call ends here.
    let sign = Some(reader.word(at)).filter(|word| !word.is_ascii())?;
    let &(_, part, whole) = VULGAR.iter().find(|(known, _, _)| *known == sign)?;
    Some(Number { end: at + 1, value: Decimal::ratio(part, whole)?, scaled: false })
}

/// Digits, perhaps with a fraction behind: 5, 1,200.50, 5 1/2, 5½, 1/2.
fn digits(reader: &Reader<'_>, at: TokenIndex) -> Option<Number> {
    // ".5": the digits alone are ten times as much.
    if at.checked_sub(1).is_some_and(|point| reader.word(point) == "." && reader.is_glued(at) && !reader.is_glued(point)) {
        return None;
    }
    let value = Decimal::parse(reader.word(at))?;
    let plain = Number { end: at + 1, value, scaled: false };
    if reader.is_glued(at + 1)
        && let Some(part) = vulgar(reader, at + 1)
    {
        return Some(Number { end: part.end, value: value.plus(part.value)?, scaled: false });
    }
    if let Some(part) = slashed(reader, at) {
        return Some(part);
    }
    let tail = reader.skip_joint(at + 1);
    match slashed(reader, tail) {
        Some(part) if value.as_whole().is_some() && part.value.is_fraction() => {
            Some(Number { end: part.end, value: value.plus(part.value)?, scaled: false })
        }
        _ => Some(plain),
    }
}

/// A fraction written with a slash whose lower part is a usual one. "24/7" and "9/11" are none.
fn slashed(reader: &Reader<'_>, at: TokenIndex) -> Option<Number> {
    let part = reader.small_number(at)?;
    if reader.word(at + 1) != "/" || !reader.is_glued(at + 1) || !reader.is_glued(at + 2) {
        return None;
    }
    let whole = reader.small_number(at + 2)?;
    let usual = matches!(whole, 2 | 4 | 5 | 8 | 10) && part < whole;
    // What goes on with another slash is a date.
    if !usual || reader.word(at + 3) == "/" {
        return None;
    }
    Some(Number { end: at + 3, value: Decimal::ratio(u64::from(part), u64::from(whole))?, scaled: false })
}

/// A number in words: "two", "twenty-five", "a hundred and five", "two and a half", "half a million".
fn words(reader: &Reader<'_>, at: TokenIndex) -> Option<Number> {
    let half = Decimal::hundredths(50);
    if reader.is(at, HALF) {
        let article = reader.skip_joint(at + 1);
        let scale = reader.skip_joint(article + 1);
        let ready = reader.one_of(article, ARTICLES) && lookup(SCALES, reader.lower(scale)).is_some();
        return ready.then_some(Number { end: scale, value: half, scaled: false });
    }
    if reader.one_of(at, ARTICLES) {
        let next = reader.skip_joint(at + 1);
        // "a half-million"
        let (end, value) = if reader.is(next, HALF) { (reader.skip_joint(next + 1), half) } else { (next, Decimal::ONE) };
        lookup(SCALES, reader.lower(end))?;
        return Some(Number { end, value, scaled: false });
    }
    let (end, value) = below_thousand(reader, at)?;
    let mut number = Number { end, value: Decimal::whole(value), scaled: false };
    if let Some(after) = reader.phrase(end, "and a half").or_else(|| and_a_half_joined(reader, end)) {
        number = Number { end: after, value: number.value.plus(half)?, scaled: false };
    }
    Some(number)
}

/// "two-and-a-half"
fn and_a_half_joined(reader: &Reader<'_>, at: TokenIndex) -> Option<TokenIndex> {
    let joined = (0..3).all(|step| reader.is_joint(at + 2 * step));
    (joined && reader.is(at + 1, "and") && reader.is(at + 3, "a") && reader.is(at + 5, "half")).then_some(at + 6)
}

/// "seven", "twenty-five", "ninety five".
fn below_thousand(reader: &Reader<'_>, at: TokenIndex) -> Option<(TokenIndex, u64)> {
    let value = lookup(SMALL, reader.lower(at))?;
    if value >= 20 && value % 10 == 0 {
        let next = reader.skip_joint(at + 1);
        if let Some(unit) = lookup(SMALL, reader.lower(next)).filter(|unit| (1..10).contains(unit)) {
            return Some((next + 1, value + unit));
        }
    }
    Some((at + 1, value))
}

/// Multiplies `base` by the scales behind it and adds what follows them: "five hundred and six thousand".
fn scaled(reader: &Reader<'_>, base: Number, short_scales: bool) -> Option<Number> {
    let mut number = base;
    let limit = base.end + LONGEST;
    // What stands before the scale that was read last, kept so that "two hundred thousand three hundred" adds up.
    let mut closed: Option<Decimal> = None;
    while number.end < limit {
        let next = reader.skip_joint(number.end);
        if let Some(factor) = lookup(SCALES, reader.lower(next)) {
            number = Number { end: next + 1, value: number.value.times(factor)?, scaled: true };
            if let Some((after, more)) = addend(reader, number.end, factor) {
                if factor > 100 {
                    closed = Some(closed.unwrap_or(Decimal::whole(0)).plus(number.value)?);
                    number.value = more;
                } else {
                    number.value = number.value.plus(more)?;
                }
                number.end = after;
            }
            continue;
        }
        let glued_or_apart = reader.kind(number.end.wrapping_sub(1)) == Some(Kind::Number);
        if short_scales && !number.scaled && glued_or_apart {
            let word = reader.lower(number.end);
            let factor = lookup(SHORT_SCALES, word).filter(|_| reader.is_glued(number.end) || word.len() > 1);
            if let Some(factor) = factor {
                return Some(Number { end: number.end + 1, value: number.value.times(factor)?, scaled: true });
            }
        }
        break;
    }
    if let Some(closed) = closed {
        number.value = number.value.plus(closed)?;
    }
    Some(number)
}

/// What is added behind a scale, in words only: "hundred and five", "thousand two hundred".
fn addend(reader: &Reader<'_>, at: TokenIndex, factor: u64) -> Option<(TokenIndex, Decimal)> {
    let next = if reader.is(at, "and") { at + 1 } else { at };
    if factor == 12 || reader.kind(next) != Some(Kind::Word) || reader.is_glued(at) {
        return None;
    }
    let (end, more) = below_thousand(reader, next)?;
    // "a hundred and two thousand" is one number, but "two hundred and one days" must not end at "hundred".
    (more < factor).then_some((end, Decimal::whole(more)))
}

/// How many stand at `at`: a number, a range ("three to five", "3-5", "between 3 and 5") or a vague count.
/// `article` takes "a" for one.
pub(super) fn count(reader: &Reader<'_>, at: TokenIndex, article: bool) -> Option<Counted> {
    let one = || (article && reader.one_of(at, ARTICLES)).then_some(Counted { end: at + 1, count: Count::Exact(Decimal::ONE) });
    reader.count(at, || several(reader, at)).or_else(one)
}

fn several(reader: &Reader<'_>, at: TokenIndex) -> Option<Counted> {
    if let Some(counted) = range(reader, at, false) {
        return Some(counted);
    }
    if let Some(number) = number(reader, at, false) {
        return Some(Counted { end: number.end, count: Count::Exact(number.value) });
    }
    if let Some(end) = vague(reader, at) {
        return Some(Counted { end, count: Count::Vague });
    }
    let end = COUPLE.iter().find_map(|phrase| reader.phrase(at, phrase))?;
    Some(Counted { end, count: Count::Exact(Decimal::whole(2)) })
}

/// Phrases for two, the longer ones first.
const COUPLE: &[&str] = &["a couple of", "couple of", "a couple"];

/// Phrases for an unknown number above one.
const VAGUE: &[&str] = &[
    "several",
    "a few",
    "few",
    "the few",
    "many",
    "a number of",
    "numerous",
    "dozens of",
    "scores of",
    "hundreds of",
    "thousands of",
    "tens of thousands of",
    "hundreds of thousands of",
    "millions of",
    "tens of millions of",
    "hundreds of millions of",
    "billions of",
    "tens of billions of",
    "hundreds of billions of",
    "trillions of",
];

/// The index after a vague count at `at`.
pub(super) fn vague(reader: &Reader<'_>, at: TokenIndex) -> Option<TokenIndex> {
    VAGUE.iter().filter_map(|phrase| reader.phrase(at, phrase)).max()
}

/// Two numbers with "to", "or" or a hyphen between them, the lesser first. A scale behind the second is shared.
pub(super) fn range(reader: &Reader<'_>, at: TokenIndex, short_scales: bool) -> Option<Counted> {
    let opened = reader.is(at, BETWEEN);
    let first = number(reader, if opened { at + 1 } else { at }, short_scales)?;
    let second = number(reader, after_range_word(reader, first.end, opened)?, short_scales)?;
    let low = share_scale(reader, first, second)?;
    (low < second.value).then_some(Counted { end: second.end, count: Count::Range(low, second.value) })
}

/// The index after what joins the two ends of a range.
pub(super) fn after_range_word(reader: &Reader<'_>, at: TokenIndex, opened: bool) -> Option<TokenIndex> {
    if opened {
        return reader.is(at, "and").then_some(at + 1);
    }
    // "16- to 18-year-olds"
    let hanging = usize::from(reader.is_dash(at) && reader.is_glued(at) && reader.one_of(at + 1, &["to", "or"]));
    (reader.one_of(at + hanging, &["to", "or"]) || reader.is_dash(at)).then_some(at + hanging + 1)
}

/// What `first` is worth where only `second` carries the scale: the 3 of "3 to 4 million" is three million.
pub(super) fn share_scale(reader: &Reader<'_>, first: Number, second: Number) -> Option<Decimal> {
    if first.scaled || !second.scaled {
        return Some(first.value);
    }
    // A number in words may carry its scale inside ("one to two hundred"); the last word decides either way.
    let word = reader.lower(second.end - 1);
    let factor = lookup(SCALES, word).or_else(|| lookup(SHORT_SCALES, word))?;
    let shared = first.value.times(factor)?;
    Some(if shared < second.value { shared } else { first.value })
}

/// The ordinal at `at`, in digits ("21st") or words ("twenty-first"), and the token after it.
pub(super) fn ordinal(reader: &Reader<'_>, at: TokenIndex) -> Option<(TokenIndex, u16)> {
    let word = reader.lower(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if !digits.is_empty() && digits.len() <= 3 && digits.len() < word.len() {
        let suffix = word.get(digits.len()..)?;
        return matches!(suffix, "st" | "nd" | "rd" | "th").then_some((at + 1, digits.parse().ok()?));
    }
    if let Some(place) = ORDINALS.iter().position(|name| *name == word) {
        return Some((at + 1, place as u16 + 1));
    }
    if word == THIRTIETH {
        return Some((at + 1, 30));
    }
    let &(_, tens) = TENS.iter().find(|(name, _)| *name == word)?;
    let next = reader.skip_joint(at + 1);
    let unit = ORDINALS.iter().take(9).position(|name| *name == reader.lower(next))?;
    Some((next + 1, tens + unit as u16 + 1))
}
