//! Which columns a kind's table has: what a paper of it needs, in the order in which it is printed.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Unfit;
use super::told::cut;
use crate::kinds::{Field, Kind, Shape};
use crate::scoring::{CriteriaSet, CriteriaSets, SessionVariant};
use crate::table::Mapping;
use crate::table::cell::Wanted;
use crate::table::place;
use crate::table::schema::Schema;
use crate::table::suggest::{Suggestions, Use};
use crate::text::{capitalised, slug};

/// A column, or a value that stands above a list.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) help: String,
    pub(super) required: bool,
    pub(super) takes: Takes,
    pub(super) example: String,
    /// What stands there from the beginning.
    pub(super) value: String,
}

/// What is written in a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Takes {
    Text,
    /// Texts, a line each.
    Lines,
    /// One of these.
    Choice(Vec<String>),
    Date,
    /// A figure, whole or not, between its bounds.
    Figure {
        whole: bool,
        least: f64,
        most: Option<f64>,
    },
    /// A figure, or words for one.
    Either,
}

/// The columns of a table; of a list, what stands above them too.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) above: Vec<Column>,
    pub(super) columns: Vec<Column>,
}

/// What is asked of a kind.
pub(super) struct Request<'a> {
    pub(super) kind: &'a Kind,
    pub(super) variant: Option<&'a str>,
    pub(super) criteria_set: Option<&'a str>,
    pub(super) known: Option<&'a Mapping>,
    pub(super) sets: &'a CriteriaSets,
}

/// What a form has of its columns of points and of its session's day.
const OF_FORMS: [&str; 2] = ["criteria_set", "period"];

const ROWS: &str = "rows[0]";

/// So much of a criterion's title stands over its column; all of it is said beside the cell.
const TITLE: usize = 60;

impl Request<'_> {
    /// The columns.
    ///
    /// # Errors
    /// [`Unfit`] where a row cannot hold a paper of the kind.
    pub(super) fn columns(&self) -> Result<Columns, Unfit> {
        let schema = Schema::of(self.kind);
        let set = self.set()?;
        let example = self.kind.example().and_then(|example| serde_json::from_str(example).ok());
        let mut walk = Walk {
            request: self,
            suggestions: Suggestions::new(self.kind, &schema, self.sets),
            schema: &schema,
            set,
            example: example.unwrap_or_default(),
            names: BTreeSet::new(),
            found: Columns::default(),
        };
        walk.fields(&self.kind.fields(self.variant), "", true)?;
        Ok(walk.found)
    }

    /// The criteria set by which papers of the kind are scored, where they are.
    fn set(&self) -> Result<Option<&CriteriaSet>, Unfit> {
        if !self.is_form() && !self.kind.is_listed() {
            return Ok(None);
        }
        let known = self.known.and_then(|known| known.defaults.get("criteria_set")).and_then(Value::as_str);
        let id = self.criteria_set.or(known).ok_or(Unfit::NoCriteriaSet)?;
        self.sets.get(id).map(Some).ok_or_else(|| Unfit::UnknownCriteriaSet(id.to_owned()))
    }

    fn is_form(&self) -> bool {
        self.kind.scored().is_some()
    }
}

/// The walk through a kind's fields.
struct Walk<'a> {
    request: &'a Request<'a>,
    schema: &'a Schema,
    suggestions: Suggestions<'a>,
    set: Option<&'a CriteriaSet>,
    example: Value,
    /// The names that are given.
    names: BTreeSet<String>,
    found: Columns,
}

impl Walk<'_> {
    fn fields(&mut self, fields: &[Field], at: &str, required: bool) -> Result<(), Unfit> {
        for field in fields.iter().filter(|field| field.asked) {
            let place = if at.is_empty() { field.name.clone() } else { format!("{at}.{}", field.name) };
            if !self.is_known(&place) {
                self.field(field, &place, required && field.required)?;
            }
        }
        Ok(())
    }

    /// Whether nobody has to write what stands in a place.
    fn is_known(&self, place: &str) -> bool {
        let given = self.request.known.is_some_and(|known| known.gives(place));
        // Where sessions of another sort are scored, each row says of which it is.
        let varies = place == "session.variant" && self.request.variant.is_some();
        let of_form = self.request.kind.scored().is_some_and(|scored| {
            OF_FORMS.contains(&place) || scored.own_signed.iter().any(|(known, _)| *known == place)
        });
        given || of_form || (self.suggestions.follows(place) && !varies)
    }

    fn field(&mut self, field: &Field, place: &str, required: bool) -> Result<(), Unfit> {
        let wanted = |place: &str| place::parse(place).and_then(|place| self.schema.wanted(&place).ok());
        match field.shape.usual() {
            Shape::List(_) if self.request.is_form() && place == "rows" => self.scores(),
            Shape::Group(_) if self.request.kind.is_listed() && place == "period" => {
                self.month(field, required)
            }
            Shape::List(of) => {
                let element = format!("{place}[0]");
                match (wanted(&element), of.usual()) {
                    (Some(wanted), _) => self.column(field, &element, wanted, required),
                    (None, Shape::Group(fields)) if self.request.kind.is_listed() && is_row(&element) => {
                        return self.fields(fields, &element, required);
                    }
                    _ => {
                        let (kind, part) = (self.request.kind.term().to_owned(), field.term.clone());
                        return Err(Unfit::Nested { kind, part });
                    }
                }
            }
            shape => match (wanted(place), shape) {
                (Some(wanted), _) => self.column(field, place, wanted, required),
                (None, Shape::Group(fields)) => return self.fields(fields, place, required),
                (None, _) => {}
            },
        }
        Ok(())
    }

    fn column(&mut self, field: &Field, place: &str, wanted: Wanted, required: bool) {
        let path = place::parse(place).unwrap_or_default();
        let choices = |choices: Vec<(String, String)>| choices.into_iter().map(|(_, term)| term).collect();
        let (least, most) = self.schema.bounds(&path);
        let figure = |whole| Takes::Figure { whole, least: least.unwrap_or_default(), most };
        let takes = match (wanted, field.shape.usual()) {
            (_, Shape::Choice(values)) => Takes::Choice(choices(values.clone())),
            (Wanted::Text, Shape::List(_)) => Takes::Lines,
            (Wanted::Text, _) => Takes::Text,
            (Wanted::Integer, _) => figure(true),
            (Wanted::Number, _) => figure(false),
            (Wanted::Truth, _) => Takes::Choice(vec!["có".to_owned(), "không".to_owned()]),
            (Wanted::Date, _) => Takes::Date,
            (Wanted::Minutes | Wanted::IntegerOrWord | Wanted::NumberOrWord, _) => Takes::Either,
        };
        let takes = self.by_set(place, takes);
        let value = match place {
            "criteria_set" => self.set.map_or_else(String::new, |set| set.id.as_str().to_owned()),
            _ => String::new(),
        };
        let mut example = example(&self.example, &path);
        if let Takes::Choice(values) = &takes {
            let word = self.schema.choices(&path).into_iter().find(|(word, _)| *word == example);
            example = word.map(|(_, term)| term).or_else(|| values.first().cloned()).unwrap_or_default();
        }
        let name = self.name(field, place);
        let help = match field.shape.usual() {
            // The words of a record are for JSON; here their terms stand in the list.
            Shape::Choice(values) if values.iter().any(|(word, _)| field.json_help.contains(word)) => {
                String::new()
            }
            Shape::Flag => field.json_help.replace("true nếu", "Chọn “có” nếu"),
            _ => field.json_help.clone(),
        };
        let column = Column { name, help, required, takes, example, value };
        let above = self.request.kind.is_listed() && !place.starts_with(ROWS);
        if above { self.found.above.push(column) } else { self.found.columns.push(column) }
    }

    /// What the criteria set says of a place.
    fn by_set(&self, place: &str, takes: Takes) -> Takes {
        match (self.set, place) {
            (Some(set), "rows[0].rating") if !set.ratings.is_empty() => {
                Takes::Choice(set.ratings.iter().map(|rating| rating.name.as_str().to_owned()).collect())
            }
            (Some(set), "rows[0].sessions[0].score") => {
                Takes::Figure { whole: false, least: 0.0, most: plain(&set.max.to_string()) }
            }
            (_, "criteria_set") => Takes::Choice(self.request.sets.ids().map(str::to_owned).collect()),
            _ => takes,
        }
    }

    /// A column for each criterion, and one for the reasons of all.
    fn scores(&mut self) {
        let Some(set) = self.set else { return };
        let session = self.request.variant.unwrap_or("regular");
        let session = serde_json::from_value(session.into()).unwrap_or(SessionVariant::Regular);
        for line in set.lines(session).filter(|line| line.max > 0.into()) {
            let name = format!("{} {}", line.id, cut(line.title.as_str(), TITLE));
            let help = format!("Điểm tự chấm, tối đa {}. {}", line.max, line.title);
            let takes = Takes::Figure { whole: false, least: 0.0, most: plain(&line.max.to_string()) };
            let example = line.max.to_string();
            self.names.insert(slug(&name));
            let value = String::new();
            self.found.columns.push(Column { name, help, required: true, takes, example, value });
        }
        let name = self.taken("Lý do trừ điểm".to_owned());
        self.found.columns.push(Column {
            name,
            help: "Vì sao chưa đủ điểm tối đa: số của tiêu chí, dấu hai chấm, lý do; mỗi tiêu chí một dòng."
                .to_owned(),
            required: false,
            takes: Takes::Text,
            example: set
                .lines(session)
                .next()
                .map_or_else(String::new, |line| format!("{}: Họp ngắn hơn thời gian quy định", line.id)),
            value: String::new(),
        });
    }

    /// The month of a list, in one cell.
    fn month(&mut self, field: &Field, required: bool) {
        let name = self.taken(capitalised(&field.term));
        self.found.above.push(Column {
            name,
            help: "Tháng và năm của danh sách.".to_owned(),
            required,
            takes: Takes::Text,
            example: "tháng 6 năm 2026".to_owned(),
            value: String::new(),
        });
    }

    /// The name of a column that tells what it is for: as offices call it, by its term, by its group's and its own.
    fn name(&mut self, field: &Field, place: &str) -> String {
        let (plain, grouped): (Vec<String>, Vec<String>) =
            self.suggestions.offices(place).partition(|name| !name.contains(" / "));
        let group = self.suggestions.leaves.iter().find(|leaf| leaf.place == place);
        let group = group.map(|leaf| format!("{} / {}", leaf.said.within, field.term));
        let names = plain.into_iter().chain([field.term.clone()]).chain(grouped).chain(group);
        let mut names = names.map(|name| capitalised(&name));
        let own = Use::Place(place.to_owned());
        let found = names.find(|name| {
            self.suggestions.by_name(name) == Some(own.clone()) && !self.names.contains(&slug(name))
        });
        self.taken(found.unwrap_or_else(|| place.to_owned()))
    }

    fn taken(&mut self, name: String) -> String {
        self.names.insert(slug(&name));
        name
    }
}

fn is_row(element: &str) -> bool {
    element.starts_with(ROWS)
}

/// A decimal as a spreadsheet has it.
fn plain(figure: &str) -> Option<f64> {
    figure.replace(',', ".").parse().ok()
}

/// What the kind's example has in a place, as an office writes it.
fn example(record: &Value, place: &crate::path::Path) -> String {
    let value = place.steps().iter().try_fold(record, |value, step| place::inner(value, step));
    let Some(value) = value else { return String::new() };
    let figure = |name: &str| value.get(name).and_then(Value::as_u64);
    match (figure("day"), figure("month"), figure("year"), figure("hour"), figure("minute")) {
        (Some(day), Some(month), Some(year), ..) => format!("{day:02}/{month:02}/{year}"),
        (.., Some(hour), Some(minute)) => format!("{hour:02}h{minute:02}"),
        _ => match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string().replace('.', ","),
            Value::Bool(truth) => if *truth { "có" } else { "không" }.to_owned(),
            Value::Object(fields) => {
                fields.values().next().and_then(Value::as_str).unwrap_or_default().to_owned()
            }
            _ => String::new(),
        },
    }
}
