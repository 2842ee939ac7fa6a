//! The list of a month that the forms that came back make.

use serde_json::Value;

use super::{Collected, Outcome};
use crate::error::{Error, Result};
use crate::kinds::{AnyRecord, EvaluationForm, EvaluationSummary, Scorer, SummaryRow, SummarySpan};
use crate::scoring::{CriteriaSets, Decimal};
use crate::text::{Text, upper};

/// What stands beside a chi bộ that sent no form that can be taken.
const NONE: &str = "Chưa có phiếu hợp lệ";

/// Two forms of one session whose totals differ.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Differing {
    /// The chi bộ.
    pub branch: Text,
    /// What it gave itself.
    pub own: Decimal,
    /// What the superior gave it, which counts.
    pub superior: Decimal,
}

impl Collected {
    /// The evaluation forms that were taken, in the order of the papers. A superior's form is among them only where the
    /// chi bộ's own was taken, too.
    #[must_use]
    pub fn forms(&self) -> Vec<&EvaluationForm> {
        let all = || self.taken.iter().filter_map(|taken| form(&taken.record));
        let has_own = |of: &EvaluationForm| all().any(|form| is_own(form) && same(form, of));
        all().filter(|form| is_own(form) || has_own(form)).collect()
    }

    /// The list of the forms' month: a row for each chi bộ that was sent a form, in that order; one that sent none that can
    /// be taken has no points, which its note says. The superior's total counts where there is one. `said` is the list's JSON
    /// as far as no form says it, as [`EvaluationSummary::of_forms`] has it.
    ///
    /// # Errors
    /// As [`EvaluationSummary::of_forms`].
    pub fn summary(&self, said: Value, sets: &CriteriaSets) -> Result<EvaluationSummary> {
        let forms: Vec<EvaluationForm> = self.forms().into_iter().cloned().collect();
        if forms.is_empty() {
            return Err(Error::unfit(
                "forms.missing",
                "forms",
                "chưa có phiếu nào hợp lệ để tổng hợp; hãy xem từng tệp ở trên, sửa rồi chạy lại",
            ));
        }
        let mut list = EvaluationSummary::of_forms(SummarySpan::Month, &forms, said, sets)?;
        let mut made = std::mem::take(&mut list.rows);
        for paper in &self.papers {
            let Some(sent) = form(&paper.record).filter(|form| is_own(form)) else { continue };
            let at = made.iter().position(|row| is_called(&row.branch, whose(sent)));
            match (at, paper.outcome) {
                (Some(at), _) => list.rows.push(made.remove(at)),
                (None, Outcome::Taken(_)) => {}
                (None, _) => list.rows.push(SummaryRow::new(whose(sent).clone(), []).note(NONE)),
            }
        }
        // Forms that nobody said were sent.
        list.rows.extend(made);
        Ok(list)
    }

    /// Where the superior's total is another than the chi bộ's own.
    #[must_use]
    pub fn differing(&self) -> Vec<Differing> {
        let forms = self.forms();
        let total = |form: &EvaluationForm, score: fn(&crate::kinds::EvaluationRow) -> Option<Decimal>| {
            let scores: Vec<Decimal> = form.rows.iter().filter_map(score).collect();
            (!scores.is_empty()).then(|| scores.into_iter().sum::<Decimal>())
        };
        let own = forms.iter().filter(|form| is_own(form));
        let pairs = own.filter_map(|own| {
            let superior = forms.iter().find(|form| !is_own(form) && same(form, own))?;
            let own_total = total(own, |row| row.self_score)?;
            let superior = total(superior, |row| row.superior_score)?;
            (own_total != superior).then(|| Differing {
                branch: whose(own).clone(),
                own: own_total,
                superior,
            })
        });
        pairs.collect()
    }

    /// How many chi bộ the superior scored, of those whose own form was taken.
    #[must_use]
    pub fn by_superior(&self) -> usize {
        self.forms().iter().filter(|form| !is_own(form)).count()
    }
}

fn form(record: &AnyRecord) -> Option<&EvaluationForm> {
    record.downcast_ref()
}

fn is_own(form: &EvaluationForm) -> bool {
    form.scorer != Scorer::Superior
}

/// Whose session a form scores.
fn whose(form: &EvaluationForm) -> &Text {
    form.branch.as_ref().unwrap_or(&form.issuer.name)
}

fn same(one: &EvaluationForm, other: &EvaluationForm) -> bool {
    is_called(whose(one), whose(other)) && one.period == other.period
}

/// Whether two names are one chi bộ's: they may differ in spaces and capitals.
fn is_called(one: &Text, other: &Text) -> bool {
    let plain = |name: &Text| upper(&name.as_str().split_whitespace().collect::<Vec<_>>().join(" "));
    plain(one) == plain(other)
}
