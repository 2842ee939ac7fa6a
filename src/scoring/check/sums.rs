//! Items add up to their group, groups to the whole, in every kind of session.

use super::CLAUSE;
use crate::error::Problems;
use crate::path::Path;
use crate::scoring::{CriteriaSet, Decimal, SessionVariant};

pub(super) fn check(set: &CriteriaSet, problems: &mut Problems) {
    for (index, group) in set.groups.iter().enumerate().filter(|(_, group)| !group.criteria.is_empty()) {
        let sums: Vec<(SessionVariant, Decimal)> = set
            .sessions
            .iter()
            .map(|&kind| (kind, group.criteria.iter().map(|item| item.max_in(kind)).sum()))
            .collect();
        // One sentence a group is enough: the sessions' sums differ in a row or two.
        let Some((kind, sum)) = sums.iter().find(|(_, sum)| *sum != group.max) else { continue };
        let in_session = match sums.iter().all(|(_, other)| other == sum) {
            true => String::new(),
            false => format!(" khi sinh hoạt {}", kind.words()),
        };
        problems.error(
            "criteria.group_sum",
            Path::at("groups").index(index).field("max"),
            CLAUSE,
            format!(
                "nhóm {} ghi tối đa {} điểm, mà các tiêu chí của nhóm cộng lại là {sum} điểm{in_session}",
                group.id, group.max,
            ),
        );
    }
    let sum: Decimal = set.groups.iter().map(|group| group.max).sum();
    if sum != set.max {
        problems.error(
            "criteria.sum",
            "max",
            CLAUSE,
            format!("bộ tiêu chí ghi tối đa {} điểm, mà các nhóm cộng lại là {sum} điểm", set.max),
        );
    }
}
