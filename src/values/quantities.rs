//! Amounts of a physical unit: "40 km", "400-mile", "3.5 million tonnes", "6ft 2in", "30 degrees Celsius", "50mph";
//! and ages, "59-year-old" or "six months old", as years, months, weeks or days.
//!
//! The value is the number and the unit's UCUM code. Where the word leaves the unit open ("tons", "gallons", "degrees") the
//! amount is marked without a value; bare counts are not marked at all.

use super::calendar::Unit;
use super::decimal::Decimal;
use super::numbers::{self, Count};
use super::reader::Reader;
use super::vocabulary::time_unit;
use super::{Context, Found, Reading};
use crate::annotations::ValueType;
use crate::segment::{Kind, TokenIndex};

/// Units in words, the longer ones first where one begins another. No code where the word means several units.
const WORDS: &[(&str, Option<&str>)] = &[
    ("kilometres per hour", Some("km/h")),
    ("kilometers per hour", Some("km/h")),
    ("kilometres an hour", Some("km/h")),
    ("kilometers an hour", Some("km/h")),
    ("km per hour", Some("km/h")),
    ("km/h", Some("km/h")),
    ("miles per hour", Some("[mi_i]/h")),
    ("miles an hour", Some("[mi_i]/h")),
    ("mile per hour", Some("[mi_i]/h")),
    ("mile an hour", Some("[mi_i]/h")),
    ("metres per second", Some("m/s")),
    ("meters per second", Some("m/s")),
    ("square kilometres", Some("km2")),
    ("square kilometers", Some("km2")),
    ("square kilometre", Some("km2")),
    ("square kilometer", Some("km2")),
    ("sq km", Some("km2")),
    ("square miles", Some("[mi_i]2")),
    ("square mile", Some("[mi_i]2")),
    ("square metres", Some("m2")),
    ("square meters", Some("m2")),
    ("square metre", Some("m2")),
    ("square meter", Some("m2")),
    ("square feet", Some("[ft_i]2")),
    ("square foot", Some("[ft_i]2")),
    ("square yards", Some("[yd_i]2")),
    ("cubic metres", Some("m3")),
    ("cubic meters", Some("m3")),
    ("cubic feet", Some("[ft_i]3")),
    ("nautical miles", Some("[nmi_i]")),
    ("nautical mile", Some("[nmi_i]")),
    ("light years", Some("[ly]")),
    ("light-years", Some("[ly]")),
    ("metric tons", Some("t")),
    ("metric tonnes", Some("t")),
    ("metric ton", Some("t")),
    ("degrees celsius", Some("Cel")),
    ("degrees centigrade", Some("Cel")),
    ("degrees fahrenheit", Some("[degF]")),
    ("degrees c", Some("Cel")),
    ("degrees f", Some("[degF]")),
    ("degree celsius", Some("Cel")),
    ("degree fahrenheit", Some("[degF]")),
    ("° celsius", Some("Cel")),
    ("° fahrenheit", Some("[degF]")),
    ("° c", Some("Cel")),
    ("° f", Some("[degF]")),
    ("kilowatt hours", Some("kW.h")),
    ("kilowatt-hours", Some("kW.h")),
    ("megawatt hours", Some("MW.h")),
    ("gigawatt hours", Some("GW.h")),
    ("kilometres", Some("km")),
    ("kilometers", Some("km")),
    ("kilometre", Some("km")),
    ("kilometer", Some("km")),
    ("centimetres", Some("cm")),
    ("centimeters", Some("cm")),
    ("centimetre", Some("cm")),
    ("centimeter", Some("cm")),
    ("millimetres", Some("mm")),
    ("millimeters", Some("mm")),
    ("millimetre", Some("mm")),
    ("millimeter", Some("mm")),
    ("metres", Some("m")),
    ("meters", Some("m")),
    ("metre", Some("m")),
    ("meter", Some("m")),
    ("miles", Some("[mi_i]")),
    ("mile", Some("[mi_i]")),
    ("yards", Some("[yd_i]")),
    ("yard", Some("[yd_i]")),
    ("feet", Some("[ft_i]")),
    ("foot", Some("[ft_i]")),
    ("inches", Some("[in_i]")),
    ("inch", Some("[in_i]")),
    ("kilograms", Some("kg")),
    ("kilogrammes", Some("kg")),
    ("kilogram", Some("kg")),
    ("kilos", Some("kg")),
    ("kilo", Some("kg")),
    ("grams", Some("g")),
    ("grammes", Some("g")),
    ("gram", Some("g")),
    ("milligrams", Some("mg")),
    ("milligram", Some("mg")),
    ("micrograms", Some("ug")),
    ("tonnes", Some("t")),
    ("tonne", Some("t")),
    ("tons", None),
    ("ton", None),
    ("pounds of", Some("[lb_av]")),
    ("pounds", Some("[lb_av]")),
    ("pound", Some("[lb_av]")),
    ("ounces", Some("[oz_av]")),
    ("ounce", Some("[oz_av]")),
    ("stone", Some("[stone_av]")),
    ("hectares", Some("har")),
    ("hectare", Some("har")),
    ("acres", Some("[acr_us]")),
    ("acre", Some("[acr_us]")),
    ("litres", Some("L")),
    ("liters", Some("L")),
    ("litre", Some("L")),
    ("liter", Some("L")),
    ("millilitres", Some("mL")),
    ("milliliters", Some("mL")),
    ("gallons", None),
    ("gallon", None),
    ("pints", None),
    ("barrels", Some("[bbl_us]")),
    ("barrel", Some("[bbl_us]")),
    ("kilowatts", Some("kW")),
    ("kilowatt", Some("kW")),
    ("megawatts", Some("MW")),
    ("megawatt", Some("MW")),
    ("gigawatts", Some("GW")),
    ("gigawatt", Some("GW")),
    ("watts", Some("W")),
    ("watt", Some("W")),
    ("volts", Some("V")),
    ("volt", Some("V")),
    ("knots", Some("[kn_i]")),
    ("megahertz", Some("MHz")),
    ("gigahertz", Some("GHz")),
    ("kilohertz", Some("kHz")),
    ("hertz", Some("Hz")),
    ("decibels", Some("dB")),
    ("megabytes", Some("MBy")),
    ("gigabytes", Some("GBy")),
    ("terabytes", Some("TBy")),
    ("calories", Some("[Cal]")),
    ("degrees", None),
    ("degree", None),
];

/// Units cut short, as written. A single letter may stand only directly behind its digits.
const SHORT: &[(&str, &str)] = &[
    ("km", "km"),
    ("cm", "cm"),
    ("mm", "mm"),
    ("mi", "[mi_i]"),
    ("mph", "[mi_i]/h"),
    ("kph", "km/h"),
    ("kmh", "km/h"),
    ("ft", "[ft_i]"),
    ("ft.", "[ft_i]"),
    ("in", "[in_i]"),
    ("yd", "[yd_i]"),
    ("yds", "[yd_i]"),
    ("kg", "kg"),
    ("kgs", "kg"),
    ("g", "g"),
    ("mg", "mg"),
    ("lb", "[lb_av]"),
    ("lbs", "[lb_av]"),
    ("oz", "[oz_av]"),
    ("ha", "har"),
    ("ml", "mL"),
    ("km2", "km2"),
    ("km²", "km2"),
    ("m2", "m2"),
    ("m²", "m2"),
    ("m3", "m3"),
    ("m³", "m3"),
    ("kW", "kW"),
    ("MW", "MW"),
    ("GW", "GW"),
    ("kWh", "kW.h"),
    ("MWh", "MW.h"),
    ("GWh", "GW.h"),
    ("TWh", "TW.h"),
    ("Hz", "Hz"),
    ("kHz", "kHz"),
    ("MHz", "MHz"),
    ("GHz", "GHz"),
    ("MB", "MBy"),
    ("GB", "GBy"),
    ("TB", "TBy"),
    ("dB", "dB"),
    ("mm2", "mm2"),
];

/// What follows metres that are cut to an "m": without it, "100m" may be a hundred million.
const AFTER_METRES: &[&str] = &[
    "tall",
    "high",
    "deep",
    "long",
    "wide",
    "away",
    "race",
    "final",
    "sprint",
    "hurdles",
    "freestyle",
    "butterfly",
    "backstroke",
    "relay",
    "run",
];

/// What an amount begins with: a count.
pub(super) use super::numbers::openings;

/// Reads an amount of a unit at `at`.
pub(super) fn read(reader: &Reader<'_>, at: TokenIndex, _: &Context) -> Option<Reading> {
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
    let (end, code, confidence) = unit(reader, noun, &count, joint, article)?;
    let value = code.and_then(|code| match count {
        Count::Exact(amount) => Some(format!("{amount} {code}")),
        Count::Range(low, high) => Some(format!("{low}/{high} {code}")),
        Count::Vague => None,
    });
    Some(Found::new(ValueType::Quantity, at..end, value, confidence).into())
}

fn counted(reader: &Reader<'_>, at: TokenIndex) -> Option<(Count, TokenIndex)> {
    // "half a mile", "a quarter mile"
    if reader.is(at, numbers::HALF) && reader.one_of(at + 1, &["a", "an"]) && numbers::number(reader, at, false).is_none() {
        return Some((Count::Exact(Decimal::hundredths(50)), at + 2));
    }
    let counted = numbers::count(reader, at, true)?;
    Some((counted.count, counted.end))
}

/// The unit at `at` behind `count`: the token after it, its code, and how sure it is.
fn unit(reader: &Reader<'_>, at: TokenIndex, count: &Count, joint: bool, article: bool) -> Option<(TokenIndex, Option<&'static str>, u16)> {
    let single = matches!(count, Count::Exact(value) if *value <= Decimal::ONE);
    if let Some((end, name, code)) = WORDS.iter().find_map(|&(name, code)| Some((phrase(reader, at, name)?, name, code))) {
        let end = if name == "pounds of" { end - 1 } else { end };
        let singular = !name.contains('s') || matches!(name, "inch");
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
            "stone" => 55,
            // "a meter", "a pint", "a yard" are more often things than lengths.
            _ if article
                && matches!(name, "mile" | "kilometre" | "kilometer" | "tonne" | "hectare" | "acre" | "barrel" | "litre" | "liter") =>
            {
                70
            }
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
    if let Some(&(name, code)) = SHORT.iter().find(|(name, _)| *name == word) {
        if (name == "in" || name.len() == 1) && (!glued || joint) {
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
            "m" if AFTER_METRES.contains(&reader.lower(at + 1)) => Some((at + 1, Some("m"), 80)),
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
    let inches = numbers::number(reader, reader.skip_joint(noun + 1), false)?;
    let last = reader.skip_joint(inches.end);
    if !reader.one_of(last, &["in", "in.", "ins", "inches", "inch"]) || inches.value >= Decimal::whole(12) {
        return None;
    }
    let total = feet.times(12)?.plus(inches.value)?;
    Some(Found::new(ValueType::Quantity, at..last + 1, Some(format!("{total} [in_i]")), 92))
}
