//! Layouts of one's own: a certificate has in both files what it asks for, and papers of the guidance have none of it.

mod certificate;
mod refused;
mod shown;
mod stock;

use vanban::kinds::TypedRecord;
use vanban::profile::FreeLayout;
use vanban::{Document, Renderer, Stage};

use crate::checklist::docx::Docx;
use crate::checklist::paper::Paper;
use crate::checklist::pdf::{Glyph, Page, Pdf};
use certificate::{Certificate, Laid, certificate, kind, layout};

const WORDS: &str = "ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG BỘ TỈNH BÌNH GIANG
ĐẢNG ỦY PHƯỜNG BÌNH AN
TẶNG
GIẤY KHEN
Đồng chí Bùi Văn Bình
Bí thư Chi bộ Khu phố 2
Đã có thành tích xuất sắc trong học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2026
Quyết định số 21-QĐ/ĐU, ngày 10/6/2026
Số sổ vàng: 21
Bình An, ngày 12 tháng 6 năm 2026
T/M BAN THƯỜNG VỤ
BÍ THƯ
Nguyễn Văn Tâm";

fn render(layout: FreeLayout, certificate: Certificate) -> Document {
    let record = Laid::new(layout, certificate);
    Renderer::new().render(&record).unwrap_or_else(|error| panic!("{error}"))
}

fn usual() -> Document {
    render(layout(), certificate())
}

fn pdf(document: &Document) -> Page {
    let mut pdf = Pdf::read(&document.to_pdf().unwrap(), &Paper::default()).unwrap();
    assert_eq!(pdf.pages.len(), 1);
    pdf.pages.remove(0)
}

fn docx(document: &Document) -> Docx {
    Docx::read(&document.to_docx().unwrap()).unwrap()
}

/// The letters that some glyphs are, without spaces.
fn letters<'a>(glyphs: impl Iterator<Item = &'a Glyph>) -> String {
    glyphs.map(|glyph| glyph.text.trim()).collect()
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The main part of the DOCX, as text.
fn part(document: &Document, name: &str) -> String {
    let bytes = std::io::Cursor::new(document.to_docx().unwrap());
    let mut archive = zip::ZipArchive::new(bytes).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn both_files_have_its_words_in_order_on_one_page() {
    let document = usual();
    assert_eq!(document.words(), WORDS);
    assert_eq!(document.warnings(), []);
    assert_eq!(letters(pdf(&document).glyphs.iter()), plain(WORDS));
    let docx = docx(&document);
    let said: Vec<&str> = docx.paragraphs.iter().map(|paragraph| paragraph.text.trim()).collect();
    let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
    assert_eq!(said.join("\n").replace('\u{a0}', " "), WORDS);
    // Nothing hangs behind the type's name where there is no abstract.
    assert_eq!(
        (docx.title.as_str(), document.file_name()),
        ("Giấy khen", "giay-khen-2026-06-12-dang-uy-phuong-binh-an")
    );
    let page = docx.sections.first().unwrap();
    assert_eq!((page.width, page.height, page.landscape), (16838, 11906, true));
}

#[test]
fn sizes_and_colours_are_those_of_the_styles() {
    let document = usual();
    let page = pdf(&document);
    let red = |glyph: &&Glyph| glyph.colour == [1.0, 0.0, 0.0];
    let black = |glyph: &&Glyph| glyph.colour == [0.0; 3];
    assert_eq!(letters(page.glyphs.iter().filter(red)), "GIẤYKHEN");
    assert!(page.glyphs.iter().all(|glyph| red(&glyph) || black(&glyph)));
    let of_size = |size: f64| letters(page.glyphs.iter().filter(|glyph| (glyph.size - size).abs() < 0.01));
    assert_eq!(of_size(40.0), "GIẤYKHEN");
    assert_eq!(of_size(24.0), "ĐồngchíBùiVănBình");
    assert!(of_size(16.0).starts_with("Đãcóthànhtích"));
    let docx = docx(&document);
    let look = |text: &str| {
        let paragraph = docx.paragraphs.iter().find(|paragraph| paragraph.text.contains(text)).unwrap();
        (paragraph.style.clone(), paragraph.runs[0].look.clone())
    };
    let (style, title) = look("GIẤY");
    assert_eq!(
        (style.as_str(), title.size, title.colour.as_deref()),
        ("VB Kiểu loai_giay", Some(80), Some("FF0000"))
    );
    let (_, name) = look("Bình");
    assert_eq!((name.size, name.bold, name.colour), (Some(48), Some(true), None));
    let styles = part(&document, "word/styles.xml");
    assert_eq!(styles.matches("w:color").count(), 4);
    for name in ["VB Kiểu loai_giay", "VB Kiểu nguoi_nhan", "VB Kiểu loai_giay trái", "VB Đoạn giữa"]
    {
        assert!(styles.contains(&format!("w:val=\"{name}\"")), "{name}");
    }
}

#[test]
fn the_emblem_is_centred_above_and_as_high_as_it_should_be() {
    let document = usual();
    let page = pdf(&document);
    let [picture] = page.pictures.as_slice() else { panic!("{} pictures", page.pictures.len()) };
    assert!(((picture.y1 - picture.y0) - 18.0 / 25.4 * 72.0).abs() < 0.05);
    assert!(((picture.x0 + picture.x1) / 2.0 - page.width / 2.0).abs() < 0.1);
    assert!(page.glyphs.iter().all(|glyph| glyph.y < picture.y0));
    let docx = docx(&document);
    let pictures: Vec<i64> = docx
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.pictures)
        .map(|picture| picture.height)
        .collect();
    assert!((pictures[0] - 18 * 36_000).abs() < 1000, "{pictures:?}");
    assert!(part(&document, "word/document.xml").contains("descr=\"Biểu trưng Đảng bộ phường\""));
}

/// A border in one file only, or in each at another place, would be the worst of it.
#[test]
fn the_border_is_the_same_in_both_files_and_nothing_crosses_it() {
    let document = usual();
    let page = pdf(&document);
    let edges = |lines: f64| 28.0 + lines * 0.75;
    let (outer, inner) = (edges(0.5), edges(2.5));
    // The sides of two rectangles, from the sheet's edges.
    assert_eq!(page.rules.len(), 8);
    for rule in &page.rules {
        let inset = [rule.x0, page.width - rule.x1, rule.y0, page.height - rule.y1];
        let near = |at: f64| inset.iter().filter(|inset| (**inset - at).abs() < 0.01).count();
        assert!(near(outer) == 3 || near(inner) == 3, "{rule:?}");
    }
    for glyph in &page.glyphs {
        assert!(glyph.x0 > inner && glyph.x1 < page.width - inner && glyph.y > inner + 4.0);
    }
    let borders = part(&document, "word/document.xml");
    assert_eq!(borders.matches("w:offsetFrom=\"page\"").count(), 1);
    for side in ["top", "left", "bottom", "right"] {
        let line = format!("<w:{side} w:val=\"double\" w:sz=\"6\" w:space=\"28\" w:color=\"000000\"/>");
        assert!(borders.contains(&line), "{side}");
    }
    assert!(document.to_text(Stage::Pages).unwrap().contains("  frame 28.38 x 0.75\n  frame 29.88 x 0.75\n"));
}

#[cfg(feature = "svg")]
#[test]
fn the_picture_of_its_page_has_border_and_colour() {
    let page = usual().to_svg(0).unwrap();
    assert!(page.contains("<path d=\"M28.38 28.38H"));
    // The letters and their text.
    assert_eq!(page.matches("fill=\"#f00\"").count(), 3, "{page}");
    assert!(!usual_paper().to_svg(0).unwrap().contains("#f00"));
}

/// A paper of the guidance.
fn usual_paper() -> Document {
    crate::render(&crate::case("resolution_numbered"))
}

#[test]
fn a_long_name_takes_two_even_lines_and_is_broken_between_words() {
    let name = "Chi bộ Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Bình An";
    let long = Certificate {
        recipient: name.into(), unit: "Đảng bộ phường Bình An".into(), ..certificate()
    };
    let document = render(layout(), long);
    assert_eq!((document.page_count(), document.warnings()), (1, [].as_slice()));
    let page = pdf(&document);
    let lines: Vec<String> = page
        .glyphs
        .chunk_by(|glyph, next| glyph.y == next.y)
        .filter(|line| (line[0].size - 24.0).abs() < 0.01)
        .map(|line| line.iter().map(|glyph| glyph.text.as_str()).collect())
        .collect();
    assert_eq!(lines, ["Chi bộ Trung tâm Giáo dục nghề nghiệp -", "Giáo dục thường xuyên Bình An"]);
}

#[test]
fn data_never_becomes_markup() {
    let name = "Công ty A & B <“Bình An”> {{x}}";
    let document = render(layout(), Certificate { recipient: name.into(), ..certificate() });
    assert!(document.words().contains(name));
    assert!(letters(pdf(&document).glyphs.iter()).contains(&plain(name)));
}

/// What the last line beside it says stands level with the signer's name.
#[test]
fn what_stands_beside_the_signature_ends_with_it() {
    let page = pdf(&usual());
    let line = |text: &str| {
        let lines: Vec<&[Glyph]> =
            page.glyphs.chunk_by(|one, next| one.y == next.y && next.x0 >= one.x0).collect();
        let line = lines.iter().find(|line| letters(line.iter()).starts_with(text)).unwrap();
        (line[0].x0, line[0].y)
    };
    let (number, name) = (line("Sốsổvàng"), line("NguyễnVănTâm"));
    assert!(number.0 < page.width / 2.0 && name.0 > page.width / 2.0);
    assert!((number.1 - name.1).abs() < 0.1);
}

/// Kinds of a caller share one name, and each has its own layout.
#[test]
fn a_wording_is_read_with_the_layout_of_its_kind() {
    let renderer = Renderer::new();
    let red = renderer.render(&Laid::new(layout(), certificate())).unwrap();
    let mut other = layout();
    other.styles.reverse();
    let reversed = renderer.render(&Laid::new(other, certificate())).unwrap();
    let sizes = |document: &Document| letters(pdf(document).glyphs.iter().filter(|glyph| glyph.size > 39.0));
    assert_eq!((sizes(&red), sizes(&reversed)), ("GIẤYKHEN".to_owned(), "GIẤYKHEN".to_owned()));
    let again = renderer.render(&Laid::new(layout(), certificate())).unwrap();
    assert_eq!(again.to_docx().unwrap(), red.to_docx().unwrap());
    assert_eq!(renderer.render(&certificate()).unwrap().to_pdf().unwrap(), red.to_pdf().unwrap());
    assert_eq!(Certificate::typed_kind().free_layout(), Some(&layout()));
}
