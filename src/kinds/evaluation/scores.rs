//! Rules for the scores of a form, in the light of its criteria set.

use std::collections::BTreeSet;

use super::{EvaluationForm, EvaluationRow, Scorer};
use crate::error::Problems;
use crate::path::Path;
use crate::scoring::{CriteriaSet, CriteriaSets, Decimal, Line, Standing};

/// What a set asks of a form is the set's; that a form keeps to it is a convention.
const CLAUSE: &str = "quy ước";

/// The set that the form names, if it is for sessions of this kind.
pub(super) fn set<'s>(
    form: &EvaluationForm,
    criteria: &'s CriteriaSets,
    problems: &mut Problems,
) -> Option<&'s CriteriaSet> {
    let set = criteria.of(&form.criteria_set, problems)?;
    if !set.sessions.contains(&form.session.variant) {
        let kinds: Vec<&str> = set.sessions.iter().map(|kind| kind.words()).collect();
        let rest = format!(
            "không dùng cho sinh hoạt {}; chỉ dùng cho sinh hoạt {}",
            form.session.variant.words(),
            kinds.join(", ")
        );
        problems.error(
            "session.variant_not_in_set",
            Path::at("session").field("variant"),
            CLAUSE,
            format!("bộ tiêu chí “{}” {rest}", set.id),
        );
        problems.at_its_field(format!("bộ tiêu chí đã chọn {rest}"));
        return None;
    }
    Some(set)
}

pub(super) fn check(form: &EvaluationForm, set: &CriteriaSet, problems: &mut Problems) {
    let mut known = BTreeSet::new();
    for (index, row) in form.rows.iter().enumerate() {
        let at = Path::at("rows").index(index);
        let Some(line) = set.line(row.criterion.as_str(), form.session.variant) else {
            problems.error(
                "rows.unknown_criterion",
                at.field("criterion"),
                CLAUSE,
                format!("bộ tiêu chí “{}” không có dòng điểm số “{}”", set.id, row.criterion),
            );
            problems.at_its_field(format!("bộ tiêu chí không có dòng điểm số “{}”", row.criterion));
            continue;
        };
        if !known.insert(line.id) {
            let sentence = format!("tiêu chí {} đã được chấm ở một dòng trước", line.id);
            problems.error("rows.twice", at.field("criterion"), CLAUSE, sentence);
        }
        row_scores(form, row, line, &at, problems);
    }
    for column in Column::of(form.scorer) {
        complete(form, set, column, problems);
    }
}

/// A scorer's column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Own,
    Superior,
}

impl Column {
    /// The columns of a form.
    pub(super) fn of(form: Scorer) -> Vec<Column> {
        match form {
            Scorer::Own => vec![Column::Own],
            Scorer::Superior => vec![Column::Superior],
            Scorer::Both => vec![Column::Own, Column::Superior],
        }
    }

    /// What a row has in it.
    pub(super) fn score(self, row: &EvaluationRow) -> Option<Decimal> {
        match self {
            Column::Own => row.self_score,
            Column::Superior => row.superior_score,
        }
    }

    pub(super) fn field(self) -> &'static str {
        match self {
            Column::Own => "self_score",
            Column::Superior => "superior_score",
        }
    }

    /// Who scores in it, before what the points come to.
    pub(super) fn scored_by(self) -> &'static str {
        match self {
            Column::Own => "chi bộ tự chấm",
            Column::Superior => "cấp trên chấm",
        }
    }

    /// Its scorer, as in a sentence.
    fn scorer(self) -> &'static str {
        match self {
            Column::Own => "chi bộ",
            Column::Superior => "cấp trên",
        }
    }
}

fn row_scores(
    form: &EvaluationForm,
    row: &EvaluationRow,
    line: Line<'_>,
    at: &Path,
    problems: &mut Problems,
) {
    let columns = Column::of(form.scorer);
    let mut deducted = false;
    for column in [Column::Own, Column::Superior] {
        let Some(score) = column.score(row) else { continue };
        let path = at.field(column.field());
        if columns.contains(&column) {
            deducted |= score < line.max;
            one_score(form, score, line, path, problems);
        } else {
            problems.error(
                "rows.other_scorer",
                path,
                CLAUSE,
                format!("phiếu này không có cột điểm của {}; hãy bỏ điểm {score}", column.scorer()),
            );
        }
    }
    if deducted && row.note.is_none() {
        problems.error(
            "rows.note_missing",
            at.field("note"),
            CLAUSE,
            format!("tiêu chí {} không đạt điểm tối đa {}; phải ghi lý do trừ điểm", line.id, line.max),
        );
    }
}

fn one_score(form: &EvaluationForm, score: Decimal, line: Line<'_>, path: Path, problems: &mut Problems) {
    let id = line.id;
    if score < Decimal::ZERO || !score.is_half_step() {
        problems.error(
            "rows.score",
            path,
            CLAUSE,
            format!("tiêu chí {id} chấm {score}; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên"),
        );
    } else if line.max == Decimal::ZERO && score > Decimal::ZERO {
        problems.error(
            "rows.not_counted",
            path,
            CLAUSE,
            format!("tiêu chí {id} không tính điểm khi sinh hoạt {}", form.session.variant.words()),
        );
    } else if score > line.max {
        problems.error(
            "rows.above_max",
            path,
            CLAUSE,
            format!("tiêu chí {id} chấm {score} điểm, quá điểm tối đa là {}", line.max),
        );
    } else if let Some(item) = line.criterion {
        let allowed = line.levels();
        if allowed.is_empty() {
            return;
        }
        let expected = item.points(&form.session);
        if !allowed.contains(&score) {
            let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
            problems.warning(
                "rows.between_levels",
                path,
                CLAUSE,
                format!(
                    "tiêu chí {id} chấm {score} điểm, mà bộ tiêu chí chỉ có các mức {}",
                    allowed.join("; ")
                ),
            );
        } else if let Some(expected) = expected.filter(|expected| *expected != score) {
            problems.warning(
                "rows.not_from_facts",
                path,
                CLAUSE,
                format!(
                    "tiêu chí {id} chấm {score} điểm, mà theo số liệu của buổi sinh hoạt là {expected} điểm"
                ),
            );
        }
    }
}

/// What a column's points come to; none where the form has no such column, or no points in it.
pub(super) fn standing<'s>(
    form: &EvaluationForm,
    set: &'s CriteriaSet,
    column: Column,
) -> Option<Standing<'s>> {
    let rows = form.rows.iter().filter(|_| Column::of(form.scorer).contains(&column));
    set.standing(rows.filter_map(|row| column.score(row)))
}

/// A scorer gives every line a score, or none: what is left out is not a 0.
fn complete(form: &EvaluationForm, set: &CriteriaSet, column: Column, problems: &mut Problems) {
    let scored: BTreeSet<&str> = form
        .rows
        .iter()
        .filter(|row| column.score(row).is_some())
        .map(|row| row.criterion.as_str())
        .collect();
    let lines = set.lines(form.session.variant).filter(|line| line.max > Decimal::ZERO);
    let missing: Vec<&str> = lines.map(|line| line.id).filter(|id| !scored.contains(id)).collect();
    if !scored.is_empty() && !missing.is_empty() {
        problems.error(
            "rows.half_filled",
            "rows",
            CLAUSE,
            format!(
                "{} mới chấm một phần; còn thiếu điểm của tiêu chí {}",
                column.scorer(),
                missing.join(", ")
            ),
        );
    }
}
