//! Sums of money: "$2.5 million", "$3-4 million", "1.2bn euros", "£50m", "Rs 500 crore", "50 cents", "millions of dollars".
//!
//! The value is an ISO 4217 code and an exact amount. A bare dollar is a US dollar, as the press agencies write it; a word that
//! several countries' money shares ("pesos", "crowns") leaves the value open.

use super::decimal::Decimal;
use super::numbers::{self, Count, Number};
use super::reader::Reader;
use super::{Context, Found, Reading};
use crate::annotations::ValueType;
use crate::segment::{Kind, TokenIndex};

/// Signs before an amount.
const SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("฿", "THB"),
    ("₫", "VND"),
];

/// Letters before a dollar sign that say whose dollar it is, as written.
const DOLLARS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("U.S.", "USD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("CAD", "CAD"),
    ("HK", "HKD"),
    ("NZ", "NZD"),
    ("S", "SGD"),
    ("NT", "TWD"),
    ("R", "BRL"),
    ("J", "JMD"),
];

/// Letters before an amount, as written.
const PREFIXES: &[(&str, &str)] = &[
    ("Rs", "INR"),
    ("Rs.", "INR"),
    ("INR", "INR"),
    ("PKR", "PKR"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("CHF", "CHF"),
    ("CAD", "CAD"),
    ("AUD", "AUD"),
    ("NZD", "NZD"),
    ("SEK", "SEK"),
    ("NOK", "NOK"),
    ("DKK", "DKK"),
    ("PLN", "PLN"),
    ("CZK", "CZK"),
    ("HUF", "HUF"),
    ("RUB", "RUB"),
    ("CNY", "CNY"),
    ("RMB", "CNY"),
    ("HKD", "HKD"),
    ("SGD", "SGD"),
    ("AED", "AED"),
    ("SAR", "SAR"),
    ("ZAR", "ZAR"),
    ("KES", "KES"),
    ("NGN", "NGN"),
    ("BRL", "BRL"),
    ("MXN", "MXN"),
    ("TRY", "TRY"),
    ("RM", "MYR"),
    ("Rp", "IDR"),
    ("Sh", "KES"),
    ("Ksh", "KES"),
    ("KSh", "KES"),
];

/// Words behind an amount, the longer ones first; without a code where several countries use the word.
const NAMES: &[(&str, Option<&str>)] = &[
    ("us dollars", Some("USD")),
    ("u.s. dollars", Some("USD")),
    ("american dollars", Some("USD")),
    ("canadian dollars", Some("CAD")),
    ("australian dollars", Some("AUD")),
    ("hong kong dollars", Some("HKD")),
    ("singapore dollars", Some("SGD")),
    ("new zealand dollars", Some("NZD")),
    ("pounds sterling", Some("GBP")),
    ("british pounds", Some("GBP")),
    ("egyptian pounds", Some("EGP")),
    ("swiss francs", Some("CHF")),
    ("swedish kronor", Some("SEK")),
    ("norwegian kroner", Some("NOK")),
    ("danish kroner", Some("DKK")),
    ("czech koruna", Some("CZK")),
    ("saudi riyals", Some("SAR")),
    ("qatari riyals", Some("QAR")),
    ("mexican pesos", Some("MXN")),
    ("argentine pesos", Some("ARS")),
    ("philippine pesos", Some("PHP")),
    ("indian rupees", Some("INR")),
    ("pakistani rupees", Some("PKR")),
    ("russian rubles", Some("RUB")),
    ("russian roubles", Some("RUB")),
    ("kenyan shillings", Some("KES")),
    ("turkish lira", Some("TRY")),
    ("turkish liras", Some("TRY")),
    ("dollars", Some("USD")),
    ("dollar", Some("USD")),
    ("euros", Some("EUR")),
    ("euro", Some("EUR")),
    ("yen", Some("JPY")),
    ("yuan", Some("CNY")),
    ("renminbi", Some("CNY")),
    ("zloty", Some("PLN")),
    ("zlotys", Some("PLN")),
    ("forints", Some("HUF")),
    ("hryvnia", Some("UAH")),
    ("hryvnias", Some("UAH")),
    ("shekels", Some("ILS")),
    ("shekel", Some("ILS")),
    ("baht", Some("THB")),
    ("ringgit", Some("MYR")),
    ("rupiah", Some("IDR")),
    ("naira", Some("NGN")),
    ("rubles", Some("RUB")),
    ("roubles", Some("RUB")),
    ("ruble", Some("RUB")),
    ("reais", Some("BRL")),
    ("dirhams", None),
    ("rupees", None),
    ("pesos", None),
    ("peso", None),
    ("francs", None),
    ("riyals", None),
    ("rials", None),
    ("dinars", None),
    ("kroner", None),
    ("kronor", None),
    ("crowns", None),
    ("shillings", None),
    ("lira", None),
    ("liras", None),
];

/// Hundredth parts behind an amount.
const CENTS: &[(&str, &str)] = &[("cents", "USD"), ("cent", "USD"), ("pence", "GBP"), ("euro cents", "EUR"), ("paise", "INR")];

/// Countries whose dollar is known by the adjective, compared in capitals as acronyms are.
fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == word).map(|&(_, value)| value)
}

/// Reads a sum at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, _: &Context) -> Option<Reading> {
    let opened = reader.one_of(at, &["between", "from"]);
    let signed = signed(reader, if opened { at + 1 } else { at }, opened);
    // "between $3 and $4 million" begins at the first sum.
    let found = match (signed, opened) {
        (Some(found), false) => Some(found),
        (Some(found), true) if found.tokens.start < at + 1 => Some(found),
        (_, true) => None,
        (None, false) => worded(reader, at),
    };
    found.map(Reading::from)
}

/// The currency whose sign or letters stand at `at`, and the token after them.
fn sign(reader: &Reader<'_>, at: TokenIndex) -> Option<(TokenIndex, &'static str)> {
    if let Some(code) = find(DOLLARS, reader.word(at)).filter(|_| reader.word(at + 1) == "$" && reader.is_glued(at + 1)) {
        return Some((at + 2, code));
    }
    if let Some(code) = find(SIGNS, reader.word(at)) {
        return Some((at + 1, code));
    }
    find(PREFIXES, reader.word(at)).filter(|_| reader.kind(at + 1) == Some(Kind::Number)).map(|code| (at + 1, code))
}

/// A sum behind a sign: "$5", "US$3-4 million", "$3 million to $4 million".
fn signed(reader: &Reader<'_>, at: TokenIndex, opened: bool) -> Option<Found> {
    let (from, code) = sign(reader, at)?;
    let mut first = amount(reader, from)?;
    let begin = if opened && reader.is(at.wrapping_sub(1), "between") { at - 1 } else { at };
    // A second end of the range, with or without the sign again.
    if let Some(next) = numbers::after_range_word(reader, first.end, opened) {
        let second = match sign(reader, next) {
            Some((inner, other)) if other == code => amount(reader, inner),
            Some(_) => None,
            // Without the sign a number behind "or" or "and" may count anything.
            None if reader.one_of(first.end, &["to"]) || reader.is_dash(first.end) => amount(reader, next),
            None => None,
        };
        if let Some(second) = second
            && let Some(low) = numbers::share_scale(reader, first, second)
            && low < second.value
        {
            return Some(sum(begin..second.end, code, low, Some(second.value), 95));
        }
    }
    if opened {
        return None;
    }
    // "$10 Canadian dollars" and "$5 dollars" name the currency twice.
    let trailing = currency(reader, first.end).filter(|(_, named)| named.is_some_and(|named| named == code || code == "USD"));
    let mut code = code;
    if let Some((end, Some(named))) = trailing {
        first.end = end;
        code = named;
    }
    Some(sum(at..first.end, code, first.value, None, 97))
}

/// A number behind a sign; a hyphen may join its scale.
fn amount(reader: &Reader<'_>, at: TokenIndex) -> Option<Number> {
    let digits = reader.kind(at) == Some(Kind::Number);
    let number = numbers::number(reader, at, true)?;
    digits.then_some(number)
}

fn sum(tokens: std::ops::Range<TokenIndex>, code: &str, low: Decimal, high: Option<Decimal>, confidence: u16) -> Found {
    let value = match high {
        Some(high) => format!("{code} {low}/{high}"),
        None => format!("{code} {low}"),
    };
    Found::new(ValueType::Money, tokens, Some(value), confidence)
}

/// The currency named at `at`, its code where the name determines it, and the token after it.
fn currency(reader: &Reader<'_>, at: TokenIndex) -> Option<(TokenIndex, Option<&'static str>)> {
    if let Some(code) = find(PREFIXES, reader.word(at)).filter(|_| reader.word(at).len() == 3 && !reader.word(at).ends_with('.')) {
        return Some((at + 1, Some(code)));
    }
    if let Some(code) = find(SIGNS, reader.word(at)).filter(|_| reader.is_glued(at) || reader.word(at) == "€") {
        return Some((at + 1, Some(code)));
    }
    NAMES.iter().find_map(|&(name, code)| Some((reader.phrase(at, name)?, code)))
}

/// A sum in words behind its amount: "1.2bn euros", "five million dollars", "50 cents", "millions of dollars".
fn worded(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    if let Some(found) = vague(reader, at) {
        return Some(found);
    }
    let (count, end) = counted(reader, at)?;
    let noun = reader.skip_joint(end);
    let scaled = count_is_large(&count);
    if let Some((end, code)) = currency(reader, noun).or_else(|| pounds(reader, noun, scaled)) {
        return Some(match (count, code) {
            (Count::Exact(value), Some(code)) => sum(at..end, code, value, None, 92),
            (Count::Range(low, high), Some(code)) => sum(at..end, code, low, Some(high), 92),
            (_, None) => Found::new(ValueType::Money, at..end, None, 85),
            (Count::Vague, _) => return None,
        });
    }
    let (end, code) = CENTS.iter().find_map(|&(name, code)| Some((reader.phrase(noun, name)?, code)))?;
    // "per cent" never gets here, but "60 cent" and "1 cent" may: the singular needs a one or a hyphen.
    let single = reader.is(noun, "cent") && noun == end - 1;
    match count {
        Count::Exact(value) if !single || value == Decimal::ONE || noun > end - 1 || reader.is_joint(noun - 1) => {
            Some(sum(at..end, code, value.cents(), None, 80))
        }
        Count::Range(low, high) if !single => Some(sum(at..end, code, low.cents(), Some(high.cents()), 80)),
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

fn count_is_large(count: &Count) -> bool {
    let thousand = Decimal::whole(1000);
    match count {
        Count::Exact(value) => *value >= thousand,
        Count::Range(_, high) => *high >= thousand,
        Count::Vague => true,
    }
}

/// Pounds are money where there are thousands of them; fewer may as well be weight.
fn pounds(reader: &Reader<'_>, at: TokenIndex, large: bool) -> Option<(TokenIndex, Option<&'static str>)> {
    (large && reader.one_of(at, &["pounds", "pound"]) && !reader.is(at + 1, "of")).then_some((at + 1, Some("GBP")))
}

/// "millions of dollars", "several billion euros": money, but not how much.
fn vague(reader: &Reader<'_>, at: TokenIndex) -> Option<Found> {
    let mut end = numbers::vague(reader, at)?;
    if reader.one_of(end, &["hundred", "thousand", "million", "billion", "trillion"]) {
        end += 1;
    }
    let (end, _) = currency(reader, end).or_else(|| pounds(reader, end, true))?;
    Some(Found::new(ValueType::Money, at..end, None, 75))
}
