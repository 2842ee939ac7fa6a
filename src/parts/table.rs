//! Bảng số liệu: figures in rows and columns.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::text::Text;

/// Bảng số liệu: a table of figures or tasks in a section. Its labels repeat on each page.
#[doc(alias = "bảng số liệu")]
#[doc(alias = "bảng biểu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataTable {
    /// Tên bảng, above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows, a text for each column. A cell may be blank (`""` or `null`); so is `"by_hand"`, for the
    /// pen.
    #[serde(deserialize_with = "rows")]
    #[schemars(with = "Vec<Vec<Option<Text>>>")]
    pub rows: Vec<Vec<Text>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What stands at its head.
    pub label: Text,
    /// `auto`: by what its cells hold; `10mm`, or `10mm+`: by what its cells hold, and 10 mm at least; `2fr`: a
    /// share of what the others leave. `auto` where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<Text>,
    /// Where its text stands; at the left where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<ColumnAlign>,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnAlign {
    /// At the left.
    Left,
    /// Centred: figures, marks.
    Center,
    /// At the right: sums.
    Right,
    /// At both sides: sentences.
    Justify,
}

/// Rows, in which `null` is a blank cell.
fn rows<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<Text>>, D::Error> {
    let rows = Vec::<Vec<Option<Text>>>::deserialize(deserializer)?;
    Ok(rows.into_iter().map(|row| row.into_iter().map(Option::unwrap_or_default).collect()).collect())
}

impl DataTable {
    /// A table whose columns have these labels; it has no rows yet.
    #[must_use]
    pub fn new<T: Into<Column>>(columns: impl IntoIterator<Item = T>) -> DataTable {
        DataTable { caption: None, columns: columns.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// With one more row, a cell for each column; an empty text is an empty cell.
    #[must_use]
    pub fn row<T: Into<Text>>(mut self, cells: impl IntoIterator<Item = T>) -> DataTable {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }
}

setters!(DataTable {
    /// With a caption.
    caption: some Text = caption;
});

impl Column {
    /// A column under this label; its width is shared out by what the cells hold.
    #[must_use]
    pub fn new(label: impl Into<Text>) -> Column {
        Column { label: label.into(), width: None, align: None }
    }
}

setters!(Column {
    /// With this width: `16mm`, `2fr`, `auto`, `16mm+`.
    width: some Text = width;
    /// Set so.
    align: some ColumnAlign = align;
});

impl From<&str> for Column {
    fn from(label: &str) -> Column {
        Column::new(label)
    }
}

impl From<String> for Column {
    fn from(label: String) -> Column {
        Column::new(label)
    }
}
