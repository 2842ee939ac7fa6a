//! The header of a table: where it stands below the titles of a sheet, and what its columns are called.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::book::{Merged, Sheet, SheetRow};
use super::cell::Cell;
use super::rows::{Header, letters, normal};

/// A header is looked for in so many rows that hold something.
const SEARCHED: usize = 60;

/// A header has no more rows than this.
const DEEPEST: usize = 4;

/// A header, and the numbers of its first and last row.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) header: Header,
    pub(super) first: usize,
    pub(super) last: usize,
}

/// The header that begins in the row of this number.
pub(super) fn at(sheet: &Sheet, first: usize, last: Option<usize>) -> Found {
    let last = last.unwrap_or_else(|| last_row(sheet, first));
    Found { header: Header::new(names(sheet, first, last)), first, last }
}

/// The header of a sheet: the row with the most names that are known, where some are; else the first row that
/// is about as full as the fullest. `known` says whether a column of this name would be understood.
pub(super) fn find(sheet: &Sheet, known: &dyn Fn(&str) -> bool) -> Option<Found> {
    let rows: Vec<&SheetRow> =
        sheet.rows.iter().filter(|row| filled(row).next().is_some()).take(SEARCHED).collect();
    let most = rows.iter().map(|row| filled(row).count()).max()?;
    let candidates = rows.iter().filter(|row| row.hidden.is_none() && says_words(row));
    let mut best: Option<(usize, Found)> = None;
    for row in candidates.clone() {
        let found = at(sheet, row.number, None);
        // Points look like the numbers of criteria, but come more than once.
        let names = found.header.names().iter().filter(|name| !name.is_empty() && known(name));
        let count = names.collect::<BTreeSet<_>>().len();
        if count >= 2.min(most) && best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, found));
        }
    }
    if let Some((_, found)) = best {
        return Some(found);
    }
    let least = if most > 4 { most.div_ceil(2) } else { most.saturating_sub(1).max(most.min(2)) };
    candidates
        .map(|row| at(sheet, row.number, None))
        // A title over all columns is one name.
        .find(|found| {
            let names = found.header.names().iter().filter(|name| !name.is_empty());
            names.collect::<BTreeSet<_>>().len() >= least
        })
}

/// Whether a sheet has a table: columns with names, and a row below them.
pub(super) fn has_table(sheet: &Sheet) -> bool {
    find(sheet, &|_| false).is_some_and(|found| {
        let names: BTreeSet<&String> = found.header.names().iter().filter(|name| !name.is_empty()).collect();
        names.len() > 1 && sheet.rows.last().is_some_and(|row| row.number > found.last)
    })
}

/// The cells of a row that hold something.
pub(super) fn filled(row: &SheetRow) -> impl Iterator<Item = &(usize, Cell)> {
    row.cells.iter().filter(|(_, cell)| !cell.is_empty())
}

/// Whether a row may be a header: it has a word, and nothing but words and numbers.
fn says_words(row: &SheetRow) -> bool {
    let is_name = |cell: &Cell| matches!(cell, Cell::Text(_) | Cell::Number { .. });
    filled(row).all(|(_, cell)| is_name(cell)) && filled(row).any(|(_, cell)| matches!(cell, Cell::Text(_)))
}

/// The first row that would be a header but for cells that a spreadsheet made days of, and the first of them with
/// what it shows.
pub(super) fn dated(sheet: &Sheet) -> Option<(usize, String)> {
    // Names are lost one by one; rows of records have days and figures.
    const RARE: usize = 4;
    let is_day = |cell: &Cell| matches!(cell, Cell::Date { .. });
    let mut rows = sheet.rows.iter().filter(|row| row.hidden.is_none()).take(SEARCHED);
    rows.find_map(|row| {
        let days = filled(row).filter(|(_, cell)| is_day(cell)).count();
        let texts = filled(row).filter(|(_, cell)| matches!(cell, Cell::Text(_))).count();
        let (column, cell) = filled(row).find(|(_, cell)| is_day(cell))?;
        let named = texts > 1 && days * RARE <= filled(row).count();
        named.then(|| (row.number, format!("{} “{}”", cell_name(*column, row.number), cell.shown())))
    })
}

/// The last row of a header that begins here: merged cells reach down to it, or groups have names below them.
fn last_row(sheet: &Sheet, first: usize) -> usize {
    let mut last = first;
    while last + 1 < first + DEEPEST {
        let below = last + 1;
        let reaches = |merged: &&Merged| {
            let rows = merged.start.0 + 1..=merged.end.0 + 1;
            rows.contains(&last) && rows.contains(&below) && *rows.start() >= first
        };
        let is_title =
            |merged: &Merged| merged.start.1 == 0 && merged.end.1 > 0 && merged.start.0 < merged.end.0;
        let tall = sheet.merged.iter().filter(reaches).any(|merged| !is_title(merged));
        if tall || names_groups(sheet, last, below) {
            last = below;
        } else {
            break;
        }
    }
    last
}

/// Whether a row has the names of columns that stand under the groups of the row above it: it names columns of which
/// that row says nothing, and leaves its first one open.
fn names_groups(sheet: &Sheet, above: usize, below: usize) -> bool {
    let (Some(upper), Some(lower)) = (row(sheet, above), row(sheet, below)) else { return false };
    let is_name = |(_, cell): &(usize, Cell)| matches!(cell, Cell::Text(_) | Cell::Number { .. });
    if !filled(lower).all(is_name) {
        return false;
    }
    let says = |row: &SheetRow, column: usize| cell(row, column).is_some_and(|cell| !cell.is_empty());
    let last = upper.cells.iter().chain(&lower.cells).map(|(column, _)| *column).max().unwrap_or_default();
    let first = (0..=last).find(|column| says(upper, *column));
    let under_nothing = filled(lower).any(|(column, _)| !says(upper, *column));
    filled(lower).count() > 1 && under_nothing && first.is_some_and(|first| !says(lower, first))
}

fn row(sheet: &Sheet, number: usize) -> Option<&SheetRow> {
    let index = sheet.rows.binary_search_by_key(&number, |row| row.number).ok()?;
    sheet.rows.get(index)
}

/// The cell of a row in a column.
fn cell(row: &SheetRow, column: usize) -> Option<&Cell> {
    let index = row.cells.binary_search_by_key(&column, |(known, _)| *known).ok()?;
    row.cells.get(index).map(|(_, cell)| cell)
}

/// What the places of a header's row show, and whether they are merged with others.
fn line(sheet: &Sheet, number: usize, columns: usize) -> Vec<(Rc<str>, bool)> {
    let own = row(sheet, number);
    let shown = |row: Option<&SheetRow>, column: usize| -> Rc<str> {
        row.and_then(|row| cell(row, column)).map_or_else(String::new, name).into()
    };
    let mut line: Vec<(Rc<str>, bool)> = (0..columns).map(|column| (shown(own, column), false)).collect();
    // Of ranges that lie over one another the first counts: for each column, the next that none has taken.
    let mut free: Vec<usize> = (0..=columns).collect();
    let mut next = |from: usize, taken: bool| {
        let mut at = from;
        while free[at] != at {
            free[at] = free[free[at]];
            at = free[at];
        }
        if taken && at < columns {
            free[at] = at + 1;
        }
        at
    };
    for merged in
        sheet.merged.iter().filter(|merged| (merged.start.0 + 1..=merged.end.0 + 1).contains(&number))
    {
        let mut column = next(merged.start.1.min(columns), false);
        // What lies under others costs no more than this look.
        if column >= columns || column > merged.end.1 {
            continue;
        }
        let shown = shown(row(sheet, merged.start.0 + 1), merged.start.1);
        while column < columns && column <= merged.end.1 {
            line[column] = (shown.clone(), true);
            next(column, true);
            column = next(column, false);
        }
    }
    line
}

/// A name as the sheet shows it; a number, which is that of a criterion, with a point.
fn name(cell: &Cell) -> String {
    match cell {
        Cell::Number { shown, .. } => shown.replace(',', "."),
        Cell::Text(text) if is_number(&text.replace(',', ".")) => text.replace(',', "."),
        cell => normal(&cell.shown()),
    }
}

/// The names of the columns: of a header of more rows `Đảng viên / Tổng số`; a number says it all itself.
fn names(sheet: &Sheet, first: usize, last: usize) -> Vec<String> {
    let rows = (first..=last).filter_map(|number| row(sheet, number));
    let reached = rows.flat_map(|row| filled(row).map(|(column, _)| *column)).max().unwrap_or_default();
    let spanned = sheet.merged.iter().filter(|merged| (first..=last).contains(&(merged.start.0 + 1)));
    let spanned = spanned.map(|merged| merged.end.1).max().unwrap_or_default();
    // A title may be merged as far as a sheet goes: where no row has a cell, there is no column.
    let used = sheet.rows.iter().filter_map(|row| row.cells.last()).map(|(column, _)| *column).max();
    let columns = spanned.min(used.unwrap_or_default()).max(reached) + 1;
    let lines: Vec<Vec<(Rc<str>, bool)>> =
        (first..=last).map(|number| line(sheet, number, columns)).collect();
    let mut above: Vec<Rc<str>> = vec!["".into(); lines.len()];
    let column_name = |column: usize| {
        let mut parts: Vec<Rc<str>> = Vec::new();
        for (depth, line) in lines.iter().enumerate() {
            let (mut part, merged) = line[column].clone();
            let named_below = lines[depth + 1..].iter().any(|line| !line[column].0.is_empty());
            // Without merged cells a group's name stands over its first column alone.
            if part.is_empty() && named_below && !merged {
                part.clone_from(&above[depth]);
            } else {
                above[depth].clone_from(&part);
            }
            if !part.is_empty() && parts.last() != Some(&part) {
                parts.push(part);
            }
        }
        match parts.last() {
            Some(last) if last.starts_with(|first: char| first.is_ascii_digit()) && is_number(last) => {
                last.to_string()
            }
            _ => parts.join(" / "),
        }
    };
    (0..columns).map(column_name).collect()
}

/// Whether it is the number of a criterion: `4`, `4.2`.
pub(super) fn is_number(name: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    name.trim_end_matches('.').split('.').all(digits)
}

/// A cell as a spreadsheet calls it: `AU14`.
pub(super) fn cell_name(column: usize, number: usize) -> String {
    format!("{}{number}", letters(column))
}
