//! What a template sees beside a record's fields, for a kind of the caller's own.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use vanban::error::Problems;
use vanban::kinds::TypedRecord;
use vanban::parts::{Frame, Given, Issuer, PaperDate, Signature};
use vanban::scoring::CriteriaSet;
use vanban::scoring::CriteriaSets;
use vanban::{Error, Renderer, Text};

/// A paper that lists what a set gives points for.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Listing {
    issuer: Issuer,
    place: Text,
    date: PaperDate,
    signature: Signature,
    criteria: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Row {
    note: Text,
}

#[derive(Serialize, JsonSchema)]
struct Seen {
    max: String,
    rows: Vec<shown::Row>,
}

/// A type of the same name as one of the record's.
mod shown {
    #[derive(serde::Serialize, schemars::JsonSchema)]
    pub struct Row {
        pub title: String,
    }
}

impl vanban::kinds::TypedRecord for Listing {
    fn typed_kind() -> &'static vanban::Kind {
        static KIND: std::sync::LazyLock<vanban::Kind> = std::sync::LazyLock::new(|| {
            vanban::Kind::of::<Listing>("listing", "mẫu thử")
                .worded(
                    "<p>Tối đa {{view.max}} điểm.</p>{{#each view.rows}}<p>{{title}}.</p>{{/each}}\
        {{#each rows}}<p>{{note}}.</p>{{/each}}",
                )
                .viewed(|| schemars::schema_for!(Seen).to_value())
        });
        &KIND
    }

    fn frame(&self) -> Frame {
        let place = self.place.clone();
        Frame {
            number: Some(Given::Value(1)),
            recipients: vec!["Lưu Chi bộ".into()],
            signature: Some(self.signature.clone()),
            ..Frame::new("Báo cáo", "BC", self.issuer.clone(), place, self.date, "tiêu chí".into())
        }
    }

    fn view(&self, criteria: &CriteriaSets, problems: &mut Problems) -> Option<Value> {
        let Some(set) = criteria.get(&self.criteria) else {
            problems.error("criteria.unknown", "criteria", "quy ước", "không có bộ tiêu chí này");
            return None;
        };
        let rows = set.groups.iter().map(|group| shown::Row { title: group.title.to_string() });
        serde_json::to_value(Seen { max: set.max.to_string(), rows: rows.collect() }).ok()
    }
}

fn listing(criteria: &str) -> Listing {
    let json = json!({
        "kind": "listing", "format": 1, "issuer": {"superior": "Đảng bộ phường Cái Răng", "name": "Chi bộ 6"}, "place": "Cần Thơ",
        "date": {"day": 5, "month": 6, "year": 2026}, "criteria": criteria, "rows": [{"note": "Hết"}],
        "signature": {"capacity": "on_behalf_of", "body": "Chi bộ", "position": "Bí thư", "name": "Nguyễn Văn An"},
    });
    Listing::from_json(&json.to_string()).unwrap()
}

/// It knows nothing of the kind, which brings its own template.
fn renderer() -> Renderer {
    Renderer::new()
}

#[test]
fn a_template_prints_what_was_worked_out() {
    let words = renderer().render(&listing("phu_tho_khoi_cq_monthly")).unwrap().words().replace('\n', " ");
    assert!(words.contains("Tối đa 100 điểm. Công tác chuẩn bị. "), "{words}");
    assert!(words.contains("Kết thúc hội nghị. Hết. "), "{words}");
}

#[test]
fn its_paths_are_checked_when_the_template_is_loaded() {
    for (template, reason) in [
        (
            "<p>{{view.sum}}</p>",
            "“view.sum”: không có mục “sum”; hãy bỏ đi hoặc ghi một trong: max (điểm tối đa), rows (các dòng của bảng)",
        ),
        (
            "{{#each view.rows}}<p>{{note}}</p>{{/each}}",
            "không có mục “note”; hãy bỏ đi hoặc ghi một trong: @first, @index, @last, title (tiêu đề)",
        ),
        (
            "{{#each rows}}<p>{{title}}</p>{{/each}}",
            "không có mục “title”; hãy bỏ đi hoặc ghi một trong: @first, @index, @last, note (ghi chú)",
        ),
    ] {
        match Renderer::new().with_kind(Listing::typed_kind().clone().worded(template)) {
            Err(Error::Template { reason: found, .. }) => assert_eq!(found, reason),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_problem_found_while_working_it_out_stops_the_paper() {
    let problems = renderer().check(&listing("an_phu"));
    let printed: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        printed,
        ["lỗi: criteria (các tiêu chí): không có bộ tiêu chí này [quy ước; criteria.unknown]"]
    );
    assert!(matches!(renderer().render(&listing("an_phu")), Err(Error::Invalid(_))));
}

#[test]
fn a_callers_set_is_named_like_the_librarys() {
    let mut json: Value =
        serde_json::from_str(include_str!("../../templates/criteria/phu_tho_khoi_cq_monthly.json")).unwrap();
    json["id"] = json!("an_phu");
    json["groups"][0]["title"] = json!("Tiêu chí riêng");
    let own = CriteriaSet::from_json(&json.to_string()).unwrap();
    let words =
        renderer().with_criteria(own).unwrap().render(&listing("an_phu")).unwrap().words().replace('\n', " ");
    assert!(words.contains("Tiêu chí riêng. "), "{words}");
}

#[test]
fn a_set_that_was_changed_after_it_was_read_is_checked_again() {
    let mut set = CriteriaSet::named("phu_tho_khoi_cq_monthly").unwrap();
    set.groups.pop();
    match renderer().with_criteria(set) {
        Err(error) => assert_eq!(
            error.to_string(),
            "lỗi: max (điểm tối đa của bộ tiêu chí): bộ tiêu chí ghi tối đa 100 điểm, mà các nhóm cộng lại là 80 điểm [quy ước; criteria.sum]"
        ),
        Ok(_) => panic!("accepted"),
    }
}
