//! A mapping, fitted to a table's header and a kind's schema.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Mapping, leaf, normal, positions, same};
use crate::kinds::Kind;
use crate::path::{Path, PathStep};
use crate::table::cell::{Cell, Wanted};
use crate::table::header::is_number;
use crate::table::place;
use crate::table::rows::{Header, letters};
use crate::table::schema::{NoValue, Schema};
use crate::text::legacy;

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
}

/// The kind of forms: two of a row may be made, and what they have follows from their scores.
const FORM: &str = "evaluation_form";

/// The kind of a list of chi bộ: a row of a table is a row of it.
const LIST: &str = "evaluation_summary";

/// What stands before a place in Mẫu 2.
const SUPERIOR: &str = "superior.";

impl Mapping {
    /// Fits it to a table and a kind; gives everything that is wrong. `month` is the one that the table is of.
    pub(in crate::table) fn fit(
        &self,
        kind: &Kind,
        schema: &Schema,
        header: &Header,
        epoch_1904: bool,
        month: Option<(u32, i32)>,
    ) -> Result<Fitted, Vec<String>> {
        let mut fitting = Fitting { kind, schema, header, wrong: Vec::new() };
        let is_form = kind.name() == FORM;
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
                    superior.columns.extend(place.map(|(place, wanted)| Column { index, place, wanted }));
                }
                (_, place) => {
                    let place = fitting.target(place, &said, false);
                    places.columns.extend(place.map(|(place, wanted)| Column { index, place, wanted }));
                }
            }
        }
        places.columns.sort_by_key(|column| column.index);
        let scores = fitting.scores(&self.scores);
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
        fitting.ignored(&self.ignore);
        fitting.unnamed(self, &scores);
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
        if is_form {
            for (name, value) in [("scorer", "self"), ("session.variant", "regular")] {
                places.fall_back(fitting.constant(name, &Value::from(value), false));
            }
            // A name alone signs as the form says where nobody is named.
            let own = [("capacity", "on_behalf_of"), ("body", "Chi bộ"), ("position", "Bí thư")];
            let superiors = [("capacity", "direct"), ("position", "Đảng uỷ viên dự sinh hoạt")];
            for (places, signs) in [(&mut places, &own[..]), (&mut superior, &superiors[..])] {
                if places.are_within("signature") {
                    for (field, value) in signs {
                        let name = format!("signature.{field}");
                        places.fall_back(fitting.constant(&name, &Value::from(*value), false));
                    }
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
            superior: makes_superior.then_some(superior),
        })
    }
}

impl Fitted {
    /// Whether the records are evaluation forms.
    pub(super) fn is_form(&self) -> bool {
        self.kind.name() == FORM
    }

    /// Whether the rows are the rows of one list, never a list each.
    pub(in crate::table) fn gathers(&self) -> bool {
        let mut columns = self.places.columns.iter();
        self.kind.name() == LIST && columns.all(|column| Fitted::element(&column.place).is_some())
    }

    /// The element of the list that a place is in, and the place as that of the first element.
    pub(in crate::table) fn element(place: &Path) -> Option<(usize, Path)> {
        let rows = Path::at("rows");
        let steps = place.steps().strip_prefix(rows.steps())?;
        let (PathStep::Index(index), rest) = steps.split_first()? else { return None };
        let rest: Path = rest.iter().cloned().collect();
        Some((*index, rows.index(0).join(&rest)))
    }
}

impl Places {
    /// Whether a value stands in a group.
    fn are_within(&self, group: &'static str) -> bool {
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

struct Fitting<'a> {
    kind: &'a Kind,
    schema: &'a Schema,
    header: &'a Header,
    wrong: Vec<String>,
}

impl Fitting<'_> {
    /// The column of a name.
    fn column(&mut self, name: &str) -> Option<usize> {
        match positions(self.header, name)[..] {
            [index] => Some(index),
            [] => {
                self.missing(name);
                None
            }
            ref found => {
                let letters: Vec<String> = found.iter().map(|&index| letters(index)).collect();
                self.wrong.push(format!("bảng có nhiều cột “{}”: {}", normal(name), letters.join(", ")));
                None
            }
        }
    }

    /// As [`Fitting::column`]; none where no name is given.
    fn named(&mut self, name: &str) -> Option<usize> {
        if name.is_empty() { None } else { self.column(name) }
    }

    fn missing(&mut self, name: &str) {
        let known = quoted(self.header.names());
        self.wrong.push(format!("bảng không có cột “{}”; bảng có {known}", normal(name)));
    }

    /// A place and what it wants.
    fn target(&mut self, text: &str, said: &str, group: bool) -> Option<(Path, Wanted)> {
        let kind = self.kind.name();
        if text.is_empty() {
            self.wrong.push(format!("{said} chưa có đường dẫn trong bản ghi"));
            return None;
        }
        let Some(place) = place::parse(text) else {
            let example = "không phải là đường dẫn như issuer.name hay recipients[0]";
            self.wrong.push(format!("{said}: “{text}” {example}"));
            return None;
        };
        match self.schema.wanted(&place) {
            Ok(wanted) => Some((place, wanted)),
            Err(NoValue::Group) if group => Some((place, Wanted::Text)),
            Err(NoValue::Group) => {
                self.wrong.push(format!("{said}: “{text}” của {kind} là một nhóm, không phải một giá trị"));
                None
            }
            Err(NoValue::Unknown) => {
                self.wrong.push(format!("{said}: {kind} không có “{text}”"));
                None
            }
        }
    }

    /// A value that is the same in every record. What is not `told` is passed over where the kind has no such place.
    fn constant(&mut self, name: &str, value: &Value, told: bool) -> Option<(Path, Value)> {
        let said = format!("giá trị chung “{name}”");
        let group = value.is_object() || value.is_array();
        let before = self.wrong.len();
        let target = self.target(name, &said, group);
        if !told {
            self.wrong.truncate(before);
        }
        let (place, wanted) = target?;
        match value {
            // It is printed as it is, unless a record must say something there.
            Value::String(text) if text.is_empty() && (!told || self.schema.requires(name)) => {
                if told {
                    self.wrong.push(format!("{said} chưa ghi"));
                }
                None
            }
            Value::String(text) => match Cell::Text(text.clone()).value(wanted, false) {
                Ok(value) => Some((place, value)),
                Err(reason) => {
                    self.wrong.push(format!("{said}: “{text}” {reason}"));
                    None
                }
            },
            _ => Some((place, value.clone())),
        }
    }

    /// The columns of scores, from the first that is named to the last.
    fn scores(&mut self, named: &str) -> Vec<(usize, String)> {
        if named.is_empty() {
            return Vec::new();
        }
        let (first, last) = named.split_once("..").unwrap_or((named, named));
        let ends = (self.column(first.trim()), self.column(last.trim()));
        let (Some(first), Some(last)) = ends else { return Vec::new() };
        let (first, last) = (first.min(last), first.max(last));
        let names = self.header.names().iter().enumerate().take(last + 1).skip(first);
        let is_score = |(_, name): &(usize, &String)| is_number(criterion(name));
        names.filter(is_score).map(|(index, name)| (index, criterion(name).to_owned())).collect()
    }

    fn ignored(&mut self, names: &[String]) {
        for name in names {
            if positions(self.header, name).is_empty() {
                self.missing(name);
            }
        }
    }

    /// Columns that the mapping says nothing of: nothing is left out silently.
    fn unnamed(&mut self, mapping: &Mapping, scores: &[(usize, String)]) {
        let mut known: Vec<usize> = scores.iter().map(|(index, _)| *index).collect();
        let names = mapping.columns.keys().chain(&mapping.ignore).chain([&mapping.name, &mapping.notes]);
        known.extend(names.flat_map(|name| positions(self.header, name)));
        for (index, name) in self.header.names().iter().enumerate() {
            if name.is_empty()
                || known.contains(&index)
                || mapping.ignore.iter().any(|ignored| same(ignored, name))
            {
                continue;
            }
            let advice = match legacy::detect(name) {
                Some(found) => found.advice(),
                None => "thêm vào [columns] hoặc vào ignore".to_owned(),
            };
            self.wrong.push(format!("cột “{name}” không có trong tệp khai báo cột: {advice}"));
        }
    }

    /// Places that get a value from more than one column or constant.
    fn twice(&mut self, places: &Places, scored: bool) {
        let columns = places.columns.iter().map(|column| &column.place);
        let mut all: Vec<&Path> = columns.chain(places.constants.iter().map(|(place, _)| place)).collect();
        let rows = Path::at("rows");
        all.extend(scored.then_some(&rows));
        for (index, place) in all.iter().enumerate() {
            let others = &all[index + 1..];
            if let Some(other) =
                others.iter().find(|other| other.starts_with(place) || place.starts_with(other))
            {
                let said = if place == other {
                    format!("“{place}”")
                } else {
                    format!("“{place}” và “{other}”")
                };
                self.wrong.push(format!("{said} nhận giá trị từ nhiều nơi"));
            }
        }
    }

    /// Whether the superior's form is made of each row too.
    fn forms(&mut self, forms: &[String], is_form: bool) -> bool {
        let known = |form: &String| ["self", "superior"].contains(&form.as_str());
        if !forms.is_empty() && (!is_form || !forms.iter().all(known) || !forms.contains(&"self".to_owned()))
        {
            let said = "forms: chỉ dùng cho phiếu đánh giá: [\"self\"] là Mẫu 1, [\"self\", \"superior\"] là Mẫu 1 và Mẫu 2";
            self.wrong.push(said.to_owned());
        }
        forms.iter().any(|form| form == "superior")
    }
}

/// The number of a criterion in a column's name: `8.3` of `8. Kết thúc / 8.3`, `4.2` of `4.2 Xây dựng nhiệm vụ`.
pub(in crate::table) fn criterion(name: &str) -> &str {
    let name = leaf(name);
    let first = name.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ':', ')']);
    if is_number(first) { first } else { name }
}

fn quoted(names: &[String]) -> String {
    let names = names.iter().filter(|name| !name.is_empty());
    names.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
}
