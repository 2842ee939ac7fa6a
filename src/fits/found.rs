//! Where in a record stands what the page shows.

use serde_json::Value;

use crate::path::{Here, Path, PathStep};
use crate::text::{clean, plain_spaces, upper};

/// The first place whose value holds this piece of the page.
pub(super) fn holding(record: &Value, piece: &str) -> Option<Path> {
    let piece = said(piece.trim_end_matches('…'));
    // A page writes a figure with points, and glues words to it that it adds itself.
    let longest = piece.split(' ').max_by_key(|word| word.chars().count()).unwrap_or_default().to_owned();
    let figure: String = piece.chars().filter(char::is_ascii_digit).collect();
    let is_figure = !figure.is_empty() && piece.chars().all(|c| c.is_ascii_digit() || c == '.');
    if piece.is_empty() {
        return None;
    }
    first(record, &mut |value| match value {
        Value::String(text) => said(text).contains(&piece),
        Value::Number(number) => is_figure && number.to_string() == figure,
        _ => false,
    })
    .or_else(|| {
        first(record, &mut |value| matches!(value, Value::String(text) if said(text).contains(&longest)))
    })
}

/// The place of the longest text of the record that a paragraph of the page shows.
pub(super) fn held(record: &Value, paragraph: &str) -> Option<Path> {
    let paragraph = said(paragraph);
    let mut longest = 0;
    let mut found = None;
    walk(record, &Here::Record, &mut |value, here| {
        if let Value::String(text) = value {
            let text = said(text);
            if text.chars().count() > longest && paragraph.contains(&text) {
                (longest, found) = (text.chars().count(), Some(Path::from(here)));
            }
        }
    });
    found
}

/// Whether a place is there.
pub(super) fn stands_in(record: &Value, path: &Path) -> bool {
    let mut steps = path.steps().iter();
    let inner = steps.try_fold(record, |value, step| match step {
        PathStep::Field(name) => value.get(name.as_ref()),
        PathStep::Index(index) => value.get(index),
    });
    inner.is_some()
}

/// A text as it is compared: clean, its spaces plain, in capitals.
fn said(text: &str) -> String {
    upper(&plain_spaces(&clean(text).text))
}

fn first(record: &Value, is: &mut dyn FnMut(&Value) -> bool) -> Option<Path> {
    let mut found = None;
    walk(record, &Here::Record, &mut |value, here| {
        if found.is_none() && is(value) {
            found = Some(Path::from(here));
        }
    });
    found
}

fn walk(value: &Value, here: &Here<'_>, visit: &mut dyn FnMut(&Value, &Here<'_>)) {
    visit(value, here);
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| walk(item, &Here::Index(here, index), visit));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| walk(field, &Here::Field(here, name), visit));
        }
        _ => {}
    }
}
