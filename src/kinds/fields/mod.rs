//! The fields of a kind, for a program that asks for them: in the order in which documents print them, with
//! those that a session of its kind does not use at the end. The order is data: `asked.tsv`.

#[cfg(test)]
mod tests;
mod walk;

use super::Kind;
use crate::scoring::CriteriaSets;
use crate::text::{Decimal, rows};
use walk::Walk;

/// A line for a kind or a part of one and the variants that it is of, `*` for all others: the fields that are asked. A
/// group that is optional in a record, but not in a right paper, has a `!`.
const ASKED: &str = include_str!("asked.tsv");

/// A field of a record, for an input form.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// The name of the field in JSON.
    pub name: String,
    /// The Vietnamese name; the name in JSON if there is none.
    pub term: String,
    /// A line of Vietnamese help for the user of an input form, without names and values of JSON.
    pub help: String,
    /// A line of Vietnamese help for the writer of JSON, as in the kind's JSON Schema. It also names JSON
    /// values, such as `by_hand`.
    pub json_help: String,
    /// Whether every correct document needs it.
    pub required: bool,
    /// Whether documents of the variant given to [`Kind::fields`] usually have it. Fields that they usually
    /// lack come last in the list.
    pub asked: bool,
    /// Whether the value, or an element if it is a list, may be `"by_hand"`: to be filled in by hand.
    pub by_hand: bool,
    /// The shape of the field's value.
    pub shape: Shape,
}

/// The shape of a field's value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// A text.
    Text,
    /// A figure; a text with the figure is read too.
    Number(Figure),
    /// `true` or `false`.
    Flag,
    /// One of several values: for each the value in JSON, then its Vietnamese name.
    Choice(Vec<(String, String)>),
    /// A date, a time, a person or an agenda item. It may be written as a text (`"05/6/2026"`) or with these
    /// fields; [`AnyRecord::to_json`](super::AnyRecord::to_json) writes the fields.
    Spelt(Vec<Field>),
    /// A PNG in base64.
    Picture,
    /// A group of fields.
    Group(Vec<Field>),
    /// One of several shapes, each with its Vietnamese name, the usual one first. The JSON value itself shows
    /// which shape it has.
    OneOf(Vec<(String, Shape)>),
    /// A list of elements of this shape.
    List(Box<Shape>),
}

/// The figures that a field allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Figure {
    /// Whether only whole numbers are allowed.
    pub whole: bool,
    /// The minimum; `None` if there is none.
    pub least: Option<Decimal>,
    /// The maximum; `None` if there is none.
    pub most: Option<Decimal>,
    /// The step: 0.5 for a score, 1 for a whole number. `None` if every value between is allowed.
    pub step: Option<Decimal>,
}

impl Shape {
    /// For [`Shape::OneOf`] its first shape, which is the usual one; else the shape itself.
    ///
    /// ```
    /// # use vanban::kinds::Shape;
    /// let several = Shape::OneOf(vec![("bằng lời".to_owned(), Shape::Text), ("ảnh".to_owned(), Shape::Picture)]);
    /// assert_eq!(*several.usual(), Shape::Text);
    /// ```
    #[must_use]
    pub fn usual(&self) -> &Shape {
        match self {
            Shape::OneOf(several) => several.first().map_or(self, |(_, first)| first),
            one => one,
        }
    }
}

impl Kind {
    /// All fields of a record of the kind. `variant` is the JSON value of one of [`Kind::variants`], such as
    /// `forum` for minutes: fields that documents of this variant usually have ([`Field::asked`]) come first,
    /// in the order of the document. With `None` these are the usual fields of the kind in general. Sections
    /// within sections are described six levels deep, one more than a correct document has.
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
        let mut fields = Walk { root: &schema, variant: variant.unwrap_or("*") }.record(self.name());
        if self.is_formed() {
            // A form asks for its own fields, and for what it does not say itself of those of every paper.
            let own = self.own_fields();
            let usual = ["number", "recipients", "addressees", "signature", "sections"];
            for field in &mut fields {
                let wanted = field.required || usual.contains(&field.name.as_str());
                field.asked = own.contains(&field.name) || (wanted && !self.says(&field.name));
            }
            fields.sort_by_key(|field| !field.asked);
        }
        fields
    }

    /// The variants of the kind's records: for each the JSON value, then the Vietnamese name. If the kind has
    /// no field `variant`, they are the kinds of meeting or session that its documents are made for; empty if
    /// there are none.
    #[must_use]
    pub fn variants(&self) -> Vec<(String, String)> {
        if self.is_formed() {
            return Vec::new();
        }
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

/// Makes a choice of these sets of each field that holds the id of one.
pub(crate) fn offer(fields: &mut [Field], sets: &CriteriaSets) {
    for field in fields {
        if field.name == "criteria_set" && field.shape == Shape::Text {
            let known = sets.ids().filter_map(|id| sets.get(id).map(|set| (id, set.name.as_str())));
            field.shape = Shape::Choice(known.map(|(id, name)| (id.to_owned(), name.to_owned())).collect());
        } else {
            within(&mut field.shape, sets);
        }
    }
}

fn within(shape: &mut Shape, sets: &CriteriaSets) {
    match shape {
        Shape::Group(fields) | Shape::Spelt(fields) => offer(fields, sets),
        Shape::OneOf(several) => several.iter_mut().for_each(|(_, one)| within(one, sets)),
        Shape::List(element) => within(element, sets),
        Shape::Text | Shape::Number(_) | Shape::Flag | Shape::Choice(_) | Shape::Picture => {}
    }
}
