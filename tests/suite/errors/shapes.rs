//! JSON that has not a record's shape: everything at once, each at its path.

use serde_json::{Value, json};
use vanban::kinds::{Minutes, Resolution};
use vanban::parts::PaperDate;
use vanban::{AnyRecord, Severity};

use super::changed;

/// What is told of a JSON, a line each.
fn told(json: &str) -> String {
    let error = AnyRecord::from_json(json).unwrap_err();
    let lines: Vec<String> =
        error.problems().iter().map(|it| format!("{}: {} [{}]", it.path, it.message, it.code)).collect();
    assert!(error.problems().iter().all(|problem| problem.severity == Severity::Error));
    lines.join("\n")
}

#[track_caller]
fn shape(json: &str, expected: &str) {
    assert_eq!(told(json), expected);
}

#[test]
fn an_envelope_names_a_kind_and_a_format() {
    shape("[]", ".: bản ghi phải là một nhóm mục {…} [shape.wrong_type]");
    let kinds: Vec<String> = vanban::kinds::built_in().map(|kind| kind.name().to_owned()).collect();
    let kinds = kinds.join(", ");
    let termed: Vec<String> =
        vanban::kinds::built_in().map(|kind| format!("{} ({})", kind.name(), kind.term())).collect();
    let termed = termed.join(", ");
    shape(
        "{}",
        &format!(
            "kind: thiếu mục bắt buộc “kind”; hãy ghi một trong các loại: {kinds} [shape.missing_field]"
        ),
    );
    shape(
        "{\"kind\": \"poem\"}",
        &format!("kind: không có loại văn bản “poem”; hãy ghi một trong: {termed} [shape.unknown_value]"),
    );
    shape(
        "{\"kind\": \"resolutoin\"}",
        "kind: không có loại văn bản “resolutoin”; có phải “resolution” (nghị quyết)? [shape.unknown_value]",
    );
    shape("{\"kind\": 7}", "kind: tên loại văn bản phải là chữ trong dấu “…”; hiện là 7 [shape.wrong_type]");
    shape(
        &changed(|r| r["format"] = json!(2)),
        "format: không có dạng 2; phần mềm đọc dạng 1 [shape.unknown_value]",
    );
    let other = Resolution::from_json("{\"kind\": \"plan\", \"format\": 1}").unwrap_err();
    assert_eq!(
        other.to_string(),
        "lỗi: kind: loại văn bản là “plan”, mà ở đây phải là “resolution” [quy ước; shape.unknown_value]"
    );
}

#[test]
fn everything_is_told_at_once() {
    shape(
        "{\"kind\": \"resolution\", \"format\": 2, \"date\": \"31/02/2026\", \"votee\": 1, \"place\": null}",
        "format: không có dạng 2; phần mềm đọc dạng 1 [shape.unknown_value]\n\
         place: mục này bắt buộc mà để trống; hãy ghi nội dung [text.empty]\n\
         date: ngày 31/02/2026 không có trong lịch [shape.no_such_value]\n\
         votee: không có mục “votee”; có phải “vote” (kết quả biểu quyết)? [shape.unknown_field]\n\
         issuer: thiếu mục bắt buộc “issuer”; hãy ghi {\"name\": …}, ví dụ Chi bộ Phòng 7-9 [shape.missing_field]\n\
         subject: thiếu mục bắt buộc “subject”; hãy ghi, ví dụ “lãnh đạo thực hiện nhiệm vụ tháng 6 năm 2026” \
         [shape.missing_field]",
    );
}

#[test]
fn a_field_is_told_with_its_path() {
    let found: Vec<String> = CHANGES.iter().map(|(change, _)| told(&changed(*change))).collect();
    let wrong: Vec<_> =
        found.iter().zip(CHANGES).filter(|(found, (_, expected))| found != expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

type Change = fn(&mut Value);

/// What is changed in a good record, and what is told of it.
const CHANGES: [(Change, &str); 14] = [
    (
        |r| r["sections"][0]["headng"] = json!("A"),
        "sections[0].headng: không có mục “headng”; có phải “heading” (đề mục)? [shape.unknown_field]",
    ),
    (
        |r| r["sections"][0]["author"] = json!("A"),
        "sections[0].author: không có mục “author”; hãy bỏ đi hoặc ghi một trong: heading (đề mục), paragraphs (các đoạn \
         văn), table (bảng số liệu), tasks (các nhiệm vụ), items (mục con), reviewed (kết quả thực hiện nghị quyết tháng \
         trước), targets (chỉ tiêu) [shape.unknown_field]",
    ),
    (|r| r["number"] = json!(-3), "number: phải từ 0 trở lên; hiện là -3 [shape.out_of_range]"),
    (
        |r| r["number"] = json!("five"),
        "number: phải là số nguyên hoặc “by_hand”; hiện là “five”; hãy ghi, ví dụ 5 [shape.wrong_type]",
    ),
    (|r| r["first_level"] = json!(300), "first_level: phải từ 0 đến 255; hiện là 300 [shape.out_of_range]"),
    (
        |r| r["signature"]["capacity"] = json!("T/X"),
        "signature.capacity: không có giá trị “T/X”; có phải “T/M”? [shape.unknown_value]",
    ),
    (
        |r| r["signature"]["capacity"] = json!("quyền"),
        "signature.capacity: không có giá trị “quyền”; hãy ghi một trong: on_behalf_of, signing_for, by_order_of, acting, \
         direct, T/M, K/T, T/L, Q. [shape.unknown_value]",
    ),
    (
        |r| r["place"] = json!(7),
        "place: phải là chữ trong dấu “…”; hiện là 7; hãy đặt trong dấu nháy kép: \"7\" [shape.wrong_type]",
    ),
    (
        |r| r["date"] = json!("5 tháng 6"),
        "date: phải là nhóm mục {…} hoặc ngày như “05/6/2026”; hiện là “5 tháng 6”; hãy ghi, ví dụ “05/6/2026” \
         [shape.wrong_type]",
    ),
    (
        |r| r["date"]["yaer"] = json!(2026),
        "date.yaer: không có mục “yaer”; có phải “year” (năm)? [shape.unknown_field]",
    ),
    (
        |r| r["issuer"] = json!("Chi bộ"),
        "issuer: phải là nhóm mục {…}; hiện là “Chi bộ”; hãy ghi {\"name\": \"Chi bộ\"} [shape.wrong_type]",
    ),
    (
        |r| r["recipients"] = json!([1, true]),
        "recipients[0]: phải là chữ trong dấu “…”; hiện là 1; hãy đặt trong dấu nháy kép: \"1\" [shape.wrong_type]\n\
         recipients[1]: phải là chữ trong dấu “…”; hiện là true; hãy đặt trong dấu nháy kép: \"true\" [shape.wrong_type]",
    ),
    (
        |r| r["basis"] = json!([{"document": {"kind": "Chỉ thị"}}]),
        "basis[0].document.symbol: thiếu mục bắt buộc “symbol”; hãy ghi, ví dụ “21-KL/TW” [shape.missing_field]\n\
         basis[0].document.date: thiếu mục bắt buộc “date”; hãy ghi, ví dụ “25/10/2021” [shape.missing_field]\n\
         basis[0].document.issuer: thiếu mục bắt buộc “issuer”; hãy ghi, ví dụ “Bộ Chính trị” [shape.missing_field]",
    ),
    (
        |r| r["basis"] = json!([{"documnet": "Chỉ thị"}]),
        "basis[0].documnet: không có mục “documnet”; có phải “document” (văn bản làm căn cứ)? [shape.unknown_field]",
    ),
];

#[test]
fn a_field_that_stands_twice_is_refused() {
    let twice = changed(|_| ()).replacen("\"place\"", "\"place\": \"Huế\", \"place\"", 1);
    assert!(
        told(&twice).starts_with("place: ghi hai lần “place”, lần sau ở dòng 1, cột "),
        "{}",
        told(&twice)
    );
}

/// What people write is read, and written in one form.
#[test]
fn values_are_read_as_people_write_them() {
    let spelt = changed(|r| {
        r["date"] = json!("05/6/2026");
        r["number"] = json!("05");
        r["signature"]["capacity"] = json!("T/M");
        r["signature"]["body"] = json!("Chi bộ");
    });
    let record = Resolution::from_json(&spelt).unwrap();
    assert_eq!(record.paper.date, PaperDate::new(2026, 6, 5));
    let written: Value = serde_json::from_str(&record.to_json().unwrap()).unwrap();
    assert_eq!(written["date"], json!({"day": 5, "month": 6, "year": 2026}));
    assert_eq!((&written["number"], &written["signature"]["capacity"]), (&json!(5), &json!("on_behalf_of")));
    let iso = Resolution::from_json(&changed(|r| r["date"] = json!("2026-06-05"))).unwrap();
    assert_eq!(iso.paper.date, record.paper.date);
    let one = |r: &mut Value| {
        r["recipients"] = json!("Lưu Chi bộ");
        r["sections"][0]["paragraphs"] = json!("Một đoạn.");
    };
    let one = Resolution::from_json(&changed(one)).unwrap();
    assert_eq!((one.paper.recipients.len(), one.outline.sections[0].paragraphs.len()), (1, 1));
    // Beside another fault it is none.
    let both = |r: &mut Value| {
        r["recipients"] = json!("Lưu Chi bộ");
        r["votee"] = json!(1);
    };
    let error = Resolution::from_json(&changed(both)).unwrap_err();
    let places: Vec<String> = error.problems().iter().map(|problem| problem.path.to_string()).collect();
    assert_eq!(places, ["votee"]);
    // A list of anything else stays what it is.
    let error = Resolution::from_json(&changed(|r| r["sections"] = json!("Một mục"))).unwrap_err();
    assert_eq!(error.problems()[0].path, "sections");

    let mut minutes: Value = serde_json::from_str(Minutes::EXAMPLE).unwrap();
    minutes["starts"] = json!({"hour": 8, "minute": 5});
    let plain = Minutes::from_value(minutes.clone()).unwrap();
    for text in ["08h05", "8:05", "8 giờ 05", "8 giờ 05 phút"] {
        minutes["starts"] = json!(text);
        assert_eq!(Minutes::from_value(minutes.clone()).unwrap(), plain, "{text}");
    }
    minutes["starts"] = json!("25:00");
    let error = Minutes::from_value(minutes).unwrap_err();
    assert_eq!(error.problems()[0].path, "starts");
    assert_eq!(error.problems()[0].message, "không có giờ 25:00");
}

/// Every whole number of a kind's case, written as a text, is that number.
#[test]
fn a_figure_may_be_written_as_a_text() {
    let mut seen = 0;
    for case in
        ["evaluation_full", "summary_full", "minutes_full", "plan_full", "resolution_monthly", "ballot_full"]
    {
        let record: Value = serde_json::from_str(&crate::case(case)).unwrap();
        let plain = AnyRecord::from_value(record.clone()).unwrap().to_json().unwrap();
        let mut texts = record;
        seen += figures_as_texts(&mut texts);
        let read = AnyRecord::from_value(texts).unwrap_or_else(|error| panic!("{case}: {error}"));
        assert_eq!(read.to_json().unwrap(), plain, "{case}");
    }
    assert!(seen > 60, "{seen}");
}

fn figures_as_texts(value: &mut Value) -> usize {
    match value {
        Value::Object(fields) => {
            fields.iter_mut().filter(|(name, _)| *name != "format").map(|(_, it)| figures_as_texts(it)).sum()
        }
        Value::Array(items) => items.iter_mut().map(figures_as_texts).sum(),
        Value::Number(number) if number.as_u64().is_some() => {
            *value = Value::String(format!("{:02}", number.as_u64().unwrap()));
            1
        }
        _ => 0,
    }
}

/// A kind of the caller's own that takes two to three words, and of them no capitals.
#[derive(Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
struct Words {
    #[schemars(length(min = 2, max = 3))]
    words: Vec<Word>,
}

#[derive(Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String")]
struct Word(String);

impl TryFrom<String> for Word {
    type Error = String;

    fn try_from(text: String) -> Result<Word, String> {
        if text.starts_with(char::is_uppercase) {
            Err(format!("invalid value: {text}"))
        } else {
            Ok(Word(text))
        }
    }
}

impl vanban::kinds::TypedRecord for Words {
    fn typed_kind() -> &'static vanban::Kind {
        static KIND: std::sync::LazyLock<vanban::Kind> =
            std::sync::LazyLock::new(|| vanban::Kind::of::<Words>("words", "mẫu thử").worded("<p>A.</p>"));
        &KIND
    }

    fn frame(&self) -> vanban::parts::Frame {
        let issuer = vanban::parts::Issuer::new("Chi bộ");
        let date = PaperDate { day: None, month: None, year: 2026 };
        vanban::parts::Frame::new("Nghị quyết", "NQ", issuer, "Huế".into(), date, "về việc".into())
    }
}

#[test]
fn what_a_callers_kind_refuses_is_told() {
    let kind = <Words as vanban::kinds::TypedRecord>::typed_kind();
    let told = |record: Value| kind.read(record).unwrap_err().to_string();
    assert_eq!(
        told(json!({"words": ["A"]})),
        "lỗi: words: danh sách có 1 mục, mà số mục phải từ 2 đến 3 [quy ước; shape.length]"
    );
    assert_eq!(
        told(json!({"words": ["a", "B"]})),
        "lỗi: words[1]: không đọc được: invalid value: B [quy ước; shape.refused]"
    );
}

#[test]
fn a_field_that_stands_twice_is_told() {
    assert_eq!(
        AnyRecord::from_json("{\"kind\": \"resolution\",\n \"kind\": \"plan\"}").unwrap_err().to_string(),
        "lỗi: kind (loại văn bản): ghi hai lần “kind”, lần sau ở dòng 2, cột 7; hãy bỏ một lần [quy ước; shape.duplicate_field]"
    );
}

/// A group of fields is no list of their values, and a word no group: the schema says so, and serde alone would not.
#[test]
fn a_list_is_not_read_as_a_group_of_fields() {
    let told = |field: &str, value: Value| {
        let mut record = crate::records::record("conclusion");
        record[field] = value;
        let error = AnyRecord::from_value(record).unwrap_err();
        error.problems().iter().map(|it| format!("{} {}", it.path, it.code)).collect::<Vec<_>>()
    };
    assert_eq!(
        told("signature", json!(["on_behalf_of", "Chi bộ", "Bí thư", "Nguyễn Văn An"])),
        ["signature shape.wrong_type"]
    );
    assert_eq!(told("sections", json!([["Nhiệm vụ", ["Một."]]])), ["sections[0] shape.wrong_type"]);
    assert_eq!(told("layout", json!([])), ["layout shape.wrong_type"]);
    assert_eq!(told("marks", json!([])), ["marks shape.wrong_type"]);
    assert_eq!(told("profile", json!({"hd05": null})), ["profile shape.wrong_type"]);
}

/// No group of any example may be written as the list of its values.
#[test]
fn no_group_of_fields_is_read_from_a_list() {
    fn groups(json: &Value, at: &str, found: &mut Vec<String>) {
        match json {
            Value::Array(items) => {
                (0..).zip(items).for_each(|(n, it): (usize, _)| groups(it, &format!("{at}/{n}"), found))
            }
            Value::Object(fields) => {
                found.push(at.to_owned());
                fields.iter().for_each(|(key, it)| groups(it, &format!("{at}/{key}"), found));
            }
            _ => {}
        }
    }
    for kind in vanban::kinds::built_in() {
        let example: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
        let mut places = Vec::new();
        groups(&example, "", &mut places);
        for place in places {
            let mut record = example.clone();
            let group = record.pointer_mut(&place).unwrap();
            *group = Value::Array(group.as_object().unwrap().values().cloned().collect());
            assert!(AnyRecord::from_value(record).is_err(), "{} {place}", kind.name());
        }
    }
}
