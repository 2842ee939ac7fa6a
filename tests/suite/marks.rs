//! Letters that exist only as letter and mark: one glyph in the PDF, one piece of a word; what a face cannot
//! place is told.

use serde_json::{Value, json};
use vanban::fonts::FaceId;
use vanban::{AnyRecord, Fonts};

use crate::checklist::paper::Paper;
use crate::checklist::pdf::Pdf;

fn record() -> Value {
    serde_json::from_str(&crate::case("report_marks")).unwrap()
}

fn problems(record: &Value) -> Vec<String> {
    let record = AnyRecord::from_json(&record.to_string()).unwrap();
    crate::renderer().check(&record).iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_placed_is_no_problem() {
    assert_eq!(problems(&record()), [] as [&str; 0]);
}

#[test]
fn marks_that_no_face_places_are_told_with_their_letters() {
    let mut record = record();
    record["issuer"]["name"] = json!("Chi bộ buôn đ\u{327}ế\u{306}");
    record["sections"][0]["paragraphs"][0] = json!("Mục x\u{336} và đ\u{327}, đ\u{327}.");
    let text = "phông chữ không đặt đúng chỗ được dấu của";
    let end = "hãy xem lại bản in hoặc viết cách khác [quy ước; text.mark_misplaced]";
    assert_eq!(
        problems(&record),
        [
            format!("cảnh báo: issuer.name (tên cơ quan ban hành): {text} đ\u{327}, ế\u{306}; {end}"),
            format!("cảnh báo: sections[0].paragraphs[0] (các đoạn văn): {text} x\u{336}, đ\u{327}; {end}"),
        ]
    );
}

#[test]
fn a_mark_without_a_letter_is_told() {
    let mut record = record();
    record["sections"][0]["paragraphs"] =
        json!(["\u{306}Buôn Kmrơ \u{306}ng dự họp.", "Dấu \u{306}\u{323} ở đây."]);
    let end = "đứng riêng, trước nó không có chữ; hãy ghi liền sau chữ mang dấu hoặc bỏ dấu ấy \
               [quy ước; text.mark_alone]";
    assert_eq!(
        problems(&record),
        [
            format!("cảnh báo: sections[0].paragraphs[0] (các đoạn văn): dấu ◌\u{306} (U+0306) {end}"),
            // In the order of Unicode's normal form.
            format!(
                "cảnh báo: sections[0].paragraphs[1] (các đoạn văn): dấu ◌\u{323} (U+0323), ◌\u{306} (U+0306) {end}"
            ),
        ]
    );
}

/// Every letter with its marks is one glyph, as wide as the letter, and says both.
#[test]
fn a_letter_and_its_mark_are_one_glyph() {
    let document = crate::render(&crate::case("report_marks"));
    let pdf = Pdf::read(&document.to_pdf().unwrap(), &Paper::RESOLUTION).unwrap();
    let fonts = Fonts::liberation_serif();
    let glyphs: Vec<_> = pdf.pages.iter().flat_map(|page| &page.glyphs).collect();
    for (letter, cluster) in
        [("ơ", "ơ\u{306}"), ("ê", "ê\u{306}"), ("Ư", "Ư\u{306}"), ("x", "x\u{301}"), ("n", "n\u{302}\u{301}")]
    {
        let glyph = glyphs.iter().find(|glyph| glyph.text == cluster);
        let glyph = glyph.unwrap_or_else(|| panic!("no glyph says {cluster}"));
        let font = &pdf.fonts[glyph.font];
        let width = fonts.width(letter, FaceId::of(font.bold, font.italic), glyph.size);
        assert!((glyph.x1 - glyph.x0 - width).abs() < 0.05, "{cluster}");
    }
    assert!(!glyphs.iter().any(|glyph| glyph.text.starts_with('\u{306}')));
}
