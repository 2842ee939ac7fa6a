//! The walk through a kind's schema: what a person is asked for at each place.

use std::ptr;

use serde_json::Value;

use super::{ASKED, Field, Figure, Shape};
use crate::parts::BY_HAND;
use crate::schema::{called, in_form, is_of_type, owned};
use crate::text::{Decimal, forms, rows};

/// So many levels of a part within itself are asked for: sections have five (05-HD/VPTW II.I.6), and one more can be
/// seen and mended.
const LEVELS: usize = 6;

/// The walk through a kind's schema.
pub(super) struct Walk<'a> {
    pub(super) root: &'a Value,
    pub(super) variant: &'a str,
}

/// The parts on the way to a place.
type Way<'a> = Vec<&'a Value>;

impl<'a> Walk<'a> {
    /// The fields of a record of the kind.
    pub(super) fn record(&self, kind: &str) -> Vec<Field> {
        self.group(self.root, kind, &mut Vec::new())
    }

    /// The fields of a part, those that are asked in their order, then the others.
    fn group(&self, schema: &'a Value, owner: &str, way: &mut Way<'a>) -> Vec<Field> {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return Vec::new() };
        let required = |name: &str| {
            let names = schema.get("required").and_then(Value::as_array);
            names.is_some_and(|names| names.iter().any(|known| known == name))
        };
        let order = self.asked(owner);
        // What every record begins with; a part may have a kind of its own.
        let begins = |name: &str| way.is_empty() && ["kind", "format"].contains(&name);
        let own: Vec<_> = properties.iter().filter(|(name, _)| !begins(name)).collect();
        way.push(schema);
        let mut fields: Vec<(usize, Field)> = own
            .into_iter()
            .filter_map(|(name, field)| {
                let said = |word: &str| field.get(word).and_then(Value::as_str).map(str::to_owned);
                let is_it = |known: &&str| known.strip_suffix('!').unwrap_or(known) == name;
                let place = order.as_ref().map(|order| order.iter().position(is_it));
                let needed = order.iter().flatten().any(|known| known.strip_suffix('!') == Some(name));
                // Of a part that no line speaks of everything is asked.
                let asked = required(name) || place.is_none_or(|place| place.is_some());
                let place = place.flatten().unwrap_or(if asked { properties.len() } else { usize::MAX });
                let term = said("title").unwrap_or_else(|| name.clone());
                let json_help = said("description").unwrap_or_default();
                let made = Field {
                    name: name.clone(),
                    shape: self.shape(field, &term, way)?,
                    term,
                    help: in_form(owner, name, &json_help),
                    json_help,
                    required: required(name) || needed,
                    asked,
                    by_hand: self.by_hand(field),
                };
                Some((place, made))
            })
            .collect();
        way.pop();
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

    /// Whether a place, or an element of the list there, may be left for the pen.
    fn by_hand(&self, schema: &Value) -> bool {
        let parts = owned(self.root, schema);
        let is_it = |value: &Value| value == BY_HAND;
        let says = |part: &Value| {
            let examples = part.get("examples").and_then(Value::as_array);
            part.get("const").is_some_and(is_it)
                || examples.is_some_and(|examples| examples.iter().any(is_it))
        };
        let element = || parts.iter().find_map(|(_, part)| part.get("items"));
        parts.iter().any(|(_, part)| says(part)) || element().is_some_and(|items| self.by_hand(items))
    }

    /// What stands in a place that is called so; none where the parts within parts come to their end.
    fn shape(&self, schema: &'a Value, term: &str, way: &mut Way<'a>) -> Option<Shape> {
        let parts = owned(self.root, schema);
        let is = |name: &str| parts.iter().any(|(_, part)| is_of_type(part, name));
        if is("array") {
            let items = parts.iter().find_map(|(_, part)| part.get("items"));
            let element = items.map_or(Some(Shape::Text), |items| self.shape(items, term, way));
            return element.map(|element| Shape::List(Box::new(element)));
        }
        let is_picture =
            |part: &Value| part.get("contentMediaType").is_some_and(|media| media == "image/png");
        if parts.iter().any(|(_, part)| is_picture(part)) {
            return Some(Shape::Picture);
        }
        let number = parts.iter().find_map(|(_, part)| figure(part));
        // A word beside which a text of any form may stand is none of few; a figure's text is no word.
        let is_free = |part: &Value| {
            let said = ["const", "enum"].iter().any(|word| part.get(word).is_some());
            let of_figure = part.get("pattern").is_some_and(|pattern| pattern == forms::FIGURE.pattern);
            is_of_type(part, "string") && !said && !(number.is_some() && of_figure)
        };
        let free = parts.iter().any(|(_, part)| is_free(part));
        let groups: Vec<(&str, &'a Value)> =
            parts.iter().copied().filter(|(_, part)| part.get("properties").is_some()).collect();
        if groups.is_empty() {
            let choices = choices(&parts);
            return Some(match number {
                _ if free => Shape::Text,
                Some(figure) => Shape::Number(figure),
                None if !choices.is_empty() => Shape::Choice(choices),
                None if is("boolean") => Shape::Flag,
                None => Shape::Text,
            });
        }
        let made = groups.iter().filter_map(|&(owner, part)| {
            // A part within itself ends somewhere.
            if way.iter().filter(|known| ptr::eq(**known, part)).count() >= LEVELS {
                return None;
            }
            Some((named(part), self.group(part, owner, way)))
        });
        let mut made: Vec<(Option<String>, Vec<Field>)> = made.collect();
        let words = if free {
            Some(Shape::Text)
        } else {
            Some(choices(&parts)).filter(|it| !it.is_empty()).map(Shape::Choice)
        };
        match (made.len(), words) {
            (0, words) => words,
            (1, Some(Shape::Text)) => made.pop().map(|(_, fields)| Shape::Spelt(fields)),
            (1, None) => made.pop().map(|(_, fields)| Shape::Group(fields)),
            (_, words) => {
                let called_text = called("text").unwrap_or(term);
                let words = words.map(|words| match words {
                    Shape::Text => (called_text.to_owned(), words),
                    few => (term.to_owned(), few),
                });
                let groups = made
                    .into_iter()
                    .map(|(name, fields)| (name.unwrap_or_else(|| term.to_owned()), Shape::Group(fields)));
                Some(Shape::OneOf(words.into_iter().chain(groups).collect()))
            }
        }
    }
}

/// The values among the choices of a schema, each with its term.
fn choices(parts: &[(&str, &Value)]) -> Vec<(String, String)> {
    let values = parts.iter().filter_map(|(_, part)| {
        let value = part.get("const")?.as_str().filter(|value| *value != BY_HAND)?;
        let term = part.get("title").and_then(Value::as_str).unwrap_or(value);
        Some((value.to_owned(), term.to_owned()))
    });
    values.collect()
}

/// What a group among others is called: by its own title, or that of the first field that it cannot be without.
fn named(part: &Value) -> Option<String> {
    let title = |schema: &Value| schema.get("title").and_then(Value::as_str).map(str::to_owned);
    let first = || part.get("required")?.as_array()?.first()?.as_str();
    title(part).or_else(|| title(part.get("properties")?.get(first()?)?))
}

/// Which figures a schema of numbers allows.
fn figure(part: &Value) -> Option<Figure> {
    let whole = is_of_type(part, "integer");
    if !whole && !is_of_type(part, "number") {
        return None;
    }
    let bound = |word: &str| Decimal::try_from(part.get(word)?.as_f64()?).ok();
    let step = bound("multipleOf").or_else(|| whole.then(|| Decimal::from(1)));
    Some(Figure { whole, least: bound("minimum"), most: bound("maximum"), step })
}
