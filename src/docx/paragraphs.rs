//! A paragraph: what it says of itself beside its style, and its runs.

use super::body::Body;
use super::gallery;
use super::marks::{bookmark, bookmark_name};
use super::markup::eighths;
use super::runs::{Look, Runs, field_code, field_mark, run};
use super::sections::End;
use super::styles::{id, kept_id};
use crate::opc::Xml;
use crate::profile::{Page, Rule, Style};
use crate::tree::{Paragraph, ParagraphHint, Role};
use crate::units::Length;

/// Where a paragraph stands, and what it says for that.
#[derive(Clone, Copy, Default)]
pub(super) struct Stand<'a> {
    /// How wide its column is.
    pub(super) width: Length,
    /// Whether it is in a row that stays on the page of what follows.
    pub(super) in_kept_row: bool,
    /// The page to whose foot it is pinned, whatever the text above it does.
    pub(super) pinned_to: Option<&'a Page>,
    /// The place of the paper of a volume that begins with it.
    pub(super) begins: Option<usize>,
    /// The section that ends with it.
    pub(super) ends: Option<&'a End<'a>>,
}

impl Stand<'_> {
    /// In a column `width` wide.
    pub(super) fn in_column(width: Length) -> Self {
        Stand { width, ..Stand::default() }
    }
}

pub(super) fn paragraph(xml: &mut Xml, body: &Body<'_>, paragraph: &Paragraph, stand: Stand<'_>) {
    let hint = body.hints.paragraph(paragraph);
    let style = body.profile.style(paragraph.role);
    xml.element("w:p", |xml| {
        xml.element("w:pPr", |xml| {
            keeping(xml, paragraph, &style, stand.in_kept_row);
            if paragraph.page_break_before || hint.begins_page {
                xml.empty("w:pageBreakBefore");
            }
            if let Some(page) = stand.pinned_to {
                pinned(xml, page, paragraph.role, &style);
            }
            indents(xml, hint, &style, stand.width);
            if let Some(end) = stand.ends {
                end.write(xml);
            }
        });
        if let Some(place) = stand.begins {
            bookmark(xml, place);
        }
        if let Some(place) = paragraph.page_of {
            page_of(xml, place);
        }
        Runs::of(body, paragraph, &style).write(xml);
        if paragraph.page_of.is_some() {
            run(xml, Look::default(), |xml| field_mark(xml, "end"));
        }
        // LibreOffice would hide a paragraph that has nothing else.
        if hint.carried && !paragraph.content.is_empty() {
            nothing(xml);
        }
    });
}

/// The paragraph of half a point that a cell and a body end with.
pub(super) fn end(xml: &mut Xml, body: &Body<'_>, stand: Stand<'_>) {
    paragraph(xml, body, &Paragraph::empty(Role::End), stand);
}

/// The style, and that the paragraph stays with the next one.
fn keeping(xml: &mut Xml, paragraph: &Paragraph, style: &Style, in_kept_row: bool) {
    let kept = paragraph.keep_with_next && !style.keep_with_next;
    // In a cell, where the rest of its row says it too, no style says it.
    let by_style = kept && gallery::may_keep(paragraph.role);
    let by_itself = kept && !by_style;
    xml.figure("w:pStyle", if by_style { kept_id(paragraph.role) } else { id(paragraph.role) });
    if by_itself || in_kept_row {
        xml.empty("w:keepNext");
    }
    // LibreOffice never splits a paragraph that keeps with the next; `keepLines` asks Word to do so too.
    if by_itself {
        xml.empty("w:keepLines");
    }
}

fn pinned(xml: &mut Xml, page: &Page, role: Role, style: &Style) {
    let bottom = page.foot_bottom(role);
    let at_margin = bottom == page.height - page.bottom;
    xml.element("w:framePr", |xml| {
        xml.plain("w:wrap", "around").plain("w:hAnchor", "margin");
        xml.plain("w:vAnchor", if at_margin { "margin" } else { "page" }).plain("w:xAlign", "center");
        if at_margin {
            xml.plain("w:yAlign", "bottom");
        } else {
            xml.plain("w:y", (bottom - style.pitch).twips());
        }
        xml.plain("w:w", page.text_width().twips());
    });
}

/// The rule over or under the paragraph, and its indents where they are not its style's.
fn indents(xml: &mut Xml, hint: &ParagraphHint, style: &Style, column: Length) {
    if let Some(rule) = style.rule {
        ruled(xml, rule, column);
    } else if hint.widened != 0 {
        xml.element("w:ind", |xml| {
            xml.plain("w:left", style.left.twips()).plain("w:right", style.right.twips() - hint.widened);
            match style.first_line.twips() {
                0 => {}
                first @ 1.. => _ = xml.plain("w:firstLine", first),
                hanging => _ = xml.plain("w:hanging", -hanging),
            }
        });
    }
}

/// A rule: the paragraph's border, drawn in from both sides to the rule's length.
///
/// Set on the paragraph, since its indents depend on the column.
fn ruled(xml: &mut Xml, rule: Rule, column: Length) {
    let inset = (column - rule.length_in(column)).twips() / 2;
    xml.element("w:pBdr", |xml| {
        xml.element(if rule.above { "w:top" } else { "w:bottom" }, |xml| {
            xml.plain("w:val", "single").plain("w:space", 0).plain("w:sz", eighths(rule.width));
            xml.plain("w:color", "000000");
        });
    });
    xml.leaf("w:ind", [("w:left", inset), ("w:right", inset)]);
}

/// What begins a field that shows on which page a paper of a volume begins, and leads there; what follows, up to the
/// field's end, is the number as it is now.
fn page_of(xml: &mut Xml, place: usize) {
    run(xml, Look::default(), |xml| {
        field_mark(xml, "begin");
        field_code(xml, &format!(r"PAGEREF {} \h", bookmark_name(place)));
        field_mark(xml, "separate");
    });
}

/// A field that shows nothing, in Word and in LibreOffice, whenever it is updated.
///
/// LibreOffice begins with 25 paragraphs on each page (20 in a long paper) and then lets them flow. Where a
/// heading ends such a load, it forgets to keep it with the paragraph that begins the next one; a paragraph
/// with a field is placed again once all the fields have their values, and then it is kept.
fn nothing(xml: &mut Xml) {
    run(xml, Look::default(), |xml| {
        field_mark(xml, "begin");
        field_code(xml, r#" IF 1 = 1 "" "" "#);
        field_mark(xml, "separate");
        field_mark(xml, "end");
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::docx::{WordMode, media::Media};
    use crate::profile::Profile;
    use crate::tree::{Hints, Inline, Run, TextAlign};

    /// A paragraph as it is written.
    fn written(own: &Paragraph, hints: &Hints) -> String {
        let (profile, media) = (&Profile::hd05(), &Media::default());
        let body = Body { hints, profile, mode: WordMode::Mode14, media, controls: &[] };
        let mut xml = Xml::part(0);
        paragraph(&mut xml, &body, own, Stand::in_column(Length::mm(165.0)));
        String::from_utf8(xml.into_bytes()).unwrap()
    }

    #[test]
    fn a_carried_paragraph_has_a_field_unless_it_is_empty() {
        let fields = |content: Vec<Inline>, carried| {
            let own = Paragraph { number: Some(0), ..Paragraph::of(Role::Body, content) };
            let mut hints = Hints::default();
            hints.paragraph_mut(0).carried = carried;
            written(&own, &hints).matches("<w:instrText>").count()
        };
        let text = || vec![Inline::Run(Run::plain("a"))];
        assert_eq!(fields(text(), true), 1);
        assert_eq!(fields(text(), false), 0);
        assert_eq!(fields(Vec::new(), true), 0);
    }

    #[test]
    fn what_keeps_says_so_itself_only_where_its_role_has_no_style_for_it() {
        let kept = |role| written(&Paragraph::empty(role).kept(), &Hints::default());
        let body = kept(Role::Body);
        assert!(body.contains(r#""VbBodyKept""#) && !body.contains("w:keepNext"), "{body}");
        let part = kept(Role::ColumnText(TextAlign::Left));
        assert!(part.contains(r#""VbColumnLeft"/><w:keepNext/><w:keepLines/>"#), "{part}");
        let heading = kept(Role::Article);
        assert!(heading.contains(r#""VbArticle""#) && !heading.contains("w:keepNext"), "{heading}");
    }
}
