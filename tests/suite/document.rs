//! A document: what it says of itself, and that writing it changes nothing.

use serde_json::Value;
use vanban::kinds::Resolution;
use vanban::{AnyRecord, Document, Record, Renderer, Stage};

fn stages(document: &Document) -> [String; 3] {
    [Stage::Tree, Stage::Pages, Stage::Docx].map(|stage| document.to_text(stage).unwrap())
}

/// Cases of which the layout finds much out: tables over pages, names and lines that give way, several sheets.
const CASES: [&str; 6] =
    ["tables", "opinion_form", "resolution_every_part", "resolution_long", "evaluation_form", "ballot_paper"];

#[test]
fn writing_changes_nothing() {
    let renderer = Renderer::new().with_two_sided(true);
    for name in CASES {
        let record = AnyRecord::from_json(&crate::case(name)).unwrap();
        let document = renderer.render(&record).unwrap();
        let (shown, docx, pdf) = (stages(&document), document.to_docx().unwrap(), document.to_pdf().unwrap());
        let clone = document.clone();
        for same in [&document, &clone, &renderer.render(&record).unwrap()] {
            assert!(same.to_docx().unwrap() == docx, "{name}");
            assert!(same.to_pdf().unwrap() == pdf, "{name}");
            assert!(stages(same) == shown, "{name}");
        }
    }
}

#[test]
fn a_document_tells_its_record() {
    for (name, json) in crate::cases() {
        let record = AnyRecord::from_json(&json).unwrap();
        let document = crate::renderer().render(&record).unwrap();
        let written: Value = serde_json::from_str(&record.to_json().unwrap()).unwrap();
        assert_eq!(document.record(), &written, "{name}");
        assert_eq!(document.record()["kind"], record.kind().name(), "{name}");
        assert_eq!(document.record()["format"], 1, "{name}");
        assert_eq!(AnyRecord::from_json(&document.record().to_string()).unwrap(), record, "{name}");
    }
}

/// A blank text is left out of the paper, and not of the record that was given.
#[test]
fn the_record_is_the_given_one() {
    let mut record = Resolution::example();
    record.outline.opening = Some(" ".into());
    let document = crate::renderer().render(&record).unwrap();
    assert_eq!(document.record(), &serde_json::to_value(&record).unwrap());
    assert_eq!(document.record()["opening"], "");
    assert!(!document.words().contains("quyết nghị:"), "{}", document.words());
}

#[test]
fn a_document_counts_the_pages_of_its_pdf() {
    let mut most = 0;
    for name in CASES {
        for two_sided in [false, true] {
            let renderer = Renderer::new().with_two_sided(two_sided);
            let document = renderer.render(&AnyRecord::from_json(&crate::case(name)).unwrap()).unwrap();
            let pdf = lopdf::Document::load_mem(&document.to_pdf().unwrap()).unwrap();
            assert_eq!(document.page_count(), pdf.get_pages().len(), "{name}");
            most = most.max(document.page_count());
        }
    }
    assert!(most > 3, "{most}");
}

#[test]
fn the_words_are_printed_a_paragraph_a_line() {
    for (name, json) in crate::cases() {
        let document = crate::render(&json);
        let words = document.words();
        // The last line of each of the tree's paragraphs that has text.
        let tree = document.to_text(Stage::Tree).unwrap();
        let paragraphs = tree.lines().filter_map(|line| {
            let (role, text) = line.trim_start().split_once(": ")?;
            let paragraph =
                role.starts_with(|c: char| c.is_ascii_uppercase()) && !text.starts_with("[picture");
            (paragraph && text.chars().any(|c| !"☐☒⏎ ".contains(c))).then_some(text)
        });
        assert_eq!(words.lines().count(), paragraphs.count(), "{name}\n{words}\n{tree}");
        let plain = |line: &str| line == line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.lines().all(plain), "{name}: {words}");
    }
    let words = crate::render(&crate::case("draft_smallest")).words();
    assert!(words.lines().any(|line| line == "NGHỊ QUYẾT"), "{words}");
}
