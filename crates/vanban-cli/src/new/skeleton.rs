//! The text of a record to fill in: JSON, each field on a line of its own, what it is called and what to write there
//! in a comment behind it. Every line keeps its comma, so that lines can be put in, taken out and moved.

use std::fmt::Write;

use serde_json::Value;
use vanban::Kind;
use vanban::kinds::{Field, Shape};

/// What is known of a record before anybody fills it in.
#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) place: String,
    pub(super) value: Value,
    /// What is said of each element of a list.
    pub(super) said: Vec<String>,
}

impl Given {
    pub(super) fn new(place: impl Into<String>, value: impl Into<Value>) -> Given {
        Given { place: place.into(), value: value.into(), said: Vec::new() }
    }
}

/// What is said at the head of a record with comments.
pub(crate) const EXPLAINED: &str = "Ghi vào giữa hai dấu nháy, cả con số; chỗ có null thì ghi thay chữ ấy; lời sau dấu // chỉ để giải thích.";

/// A record of a kind and a variant, to be filled in.
pub(super) fn skeleton(kind: &Kind, variant: Option<&str>, given: &[Given]) -> String {
    let mut writer = Writer { given, text: String::new() };
    writer.line(0, &format!("// {EXPLAINED} Mục nào không dùng thì để nguyên."));
    writer.line(0, "{");
    writer.line(1, &format!("\"kind\": \"{}\", // {}", kind.name(), kind.term()));
    writer.line(1, "\"format\": 1,");
    let mut fields = kind.fields(variant);
    if !kind.own_fields().is_empty() {
        // A form says itself what else its papers have.
        fields.retain(|field| field.asked);
    }
    writer.fields(&fields, "", 1);
    writer.line(0, "}");
    writer.text
}

/// What a paper seldom has is not offered: it is said once for all of an office's papers, or made by a program.
const UNSAID: [&str; 2] = ["profile", "layout"];

struct Writer<'a> {
    given: &'a [Given],
    text: String,
}

impl Writer<'_> {
    fn line(&mut self, depth: usize, line: &str) {
        // Writing to a String never fails.
        let _ = writeln!(self.text, "{}{line}", "  ".repeat(depth));
    }

    fn fields(&mut self, fields: &[Field], at: &str, depth: usize) {
        let offered = |field: &&Field| !UNSAID.contains(&field.name.as_str());
        for field in fields.iter().filter(offered) {
            let place = if at.is_empty() { field.name.clone() } else { format!("{at}.{}", field.name) };
            self.field(field, &place, depth);
        }
    }

    fn field(&mut self, field: &Field, place: &str, depth: usize) {
        let said = comment(field);
        let inside = format!("{place}.");
        let given = self.given.iter().find(|given| given.place == place);
        let within = self.given.iter().any(|given| given.place.starts_with(&inside));
        match (field.shape.usual(), given) {
            (Shape::List(element), given) if field.asked || given.is_some() => {
                self.line(depth, &format!("\"{}\": [ // {said}", field.name));
                self.list(element, given, depth + 1);
                self.line(depth, "],");
            }
            (Shape::Group(fields), _) if (field.asked && field.required) || within => {
                self.line(depth, &format!("\"{}\": {{ // {said}", field.name));
                self.fields(fields, place, depth + 1);
                self.line(depth, "},");
            }
            (shape, _) if !field.asked || matches!(shape, Shape::Group(_)) => {
                self.line(
                    depth,
                    &format!("// \"{}\": {}, // {said}", field.name, pattern(shape, &field.term)),
                );
            }
            (shape, given) => {
                let open = match shape {
                    Shape::Number(_) if !field.by_hand => "null".to_owned(),
                    Shape::Flag => "false".to_owned(),
                    _ => "\"\"".to_owned(),
                };
                let value = given.map_or(open, |given| given.value.to_string());
                self.line(depth, &format!("\"{}\": {value}, // {said}", field.name));
            }
        }
    }

    /// What stands in a list, and the patterns of what may be written there.
    fn list(&mut self, element: &Shape, given: Option<&Given>, depth: usize) {
        let known = given.and_then(|given| given.value.as_array().map(|values| (values, &given.said)));
        for (index, value) in known.iter().flat_map(|(values, _)| values.iter()).enumerate() {
            let said = known.and_then(|(_, said)| said.get(index));
            let said = said.map_or_else(String::new, |said| format!(" // {said}"));
            self.line(depth, &format!("{value},{said}"));
        }
        if known.is_none() {
            let several: Vec<&Shape> = match element {
                Shape::OneOf(several) => several.iter().map(|(_, one)| one).collect(),
                one => vec![one],
            };
            for one in several {
                self.line(depth, &format!("// mẫu một dòng: {},", in_list(one, "…")));
            }
        }
    }
}

/// What a field is called, and what to write there.
fn comment(field: &Field) -> String {
    // Help that begins with the term says it already.
    let told = field.json_help.to_lowercase().starts_with(&field.term.to_lowercase());
    let mut said = match (field.json_help.is_empty(), told) {
        (true, _) => field.term.clone(),
        (false, true) => field.json_help.clone(),
        (false, false) => format!("{}. {}", field.term, field.json_help),
    };
    if let Shape::Choice(values) = field.shape.usual() {
        let shown = |(value, term): &(String, String)| match value == term {
            true => value.clone(),
            false => format!("{value}: {term}"),
        };
        let values: Vec<String> = values.iter().map(shown).collect();
        let said_before = said.trim_end_matches(['.', ' ']);
        said = format!("{said_before}. Một trong: {}.", values.join("; "));
    }
    said.replace('\n', " ")
}

/// What may be written in a place, in one line; what a field is called stands where its value goes.
fn pattern(shape: &Shape, term: &str) -> String {
    match shape.usual() {
        Shape::Text | Shape::Number(_) | Shape::Spelt(_) | Shape::Picture => format!("\"{term}\""),
        Shape::Flag => "true".to_owned(),
        Shape::Choice(values) => {
            let values: Vec<&str> = values.iter().map(|(value, _)| value.as_str()).collect();
            format!("\"{}\"", values.join("|"))
        }
        Shape::List(element) => format!("[{}]", in_list(element, term)),
        Shape::Group(fields) => group(fields),
        _ => "\"\"".to_owned(),
    }
}

/// What may be written as an element of a list: of what a text says, too, its fields, where it has several.
fn in_list(shape: &Shape, term: &str) -> String {
    match shape {
        Shape::Spelt(fields) if fields.iter().any(|field| field.required) => group(fields),
        shape => pattern(shape, term),
    }
}

fn group(fields: &[Field]) -> String {
    let asked = fields.iter().filter(|field| field.asked);
    let fields: Vec<String> =
        asked.map(|field| format!("\"{}\": {}", field.name, pattern(&field.shape, &field.term))).collect();
    format!("{{{}}}", fields.join(", "))
}
