//! What the programme and the minutes of a session take over from the plan that sets it down.

use super::draft::Draft;
use super::refused;
use crate::error::Result;
use crate::kinds::{Minutes, MinutesVariant, Plan, Programme, ProgrammeItem};
use crate::parts::{
    Attendance, BranchSession, Business, CitedDate, ClockTime, Concluded, Given, Issuer, Outline, Paper,
    PaperDate, Person, PlannedSession, ScheduleRows, Section, When, Written,
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
    /// The programme of a thematic session that a plan sets down in a row of its table, counted from 1 as
    /// the paper does. Hour and place are left for the pen.
    ///
    /// ```
    /// use vanban::chain::Draft;
    /// let programme = Draft::programme(&vanban::kinds::Plan::example(), 1)?;
    /// assert_eq!(programme.record().agenda.len(), 6);
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where the plan has no such row, the row no session, or the session no topic.
    pub fn programme(plan: &Plan, row: usize) -> Result<Draft<Programme>> {
        let planned = planned(plan, row)?;
        let date = planned.date.map_or_else(
            || format!("ngày {DOTS} tháng {DOTS} năm {}", plan.paper.date.year),
            |date| long_date(Some(date.day), Some(date.month), date.year),
        );
        let part = |heading: &str, text: Option<String>| Section {
            heading: Some(heading.into()),
            paragraphs: text.into_iter().map(Text::from).collect(),
            ..Section::default()
        };
        let name = &planned.issuer.name;
        let guest = planned.attending.as_ref().map(|it| format!("; {it} dự, chỉ đạo")).unwrap_or_default();
        let sections = vec![
            part("Thời gian, địa điểm", Some(format!("{DOTS} giờ {DOTS}, {date}, tại {DOTS}{DOTS}."))),
            part("Thành phần", Some(format!("Toàn thể đảng viên {name}{guest}."))),
            part("Nội dung", None),
        ];
        let year = planned.date.map_or(plan.paper.date.year, |it| it.year);
        let topic = format!("sinh hoạt chuyên đề “{}”", planned.topic);
        let recipients =
            if planned.issuer == plan.paper.issuer { plan.paper.recipients.clone() } else { Vec::new() };
        let paper = Paper {
            profile: plan.paper.profile,
            recipients,
            ..Paper::new(planned.issuer.clone(), plan.paper.place.clone(), PaperDate::year(year), topic)
        };
        let outline = Outline::default()
            .opening(format!("{name} xây dựng chương trình sinh hoạt chuyên đề như sau:"))
            .sections(sections)
            .first_level(2);
        Ok(Draft::first(Programme::of(paper, outline).agenda(agenda(&planned))))
    }
}

/// The skeleton of the minutes of a thematic session that a plan sets down in a row of its table, counted
/// from 1 as the paper does: what is only known afterwards is left for the pen.
///
/// ```
/// let minutes = vanban::chain::skeleton_minutes(&vanban::kinds::Plan::example(), 1)?;
/// assert_eq!(minutes.chair.as_ref().and_then(|it| it.given_name()).unwrap().as_str(), "Trần Phương Đông");
/// # Ok::<(), vanban::Error>(())
/// ```
///
/// # Errors
/// [`Error::Invalid`](crate::Error::Invalid) where the plan has no such row, the row no session, or the session no topic.
pub fn skeleton_minutes(plan: &Plan, row: usize) -> Result<Minutes> {
    let planned = planned(plan, row)?;
    let given =
        |part: fn(CitedDate) -> u32| Some(planned.date.map_or(Given::ByHand, |it| Given::Value(part(it))));
    let date = PaperDate {
        day: given(|it| it.day),
        month: given(|it| it.month),
        year: planned.date.map_or(plan.paper.date.year, |it| it.year),
    };
    let unknown = ClockTime::by_hand();
    let steps = agenda(&planned);
    let told = steps.iter().map(|step| Business {
        heading: Some(step.content.clone()),
        paragraphs: vec![dotted()],
        ..Business::default()
    });
    let attendance = Attendance {
        delegates: planned.attending.iter().cloned().collect(),
        ..Attendance::by_hand(format!("Toàn thể đảng viên {}", planned.issuer.name))
    };
    let about = format!("sinh hoạt chuyên đề “{}”", planned.topic);
    let chair = planned.chair.clone().filter(|it| it.name.is_some()).unwrap_or_else(Person::by_hand);
    let minutes = Minutes::new(
        MinutesVariant::Thematic,
        planned.issuer.clone(),
        plan.paper.place.clone(),
        date,
        about,
        (unknown, unknown),
        Written::ByHand,
    )
    .number(Given::ByHand)
    .attendance(attendance)
    .chair(chair)
    .secretary(Person::by_hand())
    .agenda(steps.iter().map(|step| step.content.clone()))
    .proceedings(told)
    .conclusions([Concluded { speaker: None, points: vec![dotted()] }])
    .topic(planned.topic);
    Ok(Minutes { profile: plan.paper.profile, ..minutes })
}

fn dotted() -> Text {
    format!("{}.", DOTS.repeat(8)).into()
}

/// The course of a thematic session: aims, presentation, discussion, conclusion (42-HD/BTCTW).
fn agenda(planned: &Planned) -> Vec<ProgrammeItem> {
    let chair = || planned.chair.clone();
    [
        ("Tuyên bố lý do, giới thiệu đại biểu; thông qua chương trình".into(), chair()),
        ("Quán triệt mục đích, yêu cầu của chuyên đề".into(), chair()),
        (format!("Trình bày chuyên đề “{}”", planned.topic), planned.presenter.clone()),
        ("Thảo luận".into(), Some("Toàn thể đảng viên".into())),
        ("Kết luận chuyên đề".into(), chair()),
        ("Thông qua biên bản, bế mạc".into(), Some("Thư ký".into())),
    ]
    .into_iter()
    .map(|(content, person): (String, _)| ProgrammeItem { content: content.into(), person, note: None })
    .collect()
}

fn planned(plan: &Plan, row: usize) -> Result<Planned> {
    let sentence =
        |sentence: &str| refused("chain.no_session", Path::at("schedule").field("rows"), "quy ước", sentence);
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
        refused(
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
