//! What a record of a form leaves out, in whatever place of a helper's call: dots, never a figure.

use super::*;

/// The text of a form's paragraph; no-break spaces are spaces here.
fn printed(inside: &str, record: &Value) -> String {
    let mut wording = Wording::new();
    let n = json!({"type": "number"});
    let rows = json!({"type": "array", "items": {"properties": {"sort": {"type": "string"}}}});
    let schema = json!({"properties": {"a": n, "b": n, "words": {"type": "string"}, "rows": rows}});
    wording.add_as("t", &format!("<p>[{inside}]</p>"), &schema, (Made::Form, None)).unwrap();
    let blocks = wording.render("t", record).unwrap();
    let text: String = blocks.iter().flat_map(Block::paragraphs).map(Paragraph::text).collect();
    text.replace('\u{a0}', " ")
}

#[test]
fn what_is_made_of_an_absent_value_is_dots() {
    for (inside, expected) in [
        ("{{in_words a}}", "[………]"),
        ("{{next a}}", "[………]"),
        ("{{in_words (next a)}}", "[………]"),
        ("{{ordinal (next a)}}", "[………]"),
        ("{{minus a b}}", "[………]"),
        ("{{minus 5 b}}", "[………]"),
        ("{{in_words (minus 5 b)}}", "[………]"),
        ("{{percent a b}}", "[……… %]"),
        ("{{percent 5 b}}", "[……… %]"),
        ("{{percent (minus 5 b) 5}}", "[……… %]"),
        ("{{number_of rows}}", "[………]"),
        ("{{in_words (number_of rows)}}", "[………]"),
        ("{{in_words (next (number_of rows))}}", "[………]"),
        ("{{#if (next a)}}a{{else}}b{{/if}}", "[b]"),
        ("{{#if (number_of rows)}}a{{else}}b{{/if}}", "[b]"),
    ] {
        assert_eq!(printed(inside, &json!({})), expected, "{inside}");
    }
}

#[test]
fn a_count_of_what_nobody_named_is_no_nought() {
    let rows = json!([{"sort": "tập thể"}]);
    assert_eq!(printed("{{number_of rows sort=words}}", &json!({"rows": rows})), "[………]");
    assert_eq!(printed("{{number_of rows sort=words}}", &json!({"rows": rows, "words": "tập thể"})), "[1]");
    assert_eq!(printed("{{number_of rows sort=words}}", &json!({"rows": rows, "words": "cá nhân"})), "[0]");
}

#[test]
fn what_is_left_for_the_pen_stays_so_in_other_helpers() {
    for inside in ["{{next a}}", "{{in_words (next a)}}", "{{minus a 1}}", "{{count (minus 1 a)}}"] {
        assert_eq!(printed(inside, &json!({"a": "by_hand"})), "[………]", "{inside}");
    }
}

#[test]
fn an_option_is_the_wordings_own() {
    let mut wording = Wording::new();
    let schema = json!({"properties": {
        "n": {"type": "number"},
        "words": {"type": "string"},
        "list": {"type": "array", "items": {"type": "string"}},
        "sections": {"type": "array", "items": {"properties": {"heading": {"type": "string"}}}},
    }});
    for (body, helper, option) in [
        ("{{lines list blank=n}}", "lines", "blank"),
        ("{{lines list mark=words}}", "lines", "mark"),
        ("{{#outline sections level=n}}<p>{{heading}}</p>{{/outline}}", "outline", "level"),
    ] {
        let error = wording.add_as("t", body, &schema, (Made::Form, None)).unwrap_err();
        let reason = format!(
            "lựa chọn “{option}” của hàm “{helper}” không lấy từ bản ghi được; hãy ghi thẳng giá trị"
        );
        assert_eq!(error, template_error(1, 1, &reason), "{body}");
    }
    let body = "{{lines list blank=2 mark=\"+ \"}}";
    wording.add_as("t", body, &schema, (Made::Form, None)).unwrap();
    assert_eq!(wording.render("t", &json!({})).unwrap().len(), 2);
    let blocks = wording.render("t", &json!({"list": ["a"]})).unwrap();
    assert_eq!(blocks[0].paragraphs().next().map(Paragraph::text).as_deref(), Some("+ a"));
}
