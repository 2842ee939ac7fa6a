//! What a row is beside the others of its table: the name of a group, or a record that is hardly filled in or stands
//! below the signatures.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::book::{Sheet, SheetRow};
use super::cell::Cell;
use super::header::{Found, filled};
use super::rows::normal;
use super::shape::Shape;
use super::sort::{Mark, Sort, mark};
use super::survey::Why;

/// The rows below a header.
type Rows<'a> = [Cow<'a, SheetRow>];

/// Settles what rows are that cannot say it themselves.
pub(super) fn compare(sheet: &Sheet, found: &Found, rows: &Rows<'_>, sorts: &mut [Sort]) {
    let above = rows.iter().zip(sorts.iter()).take(signed(sorts));
    let records: Vec<&SheetRow> =
        above.filter(|(_, sort)| **sort == Sort::Record).map(|(row, _)| row.as_ref()).collect();
    let shape = Shape::of(&records, found.header.names());
    // A record may have a signature's words in one of its cells.
    for (row, sort) in rows.iter().zip(sorts.iter_mut()) {
        if *sort == Sort::Not(Why::Signed) && shape.fits(row) {
            *sort = Sort::Record;
        }
    }
    groups(rows, sorts);
    let alone = alone(sheet, rows, sorts, &shape);
    let signed = signed(sorts);
    for (index, (row, sort)) in rows.iter().zip(sorts.iter_mut()).enumerate().skip(signed) {
        if *sort == Sort::Record {
            let is_record = alone.contains(&index) || shape.fits(row);
            *sort = Sort::Not(if is_record { Why::BelowSignatures } else { Why::Below });
        }
    }
}

/// The place of the row where the table is signed, or the end.
pub(super) fn signed(sorts: &[Sort]) -> usize {
    sorts.iter().position(|sort| *sort == Sort::Not(Why::Signed)).unwrap_or(sorts.len())
}

/// Takes rows with figures for what they are: those of a group, which stand above its rows. Their marks tell them,
/// `I`, `II`, unless no row without one follows.
fn groups(rows: &Rows<'_>, sorts: &mut [Sort]) {
    for index in 0..rows.len() {
        let Some(own) = mark(&rows[index]).filter(|_| sorts[index] == Sort::Record) else { continue };
        let next = rows.iter().zip(sorts.iter()).skip(index + 1).find(|(_, sort)| **sort == Sort::Record);
        let over = next.is_some_and(|(row, _)| match mark(row) {
            None => true,
            Some(inner) => own == Mark::Letter && inner == Mark::Roman,
        });
        if over {
            sorts[index] = Sort::Not(Why::Heading);
        }
    }
}

/// Takes rows that have nothing but a name for records where they name no group: their numbers go on, or they
/// are the last below a record. So are rows without a name whose numbers go on, or that say as the last what records say.
/// Gives their places.
fn alone(sheet: &Sheet, rows: &Rows<'_>, sorts: &mut [Sort], shape: &Shape) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let Some(name) = shape.name else { return found };
    let signed = signed(sorts);
    let wide = sheet.merged.iter().filter(|merged| merged.start.1 <= name && merged.end.1 > merged.start.1);
    let wide: BTreeSet<usize> = wide.map(|merged| merged.start.0 + 1).collect();
    let mut next: Vec<Option<usize>> = vec![None; rows.len()];
    for index in (1..rows.len()).rev() {
        next[index - 1] = if sorts[index] == Sort::Record { Some(index) } else { next[index] };
    }
    let mut before = None;
    for index in 0..rows.len() {
        if sorts[index] == Sort::Not(Why::Heading) && !wide.contains(&rows[index].number) {
            let cells: Vec<&(usize, Cell)> = filled(&rows[index]).take(3).collect();
            let above: Option<&SheetRow> = before.map(|before: usize| rows[before].as_ref());
            let is_next = above.is_some_and(|above| above.number + 1 == rows[index].number);
            let is_record = match cells[..] {
                [(column, cell)] if *column == name => {
                    is_next && next[index].is_none() && index < signed && !is_sentence(cell)
                }
                // What is wanted of a record is told, its name too: only the foot of a table says other words.
                [(column, cell)] => {
                    is_next && next[index].is_none() && index < signed && is_said(rows, sorts, *column, cell)
                }
                [(numbers, number), (column, _)] if *column != name => {
                    let above = above.and_then(|above| value(above, *numbers));
                    let below = next[index].and_then(|next| value(&rows[next], *numbers));
                    number.as_number().zip(above).is_some_and(|(number, above)| {
                        is_next && number == above + 1.0 && below.is_none_or(|below| below > number)
                    })
                }
                [(numbers, number), _] => {
                    let number_of = |row: &SheetRow| value(row, *numbers);
                    let below = next[index].and_then(|next| number_of(&rows[next]));
                    let is_last = is_next && next[index].is_none();
                    number.as_number().is_some_and(|number| match above.and_then(number_of) {
                        None => below == Some(number + 1.0),
                        Some(above) => {
                            is_last || (number == above + 1.0 && below.is_none_or(|below| below > number))
                        }
                    })
                }
                _ => false,
            };
            if is_record {
                sorts[index] = Sort::Record;
                found.insert(index);
            }
        }
        if sorts[index] == Sort::Record {
            before = Some(index);
        }
    }
    found
}

/// Whether a record says the same in this column: `Giấy khen` of who has no name yet.
fn is_said(rows: &Rows<'_>, sorts: &[Sort], column: usize, cell: &Cell) -> bool {
    let Some(text) = cell.text().map(normal) else { return false };
    let records = rows.iter().zip(sorts).filter(|(_, sort)| **sort == Sort::Record);
    let mut said = records.filter_map(|(row, _)| {
        filled(row).find(|(known, _)| *known == column).and_then(|(_, cell)| cell.text())
    });
    said.any(|said| normal(said) == text)
}

fn value(row: &SheetRow, column: usize) -> Option<f64> {
    filled(row).find(|(known, _)| *known == column).and_then(|(_, cell)| cell.as_number())
}

/// Whether a text says more than a name: `Danh sách này có 40 chi bộ.`
fn is_sentence(cell: &Cell) -> bool {
    cell.text().is_none_or(|text| text.ends_with(['.', ';', ':']) || text.contains(": "))
}
