//! A set as TOML: what says something of the whole stands first, then a table a group and a criterion; what is small
//! stands in one line.

use std::fmt::Write;

use serde_json::{Map, Value};

/// The text of a set.
pub(super) fn written(set: &Value) -> String {
    let mut text = String::new();
    if let Value::Object(fields) = set {
        table(fields, "", &mut text);
    }
    text
}

/// The fields of a table, then the tables in it.
fn table(fields: &Map<String, Value>, path: &str, text: &mut String) {
    let (inner, own): (Vec<_>, Vec<_>) = fields.iter().partition(|(name, value)| is_table(name, value));
    for (name, value) in own {
        let _ = writeln!(text, "{} = {}", key(name), lines(value));
    }
    for (name, value) in inner {
        let path = if path.is_empty() { key(name) } else { format!("{path}.{}", key(name)) };
        match value {
            Value::Object(fields) => {
                let _ = writeln!(text, "\n[{path}]");
                table(fields, &path, text);
            }
            Value::Array(items) => {
                for item in items.iter().filter_map(Value::as_object) {
                    let _ = writeln!(text, "\n[[{path}]]");
                    table(item, &path, text);
                }
            }
            _ => {}
        }
    }
}

/// What is a table of its own; all else stands in a line.
fn is_table(name: &str, value: &Value) -> bool {
    let is_list = value.as_array().is_some_and(|items| items.first().is_some_and(Value::is_object));
    match name {
        "columns" => value.is_object(),
        "groups" | "criteria" | "ratings" | "year_rules" => is_list,
        _ => false,
    }
}

/// A value behind its name: a list of levels takes a line each.
fn lines(value: &Value) -> String {
    match value {
        Value::Array(items) if items.iter().any(Value::is_object) => {
            let items: String = items.iter().map(|item| format!("  {},\n", in_line(item))).collect();
            format!("[\n{items}]")
        }
        value => in_line(value),
    }
}

fn in_line(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(in_line).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| format!("{} = {}", key(name), in_line(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::String(words) => quoted(words),
        // Left out already; a set has none.
        Value::Null => quoted(""),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { quoted(name) }
}

/// A text in double quotes: those of JSON are those of TOML, but for U+007F.
fn quoted(words: &str) -> String {
    Value::from(words).to_string().replace('\u{7f}', "\\u007f")
}
