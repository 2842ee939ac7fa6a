//! Dự thảo: a resolution that is worded, sent out, commented on and worded again.

use super::issue::Adopted;
use super::{from_minutes, refused};
use crate::error::{Problems, Result};
use crate::records::{Appendix, Comment, Comments, Given, Minutes, PaperDate, Resolution, Section, Vote};
use crate::rules::body;
use crate::text::Text;

/// Dự thảo lần n: it has no number, no signature and no result of a vote.
#[doc(alias = "dự thảo")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    record: Resolution,
    /// Which draft it is, from 1.
    count: u32,
}

/// A draft with the comments on it, each answered or still open.
#[doc(alias = "lấy ý kiến")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commented {
    draft: Draft,
    comments: Comments,
}

impl Draft {
    /// The first draft of the resolution that follows from minutes: the solutions become sections, căn
    /// cứ and attendance are carried over, the vote is left blank.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where the minutes have neither solutions nor conclusions.
    pub fn from_minutes(minutes: &Minutes) -> Result<Draft> {
        Ok(Draft { record: from_minutes::resolution(minutes)?, count: 1 })
    }

    /// A draft that was worded elsewhere.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where the record is no draft or has a number.
    pub fn from_record(record: Resolution) -> Result<Draft> {
        match (record.draft, record.number) {
            (Some(count), None) if count > 0 => Ok(Draft { record, count }),
            (Some(_), Some(_)) => Err(refused(
                "number.on_draft",
                "number",
                "05-HD/VPTW II.II.4.2",
                "bản dự thảo không ghi số; hãy bỏ số, hoặc bỏ dòng dự thảo nếu văn bản đã được thông qua",
            )),
            _ => Err(refused(
                "draft.missing",
                "draft",
                "05-HD/VPTW II.II.4.2",
                "văn bản không phải là dự thảo: chưa ghi dự thảo lần mấy, từ lần 1",
            )),
        }
    }

    /// The record, to be checked and rendered.
    #[must_use]
    pub fn record(&self) -> &Resolution {
        &self.record
    }

    /// The record itself; what is done with it is no longer held to the chain.
    #[must_use]
    pub fn into_record(self) -> Resolution {
        self.record
    }

    /// With another abstract.
    #[must_use]
    pub fn with_abstract(mut self, abstract_line: impl Into<Text>) -> Draft {
        self.record.abstract_line = abstract_line.into();
        self
    }

    /// With other words between the grounds and what is resolved.
    #[must_use]
    pub fn with_opening(mut self, opening: impl Into<Text>) -> Draft {
        self.record.opening = Some(opening.into());
        self
    }

    /// With other sections.
    #[must_use]
    pub fn with_sections(mut self, sections: Vec<Section>) -> Draft {
        self.record.sections = sections;
        self
    }

    /// With other recipients.
    #[must_use]
    pub fn with_recipients(mut self, recipients: Vec<Text>) -> Draft {
        self.record.recipients = recipients;
        self
    }

    /// With other appendices.
    #[must_use]
    pub fn with_appendices(mut self, appendices: Vec<Appendix>) -> Draft {
        self.record.appendices = appendices;
        self
    }

    /// The comments on this draft are in.
    #[must_use]
    pub fn collect(self, comments: Vec<Comment>) -> Commented {
        let record = &self.record;
        let open = |part: Option<Given>| Some(part.unwrap_or(Given::ByHand));
        let comments = Comments {
            profile: record.profile,
            issuer: record.issuer.clone(),
            place: record.place.clone(),
            date: PaperDate { day: open(record.date.day), month: open(record.date.month), ..record.date },
            abstract_line: format!(
                "ý kiến góp ý dự thảo lần {} Nghị quyết {}",
                self.count, record.abstract_line
            )
            .into(),
            asked: None,
            comments,
            recipients: Vec::new(),
            signature: None,
        };
        Commented { draft: self, comments }
    }

    /// It was put to the vote and carried.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) with every problem where the figures do not agree, or
    /// where no more than half of the members agree to it (24-QĐ/TW 9.3.2).
    pub fn adopt(mut self, vote: Vote) -> Result<Adopted> {
        let mut problems = Problems::default();
        body::vote("vote", &vote, "nghị quyết chưa có giá trị", &mut problems);
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
                format!("comments[{index}]"),
                "quy ước",
                format!("góp ý của {} chưa được tiếp thu, cũng chưa giải trình", comment.from),
            );
        }
        let problems = problems.into_vec();
        if !problems.is_empty() {
            return Err(crate::Error::Invalid(problems));
        }
        let mut draft = self.draft;
        draft.count += 1;
        draft.record.draft = Some(draft.count);
        Ok(draft)
    }
}
