//! What stands for a value that is missing or cannot be read, by its schema: room for the pen.

use serde_json::{Map, Value};

use crate::path::PathStep;
use crate::schema::{alternatives, is_of_type, owned};
use crate::scoring::OPEN_SET;
use crate::text::is_blank;

/// Room for words.
const DOTS: &str = "………………………";
/// Room for words in a part of a list: it may be a row of a table.
const FEW_DOTS: &str = "………";
/// Other words than dots.
const WORDS: &str = "Nội dung khác";
/// How far numbers that stand in are from the least.
const NUMBERS: [u64; 4] = [0, 1, 100, 9_999];
/// What leaves a figure or words for the pen.
const BY_HAND: &str = "by_hand";
/// Parts within parts: deeper nothing is stood in for.
const DEPTH: usize = 8;

/// The schema of a kind's records, by which values are stood in for.
pub(super) struct StandIns<'a> {
    pub(super) root: &'a Value,
    /// For the rules, which values stand in: they are other ones each way, what may be left out stands in as well,
    /// and elements of lists keep their places. None where room is left for the pen.
    pub(super) way: Option<usize>,
}

impl<'a> StandIns<'a> {
    /// A record of which nothing is known.
    pub(super) fn blank(&self) -> Value {
        Value::Object(self.fields(&alternatives(self.root, self.root), false, DEPTH))
    }

    /// Leaves open what stands at a place: whether that changed anything. `turn` counts how often this place was left
    /// open before: a choice takes its next value then.
    pub(super) fn open(&self, record: &mut Value, steps: &[PathStep], turn: usize) -> bool {
        self.open_in(record, &alternatives(self.root, self.root), steps, turn)
    }

    /// Leaves room for what is missing at a place; whether there is any.
    pub(super) fn supply(&self, record: &mut Value, steps: &[PathStep]) -> bool {
        if let Some((PathStep::Field(name), outer)) = steps.split_last()
            && let Some(fields) = at(record, outer).and_then(Value::as_object_mut)
            && fields.get(name.as_ref()).is_some_and(is_open)
        {
            fields.shift_remove(name.as_ref());
        }
        self.open(record, steps, 0)
    }

    fn open_in(&self, value: &mut Value, schemas: &[&'a Value], steps: &[PathStep], turn: usize) -> bool {
        match (steps, value) {
            ([PathStep::Field(name), rest @ ..], Value::Object(fields)) => {
                // The only element of a list is the list.
                let alone = self.way.is_none()
                    && fields.get(name.as_ref()).and_then(Value::as_array).is_some_and(|all| all.len() == 1);
                let rest = if alone && matches!(rest, [PathStep::Index(0)]) { &[] } else { rest };
                if let ([_, ..], Some(inner @ (Value::Object(_) | Value::Array(_)))) =
                    (rest, fields.get_mut(name.as_ref()))
                {
                    return self.open_in(
                        inner,
                        &self.all(schemas, |schema| property(schema, name)),
                        rest,
                        turn,
                    );
                }
                self.field(fields, schemas, name, turn)
            }
            ([PathStep::Index(index)], Value::Array(items)) if *index < items.len() => {
                let stands = schemas.iter().filter(|_| self.way.is_some()).find_map(|schema| {
                    let stands = self.value(schema.get("items")?, "", turn, DEPTH)?;
                    (items.get(*index) != Some(&stands)).then_some(stands)
                });
                match (stands, items.get_mut(*index)) {
                    (Some(stands), Some(item)) => *item = stands,
                    _ => drop(items.remove(*index)),
                }
                true
            }
            ([PathStep::Index(index), rest @ ..], Value::Array(items)) => {
                let each = self.all(schemas, |schema| schema.get("items"));
                let Some(item) = items.get_mut(*index) else { return false };
                let changed = self.open_in(item, &each, rest, turn);
                shorten(item);
                changed
            }
            _ => false,
        }
    }

    /// An optional field that is given is left out; one that is missing, or required, is stood in for.
    fn field(&self, fields: &mut Map<String, Value>, schemas: &[&'a Value], name: &str, turn: usize) -> bool {
        let own = schemas.iter().find_map(|schema| property(schema, name));
        let Some(own) = own else { return fields.shift_remove(name).is_some() };
        let given = fields.get(name);
        let required = schemas.iter().any(|schema| requires(schema, name));
        let may_go = !required && given.is_some();
        if may_go && self.way.is_none_or(|way| way == 0) {
            return fields.shift_remove(name).is_some();
        }
        let mut turns = (turn..).map_while(|turn| self.value(own, name, turn, DEPTH));
        let Some(other) = turns.find(|value| Some(value) != given) else {
            return may_go && fields.shift_remove(name).is_some();
        };
        fields.insert(name.to_owned(), other);
        true
    }

    /// What stands for a value of a schema; nothing where a choice has no more values.
    fn value(&self, schema: &'a Value, name: &str, turn: usize, depth: usize) -> Option<Value> {
        let parts = owned(self.root, schema);
        let others = self.way.is_some_and(|way| way > 0);
        let is = |kind: &str| parts.iter().any(|(_, part)| is_of_type(part, kind));
        let of_few = |part: &Value| part.get("const").is_some() || part.get("enum").is_some();
        let mut choices = parts.iter().flat_map(|(_, part)| {
            let all = part.get("enum").and_then(Value::as_array);
            part.get("const").into_iter().chain(all.into_iter().flatten())
        });
        let by_hand = is_by_hand(&parts);
        if by_hand && !others {
            return (turn == 0).then(|| BY_HAND.into());
        }
        if !by_hand && parts.iter().any(|(_, part)| of_few(part)) {
            return match self.way {
                None => choices.nth(turn).cloned(),
                Some(way) => {
                    let all: Vec<&Value> = choices.collect();
                    (turn < all.len()).then(|| all.get((way + turn) % all.len()).copied().cloned()).flatten()
                }
            };
        }
        let (depth, 0) = (depth.checked_sub(1)?, turn) else { return None };
        let objects: Vec<&Value> = parts.iter().map(|(_, part)| *part).collect();
        let object = objects.iter().find(|part| part.get("properties").is_some());
        match object {
            // Of several groups of fields one is enough.
            Some(object) => Some(Value::Object(self.fields(&[object], true, depth))),
            None if is("array") => {
                let item = objects.iter().find_map(|part| part.get("items"));
                let mut one = item.and_then(|item| self.value(item, name, 0, depth));
                one.iter_mut().filter(|one| one.is_object()).for_each(shorten);
                // A part that needs nothing would print nothing. The rules are asked without any, too.
                let has_room = |one: &Value| {
                    let says = one.is_string() || one.as_object().is_some_and(|it| !it.is_empty());
                    says && self.way != Some(1)
                };
                Some(Value::Array(one.filter(has_room).into_iter().collect()))
            }
            None if is("integer") || is("number") => {
                let bound = |word: &str| objects.iter().find_map(|part| part.get(word));
                let least = bound("minimum").cloned().unwrap_or_else(|| 0.into());
                let [.., last] = NUMBERS;
                let more = NUMBERS.get(self.way.unwrap_or_default()).copied().unwrap_or(last);
                if more == 0 {
                    return Some(least);
                }
                let small = objects.iter().any(|part| part.get("format").is_some_and(|it| it == "uint8"));
                let most = bound("maximum").and_then(Value::as_u64);
                let most = most.unwrap_or(if small { u8::MAX.into() } else { u64::MAX });
                Some((least.as_u64().unwrap_or_default() + more).min(most).into())
            }
            None if is("string") && others => Some(WORDS.into()),
            None if is("string") => Some(if name == "criteria_set" { OPEN_SET } else { DOTS }.into()),
            None if is("boolean") => Some(others.into()),
            None => Some(Value::Null),
        }
    }

    /// The fields that a part must have; `by_hand` those, too, that may be left for the pen.
    fn fields(&self, schemas: &[&'a Value], by_hand: bool, depth: usize) -> Map<String, Value> {
        let mut fields = Map::new();
        for &schema in schemas {
            let properties = schema.get("properties").and_then(Value::as_object);
            for (name, own) in properties.into_iter().flatten() {
                let wanted = requires(schema, name) || (by_hand && is_by_hand(&owned(self.root, own)));
                let stands = wanted.then(|| self.value(own, name, 0, depth)).flatten();
                fields.extend(stands.map(|stands| (name.clone(), stands)));
            }
        }
        fields
    }

    fn all(&self, schemas: &[&'a Value], inner: impl Fn(&'a Value) -> Option<&'a Value>) -> Vec<&'a Value> {
        let inner = schemas.iter().filter_map(|&schema| inner(schema));
        inner.flat_map(|schema| alternatives(self.root, schema)).collect()
    }
}

/// Leaves less room for words.
fn shorten(value: &mut Value) {
    match value {
        Value::String(text) if text == DOTS => *text = FEW_DOTS.to_owned(),
        Value::Object(fields) => fields.values_mut().for_each(shorten),
        Value::Array(items) => items.iter_mut().for_each(shorten),
        _ => {}
    }
}

fn at<'v>(record: &'v mut Value, steps: &[PathStep]) -> Option<&'v mut Value> {
    steps.iter().try_fold(record, |value, step| match step {
        PathStep::Field(name) => value.get_mut(name.as_ref()),
        PathStep::Index(index) => value.get_mut(*index),
    })
}

fn property<'a>(schema: &'a Value, name: &str) -> Option<&'a Value> {
    schema.get("properties")?.get(name)
}

fn requires(schema: &Value, name: &str) -> bool {
    let names = schema.get("required").and_then(Value::as_array);
    names.is_some_and(|names| names.iter().any(|required| required == name))
}

/// Whether a value may be left for the pen; `Written` says so in its description alone.
fn is_by_hand(parts: &[(&str, &Value)]) -> bool {
    parts
        .iter()
        .any(|(owner, part)| *owner == "Written" || part.get("const").is_some_and(|only| only == BY_HAND))
}

/// Whether nothing is said.
fn is_open(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => is_blank(text),
        Value::Array(items) => items.is_empty(),
        Value::Object(_) | Value::Bool(_) | Value::Number(_) => false,
    }
}
