//! Điểm: an exact decimal.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use schemars::JsonSchema;
use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// Điểm: a score, exact to a hundredth; in JSON a number, printed with a comma and not padded.
///
/// What a form asks for is whole points or halves; [`Score::is_half_step`] tells.
///
/// ```
/// use vanban::Score;
/// let score: Score = serde_json::from_str("9.5")?;
/// assert_eq!(score.to_string(), "9,5");
/// assert_eq!((score + Score::points(4)).to_string(), "13,5");
/// assert_eq!(serde_json::to_string(&Score::points(9))?, "9");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "điểm")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Score {
    hundredths: i64,
}

/// The largest score that is read, up and down: nothing that adds scores can overflow.
const LIMIT: i64 = 1_000_000;

impl Score {
    /// No point.
    pub const ZERO: Score = Score { hundredths: 0 };

    /// Whole points.
    #[must_use]
    pub const fn points(points: u32) -> Score {
        Score { hundredths: points as i64 * 100 }
    }

    /// Half points: 19 are 9,5.
    #[must_use]
    pub const fn halves(halves: u32) -> Score {
        Score { hundredths: halves as i64 * 50 }
    }

    /// Whether it is a number of half points.
    #[must_use]
    pub const fn is_half_step(self) -> bool {
        self.hundredths % 50 == 0
    }

    /// How far it is from another, whichever is larger.
    #[must_use]
    pub const fn distance(self, other: Score) -> Score {
        Score { hundredths: (self.hundredths - other.hundredths).abs() }
    }

    /// Điểm bình quân: the mean, rounded half up to two decimals. None without scores.
    ///
    /// ```
    /// use vanban::Score;
    /// let months = [Score::points(90), Score::halves(181), Score::points(88)];
    /// assert_eq!(Score::mean(months).unwrap().to_string(), "89,5");
    /// assert_eq!(Score::mean([]), None);
    /// ```
    #[doc(alias = "điểm bình quân")]
    #[must_use]
    pub fn mean(scores: impl IntoIterator<Item = Score>) -> Option<Score> {
        let (sum, count) =
            scores.into_iter().fold((Score::ZERO, 0_i64), |(sum, count), score| (sum + score, count + 1));
        (count > 0).then(|| Score { hundredths: (2 * sum.hundredths + count).div_euclid(2 * count) })
    }
}

impl Add for Score {
    type Output = Score;
    fn add(self, other: Score) -> Score {
        Score { hundredths: self.hundredths + other.hundredths }
    }
}

impl Sub for Score {
    type Output = Score;
    fn sub(self, other: Score) -> Score {
        Score { hundredths: self.hundredths - other.hundredths }
    }
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Score>>(scores: I) -> Score {
        scores.fold(Score::ZERO, Add::add)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.hundredths < 0 { "-" } else { "" };
        let (whole, rest) = (self.hundredths.abs() / 100, self.hundredths.abs() % 100);
        match rest {
            0 => write!(f, "{sign}{whole}"),
            tenths if tenths % 10 == 0 => write!(f, "{sign}{whole},{}", tenths / 10),
            rest => write!(f, "{sign}{whole},{rest:02}"),
        }
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.hundredths % 100 == 0 {
            serializer.serialize_i64(self.hundredths / 100)
        } else {
            serializer.serialize_f64(self.hundredths as f64 / 100.0)
        }
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Score, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Score;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a score: a number of at most two decimals")
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Score, E> {
                if (-LIMIT..=LIMIT).contains(&value) {
                    Ok(Score { hundredths: value * 100 })
                } else {
                    Err(E::invalid_value(Unexpected::Signed(value), &self))
                }
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Score, E> {
                let signed = i64::try_from(value);
                signed
                    .map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
                    .and_then(|value| self.visit_i64(value))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Score, E> {
                // The double next to a decimal of two places is the quotient of its hundredths.
                let hundredths = (value * 100.0).round();
                if hundredths.abs() <= (LIMIT * 100) as f64 && hundredths / 100.0 == value {
                    Ok(Score { hundredths: hundredths as i64 })
                } else {
                    Err(E::invalid_value(Unexpected::Float(value), &self))
                }
            }
        }
        deserializer.deserialize_any(Number)
    }
}

impl JsonSchema for Score {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Score".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A score: whole points or halves",
            "type": "number", "minimum": 0, "multipleOf": 0.5
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(json: &str) -> Result<Score, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn reads_and_prints_exactly() {
        for (json, printed) in [
            ("0", "0"),
            ("9", "9"),
            ("9.0", "9"),
            ("9.5", "9,5"),
            ("-1", "-1"),
            ("0.29", "0,29"),
            ("-0.5", "-0,5"),
            ("1e2", "100"),
            ("7.05", "7,05"),
        ] {
            assert_eq!(read(json).unwrap().to_string(), printed, "{json}");
        }
        assert!(read("9.5").unwrap().is_half_step() && !read("9.25").unwrap().is_half_step());
        assert_eq!(Score::halves(19), read("9.5").unwrap());
    }

    #[test]
    fn refuses_what_is_no_score() {
        let end = ", expected a score: a number of at most two decimals at line 1 column";
        for (json, found) in [
            ("0.125", "floating point `0.125`"),
            ("1000001", "integer `1000001`"),
            ("-1e300", "floating point `-1e+300`"),
        ] {
            let error = read(json).unwrap_err();
            assert!(error.starts_with(&format!("invalid value: {found}{end}")), "{error}");
        }
        assert!(read("\"9\"").unwrap_err().starts_with("invalid type: string \"9\""));
    }

    proptest! {
        #[test]
        fn a_score_survives_the_way_to_json_and_back(hundredths in -LIMIT * 100..=LIMIT * 100) {
            let score = Score { hundredths };
            prop_assert_eq!(read(&serde_json::to_string(&score).unwrap()).unwrap(), score);
        }
    }
}
