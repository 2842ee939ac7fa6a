//! Items add up to their group, groups to the whole, in every kind of session.

use super::CLAUSE;
use crate::error::Problems;
use crate::path::Path;
use crate::scoring::{CriteriaSet, Decimal};

pub(super) fn check(set: &CriteriaSet, problems: &mut Problems) {
    for (index, group) in set.groups.iter().enumerate().filter(|(_, group)| !group.criteria.is_empty()) {
        // One sentence a group is enough: the sessions' sums differ in a row or two.
        let wrong = set.sessions.iter().find_map(|&kind| {
            let sum: Decimal = group.criteria.iter().map(|item| item.max_in(kind)).sum();
            (sum != group.max).then_some((kind, sum))
        });
        if let Some((kind, sum)) = wrong {
            problems.error(
                "criteria.group_sum",
                Path::at("groups").index(index).field("max"),
                CLAUSE,
                format!(
                    "nhóm {} ghi tối đa {} điểm, mà các tiêu chí của nhóm cộng lại là {sum} điểm khi sinh hoạt {}",
                    group.id,
                    group.max,
                    kind.words()
                ),
            );
        }
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
