//! Kinds of a caller's own: what the library's kinds have, they have.

use std::io::Cursor;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use vanban::kinds::{Checks, Conclusion, TypedRecord};
use vanban::parts::{Frame, Issuer, Outline, Paper, PaperDate, Person, Signature};
use vanban::table::{Mapping, Records, Table};
use vanban::{AnyRecord, Kind, Problem, Renderer};

use crate::records::changed;

/// A conclusion, were it a caller's kind; the tellers may sign it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Finding {
    #[serde(flatten)]
    paper: Paper,
    #[serde(flatten)]
    pub(crate) outline: Outline,
}

static FINDING: LazyLock<Kind> = LazyLock::new(|| {
    Kind::of::<Finding>("finding", "kết luận").titled("Kết luận", "KL").signed_by(["Tổ kiểm phiếu"])
});

impl TypedRecord for Finding {
    fn typed_kind() -> &'static Kind {
        &FINDING
    }

    fn frame(&self) -> Frame {
        FINDING.frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.outline(&self.paper, &self.outline);
    }
}

fn renderer() -> Renderer {
    Renderer::new().with_kind(FINDING.clone()).unwrap()
}

/// A conclusion as one of the caller's kind.
fn finding(change: impl FnOnce(&mut Value)) -> Value {
    let mut record = changed("conclusion", change);
    record["kind"] = json!("finding");
    record
}

fn found(record: &Value) -> Vec<Problem> {
    match renderer().read(&record.to_string()) {
        Ok(record) => renderer().check(&record),
        Err(error) => error.problems().to_vec(),
    }
}

#[test]
fn a_callers_record_is_read_in_every_way() {
    let json = finding(|_| {}).to_string();
    let record = Finding::from_json(&json).unwrap().to_json().unwrap();
    let value = serde_json::from_str(&json).unwrap();
    assert_eq!(Finding::from_slice(json.as_bytes()).unwrap().to_json().unwrap(), record);
    assert_eq!(Finding::from_value(value).unwrap().to_json().unwrap(), record);
    let error = Finding::from_slice(b"\xff").unwrap_err();
    assert_eq!(error.problems()[0].code, "shape.syntax");
}

/// The code of what is wrong, and a change that makes it so.
type Fault = (&'static str, fn(&mut Value));

/// The same faults, in frame, outline, appendices, drafts and marks, have the same problems at the same places.
#[test]
fn a_callers_kind_is_checked_as_one_of_the_librarys() {
    let faults: [Fault; 14] = [
        ("sections.missing", |it| it["sections"] = json!([])),
        ("sections.empty", |it| it["sections"][0] = json!({})),
        ("table.no_rows", |it| it["sections"][0]["table"] = json!({"columns": [{"label": "A"}], "rows": []})),
        ("first_level.unknown", |it| it["first_level"] = json!(4)),
        ("body.ends_with_slash", |it| it["closing"] = json!("Chi bộ thống nhất./.")),
        ("body.no_full_stop", |it| it["sections"] = json!([{"paragraphs": ["Chi bộ thống nhất"]}])),
        ("text.surround", |it| {
            it["basis"] = json!([{"document": {"kind": "Nghị quyết", "symbol": "05-NQ/TW", "issuer": "Bộ Chính trị",
                "date": "5/5/2026", "subject": "về công tác cán bộ"}}]);
        }),
        ("appendices.not_mentioned", |it| {
            it["appendices"] = json!([{"title": "danh mục", "sections": [{"paragraphs": ["Một."]}]}]);
        }),
        ("number.on_draft", |it| it["draft"] = json!(1)),
        ("signature.missing", |it| drop(it.as_object_mut().unwrap().remove("signature"))),
        ("signature.other_body", |it| it["signature"]["body"] = json!("Chi uỷ")),
        ("shape.wrong_type", |it| it["recipients"] = json!(5)),
        ("shape.unknown_field", |it| it["sectoins"] = json!([])),
        ("text.empty", |it| it["subject"] = json!(" ")),
    ];
    assert_eq!(found(&changed("conclusion", |_| {})), found(&finding(|_| {})));
    for (code, fault) in faults {
        let (known, own) = (found(&changed("conclusion", fault)), found(&finding(fault)));
        assert!(known.iter().any(|it| it.code == code), "{code}: {known:?}");
        assert_eq!(known, own);
    }
}

#[test]
fn the_same_record_prints_the_same_paper() {
    let own = renderer().read(&finding(|_| {}).to_string()).unwrap();
    let (own, known) = (renderer().render(&own).unwrap(), renderer().render(&Conclusion::example()).unwrap());
    assert_eq!(own.words(), known.words());
    assert_eq!(own.file_name(), known.file_name());
}

/// What the library words itself has no name that a kind may not have.
#[test]
fn a_kind_may_have_any_name_but_none() {
    let appendix = Kind::of::<Finding>("appendix", "phụ lục");
    let renderer = Renderer::new().with_kind(appendix).unwrap();
    let renderer = renderer.with_wording("appendix", "<p>Câu chữ khác.</p>").unwrap();
    let record = finding(|it| {
        it["sections"] = json!([{"paragraphs": ["Danh mục ở Phụ lục kèm theo."]}]);
        it["appendices"] = json!([{"title": "danh mục", "sections": [{"paragraphs": ["Một danh mục."]}]}]);
    });
    let record = FINDING.read(record).unwrap();
    let words = renderer.render(&record).unwrap().words();
    assert!(format!("{words:?}").contains("Một danh mục."));
    assert_eq!(words, Renderer::new().render(&record).unwrap().words());

    let nameless = Renderer::new().with_kind(Kind::of::<Finding>("", "kết luận"));
    let reason = "a kind needs a name, which its records give as \"kind\"";
    assert_eq!(nameless.unwrap_err().to_string(), format!("lời văn : {reason}"));
}

#[test]
fn a_kind_that_takes_anothers_place_brings_its_own_wording() {
    let worded = renderer().with_wording("finding", "<p>Câu chữ cũ.</p>").unwrap();
    let record = FINDING.read(finding(|_| {})).unwrap();
    let words = |renderer: &Renderer| renderer.render(&record).unwrap().words();
    assert!(format!("{:?}", words(&worded)).contains("Câu chữ cũ."));
    assert_eq!(words(&worded.clone().with_kind(FINDING.clone()).unwrap()), words(&renderer()));
    let other = Kind::of::<Finding>("other", "kết luận");
    assert_eq!(words(&worded.clone().with_kind(other).unwrap()), words(&worded));
}

/// The kind says for whom its papers may be signed beside the branch that issues them.
#[test]
fn the_bodies_that_sign_are_the_kinds() {
    let signed = |body: &'static str| move |it: &mut Value| it["signature"]["body"] = json!(body);
    let codes = |record: &Value| found(record).iter().map(|it| it.code).collect::<Vec<_>>();
    assert_eq!(codes(&finding(signed("Tổ kiểm phiếu"))), [""; 0]);
    assert_eq!(codes(&finding(signed("Ban kiểm phiếu"))), ["signature.other_body"]);
    assert_eq!(codes(&changed("conclusion", signed("Tổ kiểm phiếu"))), ["signature.other_body"]);
    assert_eq!(codes(&changed("report", signed("Ban kiểm phiếu"))), [""; 0]);
}

#[test]
fn records_of_a_callers_kind_are_read_from_files() {
    let own = finding(|_| {});
    let plain = finding(|it| drop(it.as_object_mut().unwrap().remove("kind")));
    let names = |records: Records<'_>| -> Vec<String> {
        let read = records.map(|item| item.unwrap().record(&renderer()).unwrap());
        read.map(|record| vanban::Record::kind(&record).name().to_owned()).collect()
    };
    // A line names the kind, or the caller does.
    let lines = format!("{own}\n{}\n", changed("conclusion", |_| {}));
    assert_eq!(names(Records::jsonl(lines.as_bytes(), None)), ["finding", "conclusion"]);
    assert_eq!(names(Records::jsonl(plain.to_string().as_bytes(), Some(&FINDING))), ["finding"]);
    let list = Cursor::new(json!([own, own]).to_string());
    assert_eq!(names(Records::json(list, None).unwrap()), ["finding", "finding"]);
    // A renderer that does not know it says so.
    let item = Records::jsonl(lines.as_bytes(), None).next().unwrap().unwrap();
    assert_eq!(item.render(&Renderer::new()).unwrap_err().problems()[0].path, "kind");
    assert_eq!(item.render(&renderer()).unwrap().file_name(), "ket-luan-04-kl-cb");
    assert!(AnyRecord::from_value(own).is_err());
}

#[test]
fn rows_of_a_table_become_records_of_a_callers_kind() {
    let mapping = "[columns]\n\"Số\" = \"number\"\n[constants]\n\"issuer.name\" = \"Chi bộ 3\"";
    let table = Table::csv(Cursor::new("Số\n0\n")).unwrap();
    let mapping = Mapping::from_toml(mapping).unwrap();
    let item = table.records(&FINDING, Some(&mapping), crate::renderer()).unwrap().next().unwrap().unwrap();
    let error = item.render(&renderer()).unwrap_err();
    assert!(error.problems().iter().any(|it| it.path == "place"), "{error}");
}

/// A pledge, which a member signs: a person stands where the frame looks for a signature.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Pledge {
    #[serde(flatten)]
    paper: Paper,
    member: Person,
}

static PLEDGE: LazyLock<Kind> = LazyLock::new(|| {
    Kind::of::<Pledge>("pledge", "bản cam kết")
        .titled("Kết luận", "KL")
        .worded("<p>Tôi cam kết rèn luyện.</p>")
});

impl TypedRecord for Pledge {
    fn typed_kind() -> &'static Kind {
        &PLEDGE
    }

    fn frame(&self) -> Frame {
        let signature = Signature::direct("Bí thư", self.member.given_name().cloned().unwrap_or_default());
        Frame { signature: Some(signature), ..PLEDGE.frame(&self.paper) }.stands_at("signature", "member")
    }
}

/// A path ends where the record's own fields do: a person has no capacity.
#[test]
fn what_a_part_has_not_is_told_of_the_part() {
    let issuer = Issuer::new("Chi bộ Khu phố 5").under("Đảng bộ phường Bình An");
    let paper = Paper::new(issuer, "Bình An", PaperDate::new(2026, 6, 5), "rèn luyện").number(5);
    let pledge = Pledge { paper, member: Person::new("TS. Nguyễn Văn An", "Bí thư Chi bộ") };
    let told: Vec<String> = Renderer::new()
        .with_kind(PLEDGE.clone())
        .unwrap()
        .check(&pledge)
        .iter()
        .map(|it| format!("{} {}", it.path, it.code))
        .collect();
    assert!(told.contains(&"member signature.direct_in_collective".to_owned()), "{told:?}");
    assert!(told.contains(&"member.name signature.name_has_title".to_owned()), "{told:?}");
}
