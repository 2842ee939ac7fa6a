//! What the resolution after a meeting takes over from its minutes.

use super::refused;
use super::sections::{concluded, points, present, solutions, titled};
use crate::error::Result;
use crate::kinds::{Minutes, MinutesVariant, Resolution, ResolutionVariant};
use crate::parts::{Given, Outline, Paper, PaperDate, Person, Section, SessionFacts, Vote};
use crate::text::{Text, long_date, short_date};

/// What the resolution says of its own carrying out, where the minutes say nothing of it.
const CARRYING_OUT: [&str; 2] = [
    "Chi bộ đưa Nghị quyết vào chương trình, kế hoạch công tác hằng tháng; phân công đảng viên thực hiện.",
    "Từng đảng viên thực hiện nhiệm vụ được phân công; Chi bộ kiểm tra, đánh giá tại kỳ sinh hoạt hằng tháng.",
];

/// The first draft of the resolution.
pub(super) fn resolution(minutes: &Minutes) -> Result<Resolution> {
    if minutes.solutions.is_empty() && minutes.conclusions.is_empty() {
        return Err(refused(
            "chain.nothing_to_resolve",
            "solutions",
            "quy ước",
            "biên bản chưa ghi giải pháp, cũng chưa ghi kết luận để dự thảo nghị quyết",
        ));
    }
    let event = event(minutes.variant);
    let paper = Paper {
        profile: minutes.profile,
        recipients: minutes.recipients.clone(),
        marks: minutes.marks.clone(),
        ..Paper::new(
            minutes.issuer.clone(),
            minutes.place.clone(),
            PaperDate::year(minutes.date.year),
            subject(minutes),
        )
    };
    let outline = Outline {
        basis: minutes.basis.clone(),
        opening: Some(
            format!(
                "Trên cơ sở kết quả {event} {} và kết quả thảo luận, biểu quyết tại kỳ sinh hoạt chi bộ, {} quyết nghị:",
                day(minutes),
                minutes.issuer.name
            )
            .into(),
        ),
        sections: sections(minutes, event),
        ..Outline::default()
    };
    Ok(Resolution {
        variant: variant(minutes),
        session: facts(minutes, event),
        vote: Some(Vote::by_hand()),
        ..Resolution::of(paper, outline)
    })
}

/// What was held, in a sentence.
pub(super) fn event(kind: MinutesVariant) -> &'static str {
    match kind {
        MinutesVariant::Forum => "diễn đàn chi bộ",
        MinutesVariant::Thematic => "sinh hoạt chuyên đề",
        _ => "cuộc họp",
    }
}

fn variant(minutes: &Minutes) -> Option<ResolutionVariant> {
    match minutes.variant {
        // A forum or thematic session without grounds is as good as any other meeting.
        MinutesVariant::Forum if !minutes.basis.is_empty() => Some(ResolutionVariant::AfterForum),
        MinutesVariant::Thematic if !minutes.basis.is_empty() => Some(ResolutionVariant::Thematic),
        _ => None,
    }
}

fn subject(minutes: &Minutes) -> Text {
    match &minutes.topic {
        Some(topic) => format!("về thực hiện kết quả {} “{topic}”", event(minutes.variant)).into(),
        None => format!("về thực hiện kết quả {}", minutes.subject).into(),
    }
}

/// `ngày 21/5/2022`; with blanks, the long form.
pub(super) fn day(minutes: &Minutes) -> String {
    let date = minutes.held.unwrap_or(minutes.date);
    let value = |part: Option<Given>| part.and_then(Given::value);
    match (value(date.day), value(date.month)) {
        (Some(day), Some(month)) => format!("ngày {}", short_date(day, month, date.year)),
        (day, month) => long_date(day, month, date.year),
    }
}

/// The meeting's facts, where the minutes have all of them.
fn facts(minutes: &Minutes, event: &str) -> Option<SessionFacts> {
    let spelt = |person: &Option<Person>| person.clone().filter(|person| person.name.is_some());
    Some(SessionFacts {
        name: event.into(),
        date: minutes.held.unwrap_or(minutes.date),
        venue: minutes.venue.clone(),
        duration: minutes.duration().map_or(Given::ByHand, Given::Value),
        attendance: minutes.attendance.clone()?,
        chair: spelt(&minutes.chair)?,
        secretary: spelt(&minutes.secretary)?,
        other_business: Vec::new(),
    })
}

/// I: what was found; II: the solutions, one by one; III: how it is carried out.
fn sections(minutes: &Minutes, event: &str) -> Vec<Section> {
    present([
        titled(format!("Đánh giá kết quả {event}"), concluded(minutes)),
        solutions(minutes),
        titled("Tổ chức thực hiện", points(&CARRYING_OUT)),
    ])
}
