//! Rules for tables of figures.

use crate::error::Problems;
use crate::parts::{DataTable, Section};
use crate::path::Path;
use crate::tree::{MOST_COLUMNS, Width};

/// There are columns and rows, each row has a cell a column, each width is one.
pub(super) fn check(table: &DataTable, path: &Path, problems: &mut Problems) {
    let columns = table.columns.len();
    let mut error = |code, path: Path, message: String| problems.error(code, path, "quy ước", message);
    if !(1..=MOST_COLUMNS).contains(&columns) {
        let message = match columns {
            0 => "bảng chưa có cột nào".to_owned(),
            _ => format!("bảng có {columns} cột; Word chỉ nhận {MOST_COLUMNS} cột"),
        };
        error("table.columns", path.field("columns"), message);
    }
    for (index, column) in table.columns.iter().enumerate() {
        if let Some(width) = column.width.as_ref().filter(|width| Width::parse(width.as_str()).is_none()) {
            error(
                "table.width",
                path.field("columns").index(index).field("width"),
                format!("độ rộng cột là “{width}”; phải là auto, từ 1mm đến 400mm hoặc từ 1fr đến 100fr"),
            );
        }
    }
    if table.rows.is_empty() {
        error("table.no_rows", path.field("rows"), "bảng chưa có dòng nào".to_owned());
    }
    for (index, row) in table.rows.iter().enumerate().filter(|(_, row)| row.len() != columns) {
        error(
            "table.cells",
            path.field("rows").index(index),
            format!("dòng {} có {} ô, bảng có {columns} cột", index + 1, row.len()),
        );
    }
}

/// Whether a table stands in one of the sections.
pub(super) fn any(sections: &[Section]) -> bool {
    sections.iter().any(|section| section.table.is_some() || any(&section.items))
}
