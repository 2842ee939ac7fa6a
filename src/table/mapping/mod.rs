//! Which column of a table goes where in a record.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::Error;
use super::cell::{Cell, Wanted};
use super::place::{self, close_gaps};
use super::rows::{Header, Row, normal};
use super::schema::{NoValue, Schema};
use crate::error::{Problem, Problems};
use crate::kinds::Kind;
use crate::path::Path;
use crate::text::legacy;

/// A mapping that fits a table's header and a kind's schema.
#[derive(Debug)]
pub(super) struct Fitted {
    pub(super) kind: Kind,
    epoch_1904: bool,
    header: Header,
    columns: Vec<Column>,
    constants: Vec<(Path, Value)>,
}

#[derive(Debug)]
struct Column {
    index: usize,
    place: Path,
    wanted: Wanted,
}

/// Which column of a table goes where in a record, as its file says it: `[columns]` names the place of each
/// column, `[constants]` what is the same in every record, `ignore` the columns that are left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Place in the record, of each column.
    #[serde(default)]
    columns: BTreeMap<String, String>,
    /// Values that are the same in every record, by their place.
    #[serde(default)]
    constants: BTreeMap<String, Value>,
    /// Columns that are left out.
    #[serde(default)]
    ignore: Vec<String>,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// [`Error::Mapping`] where the text is no TOML or not that of a mapping, with the line.
    pub fn from_toml(text: &str) -> Result<Mapping, Error> {
        toml::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| Error::Mapping(vec![error.to_string()]))
    }

    /// The mapping of a table whose columns are called as their places are.
    pub(super) fn by_name(header: &Header) -> Mapping {
        let names = header.names().iter().filter(|name| !name.is_empty());
        Mapping { columns: names.map(|name| (name.clone(), name.clone())).collect(), ..Mapping::default() }
    }

    /// Fits it to a table and a kind; gives everything that is wrong.
    pub(super) fn fit(
        &self,
        kind: &Kind,
        schema: &Schema,
        header: &Header,
        epoch_1904: bool,
    ) -> Result<Fitted, Vec<String>> {
        let mut wrong = Vec::new();
        let mut columns = Vec::new();
        for (name, place) in &self.columns {
            let name = normal(name);
            let found: Vec<usize> = positions(header, &name);
            let place = target(kind.name(), schema, place, &format!("cột “{name}”"), false, &mut wrong);
            match found[..] {
                [index] => columns.extend(place.map(|(place, wanted)| Column { index, place, wanted })),
                [] => wrong.push(format!("bảng không có cột “{name}”; bảng có {}", quoted(header.names()))),
                _ => {
                    let letters: Vec<String> = found.iter().map(|&index| header.letters(index)).collect();
                    wrong.push(format!("bảng có nhiều cột “{name}”: {}", letters.join(", ")));
                }
            }
        }
        columns.sort_by_key(|column| column.index);
        let mut constants = Vec::new();
        for (name, value) in &self.constants {
            let said = format!("giá trị chung “{name}”");
            let group = value.is_object() || value.is_array();
            let Some((place, wanted)) = target(kind.name(), schema, name, &said, group, &mut wrong) else {
                continue;
            };
            match (value, group) {
                (Value::String(text), false) => match Cell::Text(text.clone()).value(wanted, false) {
                    Ok(value) => constants.push((place, value)),
                    Err(reason) => wrong.push(format!("{said}: “{text}” {reason}")),
                },
                _ => constants.push((place, value.clone())),
            }
        }
        let ignored: Vec<String> = self.ignore.iter().map(|name| normal(name)).collect();
        for name in ignored.iter().filter(|name| positions(header, name).is_empty()) {
            wrong.push(format!("bảng không có cột “{name}”; bảng có {}", quoted(header.names())));
        }
        let named = |name: &String| self.columns.keys().any(|known| normal(known) == *name);
        for name in header.names().iter().filter(|name| !name.is_empty()) {
            if !named(name) && !ignored.contains(name) {
                let advice = match legacy::detect(name) {
                    Some(found) => found.advice(),
                    None => "thêm vào [columns] hoặc vào ignore".to_owned(),
                };
                wrong.push(format!("cột “{name}” không có trong tệp khai báo cột: {advice}"));
            }
        }
        let places: Vec<&Path> = columns
            .iter()
            .map(|column| &column.place)
            .chain(constants.iter().map(|(place, _)| place))
            .collect();
        for (index, place) in places.iter().enumerate() {
            if let Some(other) =
                places[index + 1..].iter().find(|other| other.starts_with(place) || place.starts_with(other))
            {
                let said = if place == other {
                    format!("“{place}”")
                } else {
                    format!("“{place}” và “{other}”")
                };
                wrong.push(format!("{said} nhận giá trị từ nhiều nơi"));
            }
        }
        if wrong.is_empty() {
            Ok(Fitted { kind: kind.clone(), epoch_1904, header: header.clone(), columns, constants })
        } else {
            Err(wrong)
        }
    }
}

/// A place and what it wants; tells what is wrong with it.
fn target(
    kind: &str,
    schema: &Schema,
    text: &str,
    said: &str,
    group: bool,
    wrong: &mut Vec<String>,
) -> Option<(Path, Wanted)> {
    if text.is_empty() {
        wrong.push(format!("{said} chưa có đường dẫn trong bản ghi"));
        return None;
    }
    let Some(place) = place::parse(text) else {
        wrong.push(format!("{said}: “{text}” không phải là đường dẫn như issuer.name hay recipients[0]"));
        return None;
    };
    match schema.wanted(&place) {
        Ok(wanted) => Some((place, wanted)),
        Err(NoValue::Group) if group => Some((place, Wanted::Text)),
        Err(NoValue::Group) => {
            wrong.push(format!("{said}: “{text}” của {kind} là một nhóm, không phải một giá trị"));
            None
        }
        Err(NoValue::Unknown) => {
            wrong.push(format!("{said}: {kind} không có “{text}”"));
            None
        }
    }
}

fn positions(header: &Header, name: &str) -> Vec<usize> {
    let names = header.names().iter().enumerate();
    names.filter(|(_, known)| *known == name).map(|(index, _)| index).collect()
}

fn quoted(names: &[String]) -> String {
    let names = names.iter().filter(|name| !name.is_empty());
    names.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
}

/// A row as a record, and which column each of its values comes from.
#[derive(Debug)]
pub(super) struct Filled {
    /// The record's JSON.
    pub(super) record: Value,
    /// The same tree; instead of a value the number of its column.
    origin: Value,
}

impl Fitted {
    /// The record of a row; every cell that cannot be read is a problem.
    pub(super) fn fill(&self, row: &Row) -> Result<Filled, Vec<Problem>> {
        let mut problems = Problems::default();
        let mut filled = Filled { record: json!({}), origin: json!({}) };
        for (index, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if self.header.names().get(index).is_none_or(String::is_empty) {
                let said = format!(
                    "ô {}{} có “{}” mà cột không có tên",
                    self.header.letters(index),
                    row.number,
                    cell.shown()
                );
                problems.error("table.no_column", ".", "quy ước", said);
            }
        }
        for (place, value) in &self.constants {
            place::set(&mut filled.record, place, value.clone());
            place::set(&mut filled.origin, place, Value::Bool(true));
        }
        for column in &self.columns {
            let Some(cell) = row.cells.get(column.index).filter(|cell| !cell.is_empty()) else {
                if place::is_cell(&column.place) {
                    place::set(&mut filled.record, &column.place, Value::Null);
                    place::set(&mut filled.origin, &column.place, Value::Null);
                }
                continue;
            };
            match cell.value(column.wanted, self.epoch_1904) {
                Ok(value) => {
                    place::set(&mut filled.record, &column.place, value);
                    place::set(&mut filled.origin, &column.place, column.index.into());
                }
                Err(reason) => {
                    let said = format!("{}: “{}” {reason}", self.header.column(column.index), cell.shown());
                    problems.error("table.value", &column.place, "quy ước", said);
                }
            }
        }
        close_gaps(&mut filled.record);
        close_gaps(&mut filled.origin);
        let problems = problems.into_vec();
        if problems.is_empty() { Ok(filled) } else { Err(problems) }
    }

    /// Says of a problem in which cell it is, where it is in one.
    pub(super) fn locate(&self, row: &Row, filled: &Filled, problem: &mut Problem) {
        let Some(index) = filled.column(&problem.path) else {
            return;
        };
        let Some(cell) = row.cells.get(index) else { return };
        problem.message = format!("{}, “{}”: {}", self.header.column(index), cell.shown(), problem.message);
    }
}

impl Filled {
    /// The column that a value, or what it is part of, comes from.
    fn column(&self, place: &Path) -> Option<usize> {
        let mut here = &self.origin;
        for step in place.steps() {
            if here.is_number() {
                break;
            }
            here = place::inner(here, step)?;
        }
        usize::try_from(here.as_u64()?).ok()
    }
}

#[cfg(test)]
mod tests;
