//! Word's own styles that ours stand on, and what Word may show of all that it knows besides.

use crate::opc::Element;
use crate::tree::Role;

/// How many of Word's headings our headings are.
const HEADINGS: u8 = 5;

/// Of what Word does not recommend.
pub(super) const LAST_PRIORITY: usize = 99;

/// The style of Word's own that a role's style is based on. Word and other programs take for a heading
/// what is based on one; the type name is the title over them all, so that level `n` of the headings is
/// level `n + 1` of the outline, as in the PDF.
pub(super) fn base(role: Role) -> String {
    let level = match role {
        Role::TypeName => return "Title".to_owned(),
        Role::Heading(level) => level.get(),
        Role::GroupingName(grouping) => grouping.depth(),
        Role::Article => 4,
        Role::AppendixTitle => 1,
        _ => return "Normal".to_owned(),
    };
    format!("Heading{level}")
}

/// Title and headings, which look like Normal: ours say how they look. The defaults of characters, tables
/// and lists are as Word writes them. `body` is the style that follows a heading.
pub(super) fn styles(body: &str) -> Vec<Element> {
    let mut styles = vec![
        hidden("character", "DefaultParagraphFont", "Default Paragraph Font", 1).with("w:default", "1"),
        hidden("table", "TableNormal", "Normal Table", LAST_PRIORITY)
            .with("w:default", "1")
            .child(cells_as_word_has_them()),
        hidden("numbering", "NoList", "No List", LAST_PRIORITY).with("w:default", "1"),
        heading("Title", "Title", 10, body),
    ];
    styles.extend((1..=HEADINGS).map(|level| {
        let outline = value("w:outlineLvl", &(level - 1).to_string());
        heading(&format!("Heading{level}"), &format!("heading {level}"), 9, body)
            .child(Element::new("w:pPr").child(outline))
    }));
    styles
}

fn heading(id: &str, name: &str, priority: usize, body: &str) -> Element {
    hidden("paragraph", id, name, priority).child(value("w:basedOn", "Normal")).child(value("w:next", body))
}

/// A style that Word shows once it is used.
fn hidden(kind: &str, id: &str, name: &str, priority: usize) -> Element {
    Element::new("w:style")
        .with("w:type", kind)
        .with("w:styleId", id)
        .child(value("w:name", name))
        .child(value("w:uiPriority", &priority.to_string()))
        .child(Element::new("w:semiHidden"))
        .child(Element::new("w:unhideWhenUsed"))
}

fn cells_as_word_has_them() -> Element {
    let width = |name: &str, twips: &str| Element::new(name).with("w:w", twips).with("w:type", "dxa");
    let margins = [("w:top", "0"), ("w:left", "108"), ("w:bottom", "0"), ("w:right", "108")];
    let margins = margins
        .into_iter()
        .fold(Element::new("w:tblCellMar"), |cells, (side, twips)| cells.child(width(side, twips)));
    Element::new("w:tblPr").child(width("w:tblInd", "0")).child(margins)
}

/// What Word shows of its own styles, none of which a paper uses: nothing before a clerk uses it, so that
/// ours stand alone in its gallery. Footnotes, links and the like come when they are inserted.
pub(super) fn latent_styles() -> Element {
    let mut latent = Element::new("w:latentStyles")
        .with("w:defLockedState", "0")
        .with("w:defUIPriority", "99")
        .with("w:defSemiHidden", "1")
        .with("w:defUnhideWhenUsed", "1")
        .with("w:defQFormat", "0")
        // As many as Word 2016 knows.
        .with("w:count", "376");
    // The style sheet has Normal and the headings themselves: here stands what Word expects of them.
    let headings = (1..=9).map(|level| (format!("heading {level}"), "9"));
    let others = [("Title", "10"), ("caption", "35"), ("TOC Heading", "39"), ("Default Paragraph Font", "1")];
    let contents = (1..=9).map(|level| (format!("toc {level}"), "39"));
    let others = others.into_iter().map(|(name, priority)| (name.to_owned(), priority));
    for (name, priority) in headings.chain(contents).chain(others) {
        latent = latent.child(exception(&name).with("w:uiPriority", priority));
    }
    for (name, priority) in [("Normal", "0"), ("Table Grid", "39")] {
        let shown = exception(name).with("w:semiHidden", "0").with("w:uiPriority", priority);
        latent = latent.child(shown.with("w:unhideWhenUsed", "0"));
    }
    latent
}

fn exception(name: &str) -> Element {
    Element::new("w:lsdException").with("w:name", name)
}

fn value(name: &str, value: &str) -> Element {
    Element::new(name).with("w:val", value)
}
