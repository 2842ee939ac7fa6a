//! Rules 1 to 10: sheet, margins, fonts, characters.

use unicode_normalization::is_nfc;

use super::{Outcome, Rule, always, ensure, near, rule};
use crate::checklist::docx::{Docx, Paragraph, Section};
use crate::checklist::paper::{BINDING, BOTTOM, OUTER, Paper, Sheet, TOP, points};
use crate::checklist::parts::Parts;
use crate::checklist::pdf::Pdf;
use crate::checklist::piece::Piece;
use crate::checklist::words::one_line;

pub const RULES: &[Rule] = &[
    rule(1, "khổ giấy", "HD05 IV.3", always, Some(docx_sheet), Some(pdf_sheet)),
    rule(2, "lề trên 20 mm", "HD05 IV.4.1", always, Some(docx_top), Some(pdf_top)),
    rule(3, "lề dưới 20 mm", "HD05 IV.4.1", always, Some(docx_bottom), Some(pdf_bottom)),
    rule(4, "lề trái 30 mm", "HD05 IV.4.1", always, Some(docx_left), Some(pdf_left)),
    rule(5, "lề phải 15 mm", "HD05 IV.4.1", always, Some(docx_right), Some(pdf_right)),
    rule(6, "lề trang mặt sau", "HD05 IV.4.2", |paper| paper.two_sided, Some(docx_mirror), Some(pdf_mirror)),
    rule(7, "phông chữ Times New Roman", "HD05 IV.1", always, Some(docx_fonts), Some(pdf_fonts)),
    rule(8, "chữ màu đen", "HD05 IV.1", always, Some(docx_colours), Some(pdf_colours)),
    rule(9, "Unicode dựng sẵn", "HD05 IV.1", always, Some(docx_unicode), Some(pdf_unicode)),
    // A DOCX embeds no font and draws no glyph.
    rule(10, "phông nhúng, không thiếu chữ", "CONV", always, None, Some(pdf_glyphs)),
];

fn docx_sheet(paper: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    let (width, height) = match paper.sheet {
        Sheet::A4 | Sheet::WideA4 => (11906, 16838),
        Sheet::A5 | Sheet::WideA5 => (8391, 11906),
    };
    ensure(!docx.sections.is_empty(), || "found no section".into())?;
    for section in &docx.sections {
        let (w, h) = if section.landscape { (height, width) } else { (width, height) };
        let fits = (section.width - w).abs() <= 2 && (section.height - h).abs() <= 2;
        ensure(fits, || format!("found {} x {} twips, expected {w} x {h}", section.width, section.height))?;
    }
    let wide = paper.sheet.is_wide();
    ensure(docx.sections.first().is_some_and(|section| section.landscape == wide), || {
        format!("the first page is {} its long side", if wide { "not on" } else { "on" })
    })
}

fn pdf_sheet(paper: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    let (one, other) = paper.sheet.points();
    for page in &pdf.pages {
        let (short, long) = (one.min(other), one.max(other));
        let (w, h) = if page.landscape() { (long, short) } else { (short, long) };
        near("width of the page", page.width, w, 0.5)?;
        near("height of the page", page.height, h, 0.5)?;
    }
    let wide = paper.sheet.is_wide();
    ensure(pdf.pages.first().is_some_and(|page| page.landscape() == wide), || {
        format!("the first page is {} its long side", if wide { "not on" } else { "on" })
    })
}

/// Landscape margins have no figures in the regulation: those sections are left out.
fn margin(docx: &Docx, what: &str, of: fn(&Section) -> i64, expected: i64) -> Outcome {
    for section in docx.sections.iter().filter(|section| !section.landscape) {
        let found = of(section);
        let fits = (found - expected).abs() <= 2;
        ensure(fits, || format!("{what}: found {found} twips, expected {expected}"))?;
    }
    Ok(())
}

fn docx_top(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    margin(docx, "top margin", |section| section.top, TOP)
}

fn docx_bottom(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    margin(docx, "bottom margin", |section| section.bottom, BOTTOM)
}

fn docx_left(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    margin(docx, "left margin", |section| section.left, BINDING)
}

fn docx_right(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    margin(docx, "right margin", |section| section.right, OUTER)
}

fn docx_mirror(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    ensure(docx.mirror_margins, || "found no w:mirrorMargins, expected it for two sides".into())
}

/// The first baseline of each page lies in the first line of the text area.
fn pdf_top(_: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    for (index, page) in pdf.layout.iter().enumerate().filter(|(_, page)| !page.landscape) {
        let Some(first) = page.text().next() else { continue };
        let depth = first.lines[0].y - points(TOP);
        let fits = (6.0..=24.0).contains(&depth) || (index > 0 && page.in_table(first.lines[0].y));
        ensure(fits, || {
            format!("page {}: the first line “{}” stands {depth:.1} pt below 20 mm", index + 1, first.words())
        })?;
        let stray = |line: &&Piece| line.lines[0].y > points(TOP) - 8.0;
        if let Some(line) = page.above_text().find(stray) {
            return Err(format!("page {}: “{}” reaches into the top margin", index + 1, line.words()));
        }
    }
    Ok(())
}

fn pdf_bottom(_: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let note = parts.no_broadcast.as_ref().map(Piece::words).unwrap_or_default();
    for (index, page) in pdf.layout.iter().enumerate().filter(|(_, page)| !page.landscape) {
        let end = page.height - points(BOTTOM) + 0.5;
        let stray = |line: &&Piece| line.lines[0].y > end && !note.contains(&line.words());
        if let Some(line) = page.lines.iter().find(stray) {
            return Err(format!("page {}: “{}” stands in the bottom margin", index + 1, line.words()));
        }
    }
    Ok(())
}

/// The lines of the text on front or back pages, not moved: x of the leftmost and rightmost ink.
fn edges(paper: &Paper, pdf: &Pdf, back: bool) -> Option<(f64, f64)> {
    let pages = &pdf.layout;
    let of_side = |index: usize| paper.two_sided && index % 2 == 1;
    let sides = pages.iter().enumerate().filter(|(index, page)| of_side(*index) == back && !page.landscape);
    let lines = sides.flat_map(|(_, page)| page.text());
    let shift = if back { points(BINDING - OUTER) } else { 0.0 };
    let ink = lines.map(|line| (line.x.0 - shift, line.x.1 - shift));
    ink.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
}

fn pdf_left(paper: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    let (left, _) = edges(paper, pdf, false).ok_or("found no text")?;
    near("left edge of the text", left, points(BINDING), 1.0)
}

fn pdf_right(paper: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    let (_, right) = edges(paper, pdf, false).ok_or("found no text")?;
    let edge = paper.text_edges().1;
    if paper.prose {
        return near("right edge of the text", right, edge, 1.0);
    }
    ensure(right <= edge + 1.0, || format!("the text reaches {right:.1} pt, expected at most {edge:.1} pt"))
}

fn pdf_mirror(paper: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    // A paper of one page has no back.
    let Some((left, right)) = edges(paper, pdf, true) else { return Ok(()) };
    let width = paper.sheet.points().0;
    let (inside, outside) = (points(OUTER), width - points(BINDING));
    let fits = left >= inside - 1.0 && right <= outside + 1.0 && (left - inside).abs() < 30.0;
    ensure(fits, || {
        format!("back pages: text from {left:.1} to {right:.1} pt, expected {inside:.1} to {outside:.1} pt")
    })
}

/// Paragraphs of the text and of every header and footer.
fn everything(docx: &Docx) -> impl Iterator<Item = &Paragraph> {
    let extra =
        docx.sections.iter().flat_map(|page| page.headers.values().chain(page.footers.values()).flatten());
    docx.paragraphs.iter().chain(extra)
}

/// Signs that Times New Roman does not have.
fn is_box(text: &str) -> bool {
    text.chars().all(|sign| "☐☑☒□✓✔ \u{a0}".contains(sign))
}

fn docx_fonts(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    for run in everything(docx).flat_map(|paragraph| &paragraph.runs).filter(|run| !is_box(&run.text)) {
        for (slot, font) in ["ascii", "hAnsi", "cs", "eastAsia"].iter().zip(&run.look.fonts) {
            let found = font.as_deref().unwrap_or("nothing");
            ensure(found == "Times New Roman", || {
                format!("“{}”: font {slot} is {found}, expected Times New Roman", one_line(&run.text))
            })?;
        }
    }
    Ok(())
}

fn pdf_fonts(_: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    let family = |name: &str| {
        let name = name.replace([' ', '-'], "");
        name.starts_with("LiberationSerif") || name.starts_with("TimesNewRoman")
    };
    match pdf.fonts.iter().find(|font| !family(&font.name)) {
        Some(font) => Err(format!("found font {}, expected Liberation Serif or Times New Roman", font.name)),
        None => Ok(()),
    }
}

/// HD36 prints the urgency mark red, and the stamp of a copy is red.
fn may_be_red(paper: &Paper, text: &str, parts: &Parts) -> bool {
    let urgent = parts.urgency.as_ref().is_some_and(|mark| mark.words().contains(text.trim()));
    (paper.hd36() && urgent) || paper.copy
}

fn docx_colours(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    for run in
        everything(docx).flat_map(|paragraph| &paragraph.runs).filter(|run| !run.text.trim().is_empty())
    {
        let found = run.look.colour.as_deref().unwrap_or("auto");
        let fits = ["auto", "000000"].contains(&found) || may_be_red(paper, &run.text, parts);
        ensure(fits, || format!("“{}”: found colour {found}, expected black", one_line(&run.text)))?;
    }
    Ok(())
}

fn pdf_colours(paper: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let glyphs = pdf.pages.iter().flat_map(|page| &page.glyphs).filter(|glyph| !glyph.text.trim().is_empty());
    let coloured = |colour: [f64; 3]| colour.iter().any(|part| *part > 0.01);
    let text: String =
        glyphs.filter(|glyph| coloured(glyph.colour)).map(|glyph| glyph.text.as_str()).collect();
    let squeezed = |piece: &Piece| piece.words().replace(' ', "");
    let urgent = paper.hd36() && parts.urgency.as_ref().map(squeezed).is_some_and(|mark| mark == text);
    ensure(text.is_empty() || urgent || paper.copy, || format!("found “{text}” in colour, expected black"))
}

/// Letters that Vietnamese does not have, but old encodings read as Unicode do.
const FOREIGN: &str = "øØñÑûÛïÏüÜäÄöÖëËåÅ\u{ad}\u{fffd}";
/// Signs that are letters in TCVN3 when they touch one.
const SIGNS: &str = "®§¬¸µ¨¹¶·©«»";

fn unicode(text: &str) -> Outcome {
    ensure(is_nfc(text), || format!("“{}” is not NFC", one_line(text)))?;
    let letters: Vec<char> = text.chars().collect();
    let touches = |at: usize| {
        let beside = [at.checked_sub(1), at.checked_add(1)];
        beside.into_iter().flatten().any(|at| letters.get(at).is_some_and(|letter| letter.is_alphabetic()))
    };
    for (at, letter) in letters.iter().enumerate() {
        let private = ('\u{e000}'..='\u{f8ff}').contains(letter);
        let legacy = private || FOREIGN.contains(*letter) || (SIGNS.contains(*letter) && touches(at));
        ensure(!legacy, || format!("found “{letter}” in “{}”, as of an old encoding", one_line(text)))?;
    }
    Ok(())
}

fn docx_unicode(_: &Paper, docx: &Docx, _: &Parts) -> Outcome {
    everything(docx).try_for_each(|paragraph| unicode(&paragraph.text))
}

fn pdf_unicode(_: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    pdf.layout.iter().flat_map(|page| &page.lines).try_for_each(|line| unicode(&line.text))
}

fn pdf_glyphs(_: &Paper, pdf: &Pdf, _: &Parts) -> Outcome {
    for font in &pdf.fonts {
        ensure(font.embedded, || format!("font {} is not embedded", font.name))?;
        ensure(font.has_unicode, || format!("font {} has no ToUnicode", font.name))?;
    }
    for (index, page) in pdf.pages.iter().enumerate() {
        for glyph in &page.glyphs {
            let wide = pdf.fonts.get(glyph.font).is_some_and(|font| font.two_bytes);
            ensure(glyph.code != 0 || !wide, || format!("page {}: found a .notdef glyph", index + 1))?;
            ensure(!glyph.text.contains('\u{fffd}') && !glyph.text.is_empty(), || {
                format!("page {}: glyph {} stands for no text", index + 1, glyph.code)
            })?;
        }
    }
    Ok(())
}
