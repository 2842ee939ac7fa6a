//! The sums of a table, and whether they are those of its rows.

use std::ops::Range;

use super::book::SheetRow;
use super::cause::{self, Cause};
use super::cell::Cell;
use super::extent::{Extent, dense};
use super::header::{cell_name, filled};
use super::rows::{Header, Row};
use super::sort::{self, Mark, Sort};
use super::survey::Why;

/// What may be off where decimals are added.
const OFF: f64 = 1e-6;

/// A row of sums, and the rows that it may sum, by their places among those that are taken.
#[derive(Debug)]
pub(super) struct Sum {
    row: Row,
    /// Those of a group.
    own: Option<Range<usize>>,
    /// Whether it may be the sum of all.
    all: bool,
}

/// Finds the sums of a table, row by row.
#[derive(Debug, Default)]
pub(super) struct Sums {
    sums: Vec<Sum>,
    /// Where the rows of a group begin: behind the last group's name or sum.
    group: usize,
    /// Groups whose figures stand above their rows: mark, and place among the sums.
    open: Vec<(Option<Mark>, usize)>,
}

impl Sums {
    /// Looks at a row; so many rows are taken above it.
    pub(super) fn see(&mut self, row: &SheetRow, sort: Sort, taken: usize, header: &Header) {
        match sort {
            Sort::Not(Why::Heading) => {
                let mark = sort::mark(row);
                self.close(taken, mark == Some(Mark::Roman));
                self.group = taken;
                if filled(row).count() > 2 {
                    self.open.push((mark, self.sums.len()));
                    self.put(row, Some(taken..taken), false, header);
                }
            }
            Sort::Not(Why::Sum) => {
                self.close(taken, false);
                let said = sort::sum(row);
                let of_group = sort::is_group_sum(&said);
                let either = said.trim_end_matches([':', '.', ' ']) == "cộng";
                let own = (of_group || either).then_some(self.group..taken);
                self.put(row, own, !of_group, header);
                self.group = taken;
            }
            // A chi bộ that is a group of its own.
            Sort::Record => {
                if let Some(mark) = sort::mark(row) {
                    self.close(taken, mark == Mark::Roman);
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, row: &SheetRow, own: Option<Range<usize>>, all: bool, header: &Header) {
        self.sums.push(Sum { row: dense(row, header), own, all });
    }

    /// Ends the groups that are open, those of letters only where no Roman number begins another in them.
    fn close(&mut self, taken: usize, inner: bool) {
        for (_, sum) in self.open.extract_if(.., |(mark, _)| !inner || *mark != Some(Mark::Letter)) {
            if let Some(own) = self.sums.get_mut(sum).and_then(|sum| sum.own.as_mut()) {
                own.end = taken;
            }
        }
    }

    /// All of them; so many rows are taken.
    pub(super) fn all(mut self, taken: usize) -> Vec<Sum> {
        self.close(taken, false);
        self.sums
    }
}

/// A sum that differs from its rows.
#[derive(Debug, Clone)]
pub(super) struct Differing {
    pub(super) cell: String,
    /// What it says.
    pub(super) said: f64,
    /// What the rows come to.
    pub(super) total: f64,
    pub(super) cause: Option<Cause>,
}

/// Where the sums of a sheet differ from its rows, in the sheet's order.
pub(super) fn differing(extent: &Extent, columns: usize) -> Vec<Differing> {
    // A cause is looked for among all rows of a sum.
    const EXPLAINED: usize = 100;
    let mut differing = Vec::new();
    for column in 0..columns {
        let said = extent.sums.iter().filter_map(|sum| Some((sum, figure(sum.row.cells.get(column)?)?)));
        let mut said = said.peekable();
        if said.peek().is_none() {
            continue;
        }
        // What the rows above each come to, and how many of them are no numbers.
        let mut above = vec![(0.0, 0_usize)];
        above.extend(extent.rows.iter().scan((0.0, 0), |(total, other), row| {
            match row.cells.get(column).map_or(Some(0.0), Cell::as_number) {
                Some(number) => *total += number,
                None => *other += 1,
            }
            Some((*total, *other))
        }));
        for (sum, value) in said {
            let all = sum.all.then_some(0..extent.rows.len());
            let totals = sum.own.iter().chain(&all).filter_map(|over| {
                let ((before, others), (total, more)) = (above.get(over.start)?, above.get(over.end)?);
                (over.start < over.end && others == more).then(|| (total - before, over))
            });
            let totals: Vec<(f64, &Range<usize>)> = totals.collect();
            if let Some((total, _)) = totals.last()
                && !totals.iter().any(|(total, over)| agree(value, *total, over.len()))
            {
                let is_counted = matches!(sum.row.cells.get(column), Some(Cell::Number { .. }));
                let cause = (is_counted && differing.len() < EXPLAINED)
                    .then(|| {
                        let is_it = |total: f64| is_total(value, total);
                        totals.iter().find_map(|(_, over)| cause::find(extent, column, over, is_it))
                    })
                    .flatten();
                differing.push((sum.row.number, column, value, *total, cause));
            }
        }
    }
    differing.sort_by_key(|(number, column, ..)| (*number, *column));
    let told = differing.into_iter().map(|(number, column, said, total, cause)| Differing {
        cell: cell_name(column, number),
        said,
        total,
        cause,
    });
    told.collect()
}

/// A number that may be a sum: no share.
fn figure(cell: &Cell) -> Option<f64> {
    if cell.is_empty() || cell.shown().ends_with('%') { None } else { cell.as_number() }
}

/// Whether a value is the total of so many rows, or, of figures with decimals, their average.
#[allow(clippy::cast_precision_loss, reason = "no sheet has so many rows")]
fn agree(value: f64, total: f64, count: usize) -> bool {
    const ROUNDED: f64 = 0.006;
    let is_average = value.fract() != 0.0 && (value - total / count as f64).abs() < ROUNDED;
    is_average || is_total(value, total)
}

/// Whether a value is a total.
fn is_total(value: f64, total: f64) -> bool {
    (value - total).abs() <= OFF.max(total.abs() * 1e-12)
}
