//! What a table's columns and the records' common values are, as far as names and answers tell it.

use std::collections::BTreeMap;

use super::questions::{FILE_NAME, FORMS, IGNORE, REASONS, SCORES};
use crate::table::Mapping;
use crate::table::mapping::criterion;
use crate::table::place;
use crate::table::rows::{Header, letters};
use crate::table::schema::Schema;
use crate::table::suggest::{Suggestions, Use};

/// What stands before a place in Mẫu 2.
pub(super) const SUPERIOR: &str = "superior.";

/// What is known of a table.
pub(in crate::table) struct Plan<'a> {
    pub(in crate::table) schema: &'a Schema,
    pub(in crate::table) suggestions: &'a Suggestions<'a>,
    pub(in crate::table) header: &'a Header,
    /// What is known beside the table.
    pub(in crate::table) defaults: &'a Mapping,
    /// Whether the table says its month.
    pub(in crate::table) is_of_month: bool,
    /// What was answered, by the questions' keys.
    pub(in crate::table) answers: &'a BTreeMap<String, String>,
}

/// The columns, settled.
pub(super) struct Columns<'a> {
    /// What each of them is for.
    pub(super) uses: Vec<Option<Use>>,
    /// Those that are asked about, and whether somebody has answered.
    pub(super) asked: Vec<(usize, bool)>,
    /// The column that begins the files' names.
    pub(super) file_name: Option<usize>,
    /// The criteria set that the names tell of.
    pub(super) set: Option<&'a str>,
    /// Whether the superior's form is made of each row, too.
    pub(super) superior: bool,
}

impl<'a> Plan<'a> {
    pub(super) fn columns(&self) -> Columns<'a> {
        let Plan { suggestions, header, .. } = self;
        let (mut uses, set) = suggestions.uses(header);
        let named = header.names().iter().enumerate().filter(|(_, name)| !name.is_empty());
        let unknown = named.map(|(index, _)| index).filter(|index| uses[*index].is_none());
        let mut unknown: Vec<usize> = unknown.chain(header.nameless().keys().copied()).collect();
        unknown.sort_unstable();
        let (mut asked, mut file_name) = (Vec::new(), None);
        for index in unknown {
            if uses.len() <= index {
                uses.resize(index + 1, None);
            }
            let answer = self.answer(&key(index));
            asked.push((index, answer.is_some()));
            match answer {
                None | Some(IGNORE) => {}
                Some(FILE_NAME) => file_name = Some(index),
                Some(REASONS) => uses[index] = Some(Use::Reasons),
                Some(SCORES) => {
                    let name = header.names().get(index).map_or("", String::as_str);
                    uses[index] = Some(Use::Score(criterion(name).to_owned()));
                }
                Some(place) => uses[index] = Some(Use::Place(place.to_owned())),
            }
        }
        let is_superior =
            |found: &Option<Use>| matches!(found, Some(Use::Place(place)) if place.starts_with(SUPERIOR));
        let superior = match self.answer(FORMS) {
            Some(forms) => forms.contains("superior"),
            None => uses.iter().any(is_superior),
        };
        let superior = superior && suggestions.is_scored;
        Columns { uses, asked, file_name, set: set.map(|set| set.id.as_str()), superior }
    }

    /// What was answered to a question; nothing is no answer.
    pub(super) fn answer(&self, key: &str) -> Option<&str> {
        self.answers.get(key).map(|answer| answer.trim()).filter(|answer| !answer.is_empty())
    }
}

impl Columns<'_> {
    /// The places that columns have.
    pub(super) fn places(&self) -> impl Iterator<Item = &str> {
        self.uses.iter().flatten().filter_map(|found| match found {
            Use::Place(place) => Some(place.as_str()),
            _ => None,
        })
    }

    /// Whether a column has a place.
    pub(super) fn has(&self, place: &str) -> bool {
        self.places().any(|known| known == place)
    }

    /// Whether a column other than this has a place, what it is in, or what is in it.
    pub(super) fn is_taken(&self, place: &str, index: usize) -> bool {
        let others = self.uses.iter().enumerate().filter(|(other, _)| *other != index);
        let mut others = others.filter_map(|(_, found)| match found {
            Some(Use::Place(place)) => place::parse(place),
            _ => None,
        });
        place::parse(place)
            .is_none_or(|place| others.any(|other| other.starts_with(&place) || place.starts_with(&other)))
    }

    /// Whether a column other than this has a use.
    pub(super) fn is_used(&self, found: &Use, index: usize) -> bool {
        self.uses.iter().enumerate().any(|(other, known)| other != index && known.as_ref() == Some(found))
    }
}

/// How an answer names a column.
pub(super) fn key(column: usize) -> String {
    format!("cột {}", letters(column))
}
