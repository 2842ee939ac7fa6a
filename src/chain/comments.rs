//! Lấy ý kiến, thông qua: what only a resolution goes through.

use super::draft::Draft;
use super::from_minutes;
use super::issue::Adopted;
use crate::error::{Problems, Result};
use crate::kinds::{Comment, Comments, Minutes, Resolution};
use crate::parts::{Given, PaperDate, Vote};
use crate::path::Path;
use crate::rules::body;

/// A draft with the comments on it, each answered or still open.
#[doc(alias = "lấy ý kiến")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commented {
    draft: Draft<Resolution>,
    comments: Comments,
}

impl Draft<Resolution> {
    /// The first draft of the resolution that follows from minutes: the solutions become sections, căn
    /// cứ and attendance are carried over, the vote is left blank.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where the minutes have neither solutions nor conclusions.
    pub fn from_minutes(minutes: &Minutes) -> Result<Draft<Resolution>> {
        Ok(Draft::first(from_minutes::resolution(minutes)?))
    }

    /// The comments on this draft are in.
    #[must_use]
    pub fn collect(self, comments: Vec<Comment>) -> Commented {
        let record = &self.record;
        let open = |part: Option<Given>| Some(part.unwrap_or(Given::ByHand));
        let table = Comments::new(
            record.paper.issuer.clone(),
            record.paper.place.clone(),
            PaperDate {
                day: open(record.paper.date.day),
                month: open(record.paper.date.month),
                ..record.paper.date
            },
            format!("ý kiến góp ý dự thảo lần {} Nghị quyết {}", self.count, record.paper.subject),
            comments,
        );
        let comments = Comments { profile: record.paper.profile, ..table };
        Commented { draft: self, comments }
    }

    /// It was put to the vote and carried.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) with every problem where the figures do not agree, or
    /// where no more than half of the members agree to it.
    pub fn adopt(mut self, vote: Vote) -> Result<Adopted> {
        let mut problems = Problems::default();
        body::vote(&Path::at("vote"), &vote, "nghị quyết chưa có giá trị", &mut problems);
        let problems = problems.into_vec();
        if !problems.is_empty() {
            return Err(crate::Error::Invalid(problems));
        }
        self.record.vote = Some(vote);
        Ok(Adopted::new(self.record))
    }
}

impl Commented {
    /// The table of comments, to be checked and rendered.
    #[must_use]
    pub fn table(&self) -> &Comments {
        &self.comments
    }

    /// The draft that was commented on.
    #[must_use]
    pub fn draft(&self) -> &Resolution {
        &self.draft.record
    }

    /// The next draft, in the words of this one, to be revised.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where a comment was neither taken in nor explained.
    pub fn next(self) -> Result<Draft> {
        let mut problems = Problems::default();
        let open = self.comments.comments.iter().enumerate().filter(|(_, it)| !it.is_answered());
        for (index, comment) in open {
            problems.error(
                "comments.unanswered",
                Path::at("comments").index(index),
                "quy ước",
                format!("góp ý của {} chưa được tiếp thu, cũng chưa giải trình", comment.commenter),
            );
        }
        let problems = problems.into_vec();
        if !problems.is_empty() {
            return Err(crate::Error::Invalid(problems));
        }
        let mut draft = self.draft;
        draft.count += 1;
        draft.record.paper.draft = Some(draft.count);
        Ok(draft)
    }
}
