//! What a list has beside its rows: it stands above them, a line each, what it is called before its value.

use serde_json::Value;

use super::book::{Sheet, SheetRow};
use super::cell::{Cell, Wanted};
use super::header::{cell_name, filled};
use super::mapping::word;
use super::place;
use super::schema::Schema;
use super::suggest::{Suggestions, Use};

/// The values above a list's header, by their places. What cannot be read is told, a line a cell.
pub(super) fn values(
    sheet: &Sheet,
    header: usize,
    suggestions: &Suggestions<'_>,
    schema: &Schema,
) -> Result<Vec<(String, Value)>, Vec<String>> {
    let (mut values, mut wrong) = (Vec::new(), Vec::new());
    if !suggestions.kind.is_listed() {
        return Ok(values);
    }
    for row in sheet.rows.iter().filter(|row| row.number < header && row.hidden.is_none()) {
        let Some((column, cell, place)) = stated(row, suggestions) else { continue };
        let list = place.strip_suffix("[0]");
        let Some(at) = place::parse(&place) else { continue };
        let Ok(wanted) = schema.wanted(&at) else { continue };
        let choices = schema.choices(&at);
        if let Some(word) = cell.text().and_then(|text| word(&choices, text)) {
            values.push((place, word.into()));
            continue;
        }
        match (list, cell.value(wanted, sheet.epoch_1904)) {
            (Some(list), Ok(Value::String(text))) if wanted == Wanted::Text => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                values.push((list.to_owned(), lines.collect()));
            }
            (_, Ok(value)) => values.push((place, value)),
            (_, Err(reason)) => {
                wrong.push(format!("ô {}, “{}”: {reason}", cell_name(column, row.number), cell.shown()));
            }
        }
    }
    if wrong.is_empty() { Ok(values) } else { Err(wrong) }
}

/// The value of a row that says what it is before it, and its place.
fn stated<'a>(row: &'a SheetRow, suggestions: &Suggestions<'_>) -> Option<(usize, &'a Cell, String)> {
    let mut cells = filled(row).skip(1);
    let (column, cell) = cells.next()?;
    let place = named(row, suggestions)?;
    cells.next().is_none().then_some((*column, cell, place))
}

/// The place that a row is called after, whether its value is there or not.
fn named(row: &SheetRow, suggestions: &Suggestions<'_>) -> Option<String> {
    let called = filled(row).next()?.1.text()?;
    match suggestions.by_name(called.trim_end_matches([':', ' ']))? {
        Use::Place(place) if !place.starts_with("rows") => Some(place),
        _ => None,
    }
}

/// How many values stand above a list's header, or are to be written there.
pub(super) fn count(sheet: &Sheet, header: usize, suggestions: &Suggestions<'_>) -> usize {
    let rows = sheet.rows.iter().filter(|row| row.number < header && row.hidden.is_none());
    rows.filter(|row| suggestions.kind.is_listed() && named(row, suggestions).is_some()).count()
}
