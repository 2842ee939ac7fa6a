//! What the programme and the minutes of a session take over from the plan that sets it down.

use super::blank_minutes::Blank;
use super::draft::Draft;
use super::refused;
use super::sections::guidance;
use super::sentences::{Facts, Sentences, Worded};
use crate::error::Result;
use crate::kinds::{Minutes, MinutesVariant, Plan, Programme, ProgrammeItem};
use crate::parts::{
    AgendaItem, Attendance, BranchSession, CitedDate, Issuer, Outline, Paper, PaperDate, Person,
    PlannedSession, ScheduleRows, Section, When,
};
use crate::path::Path;
use crate::text::{Text, after, long_date};

/// Room for the pen in a text.
const DOTS: &str = "…………";

/// A thematic session as its plan tells it.
struct Planned {
    issuer: Issuer,
    topic: Text,
    date: Option<CitedDate>,
    presenter: Option<Person>,
    chair: Option<Person>,
    /// Who comes from the level above.
    attending: Option<Person>,
}

impl Draft<Programme> {
    /// Makes the programme of a thematic session from a row of a plan's table. Rows count from 1, as in the
    /// document. Hour and place are to be filled in by hand.
    ///
    /// ```
    /// use vanban::chain::Draft;
    /// let programme = Draft::programme(&vanban::kinds::Plan::example(), 1)?;
    /// assert_eq!(programme.record().agenda.len(), 6);
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if the plan has no such row, if the row is not a session, or
    /// if the session has no topic.
    pub fn programme(plan: &Plan, row: usize) -> Result<Draft<Programme>> {
        programme(plan, row, &Sentences::new())
    }
}

pub(super) fn programme(plan: &Plan, row: usize, sentences: &Sentences) -> Result<Draft<Programme>> {
    let planned = planned(plan, row)?;
    let worded = planned.worded(plan, sentences)?;
    let part = |heading: &str, text: Option<&str>| -> Result<Section> {
        let text = text.map(|name| worded.one(name)).transpose()?;
        Ok(Section::new(worded.one(heading)?).paragraphs(text))
    };
    let sections = [part("time", Some("when"))?, part("who", Some("whom"))?, part("content", None)?];
    let date = PaperDate::year(planned.date.map_or(plan.paper.date.year, |it| it.year));
    let recipients =
        if planned.issuer == plan.paper.issuer { plan.paper.recipients.clone() } else { Vec::new() };
    let paper = Paper {
        profile: guidance(plan.paper.profile, date),
        recipients,
        ..Paper::new(planned.issuer.clone(), plan.paper.place.clone(), date, worded.one("subject")?)
    };
    let outline = Outline::default().opening(worded.one("opening")?).sections(sections).first_level(2);
    Ok(Draft::first(Programme::of(paper, outline).agenda(planned.agenda(&worded))))
}

/// Makes prepared minutes of a thematic session from a row of a plan's table. Rows count from 1, as in the
/// document. What is known only afterwards is to be filled in by hand.
///
/// ```
/// let minutes = vanban::chain::skeleton_minutes(&vanban::kinds::Plan::example(), 1)?;
/// assert_eq!(minutes.chair.as_ref().and_then(|it| it.given_name()).unwrap().as_str(), "Trần Phương Đông");
/// # Ok::<(), vanban::Error>(())
/// ```
///
/// # Errors
/// [`Error::Invalid`](crate::Error::Invalid) if the plan has no such row, if the row is not a session, or if the
/// session has no topic.
pub fn skeleton_minutes(plan: &Plan, row: usize) -> Result<Minutes> {
    of_plan(plan, row, &Sentences::new())
}

pub(super) fn of_plan(plan: &Plan, row: usize, sentences: &Sentences) -> Result<Minutes> {
    let planned = planned(plan, row)?;
    let worded = planned.worded(plan, sentences)?;
    let date = planned
        .date
        .map_or(PaperDate::by_hand(plan.paper.date.year), |it| PaperDate::new(it.year, it.month, it.day));
    let attendance = Attendance {
        delegates: planned.attending.iter().cloned().collect(),
        ..Attendance::by_hand(worded.one("participants")?)
    };
    let blank = Blank {
        issuer: planned.issuer.clone(),
        place: plan.paper.place.clone(),
        profile: plan.paper.profile,
        date,
        subject: worded.one("subject")?,
        variant: MinutesVariant::Thematic,
    };
    let steps = planned.agenda(&worded).into_iter().map(|step| AgendaItem::new(step.content)).collect();
    let chair = planned.chair.clone().filter(|it| it.name.is_some()).unwrap_or_else(Person::by_hand);
    Ok(blank.minutes(steps).attendance(attendance).chair(chair).topic(planned.topic))
}

impl Planned {
    fn worded(&self, plan: &Plan, sentences: &Sentences) -> Result<Worded> {
        let day = self.date.map_or_else(
            || format!("ngày {DOTS} tháng {DOTS} năm {}", plan.paper.date.year),
            |date| long_date(Some(date.day), Some(date.month), date.year),
        );
        let known = Facts {
            name: self.issuer.name.clone(),
            topic: Some(self.topic.clone()),
            day: Some(day),
            guest: self.attending.clone(),
            ..Facts::default()
        };
        sentences.of("thematic", &known, plan)
    }

    /// The course of the session, and who does what.
    fn agenda(&self, worded: &Worded) -> Vec<ProgrammeItem> {
        let item = |(content, by): (&Text, Option<&str>)| ProgrammeItem {
            content: content.clone(),
            person: match by {
                Some("chair") => self.chair.clone(),
                Some("presenter") => self.presenter.clone(),
                by => by.map(Person::from),
            },
            note: None,
        };
        worded.all("step").map(item).collect()
    }
}

fn planned(plan: &Plan, row: usize) -> Result<Planned> {
    let sentence = |sentence: &str| {
        refused::<Plan>("chain.no_session", Path::at("schedule").field("rows"), "quy ước", sentence)
    };
    let rows = plan.schedule.as_ref().map(|it| &it.rows);
    let missing = || sentence(&format!("bảng của kế hoạch không có dòng {row}"));
    let index = row.checked_sub(1).ok_or_else(missing)?;
    match rows {
        Some(ScheduleRows::Sessions(rows)) => of_year(plan, rows.get(index).ok_or_else(missing)?, index),
        Some(ScheduleRows::Branches(rows)) => Ok(of_branch(plan, rows.get(index).ok_or_else(missing)?)),
        _ => Err(sentence("kế hoạch không có bảng các kỳ sinh hoạt chuyên đề")),
    }
}

/// A session of the branch that made the plan.
fn of_year(plan: &Plan, row: &PlannedSession, index: usize) -> Result<Planned> {
    let topic = row.topic.clone().ok_or_else(|| {
        refused::<Plan>(
            "chain.no_topic",
            Path::at("schedule").field("rows").field("sessions").index(index).field("topic"),
            "quy ước",
            &format!("dòng {} của kế hoạch chưa ghi nội dung chuyên đề", index + 1),
        )
    })?;
    Ok(Planned {
        issuer: plan.paper.issuer.clone(),
        topic,
        date: row.date,
        presenter: row.presenter.clone(),
        chair: row.chair.clone(),
        attending: None,
    })
}

/// A session of a branch under the committee that made the plan.
fn of_branch(plan: &Plan, row: &BranchSession) -> Planned {
    let committee = plan.paper.issuer.name.as_str();
    let below = ["Đảng uỷ ", "Đảng ủy "].iter().find_map(|it| after(committee, it));
    let superior: Text = below.map_or_else(|| committee.into(), |rest| format!("Đảng bộ {rest}").into());
    Planned {
        issuer: Issuer::new(row.branch.clone()).under(superior),
        topic: row.topic.clone(),
        date: match row.time {
            Some(When::Date(date)) => Some(date),
            _ => None,
        },
        presenter: None,
        chair: None,
        attending: row.attending.clone(),
    }
}
