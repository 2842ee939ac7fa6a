//! What a clerk meets who goes on typing in Word, and what other programs take for headings: read back from
//! the DOCX by a reader that knows nothing of the writer.

use std::collections::BTreeSet;

use vanban::{AnyRecord, Document, Renderer, Stage};

use crate::checklist::docx::Docx;

fn read(case: &str) -> Docx {
    Docx::read(&crate::render(&crate::case(case)).to_docx().unwrap()).unwrap()
}

/// Which of Word's headings each heading of a paper is, and its level in the outline.
fn headings(docx: &Docx) -> Vec<(u8, i64, String)> {
    let heading = |style: &str| Some((docx.styles.heading(style)?, docx.styles.outline(style)?));
    let found = docx.paragraphs.iter().filter_map(|paragraph| {
        let (heading, outline) = heading(&paragraph.style)?;
        Some((heading, outline, paragraph.text.replace('\u{a0}', " ")))
    });
    found.collect()
}

#[test]
fn enter_leads_from_each_part_of_a_paper_to_the_next() {
    let docx = read("five_levels");
    let typed = |from: &str, count: usize| {
        let mut names = vec![from.to_owned()];
        for _ in 0..count {
            names.push(docx.styles.after(names.last().unwrap()).unwrap().name.clone());
        }
        names
    };
    assert_eq!(
        typed("VB Tên loại", 4),
        ["VB Tên loại", "VB Trích yếu", "VB Gạch nối", "VB Nội dung", "VB Nội dung"]
    );
    assert_eq!(typed("VB Tác giả", 1)[1], "VB Trích yếu");
    for level in 1..=5 {
        assert_eq!(typed(&format!("VB Đề mục {level}"), 1)[1], "VB Nội dung");
        let item = format!("VB Đoạn đánh số {level}");
        assert_eq!(typed(&item, 1)[1], item);
        assert_eq!(typed(&format!("heading {level}"), 1)[1], "VB Nội dung");
    }
    assert_eq!(typed("VB Phần", 4), ["VB Phần", "VB Tên phần", "VB Chương", "VB Tên chương", "VB Điều"]);
    assert_eq!(typed("VB Mục", 4), ["VB Mục", "VB Tên mục", "VB Điều", "VB Khoản", "VB Khoản"]);
    assert_eq!(typed("VB Dòng quyết định", 2)[1..], ["VB Điều không tên", "VB Điều không tên"]);
    assert_eq!(typed("VB Nơi nhận", 2)[1..], ["VB Danh sách nơi nhận", "VB Danh sách nơi nhận"]);
    assert_eq!(typed("VB Quyền hạn ký", 3)[1..], ["VB Chức vụ", "VB Chỗ ký", "VB Họ tên"]);
    assert_eq!(
        typed("VB Phụ lục", 4)[1..],
        ["VB Tiêu đề phụ lục", "VB Kèm theo", "VB Gạch nối", "VB Nội dung"]
    );
    // A line of half a point would swallow what is typed.
    for name in ["VB Kết thúc", "VB Sau bảng", "VB Dòng trống"] {
        assert_eq!(typed(name, 1)[1], "VB Nội dung");
    }
}

/// How the name of a style ends that keeps with the next paragraph.
const KEPT: &str = " (giữ với đoạn sau)";

/// The roles' styles in whose kept style paragraphs stand. Word gives what a paragraph says itself to the one
/// that Enter makes: none outside tables and columns may say that it keeps, and Enter at the end of one whose
/// style says so leads where it leads from the role's own style.
fn kept(document: &Document, case: &str) -> BTreeSet<String> {
    let main = document.to_text(Stage::Docx).unwrap();
    // Rows of tables and columns say `keepNext` alone.
    assert!(!main.contains("w:keepLines"), "{case}");
    assert!(!main.lines().any(|line| line == "        w:keepNext"), "{case}");
    let docx = Docx::read(&document.to_docx().unwrap()).unwrap();
    let mut kept = BTreeSet::new();
    for paragraph in &docx.paragraphs {
        let style = docx.styles.named(&paragraph.style).unwrap_or_else(|| panic!("{case}: {paragraph:?}"));
        let Some(name) = style.name.strip_suffix(KEPT) else { continue };
        assert_eq!((paragraph.look.keep_next, paragraph.look.keep_lines), (Some(true), Some(true)), "{case}");
        let (next, plain) = (docx.styles.after(&style.name).unwrap(), docx.styles.after(name).unwrap());
        assert_eq!(next.name, plain.name);
        let base = docx.styles.by_id(style.based_on.as_deref().unwrap()).unwrap();
        assert_eq!((base.name.as_str(), style.says.join(" ").as_str()), (name, "w:keepNext w:keepLines"));
        assert!(style.hidden && !style.quick);
        kept.insert(name.to_owned());
    }
    kept
}

#[test]
fn enter_behind_what_keeps_begins_a_paragraph_that_does_not() {
    let docx = read("five_levels");
    for name in ["VB Nội dung", "VB Đoạn đánh số 3", "VB Khoản", "VB Điểm", "VB Căn cứ"] {
        assert_eq!(docx.styles.after(&format!("{name}{KEPT}")).unwrap().name, name);
    }
    let found: BTreeSet<String> =
        crate::cases().iter().flat_map(|(case, json)| kept(&crate::render(json), case)).collect();
    for name in ["VB Nội dung", "VB Đoạn đánh số 2", "VB Khoản", "VB Sau bảng", "VB Chức vụ", "VB Nơi nhận"]
    {
        assert!(found.contains(name), "{name}: {found:?}");
    }
}

/// Every way to end a body, and every paragraph that may announce something, before every closing.
#[test]
fn whatever_a_body_ends_with_keeps_by_its_style() {
    let inline = ["p", "p role='basis'", "clause", "point", "article run-in='true'", "article", "chapter"]
        .map(|open| format!("<{open}>Nội dung</{}>", open.split(' ').next().unwrap()));
    let levels = (1..=5).flat_map(|level| {
        ["heading", "item"].map(|name| format!("<{name} level='{level}'>Nội dung</{name}>"))
    });
    let others = [
        "<p role='enacting'>Chi bộ quyết định</p>",
        "<table columns='1fr'><tr><td>a</td></tr></table>",
        "<table columns='1fr'><tr><td>a</td></tr></table><page-break/><p>Nội dung</p>",
        "<columns widths='1fr 1fr'><column>a</column><column>b</column></columns>",
    ];
    let mut found = BTreeSet::new();
    for end in inline.into_iter().chain(levels).chain(others.map(str::to_owned)) {
        let lead_in = end.replace("Nội dung<", "Như sau:<");
        let wording = format!("<p>Một.</p>{lead_in}<p>Hai.</p>{end}");
        let renderer = Renderer::new().with_wording("resolution", &wording).unwrap();
        for case in ["joint", "confirmation", "resolution_every_part", "resolution_every_part_2018"] {
            let record = AnyRecord::from_json(&crate::case(case)).unwrap();
            found.extend(kept(&renderer.render(&record).unwrap(), &wording));
        }
    }
    // A letter of nothing but its addressees.
    let renderer =
        Renderer::new().with_wording("official_letter", "{{#unless place}}<p>Một.</p>{{/unless}}").unwrap();
    let letter = AnyRecord::from_json(&crate::case("official_letter_full")).unwrap();
    found.extend(kept(&renderer.render(&letter).unwrap(), "letter"));
    let texts = ["Nội dung", "Căn cứ", "Khoản", "Điểm", "Điều không tên", "Danh sách kính gửi"];
    let levels = (1..=5).map(|level| format!("Đoạn đánh số {level}"));
    for name in texts.map(str::to_owned).into_iter().chain(levels) {
        assert!(found.contains(&format!("VB {name}")), "{name}: {found:?}");
    }
}

/// What may never keep has no such style.
#[test]
fn only_styles_that_can_occur_are_written() {
    let docx = read("report");
    let kept: Vec<&str> = docx.styles.all().filter_map(|style| style.name.strip_suffix(KEPT)).collect();
    assert_eq!(kept.len(), 22, "{kept:?}");
    // Headings keep by their own style, cells by their row.
    for name in ["VB Đề mục 1", "VB Điều", "VB Gạch nối", "VB Bảng trái", "VB Cột trái", "VB Kết thúc"]
    {
        assert!(!kept.contains(&name), "{name}");
    }
}

#[test]
fn headings_are_words_own() {
    let owned = |(heading, outline, text): &(u8, i64, &str)| (*heading, *outline, (*text).to_owned());
    let five = [
        (1, 2, "I- ĐÁNH GIÁ CHUNG"),
        (2, 3, "1. Kết quả"),
        (3, 4, "1.1. Về tư tưởng"),
        (4, 5, "a) Việc đã làm"),
        (1, 2, "II- TỔ CHỨC THỰC HIỆN"),
    ];
    assert_eq!(headings(&read("five_levels")), five.iter().map(owned).collect::<Vec<_>>());
    let bylaws = headings(&read("bylaws"));
    let first = [
        (2, 3, "QUY ĐỊNH CHUNG"),
        (4, 5, "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng"),
        (4, 5, "Điều 2. Nguyên tắc làm việc"),
    ];
    assert_eq!(bylaws[..3], first.iter().map(owned).collect::<Vec<_>>());
    assert!(bylaws.contains(&(3, 4, "TẬP THỂ".to_owned())), "{bylaws:?}");
    let appendix = (1, 2, "CÁC CHI BỘ VÀ ĐẢNG VIÊN ĐƯỢC TẶNG GIẤY KHEN".to_owned());
    assert!(headings(&read("decision_full")).contains(&appendix));
    let docx = read("five_levels");
    assert_eq!((docx.styles.heading("VB Đề mục 5"), docx.styles.outline("VB Đề mục 5")), (Some(5), Some(6)));
    // The type name is the title over them all; the body is none.
    let title = docx.styles.named("VB Tên loại").unwrap();
    assert_eq!((title.based_on.as_deref(), docx.styles.outline("VB Tên loại")), (Some("Title"), Some(1)));
    assert_eq!(docx.styles.outline("VB Nội dung"), None);
}

/// What a heading of Word's own said would show in ours.
#[test]
fn words_own_styles_say_nothing_of_looks() {
    let docx = read("five_levels");
    for level in 1..=5 {
        let heading = docx.styles.named(&format!("heading {level}")).unwrap();
        assert_eq!(heading.says, ["w:outlineLvl"]);
        assert_eq!((heading.outline, heading.based_on.as_deref()), (Some(level - 1), Some("Normal")));
    }
    for name in ["Title", "Normal"] {
        assert!(docx.styles.named(name).unwrap().says.is_empty(), "{name}");
    }
    let kinds = docx.styles.all().filter(|style| !style.name.starts_with("VB "));
    let mut kinds: Vec<&str> = kinds.map(|style| style.kind.as_str()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds.join(" "), format!("character numbering {}table", "paragraph ".repeat(7)));
}

#[test]
fn the_gallery_shows_what_a_clerk_types_with_in_its_order() {
    let docx = read("report");
    let mut shown: Vec<_> = docx.styles.all().filter(|style| style.quick).collect();
    shown.sort_by_key(|style| style.priority.unwrap());
    let names: Vec<&str> = shown.iter().map(|style| style.name.as_str()).collect();
    assert!(names.iter().all(|name| name.starts_with("VB ")), "{names:?}");
    assert_eq!(names[..3], ["VB Nội dung", "VB Đề mục 1", "VB Đoạn đánh số 1"]);
    let at = |name| names.iter().position(|known| *known == name).unwrap();
    assert!(at("VB Điều") < at("VB Bảng trái") && at("VB Bảng trái") < at("VB Tên loại"));
    assert!(at("VB Tên loại") < at("VB Tiêu đề") && at("VB Họ tên") < at("VB Phụ lục"));
    let priorities: Vec<i64> = shown.iter().map(|style| style.priority.unwrap()).collect();
    assert!(priorities.windows(2).all(|pair| pair[0] < pair[1]), "{priorities:?}");
    assert!(shown.iter().all(|style| !style.hidden));

    let mut hidden: Vec<&str> =
        docx.styles.all().filter(|style| style.hidden).map(|style| style.name.as_str()).collect();
    hidden.sort_unstable();
    let helpers = ["VB Chỗ chân trang", "VB Chỗ ký", "VB Dòng trống", "VB Kết thúc", "VB Sau bảng"];
    assert!(helpers.iter().all(|name| hidden.contains(name)), "{hidden:?}");
    assert!(["Title", "heading 1", "heading 5"].iter().all(|name| hidden.contains(name)), "{hidden:?}");
    // Every style of ours is one or the other.
    let mut ours = docx.styles.all().filter(|style| style.name.starts_with("VB "));
    assert!(ours.all(|style| style.quick != style.hidden && style.priority.is_some()));

    let latent = docx.styles.latent.as_ref().unwrap();
    for (attribute, value) in [("w:defSemiHidden", "1"), ("w:defUnhideWhenUsed", "1"), ("w:defQFormat", "0")]
    {
        assert_eq!(latent.attribute(attribute), Some(value));
    }
}

#[test]
fn every_style_leads_to_one_that_there_is() {
    let docx = read("report");
    for style in docx.styles.all() {
        for id in [&style.next, &style.based_on].into_iter().flatten() {
            assert!(docx.styles.by_id(id).is_some(), "{}: {id}", style.name);
        }
    }
}

#[test]
fn faces_are_inherited_and_all_in_the_font_table() {
    // A form has check boxes.
    for case in ["five_levels", "ballot_full"] {
        let docx = read(case);
        let own = docx.styles.all().filter(|style| style.says.iter().any(|name| name == "w:rFonts"));
        let own: Vec<&str> = own.map(|style| style.name.as_str()).collect();
        assert_eq!(own, ["VB Ô đánh dấu"]);
        assert_eq!(docx.fonts, docx.named_fonts);
        assert_eq!(
            docx.fonts.iter().map(String::as_str).collect::<Vec<_>>(),
            ["MS Gothic", "Times New Roman"]
        );
        let plain = docx.paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
        let faces = plain.flat_map(|run| run.look.fonts.iter().flatten());
        assert!(faces.clone().all(|face| docx.fonts.contains(face)) && faces.count() > 0);
    }
}

#[test]
fn a_data_table_says_what_it_is_called() {
    let captions = |case: &str| -> Vec<String> {
        read(case).tables.iter().filter_map(|table| table.caption.clone()).collect()
    };
    // After its caption, the last heading, or the paper's name where neither stands above it.
    assert_eq!(captions("report"), ["Khen thưởng giai đoạn 2021 - 2023"]);
    assert_eq!(captions("tables")[0], "Kết quả thực hiện nhiệm vụ tháng 7 năm 2026");
    assert_eq!(captions("decision_full"), ["I- CÁC CHI BỘ", "II- CÁC ĐẢNG VIÊN"]);
    assert_eq!(captions("ballot_discipline_2018"), ["PHIẾU BIỂU QUYẾT về hình thức kỷ luật đảng viên"; 2]);
    // Copies on a sheet have a table each; letterhead and signature are none.
    assert_eq!(captions("ballot_four_to_a_sheet"), ["PHIẾU BẦU chi uỷ nhiệm kỳ 2025 - 2030"; 6]);
    assert_eq!(captions("five_levels"), [""; 0]);
}
