//! Printing on both sides of the sheet (05-HD/VPTW II.IV.4.2): mirrored margins, appendices on right-hand
//! pages, the empty pages before them; and the labels of a PDF's pages.

use lopdf::{Document as Pdf, Object};
use vanban::{AnyRecord, Document, Profile, Renderer, Stage};

use crate::checklist::failures;
use crate::rules::EVERY_PART;

fn two_sided(json: &str, profile: Profile) -> Document {
    let renderer = Renderer::new().with_two_sided(true).with_profile(profile);
    renderer.render(&AnyRecord::from_json(json).unwrap()).unwrap()
}

fn every_part() -> Document {
    two_sided(&crate::case("resolution_every_part"), Profile::hd05())
}

/// The first run of each page's text, its number left out; none of an empty page.
fn lefts(document: &Document) -> Vec<Option<f64>> {
    let pages = document.to_text(Stage::Pages).unwrap();
    let pages = pages.split("page ").skip(1).map(|page| {
        let lines = page
            .lines()
            .filter(|line| line.starts_with("  ") && !line.contains("#-") && !line.contains("rule"));
        let lefts = lines.filter_map(|line| line.trim().split(' ').next().unwrap().parse::<f64>().ok());
        lefts.reduce(f64::min)
    });
    pages.collect()
}

#[test]
fn the_checklist_holds_on_both_sides() {
    for (profile, name) in
        [(Profile::hd05(), "resolution_every_part"), (Profile::hd36(), "resolution_every_part_2018")]
    {
        let document = two_sided(&crate::case(name), profile);
        let paper = if name.ends_with("2018") { crate::rules::EVERY_PART_2018 } else { EVERY_PART };
        let paper = crate::checklist::paper::Paper { two_sided: true, ..paper };
        let found = failures(&paper, &document.to_docx().unwrap(), &document.to_pdf().unwrap());
        assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
    }
}

#[test]
fn even_pages_have_their_margins_mirrored() {
    let lefts = lefts(&every_part());
    // Three pages and an empty one; two pages; one.
    assert_eq!(lefts.len(), 7);
    assert_eq!(lefts[3], None);
    for page in [0, 1, 2, 4, 5, 6] {
        // The binding edge, 30 mm; on backs 15 mm.
        let edge = if page % 2 == 0 { 85.05 } else { 42.5 };
        let left = lefts[page].unwrap();
        assert!((edge - 0.01..edge + 110.0).contains(&left), "page {}: {left}", page + 1);
    }
    assert_eq!((lefts[1], lefts[5]), (Some(42.5), Some(42.5)));
}

#[test]
fn an_appendix_begins_on_a_right_hand_page() {
    let tree = every_part().to_text(Stage::Tree).unwrap();
    let sections: Vec<&str> = tree.lines().filter(|line| line.starts_with("section")).collect();
    assert_eq!(sections, ["section two-sided blank-verso", "section two-sided", "section two-sided"]);
    let docx = every_part().to_text(Stage::Docx).unwrap();
    // One section more: the empty page, which shows no number and goes on counting.
    assert_eq!(docx.matches("w:sectPr").count(), 4);
    assert_eq!(docx.matches("w:pgNumType").count(), 2);
}

#[test]
fn one_sided_papers_have_neither() {
    let document = crate::render(&crate::case("resolution_every_part"));
    assert_eq!(lefts(&document).len(), 6);
    let tree = document.to_text(Stage::Tree).unwrap();
    assert!(!tree.contains("two-sided") && !tree.contains("blank-verso"));
    let docx = crate::checklist::docx::Docx::read(&document.to_docx().unwrap()).unwrap();
    assert!(!docx.mirror_margins);
}

/// Programs mirror left and right only: a wide sheet keeps 30 mm at both of its long sides.
#[test]
fn a_wide_sheet_is_bound_at_either_long_side() {
    let mut record: serde_json::Value = serde_json::from_str(&crate::case("resolution_every_part")).unwrap();
    record["appendices"][0]["landscape"] = serde_json::json!(true);
    let wide = |document: &Document| {
        let docx = crate::checklist::docx::Docx::read(&document.to_docx().unwrap()).unwrap();
        let section = docx.sections.iter().find(|section| section.landscape).unwrap();
        [section.top, section.bottom, section.left, section.right]
    };
    // 30 mm, and 29.9: room for the paragraph after a closing row.
    assert_eq!(wide(&two_sided(&record.to_string(), Profile::hd05())), [1701, 1695, 1134, 1134]);
    assert_eq!(wide(&crate::render(&record.to_string())), [1701, 850, 1134, 1134]);
}

/// Where the ranges of page labels begin, and whether a print dialog is told of two sides.
fn labels(document: &Document) -> (Vec<i64>, bool) {
    let file = Pdf::load_mem(&document.to_pdf().unwrap()).unwrap();
    let catalog = file.catalog().unwrap();
    let labels = catalog.get(b"PageLabels").and_then(Object::as_dict).unwrap();
    let numbers = labels.get(b"Nums").and_then(Object::as_array).unwrap();
    for label in numbers.iter().skip(1).step_by(2) {
        let label = label.as_dict().unwrap();
        assert_eq!(label.get(b"S").and_then(Object::as_name).unwrap(), b"D");
        assert_eq!(label.get(b"St").and_then(Object::as_i64).unwrap(), 1);
    }
    let starts = numbers.iter().step_by(2).map(|start| start.as_i64().unwrap()).collect();
    let preferences = catalog.get(b"ViewerPreferences").and_then(Object::as_dict).unwrap();
    let duplex = preferences.get(b"Duplex").and_then(Object::as_name);
    (starts, duplex.is_ok_and(|duplex| duplex == b"DuplexFlipLongEdge"))
}

#[test]
fn pages_are_labelled_as_they_are_numbered() {
    assert_eq!(labels(&crate::render(&crate::case("resolution_every_part"))), (vec![0, 3, 5], false));
    assert_eq!(labels(&every_part()), (vec![0, 4, 6], true));
    assert_eq!(labels(&crate::render(&crate::case("resolution_long"))), (vec![0], false));
}
