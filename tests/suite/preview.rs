//! A record while it is being written: its problems are those of the command, its pages never stop.

use serde_json::{Value, json};
use vanban::kinds::built_in;
use vanban::{Preview, Problem, Renderer};

/// What `vanban check --json` tells.
fn told(renderer: &Renderer, json: &str) -> Vec<Problem> {
    match renderer.read(json) {
        Ok(record) => renderer.check(&record),
        Err(error) => error.problems().to_vec(),
    }
}

fn preview(json: &Value) -> Preview {
    Renderer::new().preview(&json.to_string()).unwrap()
}

/// The words of the pages, as a reader of the SVG finds them.
#[cfg(feature = "svg")]
fn words(preview: &Preview) -> String {
    let pages = (0..preview.page_count()).filter_map(|page| preview.to_svg_in(page, "serif"));
    let mut words = String::new();
    let mut inside = false;
    for c in pages.collect::<String>().chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            '\n' => words.push(' '),
            c if !inside => words.push(c),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every way to a value within a record.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, inner)| leaves(inner, &format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, inner)| leaves(inner, &format!("{at}/{index}"), found));
        }
        _ => found.push(at.to_owned()),
    }
}

fn examples() -> impl Iterator<Item = (&'static str, Value)> {
    built_in().map(|kind| (kind.name(), serde_json::from_str(kind.example().unwrap()).unwrap()))
}

fn example(kind: &str) -> Value {
    examples().find(|(name, _)| *name == kind).map(|(_, example)| example).unwrap()
}

/// The examples, of each list the first element.
fn short_examples() -> impl Iterator<Item = (&'static str, Value)> {
    fn shorten(value: &mut Value) {
        match value {
            Value::Object(fields) => fields.values_mut().for_each(shorten),
            Value::Array(items) => {
                items.truncate(1);
                items.iter_mut().for_each(shorten);
            }
            _ => {}
        }
    }
    examples().map(|(kind, mut example)| {
        shorten(&mut example);
        (kind, example)
    })
}

#[test]
fn a_kind_alone_is_a_blank_paper() {
    for kind in built_in() {
        let preview = preview(&json!({"kind": kind.name()}));
        assert!(preview.page_count() >= 1, "{}", kind.name());
        assert!(preview.record().is_none() && !preview.is_sound(), "{}", kind.name());
    }
}

#[cfg(feature = "svg")]
#[test]
fn a_sound_record_has_the_pages_of_its_paper() {
    let renderer = Renderer::new();
    for (kind, example) in examples() {
        let preview = renderer.preview(&example.to_string()).unwrap();
        let document = renderer.render(preview.record().unwrap()).unwrap();
        assert!(preview.is_sound(), "{kind}");
        assert_eq!(preview.page_count(), document.page_count(), "{kind}");
        assert_eq!(preview.file_name(), document.file_name(), "{kind}");
        for page in 0..=document.page_count() {
            assert_eq!(preview.to_svg(page), document.to_svg(page), "{kind}");
        }
        assert_eq!(preview.problems(), document.warnings(), "{kind}");
    }
}

/// Looks at records of a kind, each on a thread that is free; what is wrong with them stops no page.
fn holds(records: &[(String, Value)], with_problems: bool) {
    let renderer = Renderer::new();
    let look = |(what, record): &(String, Value)| {
        let json = record.to_string();
        let preview = renderer.preview(&json).unwrap();
        assert!(preview.page_count() >= 1, "{what}: {:?}", preview.problems());
        if with_problems {
            assert_eq!(preview.problems(), told(&renderer, &json), "{what}");
        }
    };
    std::thread::scope(|scope| {
        for records in records.chunks(records.len().div_ceil(4).max(1)) {
            scope.spawn(|| records.iter().for_each(look));
        }
    });
}

#[test]
fn what_is_left_out_stops_no_page() {
    let mut records = Vec::new();
    for (kind, example) in examples() {
        for name in example.as_object().unwrap().keys().filter(|name| *name != "kind") {
            let mut record = example.clone();
            record.as_object_mut().unwrap().shift_remove(name);
            records.push((format!("{kind} without {name}"), record));
        }
    }
    assert!(records.len() > 150);
    holds(&records, true);
}

#[test]
fn what_is_wrong_stops_no_page() {
    for (wrong, with_problems) in
        [(json!("x"), true), (json!(7), false), (Value::Null, true), (json!([]), false), (json!({}), false)]
    {
        let mut records = Vec::new();
        for (kind, example) in short_examples() {
            let mut places = Vec::new();
            leaves(&example, "", &mut places);
            for place in places.iter().filter(|place| *place != "/kind") {
                let mut record = example.clone();
                *record.pointer_mut(place).unwrap() = wrong.clone();
                records.push((format!("{kind}{place} = {wrong}"), record));
            }
        }
        assert!(records.len() > 300);
        holds(&records, with_problems);
    }
}

#[cfg(feature = "svg")]
#[test]
fn a_form_begins_blank() {
    let words_of = |record: Value| words(&preview(&record));
    let blank = words_of(json!({"kind": "evaluation_form"}));
    assert!(blank.contains("PHIẾU TỰ ĐÁNH GIÁ") && blank.contains("Thời lượng: ……… phút."), "{blank}");
    assert!(!blank.contains("STT") && !blank.contains("2026"), "{blank}");
    // With its set it has the table, without a total.
    let set = words_of(
        json!({"kind": "evaluation_form", "scorer": "superior", "criteria_set": "an_phu_ward_2025_monthly"}),
    );
    assert!(set.contains("Mẫu 2") && set.contains("4.5 Có nhiều đảng viên t"), "{set}");
    assert!(set.contains("TỔNG ĐIỂM 100 Xếp loại") && set.contains("năm ………: …………"), "{set}");
}

#[cfg(feature = "svg")]
#[test]
fn what_is_written_is_printed() {
    let mut form = example("evaluation_form");
    form["session"]["present"] = json!(250);
    form["held"] = json!("31/6/2026");
    form["issuer"] = json!({"superior": "Đảng bộ phường Bình An"});
    form["rows"] = json!([{"criterion": "1.1", "self_score": 5}, {"criterion": "2.1", "self_score": "bốn"}]);
    let preview = preview(&form);
    let words = words(&preview);
    assert!(words.contains("có mặt: 250 đồng chí") && words.contains("ĐẢNG BỘ PHƯỜNG BÌNH AN"), "{words}");
    assert!(
        words.contains("ngày ……… tháng 6 năm 2026") && words.contains("1.1 Thời gian sinh hoạt chi bộ 5 5")
    );
    assert!(!preview.is_sound() && preview.record().is_none());
}

#[cfg(feature = "svg")]
#[test]
fn what_the_sheet_has_no_room_for_is_left_out() {
    let mut report = example("report");
    report["appendices"] = json!([{"title": "Bảng", "sections": [{"table": {
        "columns": [{"label": "Tên"}, {"label": "Số", "width": "300mm"}], "rows": [["An", "1"]]}}]}]);
    let preview = preview(&report);
    assert!(preview.problems().iter().any(|it| it.code.starts_with("fit.")), "{:?}", preview.problems());
    assert!(preview.record().is_some() && !preview.is_sound());
    let words = words(&preview);
    assert!(words.contains("Phụ lục Bảng") && words.ends_with("Tên Số An 1"), "{words}");
}

#[test]
fn errors_of_rules_do_not_stop_the_pages() {
    let renderer = Renderer::new();
    let mut form = example("evaluation_form");
    form["session"]["present"] = json!(250);
    let preview = renderer.preview(&form.to_string()).unwrap();
    let present = preview.problems().iter().find(|it| it.path == "session.present").unwrap();
    assert_eq!(present.message, "có mặt 250 đồng chí, nhiều hơn 26 đảng viên của chi bộ");
    assert!(preview.record().is_some() && !preview.is_sound());
    assert_eq!(
        preview.file_name(),
        renderer.preview(&example("evaluation_form").to_string()).unwrap().file_name()
    );
}

#[test]
fn a_choice_takes_a_value_that_the_wording_knows() {
    let mut form = example("evaluation_form");
    form["criteria_set"] = json!("nghe_an_08qd_2021_chuyen_de");
    form.as_object_mut().unwrap().shift_remove("rows");
    let preview = preview(&form);
    assert!(preview.problems().iter().any(|it| it.code == "session.variant_not_in_set"));
    assert!(preview.page_count() >= 2, "the set's own table");
}

#[test]
fn a_field_that_stands_twice_is_told() {
    let json = r#"{"kind": "notice", "place": "Bình An", "place": "Bình Minh"}"#;
    let preview = Renderer::new().preview(json).unwrap();
    assert_eq!(preview.problems(), told(&Renderer::new(), json));
    assert!(preview.page_count() == 1 && preview.record().is_none());
}

#[test]
fn what_is_no_record_has_no_preview() {
    let renderer = Renderer::new();
    for (json, path, code) in [
        ("{\"kind\": \"notice\", ", ".", "shape.syntax"),
        ("[]", ".", "shape.wrong_type"),
        ("7", ".", "shape.wrong_type"),
        ("{}", "kind", "shape.missing_field"),
        ("{\"kind\": 7}", "kind", "shape.wrong_type"),
        ("{\"kind\": \"thông báo\"}", "kind", "shape.unknown_value"),
    ] {
        let error = renderer.preview(json).unwrap_err();
        let [problem] = error.problems() else { panic!("{json}: {error}") };
        assert!(problem.path == path && problem.code == code, "{json}: {problem}");
        assert_eq!(error.problems(), told(&renderer, json), "{json}");
    }
}

#[cfg(feature = "svg")]
#[test]
fn a_row_that_is_missing_has_room_and_the_rest_stays() {
    let text = std::fs::read_to_string("tests/cases/minutes_ballot_count.json").unwrap();
    let mut minutes: Value = serde_json::from_str(&text).unwrap();
    minutes["ballots"]["rows"] = json!(0);
    let words = words(&preview(&minutes));
    assert!(
        words.contains("số phiếu thu vào: 23 phiếu") && words.contains("CHI BỘ THÔN TRIỀU KHÚC"),
        "{words}"
    );
    assert!(words.contains("Ghi chú 1 ……… ……… ……… ……… ……… ……… Biên bản"), "{words}");
}
