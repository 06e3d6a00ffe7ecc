//! Periods of the calendar: naming, stepping and finding them. All arithmetic of dates is here, and no words.
//!
//! A [`Period`] is written as TIMEX3 writes it, which is ISO 8601 with its usual extensions (Pustejovsky and others,
//! "TimeML", 2003). What leaves the years 1 to 9999 is nothing rather than wrong.

use std::fmt;

use time::{Date, Duration, Month, Weekday};

/// A length of time that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of a day, as TIMEX3 codes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartOfDay {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A season of the northern year; winter is counted in the year it begins in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A direction in time without a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    PartOfDay(Date, PartOfDay),
    /// An ISO week, by the year it is counted in.
    Week(i32, u8),
    /// Saturday and Sunday of an ISO week.
    Weekend(i32, u8),
    Month(i32, Month),
    Quarter(i32, u8),
    Half(i32, u8),
    Season(i32, Season),
    Year(i32),
    /// A fiscal year, whose first day depends on who counts.
    FiscalYear(i32),
    /// Ten years, by the year divided by ten: 199 for the 1990s.
    Decade(i32),
    /// A hundred years, by the year divided by a hundred: 19 for the 20th century.
    Century(i32),
    Reference(Reference),
}

impl Period {
    /// The period of the size of `unit` that holds `date`; nothing for units shorter than a day.
    pub(super) fn around(date: Date, unit: Unit) -> Option<Period> {
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour => return None,
            Unit::Day => Period::Day(date),
            Unit::Week => {
                let (year, week, _) = date.to_iso_week_date();
                Period::Week(year, week)
            }
            Unit::Month => Period::Month(date.year(), date.month()),
            Unit::Quarter => Period::Quarter(date.year(), (u8::from(date.month()) - 1) / 3 + 1),
            Unit::Year => Period::Year(date.year()),
            Unit::Decade => Period::Decade(date.year().div_euclid(10)),
            Unit::Century => Period::Century(date.year().div_euclid(100)),
        })
    }

    /// The period of the size of `unit` that lies `steps` of them after the one that holds `date`.
    pub(super) fn stepped(date: Date, unit: Unit, steps: i64) -> Option<Period> {
        let years = |size: i64| -> Option<i32> {
            let year = i64::from(date.year()).checked_add(steps.checked_mul(size)?)?;
            i32::try_from(year).ok().filter(|year| (1..=9999).contains(year))
        };
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => None,
            Unit::Day => Some(Period::Day(plus_days(date, steps)?)),
            Unit::Week => Period::around(plus_days(date, steps.checked_mul(7)?)?, unit),
            Unit::Month => {
                let (year, month) = plus_months(date.year(), date.month(), steps)?;
                Some(Period::Month(year, month))
            }
            Unit::Quarter => {
                let (year, month) = plus_months(date.year(), date.month(), steps.checked_mul(3)?)?;
                Some(Period::Quarter(year, (u8::from(month) - 1) / 3 + 1))
            }
            Unit::Year => Some(Period::Year(years(1)?)),
            Unit::Decade => Some(Period::Decade(years(10)?.div_euclid(10))),
            Unit::Century => Some(Period::Century(years(100)?.div_euclid(100))),
        }
    }

    /// Its first day; nothing for a mere direction.
    pub(super) fn first_day(&self) -> Option<Date> {
        let start = |year: i32, month: Month| Date::from_calendar_date(year, month, 1).ok();
        let month = |number: u8| Month::try_from(number).ok();
        match *self {
            Period::Day(date) | Period::PartOfDay(date, _) => Some(date),
            Period::Week(year, week) => Date::from_iso_week_date(year, week, Weekday::Monday).ok(),
            Period::Weekend(year, week) => Date::from_iso_week_date(year, week, Weekday::Saturday).ok(),
            Period::Month(year, month) => start(year, month),
            Period::Quarter(year, quarter) => start(year, month(quarter * 3 - 2)?),
            Period::Half(year, half) => start(year, month(half * 6 - 5)?),
            Period::Season(year, season) => start(year, season.first_month()),
            Period::Year(year) | Period::FiscalYear(year) => start(year, Month::January),
            Period::Decade(decade) => start(decade.checked_mul(10)?.max(1), Month::January),
            Period::Century(century) => start(century.checked_mul(100)?.max(1), Month::January),
            Period::Reference(_) => None,
        }
    }

    /// The size of the unit it is one of.
    pub(super) fn unit(&self) -> Unit {
        match self {
            Period::Day(_) | Period::PartOfDay(..) | Period::Reference(_) => Unit::Day,
            Period::Week(..) | Period::Weekend(..) => Unit::Week,
            Period::Month(..) => Unit::Month,
            Period::Quarter(..) | Period::Half(..) | Period::Season(..) => Unit::Quarter,
            Period::Year(_) | Period::FiscalYear(_) => Unit::Year,
            Period::Decade(_) => Unit::Decade,
            Period::Century(_) => Unit::Century,
        }
    }
}

impl Season {
    /// The month it begins in.
    pub(super) fn first_month(self) -> Month {
        match self {
            Season::Spring => Month::March,
            Season::Summer => Month::June,
            Season::Autumn => Month::September,
            Season::Winter => Month::December,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Period::Day(date) => write!(f, "{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()),
            Period::PartOfDay(date, part) => write!(f, "{}{}", Period::Day(date), part.code()),
            Period::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Period::Weekend(year, week) => write!(f, "{year:04}-W{week:02}-WE"),
            Period::Month(year, month) => write!(f, "{year:04}-{:02}", u8::from(month)),
            Period::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Period::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Period::Season(year, season) => {
                let code = match season {
                    Season::Spring => "SP",
                    Season::Summer => "SU",
                    Season::Autumn => "FA",
                    Season::Winter => "WI",
                };
                write!(f, "{year:04}-{code}")
            }
            Period::Year(year) => write!(f, "{year:04}"),
            Period::FiscalYear(year) => write!(f, "FY{year:04}"),
            Period::Decade(decade) => write!(f, "{decade:03}X"),
            Period::Century(century) => write!(f, "{century:02}XX"),
            Period::Reference(Reference::Past) => f.write_str("PAST_REF"),
            Period::Reference(Reference::Present) => f.write_str("PRESENT_REF"),
            Period::Reference(Reference::Future) => f.write_str("FUTURE_REF"),
        }
    }
}

impl PartOfDay {
    /// As TIMEX3 writes it behind a day.
    pub(super) fn code(self) -> &'static str {
        match self {
            PartOfDay::Morning => "TMO",

            PartOfDay::Afternoon => "TAF",
            PartOfDay::Evening => "TEV",
            PartOfDay::Night => "TNI",
        }
    }
}

/// The day `days` after `date`, within the years 1 to 9999.
pub(super) fn plus_days(date: Date, days: i64) -> Option<Date> {
    // The longest step inside the calendar; it also keeps the duration from overflowing.
    const MOST: i64 = 3_700_000;
    if days.abs() > MOST {
        return None;
    }
    date.checked_add(Duration::days(days)).filter(|date| date.year() >= 1)
}

fn plus_months(year: i32, month: Month, months: i64) -> Option<(i32, Month)> {
    let total = i64::from(year).checked_mul(12)?.checked_add(i64::from(u8::from(month)) - 1)?.checked_add(months)?;
    let year = i32::try_from(total.div_euclid(12)).ok().filter(|year| (1..=9999).contains(year))?;
    Some((year, Month::try_from(total.rem_euclid(12) as u8 + 1).ok()?))
}

/// The last day that is `weekday`, `date` itself included.
pub(super) fn on_or_before(date: Date, weekday: Weekday) -> Option<Date> {
    let back = (date.weekday().number_days_from_monday() + 7 - weekday.number_days_from_monday()) % 7;
    plus_days(date, -i64::from(back))
}

/// The first day that is `weekday`, `date` itself included.
pub(super) fn on_or_after(date: Date, weekday: Weekday) -> Option<Date> {
    let on = (weekday.number_days_from_monday() + 7 - date.weekday().number_days_from_monday()) % 7;
    plus_days(date, i64::from(on))
}

/// The `nth` day of a month that is `weekday`, from one.
pub(super) fn nth_weekday(year: i32, month: Month, weekday: Weekday, nth: u8) -> Option<Date> {
    let first = on_or_after(Date::from_calendar_date(year, month, 1).ok()?, weekday)?;
    plus_days(first, i64::from(nth.checked_sub(1)?) * 7).filter(|date| date.month() == month)
}

/// The last day of a month that is `weekday`.
pub(super) fn last_weekday(year: i32, month: Month, weekday: Weekday) -> Option<Date> {
    on_or_before(Date::from_calendar_date(year, month, month.length(year)).ok()?, weekday)
}

/// Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", 1991).
pub(super) fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let n = (h + l - 7 * m + 90) / 25;
    let p = (h + l - 7 * m + 33 * n + 19) % 32;
    Date::from_calendar_date(year, Month::try_from(u8::try_from(n).ok()?).ok()?, u8::try_from(p).ok()?).ok()
}
