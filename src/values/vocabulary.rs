//! The words of time: months, weekdays, units, parts of the day, seasons. A word that is missing belongs into a table here.

use time::{Month, Weekday};

use super::calendar::{PartOfDay, Season, Unit};
use super::openings::Add;

/// Months in full, in order.
const MONTHS: &[&str] =
    &["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Months as they are cut short before a day or year, without the full stop.
const SHORT_MONTHS: &[(&str, u8)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

const WEEKDAYS: &[(&str, Weekday)] = &[
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Weekdays as they are cut short before a date, without the full stop.
const SHORT_WEEKDAYS: &[(&str, Weekday)] = &[
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("tues", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("thur", Weekday::Thursday),
    ("thurs", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// Units of time in the singular, with how many of the base unit they are.
const UNITS: &[(&str, Unit, u64)] = &[
    ("second", Unit::Second, 1),
    ("sec", Unit::Second, 1),
    ("minute", Unit::Minute, 1),
    ("min", Unit::Minute, 1),
    ("hour", Unit::Hour, 1),
    ("hr", Unit::Hour, 1),
    ("day", Unit::Day, 1),
    ("week", Unit::Week, 1),
    ("fortnight", Unit::Week, 2),
    ("month", Unit::Month, 1),
    ("year", Unit::Year, 1),
    ("yr", Unit::Year, 1),
    ("decade", Unit::Decade, 1),
    ("century", Unit::Century, 1),
];

/// Plurals that are not the singular with an s.
const ODD_PLURALS: &[(&str, &str)] = &[("centuries", "century")];

const PARTS_OF_DAY: &[(&str, PartOfDay)] =
    &[("morning", PartOfDay::Morning), ("afternoon", PartOfDay::Afternoon), ("evening", PartOfDay::Evening), ("night", PartOfDay::Night)];

const SEASONS: &[(&str, Season)] = &[
    ("spring", Season::Spring),
    ("summer", Season::Summer),
    ("autumn", Season::Autumn),
    ("fall", Season::Autumn),
    ("winter", Season::Winter),
];

/// Zones of clock time with their distance from Greenwich in minutes. Letters that name several zones are left out.
const ZONES: &[(&str, i16)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("EST", -300),
    ("EDT", -240),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("JST", 540),
    ("KST", 540),
    ("HKT", 480),
    ("SGT", 480),
    ("AEST", 600),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
];

/// Zones that are known to be zones, but not how far from Greenwich: some switch with the season, some are several.
const VAGUE_ZONES: &[&str] = &["ET", "CT", "MT", "PT", "CST", "IST", "AST", "Eastern", "Pacific", "Central"];

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == word).map(|&(_, value)| value)
}

/// The month that `word`, in lower case, names in full.
pub(super) fn full_month(word: &str) -> Option<Month> {
    let place = MONTHS.iter().position(|name| *name == word)?;
    Month::try_from(place as u8 + 1).ok()
}

/// The month that `word`, in lower case, names in full or cut short.
pub(super) fn any_month(word: &str) -> Option<Month> {
    full_month(word).or_else(|| Month::try_from(find(SHORT_MONTHS, word.trim_end_matches('.'))?).ok())
}

/// All names of months.
pub(super) fn months(add: Add<'_>) {
    MONTHS.iter().for_each(|name| add(name));
    for (name, _) in SHORT_MONTHS {
        add(name);
    }
}

/// All names of weekdays.
pub(super) fn all_weekdays(add: Add<'_>) {
    for table in [WEEKDAYS, SHORT_WEEKDAYS] {
        for (name, _) in table {
            add(name);
        }
    }
}

/// All units of time; the plural with an s is not named apart.
pub(super) fn time_units(add: Add<'_>) {
    for (name, ..) in UNITS {
        add(name);
    }
    for (name, _) in ODD_PLURALS {
        add(name);
    }
}

/// All names of seasons.
pub(super) fn seasons(add: Add<'_>) {
    for (name, _) in SEASONS {
        add(name);
    }
}

/// The weekday that `word`, in lower case, names in full.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    find(WEEKDAYS, word)
}

/// The weekday that `word`, in lower case, names in full or cut short.
pub(super) fn any_weekday(word: &str) -> Option<Weekday> {
    weekday(word).or_else(|| find(SHORT_WEEKDAYS, word.trim_end_matches('.')))
}

/// The weekday of which `word`, in lower case, is the plural.
pub(super) fn weekdays(word: &str) -> Option<Weekday> {
    weekday(word.strip_suffix('s')?)
}

/// A unit of time as the text names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedUnit {
    pub unit: Unit,
    /// How many of it the word stands for: two weeks for a fortnight.
    pub times: u64,
    /// Whether it stands in the plural.
    pub plural: bool,
}

/// The unit of time that `word`, in lower case, names.
pub(super) fn time_unit(word: &str) -> Option<NamedUnit> {
    let look = |name: &str| UNITS.iter().find(|(singular, _, _)| *singular == name);
    if let Some(&(_, unit, times)) = look(word) {
        return Some(NamedUnit { unit, times, plural: false });
    }
    let singular = find(ODD_PLURALS, word).or_else(|| word.strip_suffix('s'))?;
    look(singular).map(|&(_, unit, times)| NamedUnit { unit, times, plural: true })
}

/// The part of the day that `word`, in lower case, names.
pub(super) fn part_of_day(word: &str) -> Option<PartOfDay> {
    find(PARTS_OF_DAY, word)
}

/// The season that `word`, in lower case, names.
pub(super) fn season(word: &str) -> Option<Season> {
    find(SEASONS, word)
}

/// Whether `word`, as written, names a zone, and its distance from Greenwich in minutes where that is known.
pub(super) fn zone(word: &str) -> Option<Option<i16>> {
    find(ZONES, word).map(Some).or_else(|| VAGUE_ZONES.contains(&word).then_some(None))
}
