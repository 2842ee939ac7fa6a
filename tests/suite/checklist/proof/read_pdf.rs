//! What the PDF reader must get right before any rule is judged.

use lopdf::{Document, Object, Stream, dictionary};

use super::{samples, write_pdf};
use crate::checklist::paper::Paper;
use crate::checklist::pdf::Pdf;

/// A page of 200 x 100 pt with two fonts: F1 of one byte, F2 of two bytes.
fn read(content: &str) -> Pdf {
    let mut document = Document::with_version("1.7");
    let map = "1 beginbfchar <0003> <0020> endbfchar 3 beginbfrange <0010> <0012> <0041> \
               <0020> <0021> [<1ED0> <0066 0069>] <0030> <0030> <D835DC00> endbfrange";
    let map = document.add_object(Stream::new(dictionary! {}, map.as_bytes().to_vec()));
    let wide = dictionary! {
        "BaseFont" => "ABCDEF+LiberationSerif-BoldItalic",
        "DW" => 500,
        "W" => vec![0x10.into(), vec![600.into(), 700.into()].into(), 0x20.into(), 0x21.into(), 250.into()],
    };
    let wide = document.add_object(wide);
    let fonts = dictionary! {
        "F1" => dictionary! {
            "Subtype" => "TrueType",
            "BaseFont" => "Times-Roman",
            "FirstChar" => 32,
            "Widths" => vec![250.into(), 300.into()],
        },
        "F2" => dictionary! {
            "Subtype" => "Type0",
            "BaseFont" => "ABCDEF+LiberationSerif-BoldItalic",
            "DescendantFonts" => vec![wide.into()],
            "ToUnicode" => map,
        },
    };
    let form = dictionary! {
        "Subtype" => "Form",
        "Matrix" => vec![1.into(), 0.into(), 0.into(), 1.into(), 5.into(), 0.into()],
    };
    let form = document.add_object(Stream::new(form, b"BT /F1 10 Tf 1 0 0 rg 1 2 Td (!) Tj ET".to_vec()));
    let content = document.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
    let pages = document.new_object_id();
    let page =
        document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
    // What a page does not say, it has from the node above.
    let node = dictionary! {
        "Type" => "Pages",
        "Kids" => vec![page.into()],
        "Count" => 1,
        "MediaBox" => vec![0.into(), 0.into(), 200.into(), 100.into()],
        "Resources" => dictionary! { "Font" => fonts, "XObject" => dictionary! { "X" => form } },
    };
    document.objects.insert(pages, node.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let title = [0xfe, 0xff].into_iter().chain("Nghị".encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let info = dictionary! { "Title" => Object::String(title, lopdf::StringFormat::Literal) };
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("into memory");
    Pdf::read(&bytes, &Paper::default()).expect("a PDF")
}

/// Text, x and y of each glyph, and its size.
fn glyphs(pdf: &Pdf) -> Vec<(String, f64, f64, f64)> {
    let round = |number: f64| (number * 100.0).round() / 100.0;
    let seen = pdf.pages[0].glyphs.iter();
    seen.map(|glyph| (glyph.text.clone(), round(glyph.x0), round(glyph.y), round(glyph.size))).collect()
}

fn at(text: &str, x: f64, y: f64, size: f64) -> (String, f64, f64, f64) {
    (text.to_owned(), x, y, size)
}

#[test]
fn text_operators_move_the_pen() {
    let pdf = read(
        "BT /F1 10 Tf 12 TL 20 80 Td (!!) Tj 2 Tc 1 Tw ( !) Tj T* (!) ' 0 Tc 200 Tz 0 -10 TD (!!) Tj ET",
    );
    let expected = [
        at("!", 20.0, 80.0, 10.0),
        at("!", 23.0, 80.0, 10.0),
        // A space of 2.5 pt, and 2 + 1 pt beside it.
        at(" ", 26.0, 80.0, 10.0),
        at("!", 31.5, 80.0, 10.0),
        at("!", 20.0, 56.0, 10.0),
        at("!", 20.0, 46.0, 10.0),
        at("!", 26.0, 46.0, 10.0),
    ];
    assert_eq!(glyphs(&pdf), expected);
}

#[test]
fn matrices_nest() {
    let pdf = read(
        "q 2 0 0 2 10 10 cm BT /F1 5 Tf 1 0 0 1 3 4 Tm [(!) -1000 (!)] TJ ET Q /X Do BT /F1 8 Tf 1 1 Td (!) Tj ET",
    );
    let expected = [
        at("!", 16.0, 18.0, 10.0),
        at("!", 29.0, 18.0, 10.0),
        at("!", 6.0, 2.0, 10.0),
        at("!", 1.0, 1.0, 8.0),
    ];
    assert_eq!(glyphs(&pdf), expected);
    let colours: Vec<[f64; 3]> = pdf.pages[0].glyphs.iter().map(|glyph| glyph.colour).collect();
    assert_eq!(colours, [[0.0; 3], [0.0; 3], [1.0, 0.0, 0.0], [0.0; 3]]);
}

#[test]
fn two_byte_codes_have_widths_and_text() {
    let pdf = read("BT /F2 10 Tf 0 50 Td <00100011001200200021003000030099> Tj ET");
    let text: Vec<String> = pdf.pages[0].glyphs.iter().map(|glyph| glyph.text.clone()).collect();
    assert_eq!(text, ["A", "B", "C", "Ố", "fi", "\u{1d400}", " ", "\u{fffd}"]);
    let x: Vec<f64> = glyphs(&pdf).iter().map(|glyph| glyph.1).collect();
    assert_eq!(x, [0.0, 6.0, 13.0, 18.0, 20.5, 23.0, 28.0, 33.0]);
    let font = &pdf.fonts[0];
    assert_eq!((font.name.as_str(), font.bold, font.italic), ("LiberationSerif-BoldItalic", true, true));
    assert!(!font.embedded && font.has_unicode);
    assert_eq!(pdf.title, "Nghị");
}

#[test]
fn rules_are_strokes_and_thin_boxes() {
    let pdf = read("10 20 m 60 20 l S 10 30 50 0.5 re f 10 40 50 30 re S 10 80 50 10 re f 0 0 m 0 1 l n");
    // Two level ones, four sides of the box; the filled area and the path that is not painted are none.
    assert_eq!(pdf.pages[0].rules.len(), 6);
    assert_eq!((pdf.pages[0].rules[1].x0, pdf.pages[0].rules[1].x1), (10.0, 60.0));
}

#[test]
fn lines_part_at_columns_and_underlines_belong_to_words() {
    let pdf = read(
        "BT /F1 10 Tf 10 80 Td (!! !!) Tj 60 0.3 Td (!!) Tj -60 -20 Td [(!) -1900 (!)] TJ ET 10 78.5 m 16 78.5 l S",
    );
    let texts: Vec<&str> = pdf.layout[0].lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["!! !!", "!!", "! !"]);
    let spans: Vec<(&str, bool)> =
        pdf.layout[0].lines[0].spans.iter().map(|span| (span.text.as_str(), span.underline)).collect();
    assert_eq!(spans, [("!!", true), (" !!", false)]);
    let line = pdf.layout[0].lines[0].lines[0];
    assert!((line.y - 20.0).abs() < 0.01 && (line.x1 - 24.5).abs() < 0.01, "{line:?}");
}

#[test]
fn a_sample_is_read_as_it_was_written() {
    let sample = samples::resolution();
    let pdf = Pdf::read(&write_pdf::pdf(&sample), &sample.paper).expect("a PDF");
    assert_eq!(pdf.language, "vi-VN");
    assert!(pdf.fonts.iter().all(|font| font.embedded && font.has_unicode && font.two_bytes));
    let first: Vec<String> = pdf.layout[0].lines.iter().take(7).map(|line| line.words()).collect();
    let expected = [
        "ĐẢNG BỘ CỤC LƯU TRỮ",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "CHI BỘ PHÒNG 7-9",
        "*",
        "Số 05-NQ/CB",
        "Quảng Trị, ngày 05 tháng 02 năm 2026",
        "NGHỊ QUYẾT",
    ];
    assert_eq!(first, expected);
}
