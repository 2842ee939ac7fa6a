//! What the records of a table have in common: rows that look like them are never left out unseen.

use super::book::SheetRow;
use super::cell::Cell;
use super::day;
use super::header::filled;

/// The columns that nearly all records fill, and with what.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// Each with whether there are numbers or days in it.
    usual: Vec<(usize, bool)>,
    /// The column that says what a record is about.
    pub(super) name: Option<usize>,
    /// The word that names begin with: `chi` of `Chi bộ thôn Đông`.
    word: Option<String>,
}

impl Shape {
    /// Of these records; where there are none, of the columns that have a name.
    pub(super) fn of(records: &[&SheetRow], names: &[String]) -> Shape {
        if records.is_empty() {
            let named = names.iter().enumerate().filter(|(_, name)| !name.is_empty());
            return Shape { usual: named.map(|(column, _)| (column, true)).collect(), ..Shape::default() };
        }
        let mut columns = vec![(0_usize, 0_usize); names.len()];
        for (column, cell) in records.iter().flat_map(|row| filled(row)) {
            if let Some((cells, figures)) = columns.get_mut(*column) {
                *cells += 1;
                *figures += usize::from(is_figure(cell));
            }
        }
        let most = |count: usize, of: usize| count * 4 >= of * 3;
        let usual: Vec<(usize, bool)> = columns
            .iter()
            .enumerate()
            .filter(|(_, (cells, _))| most(*cells, records.len()))
            .map(|(column, (cells, figures))| (column, most(*figures, *cells)))
            .collect();
        let name = usual.iter().find(|(_, figures)| !figures).map(|(column, _)| *column);
        let word = name.and_then(|name| records.iter().find_map(|row| first_word(row, name)));
        Shape { usual, name, word }
    }

    /// Whether a row has most of what the records have: figures where they have figures, or a name like theirs.
    pub(super) fn fits(&self, row: &SheetRow) -> bool {
        let has = |(column, figures): &&(usize, bool)| {
            self.cell(row, *column).is_some_and(|cell| !figures || self.name.is_none() || is_figure(cell))
        };
        let held: Vec<&(usize, bool)> = self.usual.iter().filter(has).collect();
        let alike =
            self.name.and_then(|name| first_word(row, name)).is_some_and(|word| Some(word) == self.word);
        held.len() * 2 > self.usual.len() && (alike || held.iter().any(|(_, figures)| *figures))
    }

    fn cell<'a>(&self, row: &'a SheetRow, column: usize) -> Option<&'a Cell> {
        filled(row).find(|(known, _)| *known == column).map(|(_, cell)| cell)
    }
}

fn is_figure(cell: &Cell) -> bool {
    match cell {
        Cell::Number { .. } | Cell::Date { .. } => true,
        Cell::Shared(cell) => is_figure(cell),
        Cell::Text(text) => cell.as_number().is_some() || day::read(text).is_ok(),
        _ => false,
    }
}

fn first_word(row: &SheetRow, column: usize) -> Option<String> {
    let (_, cell) = filled(row).find(|(known, _)| *known == column)?;
    Some(cell.text()?.split_whitespace().next()?.to_lowercase())
}
