//! The shape of values, as far as a template's paths need it.

use serde_json::Value;

use super::{alternatives, is_of_type};
use crate::path::{Path, PathStep};

/// What a value may be, according to a schema: one of several alternatives, because of `Option`
/// and of enums. No alternative at all means a bare text, number or truth value.
#[derive(Debug, Clone)]
pub(crate) struct Shape<'a> {
    /// The whole schema, in which `$ref` finds its definitions.
    root: &'a Value,
    alternatives: Vec<&'a Value>,
}

impl<'a> Shape<'a> {
    /// The shape of a whole record.
    pub(crate) fn of(root: &'a Value) -> Shape<'a> {
        Shape::scalar(root).or(root)
    }

    /// The shape of a bare value: an index, the result of a helper.
    pub(crate) fn scalar(root: &'a Value) -> Shape<'a> {
        Shape { root, alternatives: Vec::new() }
    }

    /// The same shape, or `schema`.
    pub(crate) fn or(mut self, schema: &'a Value) -> Shape<'a> {
        let own = alternatives(self.root, schema).into_iter();
        self.alternatives.extend(own.filter(|schema| says_something(schema) || is_anything(schema)));
        self
    }

    /// The shape of a field, or of an element where `name` is a number; nothing where there is none.
    pub(crate) fn field(&self, name: &str) -> Option<Shape<'a>> {
        let mut found = Shape::scalar(self.root);
        let mut known = false;
        for &schema in &self.alternatives {
            let field = if is_anything(schema) {
                Some(schema)
            } else if name.parse::<usize>().is_ok() && schema.get("items").is_some() {
                schema.get("items")
            } else {
                let named = schema.get("properties").and_then(|fields| fields.get(name));
                named.or_else(|| schema.get("additionalProperties").filter(|&any| *any != Value::Bool(false)))
            };
            if let Some(field) = field {
                known = true;
                found = found.or(field);
            }
        }
        known.then_some(found)
    }

    /// The shape of what a step of a path leads to; nothing where there is none.
    pub(crate) fn step(&self, step: &PathStep) -> Option<Shape<'a>> {
        match step {
            PathStep::Field(name) => self.field(name),
            PathStep::Index(index) => self.field(&index.to_string()).or_else(|| self.items()),
        }
    }

    /// Whether there is a value at a path.
    pub(crate) fn has(&self, path: &Path) -> bool {
        path.steps().iter().try_fold(self.clone(), |shape, step| shape.step(step)).is_some()
    }

    /// The shape of what a list or a map holds; nothing where this is neither.
    pub(crate) fn items(&self) -> Option<Shape<'a>> {
        let mut found = Shape::scalar(self.root);
        let mut known = false;
        for &schema in &self.alternatives {
            let several = schema.get("prefixItems").and_then(Value::as_array).into_iter().flatten();
            let rest =
                if is_anything(schema) { Some(schema) } else { schema.get("items").or_else(|| map(schema)) };
            for item in several.chain(rest) {
                known = true;
                found = found.or(item);
            }
        }
        known.then_some(found)
    }

    /// Whether it may be a map, whose values come with a key.
    pub(crate) fn is_map(&self) -> bool {
        self.alternatives.iter().any(|schema| map(schema).is_some() || is_anything(schema))
    }

    /// Whether it may be a value of this type: `integer`.
    #[cfg(feature = "collect")]
    pub(crate) fn may_be_of_type(&self, name: &str) -> bool {
        self.alternatives.iter().any(|schema| super::is_of_type(schema, name))
    }

    /// Whether any text may stand there, not only one of few, or one of a form.
    #[cfg(feature = "collect")]
    pub(crate) fn may_be_any_text(&self) -> bool {
        let bound =
            |schema: &Value| ["const", "enum", "pattern"].iter().any(|word| schema.get(word).is_some());
        self.alternatives.iter().any(|schema| super::is_of_type(schema, "string") && !bound(schema))
    }

    /// Whether a text of this pattern may stand there.
    #[cfg(feature = "collect")]
    pub(crate) fn has_pattern(&self, pattern: &str) -> bool {
        self.alternatives.iter().any(|schema| schema.get("pattern").is_some_and(|own| own == pattern))
    }

    /// Whether it is always a text, a number or a truth value.
    pub(crate) fn is_printable(&self) -> bool {
        let has_parts = |schema: &&Value| {
            ["properties", "items", "prefixItems", "additionalProperties"]
                .iter()
                .any(|key| schema.get(key).is_some())
                || is_of_type(schema, "object")
                || is_of_type(schema, "array")
        };
        !self.alternatives.iter().any(has_parts)
    }

    /// Whether it may be any number, whole or not: a figure.
    pub(crate) fn is_number(&self) -> bool {
        self.alternatives.iter().any(|schema| is_of_type(schema, "number"))
    }

    /// Whether it is yes or no.
    pub(crate) fn is_truth(&self) -> bool {
        self.alternatives.iter().any(|schema| is_of_type(schema, "boolean"))
    }

    /// Whether it is never a number.
    pub(crate) fn is_text(&self) -> bool {
        let text = |schema: &&Value| {
            let typed = schema.get("type").is_some();
            let number = is_of_type(schema, "number") || is_of_type(schema, "integer");
            (typed || schema.get("enum").is_some() || schema.get("const").is_some()) && !number
        };
        !self.alternatives.is_empty() && self.alternatives.iter().all(text)
    }

    /// Whether it may be this very text.
    pub(crate) fn may_be(&self, text: &str) -> bool {
        self.alternatives.iter().any(|schema| {
            let known = |word: &str| schema.get(word).and_then(Value::as_array);
            schema.get("const").is_some_and(|only| only == text)
                || known("enum").is_some_and(|all| all.iter().any(|it| it == text))
        })
    }

    /// The texts of which it is one; none where it may be another text, or anything else.
    pub(crate) fn choices(&self) -> Option<Vec<&'a str>> {
        let only = |schema: &&'a Value| schema.get("const").and_then(Value::as_str);
        let said = |schema: &&&'a Value| {
            let either = ["anyOf", "oneOf", "allOf", "$ref"].iter().any(|word| schema.get(word).is_some());
            !either && schema.get("type").is_none_or(|it| it != "null")
        };
        let texts: Option<Vec<&str>> = self.alternatives.iter().filter(said).map(only).collect();
        texts.filter(|texts| !texts.is_empty())
    }

    /// The names of its fields, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let fields = self.alternatives.iter().filter_map(|schema| schema.get("properties")?.as_object());
        let mut names: Vec<String> = fields.flat_map(|fields| fields.keys().cloned()).collect();
        names.sort();
        names.dedup();
        names
    }
}

/// Whether a schema allows every value: `true`, or an object that only describes.
fn is_anything(schema: &Value) -> bool {
    const DESCRIPTIONS: [&str; 7] =
        ["$schema", "$defs", "title", "description", "default", "examples", "deprecated"];
    match schema {
        Value::Bool(allowed) => *allowed,
        Value::Object(keys) => keys.keys().all(|key| DESCRIPTIONS.contains(&key.as_str())),
        _ => false,
    }
}

/// What the values of a map are. An object with fields of its own is a record, no map.
fn map(schema: &Value) -> Option<&Value> {
    let values = schema.get("additionalProperties").filter(|&any| *any != Value::Bool(false));
    values.filter(|_| schema.get("properties").is_none())
}

fn says_something(schema: &Value) -> bool {
    ["type", "properties", "items", "prefixItems", "additionalProperties", "enum", "const"]
        .iter()
        .any(|key| schema.get(key).is_some())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use schemars::{JsonSchema, schema_for};
    use serde_json::json;

    use super::*;

    #[derive(JsonSchema)]
    #[allow(dead_code)]
    struct Record {
        title: String,
        vote: Option<Vote>,
        parts: Vec<Part>,
        basis: Vec<Basis>,
        counts: BTreeMap<String, u32>,
        pair: (u32, Part),
        free: Value,
        kind: Kind,
    }

    #[derive(JsonSchema)]
    #[allow(dead_code)]
    struct Vote {
        present: Option<u32>,
    }

    #[derive(JsonSchema)]
    #[allow(dead_code)]
    struct Part {
        heading: Option<String>,
        parts: Vec<Part>,
    }

    #[derive(JsonSchema)]
    #[serde(untagged)]
    #[allow(dead_code)]
    enum Basis {
        Free { text: String },
        Paper { symbol: String },
    }

    #[derive(JsonSchema)]
    #[allow(dead_code)]
    enum Kind {
        Plain,
        Named(Vote),
    }

    /// Follows names; `*` is what a list holds.
    fn walk(path: &[&str]) -> Option<(Vec<String>, bool)> {
        let schema = schema_for!(Record).to_value();
        let shape = path.iter().try_fold(Shape::of(&schema), |shape, &name| {
            if name == "*" { shape.items() } else { shape.field(name) }
        })?;
        Some((shape.names(), shape.is_printable()))
    }

    fn names(path: &[&str]) -> Vec<String> {
        walk(path).unwrap().0
    }

    #[test]
    fn fields_are_found_through_options_and_references() {
        assert_eq!(names(&["vote"]), ["present"]);
        assert_eq!(walk(&["vote", "present"]), Some((vec![], true)));
        assert_eq!(walk(&["vote", "absent"]), None);
        assert_eq!(walk(&["title", "x"]), None);
    }

    #[test]
    fn a_recursive_record_has_no_end() {
        assert_eq!(names(&["parts", "*", "parts", "*", "parts", "0"]), ["heading", "parts"]);
    }

    #[test]
    fn any_variant_of_an_enum_will_do() {
        assert_eq!(names(&["basis", "*"]), ["symbol", "text"]);
        assert_eq!(walk(&["basis", "*", "symbol"]), Some((vec![], true)));
        assert_eq!(names(&["kind", "Named"]), ["present"]);
        assert_eq!(walk(&["kind"]), Some((vec!["Named".to_owned()], false)));
    }

    #[test]
    fn maps_tuples_and_free_values_have_items() {
        assert_eq!(walk(&["counts", "*"]), Some((vec![], true)));
        assert_eq!(walk(&["counts", "any name"]), Some((vec![], true)));
        assert_eq!(names(&["pair", "*"]), ["heading", "parts"]);
        assert_eq!(walk(&["free", "anything", "*", "at all"]), Some((vec![], true)));
        assert_eq!(walk(&["vote", "*"]), None);
        assert_eq!(walk(&["title", "*"]), None);
    }

    #[test]
    fn only_maps_have_keys() {
        let schema = schema_for!(Record).to_value();
        let is_map = |name: &str| Shape::of(&schema).field(name).unwrap().is_map();
        assert!(is_map("counts"));
        assert!(!is_map("parts"));
        assert!(!is_map("vote"));
    }

    #[test]
    fn lists_and_objects_are_not_printable() {
        assert!(walk(&["title"]).unwrap().1);
        assert!(!walk(&["vote"]).unwrap().1);
        assert!(!walk(&["parts"]).unwrap().1);
        assert!(!walk(&["counts"]).unwrap().1);
    }

    #[test]
    fn references_that_lead_to_themselves_end() {
        let schema = json!({"anyOf": [{"$ref": "#"}, {"properties": {"a": {"$ref": "#/$defs/b"}}}],
            "$defs": {"b": {"$ref": "#/$defs/b"}}});
        assert_eq!(Shape::of(&schema).names(), ["a"]);
        assert!(Shape::of(&schema).field("a").unwrap().names().is_empty());
    }
}
