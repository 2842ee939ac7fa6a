//! The regulation's checklist on the library's papers, read back from both files.

use vanban::Renderer;
use vanban::kinds::Bylaws;

use crate::checklist::paper::{Paper, Profile};
use crate::checklist::{applied, failures};

/// Asserts that every rule that applies holds in both files; tells how many applied.
#[track_caller]
fn holds(name: &str, paper: &Paper) -> usize {
    let document = crate::render(&crate::case(name));
    let found = failures(paper, &document.to_docx().unwrap(), &document.to_pdf().unwrap());
    assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
    applied(paper).len()
}

const FORUM: Paper = Paper {
    superior: Some("ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ"),
    outline: true,
    ..Paper::RESOLUTION
};

#[test]
fn the_forums_resolution_with_number_and_day_for_the_pen() {
    let paper = Paper { bases: 5, number_by_hand: true, date_by_hand: true, ..FORUM };
    assert!(holds("resolution_by_hand", &paper) >= 60);
}

#[test]
fn the_forums_resolution_complete() {
    assert!(holds("resolution_numbered", &Paper { bases: 4, ..FORUM }) >= 60);
}

#[test]
fn the_long_resolution() {
    assert!(holds("resolution_long", &Paper { bases: 4, ..FORUM }) >= 60);
}

#[test]
fn a_resolution_with_all_levels_and_an_author_line() {
    let paper = Paper {
        superior: Some("ĐẢNG BỘ SỞ KHOA HỌC VÀ CÔNG NGHỆ THÀNH PHỐ HỒ CHÍ MINH"),
        issuer: "CHI BỘ PHÒNG HÀNH CHÍNH - QUẢN TRỊ VÀ CÔNG NGHỆ THÔNG TIN",
        author_line: true,
        outline: true,
        ..Paper::RESOLUTION
    };
    holds("five_levels", &paper);
}

/// Every mark, and two appendices.
pub const EVERY_PART: Paper = Paper { drafter_code: Some("NguyenVanAn-26"), appendices: 2, ..MARKS };

/// The same in 2018, with one.
pub const EVERY_PART_2018: Paper =
    Paper { profile: Profile::Hd36, drafter_code: Some("NGUYENVANAN-22"), appendices: 1, ..MARKS };

const MARKS: Paper = Paper {
    bases: 4,
    urgency: Some("KHẨN"),
    circulation: Some("TÀI LIỆU HỘI NGHỊ"),
    no_broadcast: true,
    contact: Some(
        "Số 85, đường Hùng Vương, tỉnh Quảng Trị; điện thoại: 0233 000 000; email: chibo79@example.vn",
    ),
    ..FORUM
};

#[test]
fn a_resolution_with_every_mark_and_two_appendices() {
    assert!(holds("resolution_every_part", &EVERY_PART) >= 66);
}

/// Rule 67 among them.
#[test]
fn a_resolution_with_the_picture_of_a_signature() {
    let mut record: serde_json::Value = serde_json::from_str(&crate::case("resolution_numbered")).unwrap();
    let signed: serde_json::Value = serde_json::from_str(&crate::case("signature_image")).unwrap();
    record["signature"]["image"] = signed["signature"]["image"].clone();
    let document = crate::render(&record.to_string());
    let (docx, pdf) = (document.to_docx().unwrap(), document.to_pdf().unwrap());
    let paper = Paper { bases: 4, signature_image: true, ..FORUM };
    assert!(applied(&paper).contains(&67));
    let found = failures(&paper, &docx, &pdf);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_resolution_after_the_guidance_of_2018() {
    assert!(holds("resolution_every_part_2018", &EVERY_PART_2018) >= 66);
}

const BYLAWS: Paper = Paper {
    superior: FORUM.superior,
    type_name: "QUY CHẾ",
    type_code: "QC",
    articles: true,
    ..Paper::RESOLUTION
};

#[test]
fn bylaws_in_chapters_and_articles() {
    assert!(holds("bylaws", &Paper { bases: 3, chapters: true, ..BYLAWS }) >= 60);
}

/// Parts, articles of which each is its text, and points without clauses: another wording of the
/// same record.
#[test]
fn articles_without_names() {
    let wording = "<part>Những điều chung</part>
        {{#each chapters}}<chapter>{{heading}}</chapter>
        {{#each articles}}<article run-in='true'>{{heading}} do Chi bộ quyết định.</article>
        {{#each clauses}}{{#each points}}<point>{{this}}</point>{{/each}}{{/each}}{{/each}}{{/each}}
        <part>Những điều riêng</part><division>Mục đứng thẳng dưới phần</division>
        <article run-in='true'>Chi uỷ chịu trách nhiệm thi hành.</article><clause>Hết.</clause>";
    let renderer = Renderer::new().with_wording("bylaws", wording).unwrap();
    let record = Bylaws::example();
    let document = renderer.render(&record).unwrap();
    let paper = Paper { chapters: true, ..BYLAWS };
    let found = failures(&paper, &document.to_docx().unwrap(), &document.to_pdf().unwrap());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_draft() {
    let paper = Paper {
        superior: Some("ĐẢNG BỘ XÃ NHÂN THẮNG"),
        issuer: "CHI BỘ THÔN TRIỀU KHÚC",
        draft: Some(2),
        number_by_hand: true,
        date_by_hand: true,
        has_signature: false,
        has_recipients: false,
        ..Paper::RESOLUTION
    };
    holds("draft_smallest", &paper);
}

#[test]
fn who_signs_otherwise_than_for_a_committee() {
    for (name, authority) in [
        ("signature_signing_for", "K/T TRƯỞNG BAN"),
        ("signature_by_order_of", "T/L BAN THƯỜNG VỤ"),
        ("signature_acting", "Q. TRƯỞNG BAN"),
        ("signature_direct", "CHÁNH VĂN PHÒNG"),
    ] {
        let paper = Paper {
            superior: Some("TỈNH UỶ QUẢNG TRỊ"),
            issuer: "BAN TỔ CHỨC",
            authority: Some(authority),
            number_by_hand: true,
            date_by_hand: true,
            ..Paper::RESOLUTION
        };
        holds(name, &paper);
    }
}

#[test]
fn a_resolution_with_tables_and_a_wide_appendix() {
    let paper = Paper { bases: 4, tables: true, landscape: true, appendices: 1, ..FORUM };
    assert!(applied(&paper).len() >= 62);
    holds("tables", &paper);
}
