//! The levels of a criterion: the best first, the first gives the most, and each is reached by
//! something.

use super::CLAUSE;
use crate::error::Problems;
use crate::path::Path;
use crate::scoring::{CriteriaSet, Criterion, Measure, Scoring, When};

pub(super) fn check(set: &CriteriaSet, problems: &mut Problems) {
    for (g, group) in set.groups.iter().enumerate() {
        for (i, item) in group.criteria.iter().enumerate() {
            let at = Path::at("groups").index(g).field("criteria").index(i);
            if (item.scoring == Scoring::Levels) == item.levels.is_empty() {
                let sentence =
                    format!("tiêu chí {} chấm theo mức thì phải ghi các mức, và ngược lại", item.id);
                problems.error("criteria.levels", at.field("levels"), CLAUSE, sentence);
                continue;
            }
            measure(item, &at, problems);
            points(item, &at, problems);
            conditions(item, &at, problems);
        }
    }
}

/// A share or a duration is measured in levels; a duration and an absence may be all or nothing too.
fn measure(item: &Criterion, at: &Path, problems: &mut Problems) {
    let Some(measure) = &item.measure else { return };
    let fits = match measure {
        Measure::Duration(_) => item.scoring != Scoring::Free,
        Measure::Attendance { .. } | Measure::Speaking | Measure::Results => item.scoring == Scoring::Levels,
        Measure::LongAbsence => item.scoring == Scoring::AllOrNothing,
        Measure::OnlySecretary => item.scoring != Scoring::Levels,
    };
    if !fits {
        problems.error(
            "criteria.measure",
            at.field("measure"),
            CLAUSE,
            format!(
                "tiêu chí {} không tính được từ số liệu của buổi sinh hoạt theo cách chấm đã ghi",
                item.id
            ),
        );
    }
    if let Measure::Duration(required) = measure
        && !required.iter().any(|it| it.members.is_none() && it.session.is_none() && it.minutes > 0)
    {
        problems.error(
            "criteria.required_minutes",
            at.field("measure"),
            CLAUSE,
            format!("tiêu chí {} chưa ghi thời lượng tối thiểu chung cho mọi buổi sinh hoạt", item.id),
        );
    }
}

fn points(item: &Criterion, at: &Path, problems: &mut Problems) {
    let Some(first) = item.levels.first() else { return };
    if first.score != item.max || !item.max_in.is_empty() {
        problems.error(
            "criteria.level_max",
            at.field("levels").index(0).field("score"),
            CLAUSE,
            format!(
                "mức cao nhất của tiêu chí {} là {} điểm; phải bằng điểm tối đa, {} điểm ở mọi buổi sinh hoạt",
                item.id, first.score, item.max
            ),
        );
    }
    for (index, pair) in item.levels.windows(2).enumerate() {
        if pair[1].score >= pair[0].score {
            problems.error(
                "criteria.level_order",
                at.field("levels").index(index + 1).field("score"),
                CLAUSE,
                format!(
                    "mức “{}” {} điểm phải thấp hơn mức ở trước nó, {} điểm",
                    pair[1].label, pair[1].score, pair[0].score
                ),
            );
        }
    }
}

/// Measured levels have a condition each, harder ones first; the last takes what is left. Others have
/// none.
fn conditions(item: &Criterion, at: &Path, problems: &mut Problems) {
    let measured = item.measure.is_some();
    let last = item.levels.len().saturating_sub(1);
    let mut before: Option<When> = None;
    for (index, level) in item.levels.iter().enumerate() {
        let path = at.field("levels").index(index).field("when");
        if level.when.is_some() != (measured && index < last) {
            problems.error(
                "criteria.level_when",
                path,
                CLAUSE,
                format!(
                    "mức “{}”: mọi mức tính từ số liệu phải ghi khi nào đạt, trừ mức cuối; mức khác thì không ghi",
                    level.label
                ),
            );
            continue;
        }
        let Some(when) = level.when else { continue };
        let known = !matches!(when, When::ShortBy(_)) || matches!(item.measure, Some(Measure::Duration(_)));
        let easier = before.is_none_or(|before| match (before, when) {
            (When::Percent(before), When::Percent(now)) => now < before,
            (When::ShortBy(before), When::ShortBy(now)) => now > before,
            (When::ShortBy(_), When::Percent(_)) => true,
            (When::Percent(_), When::ShortBy(_)) => false,
        });
        if !known || !easier {
            problems.error(
                "criteria.level_never",
                path,
                CLAUSE,
                format!(
                    "mức “{}” không bao giờ đạt được: điều kiện của mức phải dễ hơn mức ở trước nó",
                    level.label
                ),
            );
        }
        before = Some(when);
    }
}
