//! From evaluation forms to the rows of a list.

use super::period::Span;
use super::{EvaluationSummary, SummaryPeriod, SummaryRow, SummarySession, SummarySpan};
use crate::error::{Error, Problems, Result, Severity};
use crate::kinds::{EvaluationForm, EvaluationRow, Scorer, TypedRecord};
use crate::parts::CitedDate;
use crate::path::Path;
use crate::scoring::{CriteriaSet, Decimal};
use crate::text::{Text, plain_spaces, upper};

/// How forms are put together is a convention.
const CLAUSE: &str = "quy ước";

impl EvaluationSummary {
    /// Makes the rows from evaluation forms, in the order in which the chi bộ first appear. They replace all
    /// rows of the list. `criteria` is the set whose id the list has in `criteria_set`.
    ///
    /// - Names that differ only in spaces and capitals are one chi bộ; the form of its last session names it.
    /// - If a superior scored too, in the same form or in another one, the superior's total is the official
    ///   one. An unscored form of the superior beside the chi bộ's own is ignored.
    /// - A chi bộ that met twice in a month has two sessions, by day; in a monthly list these are two rows.
    /// - In a monthly list the note of a row joins the notes in its form: `4.5: Ý kiến còn ít; 6: …`.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem: no form, two forms of one session, a form of another period or
    /// criteria set, a form without scores, or a form with errors.
    pub fn with_forms(mut self, forms: &[EvaluationForm], criteria: &CriteriaSet) -> Result<Self> {
        let mut problems = Problems::default();
        if criteria.id != self.criteria_set {
            let sentence = format!(
                "danh sách chấm theo bộ tiêu chí “{}”, không phải “{}”",
                self.criteria_set, criteria.id
            );
            problems.error("criteria_set.other", "criteria_set", CLAUSE, sentence);
            problems.at_its_field("danh sách chấm theo bộ tiêu chí khác");
        }
        if forms.is_empty() {
            problems.error("forms.missing", "forms", CLAUSE, "chưa có phiếu đánh giá nào để tổng hợp");
        }
        let mut taken: Vec<Taken<'_>> = Vec::new();
        for (index, form) in forms.iter().enumerate() {
            if form.is_unscored_beside(forms) {
                continue;
            }
            let at = Path::at("forms").index(index);
            let Some(session) = self.session(form, criteria, &at, &mut problems) else { continue };
            let this = Taken { form, session };
            match taken.iter_mut().find(|known| known.is_of_the_session_of(&this)) {
                None => taken.push(this),
                Some(known) => match (known.form.by_superior(), form.by_superior()) {
                    (false, true) => *known = this,
                    (true, false) => {}
                    _ => {
                        let branch = form.whose();
                        let sentence =
                            format!("{branch} đã có một phiếu của {} ở trước", form.period.words());
                        problems.error("forms.twice", at, CLAUSE, sentence);
                    }
                },
            }
        }
        self.rows = self.rows_of(&taken);
        let mut problems = problems.into_vec();
        if problems.is_empty() {
            return Ok(self);
        }
        for problem in &mut problems {
            problem.term = if problem.path.starts_with(&Path::at("forms")) {
                // The way to the form is not the form's own.
                let own: Path = problem.path.steps().iter().skip(2).cloned().collect();
                EvaluationForm::typed_kind().term_at(&own)
            } else {
                EvaluationSummary::typed_kind().term_at(&problem.path)
            };
        }
        Err(Error::Invalid(problems))
    }

    /// The rows of what was taken of the forms.
    fn rows_of(&self, taken: &[Taken<'_>]) -> Vec<SummaryRow> {
        let mut branches: Vec<Vec<&Taken<'_>>> = Vec::new();
        for this in taken {
            let branch = this.form.whose();
            match branches.iter_mut().find(|known| known.iter().any(|it| same(it.form.whose(), branch))) {
                Some(known) => known.push(this),
                None => branches.push(vec![this]),
            }
        }
        let mut rows = Vec::new();
        for sessions in &mut branches {
            sessions
                .sort_by_key(|it| (it.session.month, it.session.held.as_ref().and_then(CitedDate::calendar)));
            let Some(last) = sessions.last() else { continue };
            let branch = plain(last.form.whose());
            if matches!(self.period.span(), Span::Month(_)) {
                rows.extend(sessions.iter().map(|it| {
                    let row = SummaryRow::new(branch.clone(), [it.session]);
                    SummaryRow { note: notes(it.form), ..row }
                }));
            } else {
                rows.push(SummaryRow::new(branch.clone(), sessions.iter().map(|it| it.session)));
            }
        }
        rows
    }

    /// What a form says of its session; none where it does not belong in the list.
    fn session(
        &self,
        form: &EvaluationForm,
        set: &CriteriaSet,
        at: &Path,
        problems: &mut Problems,
    ) -> Option<SummarySession> {
        let branch = form.whose();
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
            problems.at_its_field(format!(
                "phiếu của {branch} chấm theo bộ tiêu chí khác với danh sách; không tổng hợp chung được"
            ));
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
        let (members, present) = (facts.members, facts.present);
        // Who is exempt and came counts as summoned.
        let summoned = facts.due().zip(present).map(|(due, present)| due.max(present));
        let summoned = summoned.filter(|summoned| Some(*summoned) != members);
        let session = SummarySession { month, held, members, summoned, present, score: total };
        (sound && total.is_some()).then_some(session)
    }
}

impl SummaryPeriod {
    /// The period of this length that contains all forms.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the forms are of several periods, or if no form has a month.
    pub fn of_forms(span: SummarySpan, forms: &[EvaluationForm]) -> Result<SummaryPeriod> {
        let mut problems = Problems::default();
        let mut periods: Vec<SummaryPeriod> = Vec::new();
        for form in forms {
            let Some(month) = form.period.month.value().filter(|month| (1..=12).contains(month)) else {
                continue;
            };
            let period = SummaryPeriod::with_month(span, month, form.period.year);
            if !periods.contains(&period) {
                periods.push(period);
            }
        }
        match periods.as_slice() {
            [period] => return Ok(*period),
            [] => problems.error("forms.missing", "forms", CLAUSE, "chưa có phiếu đánh giá nào để tổng hợp"),
            several => {
                let words: Vec<String> = several.iter().map(|period| period.words()).collect();
                let sentence =
                    format!("các phiếu thuộc nhiều kỳ: {}; một danh sách chỉ của một kỳ", words.join(", "));
                problems.error("forms.several_periods", "forms", CLAUSE, sentence);
            }
        }
        Err(Error::Invalid(problems.into_vec()))
    }
}

/// A form that a list takes, and what it says of its session.
struct Taken<'f> {
    form: &'f EvaluationForm,
    session: SummarySession,
}

impl Taken<'_> {
    /// Whether both are of one session; sessions of one month are told apart by their days.
    fn is_of_the_session_of(&self, other: &Taken<'_>) -> bool {
        let (one, two) = (&self.session, &other.session);
        let other_day = one.held.is_some_and(|held| two.held.is_some_and(|it| it != held));
        same(self.form.whose(), other.form.whose()) && one.month == two.month && !other_day
    }
}

impl EvaluationForm {
    /// Chi bộ: whose session it scores.
    fn whose(&self) -> &Text {
        self.branch.as_ref().unwrap_or(&self.issuer.name)
    }

    fn by_superior(&self) -> bool {
        self.rows.iter().any(|row| row.superior_score.is_some())
    }

    /// Whether it is a superior's form without points, and the chi bộ's own has some.
    fn is_unscored_beside(&self, forms: &[EvaluationForm]) -> bool {
        let scored = |form: &EvaluationForm| form.official_total().is_some();
        self.scorer == Scorer::Superior
            && !scored(self)
            && forms
                .iter()
                .any(|form| scored(form) && form.period == self.period && same(form.whose(), self.whose()))
    }

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

/// Whether two names are one chi bộ's: they may differ in spaces and capitals.
pub(super) fn same(one: &Text, other: &Text) -> bool {
    upper(plain(one).as_str()) == upper(plain(other).as_str())
}

/// A name with one space between its words.
fn plain(name: &Text) -> Text {
    let name = plain_spaces(name.as_str());
    name.split_whitespace().collect::<Vec<_>>().join(" ").into()
}
