//! Names are never torn: letterhead, abstract, enacting line, signature; and the record's own lines.

use serde_json::{Value, json};
use vanban::{AnyRecord, Document, Stage};

use crate::checklist::docx::Docx;
use crate::checklist::paper::Paper;
use crate::checklist::pdf::Pdf;

fn record(change: impl FnOnce(&mut Value)) -> Value {
    let mut record: Value = serde_json::from_str(&crate::case("notice_smallest")).unwrap();
    change(&mut record);
    record
}

fn render(change: impl FnOnce(&mut Value)) -> Document {
    crate::render(&record(change).to_string())
}

/// The lines of each paragraph of a role, with plain spaces.
fn lines(document: &Document, role: &str) -> Vec<String> {
    let tree = document.to_text(Stage::Tree).unwrap().replace('°', " ");
    // Between a role and its text may stand what the layout found: `Abstract held 37: …`.
    let text = |line: &str| {
        let (marks, text) = line.trim_start().strip_prefix(role)?.split_once(": ")?;
        (marks.is_empty() || marks.starts_with(' ')).then(|| text.to_owned())
    };
    let found: Vec<String> = tree.lines().filter_map(text).collect();
    found.iter().flat_map(|line| line.split('⏎').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Superior, issuer and abstract, and the lines that they must have.
type Case<'a> = (&'a str, &'a [&'a str], &'a str, &'a [&'a str], &'a str, &'a [&'a str]);

#[test]
fn no_name_of_a_letterhead_and_no_abstract_is_torn() {
    let tasks =
        "về công tác cán bộ nhiệm kỳ 2025 - 2030 và phân công nhiệm vụ cho đồng chí Nguyễn Thị Minh Khuê";
    let tasks_lines = [
        "về công tác cán bộ nhiệm kỳ 2025 - 2030 và phân công",
        "nhiệm vụ cho đồng chí Nguyễn Thị Minh Khuê",
    ];
    let study = "kết quả sinh hoạt chuyên đề học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh \
                 quý III năm 2026";
    let study_lines = [
        "kết quả sinh hoạt chuyên đề học tập và làm theo tư tưởng,",
        "đạo đức, phong cách Hồ Chí Minh quý III năm 2026",
    ];
    let cases: [Case<'_>; 6] = [
        (
            "Đảng bộ thành phố Hồ Chí Minh",
            &["ĐẢNG BỘ", "THÀNH PHỐ HỒ CHÍ MINH"],
            "Đảng uỷ phường Thủ Dầu Một",
            &["ĐẢNG UỶ", "PHƯỜNG THỦ DẦU MỘT"],
            tasks,
            &tasks_lines,
        ),
        (
            "Đảng bộ Đại học Bách khoa Hà Nội",
            &["ĐẢNG BỘ ĐẠI HỌC", "BÁCH KHOA HÀ NỘI"],
            "Chi bộ Trường Công nghệ Thông tin và Truyền thông",
            &["CHI BỘ TRƯỜNG", "CÔNG NGHỆ THÔNG TIN", "VÀ TRUYỀN THÔNG"],
            tasks,
            &tasks_lines,
        ),
        (
            "Đảng bộ Bệnh viện Đa khoa tỉnh Thái Nguyên",
            &["ĐẢNG BỘ BỆNH VIỆN", "ĐA KHOA TỈNH THÁI NGUYÊN"],
            "Chi bộ Khoa Hồi sức tích cực - Chống độc",
            &["CHI BỘ KHOA HỒI SỨC", "TÍCH CỰC - CHỐNG ĐỘC"],
            study,
            &study_lines,
        ),
        (
            "Đảng bộ Uỷ ban nhân dân thành phố Hồ Chí Minh",
            &["ĐẢNG BỘ UỶ BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"],
            "Đảng uỷ Sở Khoa học và Công nghệ",
            &["ĐẢNG UỶ SỞ", "KHOA HỌC VÀ CÔNG NGHỆ"],
            study,
            &study_lines,
        ),
        (
            "Đảng bộ phường Nguyễn Trãi",
            &["ĐẢNG BỘ", "PHƯỜNG NGUYỄN TRÃI"],
            "Chi bộ Tổ dân phố số 12 Lý Thường Kiệt",
            &["CHI BỘ TỔ DÂN PHỐ", "SỐ 12 LÝ THƯỜNG KIỆT"],
            study,
            &study_lines,
        ),
        (
            "Đảng bộ Công an tỉnh Sơn La",
            &["ĐẢNG BỘ CÔNG AN", "TỈNH SƠN LA"],
            "Chi bộ Phòng Cảnh sát quản lý hành chính về trật tự xã hội",
            &["CHI BỘ PHÒNG CẢNH SÁT", "QUẢN LÝ HÀNH CHÍNH", "VỀ TRẬT TỰ XÃ HỘI"],
            study,
            &study_lines,
        ),
    ];
    for (superior, superior_lines, issuer, issuer_lines, about, about_lines) in cases {
        let document = render(|r| {
            r["issuer"] = json!({ "superior": superior, "name": issuer, "code": "ĐU" });
            r["subject"] = json!(about);
        });
        assert_eq!(lines(&document, "Superior"), superior_lines);
        assert_eq!(lines(&document, "Issuer"), issuer_lines);
        assert_eq!(lines(&document, "Abstract"), about_lines);
        // The same lines on the page.
        let pages = document.to_text(Stage::Pages).unwrap().replace('°', " ");
        for line in superior_lines.iter().chain(issuer_lines).chain(about_lines) {
            assert!(pages.contains(line), "{line}");
        }
    }
}

#[test]
fn the_lines_of_a_record_are_those_of_the_page() {
    let document = render(|r| {
        let issuer = "Chi bộ\nPhòng 7-9";
        r["issuer"] = json!({ "superior": "Đảng bộ Công an\r\ntỉnh Sơn La", "name": issuer, "code": "CB" });
        r["subject"] = json!("về công tác\ncán bộ");
        r["signature"] = json!({
            "capacity": "on_behalf_of", "body": "Ban Chấp hành\nĐảng bộ", "position": "Bí thư", "name": "Lê An"
        });
    });
    assert_eq!(lines(&document, "Superior"), ["ĐẢNG BỘ CÔNG AN", "TỈNH SƠN LA"]);
    assert_eq!(lines(&document, "Issuer"), ["CHI BỘ", "PHÒNG 7-9"]);
    assert_eq!(lines(&document, "Abstract"), ["về công tác", "cán bộ"]);
    assert_eq!(lines(&document, "Authority"), ["T/M BAN CHẤP HÀNH", "ĐẢNG BỘ"]);
    // Elsewhere the same words stand in one line.
    let tree = document.to_text(Stage::Tree).unwrap();
    assert!(tree.lines().next().unwrap().ends_with("về công tác cán bộ"), "{tree}");
    assert!(tree.contains("\nauthor: Chi bộ Phòng 7-9\n"), "{tree}");
    let breaks = document.warnings().iter().filter(|problem| problem.code == "text.line_break");
    assert_eq!(breaks.count(), 0);
}

#[test]
fn a_line_of_the_record_that_is_too_long_is_broken_like_any_other() {
    let document = render(|r| {
        let issuer = "Chi bộ Phòng\nHành chính - Quản trị và Công nghệ thông tin";
        r["issuer"] = json!({ "superior": "Đảng bộ tỉnh Sơn La", "name": issuer, "code": "CB" });
    });
    assert_eq!(
        lines(&document, "Issuer"),
        ["CHI BỘ PHÒNG", "HÀNH CHÍNH - QUẢN TRỊ", "VÀ CÔNG NGHỆ THÔNG TIN"]
    );
}

#[test]
fn a_record_with_lines_is_written_back_with_them() {
    let given = record(|r| r["issuer"]["name"] = json!("Chi bộ\nPhòng 7-9"));
    let read = AnyRecord::from_json(&given.to_string()).unwrap();
    let written: Value = serde_json::from_str(&read.to_json().unwrap()).unwrap();
    assert_eq!(written["issuer"]["name"], "Chi bộ\nPhòng 7-9");
}

#[test]
fn an_enacting_line_and_a_signature_are_never_torn() {
    let mut record: Value = serde_json::from_str(&crate::case("decision_award")).unwrap();
    let name = "Trường Đại học Sư phạm Kỹ thuật và Công nghệ Thông tin thành phố Hồ Chí Minh";
    record["decider"] = json!(format!("Ban Thường vụ Đảng uỷ {name}"));
    record["signature"]["capacity"] = json!("on_behalf_of");
    record["signature"]["body"] = json!("Ban Chấp hành Đảng bộ Khối Doanh nghiệp");
    let document = crate::render(&record.to_string());
    assert_eq!(
        lines(&document, "Enacting"),
        [
            "BAN THƯỜNG VỤ ĐẢNG UỶ TRƯỜNG ĐẠI HỌC",
            "SƯ PHẠM KỸ THUẬT VÀ CÔNG NGHỆ THÔNG TIN",
            "THÀNH PHỐ HỒ CHÍ MINH QUYẾT ĐỊNH"
        ]
    );
    assert_eq!(lines(&document, "Authority"), ["T/M BAN CHẤP HÀNH ĐẢNG BỘ", "KHỐI DOANH NGHIỆP"]);
}

#[test]
fn a_comrade_and_a_name_hold_together_in_text_and_part_in_a_cell() {
    let comrade = "đồng chí Nguyễn Thị Minh Khuê";
    let document = render(|r| {
        r["sections"] = json!([{
            "paragraphs": [format!("Giao {comrade} theo dõi.")],
            "table": {
                "columns": [{ "label": "Việc" }, { "label": "Ai", "width": "22mm" }],
                "rows": [["Theo dõi", comrade]],
            },
        }]);
    });
    let tree = document.to_text(Stage::Tree).unwrap();
    assert!(tree.contains("Giao đồng°chí°Nguyễn°Thị°Minh°Khuê theo dõi."), "{tree}");
    assert!(tree.contains(&format!(": {comrade}\n")), "{tree}");
    // No syllable is torn in the narrow column.
    let pages = document.to_text(Stage::Pages).unwrap();
    for syllable in ["Nguyễn", "Minh", "Khuê"] {
        assert!(pages.contains(syllable), "{syllable}\n{pages}");
    }
}

/// Pairs that a no-break space joins, so many that many a line would end in one.
fn pairs(count: usize) -> String {
    let between = ["và", "phân công", "ở", "thực hiện", "nhiệm vụ của", "với các"];
    let pair = |index: usize| format!("{} Hoa\u{a0}Mai", between[index % between.len()]);
    (0..count).map(pair).collect::<Vec<_>>().join(" ")
}

/// A notice with such pairs in each kind of place, and how many of them it has; a name has `lead` before them.
fn held(lead: &str) -> (Value, usize) {
    let record = record(|r| {
        let name = |count| format!("{lead} {}", pairs(count));
        r["issuer"] = json!({ "superior": name(4), "name": name(5), "code": "CB" });
        r["subject"] = json!(format!("về {}", pairs(12)));
        r["sections"] = json!([{
            "heading": pairs(8),
            "paragraphs": [pairs(60), format!("{lead} {}", pairs(60))],
            "table": {
                "caption": pairs(9),
                "columns": [{ "label": pairs(3) }, { "label": "Ai", "width": "24mm" }, { "label": pairs(2), "width": "41mm" }],
                "rows": [[pairs(20), pairs(9), pairs(20)], [name(7), name(8), pairs(9)]],
            },
            "items": [{ "heading": pairs(10), "paragraphs": [pairs(30) + "."] }],
        }]);
        r["recipients"] = json!([pairs(6), "Lưu Chi bộ"]);
        r["signature"] = json!({
            "capacity": "on_behalf_of", "body": name(4), "position": "Bí thư", "name": "Lê An"
        });
    });
    let count = record.to_string().matches("Hoa\u{a0}Mai").count();
    (record, count)
}

/// The words of a PDF in the order of its content, each with its page and baseline.
fn placed_words(pdf: &[u8]) -> Vec<(String, usize, f64)> {
    let pdf = Pdf::read(pdf, &Paper::RESOLUTION).unwrap();
    let mut words: Vec<(String, usize, f64)> = Vec::new();
    let mut end = None;
    for (page, layout) in pdf.pages.iter().enumerate() {
        for glyph in layout.glyphs.iter().filter(|glyph| !glyph.artifact) {
            if glyph.text.trim().is_empty() {
                end = None;
                continue;
            }
            let goes_on = end.is_some_and(|(x, y): (f64, f64)| (x - glyph.x0).abs() < 1.0 && y == glyph.y);
            match words.last_mut() {
                Some((word, ..)) if goes_on => word.push_str(&glyph.text),
                _ => words.push((glyph.text.clone(), page, glyph.y)),
            }
            end = Some((glyph.x1, glyph.y));
        }
    }
    words
}

#[test]
fn no_line_ends_at_a_no_break_space_of_the_record() {
    for lead in ["Chi bộ", "Đảng uỷ xã", "Đảng bộ phường Bình", "Ban Chấp hành Đảng bộ xã"]
    {
        let (record, count) = held(lead);
        let document = crate::render(&record.to_string());
        let words = placed_words(&document.to_pdf().unwrap());
        let mut seen = 0;
        let mut lines = std::collections::BTreeSet::new();
        for (index, (word, page, y)) in
            words.iter().enumerate().filter(|(_, word)| word.0.to_lowercase() == "hoa")
        {
            let (next, next_page, next_y) = &words[index + 1];
            assert_eq!(next.to_lowercase().trim_matches(['.', ';', ',']), "mai", "{lead}: {word} {next}");
            assert!(
                page == next_page && (y - next_y).abs() < 0.01,
                "{lead}: a line ends in a pair, page {page} at {y}"
            );
            lines.insert((*page, y.round() as i64));
            seen += 1;
        }
        assert!(seen == count && lines.len() > 80, "{lead}: {seen} of {count}, on {} lines", lines.len());
        // The DOCX says it with the character itself, in the text of a run.
        let docx = Docx::read(&document.to_docx().unwrap()).unwrap();
        let text: Vec<String> =
            docx.paragraphs.iter().map(|paragraph| paragraph.text.to_lowercase()).collect();
        assert_eq!(text.iter().map(|text| text.matches("hoa").count()).sum::<usize>(), seen);
        assert_eq!(text.iter().map(|text| text.matches("hoa\u{a0}mai").count()).sum::<usize>(), seen);
    }
}
