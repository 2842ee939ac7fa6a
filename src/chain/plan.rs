//! What a month's plan takes over from the resolution that it carries out.

use super::draft::Draft;
use super::issue::Issued;
use super::month::Month;
use super::refused;
use super::sections::{guidance, organisation, points, titled};
use super::sentences::{Facts, Sentences};
use super::tasks::tasks;
use crate::error::Result;
use crate::kinds::{Plan, Resolution, TypedRecord};
use crate::parts::{Basis, Citation, Outline, Paper, PaperDate, Person, Schedule, ScheduleRows, Task, When};
use crate::path::Path;
use crate::text::{Text, after, document_number};

impl Issued<Resolution> {
    /// Makes the plan of a month that carries out the resolution: each task and each solution of the resolution
    /// is a row of its table. Lead and day of a row come from the resolution, if it says them. Otherwise the
    /// lead is to be filled in by hand, and the task is due in that month.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if there is no such month, or if no heading of the resolution
    /// is about tasks or solutions (`nhiệm vụ`, `giải pháp`).
    pub fn plan(&self, month: u32, year: i32) -> Result<Draft<Plan>> {
        plan(self, month, year, &Sentences::new())
    }
}

pub(super) fn plan(issued: &Issued, month: u32, year: i32, sentences: &Sentences) -> Result<Draft<Plan>> {
    let resolution = issued.record();
    if !(1..=12).contains(&month) {
        return Err(refused::<Resolution>(
            "chain.no_month",
            Path::at("date").field("month"),
            "quy ước",
            &format!("không có tháng {month}"),
        ));
    }
    let tasks = tasks(&resolution.outline.sections);
    if tasks.is_empty() {
        return Err(refused::<Resolution>(
            "chain.no_tasks",
            "sections",
            "quy ước",
            "nghị quyết chưa có mục nào nêu nhiệm vụ, giải pháp để lập kế hoạch",
        ));
    }
    let known = Facts {
        name: resolution.paper.issuer.name.clone(),
        subject: Some(resolution.paper.subject.clone()),
        month: Some(Month { month, year }.whole()),
        ..Facts::default()
    };
    let worded = sentences.of("plan", &known, resolution)?;
    let deadline = worded.one("deadline")?;
    let rows = tasks.into_iter().map(|task| match task.given {
        Some(given) => Task { content: task.content, ..given },
        None => Task::new(task.content, Person::by_hand(), When::Text(deadline.clone())),
    });
    let date = PaperDate::year(year);
    let paper = Paper {
        profile: guidance(resolution.paper.profile, date),
        author_line: resolution.paper.author_line.clone(),
        recipients: resolution.paper.recipients.clone(),
        ..Paper::new(
            resolution.paper.issuer.clone(),
            resolution.paper.place.clone(),
            date,
            worded.one("subject")?,
        )
    };
    let outline = Outline::default()
        .basis(cited(resolution, worded.one("cited")?))
        .opening(worded.one("opening")?)
        .section(titled(worded.one("purpose")?, points(worded.texts("purposes"))));
    let schedule = Schedule {
        heading: worded.one("tasks")?,
        paragraphs: Vec::new(),
        rows: ScheduleRows::Tasks(rows.collect()),
        items: Vec::new(),
    };
    let plan = Plan::of(paper, outline).schedule(schedule);
    Ok(Draft::first(plan.organisation([organisation(&worded, Vec::new(), false)?])))
}

impl Draft<Plan> {
    /// Sets the person in charge of each task (chủ trì), in the order of the rows. Rows after the last name
    /// stay unchanged.
    #[must_use]
    pub fn with_chairs<T: Into<Person>>(mut self, chairs: impl IntoIterator<Item = T>) -> Draft<Plan> {
        if let Some(Schedule { rows: ScheduleRows::Tasks(tasks), .. }) = &mut self.record.schedule {
            for (task, chair) in tasks.iter_mut().zip(chairs) {
                task.chair = chair.into();
            }
        }
        self
    }

    /// Replaces the plan's table, and with it the heading of the table's section.
    #[must_use]
    pub fn with_schedule(mut self, schedule: Schedule) -> Draft<Plan> {
        self.record.schedule = Some(schedule);
        self
    }
}

/// The month whose plan carries a resolution out: the one that a monthly resolution names, else the month after the
/// resolution's own.
pub(super) fn carried_out_in(resolution: &Resolution) -> Option<Month> {
    let after_it = || Month::of("", resolution.paper.date).map(Month::next);
    Month::named(resolution.paper.subject.as_str()).or_else(after_it)
}

/// The resolution as căn cứ: with number and date where both are known, else by its name.
fn cited(resolution: &Resolution, name: Text) -> Basis {
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
    document().map_or(Basis::Text(name), Basis::Document)
}
