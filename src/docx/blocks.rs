//! The tree's blocks as docx-rs builds them.

use std::borrow::Cow;

use docx_rs::{
    BreakType, FieldCharType, InstrPAGEREF, InstrText, Paragraph as WordParagraph, Run as WordRun, Table,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::controls;
use super::finish::NO_BREAK_HYPHEN;
use super::gallery;
use super::marks::bookmark_name;
use super::media::PICTURE;
use super::styles::{CHECK_BOX, RED, id, is_stamped, kept_id, ruled};
use crate::profile::{Ink, Page, Profile, Style};
use crate::tree::{Columns, Emphasis, Hints, Inline, Paragraph, box_char};
use crate::units::Length;

/// Stands in a run's text where [`joiner`] holds the line; cleaned text never holds it.
const WORD_JOINER: char = '\u{2060}';

/// A paragraph in a column `width` wide.
pub(super) fn paragraph(
    paragraph: &Paragraph,
    hints: &Hints,
    profile: &Profile,
    width: Length,
) -> WordParagraph {
    let hint = hints.paragraph(paragraph);
    let style = profile.style(paragraph.role);
    let red = style.ink == Ink::Red && is_stamped(paragraph.role);
    let inked = |run: WordRun| if red { run.color(RED) } else { run };
    let kept = paragraph.keep_with_next && !style.keep_with_next;
    // LibreOffice never splits a paragraph that keeps with the next; `keepLines` asks Word to do so too.
    let mut word = match (kept, gallery::may_keep(paragraph.role)) {
        (true, true) => WordParagraph::new().style(&kept_id(paragraph.role)),
        // In a cell, where the rest of its row says it too.
        (true, false) => WordParagraph::new().style(&id(paragraph.role)).keep_next(true).keep_lines(true),
        (false, _) => WordParagraph::new().style(&id(paragraph.role)),
    };
    if let Some(place) = paragraph.page_of {
        word = word.add_run(page_of(place));
    }
    // How many letters stand before the piece.
    let mut letters = 0;
    let printed = hints.printed(paragraph);
    let content = match paragraph.fields.as_slice() {
        [] => Cow::Borrowed(&printed.content),
        fields => Cow::Owned(controls::cut(&printed.content, fields)),
    };
    for piece in content.iter() {
        for border in controls::borders(&paragraph.fields, letters) {
            word = word.add_run(inked(emphasized(border.run(), emphasis_of(piece), &style)));
        }
        match piece {
            Inline::Break => word = word.add_run(WordRun::new().add_break(BreakType::TextWrapping)),
            Inline::CheckBox { checked } => {
                let text = box_char(*checked).to_string();
                word = word.add_run(WordRun::new().style(CHECK_BOX).add_text(text));
            }
            Inline::Picture(_) => word = word.add_run(WordRun::new().add_text(PICTURE)),
            Inline::Run(run) => {
                let text = held(&run.text, letters, &hint.held);
                for (index, text) in text.split(WORD_JOINER).enumerate() {
                    if index > 0 {
                        word = word.add_run(inked(emphasized(joiner(), run.emphasis, &style)));
                    }
                    if index == 0 || !text.is_empty() {
                        let text = WordRun::new().add_text(text);
                        word = word.add_run(inked(emphasized(text, run.emphasis, &style)));
                    }
                }
            }
        }
        letters += piece.letters();
    }
    for border in controls::borders(&paragraph.fields, letters) {
        word = word.add_run(border.run());
    }
    if paragraph.page_of.is_some() {
        word = word.add_run(WordRun::new().add_field_char(FieldCharType::End, false));
    }
    // LibreOffice would hide a paragraph that has nothing else.
    if hint.carried && !paragraph.content.is_empty() {
        word = word.add_run(nothing());
    }
    if paragraph.page_break_before || hint.begins_page {
        word = word.page_break_before(true);
    }
    if hint.widened != 0 {
        let right = style.right.twips() - hint.widened;
        word = word.indent(Some(style.left.twips()), super::styles::special(&style), Some(right), None);
    }
    ruled(word, &style, width.twips())
}

/// The look of a piece beside its paragraph's.
pub(super) fn emphasis_of(piece: &Inline) -> Emphasis {
    match piece {
        Inline::Run(run) => run.emphasis,
        Inline::Break | Inline::CheckBox { .. } | Inline::Picture(_) => Emphasis::default(),
    }
}

/// What begins a field that shows on which page a paper of a volume begins, and leads there; what follows, up to the
/// field's end, is the number as it is now.
fn page_of(place: usize) -> WordRun {
    WordRun::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(InstrText::PAGEREF(InstrPAGEREF::new(bookmark_name(place)).hyperlink()))
        .add_field_char(FieldCharType::Separate, false)
}

/// A run with the emphasis that its paragraph's style does not have.
fn emphasized(mut word: WordRun, emphasis: Emphasis, style: &Style) -> WordRun {
    if emphasis.bold && !style.bold {
        word = word.bold();
    }
    if emphasis.italic && !style.italic {
        word = word.italic();
    }
    if emphasis.underline {
        word = word.underline("single");
    }
    word
}

/// What holds a line behind a letter that is no hyphen and no space: U+FEFF as a field's code without a field, in
/// a run of its own.
///
/// The standard (ISO/IEC 29500-1, 17.16.23) has such a code "treated as regular text", and both LibreOffices
/// do so. Other readers look for text in `w:t` alone, so that the word stays whole to whoever searches or
/// copies it. U+FEFF and not U+2060, which Times New Roman does not have.
fn joiner() -> WordRun {
    WordRun::new().add_instr_text(InstrText::Unsupported("\u{feff}".to_owned()))
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
pub(super) fn pinned(paragraph: &Paragraph, hints: &Hints, profile: &Profile, page: &Page) -> WordParagraph {
    let width = page.text_width();
    let bottom = page.foot_bottom(paragraph.role);
    let word = self::paragraph(paragraph, hints, profile, width)
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
pub(super) fn columns(columns: &Columns, hints: &Hints, profile: &Profile) -> Table {
    let grid: Vec<usize> = columns.widths.iter().map(|&width| twips(width)).collect();
    let count = columns.rows.len();
    let rows = columns.rows.iter().enumerate().map(|(index, row)| {
        // A row stays on the page of what follows where its paragraphs do.
        let kept = index + 1 < count || columns.keep_with_next;
        let cells = row.iter().zip(&columns.widths).enumerate().map(|(place, (cell, &width))| {
            if let Some(stamp) = columns.stamp.filter(|_| (index, place) == (0, 0)) {
                return super::stamp::cell(cell, stamp, width, kept, hints, profile);
            }
            let mut empty = TableCell::new().width(twips(width), WidthType::Dxa);
            if columns.at_foot {
                empty = empty.vertical_align(VAlignType::Bottom);
            }
            cell.iter().fold(empty, |word, content| {
                let content = paragraph(content, hints, profile, width);
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

/// A run's text, its first letter the paragraph's letter `first`, held behind the letters where it must be.
fn held(text: &str, first: usize, held: &[usize]) -> String {
    if held.is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 4);
    for (index, c) in text.chars().enumerate() {
        match c {
            _ if held.binary_search(&(first + index)).is_err() => out.push(c),
            '-' => out.push(NO_BREAK_HYPHEN),
            ' ' => out.push('\u{a0}'),
            _ => out.extend([c, WORD_JOINER]),
        }
    }
    out
}

pub(super) fn twips(length: Length) -> usize {
    length.twips().unsigned_abs() as usize
}

#[cfg(test)]
mod tests {
    use docx_rs::BuildXML;

    use super::*;
    use crate::tree::Role;

    /// A paragraph as it is written, and what was found out of it.
    fn written(content: Vec<Inline>, held: Vec<usize>, carried: bool) -> String {
        let own = Paragraph { number: Some(0), ..Paragraph::of(Role::Body, content) };
        let mut hints = Hints::default();
        let hint = hints.paragraph_mut(0);
        (hint.held, hint.carried) = (held, carried);
        let word = paragraph(&own, &hints, &Profile::hd05(), Length::mm(165.0));
        String::from_utf8(word.build()).unwrap()
    }

    #[test]
    fn a_carried_paragraph_has_a_field_unless_it_is_empty() {
        let fields = |content: Vec<Inline>, carried| {
            written(content, Vec::new(), carried).matches("<w:instrText>").count()
        };
        let text = || vec![Inline::Run(crate::tree::Run::plain("a"))];
        assert_eq!(fields(text(), true), 1);
        assert_eq!(fields(text(), false), 0);
        assert_eq!(fields(Vec::new(), true), 0);
    }

    #[test]
    fn what_keeps_says_so_itself_only_where_its_role_has_no_style_for_it() {
        let kept = |role| {
            let own = Paragraph::empty(role).kept();
            let word = paragraph(&own, &Hints::default(), &Profile::hd05(), Length::mm(165.0));
            String::from_utf8(word.build()).unwrap()
        };
        let body = kept(Role::Body);
        assert!(body.contains(r#""VbBodyKept""#) && !body.contains("w:keepNext"), "{body}");
        let part = kept(Role::ColumnText(crate::tree::TextAlign::Left));
        assert!(part.contains(r#""VbColumnLeft""#) && part.contains("w:keepNext"), "{part}");
        let heading = kept(Role::Article);
        assert!(heading.contains(r#""VbArticle""#) && !heading.contains("w:keepNext"), "{heading}");
    }

    #[test]
    fn a_line_is_held_where_the_layout_says() {
        assert_eq!(held("số 05-NQ/CB - là", 0, &[5]), "số 05\u{2011}NQ/CB - là");
        assert_eq!(held("2025–2030 : a-b", 7, &[11, 16]), "2025–\u{2060}2030\u{a0}: a-b");
        assert_eq!(held("Số 05-NQ/CB", 0, &[]), "Số 05-NQ/CB");
    }

    #[test]
    fn a_joiner_stands_in_a_run_of_its_own_with_the_same_look() {
        let emphasis = Emphasis { bold: true, ..Emphasis::default() };
        let run = crate::tree::Run { text: "2025–2030—".to_owned(), emphasis };
        let xml = written(vec![Inline::Run(run)], vec![4, 9], false);
        let bold = |content: &str| format!("<w:r><w:rPr><w:b /><w:bCs /></w:rPr>{content}</w:r>");
        let text = |text: &str| bold(&format!(r#"<w:t xml:space="preserve">{text}</w:t>"#));
        let joiner = bold("<w:instrText>\u{feff}</w:instrText>");
        assert!(xml.contains(&[text("2025–"), joiner.clone(), text("2030—"), joiner].concat()), "{xml}");
    }

    #[test]
    fn letters_are_counted_through_the_paragraph() {
        let run = |text: &str| Inline::Run(crate::tree::Run::plain(text));
        let content =
            vec![run("7-"), Inline::Break, Inline::CheckBox { checked: false }, run("7-9"), run(" 8-9")];
        let word = written(content, vec![5, 9], false);
        assert!(word.contains(">7-<") && word.contains(">7\u{2011}9<") && word.contains("> 8\u{2011}9<"));
    }
}
