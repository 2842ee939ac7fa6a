//! On printed stock the text stands alone, as far from where it stood as was asked for.

use vanban::profile::{Length, Margins, Offset};
use vanban::{Record, Renderer};

use super::{Certificate, Laid, WORDS};
use super::{certificate, docx, layout, letters, part, pdf, plain, render, usual};

fn offset(right: f64, down: f64) -> Offset {
    Offset { right: Length::mm(right), down: Length::mm(down) }
}

#[test]
fn each_word_stands_exactly_as_far_away() {
    let (before, after) = (pdf(&usual()), pdf(&render(layout().on_stock(offset(2.0, -1.5)), certificate())));
    // The stock has these.
    let printed = WORDS.replace("TẶNG\nGIẤY KHEN\n", "");
    assert_eq!(letters(after.glyphs.iter()), plain(&printed));
    let (right, up) = (Length::mm(2.0).to_pt(), Length::mm(1.5).to_pt());
    let line = before.glyphs.iter().find(|glyph| glyph.text == "Ặ").unwrap().y;
    let stays: Vec<_> = before.glyphs.iter().filter(|glyph| glyph.y != line && glyph.size != 40.0).collect();
    assert_eq!(stays.len(), after.glyphs.len());
    for (was, is) in stays.into_iter().zip(&after.glyphs) {
        assert_eq!(was.text, is.text);
        assert!(
            (was.x0 + right - is.x0).abs() < 0.01 && (was.y + up - is.y).abs() < 0.01,
            "{was:?}, then {is:?}"
        );
    }
}

#[test]
fn border_and_emblem_are_the_stocks_and_so_is_what_is_marked() {
    let document = render(layout().on_stock(offset(0.0, 0.0)), certificate());
    let page = pdf(&document);
    assert!(page.rules.is_empty() && page.pictures.is_empty());
    let main = part(&document, "word/document.xml");
    for gone in ["w:pgBorders", "w:drawing", "GIẤY", "TẶNG", "KHEN"] {
        assert!(!main.contains(gone), "{gone}");
    }
    assert!(!document.words().contains("GIẤY KHEN"));
    // The room stays: nothing stands elsewhere in the DOCX than its styles put it.
    let count = |document: &vanban::Document| docx(document).paragraphs.len();
    assert_eq!(count(&document), count(&usual()));
    let styles = |document: &vanban::Document| -> Vec<String> {
        docx(document).paragraphs.into_iter().map(|paragraph| paragraph.style).collect()
    };
    assert_eq!(styles(&document), styles(&usual()));
}

#[test]
fn both_files_have_the_moved_margins() {
    let sides = |document: &vanban::Document| {
        let section = docx(document).sections.remove(0);
        [section.left, section.right, section.top, section.bottom, section.header]
    };
    let (usual, moved) =
        (sides(&usual()), sides(&render(layout().on_stock(offset(2.0, -1.5)), certificate())));
    let by: Vec<i64> = usual.iter().zip(moved).map(|(usual, moved)| moved - usual).collect();
    assert_eq!(by, [113, -113, -85, 85, -85]);
}

#[test]
fn without_stock_the_bytes_are_those_of_before() {
    let (one, other) = (usual(), render(layout(), certificate()));
    assert_eq!(one.to_pdf().unwrap(), other.to_pdf().unwrap());
    assert_eq!(one.to_docx().unwrap(), other.to_docx().unwrap());
}

/// A marked paragraph of two lines keeps the room of both.
#[test]
fn a_marked_paragraph_keeps_all_of_its_lines() {
    let long = "Thưởng cho cá nhân có thành tích ".repeat(4);
    let wording =
        format!("<p style='loai_giay' stock='true'>{long}</p><p align='left'>{{{{recipient}}}}</p>");
    let set = |layout| {
        let record = Laid::new(layout, certificate());
        let renderer = Renderer::new().with_kind(record.kind().clone()).unwrap();
        let renderer = renderer.with_wording("certificate", &wording).unwrap();
        let page = pdf(&renderer.render(&record).unwrap());
        page.glyphs.iter().find(|glyph| glyph.text == "B").unwrap().y
    };
    assert_eq!(set(layout()), set(layout().on_stock(offset(0.0, 0.0))));
}

fn refused(right: f64, down: f64, name: &str) -> String {
    let certificate = Certificate { recipient: name.into(), ..certificate() };
    let record = Laid::new(layout().on_stock(offset(right, down)), certificate);
    let problems = Renderer::new().check(&record);
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_would_leave_the_sheet_is_refused_with_the_word() {
    assert_eq!(
        refused(0.0, -19.0, "Đồng chí Bùi Văn Bình"),
        "lỗi: vùng chữ ra ngoài mép trên của tờ giấy 7,1 mm; hãy giảm độ dời của phôi in sẵn [quy ước; fit.off_sheet]"
    );
    assert_eq!(
        refused(120.0, 0.0, "Đồng chí Bùi Văn Bình"),
        "lỗi: chữ “NAM” ra ngoài mép phải của tờ giấy 4,5 mm; hãy giảm độ dời của phôi in sẵn [quy ước; fit.off_sheet]"
    );
    assert_eq!(
        refused(0.0, -150.0, "Đồng chí Bùi Văn Bình"),
        "lỗi: chữ “ĐẢNG” ra ngoài mép trên của tờ giấy 108,8 mm; hãy giảm độ dời của phôi in sẵn [quy ước; fit.off_sheet]"
    );
    // Farther than anything could be moved.
    assert!(refused(1e12, -1e12, "Bình").contains("ra ngoài mép"));
    let margins = Margins {
        top: Length::mm(20.0),
        bottom: Length::mm(20.0),
        left: Length::mm(30.0),
        right: Length::mm(30.0),
    };
    let record = Laid::new(layout().margins(margins).on_stock(offset(-25.0, 0.0)), certificate());
    assert_eq!(Renderer::new().check(&record), []);
}
