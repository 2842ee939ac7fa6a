//! What the resolution after a meeting takes over from its minutes.

use super::refused;
use super::sections::{
    announces, calls_on, concluded, dated, facts, guidance, organisation, points, present, solutions, titled,
    vote,
};
use super::sentences::{Facts, Sentences, Worded};
use crate::error::Result;
use crate::kinds::{Minutes, MinutesVariant, Resolution, ResolutionVariant};
use crate::parts::{CitedDate, Outline, Paper, PaperDate, Section};
use crate::text::{Text, month};

/// Room for the month of a session that is not known yet, in a sentence.
const DOTS: &str = "………";

/// The first draft of the resolution after a forum, a thematic session or another meeting. A forum's is adopted by
/// a later session, of which nothing is known; the others adopt theirs themselves.
pub(super) fn resolution(minutes: &Minutes, sentences: &Sentences) -> Result<Resolution> {
    if minutes.solutions.is_empty() && concluded(minutes).next().is_none() {
        return Err(refused::<Minutes>(
            "chain.nothing_to_resolve",
            "solutions",
            "quy ước",
            "biên bản chưa ghi giải pháp, cũng chưa ghi kết luận để dự thảo nghị quyết",
        ));
    }
    let forum = minutes.variant == MinutesVariant::Forum;
    let known = dated(minutes, sentences.meeting(minutes)?);
    let known = Facts { session_month: Some(format!("tháng {DOTS} năm {}", minutes.date.year)), ..known };
    let template = if forum { "resolution_forum" } else { "resolution_meeting" };
    let worded = sentences.of(template, &known, minutes)?;
    let paper = paper(minutes, worded.one("subject")?);
    let mut outline =
        Outline::default().opening(worded.one("opening")?).sections(sections(minutes, &worded)?);
    outline.basis = minutes.basis.clone();
    let mut resolution = Resolution::of(paper, outline);
    resolution.variant = variant(minutes);
    if !forum {
        resolution.session = known.event.and_then(|event| facts(minutes, event));
        adopted(&mut resolution, minutes);
    }
    Ok(resolution)
}

/// With the vote on it and the day of the session, where the minutes have them.
pub(super) fn adopted(resolution: &mut Resolution, minutes: &Minutes) {
    if let Some((vote, day)) = vote(minutes) {
        resolution.vote = Some(vote);
        resolution.adopted = Some(day);
    }
}

/// What every paper has, taken over.
pub(super) fn paper(minutes: &Minutes, subject: Text) -> Paper {
    let date = PaperDate::year(minutes.date.year);
    Paper {
        profile: guidance(minutes.profile, date),
        recipients: minutes.recipients.clone(),
        marks: minutes.marks.clone(),
        ..Paper::new(minutes.issuer.clone(), minutes.place.clone(), date, subject)
    }
}

/// An opening whose session is known now: its month stands in place of the dots.
pub(super) fn with_session(opening: &Text, session: CitedDate) -> Text {
    let open = format!("tháng {DOTS} năm ");
    let Some((before, rest)) = opening.as_str().split_once(&open) else { return opening.clone() };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    format!("{before}tháng {} năm {}{rest}", month(session.month), session.year).into()
}

fn variant(minutes: &Minutes) -> Option<ResolutionVariant> {
    match minutes.variant {
        // A forum or thematic session without grounds is as good as any other meeting.
        MinutesVariant::Forum if !minutes.basis.is_empty() => Some(ResolutionVariant::AfterForum),
        MinutesVariant::Thematic if !minutes.basis.is_empty() => Some(ResolutionVariant::Thematic),
        _ => None,
    }
}

/// I: what was found; II: the solutions, one by one; III: how it is carried out, and what the chair calls for. Her
/// word that a resolution will follow is left out.
fn sections(minutes: &Minutes, worded: &Worded) -> Result<Vec<Section>> {
    let said = concluded(minutes).filter(|it| !announces(it)).cloned();
    let (ahead, found): (Vec<Text>, Vec<Text>) = said.partition(calls_on);
    Ok(present([
        titled(worded.one("review")?, points(found)),
        solutions(minutes, worded.one("tasks")?),
        organisation(worded, ahead, true)?,
    ]))
}
