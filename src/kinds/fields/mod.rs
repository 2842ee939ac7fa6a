//! What a person is asked to fill in where a record is begun: the fields of a kind in the order in which its papers
//! print them, those that a session of its kind has no use for last. The order is data: `asked.tsv`.

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

/// A field of a record that is to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// Its name in JSON.
    pub name: String,
    /// What it is called in Vietnamese; its name, where that is not known.
    pub term: String,
    /// A line of Vietnamese help for who fills in a form: it has no word of JSON.
    pub help: String,
    /// The same for who writes JSON, as the kind's JSON Schema describes the field: it names values, `by_hand`, too.
    pub json_help: String,
    /// Whether no right paper can be without it.
    pub required: bool,
    /// Whether papers of the variant usually have it; what they have not stands after what they have.
    pub asked: bool,
    /// Whether it, or an element of its list, may be left for the pen: `"by_hand"` in its place.
    pub by_hand: bool,
    /// What stands there.
    pub shape: Shape,
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// Words.
    Text,
    /// A figure; a text that says it is read too.
    Number(Figure),
    /// `true` or `false`.
    Flag,
    /// One of some values, each with its term.
    Choice(Vec<(String, String)>),
    /// A text that says these fields, or the fields themselves: a date, a time, a person, an item of an agenda. A
    /// record has the fields; [`AnyRecord::to_json`](super::AnyRecord::to_json) writes them.
    Spelt(Vec<Field>),
    /// A PNG, in base64.
    Picture,
    /// Fields of its own.
    Group(Vec<Field>),
    /// One of several, each with what it is called: the value tells by its form which of them it is.
    OneOf(Vec<(String, Shape)>),
    /// A list of such elements.
    List(Box<Shape>),
}

/// Which figures may stand in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Figure {
    /// Whether it is a whole number.
    pub whole: bool,
    /// The least that it may be.
    pub least: Option<Decimal>,
    /// The most that it may be.
    pub most: Option<Decimal>,
    /// What it is a multiple of: a half of a score, one of a whole number.
    pub step: Option<Decimal>,
}

impl Shape {
    /// What is usual of several: the first; of everything else the shape itself.
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
    /// The fields of its records, as a person is asked for them who begins one of a variant: `forum` of minutes; of a
    /// notice, of what session it is. What belongs to no variant is asked where none is named. Sections within
    /// sections are described six levels deep, one more than a right paper has.
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

    /// The variants of its records, each with its term; of a kind that has none, those that its papers are told apart
    /// by.
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
