//! What the sheet has no room for, by its place in the tree.

use std::ops::RangeInclusive;

use super::off_sheet::Edge;
use crate::units::Length;

/// Something that the sheet has no room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misfit {
    pub(crate) what: What,
    /// The room that it needs.
    pub(crate) need: Length,
    /// The room there is.
    pub(crate) have: Length,
}

/// What has no room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// A column, or several under one cell, narrower than a word, a figure or a date, which no line may part.
    Column {
        /// The table's number in its tree.
        table: Option<usize>,
        /// The columns, from 1.
        columns: RangeInclusive<usize>,
        /// What stands at their head.
        label: Option<String>,
        /// What would be torn.
        piece: Piece,
    },
    /// All the columns of a table beside each other.
    Table {
        /// The table's number in its tree.
        table: Option<usize>,
        /// The column that takes most, from 1, and its longest piece, unless its width is given.
        widest: usize,
        /// Its longest piece; none where its width is a given length.
        piece: Option<Piece>,
    },
    /// One of the copies that share a sheet, and how many these are.
    Copy(usize),
    /// Parts that stand side by side: the paragraph of each of their lines.
    SideBySide(Vec<usize>),
    /// What printed stock moves over an edge: the word, where it is one, and its paragraph.
    OffSheet {
        /// The edge.
        edge: Edge,
        /// The word; none where only the room for text leaves the sheet.
        word: Option<String>,
        /// The number of its paragraph.
        paragraph: Option<usize>,
    },
    /// The head of a table and a row below it, or what of that is never split.
    Row {
        /// The table's number in its tree.
        table: Option<usize>,
        /// The row, from 0, its header's rows counted.
        row: usize,
    },
}

/// A piece of text that no line may part, and its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The text, or the begin of one that is too long to be told; empty where a cell has none.
    pub(crate) text: String,
    /// The row of the table, from 0, its header's rows counted.
    pub(crate) row: usize,
    /// The column at which the cell begins, from 0.
    pub(crate) column: usize,
}
