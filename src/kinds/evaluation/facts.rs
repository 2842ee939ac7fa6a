//! Rules for what a form says of the session itself.

use chrono::{Datelike, NaiveDate};

use super::{EvaluationForm, Scorer};
use crate::error::Problems;
use crate::path::Path;
use crate::scoring::{Session, SessionVariant};
use crate::text::{short_date, upper};

/// What holds of the session's own figures is a convention: no clause says it, and no office would
/// accept otherwise.
const CLAUSE: &str = "quy ước";

pub(super) fn check(form: &EvaluationForm, problems: &mut Problems) {
    who(form, problems);
    days(form, problems);
    members(form, problems);
    let session = &form.session;
    if let (Some(speakers), Some(present)) = (session.speakers, session.present)
        && speakers > present
    {
        problems.error(
            "session.speakers_above_present",
            Path::at("session").field("speakers"),
            CLAUSE,
            format!("phát biểu {speakers} đồng chí, nhiều hơn {present} đồng chí có mặt"),
        );
    }
    if let Some(targets) = session.targets.filter(|targets| targets.done > targets.total) {
        problems.error(
            "session.targets",
            Path::at("session").field("targets").field("done"),
            CLAUSE,
            format!("hoàn thành {} chỉ tiêu, nhiều hơn {} chỉ tiêu đề ra", targets.done, targets.total),
        );
    }
}

fn who(form: &EvaluationForm, problems: &mut Problems) {
    let issuer = upper(form.issuer.name.as_str());
    if form.branch.is_none() && !issuer.starts_with("CHI BỘ") {
        problems.error(
            "branch.missing",
            "branch",
            CLAUSE,
            format!("phiếu do {} lập; chưa ghi chi bộ được đánh giá", form.issuer.name),
        );
    }
    if form.left_signature.is_some() && form.scorer != Scorer::Both {
        problems.error(
            "left_signature.unasked",
            "left_signature",
            CLAUSE,
            "chỉ phiếu có hai cột điểm mới có hai người ký; hãy bỏ chữ ký bên trái",
        );
    }
}

fn days(form: &EvaluationForm, problems: &mut Problems) {
    let period = form.period;
    let month = period.month.value();
    if month.is_some_and(|month| !(1..=12).contains(&month)) || !(1930..=9999).contains(&period.year) {
        problems.error(
            "period.not_a_month",
            "period",
            CLAUSE,
            format!("không có {} trong lịch", period.words()),
        );
    }
    let Some(held) = form.held else { return };
    let printed = |date: NaiveDate| short_date(date.day(), date.month(), date.year());
    let Some(day) = held.calendar() else {
        problems.error("held.not_a_date", "held", CLAUSE, format!("ngày {held} không có trong lịch"));
        return;
    };
    if let Some(date) = form.date.calendar().filter(|date| *date < day) {
        problems.error(
            "date.before_session",
            "date",
            CLAUSE,
            format!("phiếu đề ngày {}, trước buổi sinh hoạt ngày {held}", printed(date)),
        );
    }
    let of_quarter = form.session.variant == SessionVariant::Quarter;
    let same = |month: u32| match of_quarter {
        true => month.div_ceil(3) == day.month().div_ceil(3),
        false => month == day.month(),
    };
    if day.year() != period.year || month.is_some_and(|month| !same(month)) {
        problems.warning(
            "held.other_month",
            "held",
            CLAUSE,
            format!("buổi sinh hoạt ngày {held} không thuộc {}", form.period_words()),
        );
    }
}

fn members(form: &EvaluationForm, problems: &mut Problems) {
    let session = &form.session;
    let Some(members) = session.members else { return };
    let excepted = u64::from(session.exempt) + u64::from(session.special_duty);
    if excepted > u64::from(members) {
        problems.error(
            "session.exempt_above_members",
            Path::at("session").field("exempt"),
            CLAUSE,
            format!(
                "được miễn {} đồng chí và làm nhiệm vụ đặc biệt {} đồng chí, nhiều hơn {members} đảng viên",
                session.exempt, session.special_duty
            ),
        );
    }
    summoned(members, session, problems);
    let Some(present) = session.present else { return };
    if present > members {
        problems.error(
            "session.present_above_members",
            Path::at("session").field("present"),
            CLAUSE,
            format!("có mặt {present} đồng chí, nhiều hơn {members} đảng viên của chi bộ"),
        );
    } else if let Some(unexcused) = session.unexcused.filter(|unexcused| *unexcused > members - present) {
        problems.error(
            "session.unexcused_above_absent",
            Path::at("session").field("unexcused"),
            CLAUSE,
            format!(
                "vắng mặt không có lý do {unexcused} đồng chí, nhiều hơn {} đồng chí vắng mặt",
                members - present
            ),
        );
    }
}

/// Who was summoned: members, and all who came are among them.
fn summoned(members: u32, session: &Session, problems: &mut Problems) {
    let Some(summoned) = session.summoned else { return };
    let present = session.present.filter(|present| *present > summoned);
    let (more, than) = match present {
        _ if summoned > members => {
            (format!("triệu tập {summoned}"), format!("{members} đảng viên của chi bộ"))
        }
        Some(present) => (format!("có mặt {present}"), format!("{summoned} đồng chí được triệu tập")),
        None => return,
    };
    problems.error(
        "session.summoned",
        Path::at("session").field("summoned"),
        CLAUSE,
        format!("{more} đồng chí, nhiều hơn {than}"),
    );
}
