//! From evaluation forms to the rows of a list.

use super::period::Span;
use super::{EvaluationSummary, SummaryRow, SummarySession};
use crate::error::{Error, Problems, Result, Severity};
use crate::kinds::{EvaluationForm, EvaluationRow};
use crate::path::Path;
use crate::scoring::{CriteriaSet, Decimal};
use crate::text::{Text, plain_spaces, upper};

/// How forms are put together is a convention.
const CLAUSE: &str = "quy ước";

impl EvaluationSummary {
    /// The list with the rows that follow from evaluation forms, in the order in which the chi bộ first
    /// appear. Where a superior scored too, his total is the official one; the notes of a monthly list are
    /// those of the lines where points are missing.
    ///
    /// `criteria` is the set that the list names.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem: no form, two of one chi bộ in one month, one of another
    /// period or criteria set, one without scores, or one that is wrong itself.
    pub fn with_forms(mut self, forms: &[EvaluationForm], criteria: &CriteriaSet) -> Result<Self> {
        let mut problems = Problems::default();
        if criteria.id != self.criteria_set {
            let sentence = format!(
                "danh sách chấm theo bộ tiêu chí “{}”, không phải “{}”",
                self.criteria_set, criteria.id
            );
            problems.error("criteria_set.other", "criteria_set", CLAUSE, sentence);
        }
        if forms.is_empty() {
            problems.error("forms.missing", "forms", CLAUSE, "chưa có phiếu đánh giá nào để tổng hợp");
        }
        self.rows.clear();
        for (index, form) in forms.iter().enumerate() {
            let at = Path::at("forms").index(index);
            let Some(session) = self.session(form, criteria, &at, &mut problems) else { continue };
            let branch = form.branch.as_ref().unwrap_or(&form.issuer.name);
            let row = match self.rows.iter().position(|row| same(&row.branch, branch)) {
                Some(row) => &mut self.rows[row],
                None => {
                    self.rows.push(SummaryRow::new(branch.clone(), []));
                    let last = self.rows.len() - 1;
                    &mut self.rows[last]
                }
            };
            if row.sessions.iter().any(|known| known.month == session.month) {
                problems.error(
                    "forms.twice",
                    at,
                    CLAUSE,
                    format!("{branch} đã có một phiếu của {} ở trước", form.period.words()),
                );
                continue;
            }
            row.sessions.push(session);
            if matches!(self.period.span(), Span::Month(_)) {
                row.note = notes(form);
            }
        }
        for row in &mut self.rows {
            row.sessions.sort_by_key(|session| session.month);
        }
        let problems = problems.into_vec();
        if problems.is_empty() { Ok(self) } else { Err(Error::Invalid(problems)) }
    }

    /// What a form says of its session; none where it does not belong in the list.
    fn session(
        &self,
        form: &EvaluationForm,
        set: &CriteriaSet,
        at: &Path,
        problems: &mut Problems,
    ) -> Option<SummarySession> {
        let branch = form.branch.as_ref().unwrap_or(&form.issuer.name);
        if form.criteria_set != self.criteria_set {
            problems.error(
                "forms.other_criteria_set",
                at.field("criteria_set"),
                CLAUSE,
                format!(
                    "phiếu của {branch} chấm theo bộ tiêu chí “{}”, danh sách theo “{}”; không tổng hợp chung được",
                    form.criteria_set, self.criteria_set
                ),
            );
            return None;
        }
        let month = form.period.month.value();
        let Some(month) = month
            .filter(|month| form.period.year == self.period.year && self.period.months().contains(month))
        else {
            problems.error(
                "forms.other_period",
                at.field("period"),
                CLAUSE,
                format!(
                    "phiếu của {branch} là của {}, không thuộc {}",
                    form.period.words(),
                    self.period.words()
                ),
            );
            return None;
        };
        let mut own = Problems::default();
        form.check_all(set, &mut own);
        let mut sound = true;
        for problem in own.into_vec().into_iter().filter(|problem| problem.severity == Severity::Error) {
            sound = false;
            problems.error(problem.code, Path::from(at).join(&problem.path), problem.clause, problem.message);
        }
        let total = form.official_total();
        if total.is_none() {
            problems.error(
                "forms.total_missing",
                at.field("rows"),
                CLAUSE,
                format!("phiếu của {branch} chưa chấm điểm"),
            );
        }
        let (held, facts) = (form.held, &form.session);
        let session =
            SummarySession { month, held, members: facts.members, present: facts.present, score: total };
        (sound && total.is_some()).then_some(session)
    }
}

impl EvaluationForm {
    /// The total that counts: the superior's, else the chi bộ's own; none in a blank form.
    fn official_total(&self) -> Option<Decimal> {
        let sum = |score: fn(&EvaluationRow) -> Option<Decimal>| {
            let scores: Vec<Decimal> = self.rows.iter().filter_map(score).collect();
            (!scores.is_empty()).then(|| scores.into_iter().sum())
        };
        sum(|row| row.superior_score).or_else(|| sum(|row| row.self_score))
    }
}

/// Thuyết minh điểm trừ: `4.5: Ý kiến còn ít; 6: …`.
fn notes(form: &EvaluationForm) -> Option<Text> {
    let noted = form.rows.iter().filter_map(|row| Some(format!("{}: {}", row.criterion, row.note.as_ref()?)));
    let notes: Vec<String> = noted.map(|note| note.trim_end_matches(['.', ';']).to_owned()).collect();
    (!notes.is_empty()).then(|| notes.join("; ").into())
}

/// Whether two names are one chi bộ's.
pub(super) fn same(one: &Text, other: &Text) -> bool {
    upper(&plain_spaces(one.as_str())) == upper(&plain_spaces(other.as_str()))
}
