//! A mapping, fitted to a table's header and a kind's schema.

use std::collections::BTreeMap;

use serde_json::Value;

use super::fitting::Fitting;
use super::{Mapping, normal};
use crate::kinds::{Kind, Values};
use crate::path::{Path, PathStep};
use crate::scoring::CriteriaSets;
use crate::table::cell::Wanted;
use crate::table::place;
use crate::table::rows::Header;
use crate::table::schema::Schema;

/// A mapping that fits a table's header and a kind's schema.
#[derive(Debug)]
pub(in crate::table) struct Fitted {
    pub(in crate::table) kind: Kind,
    pub(in crate::table) epoch_1904: bool,
    pub(in crate::table) header: Header,
    /// The sheet's name, where it has one.
    pub(in crate::table) sheet: Option<String>,
    pub(super) places: Places,
    /// The columns of scores, with their criteria.
    pub(super) scores: Vec<(usize, String)>,
    /// The column of the reasons for missing points.
    pub(super) reasons: Option<usize>,
    /// The columns that are compared with what the scores come to.
    pub(in crate::table) total: Option<usize>,
    pub(in crate::table) rating: Option<usize>,
    /// The column that begins the files' names.
    pub(super) prefix: Option<usize>,
    /// Every column that the mapping says something of.
    pub(super) known: Vec<usize>,
    /// Whether forms are made to be filled in.
    pub(super) blank: bool,
    /// Where the record is of one form alone: the other form that is made of the row too.
    pub(super) superior: Option<Places>,
}

/// Where the values of a record come from.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) columns: Vec<Column>,
    pub(super) constants: Vec<(Path, Value)>,
}

#[derive(Debug)]
pub(super) struct Column {
    pub(super) index: usize,
    pub(super) place: Path,
    pub(super) wanted: Wanted,
    /// The words of which one stands there, each with what it is called.
    pub(super) choices: Vec<(String, String)>,
}

impl Column {
    fn new(index: usize, (place, wanted): (Path, Wanted), schema: &Schema) -> Column {
        let choices = schema.choices(&place);
        Column { index, place, wanted, choices }
    }
}

/// What stands before a place in Mẫu 2.
const SUPERIOR: &str = "superior.";

impl Mapping {
    /// Fits it to a table and a kind; gives everything that is wrong. `month` is the one that the table is of, `sets`
    /// have the criteria that its scores are of.
    pub(in crate::table) fn fit(
        &self,
        kind: &Kind,
        schema: &Schema,
        header: &Header,
        epoch_1904: bool,
        month: Option<(u32, i32)>,
        sets: &CriteriaSets,
    ) -> Result<Fitted, Vec<String>> {
        let scored = kind.scored();
        let id = self.constants.get("criteria_set").or_else(|| self.defaults.get("criteria_set"));
        let set = id.and_then(Value::as_str).and_then(|id| sets.get(id)).filter(|_| scored.is_some());
        let mut fitting = Fitting::new(kind, schema, header, set);
        let is_form = scored.is_some();
        let mut places = Places::default();
        let mut superior = Places::default();
        let (mut total, mut rating) = (None, None);
        for (name, place) in &self.columns {
            let Some(index) = fitting.column(name) else { continue };
            let said = format!("cột “{}”", normal(name));
            match (is_form, place.as_str()) {
                (true, "total") => total = Some(index),
                (true, "rating") => rating = Some(index),
                (true, other) if other.starts_with(SUPERIOR) => {
                    let place = fitting.target(&other[SUPERIOR.len()..], &said, false);
                    superior.columns.extend(place.map(|target| Column::new(index, target, schema)));
                }
                (_, place) => {
                    let place = fitting.target(place, &said, false);
                    places.columns.extend(place.map(|target| Column::new(index, target, schema)));
                }
            }
        }
        places.columns.sort_by_key(|column| column.index);
        let scores = fitting.scores(self);
        let reasons = fitting.named(&self.notes);
        let prefix = fitting.named(&self.name);
        let (own, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
            self.constants.iter().partition(|(name, _)| !(is_form && name.starts_with(SUPERIOR)));
        places.constants =
            own.into_iter().filter_map(|(name, value)| fitting.constant(name, value, true)).collect();
        superior.constants = others
            .into_iter()
            .filter_map(|(name, value)| fitting.constant(&name[SUPERIOR.len()..], value, true))
            .collect();
        fitting.ignored(self, &scores, reasons);
        let known = fitting.unnamed(self, &scores);
        fitting.twice(&places, !scores.is_empty());
        let makes_superior = fitting.forms(&self.forms, is_form);
        for (name, value) in &self.defaults {
            match name.strip_prefix(SUPERIOR) {
                Some(name) if is_form => superior.fall_back(fitting.constant(name, value, false)),
                _ => places.fall_back(fitting.constant(name, value, false)),
            }
        }
        if let Some((month, year)) = month {
            for (name, value) in [("period.month", Value::from(month)), ("period.year", Value::from(year))] {
                places.fall_back(fitting.constant(name, &value, false));
            }
        }
        if let Some(scored) = scored {
            let mut give = |places: &mut Places, values: Values| {
                for (name, value) in values {
                    places.fall_back(fitting.constant(name, &Value::from(*value), false));
                }
            };
            give(&mut places, scored.own);
            // A name alone signs as the form says where nobody is named.
            for (places, signed) in
                [(&mut places, scored.own_signed), (&mut superior, scored.superior_signed)]
            {
                if places.are_within("signature") {
                    give(places, signed);
                }
            }
        }
        if makes_superior && !superior.are_within("issuer") {
            let said = "Mẫu 2 do cấp uỷ có người dự sinh hoạt lập: ghi office trong vanban.toml, hoặc \"superior.issuer.name\" trong [constants]";
            fitting.wrong.push(said.to_owned());
        }
        if !fitting.wrong.is_empty() {
            return Err(fitting.wrong);
        }
        Ok(Fitted {
            blank: self.blank,
            kind: kind.clone(),
            epoch_1904,
            header: header.clone(),
            sheet: None,
            places,
            scores,
            reasons,
            total,
            rating,
            prefix,
            known,
            superior: makes_superior.then_some(superior),
        })
    }
}

impl Fitted {
    /// Whether the records are forms of scored sessions.
    pub(super) fn is_form(&self) -> bool {
        self.kind.scored().is_some()
    }

    /// Whether the rows are the rows of one list, never a list each.
    pub(in crate::table) fn gathers(&self) -> bool {
        let mut columns = self.places.columns.iter();
        self.kind.gathers().is_some() && columns.all(|column| self.element(&column.place).is_some())
    }

    /// A value that is the same in every record.
    pub(super) fn constant(&self, name: &str) -> Option<&Value> {
        let place = place::parse(name)?;
        self.places.constants.iter().find(|(known, _)| *known == place).map(|(_, value)| value)
    }

    /// The element of the list that a place is in, and the place in that.
    pub(in crate::table) fn element(&self, place: &Path) -> Option<(usize, Path)> {
        let rows = Path::at(self.kind.gathers()?.to_owned());
        let steps = place.steps().strip_prefix(rows.steps())?;
        let (PathStep::Index(index), rest) = steps.split_first()? else { return None };
        Some((*index, rest.iter().cloned().collect()))
    }
}

impl Places {
    /// Whether a value stands in a group.
    pub(super) fn are_within(&self, group: &'static str) -> bool {
        let group = Path::at(group);
        let columns = self.columns.iter().map(|column| &column.place);
        columns.chain(self.constants.iter().map(|(place, _)| place)).any(|place| place.starts_with(&group))
    }

    /// Takes a value that no column and no constant gives.
    fn fall_back(&mut self, value: Option<(Path, Value)>) {
        let Some((place, value)) = value else { return };
        let columns = self.columns.iter().map(|column| &column.place);
        let mut known = columns.chain(self.constants.iter().map(|(place, _)| place));
        if !known.any(|known| known.starts_with(&place) || place.starts_with(known)) {
            self.constants.push((place, value));
        }
    }
}
