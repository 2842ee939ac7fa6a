//! `{{data_table table}}`: a table of figures as form markup.

use quick_xml::escape::escape;
use serde::Deserialize as _;

use super::call::{Call, Unsaid};
use super::helpers::BY_HAND;
use crate::parts::{ColumnAlign, DataTable};
use crate::path::Path;

/// The markup of a table: its caption, its labels as headers, its rows.
pub(super) fn data_table(call: &Call<'_>) -> Result<String, Unsaid> {
    DataTable::deserialize(call.param(0)?)
        .map(|table| markup(&table, call.place(0).as_ref()))
        .map_err(|_| format!("“{}” không phải một bảng số liệu; hãy ghi mục khác", call.path(0)).into())
}

fn markup(table: &DataTable, place: Option<&Path>) -> String {
    let mut xml = String::new();
    if let Some(caption) = &table.caption {
        xml += &format!("<p role=\"caption\">{}</p>", escape(caption.as_str()));
    }
    let widths =
        table.columns.iter().map(|column| column.width.as_ref().map_or("auto", |width| width.as_str()));
    xml += &format!("<table columns=\"{}\"", escape(widths.collect::<Vec<_>>().join(" ")));
    if let Some(place) = place {
        xml += &format!(" from=\"{}\"", escape(place.to_string()));
    }
    xml += "><tr>";
    for column in &table.columns {
        xml += &format!("<th>{}</th>", escape(column.label.as_str()));
    }
    xml += "</tr>";
    for row in &table.rows {
        xml += "<tr>";
        for (text, column) in row.iter().zip(&table.columns) {
            let align = match column.align {
                None | Some(ColumnAlign::Left) => "left",
                Some(ColumnAlign::Center) => "center",
                Some(ColumnAlign::Right) => "right",
                Some(ColumnAlign::Justify) => "justify",
            };
            let text = Some(text.as_str()).filter(|text| *text != BY_HAND).unwrap_or_default();
            xml += &format!("<td align=\"{align}\">{}</td>", escape(text));
        }
        xml += "</tr>";
    }
    xml + "</table>"
}
