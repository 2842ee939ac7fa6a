//! What the template of a list prints: marks, averages, counts, ratings.

use schemars::JsonSchema;
use serde::Serialize;

use super::forms::same;
use super::period::Span;
use super::{EvaluationSummary, SummaryRow, SummarySession};
use crate::scoring::{CriteriaSet, Decimal, Rating};
use crate::text::percent;

/// What marks the rating that a chi bộ has.
const MARK: &str = "x";

/// One of the three is there.
#[derive(Serialize, JsonSchema)]
pub(super) struct View {
    month: Option<MonthView>,
    quarter: Option<QuarterView>,
    year: Option<YearView>,
    /// The names of the ratings, the best first.
    ratings: Vec<String>,
    /// How many they are.
    rating_count: usize,
}

#[derive(Serialize, JsonSchema)]
struct MonthView {
    /// How many columns stand under the head of the result: the points and the ratings.
    result_count: usize,
    /// The numbers of the columns.
    numbers: Vec<String>,
    rows: Vec<MonthRow>,
    /// How many chi bộ have each rating.
    counts: Vec<String>,
    /// Members of all chi bộ, and how many came; none where one chi bộ does not say.
    members: Option<String>,
    present: Option<String>,
    /// How many were summoned, where these are not all members.
    summoned: Option<String>,
    /// Those present of those summoned.
    present_rate: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct MonthRow {
    number: usize,
    branch: String,
    /// Present and all: `17/18`.
    members: Option<String>,
    held: Option<String>,
    total: Option<String>,
    marks: Vec<MarkView>,
    note: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct MarkView {
    mark: Option<&'static str>,
}

#[derive(Serialize, JsonSchema)]
struct QuarterView {
    /// How many columns a month has: the points, and the rating where the set has any.
    result_count: usize,
    /// What stands over the average: `Cả quý`, `6 tháng`.
    whole: &'static str,
    months: Vec<u32>,
    rows: Vec<QuarterRow>,
    /// How many chi bộ there are.
    branches: usize,
    /// How many chi bộ have each rating.
    counts: Vec<CountView>,
    /// How many have none.
    unrated: usize,
}

#[derive(Serialize, JsonSchema)]
struct QuarterRow {
    number: usize,
    branch: String,
    months: Vec<ResultView>,
    quarter: ResultView,
    note: Option<String>,
}

/// Points and what they come to.
#[derive(Serialize, JsonSchema)]
struct ResultView {
    points: Option<String>,
    rating: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct YearView {
    rows: Vec<YearRow>,
    /// How many chi bộ there are.
    branches: usize,
    /// How many chi bộ have each rating.
    counts: Vec<CountView>,
    /// How many have none.
    unrated: usize,
}

#[derive(Serialize, JsonSchema)]
struct YearRow {
    number: usize,
    branch: String,
    sessions: usize,
    /// How many sessions have each rating.
    counts: Vec<usize>,
    rating: Option<String>,
    note: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct CountView {
    rating: String,
    branches: usize,
}

pub(super) fn view(summary: &EvaluationSummary, set: &CriteriaSet) -> View {
    let (sheet, span) = (Sheet { summary, set }, summary.period.span());
    View {
        month: matches!(span, Span::Month(_)).then(|| sheet.month()),
        quarter: matches!(span, Span::Quarter(_) | Span::Half(_)).then(|| sheet.months()),
        year: matches!(span, Span::Year).then(|| sheet.year()),
        ratings: set.ratings.iter().map(|rating| rating.name.to_string()).collect(),
        rating_count: set.ratings.len(),
    }
}

impl EvaluationSummary {
    /// The rating that follows from a row's sessions: from the points of a month, from the average of a
    /// quarter or half a year, in a year from the rule.
    pub(super) fn follows<'s>(&self, set: &'s CriteriaSet, row: &SummaryRow) -> Option<&'s Rating> {
        match self.period.span() {
            Span::Month(_) | Span::Quarter(_) | Span::Half(_) => set.rating(row.average()?),
            Span::Year => {
                let rules = if self.year_rules.is_empty() { &set.year_rules } else { &self.year_rules };
                let ratings = row.totals().map(|total| set.rating(total));
                set.year_rating(rules, ratings.collect::<Option<Vec<_>>>()?)
            }
        }
    }
}

impl SummaryRow {
    fn totals(&self) -> impl Iterator<Item = Decimal> {
        self.sessions.iter().filter_map(|session| session.score)
    }

    /// Of half points in at most twenty sessions the rounding never reaches a whole point that the exact
    /// average does not reach.
    fn average(&self) -> Option<Decimal> {
        Decimal::mean(self.totals())
    }
}

struct Sheet<'a> {
    summary: &'a EvaluationSummary,
    set: &'a CriteriaSet,
}

impl Sheet<'_> {
    fn month(&self) -> MonthView {
        let rows = &self.summary.rows;
        // A chi bộ that met twice has its members once: those of its last session.
        let last = rows
            .iter()
            .enumerate()
            .filter(|(index, row)| !rows[index + 1..].iter().any(|later| same(&later.branch, &row.branch)));
        let last: Vec<&SummaryRow> = last.map(|(_, row)| row).collect();
        let sum = |figure: fn(&SummarySession) -> Option<u32>| {
            let figures = last.iter().map(|row| figure(row.sessions.last()?).map(u64::from));
            figures.sum::<Option<u64>>()
        };
        let (members, present) = (sum(|session| session.members), sum(|session| session.present));
        let summoned = sum(|session| session.summoned.or(session.members));
        let result_count = 1 + self.set.ratings.len();
        MonthView {
            result_count,
            numbers: (1..=5 + result_count).map(|number| number.to_string()).collect(),
            rows: rows.iter().enumerate().map(|(index, row)| self.month_row(index + 1, row)).collect(),
            counts: self.counts().map(|count| count.branches.to_string()).collect(),
            members: members.map(|members| members.to_string()),
            present: present.map(|present| present.to_string()),
            summoned: summoned.filter(|_| summoned != members).map(|summoned| summoned.to_string()),
            present_rate: present.zip(summoned).and_then(|(present, summoned)| percent(present, summoned)),
        }
    }

    fn month_row(&self, number: usize, row: &SummaryRow) -> MonthRow {
        let session = row.sessions.first();
        let members = session.and_then(|session| match (session.present, session.members?) {
            (Some(present), members) => Some(format!("{present}/{members}")),
            (None, members) => Some(members.to_string()),
        });
        let rating = self.rating(row);
        let mark = |known: &Rating| rating.as_deref().is_some_and(|rating| known.name.reads_as(rating));
        let marks = self.set.ratings.iter().map(|known| MarkView { mark: mark(known).then_some(MARK) });
        MonthRow {
            number,
            branch: row.branch.to_string(),
            members,
            held: session.and_then(|session| session.held).map(|held| held.to_string()),
            total: session.and_then(|session| session.score).map(|total| total.to_string()),
            marks: marks.collect(),
            note: note(row),
        }
    }

    fn months(&self) -> QuarterView {
        let months: Vec<u32> = self.summary.period.months().collect();
        let rows = self.summary.rows.iter().enumerate().map(|(index, row)| QuarterRow {
            number: index + 1,
            branch: row.branch.to_string(),
            months: months.iter().map(|month| self.result(row, *month)).collect(),
            quarter: ResultView {
                points: row.average().map(|average| average.to_string()),
                rating: self.rating(row),
            },
            note: note(row),
        });
        QuarterView {
            result_count: if self.set.ratings.is_empty() { 1 } else { 2 },
            whole: if self.summary.period.half.is_some() { "6 tháng" } else { "Cả quý" },
            rows: rows.collect(),
            branches: self.summary.rows.len(),
            counts: self.counts().collect(),
            unrated: self.unrated(),
            months,
        }
    }

    fn result(&self, row: &SummaryRow, month: u32) -> ResultView {
        let sessions = row.sessions.iter().filter(|session| session.month == month);
        let total = Decimal::mean(sessions.filter_map(|session| session.score));
        let rating = total.and_then(|total| self.set.rating(total));
        ResultView {
            points: total.map(|total| total.to_string()),
            rating: rating.map(|rating| rating.name.to_string()),
        }
    }

    fn year(&self) -> YearView {
        let rows = self.summary.rows.iter().enumerate().map(|(index, row)| {
            let ratings: Vec<&Rating> = row.totals().filter_map(|total| self.set.rating(total)).collect();
            let count = |known: &Rating| ratings.iter().filter(|rating| **rating == known).count();
            YearRow {
                number: index + 1,
                branch: row.branch.to_string(),
                sessions: row.sessions.len(),
                counts: self.set.ratings.iter().map(count).collect(),
                rating: self.rating(row),
                note: note(row),
            }
        });
        YearView {
            rows: rows.collect(),
            branches: self.summary.rows.len(),
            counts: self.counts().collect(),
            unrated: self.unrated(),
        }
    }

    /// The rating of the period: what was decided, else what follows.
    fn rating(&self, row: &SummaryRow) -> Option<String> {
        let follows = || self.summary.follows(self.set, row).map(|rating| &rating.name);
        row.rating.as_ref().or_else(follows).map(ToString::to_string)
    }

    /// How many chi bộ have none of the ratings.
    fn unrated(&self) -> usize {
        let counted: usize = self.counts().map(|count| count.branches).sum();
        self.summary.rows.len().saturating_sub(counted)
    }

    /// How many chi bộ have each rating of the period.
    fn counts(&self) -> impl Iterator<Item = CountView> {
        let ratings: Vec<Option<String>> = self.summary.rows.iter().map(|row| self.rating(row)).collect();
        self.set.ratings.iter().map(move |known| CountView {
            rating: known.name.to_string(),
            branches: ratings.iter().flatten().filter(|rating| known.name.reads_as(rating)).count(),
        })
    }
}

fn note(row: &SummaryRow) -> Option<String> {
    row.note.as_ref().map(ToString::to_string)
}
