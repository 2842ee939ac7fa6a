//! What a secretary and a developer read when something is wrong: the exact sentences.

mod body;
mod english;
mod frame;
mod intended;
mod shapes;

use serde_json::{Value, json};
use vanban::{AnyRecord, Error, Severity};

use crate::records::{self, problems};

/// The complete example with one change.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    records::changed("resolution_numbered", change).to_string()
}

/// Asserts that a change gives exactly one problem, and which.
#[track_caller]
fn one(change: impl FnOnce(&mut Value), expected: &str) {
    records::one("resolution_numbered", change, expected);
}

#[test]
fn a_good_record_has_no_problem() {
    assert_eq!(problems(crate::case("resolution_numbered")), Vec::<String>::new());
}

#[test]
fn all_problems_come_at_once_and_stop_the_paper() {
    let json = changed(|r| {
        r["number"] = json!(0);
        r["signature"]["position"] = json!("Bí thư Chi bộ");
        r["closing"] = json!("Hết ☑./.");
        r["subject"] = json!("Về học tập");
    });
    let record = AnyRecord::from_json(&json).unwrap();
    let Err(Error::Invalid(problems)) = crate::renderer().render(&record) else { panic!("it was made") };
    let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(
        codes,
        [
            "text.no_glyph",
            "number.zero",
            "subject.upper_case",
            "signature.position_has_body",
            "body.ends_with_slash"
        ]
    );
    assert_eq!(problems.iter().filter(|problem| problem.severity == Severity::Error).count(), 4);
    assert_eq!(Error::Invalid(problems).to_string().lines().count(), 5);
}

#[test]
fn what_is_higher_than_a_page_is_no_paper() {
    let json = changed(|r| {
        let many: Vec<Value> =
            (1..60).map(|n| json!(format!("Chi bộ {n}"))).chain([json!("Lưu Chi bộ")]).collect();
        r["recipients"] = json!(many);
    });
    let error = crate::renderer().render(&AnyRecord::from_json(&json).unwrap()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "lỗi: recipients (nơi nhận): hàng các phần đứng cạnh nhau (tên cơ quan, nơi nhận, chữ ký) cần 306,6 mm, mà chỉ có 257 mm; \
         hãy rút gọn phần dài nhất [quy ước; fit.side_by_side]"
    );
}

#[test]
fn warnings_do_not_stop_the_paper() {
    let document = crate::render(&changed(|r| r["signature"]["body"] = json!("Chi uỷ")));
    let codes: Vec<&str> = document.warnings().iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["signature.other_body"]);
}

/// A kind of the caller's own whose field JSON cannot hold.
#[derive(Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
struct Unwritable {
    keys: std::collections::BTreeMap<Vec<u8>, u8>,
}

impl vanban::kinds::TypedRecord for Unwritable {
    fn typed_kind() -> &'static vanban::Kind {
        static KIND: std::sync::LazyLock<vanban::Kind> = std::sync::LazyLock::new(|| {
            vanban::Kind::of::<Unwritable>("unwritable", "mẫu thử").worded("<p>A.</p>")
        });
        &KIND
    }

    fn frame(&self) -> vanban::parts::Frame {
        let issuer = vanban::parts::Issuer::new("Chi bộ");
        let date = vanban::parts::PaperDate { day: None, month: None, year: 2026 };
        vanban::parts::Frame::new("Nghị quyết", "NQ", issuer, "Huế".into(), date, "về việc".into())
    }
}

#[test]
fn a_record_that_cannot_be_written_is_a_problem_not_a_good_record() {
    let record = Unwritable { keys: [(vec![1], 1)].into() };
    let told: Vec<String> = crate::renderer().check(&record).iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "lỗi: không ghi được bản ghi thành JSON: a fault of vanban itself, please report it: key must be a string [quy ước; record.not_json]"
        ]
    );
    assert!(matches!(crate::renderer().render(&record), Err(Error::Bug { .. })));
}
