//! A figure of a record that may be left for the pen.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::text::{Decimal, Number, forms};

/// A figure, or a blank to be filled in by hand. In JSON `5` or `"by_hand"`; `"05"` is read too. `Given` is a
/// whole number from 0; `Given<Decimal>` is any decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given<T = u32> {
    /// The figure.
    Value(T),
    /// A blank to be filled in by hand.
    ByHand,
}

impl<T> Given<T> {
    /// The figure. `None` if it is to be filled in by hand.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Given::Value(value) => Some(value),
            Given::ByHand => None,
        }
    }
}

/// How a record spells [`Given::ByHand`].
pub(crate) const BY_HAND: &str = "by_hand";

impl<T: Serialize> Serialize for Given<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Given::Value(value) => value.serialize(serializer),
            Given::ByHand => serializer.serialize_str(BY_HAND),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Given, D::Error> {
        struct Figure;
        impl Visitor<'_> for Figure {
            type Value = Given;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a whole number from 0 up, or \"{BY_HAND}\"")
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Given, E> {
                let value = u32::try_from(value)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(value), &self))?;
                Ok(Given::Value(value))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Given, E> {
                if text == BY_HAND {
                    return Ok(Given::ByHand);
                }
                let figure = forms::figure(text).map(Given::Value);
                figure.ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Figure)
    }
}

impl<'de> Deserialize<'de> for Given<Decimal> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Given<Decimal>, D::Error> {
        struct Figure;
        impl Visitor<'_> for Figure {
            type Value = Given<Decimal>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a number, or \"{BY_HAND}\"")
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Given<Decimal>, E> {
                Number.visit_u64(value).map(Given::Value)
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Given<Decimal>, E> {
                Number.visit_i64(value).map(Given::Value)
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Given<Decimal>, E> {
                Number.visit_f64(value).map(Given::Value)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Given<Decimal>, E> {
                if text == BY_HAND { Ok(Given::ByHand) } else { Number.visit_str(text).map(Given::Value) }
            }
        }
        deserializer.deserialize_any(Figure)
    }
}

impl JsonSchema for Given<Decimal> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "GivenDecimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "anyOf": [{"type": "number"}, {"const": BY_HAND}] })
    }
}

impl JsonSchema for Given {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Given".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A figure, or \"by_hand\" for a blank to be filled by the pen",
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": u32::MAX},
                {"const": BY_HAND},
                {"type": "string", "pattern": forms::FIGURE.pattern},
            ]
        })
    }
}

impl From<u32> for Given {
    fn from(figure: u32) -> Given {
        Given::Value(figure)
    }
}

impl From<Decimal> for Given<Decimal> {
    fn from(figure: Decimal) -> Given<Decimal> {
        Given::Value(figure)
    }
}
