//! What a record, or a Renderer, chooses inside the guidance's ranges: both files obey.

use serde_json::{Value, json};
use vanban::kinds::{Comments, OpinionForm, Resolution};
use vanban::profile::Layout;
use vanban::text::Decimal;
use vanban::{AnyRecord, Document, Kind, Profile, Renderer, Stage};

use crate::checklist::docx::Docx;

const CHOSEN: &str = r#"{"type_name_pt": 15, "subject_pt": 15, "body_pt": 15, "line_pitch_pt": 22,
    "first_line_mm": 12.7, "paragraph_gap_pt": 8}"#;

fn with_layout(layout: &str) -> Resolution {
    let mut record: Value = serde_json::from_str(Resolution::EXAMPLE).unwrap();
    record["layout"] = serde_json::from_str(layout).unwrap();
    Resolution::from_value(record).unwrap()
}

/// The body's style in the DOCX: size in half points, pitch, first line and gap in twips.
fn body(document: &Document) -> [i64; 4] {
    let docx = Docx::read(&document.to_docx().unwrap()).unwrap();
    let paragraph = docx.paragraphs.iter().find(|it| it.text.starts_with("Căn cứ tình hình")).or_else(|| {
        docx.paragraphs.iter().find(|it| it.text.len() > 150 && it.look.first_line.unwrap_or_default() > 0)
    });
    let paragraph = paragraph.unwrap();
    let look = &paragraph.look;
    [paragraph.runs[0].look.size.unwrap(), look.line.unwrap(), look.first_line.unwrap(), look.after.unwrap()]
}

/// From one baseline to the next, most often, on the second page of the PDF: in tenths of a point.
fn pitch(document: &Document) -> i64 {
    let pages = document.to_text(Stage::Pages).unwrap();
    let second = pages.split("\npage ").nth(1).unwrap();
    let mut heights: Vec<f64> = second
        .lines()
        .filter_map(|line| line.trim().split(' ').nth(1).and_then(|height| height.parse().ok()))
        .collect();
    heights.dedup();
    let steps: Vec<i64> = heights.windows(2).map(|two| ((two[1] - two[0]) * 10.0).round() as i64).collect();
    let count = |step: i64| steps.iter().filter(|&&it| it == step).count();
    steps.iter().copied().max_by_key(|&step| count(step)).unwrap()
}

#[test]
fn both_files_obey_what_a_record_chooses() {
    let plain = Renderer::new().render(&Resolution::example()).unwrap();
    assert_eq!((body(&plain), pitch(&plain)), ([28, 360, 567, 120], 180));
    let chosen = Renderer::new().render(&with_layout(CHOSEN)).unwrap();
    assert_eq!((body(&chosen), pitch(&chosen)), ([30, 440, 720, 160], 220));
    assert!(chosen.page_count() >= plain.page_count());
    let words = |document: &Document| document.words().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words(&plain), words(&chosen));
}

#[test]
fn the_record_wins_over_the_renderer() {
    let renderer = Renderer::new().with_profile(Profile::hd05().with_line_pitch_pt(20.0).unwrap());
    assert_eq!(pitch(&renderer.render(&Resolution::example()).unwrap()), 200);
    assert_eq!(pitch(&renderer.render(&with_layout(r#"{"line_pitch_pt": 19}"#)).unwrap()), 190);
    // One renderer serves both, one after the other.
    assert_eq!(body(&renderer.render(&Resolution::example()).unwrap())[1], 400);
}

#[test]
fn what_lies_outside_is_refused_with_its_clause() {
    let record = with_layout(
        r#"{"type_name_pt": 14, "subject_pt": 16, "body_pt": 14.5, "line_pitch_pt": 24, "first_line_mm": 13,
            "paragraph_gap_pt": 5}"#,
    );
    let problems = Renderer::new().check(&record);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "lỗi: layout.type_name_pt: cỡ chữ tên loại từ 15 đến 16 pt, số nguyên; hiện là 14 pt; hãy ghi lại \
             [05-HD/VPTW PL2.5; layout.out_of_range]",
            "lỗi: layout.subject_pt: cỡ chữ trích yếu từ 14 đến 15 pt, số nguyên; hiện là 16 pt; hãy ghi lại \
             [05-HD/VPTW PL2.5; layout.out_of_range]",
            "lỗi: layout.body_pt: cỡ chữ nội dung từ 14 đến 15 pt, số nguyên; hiện là 14,5 pt; hãy ghi lại \
             [05-HD/VPTW PL2.6; layout.out_of_range]",
            "lỗi: layout.line_pitch_pt: giãn dòng từ 18 đến 22 pt, số nguyên; hiện là 24 pt; hãy ghi lại \
             [05-HD/VPTW II.I.6.2.2; layout.out_of_range]",
            "lỗi: layout.first_line_mm: lùi đầu dòng từ 10 đến 12,7 mm; hiện là 13 mm; hãy ghi lại \
             [quy ước; layout.out_of_range]",
            "lỗi: layout.paragraph_gap_pt: khoảng cách đoạn từ 6 đến 18 pt, số nguyên; hiện là 5 pt; hãy ghi lại \
             [05-HD/VPTW II.I.6.2.2; layout.out_of_range]",
        ]
    );
    // The guidance of 2018 says no more than "at least 18".
    let mut record = with_layout(r#"{"line_pitch_pt": 24}"#);
    record.paper.profile = Some(vanban::profile::ProfileId::Hd36);
    assert!(Renderer::new().check(&record).iter().all(|problem| !problem.is_error()));
    assert!(Profile::hd05().with_first_line_mm(f64::NAN).is_err());
    let unknown = json!({"kind": "resolution", "layout": {"body": 14}});
    assert!(Resolution::from_value(unknown).is_err());
}

/// One value of each that is another than the profile's.
const OTHERS: [(&str, f64); 6] = [
    ("type_name_pt", 15.0),
    ("subject_pt", 15.0),
    ("body_pt", 15.0),
    ("line_pitch_pt", 20.0),
    ("first_line_mm", 12.7),
    ("paragraph_gap_pt", 8.0),
];

fn written(kind: &Kind, chosen: Value) -> AnyRecord {
    let mut record: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
    // Two paragraphs, of the one that each of these has; and a sheet of its own for each ballot.
    match kind.name() {
        "ballot_paper" => {
            record["per_sheet"] = 1.into();
            record["opening"] = "Hội nghị biểu quyết.".into();
            record["choices"] = json!({"own": ["Có", "Không", "Khác", "Khác nữa", "Trắng", "Thôi"]});
        }
        "comments" => record["asked"] = "đảng viên của Chi bộ".into(),
        _ => {}
    }
    if !chosen.is_null() {
        record["layout"] = chosen;
    }
    kind.read(record).unwrap()
}

#[test]
fn every_value_has_its_effect_in_every_kind_or_is_refused() {
    let renderer = Renderer::new();
    // What is no type of the guidance has no ranges to choose in.
    let ranged = |kind: &&Kind| kind.json_schema()["properties"].get("layout").is_some();
    for kind in renderer.kinds().filter(ranged) {
        let pages = |chosen: Value| {
            let document = renderer.render(&written(kind, chosen));
            document.map(|it| it.to_text(Stage::Pages).unwrap())
        };
        let plain = pages(Value::Null).unwrap();
        for (field, value) in OTHERS {
            let refused = kind.name() == "official_letter" && ["type_name_pt", "subject_pt"].contains(&field);
            match pages(json!({ field: value })) {
                Ok(chosen) => assert!(chosen != plain && !refused, "{} {field}", kind.name()),
                Err(error) => assert!(
                    refused && error.problems()[0].code == "layout.without_effect",
                    "{} {field}: {error}",
                    kind.name()
                ),
            }
        }
    }
}

#[test]
fn what_would_be_without_effect_is_refused() {
    let said = |record: &AnyRecord| {
        let problems = Renderer::new().check(record);
        problems.iter().filter(|it| it.is_error()).map(ToString::to_string).collect::<Vec<_>>()
    };
    let renderer = Renderer::new();
    let letter = renderer.kinds().find(|kind| kind.name() == "official_letter").unwrap();
    assert_eq!(
        said(&written(letter, json!({"type_name_pt": 15, "subject_pt": 15, "body_pt": 15}))),
        [
            "lỗi: layout.type_name_pt: cỡ chữ tên loại không có tác dụng ở đây: công văn không in tên loại; trích yếu \
             in cỡ 12 dưới số, ký hiệu; hãy bỏ [05-HD/VPTW II.I.5.2.3; layout.without_effect]",
            "lỗi: layout.subject_pt: cỡ chữ trích yếu không có tác dụng ở đây: công văn không in tên loại; trích yếu \
             in cỡ 12 dưới số, ký hiệu; hãy bỏ [05-HD/VPTW II.I.5.2.3; layout.without_effect]",
        ]
    );
    let mut comments: Value = serde_json::from_str(Comments::EXAMPLE).unwrap();
    comments["layout"] = json!({"line_pitch_pt": 20, "first_line_mm": 12});
    comments.as_object_mut().unwrap().remove("asked");
    assert_eq!(
        said(&AnyRecord::from_value(comments).unwrap()),
        [
            "lỗi: layout.first_line_mm: lùi đầu dòng không có tác dụng ở đây: bảng tổng hợp này không có đoạn văn nào; \
          hãy bỏ [quy ước; layout.without_effect]"
        ]
    );
}

#[test]
fn lines_for_the_pen_stay_one_line_each() {
    let form = OpinionForm::example().signed();
    let lines = |form: &OpinionForm| {
        let pages = Renderer::new().render(form).unwrap().to_text(Stage::Pages).unwrap();
        pages.lines().filter(|line| line.contains("…………")).count()
    };
    let widest = Layout::default().body_pt(15).first_line_mm(Decimal::try_from(12.7).unwrap());
    assert_eq!(lines(&form.clone().layout(widest)), lines(&form));
}
