//! Rooms for the pen in the words of a paper that has its number: what should have been typed.

use serde_json::Value;

use crate::error::Problems;
use crate::parts::{Frame, Given};
use crate::path::Path;

/// Looks at every text of a record; blanks that a field says by hand are its own matter.
pub(crate) fn check(record: &Value, frame: &Frame, problems: &mut Problems) {
    if frame.draft.is_none() && matches!(frame.number, Some(Given::Value(_))) {
        walk(record, &Path::root(), problems);
    }
}

fn walk(value: &Value, path: &Path, problems: &mut Problems) {
    match value {
        Value::String(text) => {
            let Some(at) = text.find("……").or_else(|| text.find("....")) else { return };
            let before: Vec<&str> = text.get(..at).unwrap_or_default().split_whitespace().collect();
            let before = before[before.len().saturating_sub(3)..].join(" ");
            let place =
                if before.is_empty() { "ở đầu".to_owned() } else { format!("sau “{before}”") };
            problems.warning(
                "text.dots",
                path.clone(),
                "quy ước",
                format!("văn bản đã có số mà còn chỗ trống để ghi bằng bút {place}"),
            );
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(index, value)| walk(value, &path.index(index), problems));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| walk(value, &path.field(name.clone()), problems));
        }
        _ => {}
    }
}
