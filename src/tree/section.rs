//! Sections: content with pages of its own, and what each of these pages bears.

use super::{Block, Paragraph};
use crate::units::{Length, PerSheet, Sheet};

/// Content with pages of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// The sheet that it is printed on.
    pub sheet: Sheet,
    /// Whether the sheet lies on its long side.
    pub landscape: bool,
    /// Whether it is printed on both sides of the sheet: even pages have mirrored margins.
    pub two_sided: bool,
    /// How many copies lie on a sheet of it, which is then cut.
    pub per_sheet: PerSheet,
    /// How many pages of another paper stand before it: its numbers go on from them.
    pub pages_before: usize,
    /// Whether its numbers go on from the section before it, and stand on its first page, too.
    pub goes_on: bool,
    /// What stands beside the number of each page.
    pub running: Option<Running>,
    /// The paper of a volume that begins with it.
    pub paper: Option<BoundPaper>,
    /// Whether it is one of several copies on pages of their own. It begins with a paragraph of half a
    /// point: LibreOffice 25.2 counts the pages of a section that begins with a table on from the last.
    pub copy: bool,
    /// What stands in the top margin of the first page.
    pub head: Vec<Paragraph>,
    /// The content from first to last; a section that is followed by another ends with a paragraph, one
    /// with a foot with a paragraph of [`Role::End`].
    pub blocks: Vec<Block>,
    /// What is pinned to the foot of the last page.
    pub foot: Vec<Paragraph>,
}

/// Tiêu đề đầu trang: what stands at the left and at the right of a page's number, in one line with it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Running {
    /// At the left.
    pub left: String,
    /// At the right.
    pub right: String,
}

impl Running {
    /// Size of its letters, which are italic (convention).
    pub const SIZE: Length = Length::pt(10.0);
}

/// A paper of a volume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundPaper {
    /// Its place among the papers, from 0: what the contents refer to.
    pub place: usize,
    /// What contents and outline call it.
    pub title: String,
}
