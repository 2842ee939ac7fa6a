//! One word per idea: docs/vocabulary.md, docs/renamed.tsv and the Vietnamese terms, against the JSON Schemas
//! of all kinds. `UPDATE=1 cargo test vocabulary` writes the table anew and keeps its reasons.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

const PAGE: &str = "docs/vocabulary.md";
/// A word of so many kinds belongs to documents in general.
const MANY: usize = 7;

/// A field of a kind or type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Field {
    word: String,
    owner: String,
    term: String,
    help: String,
    kind: String,
}

fn schemas() -> Vec<(String, Value)> {
    vanban::kinds::built_in().map(|kind| (kind.name().to_owned(), kind.json_schema())).collect()
}

/// Every field of every kind, and every value of a type that has values of its own.
fn fields() -> (BTreeSet<Field>, BTreeSet<String>) {
    let (mut fields, mut values) = (BTreeSet::new(), BTreeSet::new());
    for (kind, mut schema) in schemas() {
        let types = schema["$defs"].take();
        collect(&schema, &kind, &mut fields, &mut values);
        for (name, part) in types.as_object().unwrap() {
            collect(part, name, &mut fields, &mut values);
        }
    }
    (fields, values)
}

fn collect(schema: &Value, owner: &str, fields: &mut BTreeSet<Field>, values: &mut BTreeSet<String>) {
    for (word, field) in schema["properties"].as_object().into_iter().flatten() {
        let text = |name: &str| field[name].as_str().unwrap_or_default().to_owned();
        fields.insert(Field {
            word: word.clone(),
            owner: owner.to_owned(),
            term: text("title"),
            help: text("description"),
            kind: label(field),
        });
        if field.get("const").is_none() {
            collect(field, owner, fields, values);
        }
    }
    for choice in ["anyOf", "oneOf", "allOf"].iter().filter_map(|name| schema[*name].as_array()).flatten() {
        if let Some(value) = choice["const"].as_str().filter(|_| choice["title"].is_string()) {
            values.insert(format!("{owner}.{value}"));
        }
        collect(choice, owner, fields, values);
    }
    if schema["items"].is_object() {
        collect(&schema["items"], owner, fields, values);
    }
}

/// A field's type, as the page names it.
fn label(schema: &Value) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return match reference.rsplit('/').next().unwrap() {
            "Given" => "count or by_hand".to_owned(),
            "Written" => "text or by_hand".to_owned(),
            "CitedDate" => "date".to_owned(),
            "PaperDate" => "date or by_hand".to_owned(),
            name => name.to_owned(),
        };
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let labels: Vec<String> =
            choices.iter().filter(|choice| choice["type"] != "null").map(label).collect();
        return labels.join(" or ");
    }
    if let Some(value) = schema.get("const") {
        return if value == "by_hand" { "by_hand".to_owned() } else { "fixed".to_owned() };
    }
    let named = match &schema["type"] {
        Value::Array(names) => names[0].as_str().unwrap(),
        name => name.as_str().unwrap_or_else(|| panic!("{schema}")),
    };
    match named {
        "string" => "text".to_owned(),
        "integer" => "count".to_owned(),
        "boolean" => "yes or no".to_owned(),
        "array" => match label(&schema["items"]).as_str() {
            "list of text" => "rows of text".to_owned(),
            item => format!("list of {item}"),
        },
        name => name.to_owned(),
    }
}

/// The terms' file: word, or `Owner.word`, and its term.
fn terms() -> BTreeMap<String, String> {
    let text = fs::read_to_string("src/schema/terms.tsv").unwrap();
    let mut terms = BTreeMap::new();
    for line in text.lines().skip(1) {
        let [word, term, help] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert!(!term.is_empty() && help.ends_with('.'), "{line}");
        assert!(terms.insert(word.to_owned(), term.to_owned()).is_none(), "{word} stands twice");
    }
    terms
}

#[test]
fn every_field_has_a_term_and_no_term_is_idle() {
    let (fields, values) = fields();
    assert!(fields.len() > 300 && values.len() > 30, "{} fields, {} values", fields.len(), values.len());
    let terms = terms();
    let mut used: BTreeSet<String> = values;
    for Field { word, owner, term, help, .. } in &fields {
        assert!(!term.is_empty() && !help.is_empty(), "{owner}.{word} has no term in src/schema/terms.tsv");
        let own = format!("{owner}.{word}");
        used.insert(if terms.contains_key(&own) { own } else { word.clone() });
    }
    let idle: Vec<&String> = terms.keys().filter(|word| !used.contains(*word)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

/// The words, each once, or with a reason of its own for the others.
#[test]
fn the_page_is_what_the_schemas_say() {
    let page = fs::read_to_string(PAGE).unwrap();
    let begin = page.find("\n|---").and_then(|at| Some(at + 1 + page[at + 1..].find('\n')? + 1)).unwrap();
    let reasons: BTreeMap<&str, &str> = page[begin..].lines().filter_map(reason).collect();
    let mut table = String::new();
    let mut missing = Vec::new();
    let (fields, _) = fields();
    let words: BTreeSet<&str> = fields.iter().map(|field| field.word.as_str()).collect();
    for word in words {
        let own: Vec<&Field> = fields.iter().filter(|field| field.word == word).collect();
        let (terms, kinds) = (column(&own, |field| &field.term), column(&own, |field| &field.kind));
        let several = terms.1 > 1 || kinds.1 > 1;
        let why = if several { reasons.get(word).copied().unwrap_or_default() } else { "" };
        if several && why.is_empty() {
            missing.push(word);
        }
        let owners = owners(own.iter().map(|field| field.owner.as_str()));
        table.push_str(&format!("| {} | `{word}` | {owners} | {} | {why} |\n", terms.0, kinds.0));
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(PAGE, format!("{}{table}", &page[..begin])).unwrap();
    } else if let Some((accepted, found)) = page[begin..].lines().zip(table.lines()).find(|(a, b)| a != b) {
        panic!("{PAGE} has\n{accepted}\nand the schemas say\n{found}");
    } else {
        assert_eq!(page[begin..].lines().count(), table.lines().count(), "{PAGE}");
    }
    assert!(missing.is_empty(), "{PAGE}: several terms or types and no reason: {missing:?}");
}

/// The word of a row, and why it has several terms or types.
fn reason(row: &str) -> Option<(&str, &str)> {
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    Some((cells.get(2)?.trim_matches('`'), cells.get(5)?))
}

/// What the fields are called, or are, and by which of them; and how many that are.
fn column(fields: &[&Field], of: impl Fn(&Field) -> &String) -> (String, usize) {
    let mut by: BTreeMap<&String, Vec<&str>> = BTreeMap::new();
    for field in fields {
        by.entry(of(field)).or_default().push(&field.owner);
    }
    let cells: Vec<String> = match by.len() {
        1 => by.keys().map(ToString::to_string).collect(),
        _ => by.iter().map(|(said, by)| format!("{said} ({})", owners(by.iter().copied()))).collect(),
    };
    (cells.join("; "), by.len())
}

/// Kinds, then types.
fn owners<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: BTreeSet<&str> = names.collect();
    let (kinds, types): (Vec<&str>, Vec<&str>) =
        names.into_iter().partition(|name| name.starts_with(|first: char| first.is_lowercase()));
    let kinds = if kinds.len() >= MANY { vec!["documents"] } else { kinds };
    [kinds, types].concat().join(", ")
}

/// Where paths of before led leads no path of today, and what they are today is there.
#[test]
fn what_was_renamed_is_gone_and_leads_on() {
    let schemas: BTreeMap<String, Value> = schemas().into_iter().collect();
    let set = fs::read_to_string("templates/criteria/an_phu_ward_2025_monthly.json").unwrap();
    let set: Value = serde_json::from_str(&set).unwrap();
    let table = fs::read_to_string("docs/renamed.tsv").unwrap();
    assert!(table.lines().count() > 50);
    for line in table.lines().skip(1) {
        let [kind, old, new, _] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        // What a template sees beside the record is no field of it; loading the templates holds it.
        if old.starts_with("view.") {
            continue;
        }
        let leads = |path: &str| match kind {
            "*" => schemas.values().any(|schema| stands(schema, path)),
            "criteria_set" => stands_in_values(&set, &steps(path)),
            kind => stands(&schemas[kind], path),
        };
        assert!(new == "." || leads(new), "{line}: nothing stands there today");
        assert!(new.starts_with(old) || !leads(old), "{line}: the path of before is still there");
    }
}

fn steps(path: &str) -> Vec<&str> {
    path.split('.').map(|step| step.split('[').next().unwrap()).collect()
}

/// Whether a schema has a place; `**.` stands for any type of it.
fn stands(root: &Value, path: &str) -> bool {
    match path.strip_prefix("**.") {
        Some(path) => {
            root["$defs"].as_object().unwrap().values().any(|part| follow(root, part, &steps(path)))
        }
        None => follow(root, root, &steps(path)),
    }
}

fn follow(root: &Value, schema: &Value, steps: &[&str]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    let target = schema["$ref"].as_str().and_then(|to| root.pointer(to.trim_start_matches('#')));
    let choices = ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|name| schema[name].as_array());
    choices.flatten().chain(target).chain(schema.get("items")).any(|part| follow(root, part, steps))
        || schema["properties"].get(step).is_some_and(|field| follow(root, field, rest))
}

fn stands_in_values(value: &Value, steps: &[&str]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    match value {
        Value::Array(items) => items.iter().any(|item| stands_in_values(item, steps)),
        _ => value.get(step).is_some_and(|inner| stands_in_values(inner, rest)),
    }
}
