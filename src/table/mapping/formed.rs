//! Whether a table without a mapping makes papers of a form: a row each.

use super::fit::{Column, Fitted};
use super::fitting::quoted;
use crate::kinds::{Field, Shape};
use crate::path::{Path, PathStep};
use crate::table::schema::Schema;
use crate::table::told::listed;

impl Fitted {
    /// What keeps every row from being a paper of its form, a sentence each: columns that are those of a table in the
    /// form, else fields that the form must have and no column gives.
    pub(in crate::table) fn unfit_for_form(&self, schema: &Schema) -> Vec<String> {
        let own = self.kind.own_fields();
        let fields = self.kind.fields(None);
        let tables = fields.iter().filter(|field| own.contains(&field.name) && is_table(field));
        let wrong: Vec<String> = tables.filter_map(|table| self.in_a_table(table)).collect();
        if !wrong.is_empty() {
            return wrong;
        }
        let lacking = own.iter().filter(|name| schema.requires(name) && !self.kind.says(name));
        let lacking = lacking.map(|name| Path::at(name.clone())).filter(|place| !self.gives(place));
        let terms: Vec<String> = lacking.filter_map(|place| self.kind.term_at(&place)).collect();
        if terms.is_empty() {
            return Vec::new();
        }
        vec![format!(
            "bảng không có cột {}, mà mẫu phải có; hãy thêm cột, hoặc sửa tên một cột cho đúng; bảng có {}",
            quoted(&terms),
            quoted(self.header.names())
        )]
    }

    /// That columns are those of a table of the form, whose rows they would be.
    fn in_a_table(&self, table: &Field) -> Option<String> {
        let is_within = |column: &&Column| match column.place.steps() {
            [PathStep::Field(name), PathStep::Index(_), PathStep::Field(_), ..] => {
                let name: &str = name;
                name == table.name
            }
            _ => false,
        };
        let within = self.places.columns.iter().filter(is_within);
        let columns: Vec<String> = within.map(|column| self.header.column(column.index)).collect();
        let (term, name) = (&table.term, &table.name);
        (!columns.is_empty()).then(|| {
            format!(
                "{} thuộc bảng “{term}” của mẫu; muốn mọi dòng vào một văn bản, hãy thêm --as {name}; muốn mỗi dòng một văn bản, hãy ghi tệp khai báo cột",
                listed(&columns, "cột")
            )
        })
    }

    /// Whether a column or a constant gives a field.
    fn gives(&self, field: &Path) -> bool {
        let columns = self.places.columns.iter().map(|column| &column.place);
        columns
            .chain(self.places.constants.iter().map(|(place, _)| place))
            .any(|place| place.starts_with(field))
    }
}

fn is_table(field: &Field) -> bool {
    matches!(&field.shape, Shape::List(element) if matches!(**element, Shape::Group(_)))
}
