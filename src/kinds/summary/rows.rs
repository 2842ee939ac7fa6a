//! Rules for the rows of a list: of themselves, and in the light of the criteria set.

use chrono::{Datelike, NaiveDate};

use super::forms::same;
use super::period::Span;
use super::{EvaluationSummary, SummaryRow, SummarySession};
use crate::error::Problems;
use crate::path::Path;
use crate::scoring::{CriteriaSet, Decimal, check_rules};
use crate::text::{Text, padded, short_date};

/// No clause rules a list; no office would accept otherwise.
const CLAUSE: &str = "quy ước";

pub(super) fn check(summary: &EvaluationSummary, problems: &mut Problems) {
    if !summary.period.check(problems) {
        return;
    }
    if summary.rows.is_empty() {
        problems.error("rows.missing", "rows", CLAUSE, "danh sách chưa có chi bộ nào");
    }
    let unheld = months_without_sessions(summary, problems);
    for (index, row) in summary.rows.iter().enumerate() {
        let at = Path::at("rows").index(index);
        repeated(summary, index, row, &at, problems);
        sessions(summary, row, &at, &unheld, problems);
    }
}

/// The months of which no chi bộ has a session; they are told once.
fn months_without_sessions(summary: &EvaluationSummary, problems: &mut Problems) -> Vec<u32> {
    let held = |month: &u32| summary.rows.iter().flat_map(|row| &row.sessions).any(|it| it.month == *month);
    let unheld: Vec<u32> = summary.period.months().filter(|month| !held(month)).collect();
    if !unheld.is_empty() && summary.rows.iter().any(|row| !row.sessions.is_empty()) {
        let sentence = format!(
            "không chi bộ nào có kết quả tháng {} năm {}; chỉ tính các tháng đã có",
            listed(&unheld),
            summary.period.year
        );
        problems.warning("sessions.month_missing", "rows", CLAUSE, sentence);
    }
    unheld
}

/// A chi bộ that has a row already: in the list of a month each session of its own day has one.
fn repeated(summary: &EvaluationSummary, index: usize, row: &SummaryRow, at: &Path, problems: &mut Problems) {
    let all = &summary.rows;
    let same_branch = |other: &&SummaryRow| same(&other.branch, &row.branch);
    let Some(first) = all[..index].iter().position(|other| same(&other.branch, &row.branch)) else { return };
    let day = |row: &SummaryRow| match row.sessions.as_slice() {
        [session] => session.held,
        _ => None,
    };
    let other_day = |other: &SummaryRow| day(row).is_some_and(|held| day(other).is_some_and(|it| it != held));
    let Span::Month(month) = summary.period.span() else {
        let sentence = format!("{} đã có ở dòng {}", row.branch, first + 1);
        problems.error("rows.twice", at.field("branch"), CLAUSE, sentence);
        return;
    };
    if !all[..index].iter().filter(same_branch).all(other_day) {
        let sentence = format!("{} đã có ở dòng {}", row.branch, first + 1);
        problems.error("rows.twice", at.field("branch"), CLAUSE, sentence);
    } else if !all[index + 1..].iter().any(|later| same(&later.branch, &row.branch)) {
        let count = all.iter().filter(same_branch).count();
        two_sessions(&row.branch, count, month, at.field("branch"), problems);
    }
}

/// Tells that a chi bộ met more than once in a month.
fn two_sessions(branch: &Text, count: usize, month: u32, path: Path, problems: &mut Problems) {
    let count = padded(u64::try_from(count).unwrap_or(u64::MAX));
    let sentence = format!("{branch} có {count} kỳ sinh hoạt trong tháng {month}");
    problems.warning("sessions.several", path, CLAUSE, sentence);
}

fn sessions(
    summary: &EvaluationSummary,
    row: &SummaryRow,
    at: &Path,
    unheld: &[u32],
    problems: &mut Problems,
) {
    let (branch, period) = (&row.branch, summary.period);
    let in_rows = matches!(period.span(), Span::Month(_));
    for (index, session) in row.sessions.iter().enumerate() {
        let at = at.field("sessions").index(index);
        let of_month = |other: &&SummarySession| other.month == session.month;
        let mut before = row.sessions[..index].iter().filter(of_month).peekable();
        if !period.months().contains(&session.month) {
            problems.error(
                "sessions.other_period",
                at.field("month"),
                CLAUSE,
                format!("kỳ sinh hoạt tháng {} của {branch} không thuộc {}", session.month, period.words()),
            );
        } else if before.peek().is_some() {
            let other_day = |other: &SummarySession| {
                session.held.is_some_and(|held| other.held.is_some_and(|it| it != held))
            };
            if in_rows || !before.all(other_day) {
                let sentence = format!("{branch} đã có kết quả tháng {} ở trước", session.month);
                problems.error("sessions.twice", at.field("month"), CLAUSE, sentence);
            } else if !row.sessions[index + 1..].iter().any(|later| later.month == session.month) {
                let count = row.sessions.iter().filter(of_month).count();
                two_sessions(branch, count, session.month, at.field("month"), problems);
            }
        }
        figures(summary, session, &at, problems);
    }
    let held = |month: &u32| row.sessions.iter().any(|session| session.month == *month);
    let missing: Vec<u32> = period.months().filter(|month| !held(month) && !unheld.contains(month)).collect();
    if row.sessions.is_empty() {
        let sentence = format!("{branch} chưa có kết quả nào trong {}", period.words());
        // Where the notes say why, the list goes out as it is.
        let note = if row.note.is_none() { Problems::error } else { Problems::warning };
        note(problems, "sessions.missing", at.field("sessions"), CLAUSE, sentence);
    } else if !missing.is_empty() {
        problems.warning(
            "sessions.some_missing",
            at.field("sessions"),
            CLAUSE,
            format!("{branch} không có kết quả tháng {}; chỉ tính các kỳ đã có", listed(&missing)),
        );
    }
}

fn listed(months: &[u32]) -> String {
    months.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
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
    if let (Some(summoned), Some(members)) = (session.summoned, session.members)
        && summoned > members
    {
        let sentence = format!("triệu tập {summoned} đồng chí, nhiều hơn {members} đảng viên của chi bộ");
        problems.error("sessions.summoned", at.field("summoned"), CLAUSE, sentence);
    } else if let (Some(summoned), Some(present)) = (session.summoned, session.present)
        && present > summoned
    {
        let sentence = format!("có mặt {present} đồng chí, nhiều hơn {summoned} đồng chí được triệu tập");
        problems.error("sessions.summoned", at.field("summoned"), CLAUSE, sentence);
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
    let no_rules = set.year_rules.is_empty() && summary.year_rules.is_empty();
    let unrated = |row: &SummaryRow| row.rating.is_none() && !row.sessions.is_empty();
    if no_rules && summary.period.span() == Span::Year && summary.rows.iter().any(unrated) {
        let sentence =
            format!("bộ tiêu chí “{}” không có quy tắc xếp loại năm; để trống cột xếp loại năm", set.id);
        problems.warning("year_rules.missing", "year_rules", CLAUSE, sentence);
        problems.at_its_field("bộ tiêu chí không có quy tắc xếp loại năm; để trống cột xếp loại năm");
    }
    for (index, row) in summary.rows.iter().enumerate() {
        for (session, found) in row.sessions.iter().enumerate() {
            let Some(total) = found.score else { continue };
            let path = Path::at("rows").index(index).field("sessions").index(session).field("score");
            if total < Decimal::ZERO || !total.is_half_step() {
                let sentence = format!("tổng điểm {total}; điểm là số nguyên hoặc nửa điểm, từ 0 trở lên");
                problems.error("sessions.score", path, CLAUSE, sentence);
            } else if total > set.max {
                let sentence = format!("tổng điểm {total}, quá điểm tối đa {} của bộ tiêu chí", set.max);
                problems.error("sessions.above_max", path, CLAUSE, format!("{sentence} “{}”", set.id));
                problems.at_its_field(sentence);
            }
        }
        rating(summary, set, row, Path::at("rows").index(index).field("rating"), no_rules, problems);
    }
}

fn rating(
    summary: &EvaluationSummary,
    set: &CriteriaSet,
    row: &SummaryRow,
    path: Path,
    no_rules: bool,
    problems: &mut Problems,
) {
    let follows = summary.follows(set, row);
    match (&row.rating, follows) {
        (Some(given), _) if set.rating_named(given.as_str()).is_none() => {
            let names: Vec<&str> = set.ratings.iter().map(|rating| rating.name.as_str()).collect();
            let known = match names.as_slice() {
                [] => "bộ tiêu chí không xếp loại; hãy bỏ mức này".to_owned(),
                names => format!("bộ tiêu chí có các mức {}", names.join(", ")),
            };
            let sentence = format!("không có mức xếp loại “{given}”; {known}");
            problems.error("rows.unknown_rating", path, CLAUSE, sentence);
        }
        (Some(given), Some(follows)) if *given != follows.name => problems.warning(
            "rows.other_rating",
            path,
            CLAUSE,
            format!("{} xếp loại {given}, mà theo kết quả là {}", row.branch, follows.name),
        ),
        (None, None) if !no_rules && !row.sessions.is_empty() && summary.period.span() == Span::Year => {
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
