//! `vanban derive`: from any records to one that follows from them.

use super::comments::{of_minutes, table};
use super::form::evaluation_form;
use super::notice::notice;
use super::plan::{carried_out_in, plan};
use super::sentences::Sentences;
use super::{Draft, Issued, blank_minutes, monthly, refused, session, stopped};
use crate::error::{Error, Result};
use crate::kinds::{
    AnyRecord, Comments, EvaluationForm, Minutes, MinutesVariant, Notice, Plan, Programme, Record, Resolution,
};
use crate::path::Path;
use crate::schema::with_named_words;
use crate::scoring::{CriteriaSet, CriteriaSets};

/// All derivations of [`Derivation::of`]: the kinds of the source records, and the kind that follows.
pub const DERIVATIONS: &[(&[&str], &str)] = &[
    (&["minutes"], "resolution"),
    (&["minutes", "resolution"], "resolution"),
    (&["minutes", "resolution", "evaluation_form"], "resolution"),
    (&["minutes"], "notice"),
    (&["minutes"], "evaluation_form"),
    (&["resolution"], "comments"),
    (&["resolution", "comments"], "resolution"),
    (&["resolution"], "resolution"),
    (&["resolution"], "plan"),
    (&["plan"], "programme"),
    (&["plan"], "minutes"),
    (&["programme"], "minutes"),
    (&["notice"], "minutes"),
];

/// Derives a record from others, by its kind.
///
/// | from | to | result |
/// |---|---|---|
/// | minutes | `resolution` | its first draft. With last month's resolution: the month's resolution; with the session's own evaluation form: its scores too |
/// | minutes | `notice` | the draft of the notice of conclusions |
/// | minutes | `evaluation_form` | the chi bộ's own form, by a [criteria set](Derivation::criteria_set) |
/// | a draft | `comments` | the table for comments on it |
/// | a draft and its comments | `resolution` | the next draft |
/// | an issued resolution | `resolution` | the draft of next month's resolution |
/// | an issued resolution | `plan` | the draft of the plan that carries it out |
/// | a plan | `programme`, `minutes` | for the session in a [row](Derivation::row) of its table; minutes have blanks |
/// | a programme, a notice of a meeting | `minutes` | minutes with blanks |
///
/// ```
/// use vanban::chain::Derivation;
/// use vanban::kinds::Plan;
/// let programme = Derivation::to("programme").row(1).of(&[Plan::example().into()])?;
/// assert_eq!(programme.kind().name(), "programme");
/// # use vanban::Record;
/// # Ok::<(), vanban::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Derivation {
    to: String,
    row: Option<usize>,
    criteria_set: Option<String>,
    sets: CriteriaSets,
    sentences: Sentences,
}

impl Derivation {
    /// Starts a derivation of a record of this kind, by the name of the kind: `programme`.
    #[must_use]
    pub fn to(kind: impl Into<String>) -> Derivation {
        Derivation {
            to: kind.into(),
            row: None,
            criteria_set: None,
            sets: CriteriaSets::built_in(),
            sentences: Sentences::new(),
        }
    }

    /// Sets the row of a plan's table from which the programme or the minutes are made. Rows count from 1;
    /// the default is the first one.
    #[must_use]
    pub fn row(mut self, row: usize) -> Derivation {
        self.row = Some(row);
        self
    }

    /// Sets the criteria set of an evaluation form, by its id: `an_phu_ward_2025_monthly`. A derivation of
    /// such a form requires it.
    #[must_use]
    pub fn criteria_set(mut self, id: impl Into<String>) -> Derivation {
        self.criteria_set = Some(id.into());
        self
    }

    /// Adds a criteria set of the caller, which [`Derivation::criteria_set`] may name.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every problem of the set.
    pub fn with_criteria(mut self, set: CriteriaSet) -> Result<Derivation> {
        self.sets.insert(set)?;
        Ok(self)
    }

    /// Replaces all criteria sets, for example by those of a [`Renderer`](crate::Renderer::criteria).
    #[must_use]
    pub fn criteria_sets(mut self, sets: CriteriaSets) -> Derivation {
        self.sets = sets;
        self
    }

    /// Sets the sentences (lời văn) of the derived record. By default they are the built-in ones.
    #[must_use]
    pub fn sentences(mut self, sentences: Sentences) -> Derivation {
        self.sentences = sentences;
        self
    }

    /// Derives the record from these records, in any order.
    ///
    /// # Errors
    /// [`Error::Shape`] if no record of the kind follows from them, or if a [row](Derivation::row) is set and
    /// no table of a plan is used. [`Error::Invalid`] if they lack necessary values.
    pub fn of(&self, records: &[AnyRecord]) -> Result<AnyRecord> {
        let named = |error, record: &AnyRecord| record.kind().with_named_fields(error);
        self.derived(records).map_err(|error| with_named_words(records.iter().fold(error, named)))
    }

    fn derived(&self, records: &[AnyRecord]) -> Result<AnyRecord> {
        let kinds: Vec<&str> = records.iter().map(|it| it.kind().name()).collect();
        let fits = |of: &[&str]| of.len() == kinds.len() && of.iter().all(|kind| kinds.contains(kind));
        if !DERIVATIONS.iter().any(|(of, to)| *to == self.to && fits(of)) {
            return Err(self.no_such(&kinds));
        }
        if self.row.is_some() && kinds != ["plan"] {
            let kind = kinds.join(" + ");
            return Err(Error::unfit(
                "chain.no_rows",
                "row",
                format!("chỉ bảng của kế hoạch có dòng để chọn; bản ghi này là “{kind}”"),
            ));
        }
        // What is nested too deeply is refused before anything is taken out of it.
        records.iter().try_for_each(|record| record.fields().map(drop))?;
        let sentences = &self.sentences;
        if let Some(minutes) = one::<Minutes>(records) {
            return match self.to.as_str() {
                "notice" => Ok(notice(minutes, sentences)?.into_record().into()),
                "evaluation_form" => Ok(self.form(minutes)?.into()),
                _ => Ok(self.resolution(minutes, one(records), one(records))?.into_record().into()),
            };
        }
        if let Some(resolution) = one::<Resolution>(records) {
            return self.of_resolution(resolution, one(records));
        }
        let row = self.row.unwrap_or(1);
        match (one::<Plan>(records), one::<Programme>(records), one::<Notice>(records)) {
            (Some(plan), ..) if self.to == "programme" => {
                Ok(session::programme(plan, row, sentences)?.into_record().into())
            }
            (Some(plan), ..) => Ok(session::of_plan(plan, row, sentences)?.into()),
            (_, Some(programme), _) => Ok(blank_minutes::of_programme(programme, sentences)?.into()),
            (.., Some(notice)) => Ok(blank_minutes::of_notice(notice, sentences)?.into()),
            _ => Err(self.no_such(&kinds)),
        }
    }

    fn resolution(
        &self,
        minutes: &Minutes,
        last: Option<&Resolution>,
        form: Option<&EvaluationForm>,
    ) -> Result<Draft> {
        let Some(last) = last else { return of_minutes(minutes, &self.sentences) };
        if minutes.variant != MinutesVariant::Regular {
            return Err(refused::<Minutes>(
                "chain.not_monthly",
                "variant",
                "quy ước",
                "chỉ biên bản kỳ sinh hoạt thường kỳ cùng nghị quyết tháng trước lập được nghị quyết tháng",
            ));
        }
        let mut resolution = monthly::resolution(minutes, Some(last), &self.sentences)?;
        if let Some(form) = form {
            let mut problems = crate::error::Problems::default();
            let set = self.sets.of(&form.criteria_set, &mut problems);
            resolution.self_evaluation = set.and_then(|set| form.self_evaluation(set));
            let problems = problems.into_vec();
            if !problems.is_empty() {
                return Err(stopped::<EvaluationForm>(problems));
            }
        }
        Ok(Draft::first(resolution))
    }

    fn of_resolution(&self, resolution: &Resolution, comments: Option<&Comments>) -> Result<AnyRecord> {
        let sentences = &self.sentences;
        if let Some(comments) = comments {
            let draft = Draft::from_record(resolution.clone())?;
            return Ok(draft.answered(comments.clone()).next()?.into_record().into());
        }
        match self.to.as_str() {
            "comments" => Ok(table(&Draft::from_record(resolution.clone())?, sentences)?.into()),
            "resolution" => Ok(Draft::first(monthly::following(resolution, sentences)?).into_record().into()),
            _ => {
                let issued = Issued::from_record(resolution.clone())?;
                let Some(month) = carried_out_in(resolution) else {
                    return Err(refused::<Resolution>(
                        "chain.month_unknown",
                        Path::at("date").field("month"),
                        "quy ước",
                        "nghị quyết để tháng ghi bằng bút; chưa biết tháng sau là tháng nào để lập kế hoạch",
                    ));
                };
                Ok(plan(&issued, month.month, month.year, sentences)?.into_record().into())
            }
        }
    }

    fn form(&self, minutes: &Minutes) -> Result<EvaluationForm> {
        let known = || self.sets.ids().collect::<Vec<_>>().join(", ");
        match &self.criteria_set {
            Some(id) if self.sets.get(id).is_some() => evaluation_form(minutes, id),
            Some(id) => Err(Error::unfit_at_its_field(
                "chain.no_such_criteria_set",
                "criteria_set",
                format!("không có bộ tiêu chí “{id}”; hiện có: {}", known()),
                "không có bộ tiêu chí này; hãy chọn bộ khác",
            )),
            None => Err(Error::unfit_at_its_field(
                "chain.no_criteria_set",
                "criteria_set",
                format!("chưa chọn bộ tiêu chí để chấm điểm; hiện có: {}", known()),
                "chưa chọn bộ tiêu chí để chấm điểm",
            )),
        }
    }

    fn no_such(&self, kinds: &[&str]) -> Error {
        let from = kinds.join(" + ");
        // What they lead to, alone or with others beside them.
        let ways = DERIVATIONS.iter().filter(|(of, _)| kinds.iter().all(|kind| of.contains(kind)));
        let known: Vec<String> = ways
            .map(|(of, to)| {
                let others: Vec<&str> = of.iter().filter(|kind| !kinds.contains(kind)).copied().collect();
                if others.is_empty() {
                    (*to).to_owned()
                } else {
                    format!("{to} (cùng {})", others.join(", "))
                }
            })
            .collect();
        let known = if known.is_empty() { "không có gì".to_owned() } else { known.join(", ") };
        let to = &self.to;
        let sentence = format!("từ “{from}” không lập được “{to}”; lập được: {known}");
        let in_form = "từ văn bản này không lập được loại văn bản đã chọn";
        Error::unfit_at_its_field("chain.no_such_paper", "kind", sentence, in_form)
    }
}

/// The record of that kind among them.
fn one<R: crate::kinds::TypedRecord>(records: &[AnyRecord]) -> Option<&R> {
    records.iter().find_map(AnyRecord::downcast_ref)
}
