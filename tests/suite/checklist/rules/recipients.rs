//! Rules 69 to 74 and 79: nơi nhận.

use super::signer::signature;
use super::{Outcome, Rule, ensure, near, needed, rule, same};
use crate::checklist::docx::Docx;
use crate::checklist::paper::Paper;
use crate::checklist::parts::Parts;
use crate::checklist::pdf::Pdf;
use crate::checklist::piece::{Look, Piece};
use crate::checklist::words::is_capitals;

pub const RULES: &[Rule] = &[
    rule(69, "Nơi nhận", "HD05 PL2.9", listed, Some(label), Some(label)),
    rule(70, "cỡ, kiểu chữ nơi nhận", "HD05 PL2.9", listed, Some(items), Some(items)),
    rule(71, "dấu của nơi nhận", "HD05 I.9.2.5", listed, Some(marks), Some(marks)),
    rule(72, "dòng lưu", "HD05 PL2.9", listed, Some(archive), Some(archive)),
    rule(73, "Như trên", "HD05 I.9.2.3-9.2.4", answers, Some(as_above), Some(as_above)),
    rule(74, "Nơi nhận ngang quyền hạn ký", "HD05 PL1", beside, Some(docx_level), Some(pdf_level)),
    rule(
        79,
        "ký hiệu người soạn thảo",
        "HD05 II.5",
        |paper| paper.drafter_code.is_some(),
        Some(code),
        Some(code),
    ),
];

fn listed(paper: &Paper) -> bool {
    paper.has_recipients
}

fn answers(paper: &Paper) -> bool {
    paper.has_recipients && ["CV", "TTr"].contains(&paper.type_code)
}

/// Minutes have two signatures side by side, and the list below them.
fn beside(paper: &Paper) -> bool {
    paper.has_recipients && paper.has_signature && !paper.is_minutes()
}

fn label<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let label = needed(&parts.recipients_label, "“Nơi nhận:” in the left column")?;
    same("label", &label.text, "Nơi nhận:")?;
    Look::size(14.0).check(label)?;
    ensure(label.x.0 < paper.axis(), || "the label does not stand in the left half".into())?;
    let words = label.part(0, 8);
    ensure(words.visible().all(|span| span.underline), || "“Nơi nhận” is not underlined".into())?;
    let colon = label.part(8, 1);
    ensure(colon.visible().all(|span| !span.underline), || {
        "the colon is underlined, only the words should be".into()
    })
}

fn list(parts: &Parts) -> Result<&[Piece], String> {
    ensure(!parts.recipients.is_empty(), || "found no recipients".into())?;
    Ok(&parts.recipients)
}

fn items<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    for item in list(parts)? {
        Look::size(12.0).check(item)?;
        ensure(item.text.starts_with("- "), || format!("“{}” does not begin “- ”", item.words()))?;
    }
    Ok(())
}

fn marks<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let mark = paper.list_mark();
    let (last, others) = list(parts)?.split_last().ok_or("found no recipients")?;
    for item in others {
        ensure(item.text.ends_with(mark), || format!("“{}” does not end “{mark}”", item.words()))?;
    }
    ensure(last.text.ends_with('.'), || format!("the last, “{}”, does not end “.”", last.words()))
}

fn archive<File>(_: &Paper, _: &File, parts: &Parts) -> Outcome {
    let last = list(parts)?.last().map(Piece::words).unwrap_or_default();
    let fits = last.starts_with("- Lưu ") && !last.contains(':');
    ensure(fits, || format!("the last is “{last}”, expected “- Lưu …” without a colon"))?;
    let office = last.split([' ', ',', ';', '.']).any(|word| word == "VT");
    ensure(!office, || format!("the last is “{last}”, VT belongs to papers of the State"))
}

fn as_above<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let first = list(parts)?.first().map(Piece::words).unwrap_or_default();
    same("first recipient", &first, &format!("- Như trên{}", paper.list_mark()))
}

fn docx_level(_: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let label = needed(&parts.recipients_label, "“Nơi nhận:”")?;
    let place = |piece: &Piece| docx.line_of(piece.paragraph?);
    let (label, authority) = (place(label), place(&signature(parts)?.authority));
    ensure(label.is_some() && label == authority, || {
        format!("(table, row, line) of the label: {label:?}, of the authority: {authority:?}")
    })
}

fn pdf_level(_: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    let label = needed(&parts.recipients_label, "“Nơi nhận:”")?.lines[0];
    let authority = signature(parts)?.authority.lines[0];
    ensure(label.page == authority.page, || "the label and the authority stand on two pages".into())?;
    near("baseline of the label, against the authority", label.y, authority.y, 1.5)
}

fn code<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let code = needed(&parts.drafter_code, "drafter's code below the recipients")?;
    same("drafter's code", &code.words(), paper.drafter_code.unwrap_or_default())?;
    let size = if paper.hd36() { 8.0 } else { 11.0 };
    Look::size(size).check(code)?;
    ensure(!paper.hd36() || is_capitals(&code.text), || format!("“{}” is not in capitals", code.text))
}
