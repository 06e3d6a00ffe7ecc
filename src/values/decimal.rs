//! Exact decimal numbers: what "1.2 billion" is worth, without floating point.

use std::cmp::Ordering;
use std::fmt;

/// More digits than this are no amount a newspaper prints, and would not fit.
const MOST_DIGITS: usize = 18;

/// A number that is not negative: `units` divided by ten to the power `scale`, always in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    units: u64,
    scale: u32,
}

impl Decimal {
    /// The number one.
    pub(super) const ONE: Decimal = Decimal { units: 1, scale: 0 };

    /// A whole number.
    pub(super) const fn whole(units: u64) -> Self {
        Decimal { units, scale: 0 }
    }

    /// So many hundredths.
    pub(super) fn hundredths(units: u64) -> Self {
        Decimal { units, scale: 2 }.lowest()
    }

    fn lowest(mut self) -> Self {
        while self.scale > 0 && self.units.is_multiple_of(10) {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }

    /// Reads digits with groups apart by commas and one decimal point: 1,200.50. Groups have three digits, or two before the
    /// last as Indian papers write them. Nothing for other shapes (10:30, 1.2.3) and for more than 18 digits.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let mut groups = whole.split(',');
        let mut units: u64 = 0;
        let first = groups.next()?;
        let grouped = whole.contains(',');
        let rest: Vec<&str> = groups.collect();
        let last_is_three = rest.last().is_none_or(|group| group.len() == 3);
        let sizes_fit = rest.iter().all(|group| matches!(group.len(), 2 | 3)) && last_is_three && (!grouped || first.len() <= 3);
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let length = whole.len() - rest.len() + fraction.len();
        if first.is_empty() || !sizes_fit || length > MOST_DIGITS || !digits(first) || !rest.iter().all(|g| digits(g)) || !digits(fraction)
        {
            return None;
        }
        for byte in whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit) {
            units = units.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
        }
        Some(Decimal { units, scale: fraction.len() as u32 }.lowest())
    }

    /// `part` of `whole` where that has an end within four places: 1/2, 3/8. Nothing for 1/3.
    pub(super) fn ratio(part: u64, whole: u64) -> Option<Self> {
        let scaled = part.checked_mul(10_000)?;
        (whole > 0 && scaled.is_multiple_of(whole)).then(|| Decimal { units: scaled / whole, scale: 4 }.lowest())
    }

    /// The product with a whole number, unless it is too large.
    pub(super) fn times(self, factor: u64) -> Option<Self> {
        Some(Decimal { units: self.units.checked_mul(factor)?, scale: self.scale }.lowest())
    }

    /// The sum, unless it is too large.
    pub(super) fn plus(self, other: Decimal) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let at = |number: Decimal| number.units.checked_mul(10u64.checked_pow(scale - number.scale)?);
        Some(Decimal { units: at(self)?.checked_add(at(other)?)?, scale }.lowest())
    }

    /// The hundredth part.
    pub(super) fn cents(self) -> Self {
        Decimal { units: self.units, scale: self.scale + 2 }.lowest()
    }

    /// The number itself, if it is whole.
    pub(super) fn as_whole(self) -> Option<u64> {
        (self.scale == 0).then_some(self.units)
    }

    /// Whether it is less than one.
    pub(super) fn is_fraction(self) -> bool {
        self < Decimal::ONE
    }

    /// Its whole part, and whether exactly a half is left over; nothing for other fractions.
    pub(super) fn halves(self) -> Option<(u64, bool)> {
        match self.scale {
            0 => Some((self.units, false)),
            1 if self.units % 10 == 5 => Some((self.units / 10, true)),
            _ => None,
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        let at = |number: &Decimal| u128::from(number.units) * 10u128.saturating_pow(scale - number.scale);
        at(self).cmp(&at(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.units);
        }
        let width = self.scale as usize + 1;
        let digits = format!("{:0width$}", self.units);
        let (whole, fraction) = digits.split_at(digits.len() - self.scale as usize);
        write!(f, "{whole}.{fraction}")
    }
}
