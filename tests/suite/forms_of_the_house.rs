//! The forms that the library brings: each is as it should be, and so is the paper of its example.

use serde_json::json;
use vanban::forms::{Form, built_in, files};
use vanban::profile::ProfileId;
use vanban::{Profile, Renderer, Severity};

#[test]
fn every_form_stands_by_itself() {
    for form in built_in() {
        let name = form.kind().name();
        let read = Form::read(&files(name).unwrap()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((read.kind().name(), read.kind().title()), (name, form.kind().title()));
        assert!(form.source().is_some(), "{name} does not say where its words come from");
        assert!(!form.kind().issuing_bodies().is_empty() || !is_of_the_regulation(form), "{name}");
    }
}

/// Whether the regulation names the type.
fn is_of_the_regulation(form: &Form) -> bool {
    ["Phương án", "Dự án", "Quy hoạch", "Chỉ thị", "Thông tri"].contains(&form.kind().title())
}

#[test]
fn the_example_of_each_makes_a_paper_after_both_guidances() {
    for form in built_in() {
        let (name, example) = (form.kind().name(), form.kind().example().unwrap());
        for id in [ProfileId::Hd05, ProfileId::Hd36] {
            let renderer = Renderer::new().with_profile(Profile::named(id));
            let record = renderer.read(example).unwrap_or_else(|error| panic!("{name}: {error}"));
            let problems = renderer.check(&record);
            let told: Vec<String> = problems
                .iter()
                // The day of the example is a day of the guidance in force.
                .filter(|problem| problem.code != "date.after_profile")
                .map(ToString::to_string)
                .collect();
            assert!(told.is_empty(), "{name}: {told:#?}");
            let document = renderer.render(&record).unwrap();
            assert!(document.to_docx().unwrap().starts_with(b"PK"), "{name}");
            assert!(document.to_pdf().unwrap().starts_with(b"%PDF"), "{name}");
        }
    }
}

#[test]
fn each_may_be_left_to_the_pen() {
    for form in built_in().filter(|form| form.kind().code().is_empty()) {
        let kind = form.kind();
        let example: serde_json::Value = serde_json::from_str(kind.example().unwrap()).unwrap();
        let required: Vec<String> =
            kind.fields(None).into_iter().filter(|it| it.required).map(|it| it.name).collect();
        let mut blank = example.clone();
        blank
            .as_object_mut()
            .unwrap()
            .retain(|name, _| !kind.own_fields().contains(name) || required.contains(name));
        let renderer = Renderer::new();
        let record =
            renderer.read(&blank.to_string()).unwrap_or_else(|error| panic!("{}: {error}", kind.name()));
        let problems = renderer.check(&record);
        assert!(problems.iter().all(|it| it.severity != Severity::Error), "{}: {problems:#?}", kind.name());
        assert!(!renderer.render(&record).unwrap().words().contains("null"));
    }
}

fn admission(changes: serde_json::Value) -> serde_json::Value {
    let form = built_in().find(|form| form.kind().name() == "admission_resolution").unwrap();
    let mut record: serde_json::Value = serde_json::from_str(form.kind().example().unwrap()).unwrap();
    for (name, value) in changes.as_object().unwrap() {
        record[name] = value.clone();
    }
    record.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    record
}

fn words_of(record: &serde_json::Value) -> String {
    let renderer = Renderer::new();
    let words = renderer.render(&renderer.read(&record.to_string()).unwrap()).unwrap().words();
    words.replace('\u{a0}', " ")
}

/// Mẫu 6-KNĐ: who is absent, who did not agree, and the percentages come of the figures.
#[test]
fn an_admission_counts_its_figures() {
    let text = words_of(&admission(json!({})));
    for sentence in [
        "Tổng số đảng viên của Chi bộ: 28 đảng viên, trong đó chính thức 26 đồng chí, dự bị 02 đồng chí.",
        "Có mặt: 25 đảng viên, trong đó chính thức 24 đồng chí, dự bị 01 đồng chí.",
        "Vắng mặt: 03 đảng viên, trong đó chính thức 02 đồng chí, dự bị 01 đồng chí.",
        "vào Đảng là 23 đồng chí (đạt 88,46%) so với tổng số đảng viên chính thức. Số không tán thành 01 đồng chí \
         (chiếm 3,85%) với lý do chưa tham gia đều hoạt động nơi cư trú.",
    ] {
        assert!(text.contains(sentence), "{sentence}: {text}");
    }
    let all = words_of(&admission(json!({"in_favour": 24, "reason_against": null})));
    assert!(all.contains("Số không tán thành 00 đồng chí (chiếm 0%).\n"), "{all}");
}

/// Before the meeting the figures are not known: dots stand where they are worked out, too.
#[test]
fn an_admission_may_be_printed_before_the_meeting() {
    let open = ["members_official", "members_probationary", "present_official", "present_probationary"];
    let mut record = admission(json!({"in_favour": null, "reason_against": null}));
    record.as_object_mut().unwrap().retain(|name, _| !open.contains(&name.as_str()));
    let text = words_of(&record);
    for sentence in [
        "Vắng mặt: ……… đảng viên, trong đó chính thức ……… đồng chí, dự bị ……… đồng chí.",
        "vào Đảng là ……… đồng chí (đạt ……… %) so với tổng số đảng viên chính thức. Số không tán thành ……… đồng chí \
         (chiếm ……… %) với lý do ………………",
    ] {
        assert!(text.contains(sentence), "{sentence}: {text}");
    }
}

#[test]
fn figures_of_an_admission_agree() {
    let renderer = Renderer::new();
    let told = |changes| {
        let record = renderer.read(&admission(changes).to_string()).unwrap();
        renderer.check(&record).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let told = |changes| told(changes).join("\n");
    assert_eq!(
        told(json!({"present_official": 27})),
        "lỗi: present_official (Đảng viên chính thức có mặt): không được lớn hơn “members_official” (26), vì lời văn lấy số \
         ấy trừ đi số này; hiện là 27; hãy sửa một trong hai số [quy ước; shape.out_of_range]"
    );
    assert_eq!(
        told(json!({"in_favour": 25})),
        "lỗi: in_favour (Số tán thành): không được lớn hơn “present_official” (24), vì lời văn lấy số ấy trừ đi số này; hiện \
         là 25; hãy sửa một trong hai số [quy ước; shape.out_of_range]"
    );
}

/// What no source gives is said to be nobody's words.
#[test]
fn papers_of_admission_say_what_no_source_gives() {
    let frames = [
        "party_application",
        "admission_opinions",
        "probation_review",
        "probation_assessment",
        "collective_review",
    ];
    for form in built_in().filter(|form| frames.contains(&form.kind().name())) {
        let (source, remark) = (form.source().unwrap(), form.remark().unwrap());
        assert!(source.contains("nguyên văn"), "{source}");
        assert!(remark.starts_with("Phần mềm chỉ dựng khung: "), "{remark}");
    }
}
