//! A table, or columns, while the markup is read.

use quick_xml::events::BytesStart;

use super::attributes::{Checked, name_of, no_attributes};
use super::cell::{self, CellDraft};
use super::paragraph::Draft;
use super::told;
use crate::profile::FreeLayout;
use crate::profile::numbering::Numbering;
use crate::tree::{Border, Grid, Row, Scope, Table, Width};

/// A table whose end tag has not come yet.
pub(super) struct TableDraft {
    kind: Kind,
    table: Table,
    grid: Grid,
    row: Option<Row>,
    cell: Option<CellDraft>,
}

/// Which element it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Table,
    /// Parts side by side: one row, without lines.
    Columns,
}

impl TableDraft {
    pub(super) fn table(start: &BytesStart<'_>) -> Checked<TableDraft> {
        let (columns, border, origin) = cell::table_of(start)?;
        let mut draft = TableDraft::new(Kind::Table, columns, border);
        draft.table.origin = origin;
        Ok(draft)
    }

    pub(super) fn columns(start: &BytesStart<'_>) -> Checked<TableDraft> {
        let mut columns = TableDraft::new(Kind::Columns, cell::columns_of(start)?, Border::None);
        columns.row = Some(Row::default());
        Ok(columns)
    }

    fn new(kind: Kind, columns: Vec<Width>, border: Border) -> TableDraft {
        let grid = Grid::new(columns.len());
        let table = Table {
            number: None,
            origin: None,
            columns,
            border,
            header_rows: 0,
            rows: Vec::new(),
            keep_with_next: false,
        };
        TableDraft { kind, table, grid, row: None, cell: None }
    }

    /// The innermost of its elements that is open.
    pub(super) fn open(&self) -> &'static str {
        match (&self.cell, &self.row, self.kind) {
            (Some(cell), ..) => cell.tag,
            (None, _, Kind::Columns) => "columns",
            (None, Some(row), _) if row.group => "group",
            (None, Some(_), _) => "tr",
            (None, None, _) => "table",
        }
    }

    /// Opens an element where no paragraph is open; a cell begins with one.
    pub(super) fn start(
        &mut self,
        name: &str,
        start: &BytesStart<'_>,
        layout: Option<&FreeLayout>,
    ) -> Checked<Option<Draft>> {
        match (self.open(), name) {
            ("table", "tr" | "group") => {
                no_attributes(start)?;
                self.row = Some(Row { group: name == "group", ..Row::default() });
                Ok(None)
            }
            ("tr" | "group", "th" | "td") | ("columns", "column") => {
                let group = self.row.as_ref().is_some_and(|row| row.group);
                let cell = CellDraft::new(start, group)?;
                let draft = cell.draft();
                self.cell = Some(cell);
                Ok(Some(draft))
            }
            ("th" | "td" | "column", "p") => self.paragraph(start, layout).map(Some),
            (open, _) => Err(misplaced(name, open)),
        }
    }

    /// Whether `<p>` may begin in the cell of which `draft` is the text: not beside text, and not in
    /// another one.
    pub(super) fn begins_paragraphs(&mut self, draft: &Draft) -> Checked<bool> {
        match &mut self.cell {
            Some(cell) if draft.tag == cell.tag => {
                if !draft.is_empty() {
                    return Err(beside_text(cell.tag));
                }
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Opens a paragraph of a cell.
    pub(super) fn paragraph(&self, start: &BytesStart<'_>, layout: Option<&FreeLayout>) -> Checked<Draft> {
        match &self.cell {
            Some(cell) => cell.paragraph(start, layout),
            None => Err(told::misplaced(&name_of(start.name().as_ref()), self.open())),
        }
    }

    /// Closes an element, `draft` being the paragraph that was open in it; gives the table when it is
    /// complete.
    pub(super) fn end(
        &mut self,
        name: &str,
        draft: Option<Draft>,
        numbers: &mut Numbering,
    ) -> Checked<Option<Table>> {
        match name {
            "p" => {
                if let (Some(cell), Some(draft)) = (&mut self.cell, draft) {
                    cell.content.extend(draft.finish(numbers)?);
                }
            }
            "th" | "td" | "column" => {
                if let (Some(cell), Some(row)) = (self.cell.take(), &mut self.row) {
                    row.cells.push(cell.finish(draft, numbers)?);
                }
            }
            "tr" | "group" => self.end_row()?,
            _ => return self.finish().map(Some),
        }
        Ok(None)
    }

    fn end_row(&mut self) -> Checked<()> {
        let Some(row) = self.row.take() else { return Ok(()) };
        let heads = !row.group && row.cells.iter().all(|cell| cell.scope == Some(Scope::Column));
        let in_header = heads && self.table.header_rows == self.table.rows.len();
        let after_header = self.table.header_rows > 0 && self.table.header_rows == self.table.rows.len();
        if after_header && !in_header && self.grid.is_open() {
            return Err("một ô tiêu đề kéo xuống quá các hàng tiêu đề; hãy giảm rowspan".to_owned());
        }
        self.grid.row(&row.cells)?;
        self.table.header_rows += usize::from(in_header);
        self.table.rows.push(row);
        Ok(())
    }

    fn finish(&mut self) -> Checked<Table> {
        if self.kind == Kind::Columns {
            let parts = self.row.as_ref().map_or(0, |row| row.cells.len());
            let widths = self.table.columns.len();
            if parts != widths {
                return Err(format!(
                    "<columns> ghi {widths} độ rộng mà có {parts} cột; hãy ghi cho bằng nhau"
                ));
            }
            self.end_row()?;
        } else if self.table.rows.len() == self.table.header_rows {
            return Err("<table> không có hàng nào dưới tiêu đề; hãy ghi thêm hàng có <td>".to_owned());
        } else if self.grid.is_open() {
            return Err("một ô kéo xuống quá hàng cuối của <table>; hãy giảm rowspan".to_owned());
        }
        let Table { border, header_rows, keep_with_next, .. } = self.table;
        let origin = self.table.origin.take();
        let (columns, rows) = (std::mem::take(&mut self.table.columns), std::mem::take(&mut self.table.rows));
        Ok(Table { number: None, origin, columns, border, header_rows, rows, keep_with_next })
    }
}

/// That an element cannot stand in a table's `open` one.
pub(super) fn misplaced(name: &str, open: &str) -> String {
    format!("<{name}> không đặt trong <{open}> được; trong đó hãy dùng: {}", known(open))
}

/// That text cannot stand in a table's `open` element.
pub(super) fn stray_text(open: &str) -> String {
    format!("chữ không đặt thẳng trong <{open}> được; hãy đặt vào thẻ: {}", known(open))
}

/// That a cell holds text or paragraphs, not both.
pub(super) fn beside_text(tag: &str) -> String {
    format!("trong <{tag}> vừa có chữ vừa có <p>; hãy đặt chữ ấy vào <p>")
}

/// The elements that may stand in a table's `open` one.
fn known(open: &str) -> &'static str {
    match open {
        "table" => "tr, group",
        "columns" => "column",
        "tr" | "group" => "th, td",
        _ => "p",
    }
}
