//! The words of both files are the words of the tree, in its order.

use crate::checklist::docx::Docx;

#[test]
fn the_words_of_the_docx_are_the_trees() {
    for (name, json) in crate::cases() {
        let document = crate::render(&json);
        let docx = Docx::read(&document.to_docx().unwrap()).unwrap();
        let head = docx.sections[0].headers.get("first").into_iter().flatten();
        let text: Vec<String> =
            head.chain(&docx.paragraphs).map(|paragraph| paragraph.text.clone()).collect();
        // A box is a letter in the DOCX and no word.
        let text = text.join(" ").replace(['☐', '☒'], " ");
        let all = words(&document.words());
        assert_eq!(words(&text), all, "{name}");
        // What stands in brackets stands in one pair; no mark is printed twice.
        let printed = all.join(" ");
        for twice in [") (", ". .", "..", ";;", ",,", " ,", "Đ/c"] {
            assert!(!printed.contains(twice), "{name}: “{twice}” in {printed}");
        }
    }
}

#[test]
fn the_words_of_the_pdf_are_the_trees() {
    for (name, json) in crate::cases() {
        let document = crate::render(&json);
        assert_eq!(words(&pdf_text(&document.to_pdf().unwrap())), words(&document.words()), "{name}");
    }
}

/// Letters beyond what every file shares are embedded with the file that uses them, among the others.
#[test]
fn a_rare_letter_is_in_the_pdf_as_well() {
    let json = crate::case("five_levels");
    let with = |text: &str| json.replacen("Đoạn văn ở cấp một", text, 1);
    let fonts = |json: &str| {
        let bytes = crate::render(json).to_pdf().unwrap();
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        let page = file.get_pages()[&1];
        (file.get_page_fonts(page).unwrap().len(), words(&pdf_text(&bytes)))
    };
    let rare = with("Điện trở 5Ω và 7 µF của ŁódźЖ đo");
    let (usual, _) = fonts(&json);
    let (more, printed) = fonts(&rare);
    assert_eq!(more, usual + 1);
    for word in ["5Ω", "µF", "ŁódźЖ"] {
        assert!(printed.iter().any(|printed| printed == word), "{word}: {printed:?}");
    }
    assert_eq!(printed, words(&crate::render(&rare).words()));
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// What a reader copies out of the file, in the order of its content: what is no part of the text left out.
pub(crate) fn pdf_text(bytes: &[u8]) -> String {
    let pdf = crate::checklist::pdf::Pdf::read(bytes, &crate::checklist::paper::Paper::RESOLUTION).unwrap();
    let mut text = String::new();
    let mut last: Option<(usize, f64, f64)> = None;
    for (index, page) in pdf.pages.iter().enumerate() {
        for glyph in page.glyphs.iter().filter(|glyph| !glyph.artifact) {
            let same = last.is_some_and(|(page, y, end)| {
                page == index && (y - glyph.y).abs() < 0.5 && (glyph.x0 - end).abs() < 1.0
            });
            if !same {
                text.push(' ');
            }
            text.push_str(&glyph.text);
            last = Some((index, glyph.y, glyph.x1));
        }
    }
    text
}
