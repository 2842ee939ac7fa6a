//! The list of a period, from the evaluation forms that came back.

use serde_json::Value;

use super::collected::{Collected, Outcome};
use crate::error::Result;
use crate::kinds::{EvaluationForm, EvaluationSummary, SummaryRow, SummarySpan};
use crate::scoring::{CriteriaSets, Decimal};
use crate::text::{Text, plain_spaces, upper};

/// What stands in the notes of a chi bộ of which no right form came back.
const NONE: &str = "Chưa có phiếu hợp lệ";

/// The list of a period, made from forms that came back, and who gave the points in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CollectedList {
    /// The list: a row for each chi bộ that got a form, in the order in which they were sent. A chi bộ without
    /// a correct form has no points, and a note says so.
    pub list: EvaluationSummary,
    /// The chi bộ whose points come from the superior (Mẫu 2).
    pub by_superior: Vec<String>,
    /// The chi bộ whose points come from themselves (Mẫu 1).
    pub by_themselves: Vec<String>,
    /// The chi bộ without points.
    pub without: Vec<String>,
    /// The chi bộ whose total by the superior differs from their own.
    pub differ: Vec<TwoTotals>,
}

/// A chi bộ (Party cell) with two different totals.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TwoTotals {
    /// The name of the chi bộ.
    pub branch: String,
    /// Its own total.
    pub own: Decimal,
    /// The superior's total, which is the official one.
    pub superior: Decimal,
}

impl Collected {
    /// Makes the list of a month, a quarter, half a year or a year from the evaluation forms that were taken.
    /// `said` has the values that no form has, as for [`EvaluationSummary::of_forms`]. Records of other kinds
    /// are ignored.
    ///
    /// # Errors
    /// The errors of [`EvaluationSummary::of_forms`], also if no form was taken.
    pub fn list(&self, span: SummarySpan, said: Value, sets: &CriteriaSets) -> Result<CollectedList> {
        let taken: Vec<(&str, &EvaluationForm)> = self
            .papers
            .iter()
            .filter_map(|paper| match paper.outcome {
                Outcome::Taken(at) => {
                    Some((paper.who.as_str(), self.taken.get(at)?.record.downcast_ref::<EvaluationForm>()?))
                }
                _ => None,
            })
            .collect();
        let forms: Vec<EvaluationForm> = taken.iter().map(|(_, form)| (*form).clone()).collect();
        let mut list = EvaluationSummary::of_forms(span, &forms, said, sets)?;
        let (mut by_superior, mut by_themselves, mut without) = (Vec::new(), Vec::new(), Vec::new());
        let (mut differ, mut rows) = (Vec::new(), Vec::new());
        for who in self.branches() {
            let own = taken.iter().filter(|(other, _)| same(other, who)).map(|(_, form)| *form);
            let totals = |score: fn(&crate::kinds::EvaluationRow) -> Option<Decimal>| {
                own.clone().find_map(|form| total(form, score))
            };
            let (by_itself, by_other) = (totals(|row| row.self_score), totals(|row| row.superior_score));
            match (by_itself, by_other) {
                (_, Some(_)) => by_superior.push(who.to_owned()),
                (Some(_), None) => by_themselves.push(who.to_owned()),
                (None, None) => without.push(who.to_owned()),
            }
            if let Some((own, superior)) = by_itself.zip(by_other).filter(|(own, superior)| own != superior) {
                differ.push(TwoTotals { branch: who.to_owned(), own, superior });
            }
            let known = list.rows.iter().filter(|row| same(row.branch.as_str(), who));
            let before = rows.len();
            rows.extend(known.cloned());
            if rows.len() == before {
                rows.push(SummaryRow { note: Some(Text::new(NONE)), ..SummaryRow::new(who, []) });
            }
        }
        list.rows = rows;
        Ok(CollectedList { list, by_superior, by_themselves, without, differ })
    }

    /// The chi bộ that forms were sent to, each once.
    fn branches(&self) -> Vec<&str> {
        let mut branches: Vec<&str> = Vec::new();
        let forms =
            self.papers.iter().filter(|paper| paper.record.downcast_ref::<EvaluationForm>().is_some());
        for paper in forms {
            if !branches.iter().any(|known| same(known, &paper.who)) {
                branches.push(&paper.who);
            }
        }
        branches
    }
}

/// Whether two names are one chi bộ's: they may differ in spaces and capitals.
fn same(first: &str, second: &str) -> bool {
    let plain = |name: &str| upper(&plain_spaces(name).split_whitespace().collect::<Vec<_>>().join(" "));
    plain(first) == plain(second)
}

/// What the points of a form come to in one column; none where it has none.
fn total(
    form: &EvaluationForm,
    score: fn(&crate::kinds::EvaluationRow) -> Option<Decimal>,
) -> Option<Decimal> {
    let scores: Vec<Decimal> = form.rows.iter().filter_map(score).collect();
    (!scores.is_empty()).then(|| scores.into_iter().sum())
}
