//! The cells that a table's problems are in, as parts.

use std::io::Cursor;

use serde_json::{Value, json};
use vanban::table::{Mapping, Table};

use super::{MAPPING, june, kind};
use crate::renderer;

/// The six rows that are refused, each with its cell, chi bộ and value.
#[test]
fn a_refused_row_has_its_cell_in_parts() {
    let expected: Value = serde_json::from_str(include_str!("../../clerk/expected.json")).unwrap();
    let refused = expected["thang-6"]["refused"].as_array().unwrap();
    let mapping = Mapping::from_toml(MAPPING).unwrap();
    let mut told = Vec::new();
    for item in june().records(kind(), Some(&mapping), renderer()).unwrap() {
        let item = item.unwrap();
        let is_one = |row: &Value| item.name().contains(&format!("({})", row["branch"].as_str().unwrap()));
        if item.is_second() || !refused.iter().any(is_one) {
            continue;
        }
        let error = item.render(renderer()).unwrap_err();
        let problem = error.problems().iter().find(|problem| problem.is_error()).unwrap();
        let cell = problem.cell().unwrap();
        assert_eq!(problem.cells().len(), 1);
        assert_eq!(cell.sheet.as_deref(), Some("Tháng 6"));
        assert_eq!(format!("{}{}", cell.letters, cell.row), cell.reference);
        let shown = if cell.value.is_empty() { String::new() } else { format!(", “{}”", cell.value) };
        let said = format!("cột “{}” ({}){shown}", cell.column, cell.reference);
        assert_eq!(problem.place.as_ref(), Some(&said));
        let value = (!cell.value.is_empty()).then(|| cell.value.clone());
        told.push(json!({"cell": cell.reference, "branch": cell.about, "value": value}));
    }
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let wanted = refused.iter().map(|row| {
        let value = if row["value"].is_null() { Value::Null } else { text(&row["value"]).into() };
        json!({"cell": row["cell"], "branch": row["branch"], "value": value})
    });
    assert_eq!(told, wanted.collect::<Vec<_>>());
}

#[test]
fn a_list_has_every_cell_and_a_value_of_no_cell_none() {
    let sheet = "Chi bộ;Điểm\nChi bộ A;x\nChi bộ B;y\n";
    let table = Table::csv(Cursor::new(sheet)).unwrap();
    let kind = vanban::kinds::built_in().find(|kind| kind.name() == "evaluation_summary").unwrap();
    let mapping = "[columns]\n\"Chi bộ\" = \"rows[0].branch\"\n\"Điểm\" = \"rows[0].sessions[0].score\"\n";
    let mapping = Mapping::from_toml(mapping).unwrap();
    let item = table.records(kind, Some(&mapping), renderer()).unwrap().next().unwrap().unwrap();
    let Err(error) = item.record(renderer()) else { panic!("the points are no numbers") };
    let of_cells = error.problems().iter().find(|problem| problem.code == "table.value").unwrap();
    let cells: Vec<(&str, &str, &str)> = of_cells
        .cells()
        .iter()
        .map(|cell| (cell.reference.as_str(), cell.about.as_str(), cell.value.as_str()))
        .collect();
    assert_eq!(cells, [("B2", "Chi bộ A", "x"), ("B3", "Chi bộ B", "y")]);
    assert_eq!(of_cells.cell().unwrap().sheet, None);
    assert_eq!(serde_json::to_value(of_cells).unwrap()["cells"][1]["letters"], "B");
    let of_none = error.problems().iter().find(|problem| problem.path == "place").unwrap();
    assert!(of_none.cell().is_none() && serde_json::to_value(of_none).unwrap().get("cells").is_none());
}
