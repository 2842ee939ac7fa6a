//! Tests of the room as a whole, on a small record.

mod blanks;
mod branches;
mod checks;
mod figures;
mod helpers;
mod limits;
mod markup;
mod tables;

use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::tree::{Hints, Paragraph, Properties, Section as TreeSection, Tree};

/// A record with one of each: text, option, number, list, map, nested record, enum, recursion.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Record {
    title: String,
    note: Option<String>,
    number: Option<u32>,
    vote: Option<Vote>,
    names: Option<Vec<String>>,
    counts: BTreeMap<String, u32>,
    sections: Vec<Section>,
    first_level: Option<u8>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Vote {
    present: Figure,
    against: Option<u32>,
}

#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)]
enum Figure {
    Given(u32),
    Blank(String),
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Section {
    heading: Option<String>,
    paragraphs: Vec<String>,
    items: Vec<Section>,
}

fn schema() -> Value {
    schema_for!(Record).to_value()
}

impl Wording {
    /// Fills a template that was added with a record's JSON.
    fn render(&self, name: &str, context: &Value) -> Result<Vec<Block>> {
        crate::wording::markup::read(
            &fill(&self.added[name], name, CleanJson::new(context.clone()), Allowed::LEAST, Tagging::None)?,
            name,
            None,
        )
    }
}

fn added(source: &str) -> Wording {
    let mut wording = Wording::new();
    wording.add("t", source, &schema()).unwrap();
    wording
}

/// The blocks that a template makes, as the tree's dump writes them, a line each.
fn rendered(source: &str, context: &Value) -> Vec<String> {
    dump(added(source).render("t", context).unwrap())
}

fn dump(blocks: Vec<Block>) -> Vec<String> {
    let sections = vec![TreeSection { blocks, ..TreeSection::default() }];
    let tree = Tree::new(Properties::default(), false, sections);
    tree.dump(&Hints::default()).lines().skip(2).map(str::to_owned).collect()
}

/// The text of a template's only paragraph.
fn text(inside: &str, context: &Value) -> String {
    let blocks = added(&format!("<p>{inside}</p>")).render("t", context).unwrap();
    blocks.iter().flat_map(Block::paragraphs).map(Paragraph::text).collect()
}

fn template_error(line: usize, column: usize, reason: &str) -> Error {
    Error::Template { template: "t".to_owned(), line, column, reason: reason.to_owned() }
}

/// That a record has no value at a path.
fn no_value(before: &str, path: &str) -> String {
    format!(
        "{before}“{path}” không có giá trị trong bản ghi này; hãy ghi thêm vào bản ghi, hoặc đặt chỗ này trong khối #if {path}"
    )
}

/// Why a template is refused when it is added.
fn refusal(source: &str) -> Error {
    Wording::new().add("t", source, &schema()).unwrap_err()
}

/// Why a template cannot be filled.
fn failure(source: &str, context: &Value) -> Error {
    added(source).render("t", context).unwrap_err()
}

#[test]
fn a_wording_can_be_shared() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&Wording::new());
}

#[test]
fn what_a_kind_brings_along_is_compiled_once_by_clones_too() {
    let wording = Wording::new();
    let made = std::cell::Cell::new(0);
    let fill = |wording: &Wording, source: &str| {
        let schema = || {
            made.set(made.get() + 1);
            schema()
        };
        dump(
            wording
                .fill("t", source, schema, CleanJson::new(json!({})), (Made::Markup, None), Tagging::None)
                .unwrap(),
        )
    };
    assert_eq!(fill(&wording, "<p>một</p>"), ["Body: một"]);
    assert_eq!(fill(&wording.clone(), "<p>một</p>"), ["Body: một"]);
    assert_eq!(made.get(), 1);
    assert_eq!(fill(&wording, "<p>hai</p>"), ["Body: hai"]);
    assert_eq!(made.get(), 2);
    assert_eq!(fill(&added("<p>ba</p>"), "<p>một</p>"), ["Body: ba"]);
    assert_eq!(made.get(), 2);
}

#[test]
fn what_a_kind_brings_along_is_checked_too() {
    let fill = |source| {
        Wording::new().fill(
            "t",
            source,
            schema,
            CleanJson::new(json!({})),
            (Made::Markup, None),
            Tagging::None,
        )
    };
    assert_eq!(fill("{{#if a b}}{{/if}}").unwrap_err(), refusal("{{#if a b}}{{/if}}"));
}

#[test]
fn a_clone_keeps_its_templates() {
    let mut wording = added("<p>một</p>");
    let clone = wording.clone();
    wording.add("t", "<p>hai</p>", &schema()).unwrap();
    assert_eq!(dump(clone.render("t", &json!({})).unwrap()), ["Body: một"]);
    assert_eq!(dump(wording.render("t", &json!({})).unwrap()), ["Body: hai"]);
}

#[test]
fn a_refused_template_changes_nothing() {
    let mut wording = added("<p>một</p>");
    wording.add("t", "{{vtoe}}", &schema()).unwrap_err();
    assert_eq!(dump(wording.render("t", &json!({})).unwrap()), ["Body: một"]);
}

#[test]
fn printing_an_absent_value_is_an_error() {
    let source = "<p>{{title}}</p>\n <p>{{note}}</p>";
    let expected = template_error(2, 5, &no_value("", "note"));
    assert_eq!(failure(source, &json!({"title": "a", "note": null})), expected);
    assert_eq!(failure(source, &json!({"title": "a"})), expected);
    assert_eq!(rendered(source, &json!({"title": "a", "note": "b"})), ["Body: a", "Body: b"]);
}

#[test]
fn nulls_are_absent_at_every_depth() {
    let source = "{{#if vote}}<p>{{vote.against}}</p>{{/if}}";
    let context = json!({"vote": {"present": 1, "against": null}});
    assert_eq!(failure(source, &context), template_error(1, 16, &no_value("", "vote.against")));
    let source = "{{#each names}}<p>{{this}}</p>{{/each}}";
    assert_eq!(rendered(source, &json!({"names": ["a", null, "b"]})), ["Body: a", "Body: b"]);
}

#[test]
fn an_absent_list_is_an_empty_one() {
    let source = "{{#each names}}<p>{{this}}</p>{{/each}}{{#with vote}}<p>{{present}}</p>{{/with}}<p>x</p>";
    assert_eq!(rendered(source, &json!({})), ["Body: x"]);
    let source = "{{#each names}}{{else}}<p>none</p>{{/each}}{{#with vote}}{{else}}<p>no vote</p>{{/with}}";
    assert_eq!(rendered(source, &json!({"names": []})), ["Body: none", "Body: no vote"]);
}

#[test]
fn data_never_becomes_markup() {
    let title = "</p><p><b>&\"'{{note}} &amp; <br/>";
    assert_eq!(text("{{title}}", &json!({"title": title})), title);
    assert_eq!(text("{{upper title}}", &json!({"title": "<b>&\"'"})), "<B>&\"'");
    assert_eq!(text("{{#each counts}}{{@key}}{{/each}}", &json!({"counts": {"<b>": 1}})), "<b>");
}

#[test]
fn faults_of_the_markup_tell_that_they_are() {
    assert_eq!(
        // A line break in data is a space; what an attribute says is known when it is filled in.
        failure(
            "<p>{{title}}</p>\n<item level=\"{{first_level}}\">x</item>",
            &json!({"title": "a\nb", "first_level": 6})
        ),
        template_error(
            2,
            1,
            "trong lời văn đã điền: level của <item> không nhận “6”; hãy ghi một số từ 1 đến 5"
        )
    );
    assert_eq!(
        failure("<p>{{title}}</p>", &json!({"title": ""})),
        template_error(1, 4, "trong lời văn đã điền: <p> không có chữ nào; hãy ghi chữ vào hoặc bỏ thẻ này")
    );
}

#[test]
fn a_template_may_be_decomposed_and_have_a_mark_at_its_start() {
    let schema = json!({"properties": {"họ_tên": {"type": "string"}}});
    let source: String = "\u{feff}<p>{{họ_tên}} {{#if (eq họ_tên 'Đỗ')}}là Đỗ{{/if}}</p>".nfd().collect();
    let mut wording = Wording::new();
    wording.add("t", &source, &schema).unwrap();
    assert_eq!(dump(wording.render("t", &json!({"họ_tên": "Đỗ"})).unwrap()), ["Body: Đỗ là Đỗ"]);
}

#[test]
fn words_never_join() {
    let source = "<p>một{{#if title}} hai{{else}}\n ba\n{{/if}}\nbốn\n{{! năm }}\n{{#each names}}\n{{this}}\n{{/each}}</p>";
    assert_eq!(rendered(source, &json!({"title": "a", "names": ["x", "y"]})), ["Body: một hai bốn x y"]);
}

#[test]
fn a_tilde_trims_its_own_side_only() {
    let source = "<p>(\n{{#if title~}}\n {{title}} hai\n{{~else~}}\n {{title}} ba\n{{~/if~}}\n )</p>";
    assert_eq!(rendered(source, &json!({"title": "một"})), ["Body: ( một hai)"]);
}
