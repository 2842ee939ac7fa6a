//! A place in a record: `scores[0].value`.

use std::fmt;

use serde_json::Value;

/// A way from the top of a record to one of its values.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(Vec<Step>);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Field(String),
    Element(usize),
}

impl Step {
    /// What this step of a way leads to.
    pub(super) fn of<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        match self {
            Step::Field(name) => value.get(name),
            Step::Element(index) => value.get(index),
        }
    }
}

/// A table has no more columns than this for one list.
const ELEMENTS: usize = 1_000;

impl Place {
    /// Reads a place; nothing where it is none.
    pub(super) fn parse(text: &str) -> Option<Place> {
        let mut steps = Vec::new();
        for part in text.split('.') {
            let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                return None;
            }
            steps.push(Step::Field(name.to_owned()));
            while !rest.is_empty() {
                let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
                let index: usize = index.parse().ok().filter(|&index| index < ELEMENTS)?;
                steps.push(Step::Element(index));
                rest = after;
            }
        }
        Some(Place(steps))
    }

    pub(super) fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether it is a cell of a table in the record: an element of a list in a list.
    pub(super) fn is_cell(&self) -> bool {
        matches!(self.0.as_slice(), [.., Step::Element(_), Step::Element(_)])
    }

    /// Whether it is this place or holds it.
    pub(super) fn holds(&self, other: &Place) -> bool {
        other.0.starts_with(&self.0)
    }

    /// Puts a value there; what is not on the way yet is made.
    pub(super) fn set(&self, record: &mut Value, value: Value) {
        let mut here = record;
        for step in &self.0 {
            here = match step {
                Step::Field(name) => {
                    if !here.is_object() {
                        *here = Value::Object(serde_json::Map::new());
                    }
                    &mut here[name.as_str()]
                }
                Step::Element(index) => {
                    if !here.is_array() {
                        *here = Value::Array(Vec::new());
                    }
                    if let Value::Array(elements) = here
                        && elements.len() <= *index
                    {
                        elements.resize(index + 1, Value::Null);
                    }
                    &mut here[*index]
                }
            };
        }
        *here = value;
    }
}

/// Closes the gaps in lists: an element of which every cell is empty is none. In a row of a table, a list in
/// a list, an empty cell keeps its place.
pub(super) fn close_gaps(value: &mut Value) {
    match value {
        Value::Array(elements) => {
            for element in elements.iter_mut() {
                match element {
                    Value::Array(row) if row.iter().all(Value::is_null) => *element = Value::Null,
                    Value::Array(row) => row.iter_mut().for_each(close_gaps),
                    other => close_gaps(other),
                }
            }
            elements.retain(|element| !element.is_null());
        }
        Value::Object(fields) => fields.values_mut().for_each(close_gaps),
        _ => {}
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if index == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Element(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn places_are_read_and_written() {
        for text in ["number", "issuer.name", "scores[0].value", "a[1][2].b_c"] {
            assert_eq!(Place::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "", ".", "a.", ".a", "a..b", "a[", "a[]", "a[x]", "a[-1]", "a[0", "a[0]b", "a[1000]", "a b",
            "[0]", "điểm",
        ] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }

    #[test]
    fn values_are_put_in_their_places() {
        let mut record = json!({"kind": "x"});
        for (place, value) in
            [("a.b", json!(1)), ("c[2].d", json!(2)), ("c[0].d", json!(3)), ("a.e", json!(4))]
        {
            Place::parse(place).unwrap().set(&mut record, value);
        }
        close_gaps(&mut record);
        assert_eq!(record, json!({"kind": "x", "a": {"b": 1, "e": 4}, "c": [{"d": 3}, {"d": 2}]}));
    }

    #[test]
    fn a_row_of_a_table_keeps_its_empty_cells() {
        let mut record = json!({});
        let cells = [("r[0][0]", json!("1")), ("r[0][2]", json!("x")), ("r[1][1]", json!(null))];
        let more = [("r[2][1]", json!("y")), ("r[2][2]", json!(null)), ("l[1]", json!("z"))];
        for (place, value) in cells.into_iter().chain(more) {
            Place::parse(place).unwrap().set(&mut record, value);
        }
        close_gaps(&mut record);
        assert_eq!(record, json!({"r": [["1", null, "x"], [null, "y", null]], "l": ["z"]}));
    }

    #[test]
    fn a_place_holds_what_is_below_it() {
        let place = |text| Place::parse(text).unwrap();
        assert!(place("a.b").holds(&place("a.b")));
        assert!(place("a").holds(&place("a[0].b")));
        assert!(!place("a.b").holds(&place("a.bc")));
        assert!(!place("a.b").holds(&place("a")));
    }
}
