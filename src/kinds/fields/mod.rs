//! What a person is asked to fill in where a record is begun: the fields of a kind in the order in which its papers
//! print them, those that a session of its kind has no use for last. The order is data: `asked.tsv`.

#[cfg(test)]
mod tests;

use serde_json::Value;

use super::Kind;
use crate::schema::{alternatives, is_of_type, owned};
use crate::text::rows;

/// A line for a kind or a part of one and the variants that it is of, `*` for all others: the fields that are asked. A
/// group that is optional in a record, but not in a right paper, has a `!`.
const ASKED: &str = include_str!("asked.tsv");

/// Parts within parts: what lies deeper is not asked.
const DEPTH: usize = 6;

/// A field of a record that is to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// Its name in JSON.
    pub name: String,
    /// What it is called in Vietnamese; its name, where that is not known.
    pub term: String,
    /// A line of Vietnamese help.
    pub help: String,
    /// Whether no right paper can be without it.
    pub required: bool,
    /// Whether papers of the variant usually have it; what they have not stands after what they have.
    pub asked: bool,
    /// What stands there.
    pub shape: Shape,
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// Words, a date, a time, a person; a figure where words are taken too.
    Text,
    /// A figure, and nothing else.
    Number,
    /// `true` or `false`.
    Flag,
    /// One of some values, each with its term.
    Choice(Vec<(String, String)>),
    /// Fields of its own.
    Group(Vec<Field>),
    /// A list: what each of its elements may be.
    List(Vec<Shape>),
}

impl Kind {
    /// The fields of its records, as a person is asked for them who begins one of a variant: `forum` of minutes; of a
    /// notice, of what session it is. What belongs to no variant is asked where none is named.
    ///
    /// ```
    /// # use vanban::kinds::{Minutes, TypedRecord};
    /// let fields = Minutes::typed_kind().fields(Some("forum"));
    /// let topic = fields.iter().find(|field| field.name == "topic").unwrap();
    /// assert!(topic.asked && topic.term == "chuyên đề");
    /// assert!(!fields.iter().any(|field| field.name == "ballots" && field.asked));
    /// ```
    #[must_use]
    pub fn fields(&self, variant: Option<&str>) -> Vec<Field> {
        let schema = self.json_schema();
        Walk { root: &schema, variant: variant.unwrap_or("*") }.group(&schema, self.name(), DEPTH)
    }

    /// The variants of its records, each with its term; of a kind that has none, those that its papers are told apart
    /// by.
    #[must_use]
    pub fn variants(&self) -> Vec<(String, String)> {
        let of = |fields: &[Field]| {
            fields.iter().find_map(|field| match &field.shape {
                Shape::Choice(values) if field.name == "variant" => Some(values.clone()),
                _ => None,
            })
        };
        let fields = self.fields(None);
        let inner = || {
            fields.iter().find_map(|field| match &field.shape {
                Shape::Group(inner) if field.name == "session" && field.required => of(inner),
                _ => None,
            })
        };
        of(&fields).or_else(inner).unwrap_or_else(|| {
            let minutes = super::Minutes::typed_kind_variants();
            let named = |name: &str| minutes.iter().find(|(known, _)| known == name).cloned();
            let own = rows(ASKED).filter(|[owner, variants, _]| *owner == self.name() && *variants != "*");
            own.flat_map(|[_, variants, _]| variants.split(',')).filter_map(named).collect()
        })
    }
}

impl super::Minutes {
    /// Of what minutes are, and notices before them.
    fn typed_kind_variants() -> Vec<(String, String)> {
        <super::Minutes as super::TypedRecord>::typed_kind().variants()
    }
}

/// The walk through a kind's schema.
struct Walk<'a> {
    root: &'a Value,
    variant: &'a str,
}

impl Walk<'_> {
    /// The fields of a part, those that are asked in their order, then the others.
    fn group(&self, schema: &Value, owner: &str, depth: usize) -> Vec<Field> {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return Vec::new() };
        let required = |name: &str| {
            let names = schema.get("required").and_then(Value::as_array);
            names.is_some_and(|names| names.iter().any(|known| known == name))
        };
        let order = self.asked(owner);
        // What every record begins with; a part may have a kind of its own.
        let begins = |name: &str| depth == DEPTH && ["kind", "format"].contains(&name);
        let fields = properties.iter().filter(|(name, _)| !begins(name));
        let mut fields: Vec<(usize, Field)> = fields
            .map(|(name, field)| {
                let said = |word: &str| field.get(word).and_then(Value::as_str).map(str::to_owned);
                let is_it = |known: &&str| known.strip_suffix('!').unwrap_or(known) == name;
                let place = order.as_ref().map(|order| order.iter().position(is_it));
                let needed = order.iter().flatten().any(|known| known.strip_suffix('!') == Some(name));
                // Of a part that no line speaks of everything is asked.
                let asked = required(name) || place.is_none_or(|place| place.is_some());
                let place = place.flatten().unwrap_or(if asked { properties.len() } else { usize::MAX });
                let made = Field {
                    name: name.clone(),
                    term: said("title").unwrap_or_else(|| name.clone()),
                    help: said("description").unwrap_or_default(),
                    required: required(name) || needed,
                    asked,
                    shape: self.shape(field, depth),
                };
                (place, made)
            })
            .collect();
        fields.sort_by_key(|(place, _)| *place);
        fields.into_iter().map(|(_, field)| field).collect()
    }

    /// The names of the fields that are asked of a kind or part, where a line speaks of it.
    fn asked(&self, owner: &str) -> Option<Vec<&'static str>> {
        let named = |variants: &str| variants.split(',').any(|known| known == self.variant);
        let of = |is: &dyn Fn(&str) -> bool| {
            let mut own = rows(ASKED).filter(|[known, variants, _]| *known == owner && is(variants));
            own.next().map(|[_, _, fields]| fields.split(' ').collect())
        };
        of(&named).or_else(|| of(&|variants| variants == "*"))
    }

    fn shape(&self, schema: &Value, depth: usize) -> Shape {
        let all = alternatives(self.root, schema);
        let is = |name: &str| all.iter().any(|part| is_of_type(part, name));
        let choices: Vec<(String, String)> = all
            .iter()
            .filter_map(|part| {
                let value = part.get("const")?.as_str()?;
                let term = part.get("title").and_then(Value::as_str).unwrap_or(value);
                Some((value.to_owned(), term.to_owned()))
            })
            .collect();
        if is("array") {
            let items = all.iter().find_map(|part| part.get("items"));
            return Shape::List(items.map_or_else(|| vec![Shape::Text], |items| self.items(items, depth)));
        }
        // A word beside which a text of any form may stand is none of few.
        let free = all.iter().any(|part| {
            is_of_type(part, "string") && part.get("const").is_none() && part.get("enum").is_none()
        });
        if !choices.is_empty() && !free {
            return Shape::Choice(choices);
        }
        if free {
            return Shape::Text;
        }
        let groups = self.groups(schema, depth);
        if let Some(group) = groups.into_iter().next() {
            return group;
        }
        match () {
            () if is("integer") || is("number") => Shape::Number,
            () if is("boolean") => Shape::Flag,
            () => Shape::Text,
        }
    }

    /// What an element of a list may be: one thing, or one of several groups.
    fn items(&self, schema: &Value, depth: usize) -> Vec<Shape> {
        let groups = self.groups(schema, depth);
        if groups.len() > 1 { groups } else { vec![self.element(schema, groups, depth)] }
    }

    /// An element that may be a text, too, is asked for by its fields where it has several.
    fn element(&self, schema: &Value, groups: Vec<Shape>, depth: usize) -> Shape {
        match groups.into_iter().next() {
            Some(Shape::Group(fields)) if !fields.iter().all(|field| !field.required) => Shape::Group(fields),
            _ => self.shape(schema, depth),
        }
    }

    /// The groups of fields among the choices of a schema.
    fn groups(&self, schema: &Value, depth: usize) -> Vec<Shape> {
        let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
        let parts = owned(self.root, schema);
        let groups = parts.into_iter().filter(|(_, part)| part.get("properties").is_some());
        groups.map(|(owner, part)| Shape::Group(self.group(part, owner, depth))).collect()
    }
}
