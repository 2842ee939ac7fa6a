//! The clerk's sheet (`.ci/stories/clerk.py`), as a page in a browser reads it: from bytes, by the library alone.

mod cells;
mod list;
mod questions;
mod report;

use std::io::Cursor;

use vanban::Kind;
use vanban::table::{Mapping, Table};

/// Her mapping, with what her office says.
const MAPPING: &str = include_str!("../../clerk/phieu.toml");

fn june() -> Table {
    Table::sheet(Cursor::new(include_bytes!("../../clerk/cham-diem-thang-6.xlsx")), None).unwrap()
}

fn kind() -> &'static Kind {
    vanban::kinds::built_in().find(|kind| kind.name() == "evaluation_form").unwrap()
}

/// Some rows of her sheet.
fn mapping(rows: &str) -> Mapping {
    Mapping::from_toml(&format!("rows = \"{rows}\"\n{MAPPING}")).unwrap()
}
