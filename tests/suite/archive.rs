//! What makes the PDF fit for an archive and for a reader that speaks it: tags, outline, metadata.
//! veraPDF judges the whole in `.ci/`; these hold what it rests on.

use lopdf::{Dictionary, Document, Object, ObjectId};
use vanban::Stage;

fn pdf(name: &str) -> Document {
    Document::load_mem(&crate::render(&crate::case(name)).to_pdf().unwrap()).unwrap()
}

pub(crate) fn dictionary<'a>(file: &'a Document, object: &'a Object) -> &'a Dictionary {
    file.dereference(object).unwrap().1.as_dict().unwrap()
}

pub(crate) fn text(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

/// The tree below an element: tags, and how many marked pieces each holds.
pub(crate) fn tags(
    file: &Document,
    element: &Object,
    found: &mut Vec<String>,
    pieces: &mut Vec<(ObjectId, i64)>,
) {
    let element = dictionary(file, element);
    if let Ok(number) = element.get(b"MCID") {
        pieces.push((element.get(b"Pg").unwrap().as_reference().unwrap(), number.as_i64().unwrap()));
        return;
    }
    found.push(String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap());
    for child in element.get(b"K").unwrap().as_array().unwrap() {
        match child {
            Object::Integer(number) => {
                pieces.push((element.get(b"Pg").unwrap().as_reference().unwrap(), *number));
            }
            child => tags(file, child, found, pieces),
        }
    }
}

#[test]
fn every_marked_piece_is_in_the_tree_once_and_in_reading_order() {
    let found = marked_pieces("resolution_every_part");
    for tag in ["Document", "H1", "H2", "H3", "L", "LI", "LBody", "Div", "P"] {
        assert!(found.iter().any(|found| found == tag), "no {tag}");
    }
    assert_eq!(found.iter().filter(|tag| *tag == "H1").count(), 1);
    let figures = marked_pieces("joint_images").iter().filter(|tag| *tag == "Figure").count();
    assert_eq!(figures, 4);
}

/// The tags of a paper, whose tree holds every marked piece once and in the order of the pages.
fn marked_pieces(name: &str) -> Vec<String> {
    let file = pdf(name);
    let root = dictionary(&file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let (mut found, mut pieces) = (Vec::new(), Vec::new());
    tags(&file, root.get(b"K").unwrap(), &mut found, &mut pieces);
    let mut marked = Vec::new();
    for page in file.get_pages().into_values() {
        for operation in lopdf::content::Content::decode(&file.get_page_content(page)).unwrap().operations {
            if operation.operator == "BDC"
                && let Ok(number) = operation.operands[1].as_dict().unwrap().get(b"MCID")
            {
                marked.push((page, number.as_i64().unwrap()));
            }
        }
    }
    assert_eq!(pieces, marked);
    found
}

#[test]
fn nothing_is_drawn_outside_of_a_marked_piece() {
    drawn_in_marked_pieces("resolution_every_part");
    drawn_in_marked_pieces("joint_images");
}

fn drawn_in_marked_pieces(name: &str) {
    let file = pdf(name);
    for page in file.get_pages().into_values() {
        let mut depth = 0;
        for operation in lopdf::content::Content::decode(&file.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                "TJ" | "Tj" | "S" | "f" | "Do" => assert_eq!(depth, 1, "{operation:?}"),
                _ => {}
            }
        }
        assert_eq!(depth, 0);
    }
}

#[test]
fn the_outline_has_every_heading_at_its_level() {
    let file = pdf("five_levels");
    let outline = dictionary(&file, file.catalog().unwrap().get(b"Outlines").unwrap());
    let mut lines = Vec::new();
    walk(&file, outline, 0, &mut lines);
    assert_eq!(
        lines,
        [
            "NGHỊ QUYẾT",
            "  I- ĐÁNH GIÁ CHUNG",
            "    1. Kết quả",
            "      1.1. Về tư tưởng",
            "        a) Việc đã làm",
            "  II- TỔ CHỨC THỰC HIỆN",
        ]
    );
}

pub(crate) fn walk(file: &Document, parent: &Dictionary, depth: usize, lines: &mut Vec<String>) {
    let mut next = parent.get(b"First").ok();
    while let Some(object) = next {
        let entry = dictionary(file, object);
        lines.push(format!("{}{}", "  ".repeat(depth), text(entry.get(b"Title").unwrap())));
        assert!(file.dereference(&entry.get(b"Dest").unwrap().as_array().unwrap()[0]).is_ok());
        walk(file, entry, depth + 1, lines);
        next = entry.get(b"Next").ok();
    }
}

/// The title holds `A&B <thử> “nháy kép”`.
#[test]
fn a_hard_title_survives_in_every_place() {
    let name = "five_levels";
    let title = "Nghị quyết số 03-NQ/CB về công tác cán bộ, ký hiệu A&B <thử> “nháy kép” ‘nháy đơn’";
    let author = "Chi bộ Phòng Hành chính - Quản trị và Công nghệ thông tin";
    let file = pdf(name);
    let information = dictionary(&file, file.trailer.get(b"Info").unwrap());
    assert_eq!(text(information.get(b"Title").unwrap()), title);
    assert_eq!(text(information.get(b"Author").unwrap()), author);
    let catalog = file.catalog().unwrap();
    let (_, packet) = file.dereference(catalog.get(b"Metadata").unwrap()).unwrap();
    let packet = packet.as_stream().unwrap();
    assert!(!packet.is_compressed());
    let xmp = std::str::from_utf8(&packet.content).unwrap();
    for (tag, value) in [("rdf:li xml:lang=\"x-default\"", title), ("rdf:Seq><rdf:li", author)] {
        let after = xmp.split_once(&format!("<{tag}>")).unwrap().1;
        let written = after.split_once("</rdf:li>").unwrap().0;
        assert_eq!(quick_xml::escape::unescape(written).unwrap(), value);
    }
    for value in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "2026-06-28T00:00:00Z"] {
        assert!(xmp.contains(value), "{value}");
    }
    let docx = crate::render(&crate::case(name)).to_docx().unwrap();
    let docx = crate::checklist::docx::Docx::read(&docx).unwrap();
    assert_eq!((docx.title.as_str(), docx.language.as_deref()), (title, Some("vi-VN")));
}

/// Title, issuer and headings with the signs that break files when they are not escaped; a signer's name
/// may hold none of them but `Đ`.
#[test]
fn hard_names_survive_in_every_place() {
    let hard = "A&B <thử> “Đ” Đông";
    let mut record: serde_json::Value = serde_json::from_str(&crate::case("resolution_every_part")).unwrap();
    record["issuer"]["name"] = serde_json::json!(format!("Chi bộ {hard}"));
    record["subject"] = serde_json::json!(format!("về {hard}"));
    record["signature"]["name"] = serde_json::json!("Đặng Đình Đức");
    record["sections"][0]["heading"] = serde_json::json!(format!("Mục {hard}"));
    record["appendices"][0]["title"] = serde_json::json!(format!("Danh mục {hard}"));
    let document = crate::render(&record.to_string());
    let (title, author) = (format!("Nghị quyết số 05-NQ/CB về {hard}"), format!("Chi bộ {hard}"));

    let file = Document::load_mem(&document.to_pdf().unwrap()).unwrap();
    let information = dictionary(&file, file.trailer.get(b"Info").unwrap());
    assert_eq!(text(information.get(b"Title").unwrap()), title);
    assert_eq!(text(information.get(b"Author").unwrap()), author);
    let (_, packet) = file.dereference(file.catalog().unwrap().get(b"Metadata").unwrap()).unwrap();
    let xmp = String::from_utf8(packet.as_stream().unwrap().content.clone()).unwrap();
    for value in [&title, &author] {
        let escaped = format!(">{}<", quick_xml::escape::partial_escape(value.as_str()));
        assert!(xmp.contains(&escaped), "{xmp}");
    }
    let mut outline = Vec::new();
    walk(&file, dictionary(&file, file.catalog().unwrap().get(b"Outlines").unwrap()), 0, &mut outline);
    for heading in ["  I- MỤC A&B <THỬ> “Đ” ĐÔNG", "  DANH MỤC A&B <THỬ> “Đ” ĐÔNG"] {
        assert!(outline.iter().any(|line| line == heading), "{outline:?}");
    }

    let bytes = document.to_docx().unwrap();
    let docx = crate::checklist::docx::Docx::read(&bytes).unwrap();
    assert_eq!((docx.title, docx.creator), (title, author));
    assert!(docx.paragraphs.iter().any(|paragraph| paragraph.text == "Đặng Đình Đức"));
    // In Word the bookmarks are the outline of the headings' styles.
    assert!(docx.paragraphs.iter().any(|paragraph| paragraph.text == "I- MỤC A&B <THỬ> “Đ” ĐÔNG"));
    assert!(document.to_text(Stage::Pages).unwrap().contains("Đặng Đình Đức"));
}

/// The joint paper shows one signature three times, and an emblem.
#[test]
fn a_picture_is_a_figure_with_its_text_and_place_and_each_is_embedded_once() {
    let file = pdf("joint_images");
    let root = dictionary(&file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let (mut found, mut pieces) = (Vec::new(), Vec::new());
    tags(&file, root.get(b"K").unwrap(), &mut found, &mut pieces);
    let figures: Vec<&Dictionary> =
        file.objects.values().filter_map(|object| object.as_dict().ok()).collect();
    let is = |element: &&&Dictionary| {
        element.get(b"S").is_ok_and(|tag| tag.as_name().is_ok_and(|tag| tag == b"Figure"))
    };
    let figures: Vec<&Dictionary> = figures.iter().filter(is).copied().collect();
    let mut said: Vec<String> = figures.iter().map(|figure| text(figure.get(b"Alt").unwrap())).collect();
    said.sort();
    assert_eq!(
        said,
        [
            "Biểu trưng: quyển sách mở",
            "Chữ ký của Nguyễn Văn An",
            "Chữ ký điện tử của đồng chí Lê Thị Chi",
            "Chữ ký điện tử của đồng chí Trần Văn Bình"
        ]
    );
    for figure in figures {
        let layout = dictionary(&file, figure.get(b"A").unwrap());
        let place: Vec<f32> =
            layout.get(b"BBox").unwrap().as_array().unwrap().iter().map(|n| n.as_float().unwrap()).collect();
        assert!(place[0] < place[2] && place[1] < place[3] && place[3] < 842.0, "{place:?}");
    }
    let images = |colours: &[u8]| {
        let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
        let name = |stream: &&lopdf::Stream| {
            stream.dict.get(b"ColorSpace").is_ok_and(|name| name.as_name().is_ok_and(|name| name == colours))
        };
        streams.filter(name).count()
    };
    assert_eq!((images(b"DeviceRGB"), images(b"DeviceGray")), (2, 2));
}

#[test]
fn the_identity_is_the_contents() {
    let identity =
        |name| pdf(name).trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().to_vec();
    assert_eq!(identity("five_levels"), identity("five_levels"));
    assert_ne!(identity("five_levels"), identity("resolution_long"));
    assert_eq!(identity("five_levels").len(), 16);
}
