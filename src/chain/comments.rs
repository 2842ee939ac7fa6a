//! Lấy ý kiến, thông qua: what only a resolution goes through.

use super::draft::Draft;
use super::from_minutes::{self, with_session};
use super::issue::Adopted;
use super::monthly;
use super::sections::guidance;
use super::sentences::{Facts, Sentences};
use super::stopped;
use crate::error::{Problems, Result};
use crate::kinds::{Comment, Comments, Minutes, MinutesVariant, Resolution};
use crate::parts::{CitedDate, Given, PaperDate, Vote};
use crate::path::Path;
use crate::rules::{body, meeting, reported};

/// A draft with the comments on it, each answered or still open.
#[doc(alias = "lấy ý kiến")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commented {
    draft: Draft<Resolution>,
    comments: Comments,
}

impl Draft<Resolution> {
    /// Makes the first draft of a resolution from minutes. After a regular session it is the month's resolution
    /// ([`Draft::monthly`], here without last month's tasks), with the session's facts and the vote. After
    /// any other meeting the solutions in the minutes become its tasks. Day and vote come from the minutes,
    /// if these have them. After a forum (diễn đàn) they are open, because a later session adopts the
    /// resolution.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if the minutes of a regular session have no month, or if other
    /// minutes have neither solutions nor conclusions.
    pub fn from_minutes(minutes: &Minutes) -> Result<Draft<Resolution>> {
        of_minutes(minutes, &Sentences::new())
    }

    /// Adds the comments on this draft.
    ///
    /// # Errors
    /// [`Error`](crate::Error) if the draft cannot be written as JSON; this does not happen to drafts of the
    /// library's kinds.
    pub fn collect(self, comments: Vec<Comment>) -> Result<Commented> {
        let comments = table(&self, &Sentences::new())?.comments(comments);
        Ok(Commented { draft: self, comments })
    }

    /// Adds the comments of a table of comments on this draft, with the answers that were filled in there.
    #[must_use]
    pub fn answered(self, comments: Comments) -> Commented {
        Commented { draft: self, comments }
    }

    /// Sets the day of the session that votes on the draft. Dots for the month of that session in the opening
    /// are replaced by the month and year of `on`.
    #[must_use]
    pub fn in_session(mut self, on: impl Into<CitedDate>) -> Draft {
        let on = on.into();
        let outline = &mut self.record.outline;
        outline.opening = outline.opening.as_ref().map(|it| with_session(it, on));
        self.record.adopted = Some(on);
        self
    }

    /// Adopts the draft by a vote, on the day of [`Draft::in_session`], or else on the day of the session in
    /// the record. If neither is known, the day stays open.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) with every problem if the figures of the vote do not agree,
    /// if not more than half of the members agree to the draft, or if the day does not exist or is before the
    /// meeting that the opening reports.
    pub fn adopt(mut self, vote: Vote) -> Result<Adopted> {
        let own = self.record.session.as_ref().filter(|it| it.date.calendar().is_some());
        self.record.adopted = self.record.adopted.or_else(|| own.map(|it| it.date.into()));
        let mut problems = Problems::default();
        body::vote(&Path::at("vote"), &vote, "nghị quyết chưa có giá trị", &mut problems);
        if let Some(on) = self.record.adopted {
            meeting::adopted(on, None, &mut problems);
            reported::in_resolution(self.record.outline.opening.as_ref(), Some(on), None, &mut problems);
        }
        let problems = problems.into_vec();
        if !problems.is_empty() {
            return Err(stopped::<Resolution>(problems));
        }
        self.record.vote = Some(vote);
        Ok(Adopted::new(self.record))
    }

    /// Adopts the draft with the vote and the day that its record already has, because they came from the
    /// minutes.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if the record has no such day, or not every figure of the
    /// vote; else as [`Draft::adopt`].
    pub fn carried(self) -> Result<Adopted> {
        let vote = self.record.vote.clone();
        let mut problems = Problems::default();
        if self.record.adopted.is_none() {
            let sentence = "chưa ghi ngày của kỳ sinh hoạt thông qua nghị quyết";
            problems.error("chain.session_day_missing", "adopted", "quy ước", sentence);
        }
        let known = vote.as_ref().map(Vote::figures).unwrap_or([Given::ByHand; 5]);
        for ((field, what), _) in
            FIGURES.into_iter().zip(known).filter(|(_, figure)| figure.value().is_none())
        {
            let sentence = format!("chưa ghi {what}");
            problems.error("chain.vote_missing", Path::at("vote").field(field), "quy ước", sentence);
        }
        match (vote, problems.into_vec()) {
            (Some(vote), none) if none.is_empty() => self.adopt(vote),
            (_, problems) => Err(stopped::<Resolution>(problems)),
        }
    }
}

/// What the result of a vote consists of.
const FIGURES: [(&str, &str); 5] = [
    ("entitled", "số đảng viên có quyền biểu quyết"),
    ("present", "số đảng viên có mặt biểu quyết"),
    ("in_favour", "số tán thành"),
    ("against", "số không tán thành"),
    ("abstained", "số không có ý kiến"),
];

/// The resolution of any minutes.
pub(super) fn of_minutes(minutes: &Minutes, sentences: &Sentences) -> Result<Draft> {
    Ok(Draft::first(match minutes.variant {
        MinutesVariant::Regular => monthly::resolution(minutes, None, sentences)?,
        _ => from_minutes::resolution(minutes, sentences)?,
    }))
}

/// The table for the comments on a draft, nobody having answered yet.
pub(super) fn table(draft: &Draft, sentences: &Sentences) -> Result<Comments> {
    let paper = &draft.record.paper;
    let open = |part: Option<Given>| Some(part.unwrap_or(Given::ByHand));
    let date = PaperDate { day: open(paper.date.day), month: open(paper.date.month), ..paper.date };
    let known = Facts {
        name: paper.issuer.name.clone(),
        subject: Some(paper.subject.clone()),
        draft: Some(draft.count),
        ..Facts::default()
    };
    let subject = sentences.of("comments", &known, &draft.record)?.one("subject")?;
    let table =
        Comments::new(paper.issuer.clone(), paper.place.clone(), date, subject, Vec::<Comment>::new());
    Ok(Comments { profile: guidance(paper.profile, date), ..table })
}

impl Commented {
    /// The table of comments, for checking and rendering.
    #[must_use]
    pub fn table(&self) -> &Comments {
        &self.comments
    }

    /// The draft that was commented on.
    #[must_use]
    pub fn draft(&self) -> &Resolution {
        &self.draft.record
    }

    /// Makes the next draft, with the text of this one, to be revised.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if a comment was neither accepted nor explained.
    pub fn next(self) -> Result<Draft> {
        let mut problems = Problems::default();
        let open = self.comments.comments.iter().enumerate().filter(|(_, it)| !it.is_answered());
        for (index, comment) in open {
            problems.error(
                "comments.unanswered",
                Path::at("comments").index(index),
                "quy ước",
                comment.unanswered(),
            );
        }
        let problems = problems.into_vec();
        if !problems.is_empty() {
            return Err(stopped::<Comments>(problems));
        }
        let mut draft = self.draft;
        draft.count += 1;
        draft.record.paper.draft = Some(draft.count);
        Ok(draft)
    }
}
