//! The regulation's checklist on the papers of every kind but the resolution, read back from both files.

use crate::checklist::failures;
use crate::checklist::paper::{Paper, Profile};

/// Asserts that every rule of the checklist that applies holds in both files.
#[track_caller]
fn holds(name: &str, paper: &Paper) {
    let document = crate::render(&crate::case(name));
    let found = failures(paper, &document.to_docx().unwrap(), &document.to_pdf().unwrap());
    assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
}

const QUANG_TRI: Paper = Paper {
    superior: Some("ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ"),
    ..Paper::RESOLUTION
};

#[test]
fn the_checklist_holds_for_decisions() {
    let decision = Paper { type_name: "QUYẾT ĐỊNH", type_code: "QĐ", articles: true, ..QUANG_TRI };
    holds(
        "decision",
        &Paper {
            profile: Profile::Hd36,
            superior: Some("ĐẢNG BỘ KHỐI CƠ QUAN DÂN CHÍNH ĐẢNG THÀNH PHỐ CẦN THƠ"),
            issuer: "ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN THÀNH PHỐ CẦN THƠ",
            bases: 3,
            ..decision.clone()
        },
    );
    holds(
        "decision_award",
        &Paper {
            appendices: 1,
            list: true,
            tables: true,
            superior: Some("ĐẢNG BỘ TỈNH QUẢNG TRỊ"),
            issuer: "ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ",
            bases: 3,
            number_by_hand: true,
            date_by_hand: true,
            ..decision
        },
    );
}

#[test]
fn the_checklist_holds_for_papers_in_outline() {
    holds("conclusion", &Paper { type_name: "KẾT LUẬN", type_code: "KL", ..QUANG_TRI });
    holds("notice", &Paper { type_name: "THÔNG BÁO", type_code: "TB", ..QUANG_TRI });
    let committee = Paper {
        superior: Some("ĐẢNG BỘ TỈNH QUẢNG TRỊ"),
        issuer: "ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ",
        outline: true,
        ..QUANG_TRI
    };
    // Its forms are papers of their own.
    let mut guidance = vanban::kinds::Guidance::example();
    guidance.forms.clear();
    let document = crate::renderer().render(&guidance).unwrap();
    let (docx, pdf) = (document.to_docx().unwrap(), document.to_pdf().unwrap());
    let paper = Paper { type_name: "HƯỚNG DẪN", type_code: "HD", ..committee.clone() };
    assert_eq!(failures(&paper, &docx, &pdf), [""; 0]);
    let regulation =
        Paper { type_name: "QUY ĐỊNH", type_code: "QĐ", bases: 3, articles: true, ..committee.clone() };
    holds("regulation", &Paper { outline: false, ..regulation });
    holds("scheme", &Paper { type_name: "ĐỀ ÁN", type_code: "ĐA", bases: 3, tables: true, ..committee });
    let letter = Paper { type_name: "CÔNG VĂN", type_code: "CV", urgency: Some("KHẨN"), ..QUANG_TRI };
    holds("official_letter", &Paper { addressees: 2, ..letter });
    let submission = Paper { type_name: "TỜ TRÌNH", type_code: "TTr", bases: 2, ..QUANG_TRI };
    holds("submission", &Paper { addressees: 2, ..submission });
    let report = Paper { type_name: "BÁO CÁO", type_code: "BC", outline: true, ..QUANG_TRI };
    holds("report_parts", &Paper { chapters: true, author_line: true, appendices: 1, ..report.clone() });
    holds(
        "report",
        &Paper {
            profile: Profile::Hd36,
            superior: None,
            // It cites a directive without its date, as its office did.
            own_citations: false,
            tables: true,
            issuer: "ĐẢNG UỶ KHỐI CÁC CƠ QUAN TRUNG ƯƠNG",
            number_by_hand: true,
            ..report
        },
    );
}

#[test]
fn the_checklist_holds_for_plans_and_programmes() {
    let plan = Paper { type_name: "KẾ HOẠCH", type_code: "KH", tables: true, ..QUANG_TRI };
    holds("plan_tasks", &plan);
    holds("plan_term", &Paper { profile: Profile::Hd36, outline: true, ..plan.clone() });
    holds(
        "plan",
        &Paper {
            profile: Profile::Hd36,
            superior: Some("ĐẢNG BỘ CƠ SỞ VIỆN KIỂM SÁT NHÂN DÂN TỈNH TRÀ VINH"),
            issuer: "CHI BỘ 3",
            number_by_hand: true,
            date_by_hand: true,
            bases: 4,
            outline: true,
            ..plan.clone()
        },
    );
    holds("programme", &Paper { type_name: "CHƯƠNG TRÌNH", type_code: "CTr", ..plan });
}
