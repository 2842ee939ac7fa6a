//! Rules for attendance: the figures add up, with each other and with the names. Nobody comes who is not a member;
//! what else does not add up is told, and printed as it is.

use super::meeting::{name, person};
use crate::error::Problems;
use crate::parts::{Absentee, Attendance, Given};
use crate::path::Path;

const CONVENTION: &str = "quy ước";

/// Thành phần.
pub(crate) fn check(path: &Path, attendance: &Attendance, problems: &mut Problems) {
    if let (Some(present), Some(total)) = (value(attendance.present), value(attendance.total))
        && present > total
    {
        problems.error(
            "attendance.present_above_total",
            path.field("present"),
            CONVENTION,
            format!("có mặt {present} đồng chí, nhiều hơn tổng số {total} đồng chí"),
        );
    } else {
        summoned(path, attendance, problems);
        came(path, attendance, problems);
    }
    parts(path, attendance, problems);
    names(path, attendance, problems);
    for (list, people) in [("delegates", &attendance.delegates), ("guests", &attendance.guests)] {
        for (index, guest) in people.iter().enumerate() {
            person(&path.field(list).index(index), guest, problems);
        }
    }
}

fn value(given: Given) -> Option<u64> {
    given.value().map(u64::from)
}

/// How many members need not come: the exempt and those elsewhere.
fn excepted(attendance: &Attendance) -> Option<u64> {
    let part = |given: Option<Given>| given.map_or(Some(0), value);
    Some(part(attendance.exempt)? + part(attendance.elsewhere)?)
}

/// Summoned are all but those who need not come; of these some may have come.
fn summoned(path: &Path, attendance: &Attendance, problems: &mut Problems) {
    let (Some(total), Some(summoned), Some(excepted)) =
        (value(attendance.total), value(attendance.summoned), excepted(attendance))
    else {
        return;
    };
    let sentence = if summoned > total {
        format!("triệu tập {summoned} đồng chí, nhiều hơn tổng số {total} đồng chí")
    } else if summoned + excepted < total {
        let part = |given: Option<Given>| given.and_then(value).unwrap_or_default();
        format!(
            "triệu tập {summoned}, được miễn {}, ở nơi khác {}: cộng lại là {}, mà tổng số là {total} đồng chí",
            part(attendance.exempt),
            part(attendance.elsewhere),
            summoned + excepted
        )
    } else {
        return;
    };
    problems.warning("attendance.summoned_sum", path.field("summoned"), CONVENTION, sentence);
}

/// Those who came and those who did not are the summoned; one who need not come counts where he came.
fn came(path: &Path, attendance: &Attendance, problems: &mut Problems) {
    let (Some(summoned), Some(present), Some(excepted)) =
        (value(attendance.summoned), value(attendance.present), excepted(attendance))
    else {
        return;
    };
    if present > summoned + excepted {
        problems.warning(
            "attendance.present_above_summoned",
            path.field("present"),
            CONVENTION,
            format!("có mặt {present} đồng chí, nhiều hơn {summoned} đồng chí được triệu tập"),
        );
    } else if let Some(absent) = value(attendance.absent)
        && !(summoned..=summoned + excepted).contains(&(present + absent))
    {
        problems.warning(
            "attendance.sum",
            path.field("absent"),
            CONVENTION,
            format!(
                "có mặt {present}, vắng mặt {absent}: cộng lại là {}, mà triệu tập {summoned} đồng chí",
                present + absent
            ),
        );
    }
}

/// A whole and its two parts, where all are given.
struct Sum {
    code: &'static str,
    field: &'static str,
    /// The parts with their words.
    parts: [(&'static str, Option<u64>); 2],
    /// The whole with its words.
    whole: (&'static str, Option<u64>),
}

/// Official and probationary members, with a reason and without one.
fn parts(path: &Path, attendance: &Attendance, problems: &mut Problems) {
    let official = |official: Option<Given>, probationary: Option<Given>| {
        // A meeting that does not tell them apart has no sum.
        let probationary = probationary.map_or(Some(0), value);
        [("chính thức", official.and_then(value)), ("dự bị", probationary)]
    };
    let split = |split: Option<crate::parts::Split>| {
        official(split.map(|it| it.official), split.map(|it| it.probationary))
    };
    for sum in [
        Sum {
            code: "attendance.total_sum",
            field: "total",
            parts: official(attendance.official, attendance.probationary),
            whole: ("tổng số là", value(attendance.total)),
        },
        Sum {
            code: "attendance.absent_sum",
            field: "absent",
            parts: [("có lý do", value(attendance.excused)), ("không lý do", value(attendance.unexcused))],
            whole: ("vắng mặt", value(attendance.absent)),
        },
        Sum {
            code: "attendance.split_sum",
            field: "present_as",
            parts: split(attendance.present_as),
            whole: ("có mặt", value(attendance.present)),
        },
        Sum {
            code: "attendance.split_sum",
            field: "absent_as",
            parts: split(attendance.absent_as),
            whole: ("vắng mặt", value(attendance.absent)),
        },
    ] {
        let ([(one, Some(first)), (other, Some(second))], (words, Some(whole))) = (sum.parts, sum.whole)
        else {
            continue;
        };
        if first + second != whole {
            problems.warning(
                sum.code,
                path.field(sum.field),
                CONVENTION,
                format!(
                    "{one} {first}, {other} {second}: cộng lại là {}, mà {words} {whole} đồng chí",
                    first + second
                ),
            );
        }
    }
}

/// The absent may be counted alone; where they are named, all are, each once.
fn names(path: &Path, attendance: &Attendance, problems: &mut Problems) {
    let list = &attendance.absentees;
    let listed = list.len() as u64;
    let without_reason = list.iter().filter(|absentee| absentee.reason.is_none()).count() as u64;
    match (value(attendance.absent), value(attendance.unexcused)) {
        _ if list.is_empty() => {}
        (Some(absent), _) if listed != absent => problems.warning(
            "attendance.absentees_count",
            path.field("absentees"),
            CONVENTION,
            format!("ghi tên {listed} đồng chí vắng mặt, mà số vắng mặt là {absent} đồng chí"),
        ),
        (Some(_), Some(unexcused)) if unexcused != without_reason => problems.warning(
            "attendance.unexcused_count",
            path.field("unexcused"),
            CONVENTION,
            format!(
                "danh sách có {without_reason} đồng chí vắng mặt không ghi lý do, mà số vắng không lý do là \
                 {unexcused} đồng chí"
            ),
        ),
        _ => {}
    }
    for (index, absentee) in list.iter().enumerate() {
        named(&path.field("absentees").index(index).field("name"), absentee, &list[..index], problems);
    }
}

fn named(path: &Path, absentee: &Absentee, before: &[Absentee], problems: &mut Problems) {
    name(path, &absentee.name, problems);
    if before.iter().any(|other| other.name == absentee.name) {
        problems.error(
            "attendance.absentee_twice",
            path,
            CONVENTION,
            format!("đồng chí {} đã có trong danh sách vắng mặt", absentee.name),
        );
    }
}
