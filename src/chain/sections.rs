//! What derived papers are made of: sections, and what of a meeting goes into which.

use crate::error::Result;
use crate::kinds::Minutes;
use crate::parts::{CitedDate, Given, Motion, PaperDate, Person, Section, SessionFacts, Solution, Vote};
use crate::profile::{Profile, ProfileId};
use crate::text::{Text, capitalised, long_date, plain_spaces, short_date};

use super::sentences::{Facts, Worded};

/// A numbered paragraph.
pub(super) fn point(text: &Text) -> Section {
    Section::unheaded(text.clone())
}

/// Numbered paragraphs.
pub(super) fn points(texts: impl IntoIterator<Item = Text>) -> Vec<Section> {
    texts.into_iter().map(Section::unheaded).collect()
}

/// A section with a heading.
pub(super) fn titled(heading: Text, items: Vec<Section>) -> Section {
    Section::new(heading).items(items)
}

/// The conclusions on the whole, point by point.
pub(super) fn concluded(minutes: &Minutes) -> impl Iterator<Item = &Text> {
    minutes.conclusions.iter().flat_map(|it| &it.points)
}

/// The solutions of a meeting, each a section of its own; where there are none, the tasks that it set.
pub(super) fn solutions(minutes: &Minutes, heading: Text) -> Section {
    let solution = |it: &Solution| Section::new(it.heading.clone()).paragraphs(it.content.iter().cloned());
    let solutions = titled(heading, minutes.solutions.iter().map(solution).collect());
    let tasks = minutes.proceedings.iter().flat_map(|it| it.tasks.iter().cloned());
    if minutes.solutions.is_empty() { solutions.tasks(tasks) } else { solutions }
}

/// How it is carried out: what the meeting says of it, else the sentences for it.
pub(super) fn organisation(worded: &Worded, said: Vec<Text>, beside: bool) -> Result<Section> {
    let own = if said.is_empty() || beside { worded.texts("carrying_out") } else { Vec::new() };
    let heading = worded.one("organisation")?;
    let mut texts: Vec<Text> = own.into_iter().chain(said).collect();
    Ok(match texts.len() {
        1 => Section::new(heading).paragraphs(texts.drain(..)),
        _ => titled(heading, points(texts)),
    })
}

/// Those that hold something.
pub(super) fn present<const N: usize>(sections: [Section; N]) -> Vec<Section> {
    let holds = |it: &Section| !(it.items.is_empty() && it.paragraphs.is_empty() && it.tasks.is_empty());
    sections.into_iter().filter(holds).collect()
}

/// Whether the chair says that a resolution will follow: it has followed, once there is one.
pub(super) fn announces(text: &Text) -> bool {
    const SAID: [&str; 8] = [
        "ban hành nghị quyết",
        "ra nghị quyết",
        "xây dựng nghị quyết",
        "dự thảo nghị quyết",
        "hoàn chỉnh nghị quyết",
        "hoàn thiện nghị quyết",
        "thông qua nghị quyết",
        "cụ thể hóa thành nghị quyết",
    ];
    let text = plain_spaces(text.as_str()).to_lowercase();
    // `ban hành Nghị quyết số 05-NQ/ĐU` tells of another one.
    SAID.iter().any(|words| {
        text.match_indices(words).any(|(at, _)| {
            text.get(at + words.len()..).is_some_and(|rest| !rest.trim_start().starts_with("số "))
        })
    })
}

/// Whether the chair calls on somebody to do something: what comes, not what was.
pub(super) fn calls_on(text: &Text) -> bool {
    const CALLS: [&str; 6] = ["Kêu gọi ", "Giao ", "Phân công ", "Đề nghị ", "Từng ", "Mỗi "];
    let text = plain_spaces(text.as_str());
    CALLS.iter().any(|words| text.starts_with(words))
}

/// The day of a meeting: its own, or the paper's.
pub(super) fn held(minutes: &Minutes) -> PaperDate {
    minutes.held.unwrap_or(minutes.date)
}

/// With the meeting's day, inside a sentence and at its start: `ngày 21/5/2022`; with blanks, the long form.
pub(super) fn dated(minutes: &Minutes, facts: Facts) -> Facts {
    let date = held(minutes);
    let value = |part: Option<Given>| part.and_then(Given::value);
    let day = match (value(date.day), value(date.month)) {
        (Some(day), Some(month)) => format!("ngày {}", short_date(day, month, date.year)),
        (day, month) => long_date(day, month, date.year),
    };
    Facts { capital_day: Some(capitalised(&day)), day: Some(day), ..facts }
}

/// The facts of the session that adopts, where the minutes have all of them. Whoever was absent is counted; names
/// and reasons stay in the minutes.
pub(super) fn facts(minutes: &Minutes, name: Text) -> Option<SessionFacts> {
    let spelt = |person: &Option<Person>| person.clone().filter(|person| person.name.is_some());
    let mut attendance = minutes.attendance.clone()?;
    attendance.absentees.clear();
    Some(SessionFacts {
        name,
        date: held(minutes),
        venue: minutes.venue.clone(),
        duration: minutes.duration().map_or(Given::ByHand, Given::Value),
        attendance,
        chair: spelt(&minutes.chair)?,
        secretary: spelt(&minutes.secretary)?,
        other_business: Vec::new(),
    })
}

/// How the meeting voted on the resolution, where the minutes have it: not the vote on the score, nor on anything
/// else.
pub(super) fn vote(minutes: &Minutes) -> Option<(Vote, CitedDate)> {
    let day = held(minutes);
    day.calendar()?;
    let of_points =
        minutes.proceedings.iter().filter_map(|it| Some((it.heading.as_ref()?, it.vote.as_ref()?)));
    let of_motions = minutes.motions.iter().map(|Motion { content, vote }| (content, vote));
    let on_resolution = |content: &Text| {
        let content = plain_spaces(content.as_str()).to_lowercase();
        content.contains("nghị quyết") && !["chấm điểm", "xếp loại"].iter().any(|it| content.contains(it))
    };
    let (_, vote) = of_motions.chain(of_points).find(|(content, _)| on_resolution(content))?;
    Some((vote.clone(), day.into()))
}

/// The guidance that a paper takes over from the one that it is made of: none that was replaced before the day that
/// it may have.
pub(super) fn guidance(profile: Option<ProfileId>, date: PaperDate) -> Option<ProfileId> {
    profile.filter(|id| {
        let (_, replaced) = Profile::named(*id).in_force();
        replaced.is_none_or(|replaced| date.latest().is_none_or(|latest| latest < replaced))
    })
}
