//! What the layout finds out of a tree. The pages show it, and the DOCX says it, so that other programs break
//! its lines and pages alike.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{Inline, Paragraph, Table};
use crate::text::NO_BREAK_SPACE;
use crate::units::Length;

/// What the layout found out of the paragraphs, the tables and the sections of one tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Hints {
    /// By the paragraph's number.
    paragraphs: BTreeMap<usize, ParagraphHint>,
    /// By the table's number.
    tables: BTreeMap<usize, TableHint>,
    /// The sections, counted from 0, that an empty page follows, so that the next one begins on a right-hand
    /// page.
    pub(crate) blank_versos: BTreeSet<usize>,
}

/// What the layout found out of a paragraph. A letter is counted from the paragraph's first; a break, a box is
/// one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ParagraphHint {
    /// The no-break spaces that became plain ones, in order: they left a line too loose.
    pub(crate) freed: Vec<usize>,
    /// By how many twips the DOCX widens its lines, or narrows them where it is negative: a word fits, or
    /// misses its line, by less than programs round which measure widths otherwise than the layout.
    pub(crate) widened: i32,
    /// The letters behind which the DOCX holds a line that a program would break, in order.
    pub(crate) held: Vec<usize>,
    /// It keeps with the next block and so stands on a page though the page before had room for it: the
    /// DOCX has LibreOffice place it a second time.
    pub(crate) carried: bool,
    /// It begins a page, so that what follows it does not stand alone there.
    pub(crate) begins_page: bool,
    /// It is a spare line that gave way.
    pub(crate) left_out: bool,
    /// How many lines it takes, of which nothing is printed: the stock has them already.
    pub(crate) room: usize,
}

/// What the layout found out of a table. Rows are counted from its first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TableHint {
    /// The columns' widths, where they are not those that the table gives itself.
    pub(crate) widths: Option<Vec<Length>>,
    /// The rows that are taller than a page, so that they go on over the next.
    pub(crate) splits: BTreeSet<usize>,
    /// The rows with which a page begins while a cell from above reaches in, and their heights without lines:
    /// the DOCX asks for a twip more, so that LibreOffice sets the cell's height too.
    pub(crate) heights: BTreeMap<usize, Length>,
    /// The cells, by their rows and their places in these, whose text stands at the top whatever they say:
    /// they go on over the end of a page, or stand above one beside a cell that does.
    pub(crate) torn: BTreeSet<(usize, usize)>,
    /// It came from an earlier page to one that had room for its last row, which yet went over to the next
    /// with what it keeps with: the DOCX holds that in a row of its own.
    pub(crate) carried: bool,
}

/// What is found where nothing was found out.
static NO_PARAGRAPH_HINT: ParagraphHint = ParagraphHint {
    freed: Vec::new(),
    widened: 0,
    held: Vec::new(),
    carried: false,
    begins_page: false,
    left_out: false,
    room: 0,
};
static NO_TABLE_HINT: TableHint = TableHint {
    widths: None,
    splits: BTreeSet::new(),
    heights: BTreeMap::new(),
    torn: BTreeSet::new(),
    carried: false,
};

impl Hints {
    /// What was found out of a paragraph.
    pub(crate) fn paragraph(&self, paragraph: &Paragraph) -> &ParagraphHint {
        paragraph.number.and_then(|number| self.paragraphs.get(&number)).unwrap_or(&NO_PARAGRAPH_HINT)
    }

    /// The same, to be noted, of the paragraph of that number.
    pub(crate) fn paragraph_mut(&mut self, number: usize) -> &mut ParagraphHint {
        self.paragraphs.entry(number).or_default()
    }

    /// What was found out of a table.
    pub(crate) fn table(&self, table: &Table) -> &TableHint {
        table.number.and_then(|number| self.tables.get(&number)).unwrap_or(&NO_TABLE_HINT)
    }

    /// The same, to be noted, of the table of that number.
    pub(crate) fn table_mut(&mut self, number: usize) -> &mut TableHint {
        self.tables.entry(number).or_default()
    }

    /// The widths of a table's columns in a text area `room` wide.
    pub(crate) fn widths(&self, table: &Table, room: Length) -> Vec<Length> {
        self.table(table).widths.clone().unwrap_or_else(|| table.widths(room))
    }

    /// A paragraph as it is printed: the no-break spaces that gave way are plain ones; of one that the stock has
    /// already its room.
    pub(crate) fn printed<'a>(&self, paragraph: &'a Paragraph) -> Cow<'a, Paragraph> {
        let ParagraphHint { freed, room, .. } = self.paragraph(paragraph);
        if let Some(breaks) = room.checked_sub(1) {
            return Cow::Owned(Paragraph { content: vec![Inline::Break; breaks], ..paragraph.clone() });
        }
        if freed.is_empty() {
            return Cow::Borrowed(paragraph);
        }
        let mut printed = paragraph.clone();
        make_plain(&mut printed.content, freed);
        Cow::Owned(printed)
    }
}

/// Makes no-break spaces plain ones; they are in order.
fn make_plain(content: &mut [Inline], spaces: &[usize]) {
    let mut letter = 0;
    for piece in content {
        match piece {
            Inline::Run(run) => {
                let plain = |c| {
                    letter += 1;
                    let freed = c == NO_BREAK_SPACE && spaces.binary_search(&(letter - 1)).is_ok();
                    if freed { ' ' } else { c }
                };
                run.text = run.text.chars().map(plain).collect();
            }
            Inline::Break | Inline::CheckBox { .. } => letter += 1,
            Inline::Picture(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Role, Run};

    #[test]
    fn a_space_that_gave_way_is_printed_as_a_plain_one() {
        let run = |text: &str| Inline::Run(Run::plain(text));
        let content =
            vec![run("a\u{a0}b"), Inline::Break, Inline::CheckBox { checked: true }, run("c\u{a0}d\u{a0}e")];
        let given = Paragraph { number: Some(3), ..Paragraph::of(Role::Body, content.clone()) };
        let mut hints = Hints::default();
        assert!(matches!(hints.printed(&given), Cow::Borrowed(_)));
        // A letter that is no no-break space stays.
        hints.paragraph_mut(3).freed = vec![2, 6];
        let printed = hints.printed(&given).into_owned();
        assert_eq!(printed.content[..3], content[..3]);
        assert_eq!(printed.content[3], run("c d\u{a0}e"));
    }

    #[test]
    fn settled_widths_take_the_place_of_a_tables_own() {
        let columns = vec![crate::tree::Width::Fixed(Length::mm(10.0))];
        let table = Table {
            number: Some(0),
            origin: None,
            columns,
            border: crate::tree::Border::None,
            header_rows: 0,
            rows: Vec::new(),
            keep_with_next: false,
        };
        let mut hints = Hints::default();
        assert_eq!(hints.widths(&table, Length::mm(165.0)), [Length::mm(10.0)]);
        hints.table_mut(0).widths = Some(vec![Length::mm(20.0)]);
        assert_eq!(hints.widths(&table, Length::mm(165.0)), [Length::mm(20.0)]);
    }
}
