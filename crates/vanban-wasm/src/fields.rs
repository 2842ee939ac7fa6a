//! What the page makes its form from.

use serde_json::{Value, json};
use vanban::kinds::{Field, Shape};
use vanban::{Kind, Renderer};

use crate::{Answer, json as written};

pub(crate) fn kinds(renderer: &Renderer) -> Answer {
    written(&renderer.kinds().map(kind).collect::<Vec<_>>())
}

pub(crate) fn kind(kind: &Kind) -> Value {
    json!({"name": kind.name(), "term": kind.term(), "title": kind.title(), "variants": kind.variants()})
}

pub(crate) fn fields(renderer: &Renderer, kind: &Kind, variant: Option<&str>) -> Answer {
    written(&all(&renderer.fields(kind, variant)))
}

pub(crate) fn all(fields: &[Field]) -> Vec<Value> {
    fields.iter().map(field).collect()
}

fn field(field: &Field) -> Value {
    json!({
        "name": field.name,
        "term": field.term,
        "help": field.help,
        "required": field.required,
        "asked": field.asked,
        "by_hand": field.by_hand,
        "shape": shape(&field.shape),
    })
}

fn shape(own: &Shape) -> Value {
    match own {
        Shape::Number(figure) => json!({"is": "number", "step": figure.step}),
        Shape::Flag => json!({"is": "flag"}),
        Shape::Picture => json!({"is": "picture"}),
        Shape::Choice(values) => json!({"is": "choice", "values": values}),
        Shape::Spelt(inner) => json!({"is": "spelt", "fields": all(inner)}),
        Shape::Group(inner) => json!({"is": "group", "fields": all(inner)}),
        Shape::OneOf(several) => json!({"is": "one_of", "of": named(several)}),
        Shape::List(element) => match &**element {
            Shape::OneOf(several) => json!({"is": "list", "items": named(several)}),
            one => json!({"is": "list", "items": [("", shape(one))]}),
        },
        _ => json!({"is": "text"}),
    }
}

/// Whether each value of a group has a place in its fields' inputs; what is not among them is told elsewhere.
pub(crate) fn hold(fields: &[Field], group: &Value) -> bool {
    let Some(group) = group.as_object() else { return false };
    fields
        .iter()
        .all(|field| group.get(&field.name).is_none_or(|value| value.is_null() || holds(&field.shape, value)))
}

fn holds(shape: &Shape, value: &Value) -> bool {
    let is_plain = !value.is_object() && !value.is_array();
    match shape {
        Shape::Picture => true,
        Shape::Spelt(inner) => is_plain || hold(inner, value),
        Shape::Group(inner) => hold(inner, value),
        Shape::OneOf(several) => several.iter().any(|(_, one)| holds(one, value)),
        Shape::List(element) => value.as_array().is_some_and(|all| all.iter().all(|one| holds(element, one))),
        _ => is_plain,
    }
}

fn named(several: &[(String, Shape)]) -> Vec<(&str, Value)> {
    several.iter().map(|(name, own)| (name.as_str(), shape(own))).collect()
}
