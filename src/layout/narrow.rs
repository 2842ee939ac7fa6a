//! Columns that are too narrow for what they hold.

use std::collections::BTreeMap;
use std::ops::Range;

use super::columns::{Demand, Need, Settler, cells, least, length};
use super::extent::longest_piece;
use super::misfit::{Misfit, Piece, What};
use crate::tree::{Paragraph, Scope, Table, Width};
use crate::units::Length;

/// Letters of a piece that a message tells at most: a cell may be one piece of a whole book.
const TOLD: usize = 60;

impl Settler<'_> {
    /// Each column, or run of columns under one cell, that is narrower than what it holds, by its widest piece.
    pub(super) fn too_narrow(&self, table: &Table, demands: &[Demand], widths: &[i64]) -> Vec<Misfit> {
        let mut widest: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (index, demand) in demands.iter().enumerate() {
            let have: i64 = widths[demand.columns.clone()].iter().sum();
            if have < demand.least {
                let known = widest.entry((demand.columns.start, demand.columns.end)).or_insert(index);
                if demands[*known].least < demand.least {
                    *known = index;
                }
            }
        }
        let told = |index: usize| {
            let demand = &demands[index];
            Misfit {
                what: What::Column {
                    table: table.number,
                    columns: demand.columns.start + 1..=demand.columns.end,
                    label: label(table, &demand.columns),
                    piece: self.longest_piece(table, index),
                },
                need: length(demand.least),
                have: length(widths[demand.columns.clone()].iter().sum()),
            }
        };
        widest.into_values().map(told).collect()
    }

    /// The columns need more than the sheet has: told by the one that takes most.
    pub(super) fn sheet_too_narrow(
        &self,
        table: &Table,
        demands: &[Demand],
        needs: &[Need],
        total: i64,
        room: Length,
    ) -> Misfit {
        let takes = |column: &usize| least(&table.columns[*column], &needs[*column]);
        let widest = (0..table.columns.len()).max_by_key(takes).unwrap_or_default();
        let own = demands.iter().enumerate().filter(|(_, demand)| demand.columns == (widest..widest + 1));
        let most = own.max_by_key(|(_, demand)| demand.least).map(|(index, _)| index);
        let given = matches!(table.columns.get(widest), Some(Width::Fixed(_)));
        Misfit {
            what: What::Table {
                table: table.number,
                widest: widest + 1,
                piece: most.filter(|_| !given).map(|index| self.longest_piece(table, index)),
            },
            need: length(total),
            have: room,
        }
    }

    /// The longest piece of a table's cell, or the begin of it where it is too long for a message.
    fn longest_piece(&self, table: &Table, cell: usize) -> Piece {
        let rows = table.rows.iter().zip(table.places()).enumerate();
        let mut places = rows.flat_map(|(row, (cells, places))| {
            cells.cells.iter().zip(places).map(move |(cell, column)| (row, column, cell))
        });
        let Some((row, column, cell)) = places.nth(cell) else {
            return Piece { text: String::new(), row: 0, column: 0 };
        };
        let pieces = cell.content.iter().map(|paragraph| {
            longest_piece(paragraph, &self.profile.style(paragraph.role), self.measured.fonts())
        });
        let longest = pieces.max_by(|one, other| one.0.total_cmp(&other.0));
        let mut text = longest.map(|(_, text)| text).unwrap_or_default();
        if let Some((end, _)) = text.char_indices().nth(TOLD) {
            text.truncate(end);
            text.push('…');
        }
        Piece { text, row, column }
    }
}

/// What stands over the columns, where a header cell covers just these.
fn label(table: &Table, columns: &Range<usize>) -> Option<String> {
    let mut places = cells(table).zip(table.places().into_iter().flatten());
    let (head, _) = places.find(|(cell, place)| {
        cell.scope == Some(Scope::Column) && *place == columns.start && cell.column_span == columns.len()
    })?;
    let text: Vec<String> = head.content.iter().map(Paragraph::text).collect();
    Some(text.join(" ")).filter(|text| !text.is_empty())
}
