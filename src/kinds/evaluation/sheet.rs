//! The table of a form's points, for whoever fills it in.

use super::scores::{self, Column};
use super::{EvaluationForm, Scorer};
use crate::error::Problems;
use crate::path::Path;
use crate::scoring::{CriteriaSet, CriteriaSets, ScoreSheet};
use crate::text::capitalised;

/// None where the set is not known, is none for such a session, or has no lines.
pub(super) fn score_sheet(form: &EvaluationForm, criteria: &CriteriaSets) -> Option<ScoreSheet> {
    // What is wrong with the set is told where the record is checked.
    let set = scores::set(form, criteria, &mut Problems::default())?;
    let rows = set.score_rows(&form.session);
    let columns = Column::of(form.scorer).into_iter().map(Column::field).chain(["note"]);
    (!rows.is_empty()).then(|| ScoreSheet {
        place: Path::at("rows"),
        key: "criterion".to_owned(),
        columns: columns.map(str::to_owned).collect(),
        rows,
        standing: standing(form, set),
    })
}

/// What the points come to; whose they are, where both score.
fn standing(form: &EvaluationForm, set: &CriteriaSet) -> Option<String> {
    let columns = Column::of(form.scorer).into_iter();
    let said = columns.filter_map(|column| {
        let words = scores::standing(form, set, column)?.words();
        Some(if form.scorer == Scorer::Both { format!("{}: {words}", column.scored_by()) } else { words })
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| capitalised(&said.join("; ")))
}
