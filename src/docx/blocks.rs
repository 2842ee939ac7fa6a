//! The tree's blocks as docx-rs builds them.

use docx_rs::{
    BreakType, FieldCharType, InstrText, Paragraph as WordParagraph, Run as WordRun, Table, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::finish::NO_BREAK_HYPHEN;
use super::media::PICTURE;
use super::styles::{CHECK_BOX, id, ruled};
use crate::rules::{Page, Profile};
use crate::tree::{Columns, Inline, Paragraph, Role, box_char};
use crate::units::Length;

/// What a paragraph with a line that fits by a hair gets beyond the margin, in twips: 0.1 pt.
const HAIR: i32 = 2;

/// A paragraph in a column `width` wide.
pub(super) fn paragraph(paragraph: &Paragraph, profile: &Profile, width: Length) -> WordParagraph {
    let style = profile.style(paragraph.role);
    let mut word = WordParagraph::new().style(&id(paragraph.role));
    for piece in &paragraph.content {
        word = word.add_run(match piece {
            Inline::Break => WordRun::new().add_break(BreakType::TextWrapping),
            Inline::CheckBox { checked } => {
                WordRun::new().style(CHECK_BOX).add_text(box_char(*checked).to_string())
            }
            Inline::Picture(_) => WordRun::new().add_text(PICTURE),
            Inline::Run(run) => {
                let mut word = WordRun::new().add_text(hyphens(&run.text, paragraph.role));
                if run.emphasis.bold && !style.bold {
                    word = word.bold();
                }
                if run.emphasis.italic && !style.italic {
                    word = word.italic();
                }
                if run.emphasis.underline {
                    word = word.underline("single");
                }
                word
            }
        });
    }
    // LibreOffice would hide a paragraph that has nothing else.
    if paragraph.carried && !paragraph.content.is_empty() {
        word = word.add_run(nothing());
    }
    // LibreOffice never splits a paragraph that keeps with the next; `keepLines` asks Word to do so too.
    if paragraph.keep_with_next && !style.keep_with_next {
        word = word.keep_next(true).keep_lines(true);
    }
    if paragraph.page_break_before {
        word = word.page_break_before(true);
    }
    if paragraph.tight {
        let right = style.right.twips() - HAIR;
        word = word.indent(Some(style.left.twips()), super::styles::special(&style), Some(right), None);
    }
    ruled(word, &style, width.twips())
}

/// A field that shows nothing, in Word and in LibreOffice, whenever it is updated.
///
/// LibreOffice begins with 25 paragraphs on each page (20 in a long paper) and then lets them flow. Where a
/// heading ends such a load, it forgets to keep it with the paragraph that begins the next one; a paragraph
/// with a field is placed again once all the fields have their values, and then it is kept.
fn nothing() -> WordRun {
    WordRun::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(InstrText::Unsupported(r#" IF 1 = 1 "" "" "#.to_owned()))
        .add_field_char(FieldCharType::Separate, false)
        .add_field_char(FieldCharType::End, false)
}

/// A paragraph pinned to the foot of its page, whatever the text above it does.
pub(super) fn pinned(paragraph: &Paragraph, profile: &Profile, page: &Page) -> WordParagraph {
    let width = page.text_width();
    let bottom = page.foot_bottom(paragraph.role);
    let word = self::paragraph(paragraph, profile, width)
        .wrap("around")
        .h_anchor("margin")
        .x_align("center")
        .frame_width(width.twips().unsigned_abs());
    if bottom == page.height - page.bottom {
        word.v_anchor("margin").y_align("bottom")
    } else {
        word.v_anchor("page").frame_y((bottom - profile.style(paragraph.role).pitch).twips())
    }
}

/// Columns as a table without borders, its cells without margins, each row on one page.
pub(super) fn columns(columns: &Columns, profile: &Profile) -> Table {
    let grid: Vec<usize> = columns.widths.iter().map(|&width| twips(width)).collect();
    let count = columns.rows.len();
    let rows = columns.rows.iter().enumerate().map(|(index, row)| {
        // A row stays on the page of what follows where its paragraphs do.
        let kept = index + 1 < count || columns.keep_with_next;
        let cells = row.iter().zip(&columns.widths).map(|(cell, &width)| {
            cell.iter().fold(TableCell::new().width(twips(width), WidthType::Dxa), |word, content| {
                let content = paragraph(content, profile, width);
                word.add_paragraph(if kept { content.keep_next(true) } else { content })
            })
        });
        TableRow::new(cells.collect()).cant_split()
    });
    let margins = TableCellMargins::new().margin(0, 0, 0, 0);
    Table::without_borders(rows.collect())
        .layout(TableLayoutType::Fixed)
        .width(grid.iter().sum(), WidthType::Dxa)
        .indent(0)
        .margins(margins)
        .set_grid(grid)
}

/// In running text a hyphen inside a word must not break the line, and one between no-break spaces
/// (`2025 - 2030`) neither; elsewhere it stays a plain one, so that Word's search finds `05-NQ/CB` in the
/// number line.
fn hyphens(text: &str, role: Role) -> String {
    if !running_text(role) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    letters
        .iter()
        .enumerate()
        .map(|(index, &c)| {
            let before = index.checked_sub(1).and_then(|before| letters.get(before));
            let holds = match (before, letters.get(index + 1)) {
                (Some(' '), _) | (_, Some(' ')) | (None, _) | (_, None) => false,
                (Some(before), Some(after)) => (*before == '\u{a0}') == (*after == '\u{a0}'),
            };
            if c == '-' && holds { NO_BREAK_HYPHEN } else { c }
        })
        .collect()
}

/// Whether a role's lines end by the margin's width, not by their own.
fn running_text(role: Role) -> bool {
    matches!(
        role,
        Role::Body
            | Role::Basis
            | Role::Heading(_)
            | Role::Item(_)
            | Role::GroupingName(_)
            | Role::Article
            | Role::ArticleText
            | Role::Clause
            | Role::Point
            | Role::Abstract
            | Role::Recipient
            | Role::LetterAbstract
            | Role::Address
            | Role::Addressee
            | Role::TableHead
            | Role::TableText(_)
            | Role::ColumnText(_)
            | Role::TableCaption
            | Role::Enacting
    )
}

pub(super) fn twips(length: Length) -> usize {
    length.twips().unsigned_abs() as usize
}

#[cfg(test)]
mod tests {
    use docx_rs::BuildXML;

    use super::*;

    #[test]
    fn a_carried_paragraph_has_a_field_unless_it_is_empty() {
        let fields = |content: Vec<Inline>, carried| {
            let own = Paragraph { carried, ..Paragraph::of(Role::Body, content) };
            let word = paragraph(&own, &Profile::hd05(), Length::mm(165.0));
            String::from_utf8(word.build()).unwrap().matches("<w:instrText>").count()
        };
        let text = || vec![Inline::Run(crate::tree::Run::plain("a"))];
        assert_eq!(fields(text(), true), 1);
        assert_eq!(fields(text(), false), 0);
        assert_eq!(fields(Vec::new(), true), 0);
    }

    #[test]
    fn a_hyphen_inside_a_word_of_running_text_does_not_break() {
        assert_eq!(hyphens("số 05-NQ/CB - là", Role::Body), "số 05\u{2011}NQ/CB - là");
        assert_eq!(hyphens("- Căn cứ 7-9", Role::Basis), "- Căn cứ 7\u{2011}9");
        assert_eq!(hyphens("2025\u{a0}-\u{a0}2030", Role::Body), "2025\u{a0}\u{2011}\u{a0}2030");
        assert_eq!(hyphens("kỳ\u{a0}- a -\u{a0}b", Role::Body), "kỳ\u{a0}- a -\u{a0}b");
        assert_eq!(hyphens("Số 05-NQ/CB", Role::Number), "Số 05-NQ/CB");
        assert_eq!(hyphens("-----", Role::Separator), "-----");
    }
}
