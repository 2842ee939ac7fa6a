//! Rules for the rows of a list: of themselves, and in the light of the criteria set.

use chrono::{Datelike, NaiveDate};

use super::forms::same;
use super::period::Span;
use super::{EvaluationSummary, SummaryRow, SummarySession};
use crate::error::Problems;
use crate::path::Path;
use crate::scoring::{CriteriaSet, Decimal, check_rules};
use crate::text::short_date;

/// No clause rules a list; no office would accept otherwise.
const CLAUSE: &str = "quy ước";

pub(super) fn check(summary: &EvaluationSummary, problems: &mut Problems) {
    if !summary.period.check(problems) {
        return;
    }
    if summary.rows.is_empty() {
        problems.error("rows.missing", "rows", CLAUSE, "danh sách chưa có chi bộ nào");
    }
    for (index, row) in summary.rows.iter().enumerate() {
        let at = Path::at("rows").index(index);
        if let Some(first) = summary.rows[..index].iter().position(|other| same(&other.branch, &row.branch)) {
            problems.error(
                "rows.twice",
                at.field("branch"),
                CLAUSE,
                format!("{} đã có ở dòng {}", row.branch, first + 1),
            );
        }
        sessions(summary, row, &at, problems);
    }
}

fn sessions(summary: &EvaluationSummary, row: &SummaryRow, at: &Path, problems: &mut Problems) {
    let (branch, period) = (&row.branch, summary.period);
    for (index, session) in row.sessions.iter().enumerate() {
        let at = at.field("sessions").index(index);
        if !period.months().contains(&session.month) {
            problems.error(
                "sessions.other_period",
                at.field("month"),
                CLAUSE,
                format!("kỳ sinh hoạt tháng {} của {branch} không thuộc {}", session.month, period.words()),
            );
        } else if row.sessions[..index].iter().any(|other| other.month == session.month) {
            problems.error(
                "sessions.twice",
                at.field("month"),
                CLAUSE,
                format!("{branch} đã có kết quả tháng {} ở trước", session.month),
            );
        }
        figures(summary, session, &at, problems);
    }
    let held = |month: &u32| row.sessions.iter().any(|session| session.month == *month);
    let missing: Vec<String> =
        period.months().filter(|month| !held(month)).map(|month| month.to_string()).collect();
    if row.sessions.is_empty() {
        problems.error(
            "sessions.missing",
            at.field("sessions"),
            CLAUSE,
            format!("{branch} chưa có kết quả nào trong {}", period.words()),
        );
    } else if !missing.is_empty() {
        problems.warning(
            "sessions.some_missing",
            at.field("sessions"),
            CLAUSE,
            format!("{branch} không có kết quả tháng {}; chỉ tính các kỳ đã có", missing.join(", ")),
        );
    }
}

fn figures(summary: &EvaluationSummary, session: &SummarySession, at: &Path, problems: &mut Problems) {
    if session.score.is_none() {
        problems.error(
            "sessions.score_missing",
            at.field("score"),
            CLAUSE,
            format!("kỳ sinh hoạt tháng {} chưa có tổng điểm", session.month),
        );
    }
    if let (Some(present), Some(members)) = (session.present, session.members)
        && present > members
    {
        problems.error(
            "sessions.present_above_members",
            at.field("present"),
            CLAUSE,
            format!("có mặt {present} đồng chí, nhiều hơn {members} đảng viên của chi bộ"),
        );
    }
    let Some(held) = session.held else { return };
    let path = at.field("held");
    let Some(day) = held.calendar() else {
        problems.error("held.not_a_date", path, CLAUSE, format!("ngày {held} không có trong lịch"));
        return;
    };
    let printed = |date: NaiveDate| short_date(date.day(), date.month(), date.year());
    if let Some(date) = summary.date.calendar().filter(|date| *date < day) {
        let sentence = format!("danh sách đề ngày {}, trước buổi sinh hoạt ngày {held}", printed(date));
        problems.error("date.before_session", path, CLAUSE, sentence);
    } else if (day.month(), day.year()) != (session.month, summary.period.year) {
        let sentence = format!(
            "buổi sinh hoạt ngày {held} không thuộc tháng {} năm {}",
            session.month, summary.period.year
        );
        problems.warning("held.other_month", path, CLAUSE, sentence);
    }
}

pub(super) fn check_scores(summary: &EvaluationSummary, set: &CriteriaSet, problems: &mut Problems) {
    check_rules(set, &summary.year_rules, problems);
    for (index, row) in summary.rows.iter().enumerate() {
        for (session, found) in row.sessions.iter().enumerate() {
            let Some(total) = found.score else { continue };
            let path = Path::at("rows").index(index).field("sessions").index(session).field("score");
            if total < Decimal::ZERO || !total.is_half_step() {
                let sentence = format!("tổng điểm {total}; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên");
                problems.error("sessions.score", path, CLAUSE, sentence);
            } else if total > set.max {
                problems.error(
                    "sessions.above_max",
                    path,
                    CLAUSE,
                    format!("tổng điểm {total}, quá điểm tối đa {} của bộ tiêu chí “{}”", set.max, set.id),
                );
            }
        }
        rating(summary, set, row, Path::at("rows").index(index).field("rating"), problems);
    }
}

fn rating(
    summary: &EvaluationSummary,
    set: &CriteriaSet,
    row: &SummaryRow,
    path: Path,
    problems: &mut Problems,
) {
    let follows = summary.follows(set, row);
    match (&row.rating, follows) {
        (Some(given), _) if set.rating_named(given.as_str()).is_none() => {
            let names: Vec<&str> = set.ratings.iter().map(|rating| rating.name.as_str()).collect();
            problems.error(
                "rows.unknown_rating",
                path,
                CLAUSE,
                format!("không có mức xếp loại “{given}”; bộ tiêu chí có các mức {}", names.join(", ")),
            );
        }
        (Some(given), Some(follows)) if *given != follows.name => problems.warning(
            "rows.other_rating",
            path,
            CLAUSE,
            format!("{} xếp loại {given}, mà theo kết quả là {}", row.branch, follows.name),
        ),
        (None, None) if !row.sessions.is_empty() && summary.period.span() == Span::Year => {
            problems.warning(
                "rows.no_rule",
                path,
                CLAUSE,
                format!(
                    "kết quả của {} không khớp quy tắc xếp loại năm nào đã biết; để trống mức xếp loại",
                    row.branch
                ),
            );
        }
        _ => {}
    }
}
