//! Nghị quyết tháng: from the minutes of a regular session, from last month's resolution, or from both.

use super::draft::Draft;
use super::from_minutes::{adopted, paper};
use super::month::Month;
use super::refused;
use super::sections::{announces, calls_on, concluded, facts, guidance, held, organisation, titled};
use super::sentences::{Facts, Sentences, Worded};
use super::tasks::tasks;
use crate::error::{Error, Result};
use crate::kinds::{Minutes, Resolution, ResolutionVariant, TypedRecord};
use crate::parts::{Business, Outline, Paper, PaperDate, ReviewedTask, Section, Task, TaskReview};
use crate::path::Path;
use crate::text::{Text, plain_spaces};

impl Draft {
    /// Makes the first draft of a month's resolution. Facts and tasks of the session come from its minutes.
    /// The table of last month's tasks comes from last month's resolution; its columns for state and result
    /// are empty.
    ///
    /// # Errors
    /// [`Error::Invalid`] if no month is known, or if last month's resolution is a draft, is of another body or
    /// not of an earlier month, or has no tasks.
    pub fn monthly(minutes: &Minutes, last: &Resolution) -> Result<Draft> {
        Ok(Draft::first(resolution(minutes, Some(last), &Sentences::new())?))
    }

    /// Makes the first draft of the resolution of the month after `last`, before its session: the table of
    /// the tasks of `last`, and the headings. It contains nothing about the session that adopted `last`.
    ///
    /// # Errors
    /// As [`Draft::monthly`].
    pub fn next_month(last: &Resolution) -> Result<Draft> {
        Ok(Draft::first(following(last, &Sentences::new())?))
    }
}

/// What a regular session resolved.
pub(super) fn resolution(
    minutes: &Minutes,
    last: Option<&Resolution>,
    sentences: &Sentences,
) -> Result<Resolution> {
    let month = Month::of(minutes.subject.as_str(), held(minutes));
    let month = month.ok_or_else(|| {
        unknown::<Minutes>(
            "subject",
            "biên bản chưa ghi tháng của kỳ sinh hoạt: hãy ghi trong trích yếu, ví dụ “tháng 7 năm 2026”",
        )
    })?;
    last.map_or(Ok(()), |last| follows(minutes, month, last))?;
    let review = last.map(|last| review(last, month.year)).transpose()?;
    let before = last.and_then(of_resolution).unwrap_or(month.previous());
    let worded = worded(month, before, minutes.issuer.name.clone(), sentences, minutes)?;
    let said = Said::of(minutes, before, month);
    let mut outline = Outline::default().opening(worded.one("opening")?).sections([
        looking_back(&worded, review, said.back)?,
        ahead(&worded, minutes.proceedings.iter().flat_map(|it| it.tasks.clone()).collect(), said.tasks)?,
        organisation(&worded, said.organisation, false)?,
    ]);
    outline.basis = minutes.basis.clone();
    let mut resolution = Resolution::of(paper(minutes, worded.one("subject")?), outline);
    resolution.variant = last.map(|_| ResolutionVariant::Monthly);
    resolution.session = facts(minutes, minutes.subject.clone());
    adopted(&mut resolution, minutes);
    Ok(resolution)
}

/// The resolution of the month after this one's.
pub(super) fn following(last: &Resolution, sentences: &Sentences) -> Result<Resolution> {
    let this = of_resolution(last).ok_or_else(|| {
        unknown::<Resolution>("subject", "nghị quyết chưa cho biết là của tháng nào; hãy ghi trong trích yếu")
    })?;
    let month = this.next();
    let worded = worded(month, this, last.paper.issuer.name.clone(), sentences, last)?;
    let date = PaperDate::year(month.year);
    let paper = Paper {
        profile: guidance(last.paper.profile, date),
        author_line: last.paper.author_line.clone(),
        recipients: last.paper.recipients.clone(),
        ..Paper::new(last.paper.issuer.clone(), last.paper.place.clone(), date, worded.one("subject")?)
    };
    let outline = Outline::default().opening(worded.one("opening")?).sections([
        looking_back(&worded, Some(review(last, month.year)?), Vec::new())?,
        ahead(&worded, Vec::new(), Vec::new())?,
        organisation(&worded, Vec::new(), false)?,
    ]);
    Ok(Resolution { variant: Some(ResolutionVariant::Monthly), ..Resolution::of(paper, outline) })
}

/// The month that a resolution is for.
pub(super) fn of_resolution(resolution: &Resolution) -> Option<Month> {
    Month::of(resolution.paper.subject.as_str(), resolution.paper.date)
}

fn worded(
    month: Month,
    before: Month,
    name: Text,
    sentences: &Sentences,
    source: &dyn crate::kinds::Record,
) -> Result<Worded> {
    let known = Facts {
        name,
        month: Some(month.whole()),
        short_month: Some(month.short()),
        last_month: Some(before.seen_from(month)),
        next_month: Some(month.next().seen_from(month)),
        ..Facts::default()
    };
    sentences.of("resolution_month", &known, source)
}

/// Whether a session can look back on a resolution: one of its own body, of a month before its own.
fn follows(minutes: &Minutes, month: Month, last: &Resolution) -> Result<()> {
    let (own, other) = (&minutes.issuer.name, &last.paper.issuer.name);
    if plain_spaces(own).to_lowercase() != plain_spaces(other).to_lowercase() {
        let sentence = format!(
            "nghị quyết tháng trước là của {other}, mà biên bản là của {own}; hãy chọn đúng nghị quyết của {own}"
        );
        return Err(refused::<Resolution>(
            "chain.another_body",
            Path::at("issuer").field("name"),
            "quy ước",
            &sentence,
        ));
    }
    match of_resolution(last) {
        Some(before) if before >= month => {
            let (before, month) = (before.whole(), month.whole());
            let sentence = format!(
                "nghị quyết {before} không trước kỳ sinh hoạt {month}; hãy chọn nghị quyết của tháng trước đó"
            );
            Err(refused::<Resolution>("chain.not_before", "subject", "quy ước", &sentence))
        }
        _ => Ok(()),
    }
}

/// The table of what became of a resolution's tasks, in a paper of that year.
fn review(last: &Resolution, year: i32) -> Result<TaskReview> {
    if last.paper.draft.is_some() {
        return Err(refused::<Resolution>(
            "chain.still_a_draft",
            "draft",
            "05-HD/VPTW II.II.4.2",
            "nghị quyết tháng trước còn là dự thảo, chưa được ban hành",
        ));
    }
    let month = of_resolution(last).ok_or_else(|| {
        unknown::<Resolution>("subject", "nghị quyết tháng trước chưa cho biết là của tháng nào")
    })?;
    let tasks: Vec<ReviewedTask> =
        tasks(&last.outline.sections).into_iter().map(|task| ReviewedTask::new(task.content)).collect();
    if tasks.is_empty() {
        return Err(refused::<Resolution>(
            "chain.no_tasks",
            "sections",
            "quy ước",
            "nghị quyết tháng trước chưa có mục nào nêu nhiệm vụ, giải pháp để đánh giá",
        ));
    }
    Ok(TaskReview { month: month.month, year: (month.year != year).then_some(month.year), tasks })
}

/// I: the five heads of a month's review; what the chair concludes on last month stands before the table.
fn looking_back(worded: &Worded, review: Option<TaskReview>, said: Vec<Text>) -> Result<Section> {
    let results = Section::new(worded.one("review_results")?).paragraphs(said);
    let results = Section { reviewed: review, ..results };
    let head = |name: &str| worded.one(name).map(Section::new);
    let items = vec![
        head("review_ideology")?,
        head("review_politics")?,
        results,
        head("review_praise")?,
        head("review_shortcomings")?,
    ];
    Ok(titled(worded.one("review")?, items))
}

/// II: ideology, and the tasks.
fn ahead(worded: &Worded, tasks: Vec<Task>, said: Vec<Text>) -> Result<Section> {
    let said = said.into_iter().map(Section::unheaded);
    let tasks = Section::new(worded.one("ahead_tasks")?).tasks(tasks).items(said);
    Ok(titled(worded.one("ahead")?, vec![Section::new(worded.one("ahead_ideology")?), tasks]))
}

/// What the chair concluded: on last month, on the tasks where none stand by themselves, and on all else.
#[derive(Default)]
struct Said {
    back: Vec<Text>,
    tasks: Vec<Text>,
    organisation: Vec<Text>,
}

impl Said {
    fn of(minutes: &Minutes, before: Month, month: Month) -> Said {
        let mut said = Said::default();
        let tasks = minutes.proceedings.iter().any(|it| !it.tasks.is_empty());
        for item in &minutes.proceedings {
            let heading = item.heading.as_ref().map(lowered).unwrap_or_default();
            let points = item.conclusions.iter().filter(|it| !announces(it)).cloned();
            if looks_back(item, before) {
                said.back.extend(points);
            } else if !tasks && heading.contains("nhiệm vụ") {
                said.tasks.extend(points);
            } else {
                said.organisation.extend(points);
            }
        }
        for point in concluded(minutes).filter(|it| !announces(it)) {
            let words = lowered(point);
            let (of_before, of_month) = (names(&words, before), names(&words, month));
            if of_before && !of_month {
                said.back.push(point.clone());
            } else if of_month && !tasks && !calls_on(point) {
                said.tasks.push(point.clone());
            } else {
                said.organisation.push(point.clone());
            }
        }
        if !tasks {
            said.tasks.extend(minutes.solutions.iter().map(|it| {
                let content =
                    it.content.as_ref().map(|it| format!(": {it}")).unwrap_or_else(|| ".".to_owned());
                format!("{}{content}", it.heading).into()
            }));
        }
        said
    }
}

/// Whether a point of the meeting looked back on a month alone.
fn looks_back(item: &Business, month: Month) -> bool {
    let heading = item.heading.as_ref().map(lowered).unwrap_or_default();
    let back = ["kết quả", "đánh giá", "kiểm điểm"].iter().any(|it| heading.contains(it));
    back && (names(&heading, month) || !heading.contains("tháng")) && !heading.contains(';')
}

/// Whether a text names a month; `tháng 1` is not in `tháng 12`.
fn names(text: &str, month: Month) -> bool {
    let name = month.short();
    text.match_indices(&name).any(|(at, _)| {
        !text.get(at + name.len()..).is_some_and(|it| it.starts_with(|c: char| c.is_ascii_digit()))
    })
}

fn lowered(text: &Text) -> String {
    plain_spaces(text.as_str()).to_lowercase()
}

fn unknown<R: TypedRecord>(field: &'static str, sentence: &str) -> Error {
    refused::<R>("chain.month_unknown", Path::at(field), "quy ước", sentence)
}
