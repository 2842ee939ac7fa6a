//! What the fields of records are called in Vietnamese, with a line of help, as data: `terms.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::text::rows;

/// A line for each word, or for `Owner.word` where one kind or type calls it otherwise; values of a type, such
/// as `Capacity.acting`, have one too. Where help has words for who writes JSON, `{by_hand|…}`, what a form says
/// instead stands behind the bar.
static TERMS: LazyLock<HashMap<&str, Term>> = LazyLock::new(|| {
    let told = rows(include_str!("terms.tsv"))
        .map(|[word, name, help]| (word, Term { name, help: told(help, 0), in_form: told(help, 1) }));
    told.collect()
});

/// What a field is called, and what to write there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) name: &'static str,
    /// For who writes JSON.
    pub(super) help: String,
    /// For who fills in a form.
    in_form: String,
}

/// A line of help with one side of each `{json|form}`.
fn told(help: &str, side: usize) -> String {
    let mut pieces = help.split(['{', '}']);
    let mut told = String::new();
    while let Some(both) = pieces.next() {
        told.push_str(both);
        told.push_str(pieces.next().and_then(|sides| sides.split('|').nth(side)).unwrap_or_default());
    }
    told
}

/// What a form says of a field whose help, for who writes JSON, is this; the same, where it is not the library's.
pub(crate) fn in_form(owner: &str, word: &str, help: &str) -> String {
    let ours = term(owner, word).filter(|term| term.help == help);
    ours.map_or(help, |term| &term.in_form).to_owned()
}

/// What a field of this name is called, whatever it is a field of.
pub(crate) fn called(word: &str) -> Option<&'static str> {
    TERMS.get(word).map(|term| term.name)
}

/// The term of a field of this kind or type.
pub(super) fn term(owner: &str, word: &str) -> Option<&'static Term> {
    own(owner, word).or_else(|| TERMS.get(word))
}

/// What a value of a type is called.
pub(super) fn value_term(owner: &str, value: &str) -> Option<&'static str> {
    own(owner, value).map(|term| term.name)
}

/// The term that a word, or a value, has in this kind or type alone.
fn own(owner: &str, word: &str) -> Option<&'static Term> {
    TERMS.get(format!("{owner}.{word}").as_str())
}

/// Gives each field of a kind's schema its Vietnamese term as `title` and its help as `description`; a field
/// that brings a `title` keeps both.
pub(crate) fn describe(schema: &mut Value, kind: &str) {
    let Some(fields) = schema.as_object_mut() else { return };
    let mut types = fields.get_mut("$defs").map(Value::take);
    for (name, part) in types.iter_mut().filter_map(Value::as_object_mut).flatten() {
        inside(part, name);
    }
    inside(schema, kind);
    if let (Some(fields), Some(types)) = (schema.as_object_mut(), types) {
        fields.insert("$defs".to_owned(), types);
    }
}

/// What a schema holds that is this kind's or type's own.
fn inside(schema: &mut Value, owner: &str) {
    let Some(parts) = schema.as_object_mut() else { return };
    if let Some(term) = parts.get("const").and_then(Value::as_str).and_then(|value| own(owner, value)) {
        say(parts, term);
    }
    for (name, part) in parts {
        match (name.as_str(), part) {
            ("properties", Value::Object(fields)) => {
                for (word, field) in fields {
                    if *field == Value::Bool(true) {
                        *field = Value::Object(Map::new());
                    }
                    inside(field, owner);
                    if let (Some(parts), Some(term)) = (field.as_object_mut(), term(owner, word)) {
                        say(parts, term);
                    }
                }
            }
            ("anyOf" | "oneOf" | "allOf", Value::Array(choices)) => {
                choices.iter_mut().for_each(|choice| inside(choice, owner));
            }
            ("items" | "additionalProperties", part) => inside(part, owner),
            _ => {}
        }
    }
}

fn say(parts: &mut Map<String, Value>, term: &Term) {
    if !parts.contains_key("title") {
        parts.insert("title".to_owned(), term.name.into());
        parts.insert("description".to_owned(), term.help.clone().into());
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_owner_s_own_term_goes_before_the_word_s() {
        let mut schema = json!({
            "properties": {"content": {"type": "string"}, "free": true, "rows": {"title": "dòng"}},
            "$defs": {"Opinion": {"properties": {"content": {"$ref": "#"}}}},
        });
        describe(&mut schema, "letter");
        assert_eq!(schema["properties"]["content"]["title"], "nội dung");
        assert_eq!(schema["$defs"]["Opinion"]["properties"]["content"]["title"], "ý kiến");
        assert_eq!(schema["$defs"]["Opinion"]["properties"]["content"]["$ref"], "#");
        // A word that nobody knows, and a field that brings its title, stay as they are.
        assert_eq!(schema["properties"]["free"], json!({}));
        assert_eq!(schema["properties"]["rows"], json!({"title": "dòng"}));
    }

    #[test]
    fn who_writes_json_and_who_fills_in_a_form_have_help_of_their_own() {
        let both = "{true|Chọn} để in{, một lần|}; bỏ trống {|thì }không in.";
        assert_eq!(told(both, 0), "true để in, một lần; bỏ trống không in.");
        assert_eq!(told(both, 1), "Chọn để in; bỏ trống thì không in.");
        let number = &TERMS["number"];
        assert_eq!(number.help, "Số thứ tự, ví dụ 5; by_hand để ghi bằng bút; dự thảo không có số.");
        assert_eq!(in_form("plan", "number", &number.help), "Số thứ tự, ví dụ 5; dự thảo không có số.");
        assert_eq!(in_form("plan", "number", "Số của kế hoạch."), "Số của kế hoạch.");
        for [word, _, help] in rows(include_str!("terms.tsv")) {
            let marks: String = help.chars().filter(|letter| "{|}".contains(*letter)).collect();
            assert_eq!(marks, "{|}".repeat(marks.len() / 3), "{word}");
        }
    }

    #[test]
    fn values_have_terms_of_their_type_alone() {
        let mut schema =
            json!({"$defs": {"Capacity": {"oneOf": [{"const": "acting"}, {"const": "content"}]}}});
        describe(&mut schema, "letter");
        let choices = &schema["$defs"]["Capacity"]["oneOf"];
        assert!(choices[0]["title"].is_string(), "{choices}");
        assert_eq!(choices[1], json!({"const": "content"}));
    }
}
