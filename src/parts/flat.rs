//! Parts whose fields stand in JSON beside those of the record that holds them.
//!
//! serde flattens such a part, and forgets where in it something is wrong. So a part reads its fields by
//! itself and puts the place into the error.

use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

/// Reads a part with these fields from a record's; what is wrong is told with its place.
pub(super) fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    name: &'static str,
    keys: &'static [&'static str],
    part: impl FnOnce(serde_path_to_error::Deserializer<'_, '_, Value>) -> Result<T, serde_json::Error>,
) -> Result<T, D::Error> {
    let fields = deserializer.deserialize_struct(name, keys, Fields)?;
    let mut track = serde_path_to_error::Track::new();
    let read = part(serde_path_to_error::Deserializer::new(Value::Object(fields), &mut track));
    read.map_err(|error| match track.path() {
        path if path.iter().next().is_none() => D::Error::custom(error),
        path => D::Error::custom(format!("{BEGIN}{path}{END}{error}")),
    })
}

const BEGIN: &str = "at `";
const END: &str = "`: ";

/// The place that a part put into its error, and the error itself.
pub(crate) fn place(error: &str) -> Option<(&str, &str)> {
    error.strip_prefix(BEGIN)?.split_once(END)
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Map<String, Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the fields of a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Map<String, Value>, A::Error> {
        let mut fields = Map::new();
        while let Some((name, value)) = map.next_entry()? {
            fields.insert(name, value);
        }
        Ok(fields)
    }
}
