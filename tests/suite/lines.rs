//! Lines break where both LibreOffices break them, and the DOCX holds them only where it must.

use std::io::Read;

use vanban::kinds::Resolution;
use vanban::parts::Section;
use vanban::{Document, Stage, Text};

use crate::renderer;

fn made(paragraphs: &[&str], draft: bool) -> Document {
    let paragraphs = paragraphs.iter().map(|&text| Text::from(text)).collect();
    let mut record = Resolution::example();
    record.outline.sections =
        vec![Section { heading: Some("Kết quả".into()), paragraphs, ..Section::default() }];
    if draft {
        (record.paper.draft, record.paper.number) = (Some(1), None);
    }
    renderer().render(&record).unwrap()
}

/// The laid-out runs that end with a text.
fn ends(document: &Document, text: &str) -> usize {
    document.to_text(Stage::Pages).unwrap().lines().filter(|line| line.ends_with(text)).count()
}

fn part(document: &Document) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(document.to_docx().unwrap())).unwrap();
    let mut part = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut part).unwrap();
    part
}

/// What a reader that looks for `w:t` alone makes of a part.
fn words(part: &str) -> String {
    part.split("<w:t")
        .skip(1)
        .filter_map(|piece| piece.split_once('>')?.1.split_once("</w:t>"))
        .map(|(text, _)| text)
        .collect()
}

#[test]
fn figures_with_a_dash_stay_in_one_piece() {
    for dash in ['–', '—'] {
        let text = |before: &str| {
            format!(
                "Đảng bộ xã tiếp tục thực hiện chương trình hành động của nhiệm kỳ {before}2025{dash}2030 gắn với nhiệm vụ."
            )
        };
        let document = made(&[&text(""), &text("từ ")], false);
        assert_eq!(document.to_text(Stage::Pages).unwrap().matches(&format!("2025{dash}2030")).count(), 2);
        let part = part(&document);
        // What holds the line is no part of the text, and stands where no reader stumbles: in a run of its own.
        let (own, count) =
            ("<w:r><w:instrText>\u{feff}</w:instrText></w:r>", part.matches('\u{feff}').count());
        assert_eq!((part.matches(own).count(), part.matches("w:sym").count()), (count, 0));
        assert!(count > 0);
        assert_eq!(words(&part).matches(&format!("2025{dash}2030")).count(), 2);
    }
}

#[test]
fn a_line_breaks_after_a_mark_inside_a_word() {
    for mark in ['?', '!', '…', '–', '|', '—'] {
        let mut broken = 0;
        for letters in 0..8 {
            let text = format!(
                "Các đồng chí dự họp trao đổi, thảo luận thẳng thắn {} vấn đề là có/không{mark}Nếu rồi biểu quyết.",
                "i".repeat(letters)
            );
            let document = made(&[&text], false);
            broken += ends(&document, &format!("có/không{mark}"));
            let part = part(&document);
            assert!(part.contains(&format!("có/không{mark}Nếu")) && !part.contains('\u{feff}'), "{mark}");
        }
        assert!(broken > 0, "{mark}");
    }
}

#[test]
fn an_issued_paper_has_plain_hyphens_where_no_line_could_break() {
    let near = "Chi bộ Phòng 7-9 thực hiện Kết luận số 21-KL/TW, ngày 25/10/2021 của Bộ Chính trị.";
    let plain = made(&[near], false);
    let held = part(&plain).matches("<w:noBreakHyphen/>").count();
    assert!(part(&plain).contains("7-9") && part(&plain).contains("21-KL/TW"));
    // All of those that are left are at the end of a line.
    let tree = plain.to_text(Stage::Tree).unwrap();
    let places: usize = tree
        .lines()
        .filter_map(|line| line.split_once(" held "))
        .map(|(_, rest)| rest.split(':').next().map_or(0, |list| list.split(',').count()))
        .sum();
    assert_eq!(held, places, "{tree}");
    assert!(part(&made(&[near], true)).matches("<w:noBreakHyphen/>").count() > held + 1);
}

#[test]
fn a_hyphen_at_which_a_line_could_break_is_held() {
    let mut held = 0;
    for letters in 0..30 {
        let text = format!(
            "Chi bộ thống nhất thực hiện Kết luận số 21-KL/TW{} và các nội dung của chương trình 05-CTr/ĐU-TW hằng năm",
            "n".repeat(letters)
        );
        let document = made(&[&text], false);
        // No line ends with the hyphen.
        assert_eq!(ends(&document, "05-") + ends(&document, "05-CTr/ĐU-"), 0);
        let part = part(&document);
        if part.contains("05</w:t><w:noBreakHyphen/>") {
            held += 1;
        } else {
            assert!(part.contains("05-CTr/ĐU-TW"));
        }
    }
    assert!(held > 0 && held < 25, "{held}");
}

#[test]
fn a_right_to_left_letter_is_an_error_at_its_path() {
    let mut record = Resolution::example();
    record.outline.sections[0].heading = None;
    record.outline.sections[0].paragraphs = vec!["Chữ א và ב, א.".into()];
    let problems = renderer().check(&record);
    let found: Vec<String> =
        problems.iter().map(ToString::to_string).filter(|p| p.contains("right_to_left")).collect();
    assert_eq!(
        found,
        [
            "lỗi: sections[0].paragraphs[0] (các đoạn văn): có chữ viết từ phải sang trái: א (U+05D0), ב (U+05D1); văn bản chỉ in \
          chữ viết từ trái sang phải, hãy phiên âm hoặc bỏ đi [quy ước; text.right_to_left]"
        ]
    );
}
