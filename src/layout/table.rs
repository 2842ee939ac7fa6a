//! Tables: how high their rows are, where a row taller than a page is cut, and what of a table stands
//! on a page.
//!
//! The rules are those of LibreOffice 7.4 and 25.2, measured: the line above a row adds its thickness
//! to the row's height, the line below the last row on a page adds its own; what a cell over several
//! rows needs beyond their height, the last of them gets.

use std::ops::Range;

use super::fill::{Atom, Drawing};
use super::page::PlacedRun;
use super::ruling::Ruling;
use crate::tree::{Hints, VerticalAlign};
use crate::units::Length;

/// A table whose lines are broken. Lengths are in twips.
pub(super) struct SetTable {
    /// The edges of the columns, from the sheet's left edge.
    pub(super) edges: Vec<i32>,
    /// Thickness of the lines round the cells.
    pub(super) line: i32,
    /// Room above and below the text of a cell.
    pub(super) padding: i32,
    pub(super) header_rows: usize,
    /// In the order of their rows.
    pub(super) cells: Vec<SetCell>,
    /// Height of each row with its padding, without lines.
    pub(super) rows: Vec<i32>,
    /// The most rows that a cell covers.
    pub(super) tallest: usize,
    /// Its number in the tree.
    pub(super) number: Option<usize>,
    /// The rows with which a page begins while a cell from above reaches into them, and their heights
    /// without lines.
    pub(super) begun: Vec<(usize, i32)>,
    /// Whether its last row, with which no page of it begins, is carried over by what it keeps with.
    pub(super) carried: bool,
}

/// A cell whose lines are broken.
pub(super) struct SetCell {
    pub(super) row: usize,
    /// Its place among the cells of its row.
    pub(super) place: usize,
    pub(super) rows: usize,
    pub(super) column: usize,
    pub(super) columns: usize,
    pub(super) vertical: VerticalAlign,
    /// One after the other, each with its place below the first line's top.
    pub(super) lines: Vec<SetLine>,
    /// Height of all of them.
    pub(super) height: i32,
    /// How many of them stand on the pages that are done.
    pub(super) done: usize,
    /// Whether a page's end keeps its text at the top.
    pub(super) torn: bool,
}

/// A line of a cell: x from the sheet's left edge, y from the line's own top.
#[derive(Clone)]
pub(super) struct SetLine {
    pub(super) top: i32,
    pub(super) height: i32,
    pub(super) runs: Vec<PlacedRun>,
}

/// A row, or of one that is taller than a page what lies between two cuts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) row: usize,
    /// Whether the row begins with it, and whether it ends.
    pub(super) first: bool,
    pub(super) last: bool,
}

impl SetTable {
    /// Gives each row the height that its cells need.
    pub(super) fn measure(&mut self, count: usize) {
        self.rows = vec![2 * self.padding; count];
        self.tallest = self.cells.iter().map(|cell| cell.rows).max().unwrap_or(1);
        for cell in &self.cells {
            if cell.rows == 1 {
                self.rows[cell.row] = self.rows[cell.row].max(cell.height + 2 * self.padding);
            }
        }
        let mut tall: Vec<&SetCell> = self.cells.iter().filter(|cell| cell.rows > 1).collect();
        tall.sort_by_key(|cell| cell.row + cell.rows);
        for cell in tall {
            let last = cell.row + cell.rows - 1;
            let above: i32 =
                self.rows[cell.row..last].iter().sum::<i32>() + self.line * (cell.rows as i32 - 1);
            self.rows[last] = self.rows[last].max(cell.height + 2 * self.padding - above);
        }
    }

    /// Where the cells are that may stand in the rows from `first` to `last`: a page looks at no others.
    fn near(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.cells.partition_point(|cell| cell.row + self.tallest <= first);
        start..self.cells.partition_point(|cell| cell.row <= last).max(start)
    }

    /// Whether a row is taller than the room of a page; one that a cell over several rows has a part in
    /// is not cut.
    pub(super) fn splits(&self, row: usize, room: i32) -> bool {
        self.rows[row] > room
            && self.cells.iter().filter(|cell| cell.rows == 1 && cell.row == row).count() > 0
    }

    /// Height of the header rows with their upper lines.
    pub(super) fn header(&self) -> i32 {
        self.rows[..self.header_rows].iter().map(|height| height + self.line).sum()
    }

    /// The table's pieces, each with its height, upper line and padding included; in a row that splits
    /// one between two cuts.
    pub(super) fn pieces(&self, row: usize, splits: bool) -> Vec<(Piece, i32)> {
        let end = if row + 1 == self.rows.len() { self.line } else { 0 };
        let whole = self.line + self.rows[row] + end;
        let cuts = if splits { self.cuts(row) } else { Vec::new() };
        let bounds: Vec<i32> = std::iter::once(0)
            .chain(cuts.iter().map(|cut| self.line + self.padding + cut))
            .chain([whole])
            .collect();
        let count = bounds.len() - 1;
        let piece = |index: usize| Piece { row, first: index == 0, last: index + 1 == count };
        (0..count).map(|index| (piece(index), bounds[index + 1] - bounds[index])).collect()
    }

    /// Where a row may be cut, below the first line's top: where no cell has a line.
    fn cuts(&self, row: usize) -> Vec<i32> {
        let cells: Vec<&SetCell> =
            self.cells.iter().filter(|cell| cell.row == row && cell.rows == 1).collect();
        let mut lines: Vec<(i32, i32)> = cells
            .iter()
            .flat_map(|cell| &cell.lines)
            .map(|line| (line.top, line.top + line.height))
            .collect();
        lines.sort_unstable();
        let mut cuts = Vec::new();
        // How far down the lines reach that begin above.
        let mut reach = 0;
        for (top, bottom) in lines {
            if top > 0 && reach <= top && cuts.last() != Some(&top) {
                cuts.push(top);
            }
            reach = reach.max(bottom);
        }
        cuts
    }

    /// Draws pieces that stand on one page, the first with its top at `y`; where the table goes on from
    /// the page before, its header above them.
    pub(super) fn draw(&mut self, pieces: &[(Piece, i32)], y: i32, begins_page: bool) -> Drawing {
        let rows = self.placed(pieces, y, begins_page);
        let mut drawing = Drawing::default();
        let mut ruling = Ruling::default();
        let torn_row = self.torn_row(&rows);
        let (Some(begin), Some(end)) = (rows.iter().find(|row| !row.repeated), rows.last()) else {
            return drawing;
        };
        let heads = if begin.row > rows[0].row { self.near(0, self.header_rows - 1) } else { 0..0 };
        let near = self.near(begin.row, end.row);
        let near = near.start.max(heads.end)..near.end;
        for index in heads.chain(near) {
            let cell = &mut self.cells[index];
            cell.torn |= cell.rows == 1 && Some(cell.row) == torn_row;
            let own = |row: &&Placed| (cell.row..cell.row + cell.rows).contains(&row.row);
            let (Some(first), Some(last)) = (rows.iter().find(own), rows.iter().rfind(own)) else { continue };
            let (left, right) = (self.edges[cell.column], self.edges[cell.column + cell.columns]);
            ruling.frame(left..right, first.top..last.bottom);
            let ends = last.ends && last.row + 1 == cell.row + cell.rows;
            let top = first.top + self.line + self.padding;
            let how = [ends, first.repeated, cell.row < self.header_rows];
            cell.draw(top..last.bottom - self.padding, how, &mut drawing.runs);
        }
        drawing.rules = ruling.rules(self.line);
        drawing
    }

    /// The last row of a page, where a cell goes on from it to the next page. LibreOffice 7.4 sets the
    /// text of such a row at the top, whatever its cells say.
    fn torn_row(&self, rows: &[Placed]) -> Option<usize> {
        let last = rows.last().filter(|row| !row.repeated)?.row;
        let goes_on = |cell: &SetCell| cell.row <= last && last + 1 < cell.row + cell.rows;
        self.cells[self.near(last, last)].iter().any(goes_on).then_some(last)
    }

    /// Where the rows of a page stand.
    fn placed(&self, pieces: &[(Piece, i32)], y: i32, begins_page: bool) -> Vec<Placed> {
        let mut rows: Vec<Placed> = Vec::new();
        let Some(&(first, _)) = pieces.first() else { return rows };
        // After a cut, the upper line and the padding are in the head of the piece.
        let cut = if first.first { 0 } else { self.line + self.padding };
        let mut top = y - cut;
        if begins_page && first.row >= self.header_rows {
            let mut above = top - self.header();
            for row in 0..self.header_rows {
                let bottom = above + self.line + self.rows[row];
                rows.push(Placed { row, top: above, bottom, ends: true, repeated: true });
                above = bottom;
            }
        }
        for (index, &(piece, height)) in pieces.iter().enumerate() {
            let bottom = top + height + if index == 0 { cut } else { 0 };
            match rows.last_mut() {
                Some(row) if row.row == piece.row && !row.repeated => {
                    row.bottom = bottom;
                    row.ends = piece.last;
                }
                _ => rows.push(Placed { row: piece.row, top, bottom, ends: piece.last, repeated: false }),
            }
            top = bottom;
        }
        if let Some(row) = rows.last_mut() {
            if !row.ends {
                // Before a cut, the padding is in the foot of the piece.
                row.bottom += self.padding;
            } else if row.row + 1 == self.rows.len() {
                // The table's last line is in the height of its last piece.
                row.bottom -= self.line;
            }
        }
        rows
    }

    /// Notes a row that begins a page, `height` high, where a cell from above reaches into it.
    pub(super) fn note(&mut self, piece: Piece, height: i32) {
        let Piece { row, first, last } = piece;
        let reaches_in = |cell: &SetCell| cell.row < row && row < cell.row + cell.rows;
        if first && row >= self.header_rows && self.cells[self.near(row, row)].iter().any(reaches_in) {
            let end = if last && row + 1 == self.rows.len() { self.line } else { 0 };
            self.begun.push((row, height - self.line - end));
        }
    }

    /// Tells what the DOCX must know of the table, once it stands on its pages.
    pub(super) fn tell(&self, hints: &mut Hints) {
        let torn = || self.cells.iter().filter(|cell| cell.torn);
        if let Some(number) = self.number
            && (!self.begun.is_empty() || torn().next().is_some() || self.carried)
        {
            let hint = hints.table_mut(number);
            hint.carried = self.carried;
            hint.heights = self.begun.iter().map(|&(row, height)| (row, Length::of_twips(height))).collect();
            hint.torn = torn().map(|cell| (cell.row, cell.place)).collect();
        }
    }

    /// Makes the rows on the pages to come high enough for what cells over several rows still have to
    /// show: each page break costs them some room. `atoms` begin with the next page's first.
    pub(super) fn stretch(&self, number: usize, atoms: &mut [Atom]) {
        let Some(next) = atoms.first().and_then(|atom| atom.piece_of(number)) else { return };
        for cell in &self.cells[self.near(next.row, next.row)] {
            let end = cell.row + cell.rows;
            if cell.rows == 1 || cell.row >= next.row || next.row >= end || cell.done == cell.lines.len() {
                continue;
            }
            let mut room = -self.padding - if next.first { self.line + self.padding } else { 0 };
            let mut last = None;
            for (index, atom) in atoms.iter().enumerate() {
                let Some(piece) = atom.piece_of(number).filter(|piece| piece.row < end) else { break };
                room +=
                    atom.height - if piece.last && piece.row + 1 == self.rows.len() { self.line } else { 0 };
                last = Some(index);
            }
            let need = cell.height - cell.lines[cell.done].top;
            if let Some(last) = last
                && need > room
            {
                atoms[last].height += need - room;
            }
        }
    }
}

impl SetCell {
    /// Draws what of the cell stands between two heights: all that is left of it where it ends here,
    /// else the lines that fit; of a row that `heads` the table again on each page. The text of a cell that is not torn stands where it is aligned.
    fn draw(&mut self, within: Range<i32>, [ends, repeated, heads]: [bool; 3], runs: &mut Vec<PlacedRun>) {
        let from = if repeated { 0 } else { self.done };
        let rest = &self.lines[from..];
        // Room above the first line stands where the cell begins, and nowhere else.
        let above = if from == 0 { 0 } else { rest.first().map_or(0, |line| line.top) };
        let room = within.end - within.start;
        let fits = |line: &&SetLine| ends || line.top + line.height - above <= room;
        let here = rest.iter().take_while(fits).count();
        self.torn |= !ends || from > 0;
        let down = match self.vertical {
            VerticalAlign::Middle if !self.torn => (room - self.height) / 2,
            VerticalAlign::Bottom if !self.torn => room - self.height,
            _ => 0,
        };
        for line in &mut self.lines[from..from + here] {
            let y = f64::from(within.start + down + line.top - above) / 20.0;
            // What heads a table may stand on the next page too.
            let own = if heads { line.runs.clone() } else { std::mem::take(&mut line.runs) };
            runs.extend(own.into_iter().map(|run| PlacedRun {
                baseline: run.baseline + y,
                block: run.block.filter(|_| !repeated),
                ..run
            }));
        }
        if !repeated {
            self.done = from + here;
        }
    }
}

/// A row, or what of it stands on the page, in twips from the top of the text area.
struct Placed {
    row: usize,
    /// The upper edge of the line above it, and of the one below.
    top: i32,
    bottom: i32,
    /// Whether the row ends here.
    ends: bool,
    /// Whether it is a header that stood on an earlier page.
    repeated: bool,
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    /// A row with lines of one cell or more, each with its top and its height.
    fn row(cells: Vec<Vec<(i32, i32)>>) -> SetTable {
        let cell = |lines: Vec<(i32, i32)>| SetCell {
            row: 0,
            place: 0,
            rows: 1,
            column: 0,
            columns: 1,
            vertical: VerticalAlign::Top,
            height: lines.last().map_or(0, |(top, height)| top + height),
            lines: lines.into_iter().map(|(top, height)| SetLine { top, height, runs: Vec::new() }).collect(),
            done: 0,
            torn: false,
        };
        let cells = cells.into_iter().map(cell).collect();
        SetTable {
            edges: vec![0, 1000],
            line: 10,
            padding: 20,
            header_rows: 0,
            cells,
            rows: Vec::new(),
            tallest: 1,
            number: Some(0),
            begun: Vec::new(),
            carried: false,
        }
    }

    #[test]
    fn a_cut_takes_no_longer_in_a_long_cell() {
        // So many lines has a narrow cell of 400 KB; to hold each cut against each line takes half a minute.
        let lines = (0..133_000).map(|index| (280 * index, 280)).collect();
        let start = Instant::now();
        assert_eq!(row(vec![lines]).cuts(0).len(), 132_999);
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }

    #[test]
    fn a_page_takes_no_longer_in_a_long_table() {
        const ROWS: usize = 40_000;
        let mut table = row(vec![vec![(0, 280)]; ROWS]);
        table.cells.iter_mut().enumerate().for_each(|(index, cell)| cell.row = index);
        table.measure(ROWS);
        let start = Instant::now();
        for page in 0..ROWS / 40 {
            let rows = 40 * page..40 * (page + 1);
            let pieces: Vec<(Piece, i32)> =
                rows.map(|row| (Piece { row, first: true, last: true }, 330)).collect();
            table.draw(&pieces, 0, true);
        }
        assert!(table.cells.iter().all(|cell| cell.done == 1));
        // To look at each cell on each page takes half a minute.
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }

    proptest! {
        #[test]
        fn no_cut_goes_through_a_line(
            cells in prop::collection::vec(prop::collection::vec((0..60, 1..9), 0..12), 1..4),
        ) {
            let lines: Vec<(i32, i32)> = cells.iter().flatten().copied().collect();
            let is_free = |at: i32| !lines.iter().any(|&(top, height)| top < at && at < top + height);
            let expected: Vec<i32> =
                (1..60).filter(|at| lines.iter().any(|(top, _)| top == at) && is_free(*at)).collect();
            prop_assert_eq!(row(cells).cuts(0), expected);
        }
    }
}
