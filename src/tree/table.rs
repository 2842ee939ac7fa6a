//! Tables: rows of cells on a grid of columns.

use std::num::NonZeroU16;

use super::{Block, Paragraph, Tree};
use crate::path::Path;
use crate::units::Length;

/// Bảng: rows of cells on a grid. To a reader that does not see the page it is a table only where it
/// has header cells; without any it is parts that stand side by side.
#[doc(alias = "bảng")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its place among the tables of its tree, in reading order from 0; none outside a tree.
    pub number: Option<usize>,
    /// Where in the record the table of figures stands that it shows; none for a table of the wording.
    pub origin: Option<Path>,
    /// Width of each column of the grid.
    pub columns: Vec<Width>,
    /// The lines round the table and between its cells.
    pub border: Border,
    /// How many of the rows, from the first, repeat on each page that the table runs over.
    pub header_rows: usize,
    /// The rows from first to last; together their cells fill the grid.
    pub rows: Vec<Row>,
    /// Keep the last row on the page of the next block.
    pub keep_with_next: bool,
}

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// The same on any sheet.
    Fixed(Length),
    /// A share of what the fixed columns leave of the text's width, or more where a piece of its text that
    /// no line may part needs it.
    Share(NonZeroU16),
    /// By what its cells hold, and that much at least; the layout settles it.
    Auto(Length),
}

/// The lines round a table and between its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Border {
    /// None.
    None,
    /// Half a point.
    #[default]
    Thin,
    /// One point.
    Thick,
}

impl Border {
    /// Thickness of the lines.
    #[must_use]
    pub fn width(self) -> Length {
        match self {
            Border::None => Length::ZERO,
            Border::Thin => Length::pt(0.5),
            Border::Thick => Length::pt(1.0),
        }
    }
}

/// A row. It stays on one page unless it is taller than one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its cells from left to right, without the places that cells of earlier rows reach into.
    pub cells: Vec<Cell>,
    /// Whether it names a group: bold, on the page of the row after it.
    pub group: bool,
}

/// A cell: its paragraphs, one after the other. Without any it is a place to be filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Columns that it covers, 1 or more.
    pub column_span: usize,
    /// Rows that it covers, 1 or more.
    pub row_span: usize,
    /// Whether it is a header, and of what.
    pub scope: Option<Scope>,
    /// Where the text stands in the height of the cell.
    pub vertical: VerticalAlign,
    /// Its text; never empty, an empty cell has a paragraph without text.
    pub content: Vec<Paragraph>,
}

/// What a header cell is the header of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The cells below it.
    Column,
    /// The cells beside it.
    Row,
}

/// Where text stands in the height of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VerticalAlign {
    /// At the top.
    #[default]
    Top,
    /// In the middle.
    Middle,
    /// At the bottom.
    Bottom,
}

/// The alignment of text whose place the guidance leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextAlign {
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
    /// Justified, with the last line at the left.
    Justify,
}

impl TextAlign {
    /// All alignments.
    #[cfg(feature = "docx")]
    pub const ALL: [TextAlign; 4] =
        [TextAlign::Left, TextAlign::Center, TextAlign::Right, TextAlign::Justify];
}

impl Table {
    /// The columns' widths in a text area `room` wide: the shares fill it to the twip, each gets what
    /// its share of the rest rounds to, so that no column is more than a twip off.
    #[must_use]
    pub fn widths(&self, room: Length) -> Vec<Length> {
        let fixed: Length = self.columns.iter().map(|width| width.fixed()).sum();
        let shares: Vec<i64> = self.columns.iter().map(|width| width.share()).collect();
        let rest = i64::from((room - fixed).twips().max(0));
        let resolve = |(width, own): (&Width, i64)| match width {
            Width::Fixed(length) => *length,
            Width::Share(_) | Width::Auto(_) => Length::of_twips(i32::try_from(own).unwrap_or(0)),
        };
        self.columns.iter().zip(portions(rest, &shares)).map(resolve).collect()
    }

    /// The grid's column at which each cell of each row begins. Cells that the grid has no room for
    /// are put at its end.
    #[must_use]
    pub fn places(&self) -> Vec<Vec<usize>> {
        let mut grid = Grid::new(self.columns.len());
        let last = self.columns.len().saturating_sub(1);
        let place = |row: &Row| match grid.row(&row.cells) {
            Ok(places) => places,
            Err(_) => vec![last; row.cells.len()],
        };
        self.rows.iter().map(place).collect()
    }

    /// Whether a cell of it is a header.
    #[must_use]
    pub fn has_headers(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.scope.is_some())
    }
}

impl Tree {
    /// The table of this number.
    pub fn table(&self, number: usize) -> Option<&Table> {
        self.sections().iter().find_map(|section| find(&section.blocks, number))
    }
}

fn find(blocks: &[Block], number: usize) -> Option<&Table> {
    blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table).filter(|table| table.number == Some(number)),
        Block::Imposition(sheet) => sheet.copies.iter().find_map(|copy| find(copy, number)),
        Block::Paragraph(_) | Block::Columns(_) => None,
    })
}

/// Whole parts of a whole, each within one of its weight's exact part; none where nothing has weight.
pub(crate) fn portions(whole: i64, weights: &[i64]) -> Vec<i64> {
    let all = weights.iter().sum::<i64>().max(1);
    let (mut weight, mut given) = (0, 0);
    let portion = |own: &i64| {
        weight += own;
        let end = (whole * weight + all / 2) / all;
        end - std::mem::replace(&mut given, end)
    };
    weights.iter().map(portion).collect()
}

/// The columns that a table of Word has at most.
pub(crate) const MOST_COLUMNS: usize = 63;

impl Width {
    /// The width that `10mm`, `2fr`, `auto` or `10mm+` says: 1 to 400 mm, 1 to 100 shares, by what the cells
    /// hold, the same and 10 mm at least.
    pub(crate) fn parse(text: &str) -> Option<Width> {
        let number = |unit| {
            text.strip_suffix(unit).filter(|text: &&str| text.starts_with(|c: char| c.is_ascii_digit()))
        };
        let length = |mm: &str| mm.parse().ok().filter(|mm| (1.0..=400.0).contains(mm)).map(Length::mm);
        if text == "auto" {
            return Some(Width::Auto(Length::ZERO));
        }
        if let Some(mm) = number("mm+") {
            return length(mm).map(Width::Auto);
        }
        if let Some(mm) = number("mm") {
            return length(mm).map(Width::Fixed);
        }
        let share = number("fr")?.parse().ok().filter(|share: &NonZeroU16| share.get() <= 100)?;
        Some(Width::Share(share))
    }

    fn fixed(self) -> Length {
        match self {
            Width::Fixed(length) => length,
            Width::Share(_) | Width::Auto(_) => Length::ZERO,
        }
    }

    /// Its weight in what the fixed columns leave.
    pub(crate) fn share(self) -> i64 {
        match self {
            Width::Fixed(_) | Width::Auto(_) => 0,
            Width::Share(share) => i64::from(share.get()),
        }
    }
}

impl Cell {
    /// A cell of one column and one row with text at its top.
    #[must_use]
    pub fn new(content: Vec<Paragraph>) -> Cell {
        Cell { column_span: 1, row_span: 1, scope: None, vertical: VerticalAlign::Top, content }
    }
}

/// Places cells on a grid of columns, row by row.
#[derive(Debug)]
pub(crate) struct Grid {
    /// For each column, how many more rows an earlier cell reaches down in it.
    taken: Vec<usize>,
}

impl Grid {
    pub(crate) fn new(columns: usize) -> Grid {
        Grid { taken: vec![0; columns] }
    }

    /// The column at which each cell of the next row begins.
    ///
    /// # Errors
    /// What is wrong: a cell without room, or a place without a cell.
    pub(crate) fn row(&mut self, cells: &[Cell]) -> Result<Vec<usize>, String> {
        let count = self.taken.len();
        let mut next = self.taken.iter().map(|rows| rows.saturating_sub(1)).collect::<Vec<_>>();
        let mut places = Vec::with_capacity(cells.len());
        let mut column = 0;
        for (index, cell) in cells.iter().enumerate() {
            while self.taken.get(column).is_some_and(|&rows| rows > 0) {
                column += 1;
            }
            let end = column + cell.column_span;
            if end > count {
                return Err(format!(
                    "ô thứ {} của hàng ra ngoài bảng có {count} cột; hãy bớt ô, giảm colspan hoặc thêm cột",
                    index + 1
                ));
            }
            if self.taken[column..end].iter().any(|&rows| rows > 0) {
                return Err(format!(
                    "ô thứ {} của hàng chồng lên ô kéo từ hàng trên; hãy bớt ô hoặc giảm rowspan",
                    index + 1
                ));
            }
            next[column..end].fill(cell.row_span - 1);
            places.push(column);
            column = end;
        }
        match self.taken.iter().enumerate().skip(column).find(|(_, rows)| **rows == 0) {
            Some((missing, _)) => Err(format!(
                "hàng thiếu ô ở cột {} trong {count} cột; hãy ghi thêm ô, trống thì ghi <td/>",
                missing + 1
            )),
            None => {
                self.taken = next;
                Ok(places)
            }
        }
    }

    /// Whether a cell reaches below the last row.
    pub(crate) fn is_open(&self) -> bool {
        self.taken.iter().any(|&rows| rows > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn share(n: u16) -> Width {
        Width::Share(NonZeroU16::new(n).unwrap())
    }

    fn table(columns: Vec<Width>) -> Table {
        Table {
            number: None,
            origin: None,
            columns,
            border: Border::Thin,
            header_rows: 0,
            rows: Vec::new(),
            keep_with_next: false,
        }
    }

    fn cell(column_span: usize, row_span: usize) -> Cell {
        Cell { column_span, row_span, ..Cell::new(Vec::new()) }
    }

    #[test]
    fn shares_fill_what_the_fixed_columns_leave() {
        let table = table(vec![Width::Fixed(Length::mm(10.0)), share(1), share(2), share(1)]);
        let twips = |room| -> Vec<i32> { table.widths(room).into_iter().map(Length::twips).collect() };
        assert_eq!(twips(Length::of_twips(9355)), [567, 2197, 4394, 2197]);
        assert_eq!(twips(Length::of_twips(9357)), [567, 2198, 4395, 2197]);
        assert_eq!(twips(Length::of_twips(100)), [567, 0, 0, 0]);
    }

    #[test]
    fn cells_stand_beside_those_that_come_from_above() {
        let mut grid = Grid::new(3);
        assert_eq!(grid.row(&[cell(1, 2), cell(2, 1)]), Ok(vec![0, 1]));
        assert_eq!(grid.row(&[cell(1, 1), cell(1, 3)]), Ok(vec![1, 2]));
        assert_eq!(grid.row(&[cell(2, 1)]), Ok(vec![0]));
        assert!(grid.is_open());
        assert_eq!(grid.row(&[cell(1, 1), cell(1, 1)]), Ok(vec![0, 1]));
        assert!(!grid.is_open());
    }

    #[test]
    fn what_does_not_fill_the_grid_is_refused() {
        let refused = |rows: &[&[Cell]]| {
            let mut grid = Grid::new(3);
            rows.iter().find_map(|row| grid.row(row).err()).unwrap_or_default()
        };
        assert_eq!(
            refused(&[&[cell(2, 1), cell(2, 1)]]),
            "ô thứ 2 của hàng ra ngoài bảng có 3 cột; hãy bớt ô, giảm colspan hoặc thêm cột"
        );
        assert_eq!(
            refused(&[&[cell(1, 1)]]),
            "hàng thiếu ô ở cột 2 trong 3 cột; hãy ghi thêm ô, trống thì ghi <td/>"
        );
        assert_eq!(
            refused(&[&[cell(1, 1), cell(1, 2), cell(1, 1)], &[cell(2, 1), cell(1, 1)]]),
            "ô thứ 1 của hàng chồng lên ô kéo từ hàng trên; hãy bớt ô hoặc giảm rowspan"
        );
    }

    proptest! {
        #[test]
        fn widths_add_up(shares in prop::collection::vec(1..50_u16, 1..12), room in 1000..15000_i32) {
            let table = table(shares.iter().map(|&n| share(n)).collect());
            let widths = table.widths(Length::of_twips(room));
            prop_assert_eq!(widths.into_iter().sum::<Length>(), Length::of_twips(room));
        }
    }
}
