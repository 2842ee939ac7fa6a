//! Cells of a table while the markup is read, and the attributes of tables.

use quick_xml::events::BytesStart;

use super::attributes::{Checked, align_of, attributes, needs};
use super::free;
use super::paragraph::Draft;
use crate::path::Path;
use crate::profile::FreeLayout;
use crate::profile::numbering::Numbering;
use crate::tree::{Border, Cell, MOST_COLUMNS, Paragraph, Role, Scope, TextAlign, VerticalAlign, Width};

/// The rows that a cell covers at most: more than any page has.
const MOST_ROWS: usize = 999;

/// A cell whose end tag has not come yet.
pub(super) struct CellDraft {
    pub(super) tag: &'static str,
    cell: Cell,
    align: TextAlign,
    bold: bool,
    pub(super) content: Vec<Paragraph>,
}

impl CellDraft {
    /// A cell of a row, which may be a group's.
    pub(super) fn new(start: &BytesStart<'_>, group: bool) -> Checked<CellDraft> {
        let name = start.name();
        let mut cell = Cell::new(Vec::new());
        let (tag, [align, vertical, columns, rows]) = match name.as_ref() {
            b"column" => {
                let [align, vertical] = attributes(start, ["align", "valign"])?;
                ("column", [align, vertical, None, None])
            }
            b"th" => {
                let [scope, rest @ ..] =
                    attributes(start, ["scope", "align", "valign", "colspan", "rowspan"])?;
                cell.scope = Some(match scope.as_deref() {
                    None | Some("col") => Scope::Column,
                    Some("row") => Scope::Row,
                    Some(other) => {
                        return Err(format!("scope của <th> không nhận “{other}”; hãy ghi col hoặc row"));
                    }
                });
                ("th", rest)
            }
            _ => ("td", attributes(start, ["align", "valign", "colspan", "rowspan"])?),
        };
        let heads = cell.scope == Some(Scope::Column);
        let usual = if heads { TextAlign::Center } else { TextAlign::Left };
        let align = align.map_or(Ok(usual), |align| align_of(&align, tag))?;
        cell.vertical = match vertical.as_deref() {
            None if heads => VerticalAlign::Middle,
            None | Some("top") => VerticalAlign::Top,
            Some("middle") => VerticalAlign::Middle,
            Some("bottom") => VerticalAlign::Bottom,
            Some(other) => {
                return Err(format!(
                    "valign của <{tag}> không nhận “{other}”; hãy ghi một trong: top, middle, bottom"
                ));
            }
        };
        cell.column_span = span(columns.as_deref(), tag, "colspan", MOST_COLUMNS)?;
        cell.row_span = span(rows.as_deref(), tag, "rowspan", MOST_ROWS)?;
        Ok(CellDraft { tag, cell, align, bold: group || heads, content: Vec::new() })
    }

    /// The text of the cell, where it holds no paragraphs.
    pub(super) fn draft(&self) -> Draft {
        self.of(self.tag, self.align)
    }

    /// A paragraph of it.
    pub(super) fn paragraph(&self, start: &BytesStart<'_>, layout: Option<&FreeLayout>) -> Checked<Draft> {
        if let (true, Some(layout)) = (self.tag == "column", layout) {
            return free::in_column(start, layout, self.align);
        }
        Ok(self.of("p", align_of_paragraph(start)?.unwrap_or(self.align)))
    }

    fn of(&self, tag: &'static str, align: TextAlign) -> Draft {
        let heads = self.cell.scope == Some(Scope::Column);
        match (self.tag, align) {
            ("column", align) => Draft::new(tag, Role::ColumnText(align)),
            (_, TextAlign::Center) if heads => Draft::new(tag, Role::TableHead),
            (_, align) if self.bold => Draft::new(tag, Role::TableText(align)).bold(),
            (_, align) => Draft::new(tag, Role::TableText(align)),
        }
    }

    /// The finished cell; without text it is a place to be filled in by hand.
    pub(super) fn finish(self, draft: Option<Draft>, numbers: &mut Numbering) -> Checked<Cell> {
        let mut content = self.content;
        match draft {
            Some(draft) if draft.is_empty() => content.push(draft.blank()),
            Some(draft) if content.is_empty() => content = draft.finish(numbers)?,
            Some(draft) => content.extend(draft.finish(numbers)?),
            None => {}
        }
        Ok(Cell { content, ..self.cell })
    }
}

/// Columns and border of a table, and where in the record it stands: `from="sections[0].table"`.
pub(super) fn table_of(start: &BytesStart<'_>) -> Checked<(Vec<Width>, Border, Option<Path>)> {
    let [columns, border, from] = attributes(start, ["columns", "border", "from"])?;
    let columns = widths(&columns.ok_or_else(|| needs(start, "columns"))?, "table")?;
    let border = match border.as_deref() {
        None | Some("0.5") => Border::Thin,
        Some("0") => Border::None,
        Some("1") => Border::Thick,
        Some(other) => {
            return Err(format!("border của <table> không nhận “{other}”; hãy ghi một trong: 0, 0.5, 1"));
        }
    };
    Ok((columns, border, from.map(Path::from)))
}

/// Widths of parts that stand side by side.
pub(super) fn columns_of(start: &BytesStart<'_>) -> Checked<Vec<Width>> {
    let [columns] = attributes(start, ["widths"])?;
    widths(&columns.ok_or_else(|| needs(start, "widths"))?, "columns")
}

fn widths(text: &str, tag: &str) -> Checked<Vec<Width>> {
    let widths: Vec<Width> =
        text.split_ascii_whitespace().map(|width| width_of(width, tag)).collect::<Checked<_>>()?;
    match widths.len() {
        0 => Err(format!("<{tag}> chưa có cột nào; hãy ghi độ rộng của từng cột, ví dụ “auto 1fr 20mm”")),
        1..=MOST_COLUMNS => Ok(widths),
        count => Err(format!("<{tag}> có {count} cột; hãy bớt cột, vì Word chỉ nhận {MOST_COLUMNS} cột")),
    }
}

pub(super) fn width_of(text: &str, tag: &str) -> Checked<Width> {
    let reason = || {
        format!(
            "độ rộng “{text}” của <{tag}> không đúng; hãy ghi auto, từ 1mm đến 400mm (hoặc 1mm+ đến 400mm+), hay từ 1fr đến 100fr"
        )
    };
    Width::parse(text).ok_or_else(reason)
}

/// Whether a paragraph of a cell, `tag`, says what it may.
pub(super) fn paragraph_of(tag: &str, start: &BytesStart<'_>, layout: Option<&FreeLayout>) -> Checked<()> {
    match layout.filter(|_| tag == "column") {
        Some(layout) => free::in_column(start, layout, TextAlign::Left).map(|_| ()),
        None => align_of_paragraph(start).map(|_| ()),
    }
}

/// How a paragraph of a cell is aligned, where it says so.
fn align_of_paragraph(start: &BytesStart<'_>) -> Checked<Option<TextAlign>> {
    let [align] = attributes(start, ["align"])?;
    align.map(|align| align_of(&align, "p")).transpose()
}

fn span(text: Option<&str>, tag: &str, name: &str, most: usize) -> Checked<usize> {
    let Some(text) = text else { return Ok(1) };
    let span = text.parse().ok().filter(|span| (1..=most).contains(span));
    span.ok_or_else(|| format!("{name} của <{tag}> không nhận “{text}”; hãy ghi một số từ 1 đến {most}"))
}
