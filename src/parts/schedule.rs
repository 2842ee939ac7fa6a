//! What a plan sets down row by row: steps, sessions, years, tasks. Each kind of row has its table.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CitedDate, Person, Section};
use crate::error::Problems;
use crate::path::Path;
use crate::text::Text;

/// The section of a plan that has a table of what is done, when and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Its heading: `Nội dung, thời gian, phân công`.
    pub heading: Text,
    /// Paragraphs before the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// The rows of the table, at least one.
    pub rows: ScheduleRows,
    /// The sections inside this section, below the table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Section>,
}

/// The rows of a table, all of one type, which determines the columns. Each variant lists its column headers;
/// STT is the number of the row. A missing value is an empty cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScheduleRows {
    /// The steps of one session: STT, Nội dung, Người thực hiện, Thời gian, Ghi chú. In JSON `{"steps": …}`.
    Steps(Vec<Step>),
    /// The thematic sessions of a year: STT; Nội dung chuyên đề; Thời gian; Người chuẩn bị, trình bày; Chủ
    /// trì; Ghi chú. In JSON `{"sessions": …}`.
    Sessions(Vec<PlannedSession>),
    /// The sessions of the chi bộ (Party cells) under a committee: STT; Chi bộ; Chủ đề sinh hoạt chuyên đề;
    /// Thời gian; Đảng uỷ viên dự, chỉ đạo. In JSON `{"branches": …}`.
    Branches(Vec<BranchSession>),
    /// The years of a term of office: STT, Năm, Nội dung. In JSON `{"years": …}`.
    Years(Vec<TermYear>),
    /// The commitments of one member: STT, Nội dung đăng ký, Biện pháp thực hiện, Thời gian hoàn thành, Kết
    /// quả. In JSON `{"commitments": …}`.
    Commitments(Vec<Commitment>),
    /// Tasks: STT, Nhiệm vụ, Chủ trì, Phối hợp, Thời hạn, Sản phẩm. In JSON `{"tasks": …}`.
    Tasks(Vec<Task>),
}

/// When something is done: a day, or words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// A day. In JSON `{"date": …}`.
    Date(CitedDate),
    /// In words: `thường xuyên`, `tuần 2 tháng 3`. In JSON `{"text": …}`.
    Text(Text),
}

/// A step in the preparation of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Nội dung: what is to be done.
    pub content: Text,
    /// Người thực hiện: the person responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// Thời gian: the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<When>,
    /// Ghi chú: a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Sinh hoạt chuyên đề: a thematic session in the plan of a year. A missing value is an empty cell, to be
/// filled in by hand.
#[doc(alias = "sinh hoạt chuyên đề")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedSession {
    /// Nội dung chuyên đề: the topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Text>,
    /// Quý: the quarter of the year, 1 to 4.
    pub quarter: u32,
    /// The day of the session, within `quarter`. Without it only the quarter is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<CitedDate>,
    /// Người chuẩn bị, trình bày: the person who prepares and presents the topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presenter: Option<Person>,
    /// Chủ trì: the person who chairs the session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Person>,
    /// Ghi chú: a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A thematic session of a chi bộ (Party cell) in the plan of its committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BranchSession {
    /// Chi bộ: the name of the Party cell.
    pub branch: Text,
    /// Chủ đề sinh hoạt chuyên đề: the topic.
    pub topic: Text,
    /// Thời gian: the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<When>,
    /// Đảng uỷ viên dự, chỉ đạo: the committee member who attends and guides the session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attending: Option<Person>,
}

/// A year of a term of office, and the work planned for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TermYear {
    /// Năm: the year.
    pub year: i32,
    /// Nội dung: the work planned for the year, one paragraph each.
    pub paragraphs: Vec<Text>,
}

/// A commitment of a Party member in a personal plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Nội dung đăng ký: the commitment.
    pub content: Text,
    /// Biện pháp thực hiện: how the member keeps the commitment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measures: Option<Text>,
    /// Thời gian hoàn thành: the deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<When>,
    /// Kết quả: the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Text>,
}

/// Nhiệm vụ: a task, with the person in charge and the deadline.
#[doc(alias = "nhiệm vụ")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Nhiệm vụ: what is to be done.
    pub content: Text,
    /// Chủ trì: the person in charge. In the table of a plan, a name to be filled in by hand is left out.
    pub chair: Person,
    /// Phối hợp: the persons or bodies that help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<Text>,
    /// Thời hạn: the deadline.
    pub deadline: When,
    /// Sản phẩm: what the task delivers, such as a report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Text>,
}

impl Task {
    /// A task with the required values: content, person in charge, deadline.
    ///
    /// ```
    /// use vanban::parts::{CitedDate, Task, When};
    /// let task = Task::new("Gieo cấy 45 ha lúa hè thu", "đồng chí Lê Văn Lâm", When::Date(CitedDate::new(2026, 7, 15)));
    /// assert_eq!(task.chair.given_name().unwrap().as_str(), "Lê Văn Lâm");
    /// ```
    #[must_use]
    pub fn new(content: impl Into<Text>, chair: impl Into<Person>, deadline: When) -> Task {
        Task { content: content.into(), chair: chair.into(), partners: None, deadline, product: None }
    }
}

setters!(Task {
    /// Sets `partners`. Phối hợp: the persons or bodies that help.
    partners: some Text = partners;
    /// Sets `product`. Sản phẩm: what the task delivers, such as a report.
    product: some Text = product;
});

impl Schedule {
    /// Everybody in its rows, each with the place.
    pub(crate) fn persons(&self) -> Vec<(Path, &Person)> {
        let mut all = Vec::new();
        let mut row =
            |name, index, field, person| all.push((rows_of(name).index(index).field(field), person));
        match &self.rows {
            ScheduleRows::Steps(rows) => each(rows, |index, it| {
                it.person.iter().for_each(|person| row("steps", index, "person", person));
            }),
            ScheduleRows::Sessions(rows) => each(rows, |index, it| {
                it.presenter.iter().for_each(|person| row("sessions", index, "presenter", person));
                it.chair.iter().for_each(|person| row("sessions", index, "chair", person));
            }),
            ScheduleRows::Branches(rows) => each(rows, |index, it| {
                it.attending.iter().for_each(|person| row("branches", index, "attending", person));
            }),
            ScheduleRows::Tasks(rows) => each(rows, |index, it| row("tasks", index, "chair", &it.chair)),
            ScheduleRows::Years(_) | ScheduleRows::Commitments(_) => {}
        }
        all
    }

    /// Its rows: there are some, their days exist and lie not before the paper's, a year has a session
    /// in each quarter.
    pub(crate) fn check(&self, paper: Option<NaiveDate>, problems: &mut Problems) {
        let dated = |rows: &[Option<&When>], name: &'static str, problems: &mut Problems| {
            for (index, when) in rows.iter().enumerate() {
                if let Some(When::Date(date)) = when {
                    day(*date, paper, &rows_of(name).index(index), problems);
                }
            }
            rows.len()
        };
        let rows = match &self.rows {
            ScheduleRows::Steps(rows) => {
                let times: Vec<_> = rows.iter().map(|row| row.time.as_ref()).collect();
                dated(&times, "steps", problems)
            }
            ScheduleRows::Branches(rows) => {
                let times: Vec<_> = rows.iter().map(|row| row.time.as_ref()).collect();
                dated(&times, "branches", problems)
            }
            ScheduleRows::Commitments(rows) => {
                let times: Vec<_> = rows.iter().map(|row| row.deadline.as_ref()).collect();
                dated(&times, "commitments", problems)
            }
            ScheduleRows::Tasks(rows) => {
                let times: Vec<_> = rows.iter().map(|row| Some(&row.deadline)).collect();
                dated(&times, "tasks", problems)
            }
            ScheduleRows::Years(rows) => rows.len(),
            ScheduleRows::Sessions(rows) => {
                sessions(rows, paper, problems);
                rows.len()
            }
        };
        if rows == 0 {
            problems.error(
                "schedule.empty",
                Path::at("schedule").field("rows"),
                "quy ước",
                "bảng của kế hoạch chưa có dòng nào",
            );
        }
    }
}

/// Each row with its index.
fn each<'a, T>(rows: &'a [T], mut told: impl FnMut(usize, &'a T)) {
    rows.iter().enumerate().for_each(|(index, row)| told(index, row));
}

/// The rows of a table of that name.
fn rows_of(name: &'static str) -> Path {
    Path::at("schedule").field("rows").field(name)
}

/// A day of a row.
fn day(date: CitedDate, paper: Option<NaiveDate>, path: &Path, problems: &mut Problems) {
    match (date.calendar(), paper) {
        (None, _) => {
            problems.error("schedule.not_a_date", path, "quy ước", format!("ngày {date} không có trong lịch"))
        }
        (Some(day), Some(paper)) if day < paper => problems.warning(
            "schedule.before_paper",
            path,
            "quy ước",
            format!("thời gian thực hiện {date} trước ngày của văn bản"),
        ),
        _ => {}
    }
}

/// 42-HD/BTCTW (as 12-HD/BTCTW before it): a thematic session in each quarter at least.
fn sessions(rows: &[PlannedSession], paper: Option<NaiveDate>, problems: &mut Problems) {
    let mut quarters = BTreeSet::new();
    for (index, session) in rows.iter().enumerate() {
        quarters.insert(session.quarter);
        let path = rows_of("sessions").index(index);
        if !(1..=4).contains(&session.quarter) {
            problems.error(
                "schedule.no_quarter",
                path.field("quarter"),
                "quy ước",
                format!("một năm có bốn quý; không có quý {}", session.quarter),
            );
        }
        let Some(date) = session.date else { continue };
        day(date, paper, &path, problems);
        if date.calendar().is_some_and(|day| day.month().div_ceil(3) != session.quarter) {
            problems.error(
                "schedule.other_quarter",
                path.field("date"),
                "quy ước",
                format!("ngày {date} không thuộc quý {}", session.quarter),
            );
        }
    }
    let absent = (1..=4).filter(|quarter| !rows.is_empty() && !quarters.contains(quarter));
    for quarter in absent {
        problems.warning(
            "schedule.quarter_without_session",
            "schedule.rows.sessions",
            "42-HD/BTCTW",
            format!(
                "quý {quarter} chưa có kỳ sinh hoạt chuyên đề; mỗi quý sinh hoạt chuyên đề ít nhất một kỳ"
            ),
        );
    }
}
