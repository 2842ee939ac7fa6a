//! What a month's plan takes over from the resolution that it carries out.

use super::draft::Draft;
use super::issue::Issued;
use super::refused;
use super::sections::{points, titled};
use crate::error::Result;
use crate::kinds::{Plan, Resolution, TypedRecord};
use crate::parts::{
    Basis, Citation, Outline, Paper, PaperDate, Person, Schedule, ScheduleRows, Section, Task, When,
};
use crate::path::Path;
use crate::text::{Text, after, document_number, month, plain_spaces};

/// What the plan asks of itself.
const PURPOSE: [&str; 2] = [
    "Tổ chức thực hiện nhiệm vụ, giải pháp của Nghị quyết; phân công rõ người chủ trì, thời hạn hoàn thành và sản phẩm.",
    "Đảng viên được phân công chủ động thực hiện, bảo đảm chất lượng, đúng thời hạn.",
];

/// How it is carried out.
const CARRYING_OUT: [&str; 2] = [
    "Đồng chí chủ trì phối hợp với các đồng chí liên quan thực hiện nhiệm vụ được phân công; kịp thời báo cáo khó khăn, vướng mắc.",
    "Kết quả thực hiện được báo cáo, đánh giá tại kỳ sinh hoạt chi bộ của tháng sau.",
];

impl Issued<Resolution> {
    /// The plan of a month that carries the resolution out: each task and solution of the
    /// resolution is a row of its table, whose lead is left for the pen and which is due in that month.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where there is no such month, or where no section of the
    /// resolution is headed by tasks or solutions (`nhiệm vụ`, `giải pháp`).
    pub fn plan(&self, month: u32, year: i32) -> Result<Draft<Plan>> {
        let resolution = self.record();
        if !(1..=12).contains(&month) {
            return Err(refused(
                "chain.no_month",
                Path::at("date").field("month"),
                "quy ước",
                &format!("không có tháng {month}"),
            ));
        }
        let tasks = tasks(&resolution.outline.sections);
        if tasks.is_empty() {
            return Err(refused(
                "chain.no_tasks",
                "sections",
                "quy ước",
                "nghị quyết chưa có mục nào nêu nhiệm vụ, giải pháp để lập kế hoạch",
            ));
        }
        let month = format!("tháng {} năm {year}", self::month(month));
        let task = |content| Task {
            content,
            chair: Person::by_hand(),
            partners: None,
            deadline: When::Text(format!("Trong {month}").into()),
            product: None,
        };
        let name = &resolution.paper.issuer.name;
        let paper = Paper {
            profile: resolution.paper.profile,
            author_line: resolution.paper.author_line.clone(),
            recipients: resolution.paper.recipients.clone(),
            ..Paper::new(
                resolution.paper.issuer.clone(),
                resolution.paper.place.clone(),
                PaperDate::year(year),
                format!("công tác {month}"),
            )
        };
        let outline = Outline::default()
            .basis(cited(resolution))
            .opening(format!("{name} xây dựng kế hoạch công tác {month} như sau:"))
            .section(titled("Mục đích, yêu cầu", points(&PURPOSE)));
        let schedule = Schedule {
            heading: "Nhiệm vụ, phân công, thời hạn".into(),
            paragraphs: Vec::new(),
            rows: ScheduleRows::Tasks(tasks.into_iter().map(task).collect()),
            items: Vec::new(),
        };
        let plan = Plan::of(paper, outline).schedule(schedule);
        Ok(Draft::first(plan.organisation([titled("Tổ chức thực hiện", points(&CARRYING_OUT))])))
    }
}

impl Draft<Plan> {
    /// With who leads each task, in the order of the table's rows; the rows after the last name stay as they
    /// are.
    #[must_use]
    pub fn with_leads<T: Into<Person>>(mut self, leads: impl IntoIterator<Item = T>) -> Draft<Plan> {
        if let Some(Schedule { rows: ScheduleRows::Tasks(tasks), .. }) = &mut self.record.schedule {
            for (task, lead) in tasks.iter_mut().zip(leads) {
                task.chair = lead.into();
            }
        }
        self
    }

    /// With another table, its section's heading and all.
    #[must_use]
    pub fn with_schedule(mut self, schedule: Schedule) -> Draft<Plan> {
        self.record.schedule = Some(schedule);
        self
    }
}

/// The month after a resolution's own, where its date tells one.
pub(super) fn next_month(date: PaperDate) -> Option<(u32, i32)> {
    let month = date.month?.value()?;
    Some(if month == 12 { (1, date.year.checked_add(1)?) } else { (month + 1, date.year) })
}

/// What the sections on tasks and solutions hold, one by one. A section that looks back has tasks in its
/// heading, too, and is none of them.
fn tasks(sections: &[Section]) -> Vec<Text> {
    let ahead = sections.iter().filter(|section| {
        let heading =
            section.heading.as_ref().map(|it| plain_spaces(it.as_str()).to_lowercase()).unwrap_or_default();
        let back = ["đánh giá", "kết quả", "kiểm điểm", "tình hình"].iter().any(|it| heading.starts_with(it));
        !back && (heading.contains("nhiệm vụ") || heading.contains("giải pháp"))
    });
    ahead
        .flat_map(|section| {
            let items = section.items.iter().filter_map(|it| it.heading.as_ref().or(it.paragraphs.first()));
            let own = section.paragraphs.iter().filter(|_| section.items.is_empty());
            items.chain(own).map(unmarked)
        })
        .collect()
}

/// Without the mark at its end: a cell has none.
fn unmarked(text: &Text) -> Text {
    text.as_str().trim_end_matches(['.', ';']).into()
}

/// The resolution as căn cứ: with number and date where both are known, else by its name.
fn cited(resolution: &Resolution) -> Basis {
    let about = resolution.paper.subject.as_str();
    let frame = resolution.frame();
    let document = || {
        let date = resolution.paper.date.calendar().and(Some(resolution.paper.date))?;
        let code = resolution.paper.issuer.full_code()?;
        let number = document_number(resolution.paper.number?.value()?.into());
        let symbol = format!("{number}-{}/{code}", frame.type_code);
        let issuer = resolution.paper.issuer.name.clone();
        let citation = Citation::new(frame.type_name.as_ref(), symbol, date, issuer);
        Some(citation.subject(after(about, "về ").unwrap_or(about)))
    };
    document().map_or_else(
        || Basis::Text(format!("Nghị quyết của {} {about}", resolution.paper.issuer.name).into()),
        Basis::Document,
    )
}
