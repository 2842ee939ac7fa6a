//! A form's wording, filled with made records before any real one comes: what only a record decides (an element that stays
//! empty, a row without cells, a figure that is not whole) shows when the form is read, not at row 34.

use serde_json::{Map, Value, json};

use super::widths;
use crate::error::Error;
use crate::kinds::formed::{Column, FieldShape, Spec};
use crate::kinds::{Kind, Record, with_view};
use crate::scoring::CriteriaSets;
use crate::text::CleanJson;
use crate::wording::{Made, Tagging, Wording};

/// The most faults that are told: they have one cause, mostly.
const MOST: usize = 5;

/// How a made record fills a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fill {
    /// Not at all, where it may be left out.
    Open,
    /// With words, a list of one, a row.
    Once,
    /// With more of everything, and other values.
    Full,
}

impl Fill {
    fn called(self) -> &'static str {
        match self {
            Fill::Open => "khi các mục không bắt buộc để trống",
            Fill::Once => "khi mỗi mục có giá trị",
            Fill::Full => "khi danh sách, bảng có nhiều dòng",
        }
    }
}

/// What is wrong with the wording when it is filled; line and column are those of the template, where they are known.
pub(super) fn faults(kind: &Kind, spec: &Spec) -> Vec<(usize, usize, String)> {
    let mut faults = Vec::new();
    for fill in [Fill::Open, Fill::Once, Fill::Full] {
        // What the constants or the parts make of it is told elsewhere.
        let Ok(record) = kind.read(made(spec, fill)) else { continue };
        let Ok(fields) = record.fields() else { continue };
        let mut context = CleanJson::new(fields);
        context.insert(
            "profile",
            json!({"basis_separator": ";", "basis_end": ".", "committee": "chi uỷ", "dots": 30}),
        );
        if let Some(view) = record.view(&CriteriaSets::built_in(), &mut crate::error::Problems::default()) {
            context.insert("view", view);
        }
        let schema = || with_view(kind.schema().clone(), kind.view_schema());
        let manner = (Made::Form, kind.shared_free_layout());
        let filled =
            Wording::new().fill(kind.name(), kind.template(), schema, context, manner, Tagging::None);
        let filled = match filled {
            Ok(blocks) => widths::of_blocks(spec, &blocks).map(|reason| (0, 0, reason)),
            Err(Error::Template { line, column, reason, .. }) => Some((line, column, reason)),
            // What a figure of the record is to blame for.
            Err(_) => None,
        };
        if let Some((line, column, reason)) = filled {
            // A place in what was filled is none in the template.
            let own = reason.strip_prefix("trong lời văn đã điền: ");
            let (line, column) = if own.is_some() { (0, 0) } else { (line, column) };
            let reason = own.unwrap_or(&reason);
            let is_known = |(_, _, known): &(usize, usize, String)| known.ends_with(reason);
            if !faults.iter().any(is_known) {
                faults.push((line, column, format!("{}: {reason}", fill.called())));
            }
        }
    }
    faults.truncate(MOST);
    faults
}

/// A record of the form.
fn made(spec: &Spec, fill: Fill) -> Value {
    let mut record = Map::new();
    for field in spec.fields.iter().filter(|field| field.required || fill != Fill::Open) {
        record.insert(field.name.clone(), value(&field.shape, fill));
    }
    let parts = [
        ("issuer", json!({"name": "Đảng uỷ phường Bình An", "superior": "Đảng bộ tỉnh Bình Giang"})),
        ("place", json!("Bình An")),
        ("date", json!("5/6/2026")),
        ("subject", json!("năm 2026")),
    ];
    for (name, value) in parts {
        let has = match name {
            "subject" => spec.parts.subject,
            "place" | "date" => spec.parts.date,
            _ => true,
        };
        if has && !spec.constants.contains_key(name) {
            record.insert(name.to_owned(), value);
        }
    }
    Value::Object(record)
}

fn value(shape: &FieldShape, fill: Fill) -> Value {
    let times = if fill == Fill::Full { 3 } else { 1 };
    match shape {
        FieldShape::Text | FieldShape::Unknown => json!("Nguyễn Văn An"),
        FieldShape::List => json!(vec!["Một dòng."; times]),
        FieldShape::Date => json!("3/2/2026"),
        FieldShape::Number => json!(if fill == Fill::Full { 12 } else { 1 }),
        FieldShape::Flag => json!(fill == Fill::Full),
        FieldShape::Person => json!("Nguyễn Văn An, Bí thư"),
        FieldShape::Choice(choices) => {
            json!(if fill == Fill::Full { choices.last() } else { choices.first() })
        }
        FieldShape::Sections => {
            json!(vec![json!({"heading": "Mục", "paragraphs": ["Một đoạn."]}); times])
        }
        FieldShape::Table(columns) => json!(vec![row(columns, fill); times]),
    }
}

fn row(columns: &[Column], fill: Fill) -> Value {
    let cells = columns.iter().filter_map(|column| {
        let shape = column.shape.as_ref().filter(|_| column.required || fill == Fill::Full)?;
        Some((column.name.clone(), value(shape, fill)))
    });
    Value::Object(cells.collect())
}
