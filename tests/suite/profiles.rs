//! What the two guidances print otherwise: the rows of their comparison that touch a resolution, read
//! from the tree and the pages of the same record.

use serde_json::{Value, json};

use crate::checklist::docx::Docx;
use vanban::Stage;

/// The record with every part, after one guidance, changed.
fn lines(profile: &str, change: impl Fn(&mut Value)) -> Vec<String> {
    let mut record: Value = serde_json::from_str(&crate::case("resolution_every_part")).unwrap();
    record["profile"] = json!(profile);
    change(&mut record);
    crate::render(&record.to_string())
        .to_text(Stage::Tree)
        .unwrap()
        .lines()
        .map(|line| line.replace('°', " "))
        .collect()
}

fn with(profile: &str, role: &str) -> Vec<String> {
    let start = format!("{role}: ");
    lines(profile, |_| {})
        .iter()
        .filter_map(|line| line.trim().strip_prefix(&start).map(str::to_owned))
        .collect()
}

fn ends(lines: &[String]) -> String {
    lines.iter().filter_map(|line| line.chars().last()).collect()
}

#[test]
fn marks_at_the_ends_of_grounds_and_recipients() {
    assert_eq!((ends(&with("hd05", "Basis")), ends(&with("hd36", "Basis"))), (";;;.".into(), ";;;,".into()));
    assert_eq!(
        (ends(&with("hd05", "Recipient")), ends(&with("hd36", "Recipient"))),
        (";;.".into(), ",,.".into())
    );
    // Every căn cứ has its dash in both: prescribed since 2026, observed before.
    assert!(with("hd36", "Basis").iter().all(|line| line.starts_with("- Căn cứ ")));
}

#[test]
fn the_date_stands_beside_the_number_or_under_the_title() {
    let cells = |profile| {
        let lines = lines(profile, |_| {});
        let at = lines.iter().position(|line| line.trim().starts_with("PlaceDate")).unwrap();
        lines[at - 1].trim().split(':').next().unwrap().to_owned()
    };
    assert_eq!((cells("hd05").as_str(), cells("hd36").as_str()), ("cell 2", "PartyTitle"));
}

/// Baseline to baseline, as in the signed original of 36-HD; 05-HD has the date there where a paper has no
/// number beside which it could stand.
#[test]
fn the_date_stands_as_far_below_the_title_as_in_the_original() {
    let distance = |profile: &str, case: &str| {
        let mut record: Value = serde_json::from_str(&crate::case(case)).unwrap();
        record["profile"] = json!(profile);
        let document = crate::render(&record.to_string());
        let docx = Docx::read(&document.to_docx().unwrap()).unwrap();
        let look = |text: &str| {
            let found = docx.paragraphs.iter().find(|paragraph| paragraph.text.contains(text));
            found.unwrap().look.clone()
        };
        let pages = document.to_text(Stage::Pages).unwrap();
        let baseline = |text: &str| -> f64 {
            let line = pages.lines().find(|line| line.contains(text)).unwrap();
            line.split_whitespace().nth(1).unwrap().parse().unwrap()
        };
        let (title, date) = ("ĐẢNG CỘNG SẢN VIỆT NAM", ", ngày");
        let above = look(date).before.unwrap();
        let rule = look(title).bottom.unwrap().size * 20 / 8;
        // What a row adds is whole points, as everywhere.
        assert_eq!((above + look(date).after.unwrap()) % 20, 0);
        let twips = look(title).after.unwrap().max(above) + rule + look(date).line.unwrap();
        (((baseline(date) - baseline(title)) * 20.0).round() as i64, twips)
    };
    // 25.8 pt.
    assert_eq!(distance("hd36", "report_smallest"), (516, 516));
    assert_eq!(distance("hd36", "invitation_smallest"), (516, 516));
    assert_eq!(distance("hd36", "minutes_smallest"), (516, 516));
    // 18 pt, under a title without a number beside it.
    assert_eq!(distance("hd05", "invitation_smallest"), (360, 360));
}

/// There it stands below the number, and the text of a quarter has no room to lose.
#[test]
fn on_a_quarter_of_a_sheet_the_date_stands_as_in_the_other_guidance() {
    let pages = |profile: &str| {
        let mut record: Value = serde_json::from_str(&crate::case("ballot_four_to_a_sheet")).unwrap();
        record["profile"] = json!(profile);
        crate::render(&record.to_string()).to_text(Stage::Pages).unwrap()
    };
    assert_eq!(pages("hd05"), pages("hd36"));
}

#[test]
fn an_appendix_is_called_as_the_guidance_prints_its_own() {
    let heads = |profile: &str, appendices: Value| -> Vec<String> {
        let lines = lines(profile, |record| record["appendices"] = appendices.clone());
        let heads = lines.iter().filter_map(|line| {
            line.strip_prefix("AppendixLabel: ").or_else(|| line.strip_prefix("AppendixTitle: "))
        });
        heads.map(str::to_owned).collect()
    };
    let one = json!({"title": "Số liệu tháng 6", "sections": [{"paragraphs": ["Một đoạn."]}]});
    let other = json!({"title": "Danh sách biểu dương", "sections": [{"paragraphs": ["Một đoạn."]}]});
    let mut list = other.clone();
    list["list"] = json!(true);
    let two = json!([one, other]);
    assert_eq!(
        heads("hd36", two.clone()),
        ["Phụ lục 1", "Số liệu tháng 6", "Phụ lục 2", "Danh sách biểu dương"]
    );
    assert_eq!(heads("hd05", two), ["PHỤ LỤC 1", "SỐ LIỆU THÁNG 6", "PHỤ LỤC 2", "DANH SÁCH BIỂU DƯƠNG"]);
    // 36-HD/VPTW 4.5: a number from two on.
    assert_eq!(heads("hd36", json!([one])), ["Phụ lục", "Số liệu tháng 6"]);
    assert_eq!(heads("hd05", json!([one])), ["PHỤ LỤC", "SỐ LIỆU THÁNG 6"]);
    assert_eq!(heads("hd36", json!([list])), ["Danh sách", "Danh sách biểu dương"]);
    assert_eq!(heads("hd05", json!([list])), ["DANH SÁCH", "DANH SÁCH BIỂU DƯƠNG"]);
    // Bold, in the size of the body, like the label above it.
    let mut record: Value = serde_json::from_str(&crate::case("resolution_every_part")).unwrap();
    (record["profile"], record["appendices"]) = (json!("hd36"), json!([one]));
    let pages = crate::render(&record.to_string()).to_text(Stage::Pages).unwrap();
    let title =
        pages.lines().find(|line| line.ends_with("Số°liệu tháng°6") || line.ends_with("Số liệu tháng 6"));
    assert!(title.is_some_and(|line| line.contains(" bold 14 ")), "{pages}");
}

#[test]
fn the_drafters_mark_is_in_capitals_before_2026() {
    assert_eq!(with("hd05", "DrafterMark"), ["NguyenVanAn-26"]);
    assert_eq!(with("hd36", "DrafterMark"), ["NGUYENVANAN-26"]);
    let size = |profile| vanban_size(profile, "NGUYENVANAN-26");
    assert_eq!((size("hd05"), size("hd36")), (11.0, 8.0));
}

/// Size in which the pages set a text, whatever its capitals.
fn vanban_size(profile: &str, text: &str) -> f64 {
    let mut record: Value = serde_json::from_str(&crate::case("resolution_every_part")).unwrap();
    record["profile"] = json!(profile);
    let pages = crate::render(&record.to_string()).to_text(Stage::Pages).unwrap();
    let line = pages.lines().find(|line| line.to_uppercase().ends_with(text)).unwrap().to_owned();
    line.split(" regular ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn the_note_against_publication_has_its_words_and_its_place() {
    let (new, old) = (with("hd05", "NoBroadcast"), with("hd36", "NoBroadcast"));
    assert_eq!(new, ["KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG"]);
    assert_eq!(old, ["KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG"]);
    let in_foot = |profile| {
        let lines = lines(profile, |_| {});
        let foot = lines.iter().position(|line| line == "foot").unwrap();
        lines.iter().position(|line| line.contains("NoBroadcast")).unwrap() > foot
    };
    assert!(in_foot("hd05") && !in_foot("hd36"));
}

#[test]
fn what_did_not_change_is_the_same() {
    for role in [
        "PartyTitle",
        "Superior",
        "Issuer",
        "Star",
        "Number",
        "TypeName",
        "Abstract",
        "Separator",
        "Authority",
        "Position",
        "SignerName",
        "Urgency",
        "Circulation",
        "AppendixOf",
    ] {
        assert_eq!(with("hd05", role), with("hd36", role), "{role}");
    }
    assert_eq!(vanban::Profile::hd05().page(), vanban::Profile::hd36().page());
}

#[test]
fn a_renderers_profile_holds_where_the_record_names_none() {
    let record = vanban::AnyRecord::from_json(&crate::case("resolution_numbered")).unwrap();
    let renderer = vanban::Renderer::new().with_profile(vanban::Profile::hd36());
    let tree = renderer.render(&record).unwrap().to_text(Stage::Tree).unwrap();
    assert!(tree.contains("Lưu Chi bộ.") && tree.contains("Các đảng viên Chi bộ,"));
}
