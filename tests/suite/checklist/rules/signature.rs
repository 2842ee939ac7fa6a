//! Rules 57, 59, 65 to 68: how the signature looks, and the room for it.

use super::signer::{names, signature, signatures};
use super::{Outcome, Rule, ensure, near, needed, rule};
use crate::checklist::docx::{Docx, Paragraph};
use crate::checklist::paper::Paper;
use crate::checklist::parts::{Parts, Signature};
use crate::checklist::pdf::{Pdf, Picture};
use crate::checklist::piece::{Look, Piece};
use crate::checklist::words::is_capitals;

pub const RULES: &[Rule] = &[
    rule(57, "quyền hạn ký", "HD05 PL2.7", signed, Some(authority), Some(authority)),
    rule(59, "chức vụ không đậm", "HD05 PL2.7", signed, Some(position), Some(position)),
    rule(65, "hai người ký biên bản", "HD05 I.7.1.4e", minutes, Some(docx_two), Some(pdf_two)),
    rule(66, "chỗ ký ít nhất 25 mm, trên một trang", "CONV", named, Some(docx_room), Some(pdf_room)),
    rule(67, "ảnh chữ ký", "HD05 I.7.2.2", |paper| paper.signature_image, Some(docx_image), Some(pdf_image)),
    rule(68, "chi bộ không có dấu", "HD05 I.8.1.2", of_a_cell, Some(docx_seal), Some(pdf_seal)),
];

/// 25 mm in twips and points.
const ROOM: i64 = 1417;
const ROOM_POINTS: f64 = 70.85;
/// From the baseline to the top of a capital, as a share of the size.
const CAPITAL: f64 = 0.66;
/// English metric units in a twip.
const EMU: i64 = 635;

fn signed(paper: &Paper) -> bool {
    paper.has_signature
}

fn named(paper: &Paper) -> bool {
    paper.has_signature && paper.has_name
}

fn minutes(paper: &Paper) -> bool {
    paper.has_signature && paper.is_minutes()
}

fn of_a_cell(paper: &Paper) -> bool {
    paper.has_signature && paper.issuer.starts_with("CHI BỘ")
}

fn authority<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    let right = signature(parts)?;
    ensure(right.authority.middle() > paper.axis(), || {
        "the authority does not stand in the right half".into()
    })?;
    for block in signatures(parts)? {
        let authority = &block.authority;
        ensure(is_capitals(&authority.text), || format!("“{}” is not in capitals", authority.words()))?;
        Look::size(14.0).bold().check(authority)?;
        let lines = std::iter::once(authority).chain(&block.position).chain(&block.name);
        let axis = authority.centre.ok_or_else(|| format!("“{}” is not centred", authority.words()))?;
        lines.into_iter().try_for_each(|line| super::centred(line, axis, 2.0))?;
        let mark = authority.text.split(' ').next().unwrap_or_default();
        let slash = mark.contains('/') || mark.ends_with('.');
        let known = ["T/M", "K/T", "T/L", "Q."].contains(&mark);
        ensure(known || !slash, || {
            format!("found “{}”, expected T/M, K/T, T/L, Q. or a position", authority.words())
        })?;
    }
    Ok(())
}

fn position<File>(paper: &Paper, _: &File, parts: &Parts) -> Outcome {
    for block in signatures(parts)? {
        let Some(position) = &block.position else { continue };
        // Both lines are bold in joint papers, and round "kiêm".
        if paper.joint || position.text.contains("kiêm") {
            continue;
        }
        Look::size(14.0).check(position)?;
        ensure(is_capitals(&position.text), || format!("“{}” is not in capitals", position.words()))?;
    }
    Ok(())
}

fn two(parts: &Parts) -> Result<(&Signature, &Signature), String> {
    let right = signature(parts)?;
    let left = parts.left_signature.as_ref().ok_or("found no signature in the left column")?;
    let is_one = |block: &Signature, words: &[&str]| words.contains(&block.authority.words().as_str());
    let recorder = is_one(left, &["NGƯỜI GHI BIÊN BẢN", "T/M ĐOÀN THƯ KÝ"]);
    ensure(recorder, || format!("left: found “{}”, expected NGƯỜI GHI BIÊN BẢN", left.authority.words()))?;
    let chair = is_one(right, &["CHỦ TRÌ HỘI NGHỊ", "T/M ĐOÀN CHỦ TỊCH", "T/M ĐOÀN THƯ KÝ"]);
    ensure(chair, || format!("right: found “{}”, expected CHỦ TRÌ HỘI NGHỊ", right.authority.words()))?;
    Look::size(14.0).bold().check(&left.authority)?;
    Look::size(14.0).bold().check(&right.authority)?;
    Ok((left, right))
}

fn row(docx: &Docx, piece: &Piece) -> Option<(usize, usize)> {
    let cell = docx.paragraphs.get(piece.paragraph?)?.cell()?;
    Some((cell.table(), cell.row))
}

fn docx_two(_: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let (left, right) = two(parts)?;
    let level = row(docx, &left.authority) == row(docx, &right.authority);
    ensure(level, || "the two signatures do not stand in one row".into())
}

fn pdf_two(_: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    let (left, right) = two(parts)?;
    near("baselines of the two signatures", left.authority.lines[0].y, right.authority.lines[0].y, 1.5)
}

/// The height that an empty paragraph takes; pictures count with theirs.
fn height(paragraph: &Paragraph) -> i64 {
    let look = &paragraph.look;
    let line = match look.line_rule.as_deref() {
        Some("exact" | "atLeast") => look.line.unwrap_or(240),
        // Single spacing of 14 pt Times.
        _ => look.line.unwrap_or(240) * 322 / 240,
    };
    let pictures = paragraph.pictures.iter().map(|picture| picture.height / EMU).max().unwrap_or(0);
    line.max(pictures) + look.before.unwrap_or(0) + look.after.unwrap_or(0)
}

fn docx_room(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    for block in names(paper, parts)? {
        let above = block.position.as_ref().unwrap_or(&block.authority);
        let name = needed(&block.name, "name of the signer")?;
        let (Some(from), Some(to)) = (above.paragraph, name.paragraph) else { continue };
        let start = &docx.paragraphs[from];
        let column = |paragraph: &Paragraph| paragraph.cell().map(|cell| (cell.table(), cell.column));
        let inner = &docx.paragraphs[from + 1..to];
        let between = inner.iter().filter(|paragraph| column(paragraph) == column(start));
        let room: i64 = start.look.after.unwrap_or(0)
            + between.map(height).sum::<i64>()
            + docx.paragraphs[to].look.before.unwrap_or(0);
        ensure(room >= ROOM, || format!("above “{}”: found {room} twips, expected {ROOM}", name.words()))?;
        if let Some(cell) = start.cell() {
            let whole = docx.tables[cell.table()].rows[cell.row].cant_split;
            ensure(whole, || "the row of the signature may split over two pages".into())?;
        }
    }
    Ok(())
}

fn pdf_room(paper: &Paper, _: &Pdf, parts: &Parts) -> Outcome {
    for block in names(paper, parts)? {
        let above = block.position.as_ref().unwrap_or(&block.authority);
        let name = needed(&block.name, "name of the signer")?;
        let (Some(from), Some(to)) = (above.lines.last(), name.lines.first()) else { continue };
        let lines = block.authority.lines.iter().chain(&name.lines).chain(&above.lines);
        let one_page = lines.clone().all(|line| line.page == to.page);
        ensure(one_page, || "the signature stands on two pages".into())?;
        let room = to.y - from.y - CAPITAL * 14.0;
        ensure(room >= ROOM_POINTS, || {
            format!("above “{}”: found {room:.1} pt, expected 70.9", name.words())
        })?;
    }
    Ok(())
}

fn is_png_with_alpha(bytes: &[u8]) -> bool {
    let colour_type = bytes.get(25).copied().unwrap_or(0);
    let transparent = [4, 6].contains(&colour_type) || bytes.windows(4).any(|chunk| chunk == b"tRNS");
    bytes.starts_with(b"\x89PNG\r\n\x1a\n") && transparent
}

/// The paragraphs between the authority and the name.
fn block<'a>(docx: &'a Docx, parts: &'a Parts) -> Result<Vec<&'a Paragraph>, String> {
    let signature = signature(parts)?;
    let from = signature.authority.paragraph.unwrap_or(0);
    let table = docx.paragraphs[from].cell().map(|cell| cell.table());
    Ok(docx.paragraphs.iter().filter(|one| table.is_some_and(|table| one.in_table(table))).collect())
}

fn docx_image(_: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let signature = signature(parts)?;
    let from = signature.position.as_ref().unwrap_or(&signature.authority).paragraph.unwrap_or(0);
    let to = needed(&signature.name, "name of the signer")?.paragraph.unwrap_or(from);
    let between = docx.paragraphs[from..to].iter().find(|paragraph| !paragraph.pictures.is_empty());
    let holder = between.ok_or("found no picture between the position and the name")?;
    let centred = holder.look.align.as_deref() == Some("center");
    ensure(centred, || "the signature's picture is not centred".into())?;
    let bytes = docx.pictures.get(&holder.pictures[0].relation).ok_or("the picture has no file")?;
    ensure(is_png_with_alpha(bytes), || "the signature's picture is no PNG with transparency".into())
}

fn pdf_image(_: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let signature = signature(parts)?;
    let name = needed(&signature.name, "name of the signer")?;
    let above = signature.position.as_ref().unwrap_or(&signature.authority);
    let page = pdf.layout.get(name.lines[0].page).ok_or("no page")?;
    let (top, bottom) = (above.lines[0].y, name.lines[0].y);
    let between = |picture: &&Picture| picture.y0 >= top - 6.0 && picture.y1 <= bottom + 6.0;
    let picture =
        page.pictures.iter().find(between).ok_or("found no picture between the position and the name")?;
    ensure(picture.transparent, || "the signature's picture is not transparent".into())?;
    near("middle of the signature's picture", (picture.x0 + picture.x1) / 2.0, name.middle(), 3.0)
}

/// No word and no second picture keeps room for a seal.
fn no_seal(parts: &Parts, paper: &Paper, pictures: usize) -> Outcome {
    let signature = signature(parts)?;
    let lines = std::iter::once(&signature.authority).chain(&signature.position).chain(&signature.name);
    let sealed = lines.into_iter().find(|line| line.text.to_lowercase().contains("dấu"));
    ensure(sealed.is_none(), || "the signature speaks of a seal".into())?;
    let allowed = usize::from(paper.signature_image);
    ensure(pictures <= allowed, || format!("found {pictures} pictures in the signature, expected {allowed}"))
}

fn docx_seal(paper: &Paper, docx: &Docx, parts: &Parts) -> Outcome {
    let pictures = block(docx, parts)?.iter().map(|paragraph| paragraph.pictures.len()).sum();
    no_seal(parts, paper, pictures)
}

fn pdf_seal(paper: &Paper, pdf: &Pdf, parts: &Parts) -> Outcome {
    let place = signature(parts)?.authority.lines[0];
    let page = pdf.layout.get(place.page).ok_or("no page")?;
    let below = page.pictures.iter().filter(|picture| picture.y1 > place.y);
    no_seal(parts, paper, below.count())
}
