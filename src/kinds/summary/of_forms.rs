//! A list straight from forms, and what it comes to.

use serde_json::{Map, Value, json};

use super::{EvaluationSummary, SummaryPeriod, SummarySpan};
use crate::error::{Error, Problems, Result};
use crate::kinds::{EvaluationForm, TypedRecord};
use crate::path::Path;
use crate::scoring::CriteriaSets;

impl EvaluationSummary {
    /// Makes the list of a month, a quarter, half a year or a year from evaluation forms.
    ///
    /// `said` is a JSON object with the values that no form has: issuer, place, recipients, signature, and
    /// the date of the list (by default the latest date of a form). Period, criteria set and rows come from
    /// the forms ([`EvaluationSummary::with_forms`]), whatever `said` has. A signature without `"capacity"`
    /// gets the capacity `T/M`, the body `Đảng uỷ` and the position `Bí thư`.
    ///
    /// ```
    /// # use vanban::{Renderer, kinds::{EvaluationForm, EvaluationSummary, SummarySpan}};
    /// let forms = [EvaluationForm::example()];
    /// let said = serde_json::json!({
    ///     "issuer": {"name": "Đảng uỷ phường Bình An", "superior": "Đảng bộ tỉnh Bình Giang"},
    ///     "place": "Bình An",
    ///     "recipients": ["Lưu Văn phòng Đảng uỷ"],
    ///     "signature": {"name": "Lê Văn Cường"},
    /// });
    /// let renderer = Renderer::new();
    /// let list = EvaluationSummary::of_forms(SummarySpan::Month, &forms, said, renderer.criteria())?;
    /// assert_eq!((list.branches(), list.date), (1, forms[0].date));
    /// assert_eq!(list.ratings(renderer.criteria())[0].0, "Tốt");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Shape`] if `said` has the wrong shape or lacks a value. [`Error::Invalid`] as
    /// [`SummaryPeriod::of_forms`] and [`EvaluationSummary::with_forms`], and if there is no such criteria set.
    pub fn of_forms(
        span: SummarySpan,
        forms: &[EvaluationForm],
        said: Value,
        sets: &CriteriaSets,
    ) -> Result<EvaluationSummary> {
        let period = SummaryPeriod::of_forms(span, forms)?;
        let mut record = match said {
            Value::Object(record) => record,
            _ => Map::new(),
        };
        let of_forms = [
            ("kind", json!(EvaluationSummary::typed_kind().name())),
            ("format", json!(1)),
            ("criteria_set", json!(forms.first().map(|form| &form.criteria_set))),
            ("period", json!(period)),
            ("rows", json!([])),
        ];
        for (name, value) in of_forms {
            record.insert(name.to_owned(), value);
        }
        if !record.contains_key("date") {
            let dated = forms.iter().filter(|form| form.date.calendar().is_some());
            let last = dated.max_by_key(|form| form.date.calendar());
            record.extend(last.map(|form| ("date".to_owned(), json!(form.date))));
        }
        if let Some(Value::Object(signature)) = record.get_mut("signature")
            && !signature.contains_key("capacity")
        {
            for (name, value) in [("capacity", "T/M"), ("body", "Đảng uỷ"), ("position", "Bí thư")] {
                signature.insert(name.to_owned(), value.into());
            }
        }
        let list = EvaluationSummary::from_value(Value::Object(record))?;
        let mut problems = Problems::default();
        let Some(set) = sets.of(&list.criteria_set, &mut problems) else {
            let mut problems = problems.into_vec();
            for problem in &mut problems {
                problem.path = Path::at("forms").index(0).field("criteria_set");
                problem.term = EvaluationForm::typed_kind().term_at(&Path::at("criteria_set"));
            }
            return Err(Error::Invalid(problems));
        };
        list.with_forms(forms, set)
    }

    /// The number of chi bộ. A chi bộ that met twice has two rows, which are adjacent, and counts once.
    #[must_use]
    pub fn branches(&self) -> usize {
        let mut names: Vec<&str> = self.rows.iter().map(|row| row.branch.as_str()).collect();
        names.dedup();
        names.len()
    }

    /// Each rating with the number of sessions that reached it, best rating first. Empty if `sets` lacks the
    /// list's criteria set.
    #[must_use]
    pub fn ratings(&self, sets: &CriteriaSets) -> Vec<(String, usize)> {
        let Some(set) = sets.get(self.criteria_set.as_str()) else { return Vec::new() };
        let scores = || self.rows.iter().flat_map(|row| &row.sessions).filter_map(|session| session.score);
        let counts = set.ratings.iter().map(|rating| {
            let reached = |score| set.rating(score).is_some_and(|it| it.name == rating.name);
            (rating.name.to_string(), scores().filter(|score| reached(*score)).count())
        });
        counts.collect()
    }
}
