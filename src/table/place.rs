//! Places in a record that a mapping names: `scores[0].value`.

use serde_json::Value;

use crate::path::{Path, PathStep};

/// A table has no more columns than this for one list.
const ELEMENTS: usize = 1_000;

/// Reads a place; nothing where it is none.
pub(super) fn parse(text: &str) -> Option<Path> {
    let mut path = Path::root();
    for part in text.split('.') {
        let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
            return None;
        }
        path = path.field(name.to_owned());
        while !rest.is_empty() {
            let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
            path = path.index(index.parse().ok().filter(|&index| index < ELEMENTS)?);
            rest = after;
        }
    }
    Some(path)
}

/// Whether it is a cell of a table in the record: an element of a list in a list.
pub(super) fn is_cell(path: &Path) -> bool {
    matches!(path.steps(), [.., PathStep::Index(_), PathStep::Index(_)])
}

/// What a step leads to.
pub(super) fn inner<'a>(value: &'a Value, step: &PathStep) -> Option<&'a Value> {
    match step {
        PathStep::Field(name) => value.get(name.as_ref()),
        PathStep::Index(index) => value.get(index),
    }
}

/// Puts a value at its place; what is not on the way yet is made.
pub(super) fn set(record: &mut Value, path: &Path, value: Value) {
    let mut here = record;
    for step in path.steps() {
        here = match step {
            PathStep::Field(name) => {
                if !here.is_object() {
                    *here = Value::Object(serde_json::Map::new());
                }
                &mut here[name.as_ref()]
            }
            PathStep::Index(index) => {
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn places_are_read_and_written() {
        for text in ["number", "issuer.name", "scores[0].value", "a[1][2].b_c"] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
        for text in [
            "", ".", "a.", ".a", "a..b", "a[", "a[]", "a[x]", "a[-1]", "a[0", "a[0]b", "a[1000]", "a b",
            "[0]", "điểm",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn values_are_put_in_their_places() {
        let mut record = json!({"kind": "x"});
        for (place, value) in
            [("a.b", json!(1)), ("c[2].d", json!(2)), ("c[0].d", json!(3)), ("a.e", json!(4))]
        {
            set(&mut record, &parse(place).unwrap(), value);
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
            set(&mut record, &parse(place).unwrap(), value);
        }
        close_gaps(&mut record);
        assert_eq!(record, json!({"r": [["1", null, "x"], [null, "y", null]], "l": ["z"]}));
    }
}
