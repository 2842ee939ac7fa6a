//! The values that are the same in every record, and that no column has.

use super::plan::{Columns, Plan, SUPERIOR};
use crate::schema::in_form;
use crate::table::schema::Leaf;

/// A value that is asked for.
pub(super) struct Value {
    pub(super) place: String,
    pub(super) term: String,
    /// The question.
    pub(super) sentence: String,
    /// What to write, for who writes the mapping, and for who fills in a form.
    pub(super) help: String,
    pub(super) form_help: String,
    /// The words of which it is one, each with what it is called.
    pub(super) words: Vec<(String, String)>,
    /// What is taken without an answer.
    pub(super) known: String,
    pub(super) required: bool,
}

impl Plan<'_> {
    /// What no column has and nothing beside the table says: what a record must have, and what it has as a rule.
    pub(super) fn values(&self, columns: &Columns<'_>) -> Vec<Value> {
        let Plan { schema, defaults, .. } = self;
        let is_known = |place: &str| columns.has(place) || defaults.gives(place);
        let mut values = Vec::new();
        if let Some(set) = columns.set.filter(|_| !is_known("criteria_set")) {
            values.push(Value { known: set.to_owned(), ..self.value("criteria_set", true) });
        }
        let optional = |place: &str, of: &str| schema.has(of) && !is_known(place);
        if optional("issuer.superior", "issuer.superior") {
            values.push(self.value("issuer.superior", false));
        }
        if columns.superior {
            for (place, required) in [("issuer.name", true), ("issuer.superior", false)] {
                let second = format!("{SUPERIOR}{place}");
                if optional(&second, place) {
                    values.push(self.value(&second, required));
                }
            }
        }
        // The session's day, or the table above its header, says the month.
        let has_month = self.is_of_month || (self.suggestions.is_scored && is_known("held"));
        if !has_month && optional("period.month", "period.month") && !schema.requires("period.month") {
            values.push(self.value("period.month", false));
        }
        let places: Vec<&str> = columns.places().collect();
        for leaf in schema.required_beside(&places) {
            let place = leaf.place.as_str();
            let follows = match place {
                "criteria_set" => columns.set.is_some(),
                "period.month" | "period.year" => has_month,
                _ => self.suggestions.follows(place),
            };
            if !is_known(place) && !follows {
                values.push(self.of_leaf(place, Some(&leaf), true));
            }
        }
        values
    }

    fn value(&self, place: &str, required: bool) -> Value {
        let own = place.strip_prefix(SUPERIOR).unwrap_or(place);
        let leaf = self.suggestions.leaves.iter().find(|leaf| leaf.place == own);
        self.of_leaf(place, leaf, required)
    }

    fn of_leaf(&self, place: &str, leaf: Option<&Leaf>, required: bool) -> Value {
        let said = leaf.map(|leaf| leaf.said.clone()).unwrap_or_default();
        let term = if said.term.is_empty() { place.to_owned() } else { said.term };
        let field = place.rsplit('.').next().unwrap_or(place);
        let sentence = match place {
            "criteria_set" => "Chấm điểm theo bộ tiêu chí nào?".to_owned(),
            place if place.starts_with(SUPERIOR) => format!("Mọi phiếu Mẫu 2 ghi {term} thế nào?"),
            _ => format!("Mọi văn bản của bảng ghi {term} thế nào?"),
        };
        Value {
            sentence,
            term: if place.starts_with(SUPERIOR) { format!("Mẫu 2: {term}") } else { term },
            form_help: line(&in_form(self.suggestions.kind.name(), field, &said.help)),
            help: line(&said.help),
            words: self.words(place),
            place: place.to_owned(),
            known: String::new(),
            required,
        }
    }

    /// The words of which a value is one.
    fn words(&self, place: &str) -> Vec<(String, String)> {
        if place == "criteria_set" {
            let sets = self.suggestions.sets;
            let all = sets.ids().filter_map(|id| sets.get(id));
            return all.map(|set| (set.id.as_str().to_owned(), set.name.as_str().to_owned())).collect();
        }
        let Some(path) = crate::table::place::parse(place) else { return Vec::new() };
        let named = self.schema.choices(&path);
        if !named.is_empty() {
            return named;
        }
        self.schema.words(place).into_iter().map(|word| (word.clone(), word)).collect()
    }
}

/// The first line of a help, as a part of a sentence.
fn line(help: &str) -> String {
    help.lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
}
