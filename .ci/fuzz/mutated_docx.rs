//! Damaged DOCX that came back: their bytes, and their parts, mutated. None may panic, take more than a second, or make the
//! process hold more than 200 MB, whatever is asked of it: what it says, its record, the file without its record, and what it
//! comes to among others.
//!
//! `cargo run --release --features collect --example mutated_docx [INPUTS] [SEED] [FIRST]`

#![allow(clippy::unwrap_used, reason = "it is a test: what it cannot read ends it")]

mod damage;

use std::io::{Cursor, Read, Write};

use damage::Random;
use vanban::collect::{Returned, Returns, strip};
use vanban::kinds::{EvaluationForm, Plan, Resolution};
use vanban::{AnyRecord, Renderer};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What programs write, and what nobody does, beside what damages any text.
const PIECES: [&str; 24] = [
    "<w:sdt><w:sdtPr><w:tag w:val=\"/subject\"/></w:sdtPr><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:sdt>",
    "<w:tag w:val=\"#1\"/>",
    "<w:tag w:val=\"#99999999999999999999\"/>",
    "<w:dataBinding w:xpath=\"/v:vanban[1]/v:fields[1]/v:field[0]\"/>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "<w:tc><w:tcPr><w:gridSpan w:val=\"999999999\"/></w:tcPr>",
    "<w:p>",
    "</w:p>",
    "<w:r><w:t>28</w:t></w:r>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:ins>",
    "<w:del>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "<place at=\"/rows/99999999/self_score\" printed=\"\" open=\"true\"/>",
    "<place at=\"/session/present/x/0\" printed=\"\" open=\"true\"/>",
    "<field>x</field>",
    "xmlns:w=\"urn:other\"",
    "Target=\"../../../word/document.xml\"",
];

/// What is put into a part many thousand times.
const HEAPS: [&str; 6] = [
    "<w:p/>",
    "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
    "<w:sdt><w:sdtContent/></w:sdt>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:x>",
    "                ",
];

type Parts = Vec<(String, Vec<u8>)>;

fn files() -> Vec<Parts> {
    let renderer = Renderer::new().with_fields(true);
    let mut draft = Resolution::example();
    draft.paper.draft = Some(1);
    draft.paper.number = None;
    let mut blank = EvaluationForm::example();
    blank.rows.clear();
    let records = [
        AnyRecord::new(EvaluationForm::example()),
        AnyRecord::new(blank),
        AnyRecord::new(draft),
        AnyRecord::new(Plan::example()),
    ];
    let file = |record: &AnyRecord| parts(&renderer.render(record).unwrap().to_docx_with_data().unwrap());
    records.iter().map(file).collect()
}

fn parts(docx: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
    let part = |index: usize| {
        let mut part = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().to_owned(), bytes)
    };
    let count = ZipArchive::new(Cursor::new(docx)).unwrap().len();
    (0..count).map(part).collect()
}

fn packed(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The same file, one to three of its parts damaged.
fn damaged(parts: &Parts, random: &mut Random) -> Parts {
    let mut parts = parts.clone();
    // Most of what is read stands in three parts.
    let read = ["word/document.xml", "customXml/item1.xml", "word/_rels/document.xml.rels"];
    for _ in 0..=random.below(2) {
        let at = match random.below(4) {
            0 => random.below(parts.len()),
            at => parts.iter().position(|(name, _)| name == read[at - 1]).unwrap_or_default(),
        };
        let bytes = &mut parts[at].1;
        let gaps: Vec<usize> = (0..bytes.len()).filter(|at| b"<> ".contains(&bytes[*at])).collect();
        let gap = gaps.get(random.below(gaps.len())).copied().unwrap_or_default();
        let piece = match random.below(400) {
            0 => HEAPS[random.below(HEAPS.len())].repeat(1 + random.below(300_000)),
            below if below < 200 => PIECES[random.below(PIECES.len())].to_owned(),
            _ => {
                *bytes = random.mutated(bytes);
                continue;
            }
        };
        bytes.splice(gap..gap, piece.bytes());
    }
    parts
}

/// Everything that is asked of a file; whether it gave its record.
fn used(file: &[u8], sent: &[AnyRecord], renderer: &Renderer) -> bool {
    if let Ok(returned) = Returned::open(file) {
        returned.paragraphs().for_each(drop);
        drop((returned.tables(), returned.form_fields().count()));
    }
    if let Ok(stripped) = strip(file) {
        // The text is not looked at: what was damaged there stays so.
        assert!(Returned::open(&stripped).map_or(true, |returned| returned.record().is_none()));
    }
    let mut returns = Returns::new(renderer);
    for (place, record) in sent.iter().enumerate() {
        returns.sent_record(&format!("{place}.docx"), record.clone()).unwrap();
    }
    returns.add("0.docx", file);
    drop(returns.collect());
    let extracted = renderer.extract(file).inspect_err(|error| drop(error.to_string()));
    extracted.is_ok_and(|extracted| renderer.read(&extracted.json).is_ok())
}

fn main() {
    let (renderer, files) = (Renderer::new(), files());
    let sent = [AnyRecord::new(EvaluationForm::example())];
    let make = |input: usize, mut random: Random| {
        let parts = &files[input % files.len()];
        match input % 10 {
            0 => random.mutated(&packed(parts)),
            _ => packed(&damaged(parts, &mut random)),
        }
    };
    damage::tried("DOCX", make, |file| used(&file, &sent, &renderer));
}
