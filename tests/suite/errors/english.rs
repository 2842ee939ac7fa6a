//! What a developer reads of JSON that has not a record's shape, beside what an office does.

use serde_json::{Value, json};
use vanban::error::{Groups, Remark};
use vanban::kinds::{EvaluationForm, Resolution};
use vanban::scoring::CriteriaSet;
use vanban::{AnyRecord, Error};

use super::changed;

/// Path, code, and both sentences of each problem.
fn both(error: &Error) -> Vec<[String; 4]> {
    let each = error.problems().iter().map(|it| {
        let english = it.in_english().unwrap_or_default().to_owned();
        [it.path.to_string(), it.code.to_owned(), it.message.clone(), english]
    });
    each.collect()
}

#[track_caller]
fn one(json: &str, expected: [&str; 4]) {
    let error = AnyRecord::from_json(json).unwrap_err();
    assert_eq!(both(&error), [expected.map(str::to_owned)]);
}

#[test]
fn an_envelope_is_told_in_both_languages() {
    let names: Vec<&str> = vanban::kinds::built_in().map(|kind| kind.name()).collect();
    let names = names.join(", ");
    let told = |json: &str| both(&AnyRecord::from_json(json).unwrap_err()).remove(0)[3].clone();
    assert_eq!(told("[]"), "the record must be an object {…}");
    assert_eq!(told("{}"), format!("required field “kind” is missing; write one of the kinds: {names}"));
    assert_eq!(told(r#"{"kind": "poem"}"#), format!("there is no kind “poem”; write one of: {names}"));
    assert_eq!(
        told(r#"{"kind": "resolutoin"}"#),
        "there is no kind “resolutoin”; did you mean “resolution”?"
    );
    assert_eq!(told(r#"{"kind": 7}"#), "the kind must be a string; found 7");
    assert_eq!(told(&changed(|r| r["format"] = json!(2))), "there is no format 2; write 1");
    let other = Resolution::from_json("{\"kind\": \"plan\", \"format\": 1}").unwrap_err();
    assert_eq!(both(&other)[0][3], "the kind is “plan”, but must be “resolution” here");
    let latin = AnyRecord::from_slice(b"{\"kind\": \"\xe9\"}").unwrap_err();
    assert_eq!(both(&latin)[0][3], "the file is not UTF-8; save it as UTF-8");
}

type Change = fn(&mut Value);

/// What is changed in a good record; path, code, and both sentences.
const CHANGES: [(Change, [&str; 4]); 16] = [
    (
        |r| r["votee"] = json!(1),
        [
            "votee",
            "shape.unknown_field",
            "không có mục “votee”; có phải “vote” (kết quả biểu quyết)?",
            "there is no field “votee”; did you mean “vote”?",
        ],
    ),
    (
        |r| r["sections"][0]["author"] = json!("A"),
        [
            "sections[0].author",
            "shape.unknown_field",
            "không có mục “author”; hãy bỏ đi hoặc ghi một trong: heading (đề mục), paragraphs (các đoạn văn), table \
             (bảng số liệu), tasks (các nhiệm vụ), items (mục con), reviewed (kết quả thực hiện nghị quyết tháng \
             trước), targets (chỉ tiêu)",
            "there is no field “author”; remove it or write one of: heading, paragraphs, table, tasks, items, reviewed, \
             targets",
        ],
    ),
    (
        |r| drop(r.as_object_mut().unwrap().remove("subject")),
        [
            "subject",
            "shape.missing_field",
            "thiếu mục bắt buộc “subject”; hãy ghi, ví dụ “lãnh đạo thực hiện nhiệm vụ tháng 6 năm 2026”",
            "required field “subject” is missing; write it, for example “lãnh đạo thực hiện nhiệm vụ tháng 6 năm 2026”",
        ],
    ),
    (
        |r| drop(r.as_object_mut().unwrap().remove("issuer")),
        [
            "issuer",
            "shape.missing_field",
            "thiếu mục bắt buộc “issuer”; hãy ghi {\"name\": …}, ví dụ Chi bộ Phòng 7-9",
            "required field “issuer” is missing; write {\"name\": …}, for example Chi bộ Phòng 7-9",
        ],
    ),
    (
        |r| r["number"] = json!("five"),
        [
            "number",
            "shape.wrong_type",
            "phải là số nguyên hoặc “by_hand”; hiện là “five”; hãy ghi, ví dụ 5",
            "must be an integer or “by_hand”; found “five”; write it, for example 5",
        ],
    ),
    (
        |r| r["place"] = json!(7),
        [
            "place",
            "shape.wrong_type",
            "phải là chữ trong dấu “…”; hiện là 7; hãy đặt trong dấu nháy kép: \"7\"",
            "must be a string; found 7; put it in double quotes: \"7\"",
        ],
    ),
    (
        |r| r["issuer"] = json!("Chi bộ"),
        [
            "issuer",
            "shape.wrong_type",
            "phải là nhóm mục {…}; hiện là “Chi bộ”; hãy ghi {\"name\": \"Chi bộ\"}",
            "must be an object {…}; found “Chi bộ”; write {\"name\": \"Chi bộ\"}",
        ],
    ),
    (
        |r| r["issuer"] = json!([{"name": "Chi bộ"}]),
        [
            "issuer",
            "shape.wrong_type",
            "phải là nhóm mục {…}; hiện là một danh sách; hãy ghi một nhóm mục {…}, không ghi danh sách",
            "must be an object {…}; found a list; write one object {…}, not a list",
        ],
    ),
    (
        |r| r["sections"] = json!({"heading": "A"}),
        [
            "sections",
            "shape.wrong_type",
            "phải là danh sách […]; hiện là một nhóm mục; hãy đặt trong dấu ngoặc vuông: [{…}]",
            "must be a list […]; found an object; put it in square brackets: [{…}]",
        ],
    ),
    (
        |r| r["date"] = json!("5.6.2026"),
        [
            "date",
            "shape.wrong_type",
            "phải là nhóm mục {…} hoặc ngày như “05/6/2026”; hiện là “5.6.2026”; có phải “5/6/2026”?",
            "must be an object {…} or a date as “05/6/2026”; found “5.6.2026”; did you mean “5/6/2026”?",
        ],
    ),
    (
        |r| r["date"] = json!("31/02/2026"),
        [
            "date",
            "shape.no_such_value",
            "ngày 31/02/2026 không có trong lịch",
            "31/02/2026 is not in the calendar; write a day that is",
        ],
    ),
    (
        |r| r["signature"]["capacity"] = json!("T/X"),
        [
            "signature.capacity",
            "shape.unknown_value",
            "không có giá trị “T/X”; có phải “T/M”?",
            "there is no value “T/X”; did you mean “T/M”?",
        ],
    ),
    (
        |r| r["signature"]["capacity"] = json!("quyền"),
        [
            "signature.capacity",
            "shape.unknown_value",
            "không có giá trị “quyền”; hãy ghi một trong: on_behalf_of, signing_for, by_order_of, acting, direct, T/M, \
             K/T, T/L, Q.",
            "there is no value “quyền”; write one of: on_behalf_of, signing_for, by_order_of, acting, direct, T/M, K/T, \
             T/L, Q.",
        ],
    ),
    (
        |r| r["first_level"] = json!(300),
        [
            "first_level",
            "shape.out_of_range",
            "phải từ 0 đến 255; hiện là 300",
            "must be from 0 to 255; found 300",
        ],
    ),
    (
        |r| r["number"] = json!(-3),
        ["number", "shape.out_of_range", "phải từ 0 trở lên; hiện là -3", "must be 0 or more; found -3"],
    ),
    (
        |r| r["recipients"] = (3..300).fold(json!([]), |inner, _| json!([inner])),
        [
            "recipients[0]",
            "shape.too_deep",
            "các mục lồng nhau quá sâu, hơn 127 cấp; hãy ghi thành ít cấp hơn",
            "values are nested too deeply, more than 127 levels; write fewer levels",
        ],
    ),
];

#[test]
fn each_fault_is_told_in_both_languages() {
    let found = CHANGES.map(|(change, _)| {
        let changed = serde_json::from_str::<Value>(&changed(|_| ())).map(|mut record| {
            change(&mut record);
            record
        });
        both(&AnyRecord::from_value(changed.unwrap()).unwrap_err())
    });
    for (found, (_, expected)) in found.into_iter().zip(CHANGES) {
        assert_eq!(found, [expected.map(str::to_owned)]);
    }
}

#[test]
fn a_text_that_is_no_json_is_told_in_both_languages() {
    one(
        "{\"kind\": \"resolution\"\n \"format\": 1}",
        [
            ".",
            "shape.syntax",
            "dòng 2, cột 2: thiếu dấu phẩy “,”; hãy thêm dấu phẩy vào cuối dòng 1",
            "line 2, column 2: a comma is missing; add one at the end of line 1",
        ],
    );
    one(
        "{\"kind\": \"resolution\", \"place\": \"Huế\",\n \"place\": \"Huế\"}",
        [
            "place",
            "shape.duplicate_field",
            "ghi hai lần “place”, lần sau ở dòng 2, cột 8; hãy bỏ một lần",
            "“place” is written twice, again at line 2, column 8; remove one of them",
        ],
    );
}

/// What only the rules find, and what a criteria set's figures do not agree in, is for offices.
#[test]
fn what_is_of_no_shape_has_no_english() {
    let error = AnyRecord::from_json(&changed(|r| r["place"] = json!(null))).unwrap_err();
    assert_eq!((error.problems()[0].code, error.problems()[0].in_english()), ("text.empty", None));
    let remark = Remark::in_english(&error.problems()[0]);
    assert!(!remark.is_english() && remark == Remark::from(&error.problems()[0]));
    let set = CriteriaSet::from_json("{\"id\": 7}").unwrap_err();
    assert!(set.problems().iter().all(|problem| problem.in_english().is_some()), "{set}");
    let form = EvaluationForm::from_json("{}").unwrap_err();
    assert!(form.problems().iter().all(|problem| problem.in_english().is_some()), "{form}");
}

#[test]
fn a_problem_of_many_places_is_told_once() {
    let wrong = changed(|r| r["recipients"] = json!((0..12).map(|_| json!({})).collect::<Vec<_>>()));
    let error = AnyRecord::from_json(&wrong).unwrap_err();
    let mut groups = Groups::default();
    error.problems().iter().for_each(|problem| groups.add("", &Remark::in_english(problem)));
    let told: Vec<String> = groups.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "error, 12 places: recipients[0], recipients[1], recipients[2], recipients[3], recipients[4], recipients[5], \
             recipients[6], recipients[7], recipients[8], recipients[9] and 2 more: must be a string; found an object; \
             write it, for example “Lưu Chi bộ” [shape.wrong_type]"
        ]
    );
}
