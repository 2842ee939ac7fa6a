//! Tables on their way into the flow: their lines are broken, their rows become atoms.

use super::fill::{Atom, Content};
use super::flow::{Flow, draw};
use super::table::{SetCell, SetLine, SetTable};
use crate::tree::{Paragraph, Table};
use crate::units::Length;

impl Flow<'_> {
    /// A table: an atom a row, the header rows and the row below them together; an atom a line of a row
    /// that is taller than a page.
    pub(super) fn table(&mut self, table: &Table) {
        let mut set = self.set_table(table);
        set.measure(table.rows.len());
        let (line, padding, header) = (set.line, set.padding, set.header());
        let room = self.format.text_height().twips() - 2 * line;
        let number = self.tables.len();
        for (index, row) in table.rows.iter().enumerate() {
            let in_header = index < set.header_rows;
            let head = if in_header { 0 } else { header };
            let splits = !in_header && set.splits(index, room - head);
            if let Some(number) = table.number
                && splits
            {
                self.hints.table_mut(number).splits.insert(index);
            }
            let is_last = index + 1 == table.rows.len();
            for (piece, height) in set.pieces(index, splits) {
                let kept = if index == 0 { self.kept } else { index <= set.header_rows || self.kept };
                self.atoms.push(Atom {
                    before: if index == 0 && piece.first { self.after } else { 0 },
                    height,
                    head: head + if piece.first { 0 } else { line + padding },
                    foot: match piece.last {
                        true if is_last => 0,
                        true => line,
                        false => padding + line,
                    },
                    may_break: !piece.first || !kept,
                    must_break: false,
                    begins: piece.first,
                    keeps: None,
                    content: Content::Table(number, piece),
                });
            }
            self.kept = row.group;
        }
        self.tables.push(set);
        self.after = 0;
        self.kept |= table.keep_with_next;
    }

    /// A table with its lines broken.
    fn set_table(&mut self, table: &Table) -> SetTable {
        let padding = self.profile.cell_padding();
        let widths = self.hints.widths(table, self.format.text_width());
        let mut edges = vec![self.format.left.twips()];
        for width in &widths {
            edges.push(edges[edges.len() - 1] + width.twips());
        }
        let mut cells = Vec::new();
        for (index, (row, places)) in table.rows.iter().zip(table.places()).enumerate() {
            for (place, (cell, column)) in row.cells.iter().zip(places).enumerate() {
                let columns = cell.column_span.min(widths.len() - column);
                let left = Length::of_twips(edges[column]) + padding.side;
                let width = Length::of_twips(edges[column + columns]) - padding.side - left;
                let (lines, height) = self.cell_lines(&cell.content, left, width);
                cells.push(SetCell {
                    row: index,
                    place,
                    rows: cell.row_span.min(table.rows.len() - index),
                    column,
                    columns,
                    vertical: cell.vertical,
                    lines,
                    height,
                    done: 0,
                    torn: false,
                });
            }
        }
        let header_rows = table.header_rows.min(table.rows.len());
        let (line, padding) = (table.border.width().twips(), padding.upright.twips());
        SetTable {
            edges,
            line,
            padding,
            header_rows,
            cells,
            rows: Vec::new(),
            tallest: 1,
            number: table.number,
            begun: Vec::new(),
            carried: false,
        }
    }

    /// The lines of a cell, and how high they are.
    fn cell_lines(&mut self, content: &[Paragraph], x: Length, width: Length) -> (Vec<SetLine>, i32) {
        let (mut found, mut y, mut after) = (Vec::new(), 0, 0);
        for paragraph in content {
            let style = self.profile.style(paragraph.role);
            y += style.before.twips().max(after);
            after = style.after.twips();
            let set = self.set(paragraph, &style, width);
            for line in set {
                let mut runs = Vec::new();
                draw(&mut runs, line, &style, x.to_pt(), 0.0, paragraph.number);
                found.push(SetLine { top: y, height: style.pitch.twips(), runs });
                y += style.pitch.twips();
            }
        }
        (found, y + after)
    }
}
