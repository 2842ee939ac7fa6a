//! A form of a caller's own: no number, no signature, boxes, a table, and fields that have no title.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use vanban::kinds::TypedRecord;
use vanban::parts::{Closing, Frame, Issuer, Paper, PaperDate};
use vanban::{Document, Kind, Renderer, Text};

use crate::fillable::fill;

/// What a member wants to attend.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Registration {
    #[serde(flatten)]
    paper: Paper,
    word: Text,
    #[serde(default)]
    opt: Option<Text>,
    #[serde(default)]
    yes: bool,
    #[serde(default)]
    choice: Option<Text>,
    #[schemars(title = "các buổi")]
    talks: Vec<Talk>,
}

#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Talk {
    headline: Text,
    #[serde(default)]
    remark: Option<Text>,
}

const WORDING: &str = "<p>{{word}}: <blank width='20' at='opt'/></p>
    <p><checkbox at='yes'/> Có <checkbox at='choice'/> Khác</p>
    <table columns='auto 1fr'>{{#each talks}}<tr><td>{{headline}}</td>
    <td><field at='talks[{{@index}}].remark'>{{#if remark}}{{remark}}{{/if}}</field></td></tr>{{/each}}</table>";

static REGISTRATION: LazyLock<Kind> = LazyLock::new(|| kind(WORDING));

fn kind(wording: &'static str) -> Kind {
    Kind::of::<Registration>("registration", "phiếu đăng ký").titled("Phiếu đăng ký", "").worded(wording)
}

impl TypedRecord for Registration {
    fn typed_kind() -> &'static Kind {
        &REGISTRATION
    }

    fn frame(&self) -> Frame {
        Frame { closing: Closing::Form, ..REGISTRATION.frame(&self.paper) }
    }
}

fn registration() -> Registration {
    let date = PaperDate::new(2026, 6, 5);
    let issuer = Issuer::new("Chi bộ Khu phố 5").under("Đảng bộ phường Bình An");
    let paper = Paper::new(issuer, "Bình An", date, "dự lớp bồi dưỡng");
    let talk = |headline: &str| Talk { headline: headline.into(), remark: None };
    let talks = vec![talk("Buổi một"), talk("Buổi hai")];
    Registration { paper, word: "Lớp".into(), opt: None, yes: false, choice: None, talks }
}

fn renderer() -> Renderer {
    Renderer::new().with_kind(REGISTRATION.clone()).unwrap()
}

/// The tag and the title of each control.
fn controls(document: &Document) -> Vec<(String, String)> {
    let xml = fill::part(&document.to_docx().unwrap(), "word/document.xml").unwrap();
    let said = |sdt: &str, tag: &str| {
        let (_, rest) = sdt.split_once(&format!("<w:{tag} w:val=\"")).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    xml.split("<w:sdt>").skip(1).map(|sdt| (said(sdt, "tag"), said(sdt, "alias"))).collect()
}

#[test]
fn a_kind_without_a_code_has_no_number() {
    assert!(!REGISTRATION.frame(&registration().paper).numbered);
    assert!(REGISTRATION.clone().titled("Phiếu đăng ký", "PĐK").frame(&registration().paper).numbered);
    assert_eq!(renderer().check(&registration()), []);
    let words = renderer().render(&registration()).unwrap().words();
    assert!(!words.contains("Số"), "{words}");
}

#[test]
fn a_field_without_a_title_has_a_control_that_its_path_names() {
    let fillable = renderer().with_fields(true);
    let document = fillable.render(&registration()).unwrap();
    let told = controls(&document);
    for (tag, title) in [
        ("/word", "word"),
        ("/opt", "opt"),
        ("/yes", "yes"),
        ("/choice", "choice"),
        ("/talks/0/headline", "talks[0].headline"),
        ("/talks/1/remark", "talks[1].remark"),
    ] {
        assert!(told.contains(&(tag.to_owned(), title.to_owned())), "{tag} in {told:?}");
    }
    // What is filled in is read back: a tick is true, and in a text the word for it.
    let values = [("/opt", "Sáng"), ("/yes", "☒"), ("/choice", "☒"), ("/talks/1/remark", "Bận")];
    let filled = fill::fill(&document.to_docx().unwrap(), &values).unwrap();
    let record: Value = serde_json::from_str(&fillable.extract(&filled).unwrap().json).unwrap();
    let own = json!([record["opt"], record["yes"], record["choice"], record["talks"][1]["remark"]]);
    assert_eq!(own, json!(["Sáng", true, "true", "Bận"]));
}

#[test]
fn a_wording_names_fields_that_the_record_has() {
    let refused = |wording: &'static str| Renderer::new().with_kind(kind(wording)).unwrap_err().to_string();
    assert_eq!(
        refused("<p><blank width='3' at='nothing.there'/></p>")
            .split_once("; hãy")
            .map(|(said, _)| said.to_owned()),
        Some(
            "lời văn registration, dòng 1, cột 4: at của <blank>: “nothing.there”: không có mục “nothing”"
                .to_owned()
        )
    );
    assert!(refused("<p><checkbox at='talks[0].remrak'/></p>").contains("có phải “remark”?"));
}
