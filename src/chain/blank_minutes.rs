//! Minutes before the meeting: what a notice or a programme tells, and room for the rest.

use super::refused;
use super::sections::guidance;
use super::sentences::{Facts, Sentences};
use crate::error::Result;
use crate::kinds::{Minutes, MinutesVariant, Notice, Programme};
use crate::parts::{
    AgendaItem, Attendance, Business, ClockTime, Concluded, Given, Issuer, Paper, PaperDate, Person, Written,
};
use crate::profile::ProfileId;
use crate::text::{Text, plain_spaces};

/// Makes prepared minutes of the meeting that a notice calls to. They have its day, hour, venue, chair and agenda; the
/// rest is to be filled in by hand.
///
/// # Errors
/// [`Error::Invalid`](crate::Error::Invalid) if the notice calls to no meeting.
pub fn minutes_of_notice(notice: &Notice) -> Result<Minutes> {
    of_notice(notice, &Sentences::new())
}

pub(super) fn of_notice(notice: &Notice, sentences: &Sentences) -> Result<Minutes> {
    let Some(meeting) = &notice.meeting else {
        return Err(refused::<Notice>(
            "chain.no_meeting",
            "meeting",
            "quy ước",
            "thông báo không triệu tập cuộc họp nào để lập biên bản",
        ));
    };
    let date = PaperDate::new(meeting.date.year, meeting.date.month, meeting.date.day);
    let minutes = before(&notice.paper, notice, date, meeting.agenda.clone(), sentences)?;
    let minutes = match &meeting.chair {
        Some(chair) if chair.name.is_some() => minutes.chair(chair.clone()),
        _ => minutes,
    };
    Ok(Minutes {
        starts: meeting.starts,
        ends: meeting.ends.unwrap_or_else(ClockTime::by_hand),
        venue: meeting.venue.clone(),
        ..minutes
    })
}

/// Makes prepared minutes of the meeting of a programme. They have its agenda; day, hour, venue and the rest are to be
/// filled in by hand.
///
/// # Errors
/// [`Error::Invalid`](crate::Error::Invalid) if the programme has no table of actions.
pub fn minutes_of_programme(programme: &Programme) -> Result<Minutes> {
    of_programme(programme, &Sentences::new())
}

pub(super) fn of_programme(programme: &Programme, sentences: &Sentences) -> Result<Minutes> {
    if programme.agenda.is_empty() {
        return Err(refused::<Programme>(
            "chain.no_meeting",
            "agenda",
            "quy ước",
            "chương trình chưa có bảng nội dung để lập biên bản",
        ));
    }
    let steps = programme
        .agenda
        .iter()
        .map(|it| AgendaItem { content: it.content.clone(), person: it.person.clone() });
    let date = PaperDate::by_hand(programme.paper.date.year);
    before(&programme.paper, programme, date, steps.collect(), sentences)
}

fn before(
    paper: &Paper,
    source: &dyn crate::kinds::Record,
    date: PaperDate,
    points: Vec<AgendaItem>,
    sentences: &Sentences,
) -> Result<Minutes> {
    let known =
        Facts { name: paper.issuer.name.clone(), subject: Some(paper.subject.clone()), ..Facts::default() };
    let worded = sentences.of("minutes", &known, source)?;
    let subject = plain_spaces(paper.subject.as_str()).to_lowercase();
    let of = |words: &str| subject.contains(words);
    let variant = match () {
        () if of("diễn đàn") => MinutesVariant::Forum,
        () if of("chuyên đề") => MinutesVariant::Thematic,
        () if of("họp chi uỷ") || of("họp chi ủy") => MinutesVariant::Committee,
        () => MinutesVariant::Regular,
    };
    let blank = Blank {
        issuer: paper.issuer.clone(),
        place: paper.place.clone(),
        profile: paper.profile,
        date,
        subject: worded.one("subject")?,
        variant,
    };
    let minutes = blank.minutes(points).attendance(Attendance::by_hand(worded.one("participants")?));
    Ok(match quoted(&paper.subject) {
        Some(topic) if matches!(variant, MinutesVariant::Forum | MinutesVariant::Thematic) => {
            minutes.topic(topic)
        }
        _ => minutes,
    })
}

/// What stands between quotation marks.
fn quoted(text: &Text) -> Option<Text> {
    let (_, rest) = text.as_str().split_once('“')?;
    rest.rsplit_once('”').map(|(topic, _)| topic.into())
}

/// Minutes of which the meeting is known, and nothing of its course.
pub(super) struct Blank {
    pub(super) issuer: Issuer,
    pub(super) place: Text,
    /// The guidance of the paper that they are made of.
    pub(super) profile: Option<ProfileId>,
    pub(super) date: PaperDate,
    pub(super) subject: Text,
    pub(super) variant: MinutesVariant,
}

impl Blank {
    /// The minutes: each point by its name, with who presents it, and room for what is said and concluded.
    pub(super) fn minutes(self, points: Vec<AgendaItem>) -> Minutes {
        let by_hand = ClockTime::by_hand();
        let profile = guidance(self.profile, self.date);
        let told = points.iter().map(|point| Business {
            heading: Some(point.content.clone()),
            speaker: point.person.clone(),
            ..Business::default()
        });
        let minutes = Minutes::new(
            self.variant,
            self.issuer,
            self.place,
            self.date,
            self.subject,
            (by_hand, by_hand),
            Written::ByHand,
        )
        .number(Given::ByHand)
        .chair(Person::by_hand())
        .secretary(Person::by_hand())
        .proceedings(told)
        .agenda(points.iter().map(|point| point.content.clone()))
        .conclusions([Concluded { speaker: None, points: Vec::new() }]);
        Minutes { profile, ..minutes }
    }
}
