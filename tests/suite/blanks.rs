//! What a record leaves open: blank cells of a table, `""` and `null` in its fields.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use vanban::error::Problems;
use vanban::kinds::{Resolution, TypedRecord};
use vanban::parts::{Frame, Given, Issuer, PaperDate, Signature};
use vanban::scoring::CriteriaSets;
use vanban::{AnyRecord, Kind, Renderer, Stage, Text};

use crate::records;

/// A report with a table of three columns.
fn table(rows: Value) -> Value {
    records::changed("report_smallest", |record| {
        let columns = json!([{"label": "TT", "width": "12mm"}, {"label": "Nội dung"}, {"label": "Ghi chú"}]);
        record["sections"][0]["table"] = json!({"columns": columns, "rows": rows});
    })
}

fn files(record: &Value) -> (Vec<u8>, Vec<u8>) {
    let document = crate::render(&record.to_string());
    (document.to_docx().unwrap(), document.to_pdf().unwrap())
}

/// The lines that the pages draw, without their text.
fn borders(record: &Value) -> Vec<String> {
    let pages = crate::render(&record.to_string()).to_text(Stage::Pages).unwrap();
    let borders: Vec<String> = pages
        .lines()
        .filter(|line| line.trim_start().starts_with("upright") || line.trim_start().starts_with("rule"))
        .map(str::to_owned)
        .collect();
    assert!(borders.len() > 6, "{pages}");
    borders
}

#[test]
fn a_table_may_have_blank_cells() {
    let rows = |first: Value, last: Value| {
        table(json!([[first, "Sinh hoạt chi bộ", last], ["2", "Học tập chuyên đề", "Đúng hạn"]]))
    };
    let plain = rows(json!("1"), json!("Tốt"));
    for (first, last) in [(json!("1"), json!("")), (json!(""), json!("Tốt")), (json!(""), json!(""))] {
        let blank = rows(first.clone(), last.clone());
        assert_eq!(records::problems(&blank), [""; 0]);
        assert_eq!(borders(&blank), borders(&plain));
        let xml = crate::render(&blank.to_string()).to_text(Stage::Docx).unwrap();
        assert_eq!(
            xml.matches("<w:tc>").count(),
            crate::render(&plain.to_string()).to_text(Stage::Docx).unwrap().matches("<w:tc>").count()
        );
        for open in [json!(null), json!(" \u{a0}\u{200b}"), json!("by_hand")] {
            let or = |cell: &Value| if cell == "" { open.clone() } else { cell.clone() };
            let other = rows(or(&first), or(&last));
            assert_eq!(records::problems(&other), [""; 0], "{open}");
            assert!(files(&other) == files(&blank), "{open}");
        }
        // Written again, a blank cell is an empty text.
        let or = |cell: &Value| if cell == "" { Value::Null } else { cell.clone() };
        let read = AnyRecord::from_json(&rows(or(&first), or(&last)).to_string()).unwrap();
        let written: Value = serde_json::from_str(&read.to_json().unwrap()).unwrap();
        assert_eq!(written, blank);
    }
    assert_eq!(records::problems(table(json!([["", null, ""], ["2", "Học tập", ""]]))), [""; 0]);
}

#[test]
fn a_column_without_a_label_is_a_problem() {
    for label in ["", " \u{200b}"] {
        let record = records::changed("tables", |r| {
            r["sections"][1]["items"][0]["table"]["columns"][2]["label"] = json!(label);
        });
        assert_eq!(
            records::problems(record),
            [
                "lỗi: sections[1].items[0].table.columns[2].label (tên cột): mục này bắt buộc mà để trống; hãy ghi nội dung \
             [quy ước; text.empty]"
            ]
        );
    }
}

#[test]
fn a_blank_in_a_list_is_a_problem() {
    records::one(
        "report_smallest",
        |r| r["sections"][0]["paragraphs"] = json!(["", "Chi bộ hoàn thành nhiệm vụ."]),
        "lỗi: sections[0].paragraphs[0] (các đoạn văn): mục này của danh sách để trống; hãy ghi nội dung hoặc bỏ hẳn mục này \
         [quy ước; text.empty]",
    );
}

#[test]
fn a_required_value_that_is_no_text_says_where_it_is_missing() {
    let refused = |change: fn(&mut Value)| {
        let record = records::changed("report_smallest", change);
        records::without_term(&AnyRecord::from_json(&record.to_string()).unwrap_err().to_string())
    };
    let told = |path: &str| {
        format!("lỗi: {path}: mục này bắt buộc mà để trống; hãy ghi nội dung [quy ước; text.empty]")
    };
    assert_eq!(refused(|r| r["signature"]["capacity"] = json!("")), told("signature.capacity"));
    assert_eq!(refused(|r| r["date"] = json!(null)), told("date"));
    assert_eq!(refused(|r| r["date"]["year"] = json!(" ")), told("date.year"));
    assert_eq!(refused(|r| r["place"] = json!(null)), told("place"));
    let nested = |r: &mut Value| {
        r["sections"] = json!([{"items": [{"targets": [{"name": "a", "planned": null, "actual": 1}]}]}])
    };
    assert_eq!(refused(nested), told("sections[0].items[0].targets[0].planned"));
}

/// A field of a record: its place as JSON Pointer and as a problem names it, and whether it must be there.
struct Field {
    object: String,
    name: String,
    path: String,
    required: bool,
    /// Whether any text may stand there.
    text: bool,
}

/// What a schema allows, references followed.
fn choices<'a>(root: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let mut found = vec![schema];
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        found.extend(choices(root, root.pointer(&name[1..]).unwrap()));
    }
    for choice in ["anyOf", "oneOf"] {
        let parts = schema.get(choice).and_then(Value::as_array).into_iter().flatten();
        found.extend(parts.flat_map(|part| choices(root, part)));
    }
    found
}

fn fields(
    root: &Value,
    value: &Value,
    schemas: &[&Value],
    pointer: &str,
    path: &str,
    found: &mut Vec<Field>,
) {
    match value {
        Value::Object(fields_of) => {
            for (name, value) in fields_of {
                let owner =
                    schemas.iter().find(|schema| schema.pointer(&format!("/properties/{name}")).is_some());
                let Some(owner) = owner else { panic!("{path}.{name}") };
                let own = choices(root, &owner["properties"][name]);
                let here = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                let (object, name) = (pointer.to_owned(), name.clone());
                let required = owner["required"].as_array().is_some_and(|all| all.contains(&json!(name)));
                let text = own.iter().any(|schema| {
                    let few = ["enum", "const", "pattern"].iter().any(|word| schema.get(word).is_some());
                    schema["type"] == "string" && !few
                });
                fields(root, value, &own, &format!("{pointer}/{name}"), &here, found);
                found.push(Field { object, name, path: here, required, text });
            }
        }
        Value::Array(items) => {
            let each: Vec<&Value> = schemas.iter().filter_map(|schema| schema.get("items")).collect();
            let each: Vec<&Value> = each.into_iter().flat_map(|schema| choices(root, schema)).collect();
            for (index, item) in items.iter().enumerate() {
                fields(root, item, &each, &format!("{pointer}/{index}"), &format!("{path}[{index}]"), found);
            }
        }
        _ => {}
    }
}

/// Every field of every kind that some case has, once, however deep it stands.
fn every_field(test: impl Fn(&Kind, &Value, &Field)) -> usize {
    let mut seen = BTreeSet::new();
    for kind in vanban::kinds::built_in() {
        let schema = kind.json_schema();
        for (_, json) in crate::cases() {
            let record: Value = serde_json::from_str(&json).unwrap();
            if record["kind"] != kind.name() {
                continue;
            }
            let mut found = Vec::new();
            fields(&schema, &record, &choices(&schema, &schema), "", "", &mut found);
            for field in
                found.iter().filter(|field| !["kind", "format", "png"].contains(&field.name.as_str()))
            {
                let place: String = field.path.chars().filter(|c| !c.is_ascii_digit()).collect();
                if seen.insert((kind.name(), place)) {
                    test(kind, &record, field);
                }
            }
        }
    }
    seen.len()
}

fn with(record: &Value, field: &Field, change: impl FnOnce(&mut Map<String, Value>)) -> Value {
    let mut record = record.clone();
    change(record.pointer_mut(&field.object).unwrap().as_object_mut().unwrap());
    record
}

#[test]
fn what_is_blank_is_absent_where_it_may_be_and_told_where_it_may_not() {
    let tested = every_field(|kind, record, field| {
        let left_out = with(record, field, |fields| drop(fields.remove(&field.name)));
        let open =
            |value: Value| with(record, field, |fields| drop(fields.insert(field.name.clone(), value)));
        let read =
            |record: &Value| AnyRecord::from_json(&record.to_string()).map_err(|error| error.to_string());
        let at = format!("{}: {}", kind.name(), field.path);
        if !field.required {
            let absent = read(&left_out);
            assert!(absent.is_ok(), "{at}: {absent:?}");
            for value in [json!(""), json!(null), json!(" \u{200b}\n")] {
                let blank = read(&open(value.clone()));
                assert_eq!(blank, absent, "{at}: {value}");
                assert_eq!(blank.unwrap().to_json(), absent.as_ref().unwrap().to_json(), "{at}: {value}");
            }
            return;
        }
        let told = "mục này bắt buộc mà để trống; hãy ghi nội dung";
        let null = read(&open(json!(null))).unwrap_err();
        let expected = format!("lỗi: {}: {told} [quy ước; text.empty]", field.path);
        assert_eq!(records::without_term(&null), expected, "{at}");
        match read(&open(json!(""))) {
            Ok(blank) => {
                let problems = crate::renderer().check(&blank);
                let said: Vec<String> =
                    problems.iter().map(|it| records::without_term(&it.to_string())).collect();
                assert!(field.text && said.contains(&expected), "{at}: {said:?}");
            }
            Err(error) => assert_eq!((error, field.text), (null, false), "{at}"),
        }
    });
    assert!(tested > 900, "{tested}");
}

/// The bytes of a paper with blanks in every optional text of its frame are those of one without.
#[test]
fn papers_with_blanks_are_the_papers_without() {
    for kind in vanban::kinds::built_in() {
        let record: Value = serde_json::from_str(kind.example().unwrap()).unwrap();
        let schema = kind.json_schema();
        let mut blank = record.clone();
        let required = schema["required"].as_array().unwrap();
        for name in schema["properties"].as_object().unwrap().keys() {
            if record.get(name).is_none() && !required.contains(&json!(name)) {
                blank[name] = json!("");
            }
        }
        assert!(files(&blank) == files(&record), "{}", kind.name());
    }
}

#[test]
fn a_record_made_in_rust_may_hold_blanks() {
    let mut plain = Resolution::example();
    (plain.paper.author_line, plain.outline.closing) = (None, None);
    let mut blank = plain.clone();
    blank.paper.author_line = Some(" ".into());
    blank.paper.issuer.code = Some("".into());
    blank.paper.marks.contact = Some("\u{200b}".into());
    blank.outline.closing = Some("".into());
    let said = |record: &Resolution| crate::renderer().check(record);
    assert_eq!(said(&blank), said(&plain));
    let bytes = |record: &Resolution| crate::renderer().render(record).map(|paper| paper.to_docx().unwrap());
    assert_eq!(bytes(&blank), bytes(&plain));
    blank.paper.place = "".into();
    let said: Vec<String> = said(&blank).iter().map(ToString::to_string).collect();
    assert!(
        said.contains(
            &"lỗi: place (địa danh): mục này bắt buộc mà để trống; hãy ghi nội dung [quy ước; text.empty]"
                .to_owned()
        ),
        "{said:?}"
    );
}

/// A kind of the caller's own: a text that is empty by default, rows of cells, a table in the view.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Tally {
    issuer: Issuer,
    place: Text,
    date: PaperDate,
    signature: Signature,
    #[serde(default)]
    note: Text,
    #[serde(default = "usual")]
    unit: String,
    rows: Vec<Vec<Option<Text>>>,
    free: Value,
}

fn usual() -> String {
    "người".to_owned()
}

impl vanban::kinds::TypedRecord for Tally {
    fn typed_kind() -> &'static vanban::Kind {
        static KIND: std::sync::LazyLock<vanban::Kind> = std::sync::LazyLock::new(|| {
            vanban::Kind::of::<Tally>("tally", "mẫu thử").worded("<p>{{unit}}{{#if note}}, {{note}}{{/if}}.</p>\
        <table columns=\"1fr 1fr\">{{#each rows}}<tr>{{#each this}}<td>{{this}}</td>{{/each}}</tr>{{/each}}</table>\
        {{data_table view.table}}").viewed(|| json!({"properties": {"table": schemars::schema_for!(vanban::parts::DataTable).to_value()}}))
        });
        &KIND
    }

    fn frame(&self) -> Frame {
        let (issuer, about) = (self.issuer.clone(), Text::from("kết quả"));
        Frame {
            number: Some(Given::Value(1)),
            recipients: vec!["Lưu Chi bộ".into()],
            signature: Some(self.signature.clone()),
            author_line: Some(self.note.clone()).filter(|note| !note.is_empty()),
            ..Frame::new("Báo cáo", "BC", issuer, self.place.clone(), self.date, about)
        }
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let columns = json!([{"label": "A"}, {"label": "B"}, {"label": "C"}]);
        Some(json!({"table": {"columns": columns, "rows": [["x", null, "z"], [null, "", null]]}}))
    }
}

#[test]
fn own_kinds_and_views_may_have_blanks() {
    let renderer = Renderer::new().with_kind(Tally::typed_kind().clone()).unwrap();
    let example: Value = serde_json::from_str(vanban::kinds::Resolution::EXAMPLE).unwrap();
    let mut record = json!({
        "kind": "tally", "format": 1, "issuer": example["issuer"], "place": example["place"],
        "date": example["date"], "signature": example["signature"],
        "rows": [["1", null], ["", "2"]], "free": null,
    });
    let plain = Tally::from_json(&record.to_string()).unwrap();
    assert_eq!((plain.unit.as_str(), &plain.free), ("người", &Value::Null));
    for value in [json!(""), json!(null)] {
        record["note"] = value.clone();
        record["unit"] = value;
        assert_eq!(Tally::from_json(&record.to_string()).unwrap(), plain);
    }
    let document = renderer.render(&plain).unwrap();
    assert_eq!(document.warnings(), []);
    let tree = document.to_text(Stage::Tree).unwrap();
    let cells = |line: &&str| line.trim_start().starts_with("TableText");
    let cells: Vec<&str> = tree.lines().filter(cells).map(|line| line.rsplit(": ").next().unwrap()).collect();
    assert_eq!(cells, ["1", "", "", "2", "x", "", "z", "", "", ""], "{tree}");
    let mut wrong = record.clone();
    wrong["place"] = json!(null);
    let error = Tally::from_json(&wrong.to_string()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "lỗi: place (địa danh): mục này bắt buộc mà để trống; hãy ghi nội dung [quy ước; text.empty]"
    );
}

#[test]
fn a_float_is_the_whole_number_that_it_says() {
    let float = records::changed("report_smallest", |r| {
        r["format"] = json!(1.0);
        r["number"] = json!(5.0);
        r["date"] = json!({"day": 5.0, "month": 6.0, "year": 2026.0});
    });
    let whole = records::changed("report_smallest", |r| {
        r["number"] = json!(5);
        r["date"] = json!({"day": 5, "month": 6, "year": 2026});
    });
    let read = |record: &Value| AnyRecord::from_json(&record.to_string()).unwrap();
    assert_eq!(read(&float), read(&whole));
    let half = records::changed("report_smallest", |r| r["date"]["day"] = json!(5.5));
    let refused = AnyRecord::from_json(&half.to_string()).unwrap_err().to_string();
    assert!(refused.starts_with("lỗi: date.day (ngày): "), "{refused}");
}
