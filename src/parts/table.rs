//! Bảng số liệu: figures in rows and columns.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use crate::text::Text;

/// Bảng số liệu: a table of figures or tasks in a section. Its header repeats on each page.
#[doc(alias = "bảng số liệu")]
#[doc(alias = "bảng biểu")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataTable {
    /// Tên bảng: the caption, above the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Text>,
    /// The columns from left to right, 1 to 63.
    pub columns: Vec<Column>,
    /// The rows, at least one, each with a text for each column. The cell is blank if the text is empty or
    /// `"by_hand"`, or in JSON `null`.
    #[serde(deserialize_with = "rows")]
    #[schemars(with = "Vec<Vec<Option<Text>>>")]
    pub rows: Vec<Vec<Text>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The header of the column.
    pub label: Text,
    /// The width: `auto` (the default) follows from the cells; `10mm` is fixed; `10mm+` follows from the
    /// cells and is at least 10 mm; `2fr` is a share of the space that is left. The range is 1 to 400 mm or 1
    /// to 100 fr.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<Text>,
    /// The alignment of the text in the column; left by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<ColumnAlign>,
}

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnAlign {
    /// Left. In JSON `"left"`.
    Left,
    /// Centred, for figures and marks. In JSON `"center"`.
    Center,
    /// Right, for sums. In JSON `"right"`.
    Right,
    /// Justified, for sentences. In JSON `"justify"`.
    Justify,
}

/// Rows, in which `null` is a blank cell.
fn rows<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<Text>>, D::Error> {
    let rows = Vec::<Vec<Option<Text>>>::deserialize(deserializer)?;
    Ok(rows.into_iter().map(|row| row.into_iter().map(Option::unwrap_or_default).collect()).collect())
}

impl DataTable {
    /// A table with these column headers, without rows.
    #[must_use]
    pub fn new<T: Into<Column>>(columns: impl IntoIterator<Item = T>) -> DataTable {
        DataTable { caption: None, columns: columns.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Adds a row, with a cell for each column. An empty text is a blank cell.
    #[must_use]
    pub fn row<T: Into<Text>>(mut self, cells: impl IntoIterator<Item = T>) -> DataTable {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }
}

setters!(DataTable {
    /// Sets `caption`. Tên bảng: the caption, above the table.
    caption: some Text = caption;
});

impl Column {
    /// A column with this header and automatic width.
    #[must_use]
    pub fn new(label: impl Into<Text>) -> Column {
        Column { label: label.into(), width: None, align: None }
    }
}

setters!(Column {
    /// Sets `width`. The width: `auto` (the default) follows from the cells; `10mm` is fixed; `10mm+` follows
    /// from the cells and is at least 10 mm; `2fr` is a share of the space that is left. The range is 1 to
    /// 400 mm or 1 to 100 fr.
    width: some Text = width;
    /// Sets `align`. The alignment of the text in the column; left by default.
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
