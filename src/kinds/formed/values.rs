//! The values of a form's own fields, each brought to the one form of its type.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Column, FieldShape};
use crate::error::{Error, Result};
use crate::parts::{CitedDate, ColumnAlign, DataTable, Person, Section};
use crate::profile::TextAlign;
use crate::text::{Decimal, Text, clean, short_date};

/// What a record says of a value that is filled in by hand.
const BY_HAND: &str = "by_hand";
/// How many rows stand for a table that is left to the pen.
const BLANK_ROWS: usize = 3;

/// A value in the one form of its type.
pub(super) fn settled(shape: &FieldShape, value: &Value, path: &str) -> Result<Value> {
    match shape {
        FieldShape::Choice(choices) => {
            let known = |text: &str| choices.iter().any(|choice| choice == text);
            if value.as_str().is_some_and(known) { Ok(value.clone()) } else { Err(refused(path)) }
        }
        FieldShape::Text => through::<Text>(value, path),
        FieldShape::List => through::<Vec<Text>>(value, path),
        FieldShape::Date => through::<CitedDate>(value, path),
        FieldShape::Number => through::<Decimal>(value, path),
        FieldShape::Flag => through::<bool>(value, path),
        FieldShape::Person => through::<Person>(value, path),
        FieldShape::Sections => through::<Vec<Section>>(value, path),
        FieldShape::Table(columns) => {
            let rows = value.as_array().ok_or_else(|| refused(path))?;
            let rows = rows.iter().enumerate().map(|(index, row)| {
                let given = row.as_object().ok_or_else(|| refused(path))?;
                let mut settled = Map::new();
                for (name, value) in given {
                    let column = columns.iter().find(|column| column.name == *name);
                    let cell = column.and_then(|column| column.shape.as_ref());
                    let path = format!("{path}[{index}].{name}");
                    let cell = cell.ok_or_else(|| refused(&path))?;
                    settled.insert(name.clone(), self::settled(cell, value, &path)?);
                }
                let lacks = |column: &&Column| column.required && !settled.contains_key(&column.name);
                if let Some(column) = columns.iter().find(lacks) {
                    return Err(refused(&format!("{path}[{index}].{}", column.name)));
                }
                Ok(Value::Object(settled))
            });
            rows.collect::<Result<Vec<_>>>().map(Value::Array)
        }
        FieldShape::Unknown => Ok(value.clone()),
    }
}

fn through<T: DeserializeOwned + Serialize>(value: &Value, path: &str) -> Result<Value> {
    let read: T = serde_json::from_value(value.clone()).map_err(|_| refused(path))?;
    serde_json::to_value(read).map_err(Error::bug_by)
}

/// What the schema says better.
fn refused(path: &str) -> Error {
    Error::unfit("shape.refused", path, "không ghi được như vậy")
}

/// Whether a value is left to the pen by name: a field of any type may be. What is left so in a list, or in a cell that
/// holds no text, is taken out.
pub(super) fn is_by_hand(shape: &FieldShape, value: &mut Value) -> bool {
    let by_hand = |value: &Value| value.as_str().is_some_and(|text| text.trim() == BY_HAND);
    match (shape, &mut *value) {
        // A person has a name that may be.
        (FieldShape::Person, _) => return false,
        (FieldShape::List, Value::Array(lines)) => {
            let all = !lines.is_empty() && lines.iter().all(by_hand);
            lines.retain(|line| !by_hand(line));
            return all;
        }
        (FieldShape::Table(columns), Value::Array(rows)) => {
            for row in rows.iter_mut().filter_map(Value::as_object_mut) {
                row.retain(|name, cell| {
                    let column = columns.iter().find(|column| column.name == *name);
                    let shape = column.and_then(|column| column.shape.as_ref());
                    // The table prints dots for a text that is.
                    matches!(shape, None | Some(FieldShape::Text | FieldShape::Person)) || !by_hand(cell)
                });
            }
        }
        _ => {}
    }
    by_hand(value)
}

/// A value among the choices of a field, as the form writes it: capitals do not matter, nor do spaces around it.
pub(super) fn chosen(shape: &FieldShape, value: &mut Value) {
    match (shape, value) {
        (FieldShape::Choice(choices), Value::String(text)) => {
            let plain = |text: &str| clean(text).text.to_lowercase();
            let given = plain(text);
            let exact = choices.iter().find(|choice| *choice == text);
            if let Some(choice) = exact.or_else(|| choices.iter().find(|choice| plain(choice) == given)) {
                *text = choice.clone();
            }
        }
        (FieldShape::Table(columns), Value::Array(rows)) => {
            for (name, cell) in rows.iter_mut().filter_map(Value::as_object_mut).flatten() {
                let column = columns.iter().find(|column| column.name == *name);
                if let Some(shape) = column.and_then(|column| column.shape.as_ref()) {
                    chosen(shape, cell);
                }
            }
        }
        _ => {}
    }
}

/// A table as it is printed; of one without rows, rows for the pen.
pub(super) fn table(columns: &[Column], rows: &[Value]) -> DataTable {
    let printed: Vec<&Column> = columns.iter().filter(|column| column.printed).collect();
    let heads = printed.iter().map(|column| crate::parts::Column {
        label: column.label.as_str().into(),
        width: column.width.as_deref().map(Text::from),
        align: column.align.map(|align| match align {
            TextAlign::Left => ColumnAlign::Left,
            TextAlign::Center => ColumnAlign::Center,
            TextAlign::Right => ColumnAlign::Right,
            TextAlign::Justify => ColumnAlign::Justify,
        }),
    });
    let table = DataTable::new(heads.collect::<Vec<_>>());
    if rows.is_empty() {
        return (0..BLANK_ROWS).fold(table, |table, _| table.row(vec![Text::from(BY_HAND); printed.len()]));
    }
    rows.iter().enumerate().fold(table, |table, (index, row)| {
        let cells = printed.iter().map(|column| match &column.shape {
            None => Text::from((index + 1).to_string()),
            Some(shape) => {
                Text::from(row.get(&column.name).map(|cell| shown(shape, cell)).unwrap_or_default())
            }
        });
        table.row(cells.collect::<Vec<_>>())
    })
}

/// A cell as it is printed.
fn shown(shape: &FieldShape, cell: &Value) -> String {
    let text = |name: &str| cell.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    match shape {
        FieldShape::Date => serde_json::from_value::<CitedDate>(cell.clone())
            .map(|date| short_date(date.day, date.month, date.year))
            .unwrap_or_default(),
        FieldShape::Number => {
            serde_json::from_value::<Decimal>(cell.clone()).map(|it| it.to_string()).unwrap_or_default()
        }
        FieldShape::Person => match (text("name"), text("position")) {
            (name, position) if name.is_empty() => position,
            (name, position) if position.is_empty() => name,
            (name, position) => format!("{name}, {position}"),
        },
        FieldShape::Flag => if *cell == Value::Bool(true) { "x" } else { "" }.to_owned(),
        _ => cell.as_str().unwrap_or_default().to_owned(),
    }
}
