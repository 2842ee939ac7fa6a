//! Which rows of a sheet are the table's, and why the others are not.

use std::ops::RangeInclusive;

use super::book::{Sheet, SheetRow};
use super::cell::Cell;
use super::header::Found;
use super::rows::{Header, Row};
use super::sort::{Sort, sort};
use super::sums::{Sum, Sums};
use super::survey::{Left, Why};
use super::{compare, spread};

/// The rows of a table, and the others.
#[derive(Debug, Default)]
pub(super) struct Extent {
    pub(super) rows: Vec<Row>,
    pub(super) left: Vec<Left>,
    /// The rows that sum others.
    pub(super) sums: Vec<Sum>,
    /// The rows that are hidden.
    pub(super) hidden: Vec<HiddenRow>,
}

/// A row that is hidden, and how many rows are taken above it.
#[derive(Debug)]
pub(super) struct HiddenRow {
    pub(super) row: SheetRow,
    pub(super) above: usize,
    /// By a filter, not by hand.
    pub(super) filtered: bool,
}

/// Deals out the rows below a header. Where somebody has named the rows, all of them count that are neither empty
/// nor hidden.
pub(super) fn extent(sheet: &Sheet, found: &Found, named: Option<&RangeInclusive<usize>>) -> Extent {
    let mut extent = Extent::default();
    let names = found.header.names().iter().filter(|name| !name.is_empty()).count();
    if sheet.rows.iter().any(|row| row.number < found.first) {
        extent.left.push(Left::rows(1, found.first - 1, Why::Above));
    }
    let below = spread::rows(sheet, found.last);
    let mut sorts: Vec<Sort> = below
        .iter()
        .map(|row| match (named, sort(row, found, names)) {
            (Some(named), _) if !named.contains(&row.number) => Sort::Not(Why::NotNamed),
            (Some(_), Sort::Not(why)) if !matches!(why, Why::Empty | Why::Hidden | Why::Filtered) => {
                Sort::Record
            }
            (_, sort) => sort,
        })
        .collect();
    if named.is_none() {
        compare::compare(sheet, found, &below, &mut sorts);
    }
    let signed = compare::signed(&sorts);
    let end = sorts.iter().rposition(|sort| *sort == Sort::Record).map_or(0, |last| last + 1);
    let mut sums = Sums::default();
    for (index, (row, sort)) in below.iter().zip(sorts).enumerate() {
        if index < signed {
            sums.see(row, sort, extent.rows.len(), &found.header);
        }
        if let Sort::Not(why @ (Why::Hidden | Why::Filtered)) = sort {
            let (row, above, filtered) = (row.clone().into_owned(), extent.rows.len(), why == Why::Filtered);
            extent.hidden.push(HiddenRow { row, above, filtered });
        }
        match sort {
            Sort::Record => extent.rows.push(dense(row, &found.header)),
            Sort::Not(why) if index < end || why.is_of_record() => extent.leave(row, why),
            Sort::Not(why @ Why::NotNamed) => extent.leave(row, why),
            Sort::Not(why @ (Why::Sum | Why::Average | Why::Share)) if index < signed => {
                extent.leave(row, why)
            }
            Sort::Not(_) => extent.leave(row, Why::Below),
        }
    }
    extent.sums = sums.all(extent.rows.len());
    // A row without a cell is not in a sheet at all: it is empty too.
    let end = extent.rows.last().map_or(found.last, |row| row.number);
    let mut last = found.last;
    for row in sheet.rows.iter().map(|row| row.number).filter(|row| *row > found.last) {
        if row > last + 1 {
            let why = if row <= end { Why::Empty } else { Why::Below };
            extent.left.push(Left::rows(last + 1, row - 1, why));
        }
        last = row;
    }
    extent.left.sort_by_key(|left| left.row);
    for place in &sheet.outside {
        extent.left.push(Left { label: place.clone(), ..Left::rows(0, 0, Why::Outside) });
    }
    extent
}

impl Extent {
    fn leave(&mut self, row: &SheetRow, why: Why) {
        let label = label(row.cells.iter().map(|(_, cell)| cell));
        self.left.push(Left { label, ..Left::rows(row.number, row.number, why) });
    }
}

/// What a row is about: its first cell that says words.
pub(super) fn label<'a>(cells: impl Iterator<Item = &'a Cell>) -> String {
    const WORDS: usize = 4;
    let texts = cells.filter_map(Cell::text);
    let mut texts =
        texts.filter(|text| text.chars().filter(|letter| letter.is_alphabetic()).count() >= WORDS);
    texts.next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row with a cell for each column of the header, and for those beyond it that hold something.
pub(super) fn dense(row: &SheetRow, header: &Header) -> Row {
    let last = row.cells.last().map_or(0, |(column, _)| column + 1);
    let mut cells = vec![Cell::Empty; last.max(header.names().len())];
    for (column, cell) in &row.cells {
        cells[*column] = cell.clone();
    }
    Row { number: row.number, cells }
}

#[cfg(test)]
mod tests;
