//! Rules 34 to 42: type name, abstract, addressees.

use super::{Outcome, Rule, always, below, centred, ensure, needed, rule, same};
use crate::checklist::docx::Docx;
use crate::checklist::paper::Paper;
use crate::checklist::parts::{Parts, is_address_label};
use crate::checklist::pdf::{Pdf, level};
use crate::checklist::piece::{Look, Piece};
use crate::checklist::words::{has_word, is_capitals};

pub const RULES: &[Rule] = &[
    rule(34, "tên loại văn bản", "HD05 PL2.5", has_name, Some(type_name), Some(type_name)),
    rule(35, "công văn không ghi tên loại", "HD05 I.5.1.1", letter, Some(no_name), Some(no_name)),
    rule(36, "trích yếu", "HD05 PL2.5", has_abstract, Some(subject), Some(subject)),
    rule(
        37,
        "năm gạch nối dưới trích yếu",
        "HD05 I.5.2.1",
        has_hyphens,
        Some(docx_hyphens),
        Some(pdf_hyphens),
    ),
    rule(38, "tác giả dưới tên loại", "HD36 1.5.1", |paper| paper.author_line, Some(author), Some(author)),
    rule(39, "trích yếu công văn", "HD05 I.5.2.3", letter, Some(letter_abstract), Some(letter_abstract)),
    rule(40, "không dùng V/v", "HD05 I.5.2.3", always, Some(no_v_v), Some(no_v_v)),
    rule(41, "Kính gửi, Kính trình", "HD05 I.9.2.3-9.2.4", always, Some(address), Some(address)),
    rule(42, "nhiều nơi gửi", "HD05 I.9.2.5", several, Some(addressees), Some(addressees)),
];

fn letter(paper: &Paper) -> bool {
    paper.is_letter()
}

fn has_name(paper: &Paper) -> bool {
    !paper.is_letter()
}

fn has_abstract(paper: &Paper) -> bool {
    !paper.is_letter() && paper.has_abstract
}

fn has_hyphens(paper: &Paper) -> bool {
    !paper.is_letter() && paper.has_hyphens
}

fn several(paper: &Paper) -> bool {
    paper.address_label().is_some() && paper.addressees > 1
}

/// Centred over the whole width of the text.
fn on_axis(piece: &Piece, paper: &Paper) -> Outcome {
    centred(piece, paper.axis(), 2.0)
}

fn type_name<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let name = needed(&parts.type_name, "type name")?;
    same("type name", &name.words(), paper.type_name)?;
    Look::between(15.0, 16.0).bold().check(name)?;
    on_axis(name, paper)
}

fn no_name<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let named =
        parts.body.iter().chain(&parts.letterhead).find(|piece| piece.words().to_uppercase() == "CÔNG VĂN");
    ensure(named.is_none(), || "found the type name “CÔNG VĂN”, expected none".into())
}

fn subject<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let line = needed(&parts.subject, "abstract between the type name and the hyphens")?;
    Look::between(14.0, 15.0).bold().check(line)?;
    on_axis(line, paper)?;
    let first = line.text.chars().next().unwrap_or(' ');
    ensure(!first.is_uppercase(), || format!("“{}” begins with a capital", line.text))?;
    ensure(!line.text.ends_with('.'), || format!("“{}” ends with a full stop", line.text))
}

fn hyphens(paper: &Paper, parts: &Parts) -> Outcome {
    let hyphens = needed(&parts.separator, "line of hyphens below the abstract")?;
    same("below the abstract", &hyphens.text, "-----")?;
    on_axis(hyphens, paper)
}

fn docx_hyphens(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    hyphens(paper, parts)?;
    let first = parts.type_name.as_ref().and_then(|name| name.paragraph);
    let last = parts.separator.as_ref().and_then(|hyphens| hyphens.paragraph);
    let (Some(first), Some(last)) = (first, last) else { return Ok(()) };
    let solid = |index: usize| {
        let look = &docx.paragraphs[index].look;
        [&look.top, &look.bottom].into_iter().flatten().any(|border| border.is_solid())
    };
    ensure(!(first..=last).any(solid), || "a line is drawn in the title block, expected hyphens only".into())
}

fn pdf_hyphens(paper: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    hyphens(paper, parts)?;
    let name = needed(&parts.type_name, "type name")?.lines[0];
    let hyphens = needed(&parts.separator, "hyphens")?.lines[0];
    let between = |y: f64| name.y - 10.0 < y && y < hyphens.y + 8.0;
    let pages = &pdf.layout;
    let rules = pages.get(name.page).map(|page| page.rules.iter()).into_iter().flatten();
    let drawn = rules.filter(|rule| level(rule)).any(|rule| between(rule.y0));
    ensure(!drawn, || "a line is drawn in the title block, expected hyphens only".into())
}

fn author<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let author = needed(&parts.author, "author line “CỦA …” below the type name")?;
    ensure(is_capitals(&author.text), || format!("“{}” is not in capitals", author.text))?;
    Look::size(14.0).check(author)?;
    on_axis(author, paper)
}

fn letter_abstract<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let line = needed(&parts.letter_abstract, "abstract below the number")?;
    Look::size(12.0).italic().check(line)?;
    let free = paper.hd36();
    ensure(free || line.text.starts_with("về việc "), || {
        format!("“{}” does not begin “về việc”", line.text)
    })?;
    ensure(line.middle() < paper.axis(), || "the abstract does not stand in the left column".into())?;
    below(line, needed(&parts.number, "number line")?)
}

fn no_v_v<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let titles = [&parts.subject, &parts.type_name].into_iter().flatten();
    let all = parts.letterhead.iter().chain(titles).chain(&parts.body);
    let state = |piece: &&Piece| has_word(&piece.text.to_lowercase(), "v/v");
    match all.into_iter().find(state) {
        Some(piece) => Err(format!("found “{}”", piece.words())),
        None => Ok(()),
    }
}

fn address<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let Some(expected) = paper.address_label() else {
        let stray = parts.address_label.iter().chain(&parts.body).find(|piece| is_address_label(piece));
        return match stray {
            Some(piece) => Err(format!("found “{}”, which this type does not have", piece.words())),
            None => Ok(()),
        };
    };
    let label = needed(&parts.address_label, expected)?;
    same("label", &label.text, expected)?;
    Look::size(14.0).italic().check(label)?;
    ensure(label.lines.iter().all(|line| line.page == 0), || "the addressees are not on page 1".into())?;
    ensure(!parts.addressees.is_empty(), || "found no addressee".into())?;
    let largest = if paper.hd36() { 14.0 } else { 15.0 };
    parts.addressees.iter().try_for_each(|name| Look::between(14.0, largest).check(name))
}

fn addressees<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let mark = paper.list_mark();
    let count = parts.addressees.len();
    ensure(count == paper.addressees, || format!("found {count} addressees, expected {}", paper.addressees))?;
    for (index, name) in parts.addressees.iter().enumerate() {
        ensure(name.text.starts_with("- "), || format!("“{}” does not begin “- ”", name.words()))?;
        // The regulation ends the last one like the others; a full stop is common.
        let stop = index + 1 == count && name.text.ends_with('.');
        ensure(name.text.ends_with(mark) || stop, || format!("“{}” does not end “{mark}”", name.words()))?;
    }
    Ok(())
}
