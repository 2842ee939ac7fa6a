//! Số: an exact decimal, the one type of every figure that is not a plain count.

use std::borrow::Cow;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use super::number::grouped;

/// Số: an exact decimal, printed the Vietnamese way: `12.500.000.000`, `68,5`, `-3`.
///
/// It is read from a JSON number, or from a text in the Vietnamese form. It has at most 18 digits; with a comma at most
/// 15, six of them after the comma. A longer number is rejected, never rounded. It is written as a JSON number.
///
/// ```
/// use vanban::text::Decimal;
/// let planned: Decimal = serde_json::from_str("68.5")?;
/// assert_eq!(planned.to_string(), "68,5");
/// assert_eq!("1.250.000,75".parse::<Decimal>()?.to_string(), "1.250.000,75");
/// assert!("1.234".parse::<Decimal>().is_err(), "may be a thousand, may be a little more than one");
/// assert_eq!((planned + Decimal::from(4)).to_string(), "72,5");
/// assert_eq!(serde_json::to_string(&planned)?, "68.5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "số thập phân")]
#[doc(alias = "điểm")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal {
    millionths: i128,
}

/// Why a text or a number is not a [`Decimal`]. `Display` prints [`NotDecimal::reason`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotDecimal {
    /// It is not a number, or not in the Vietnamese form.
    NoNumber,
    /// `1.234`: the point may separate thousands or decimals.
    Ambiguous,
    /// It has more than six decimals.
    TooFine,
    /// It has more than 18 digits, or more than 15 with decimals.
    TooLong,
}

impl NotDecimal {
    /// The reason, as the end of a Vietnamese sentence: `không phải là số; …`.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            NotDecimal::NoNumber => {
                "không phải là số; hãy ghi như 68,5 hoặc 1.250.000, không kèm dấu % hay đơn vị tính"
            }
            NotDecimal::Ambiguous => {
                "có thể là phần nghìn, có thể là số lẻ: ghi dấu phẩy trước số lẻ, không ghi dấu chấm"
            }
            NotDecimal::TooFine => "có quá 6 chữ số sau dấu phẩy: hãy làm tròn",
            NotDecimal::TooLong => {
                "có quá nhiều chữ số (nhiều nhất 18, số lẻ nhiều nhất 15): hãy làm tròn hoặc đổi đơn vị tính"
            }
        }
    }
}

impl fmt::Display for NotDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())
    }
}

impl std::error::Error for NotDecimal {}

/// Digits behind the comma, at most.
const PLACES: usize = 6;
/// The part of one.
const ONE: i128 = 1_000_000;
/// Digits of a whole number, at most.
const WHOLE: usize = 18;
/// Digits of a number with a comma, at most: a JSON reader keeps these exactly.
const EXACT: usize = 15;

impl Decimal {
    /// Zero.
    pub const ZERO: Decimal = Decimal { millionths: 0 };

    /// A number of halves: 19 halves are 9,5.
    #[must_use]
    pub const fn halves(halves: u32) -> Decimal {
        Decimal { millionths: halves as i128 * (ONE / 2) }
    }

    /// A number of tenths: 127 tenths are 12,7.
    #[must_use]
    pub const fn tenths(tenths: u32) -> Decimal {
        Decimal { millionths: tenths as i128 * (ONE / 10) }
    }

    /// The nearest float.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a float is what is asked for")]
    pub fn to_f64(self) -> f64 {
        self.millionths as f64 / ONE as f64
    }

    /// Whether it is a multiple of 0.5, as most scores are.
    #[must_use]
    pub const fn is_half_step(self) -> bool {
        self.millionths % (ONE / 2) == 0
    }

    /// The number of digits after the comma: 1 for `68,5`, 0 for a whole number.
    #[must_use]
    pub fn places(self) -> usize {
        self.plain().split_once('.').map_or(0, |(_, decimals)| decimals.len())
    }

    /// The absolute difference to another number.
    #[must_use]
    pub fn distance(self, other: Decimal) -> Decimal {
        Decimal { millionths: (self - other).millionths.saturating_abs() }
    }

    /// Bình quân: the mean, rounded half up to two decimals. `None` without figures.
    ///
    /// ```
    /// use vanban::text::Decimal;
    /// let months = [Decimal::from(90), Decimal::halves(181), Decimal::from(88)];
    /// assert_eq!(Decimal::mean(months).unwrap().to_string(), "89,5");
    /// assert_eq!(Decimal::mean([]), None);
    /// ```
    #[doc(alias = "điểm bình quân")]
    #[must_use]
    pub fn mean(figures: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
        let add = |(sum, count), figure| (sum + figure, count + 1);
        let (sum, count) = figures.into_iter().fold((Decimal::ZERO, 0_i128), add);
        let step = (ONE / 100).checked_mul(count).filter(|step| *step > 0)?;
        let hundredths = sum.millionths.checked_mul(2)?.checked_add(step)?.div_euclid(2 * step);
        Some(Decimal { millionths: hundredths.checked_mul(ONE / 100)? })
    }

    /// How many hundredths of a per cent it is of `whole`, rounded half up, without a sign, and whether the
    /// share is below nought. None where there is no whole, or figures are beyond all measure.
    pub(super) fn share(self, whole: Decimal) -> Option<(u128, bool)> {
        let (part, all) = (self.millionths.unsigned_abs(), whole.millionths.unsigned_abs());
        let twice = all.checked_mul(2).filter(|twice| *twice > 0)?;
        let rounded = part.checked_mul(20_000)?.checked_add(all)? / twice;
        Some((rounded, (self.millionths < 0) != (whole.millionths < 0) && part > 0))
    }

    /// Whether its size is smaller than, equal to, or larger than another's.
    pub(super) fn size_against(self, other: Decimal) -> std::cmp::Ordering {
        self.millionths.unsigned_abs().cmp(&other.millionths.unsigned_abs())
    }

    /// A number as JSON and programs write it: a point, no thousands, no digit too many.
    fn plain(self) -> String {
        let sign = if self.millionths < 0 { "-" } else { "" };
        let size = self.millionths.unsigned_abs();
        let (whole, rest) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
        let decimals = format!("{rest:06}");
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{decimals}")
    }

    /// From digits before and behind the comma.
    fn of(negative: bool, whole: &str, decimals: &str) -> Result<Decimal, NotDecimal> {
        let (whole, decimals) = (whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
        if decimals.len() > PLACES {
            return Err(NotDecimal::TooFine);
        }
        if whole.len() > WHOLE || (!decimals.is_empty() && whole.len() + decimals.len() > EXACT) {
            return Err(NotDecimal::TooLong);
        }
        let millionths = format!("{whole}{decimals:0<PLACES$}").parse().map_err(|_| NotDecimal::NoNumber);
        millionths.map(|size: i128| Decimal { millionths: if negative { -size } else { size } })
    }
}

/// Reads the Vietnamese form: `68,5`, `1.250.000`, `1.250.000,5`, `-3`; also `8.5`, where the point can only
/// be a comma.
impl std::str::FromStr for Decimal {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Decimal, NotDecimal> {
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let unsigned = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
        let (before, decimals) = match unsigned.split_once(',') {
            Some((before, decimals)) => (before, Some(decimals)),
            None => (unsigned, None),
        };
        let groups: Vec<&str> = before.split('.').collect();
        let (whole, decimals) = match (groups.as_slice(), decimals) {
            ([whole], decimals) => ((*whole).to_owned(), decimals.unwrap_or("0")),
            ([whole, rest], None) => {
                let thousands = rest.len() == 3 && matches!(whole.len(), 1..=3) && !whole.starts_with('0');
                if thousands && is_number(whole) && is_number(rest) {
                    return Err(NotDecimal::Ambiguous);
                }
                ((*whole).to_owned(), *rest)
            }
            ([first, rest @ ..], decimals) => {
                let sound = matches!(first.len(), 1..=3) && rest.iter().all(|group| group.len() == 3);
                if !sound {
                    return Err(NotDecimal::NoNumber);
                }
                (groups.concat(), decimals.unwrap_or("0"))
            }
            ([], _) => return Err(NotDecimal::NoNumber),
        };
        if !is_number(&whole) || !is_number(decimals) {
            return Err(NotDecimal::NoNumber);
        }
        Decimal::of(unsigned.len() < text.len(), &whole, decimals)
    }
}

/// The decimal that a float was written as: the shortest that reads as this float.
impl TryFrom<f64> for Decimal {
    type Error = NotDecimal;

    fn try_from(float: f64) -> Result<Decimal, NotDecimal> {
        if !float.is_finite() {
            return Err(NotDecimal::NoNumber);
        }
        if float.abs() >= 1e18 {
            return Err(NotDecimal::TooLong);
        }
        let (plain, negative) = (float.abs().to_string(), float < 0.0);
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        if whole.trim_end_matches('0').len() > EXACT {
            return Err(NotDecimal::TooLong);
        }
        Decimal::of(negative, whole, decimals)
    }
}

macro_rules! from_whole {
    ($($whole:ty),+) => {$(
        impl From<$whole> for Decimal {
            fn from(whole: $whole) -> Decimal {
                Decimal { millionths: i128::from(whole) * ONE }
            }
        }
    )+};
}

from_whole!(u8, u16, u32, u64, i8, i16, i32, i64);

/// A whole number from nought.
impl TryFrom<Decimal> for u64 {
    type Error = NotDecimal;

    fn try_from(figure: Decimal) -> Result<u64, NotDecimal> {
        let whole = if figure.millionths % ONE == 0 { figure.millionths / ONE } else { -1 };
        u64::try_from(whole).map_err(|_| NotDecimal::NoNumber)
    }
}

// Figures have some 25 digits in millionths, so a sum would need 10^13 of them to reach the end of the type;
// there it stops.
impl Add for Decimal {
    type Output = Decimal;
    fn add(self, other: Decimal) -> Decimal {
        Decimal { millionths: self.millionths.saturating_add(other.millionths) }
    }
}

impl Sub for Decimal {
    type Output = Decimal;
    fn sub(self, other: Decimal) -> Decimal {
        Decimal { millionths: self.millionths.saturating_sub(other.millionths) }
    }
}

impl Neg for Decimal {
    type Output = Decimal;
    fn neg(self) -> Decimal {
        Decimal::ZERO - self
    }
}

impl Sum for Decimal {
    fn sum<I: Iterator<Item = Decimal>>(figures: I) -> Decimal {
        figures.fold(Decimal::ZERO, Add::add)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.plain();
        let (sign, size) = plain.strip_prefix('-').map_or(("", plain.as_str()), |size| ("-", size));
        match size.split_once('.') {
            None => f.pad(&format!("{sign}{}", grouped(size))),
            Some((whole, decimals)) => f.pad(&format!("{sign}{},{decimals}", grouped(whole))),
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let plain = self.plain();
        match plain.parse::<i64>() {
            Ok(whole) => serializer.serialize_i64(whole),
            // What would not be read again is not written.
            Err(_) => match plain.parse::<f64>().map(|float| (float, Decimal::try_from(float))) {
                Ok((float, Ok(again))) if again == *self => serializer.serialize_f64(float),
                _ => Err(ser::Error::custom(format!("“{self}” {}", NotDecimal::TooLong))),
            },
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(Number)
    }
}

/// Reads a figure of JSON, a number or a text.
pub(crate) struct Number;

impl de::Visitor<'_> for Number {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Decimal, E> {
        let figure = Decimal::of(value < 0, &value.unsigned_abs().to_string(), "");
        figure.map_err(|reason| E::custom(format!("“{value}” {reason}")))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Decimal, E> {
        let figure = Decimal::of(false, &value.to_string(), "");
        figure.map_err(|reason| E::custom(format!("“{value}” {reason}")))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Decimal, E> {
        let shown = if value.abs() < 1e21 { value.to_string() } else { format!("{value:e}") };
        let shown = shown.replace('.', ",");
        Decimal::try_from(value).map_err(|reason| E::custom(format!("“{shown}” {reason}")))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Decimal, E> {
        value.trim().parse().map_err(|reason| E::custom(format!("“{value}” {reason}")))
    }
}

impl JsonSchema for Decimal {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

#[cfg(test)]
mod tests;
