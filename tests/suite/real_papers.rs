//! Papers that were really written, after both guidances: what they must print, and the checklist.

use vanban::{AnyRecord, Document, Profile as Guidance};

use crate::checklist::failures;
use crate::checklist::paper::{Paper, Profile};

/// A paper after a guidance, whichever its record names.
fn after(name: &str, guidance: Guidance) -> Document {
    let mut record: serde_json::Value = serde_json::from_str(&crate::case(name)).unwrap();
    record.as_object_mut().unwrap().remove("profile");
    let record = AnyRecord::from_json(&record.to_string()).unwrap();
    crate::renderer().clone().with_profile(guidance).render(&record).unwrap()
}

/// Asserts the checklist in both files of both guidances, and that the paper prints these words.
#[track_caller]
fn prints(name: &str, paper: &Paper, words: &[&str]) {
    for (guidance, profile) in [(Guidance::hd05(), Profile::Hd05), (Guidance::hd36(), Profile::Hd36)] {
        let document = after(name, guidance);
        let paper = Paper { profile, ..paper.clone() };
        let found = failures(&paper, &document.to_docx().unwrap(), &document.to_pdf().unwrap());
        assert!(found.is_empty(), "{name}, {profile:?}:\n{}", found.join("\n"));
        let printed = document.words().replace('\n', " ");
        for words in words {
            assert!(printed.contains(words), "{name}, {profile:?}: no “{words}” in\n{printed}");
        }
    }
}

const QUANG_TRI: Paper = Paper {
    superior: Some("ĐẢNG BỘ VIỆN KIỂM SÁT NHÂN DÂN TỈNH QUẢNG TRỊ"),
    number_by_hand: true,
    bases: 5,
    outline: true,
    ..Paper::RESOLUTION
};

const TRA_VINH: Paper = Paper {
    superior: Some("ĐẢNG BỘ CƠ SỞ VIỆN KIỂM SÁT NHÂN DÂN TỈNH TRÀ VINH"),
    issuer: "CHI BỘ 3",
    bases: 4,
    ..QUANG_TRI
};

const MINUTES: Paper = Paper {
    type_name: "BIÊN BẢN",
    type_code: "BB",
    has_recipients: false,
    left_name_by_hand: true,
    ..QUANG_TRI
};

#[test]
fn the_forums_minutes() {
    prints(
        "minutes_forum",
        &MINUTES,
        &[
            "Quảng Trị, ngày 21 tháng 5 năm 2022",
            "Vào hồi ……… giờ ……… phút",
            "Thứ năm, phối hợp, kiểm tra, giám sát và phản biện.",
            "Chủ trì: Đồng chí Đặng Thị Thanh Hoằng - Phó Bí thư Chi bộ.",
        ],
    );
}

#[test]
fn the_resolution_after_the_forum() {
    let paper = Paper { date_by_hand: true, ..QUANG_TRI };
    prints("resolution_by_hand", &paper, &["tháng 6 năm 2022", "PHÓ BÍ THƯ", "5. Phối hợp, kiểm tra"]);
}

#[test]
fn the_forums_solutions_are_the_resolutions_sections() {
    let read = |name| serde_json::from_str::<serde_json::Value>(&crate::case(name)).unwrap();
    let (minutes, resolution) = (read("minutes_forum"), read("resolution_by_hand"));
    let headings = |list: &serde_json::Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|it| it["heading"].as_str().unwrap().to_owned()).collect()
    };
    let solutions = headings(&minutes["solutions"]);
    assert_eq!(solutions.len(), 5);
    assert_eq!(solutions, headings(&resolution["sections"][1]["items"]));
}

#[test]
fn the_decision_on_a_team() {
    let paper = Paper {
        superior: Some("ĐẢNG BỘ KHỐI CƠ QUAN DÂN CHÍNH ĐẢNG THÀNH PHỐ CẦN THƠ"),
        issuer: "ĐẢNG UỶ VIỆN KIỂM SÁT NHÂN DÂN THÀNH PHỐ CẦN THƠ",
        type_name: "QUYẾT ĐỊNH",
        type_code: "QĐ",
        bases: 3,
        articles: true,
        ..Paper::RESOLUTION
    };
    prints(
        "decision",
        &paper,
        &["Số 01-QĐ/ĐU", "Cần Thơ, ngày 21 tháng 3 năm 2019", "T/M ĐẢNG UỶ", "Tổ trưởng"],
    );
}

#[test]
fn the_interim_report() {
    let paper = Paper {
        issuer: "ĐẢNG UỶ KHỐI CÁC CƠ QUAN TRUNG ƯƠNG",
        type_name: "BÁO CÁO",
        type_code: "BC",
        number_by_hand: true,
        outline: true,
        tables: true,
        own_citations: false,
        ..Paper::RESOLUTION
    };
    prints(
        "report",
        &paper,
        &[
            "1.108 bài dự thi của 41/61 đảng bộ, chi bộ trực thuộc (67,21%)",
            "396 bài được chọn dự thi cấp Trung ương (35,74%)",
            "50/5.200 chi bộ (0,96%)",
            "107",
            "06 cuộc kiểm tra, 09 cuộc giám sát chuyên đề",
            "12 cuộc kiểm tra, 15 cuộc giám sát chuyên đề",
            "04",
        ],
    );
    let share = |part, whole| vanban::text::percent(part, whole).unwrap();
    assert_eq!([share(41, 61), share(396, 1108), share(50, 5200)], ["67,21%", "35,74%", "0,96%"]);
}

const PROVINCE: Paper = Paper {
    superior: Some("ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH"),
    date_by_hand: true,
    bases: 2,
    outline: true,
    own_citations: false,
    ..Paper::RESOLUTION
};

#[test]
fn the_plan_of_the_branches_sessions() {
    let paper = Paper {
        issuer: "ĐẢNG UỶ CƠ QUAN VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH",
        type_name: "KẾ HOẠCH",
        type_code: "KH",
        number_by_hand: true,
        tables: true,
        ..PROVINCE
    };
    prints("plan_branches", &paper, &["tháng 12 năm 2016", "Đảng uỷ viên dự, chỉ đạo", "“tự chuyển hoá”"]);
}

#[test]
fn the_draft_of_the_thematic_resolution() {
    let paper = Paper {
        issuer: "ĐẢNG ỦY CƠ QUAN VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH",
        draft: Some(1),
        has_signature: false,
        has_name: false,
        number_by_hand: true,
        ..PROVINCE
    };
    prints("resolution_thematic_draft", &paper, &["Dự thảo lần 1", "ngày 26/12/2016"]);
}

#[test]
fn the_minutes_of_a_thematic_session() {
    let paper = Paper { superior: TRA_VINH.superior, issuer: TRA_VINH.issuer, bases: 4, ..MINUTES };
    let ordinals = ["Thứ nhất, ", "Thứ hai, ", "Thứ ba, ", "Thứ tư, ", "Thứ năm, ", "Thứ sáu, "];
    prints("minutes_thematic", &paper, &ordinals);
    prints("minutes_thematic", &paper, &["Trà Vinh, ngày 27 tháng 02 năm 2023", "“Nâng cao chất lượng"]);
}

#[test]
fn the_plan_of_the_years_sessions() {
    let paper =
        Paper { type_name: "KẾ HOẠCH", type_code: "KH", date_by_hand: true, tables: true, ..TRA_VINH };
    prints("plan", &paper, &["Quý I", "27/02/2023", "Quý IV", "Đồng chí Võ Thị Kim Liên"]);
}
