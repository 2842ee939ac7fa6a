//! What a mapping says, column by column and value by value, against a table's header and a kind's schema.

use serde_json::Value;

use super::fit::Places;
use super::{Mapping, is_called, leaf, lettered, normal, positions, remedy};
use crate::kinds::Kind;
use crate::path::Path;
use crate::scoring::CriteriaSet;
use crate::table::cell::{Cell, Wanted};
use crate::table::header::is_number;
use crate::table::place;
use crate::table::rows::{Header, letters};
use crate::table::schema::{NoValue, Schema};
use crate::table::suggest::scored;
use crate::text::legacy;

/// A mapping that is being fitted, and what is wrong with it.
pub(super) struct Fitting<'a> {
    kind: &'a Kind,
    schema: &'a Schema,
    header: &'a Header,
    /// The criteria that the scores are of.
    set: Option<&'a CriteriaSet>,
    pub(super) wrong: Vec<String>,
}

impl<'a> Fitting<'a> {
    pub(super) fn new(
        kind: &'a Kind,
        schema: &'a Schema,
        header: &'a Header,
        set: Option<&'a CriteriaSet>,
    ) -> Fitting<'a> {
        Fitting { kind, schema, header, set, wrong: Vec::new() }
    }

    /// The column of a name.
    pub(super) fn column(&mut self, name: &str) -> Option<usize> {
        match positions(self.header, name)[..] {
            [index] => Some(index),
            [] => {
                self.missing(name);
                None
            }
            ref found => {
                let letters: Vec<String> = found.iter().map(|&index| letters(index)).collect();
                let (all, first) = (letters.join(", "), letters.first().map_or("", String::as_str));
                let said = format!(
                    "bảng có nhiều cột “{}”: {all}; hãy ghi chữ của cột, ví dụ \"cột {first}\"",
                    normal(name)
                );
                self.wrong.push(said);
                None
            }
        }
    }

    /// As [`Fitting::column`]; none where no name is given.
    pub(super) fn named(&mut self, name: &str) -> Option<usize> {
        if name.is_empty() { None } else { self.column(name) }
    }

    fn missing(&mut self, name: &str) {
        let known = quoted(self.header.names());
        self.wrong.push(format!("bảng không có cột “{}”; bảng có {known}", normal(name)));
    }

    /// A place and what it wants.
    pub(super) fn target(&mut self, text: &str, said: &str, group: bool) -> Option<(Path, Wanted)> {
        let kind = self.kind.name();
        if text.is_empty() {
            self.wrong.push(format!("{said} chưa có đường dẫn trong bản ghi"));
            return None;
        }
        if text == "kind" {
            let said = format!(
                "{said}: loại văn bản là một cho cả bảng; hãy bỏ, và ghi kind = \"{kind}\" ở đầu tệp khai báo cột"
            );
            self.wrong.push(said);
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
    pub(super) fn constant(&mut self, name: &str, value: &Value, told: bool) -> Option<(Path, Value)> {
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
                    let reason = remedy::of_constant(wanted, &reason);
                    self.wrong.push(format!("{said}: “{text}” {reason}"));
                    None
                }
            },
            _ => Some((place, value.clone())),
        }
    }

    /// The columns of scores, from the first that is named to the last, but for those between that are left out.
    pub(super) fn scores(&mut self, mapping: &Mapping) -> Vec<(usize, String)> {
        let named = mapping.scores.as_str();
        if named.is_empty() {
            return Vec::new();
        }
        let (first, last) = named.split_once("..").unwrap_or((named, named));
        let mut lost = vec![first.trim(), last.trim()];
        lost.dedup();
        lost.retain(|name| positions(self.header, name).is_empty());
        if !lost.is_empty() {
            let all = self.criteria();
            self.lost_scores(&lost, &all);
            return all;
        }
        let ends = (self.column(first.trim()), self.column(last.trim()));
        // What is wrong with an end is told: the other columns of scores are none that nobody named.
        let (Some(first), Some(last)) = ends else { return self.criteria() };
        if first > last {
            let [left, right] = [last, first].map(|index| super::called(self.header, index));
            let said = format!(
                "scores: {} đứng sau {}; hãy ghi cột bên trái trước: scores = \"{left}..{right}\"",
                self.header.column(first),
                self.header.column(last)
            );
            self.wrong.push(said);
        }
        let (first, last) = (first.min(last), first.max(last));
        let is_left = |index: usize| {
            let mut ignored = mapping.ignore.iter();
            first < index && index < last && ignored.any(|name| positions(self.header, name).contains(&index))
        };
        let all = self.criteria().into_iter();
        all.filter(|(index, _)| (first..=last).contains(index) && !is_left(*index)).collect()
    }

    /// Every column that is called after a criterion: by its number, else by its title.
    fn criteria(&self) -> Vec<(usize, String)> {
        let names = self.header.names().iter().enumerate().filter(|(_, name)| !name.is_empty());
        let numbers = names.clone().map(|(index, name)| (index, criterion(name).to_owned()));
        let numbers: Vec<(usize, String)> = numbers.filter(|(_, id)| is_number(id)).collect();
        let has = |known: &[(usize, String)], id: &str| known.iter().any(|(_, known)| known == id);
        let mut all = numbers.clone();
        if let Some(set) = self.set {
            for (index, name) in names.filter(|(_, name)| !is_number(criterion(name))) {
                all.extend(scored(set, name).filter(|id| !has(&numbers, id)).map(|id| (index, id)));
            }
        }
        all.sort_by_key(|(index, _)| *index);
        all
    }

    /// The first and the last of columns of criteria, as a mapping says them: `1.1..8.3`.
    fn span(&self, criteria: &[(usize, String)]) -> Option<String> {
        let name = |(index, id): &(usize, String)| match positions(self.header, id)[..] {
            [only] if only == *index => id.clone(),
            _ => super::called(self.header, *index),
        };
        Some(format!("{}..{}", name(criteria.first()?), name(criteria.last()?)))
    }

    /// Tells which end of the columns of scores the table has not.
    fn lost_scores(&mut self, lost: &[&str], all: &[(usize, String)]) {
        let names: Vec<String> = lost.iter().map(|name| format!("“{}”", normal(name))).collect();
        let those = match self.span(all) {
            Some(span) => format!(", hoặc ghi lại cột điểm đầu và cột điểm cuối, ví dụ scores = \"{span}\""),
            None => String::new(),
        };
        self.wrong
            .push(format!("scores: bảng không có cột điểm {}; hãy thêm cột này{those}", names.join(", ")));
    }

    /// The columns that are left out: they are there, and nothing else is said of them.
    pub(super) fn ignored(&mut self, mapping: &Mapping, scores: &[(usize, String)], reasons: Option<usize>) {
        for name in &mapping.ignore {
            let found = positions(self.header, name);
            // A column without a name may have nothing in it next month.
            if found.is_empty() && lettered(name).is_none() {
                self.missing(name);
            }
            for index in found {
                let place =
                    mapping.columns.iter().find(|(known, _)| positions(self.header, known) == [index]);
                let used = match place {
                    Some((_, place)) => format!("vào “{place}” trong [columns]"),
                    None if scores.iter().any(|(known, _)| *known == index) => {
                        "là cột điểm trong scores".to_owned()
                    }
                    None if reasons == Some(index) => "là cột lý do trong notes".to_owned(),
                    None => continue,
                };
                let (column, name) = (self.header.column(index), normal(name));
                self.wrong
                    .push(format!("{column} vừa {used}, vừa là “{name}” trong ignore; hãy bỏ ở một nơi"));
            }
        }
    }

    /// Columns that the mapping says nothing of: nothing is left out silently. Gives those of which it does.
    pub(super) fn unnamed(&mut self, mapping: &Mapping, scores: &[(usize, String)]) -> Vec<usize> {
        let mut known: Vec<usize> = scores.iter().map(|(index, _)| *index).collect();
        let names = mapping.columns.keys().chain(&mapping.replaced).chain(&mapping.ignore);
        let names = names.chain([&mapping.name, &mapping.notes]);
        known.extend(names.flat_map(|name| positions(self.header, name)));
        let criteria = self.unnamed_criteria(mapping, &known);
        for (index, name) in self.header.names().iter().enumerate() {
            if criteria.contains(&index) {
                continue;
            }
            let is_ignored = || mapping.ignore.iter().any(|ignored| is_called(name, ignored));
            if name.is_empty() || known.contains(&index) || is_ignored() {
                continue;
            }
            let advice = match legacy::detect(name) {
                Some(found) => found.advice(),
                None => "thêm vào [columns] hoặc vào ignore".to_owned(),
            };
            let column = match super::called(self.header, index) {
                called if called == *name => format!("cột “{name}”"),
                _ => self.header.column(index),
            };
            self.wrong.push(format!("{column} không có trong tệp khai báo cột: {advice}"));
        }
        for (&index, rows) in self.header.nameless().iter().filter(|(index, _)| !known.contains(index)) {
            // A cell alone is that of its row.
            if rows.len() > 1 {
                let (column, rows) = (self.header.column(index), told_rows(rows));
                self.wrong.push(format!(
                    "{column} (không có tên, có dữ liệu ở {rows}) không có trong tệp khai báo cột: thêm \"{column}\" vào [columns] hoặc vào ignore"
                ));
            }
        }
        known
    }

    /// Columns of criteria of which a mapping says nothing: one sentence for all of them. Gives them.
    fn unnamed_criteria(&mut self, mapping: &Mapping, known: &[usize]) -> Vec<usize> {
        let is_named = |index: usize, name: &String| {
            known.contains(&index) || mapping.ignore.iter().any(|ignored| is_called(name, ignored))
        };
        let all = self.criteria();
        let names = self.header.names();
        let unnamed = all.iter().filter(|(index, _)| !is_named(*index, &names[*index]));
        let unnamed: Vec<&(usize, String)> = unnamed.collect();
        let Some(span) = self.span(&all).filter(|_| unnamed.len() > 1) else { return Vec::new() };
        let ids: Vec<&str> = unnamed.iter().map(|(_, id)| id.as_str()).collect();
        let unnamed: Vec<usize> = unnamed.iter().map(|(index, _)| *index).collect();
        self.wrong.push(format!(
            "các cột điểm {} không có trong tệp khai báo cột: hãy ghi scores = \"{span}\", hoặc thêm vào ignore",
            ids.join(", ")
        ));
        unnamed
    }

    /// Places that get a value from more than one column or constant.
    pub(super) fn twice(&mut self, places: &Places, scored: bool) {
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
    pub(super) fn forms(&mut self, forms: &[String], is_form: bool) -> bool {
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

pub(super) fn quoted(names: &[String]) -> String {
    let names = names.iter().filter(|name| !name.is_empty());
    names.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
}

/// The first rows, and how many more there are: `dòng 5, 6, 7 và 31 dòng khác`.
fn told_rows(rows: &[usize]) -> String {
    const MOST: usize = 3;
    let first: Vec<String> = rows.iter().take(MOST).map(usize::to_string).collect();
    let more = rows.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" và {more} dòng khác") } else { String::new() };
    format!("dòng {}{more}", first.join(", "))
}
