//! Why a spreadsheet came to another sum than its rows come to: it passes over numbers that are written as texts, and adds
//! rows that are hidden. Said only where the figures bear it out.

use std::ops::Range;

use super::book::SheetRow;
use super::cell::Cell;
use super::extent::{Extent, HiddenRow};
use super::header::cell_name;
use super::told::listed;

/// What a sum passed over, and what it took beside the rows that are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cause {
    /// Cells whose number is a text.
    texts: Vec<String>,
    /// Rows that are hidden.
    hidden: Vec<usize>,
}

/// What would make the sum of these rows of a column what the cell says.
pub(super) fn find<'a>(
    extent: &'a Extent,
    column: usize,
    over: &Range<usize>,
    is_it: impl Fn(f64) -> bool,
) -> Option<Cause> {
    let taken = extent.rows.get(over.clone())?;
    let hidden: Vec<&'a HiddenRow> =
        extent.hidden.iter().filter(|row| (over.start..=over.end).contains(&row.above)).collect();
    let ways = [true, false].into_iter().flat_map(|texts| {
        // Of the rows that are hidden, those by hand, those by a filter, or all.
        let kinds: [fn(&HiddenRow) -> bool; 4] =
            [|_| false, |_| true, |row| row.filtered, |row| !row.filtered];
        kinds.map(|kind| (texts, kind))
    });
    ways.into_iter().find_map(|(without_texts, kind)| {
        let more = hidden.iter().filter(|row| kind(row)).map(|row| &row.row);
        let hidden: Vec<usize> = more.clone().map(|row| row.number).collect();
        let own = taken.iter().filter_map(|row| Some((row.number, row.cells.get(column)?)));
        let cell = |row: &'a SheetRow| row.cells.iter().find(|(known, _)| *known == column);
        let more = more.filter_map(|row| cell(row).map(|(_, cell)| (row.number, cell)));
        let mut cells: Vec<(usize, &Cell)> = own.chain(more).collect();
        cells.sort_by_key(|(number, _)| *number);
        let (mut total, mut texts) = (0.0, Vec::new());
        for (number, cell) in cells {
            match (cell, cell.as_number()) {
                (Cell::Text(_), Some(_)) if without_texts => texts.push(cell_name(column, number)),
                (_, value) => total += value.unwrap_or_default(),
            }
        }
        let says_something = !hidden.is_empty() || !texts.is_empty();
        (says_something && is_it(total)).then_some(Cause { texts, hidden })
    })
}

impl Cause {
    /// The end of a sentence: `vì bảng tính không cộng 2 ô ghi dưới dạng chữ (I12, I30)`.
    pub(super) fn words(&self) -> String {
        let texts = (!self.texts.is_empty()).then(|| {
            format!("không cộng {} ô ghi dưới dạng chữ ({})", self.texts.len(), listed(&self.texts, "ô"))
        });
        let hidden: Vec<String> = self.hidden.iter().map(usize::to_string).collect();
        let hidden = (!hidden.is_empty())
            .then(|| format!("cộng cả {} dòng đang ẩn ({})", hidden.len(), listed(&hidden, "dòng")));
        let why: Vec<String> = texts.into_iter().chain(hidden).collect();
        format!("vì bảng tính {}", why.join(" và "))
    }
}
