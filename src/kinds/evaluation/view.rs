//! What the template of a form prints: the lines of the table, totals, ratings, shares. Scores are
//! printed here, so that a template cannot take a 0 for a score that is missing.

use schemars::JsonSchema;
use serde::Serialize;

use super::scores::{Column, standing};
use super::{EvaluationForm, EvaluationRow};
use crate::scoring::{self, Comparison, CriteriaSet, Criterion, Decimal, Standing};
use crate::text::percent;

/// The width of the notes where the set gives none: a tenth of the sheet at least, and their head on one line.
const NOTES: &str = "18mm+";
/// What stands where a line does not count.
const NOT_COUNTED: &str = "-";

#[derive(Serialize, JsonSchema)]
pub(super) struct View {
    /// The widths of the columns, as form markup has them.
    columns: String,
    heads: Heads,
    /// Whether nobody has scored yet.
    blank: bool,
    /// Whether nothing is written of the session either: a form to be filled in by hand, with room for all figures.
    unwritten: bool,
    groups: Vec<GroupView>,
    total: Scores,
    total_label: String,
    /// What each scorer's total comes to; none in a blank form.
    own: Option<StandingView>,
    superior: Option<StandingView>,
    /// How far the two are apart, where both have scored and not alike.
    difference: Option<String>,
    /// The rating that counts: the superior's, else the chi bộ's own.
    rating: Option<String>,
    ratings_title: String,
    ratings: Vec<String>,
    facts: Facts,
}

/// The heads of the columns that the form has.
#[derive(Serialize, JsonSchema)]
struct Heads {
    number: String,
    title: String,
    max: String,
    own: Option<String>,
    superior: Option<String>,
    note: String,
}

#[derive(Serialize, JsonSchema)]
struct GroupView {
    id: String,
    title: String,
    remark: Option<String>,
    scores: Scores,
    note: Option<String>,
    /// Where its own points stand in the record's rows, or are to stand.
    place: usize,
    lines: Vec<LineView>,
}

#[derive(Serialize, JsonSchema)]
struct LineView {
    id: String,
    title: String,
    remark: Option<String>,
    scores: Scores,
    note: Option<String>,
    /// Where its points stand in the record's rows, or are to stand.
    place: usize,
    /// Whether it counts in this session.
    counts: bool,
    /// The points of its levels, `5|4|3`.
    choices: String,
    levels: Vec<LevelView>,
    /// How many rows of the table it takes: its own, and one a level.
    rows: usize,
}

#[derive(Serialize, JsonSchema)]
struct LevelView {
    label: String,
    score: String,
}

/// The most, and what each scorer gave.
#[derive(Serialize, JsonSchema)]
struct Scores {
    max: String,
    own: Option<String>,
    superior: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct StandingView {
    total: String,
    /// None where the set has no ratings.
    rating: Option<String>,
}

/// The session, in words.
#[derive(Serialize, JsonSchema)]
struct Facts {
    variant: &'static str,
    /// Whether it is no session, but a quarter that is scored.
    quarter: bool,
    /// The month of the session, or the quarter.
    month: String,
    present_rate: Option<String>,
    speaking_rate: Option<String>,
    results_rate: Option<String>,
}

pub(super) fn view(form: &EvaluationForm, set: &CriteriaSet) -> View {
    let sheet = Sheet { form, set };
    let [own, superior] = [Column::Own, Column::Superior].map(|column| standing(form, set, column));
    let difference = own.zip(superior).map(|(own, superior)| Comparison { own, superior }.difference());
    View {
        columns: sheet.columns(),
        heads: sheet.heads(),
        blank: own.is_none() && superior.is_none(),
        unwritten: own.is_none() && superior.is_none() && form.session.is_unwritten(),
        groups: set.groups.iter().map(|group| sheet.group(group)).collect(),
        total: Scores {
            max: set.max.to_string(),
            own: own.map(|own| own.total.to_string()),
            superior: superior.map(|superior| superior.total.to_string()),
        },
        total_label: set.total_label.to_string(),
        rating: superior.or(own).and_then(|standing| standing.rating).map(|rating| rating.name.to_string()),
        own: own.map(StandingView::from),
        superior: superior.map(StandingView::from),
        difference: difference.filter(|it| *it != Decimal::ZERO).map(|difference| difference.to_string()),
        ratings_title: set.ratings_title.to_string(),
        ratings: set.ratings.iter().map(|rating| rating.legend.to_string()).collect(),
        facts: facts(form),
    }
}

impl From<Standing<'_>> for StandingView {
    fn from(standing: Standing<'_>) -> StandingView {
        let rating = standing.rating.map(|rating| rating.name.to_string());
        StandingView { total: standing.total.to_string(), rating }
    }
}

/// A form beside its set.
struct Sheet<'a> {
    form: &'a EvaluationForm,
    set: &'a CriteriaSet,
}

impl Sheet<'_> {
    fn has(&self, column: Column) -> bool {
        Column::of(self.form.scorer).contains(&column)
    }

    fn columns(&self) -> String {
        let columns = &self.set.columns;
        let width = |column: &scoring::Column, usual: &str| {
            column.width.map_or_else(|| usual.to_owned(), |width| format!("{width}fr"))
        };
        let scores = [(Column::Own, &columns.self_score), (Column::Superior, &columns.superior_score)];
        let scores = scores.into_iter().filter(|(scorer, _)| self.has(*scorer)).map(|(_, column)| column);
        let mut widths: Vec<String> = [&columns.number, &columns.title, &columns.max]
            .into_iter()
            .chain(scores)
            .map(|column| width(column, "auto"))
            .collect();
        widths.push(width(&columns.note, NOTES));
        widths.join(" ")
    }

    fn heads(&self) -> Heads {
        let columns = &self.set.columns;
        Heads {
            number: columns.number.label.to_string(),
            title: columns.title.label.to_string(),
            max: columns.max.label.to_string(),
            own: self.has(Column::Own).then(|| columns.self_score.label.to_string()),
            superior: self.has(Column::Superior).then(|| columns.superior_score.label.to_string()),
            note: columns.note.label.to_string(),
        }
    }

    fn group(&self, group: &scoring::Group) -> GroupView {
        let row = self.row(group.id.as_str());
        let sum = |column: Column| {
            let rows = group.criteria.iter().filter_map(|item| self.row(item.id.as_str()));
            let scores: Vec<Decimal> = rows.filter_map(|row| column.score(row)).collect();
            let sum = (!scores.is_empty()).then(|| scores.into_iter().sum::<Decimal>());
            sum.or_else(|| column.score(row?)).filter(|_| self.has(column)).map(|score| score.to_string())
        };
        GroupView {
            id: group.id.to_string(),
            title: group.title.to_string(),
            remark: group.note.as_ref().map(ToString::to_string),
            scores: Scores {
                max: group.max.to_string(),
                own: sum(Column::Own),
                superior: sum(Column::Superior),
            },
            note: note(row),
            place: self.place(group.id.as_str()),
            lines: group.criteria.iter().map(|item| self.line(item)).collect(),
        }
    }

    fn line(&self, item: &Criterion) -> LineView {
        let (row, max) = (self.row(item.id.as_str()), item.max_in(self.form.session.variant));
        let counts = max > Decimal::ZERO;
        let printed = |score: Option<Decimal>| match score {
            _ if !counts => Some(NOT_COUNTED.to_owned()),
            score => score.map(|score| score.to_string()),
        };
        let score = |column: Column| {
            if self.has(column) { printed(row.and_then(|row| column.score(row))) } else { None }
        };
        let choices: Vec<String> = item.levels.iter().map(|level| level.score.to_string()).collect();
        let levels = item
            .levels
            .iter()
            .map(|level| LevelView { label: level.label.to_string(), score: level.score.to_string() });
        LineView {
            id: item.id.to_string(),
            title: item.title.to_string(),
            remark: item.note.as_ref().map(ToString::to_string),
            scores: Scores {
                max: if counts { max.to_string() } else { NOT_COUNTED.to_owned() },
                own: score(Column::Own),
                superior: score(Column::Superior),
            },
            note: note(row),
            place: self.place(item.id.as_str()),
            counts,
            choices: choices.join("|"),
            rows: 1 + item.levels.len(),
            levels: levels.collect(),
        }
    }

    /// Where the row of a line stands; of one that has none, behind those that there are, in the set's order.
    fn place(&self, id: &str) -> usize {
        let rows = &self.form.rows;
        let stands = |id: &str| rows.iter().position(|row| row.criterion.as_str() == id);
        stands(id).unwrap_or_else(|| {
            let of_group = |group: &'_ scoring::Group| -> Vec<String> {
                let lines = group.criteria.iter().map(|line| line.id.to_string());
                std::iter::once(group.id.to_string()).chain(lines).collect()
            };
            let before = self.set.groups.iter().flat_map(of_group).take_while(|line| line != id);
            rows.len() + before.filter(|line| stands(line).is_none()).count()
        })
    }

    fn row(&self, id: &str) -> Option<&EvaluationRow> {
        self.form.rows.iter().find(|row| row.criterion.as_str() == id)
    }
}

fn note(row: Option<&EvaluationRow>) -> Option<String> {
    row.and_then(|row| row.note.as_ref()).map(ToString::to_string)
}

fn facts(form: &EvaluationForm) -> Facts {
    let session = &form.session;
    let share = |part: u32, whole: u32| percent(part, whole);
    Facts {
        variant: session.variant.words(),
        quarter: form.is_of_a_quarter(),
        month: form.period_words(),
        // Who is exempt may come too; more than all is all.
        present_rate: session.due().and_then(|due| share(session.present?.min(due), due)),
        speaking_rate: session.speakers.and_then(|speakers| share(speakers, session.present?)),
        results_rate: session.targets.and_then(|targets| share(targets.done, targets.total)),
    }
}
