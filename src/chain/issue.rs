//! Thông qua, ban hành: from the vote to the numbered and signed paper.

use super::paper::Drafted;
use super::sections::guidance;
use super::{refused, stopped};
use crate::error::{Problems, Result};
use crate::kinds::Resolution;
use crate::parts::{Given, PaperDate, Signature};
use crate::rules::meeting;

/// An adopted resolution: it has the result of its vote, and no number yet.
#[doc(alias = "thông qua")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    record: Resolution,
}

/// An issued document: it has a number and a day (or blanks for them) and a signature.
#[doc(alias = "ban hành")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued<P = Resolution> {
    record: P,
}

impl Adopted {
    pub(super) fn new(record: Resolution) -> Adopted {
        Adopted { record }
    }

    /// The adopted record: the last draft, with the vote.
    #[must_use]
    pub fn record(&self) -> &Resolution {
        &self.record
    }

    /// Issues the resolution. Number, day and month are figures, or explicitly [`Given::ByHand`].
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if the date has no day or no month, or is before the session
    /// that adopted the resolution.
    pub fn issue(self, number: impl Into<Given>, date: PaperDate, signature: Signature) -> Result<Issued> {
        let mut problems = Problems::default();
        if let Some(session) = self.record.adopted {
            meeting::adopted(session, date.calendar(), &mut problems);
        }
        match problems.into_vec() {
            none if none.is_empty() => Issued::of(self.record, number.into(), date, signature),
            problems => Err(stopped::<Resolution>(problems)),
        }
    }
}

impl<P: Drafted> Issued<P> {
    pub(super) fn of(mut record: P, number: Given, date: PaperDate, by: Signature) -> Result<Issued<P>> {
        let paper = record.paper_mut();
        paper.draft = None;
        paper.number = Some(number);
        paper.date = date;
        paper.profile = guidance(paper.profile, date);
        paper.signature = Some(by);
        Issued::from_record(record)
    }

    /// Takes a document that was issued elsewhere.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) with everything that the record lacks of an issued document.
    pub fn from_record(mut record: P) -> Result<Issued<P>> {
        let mut problems = Problems::default();
        let paper = record.paper_mut();
        if paper.draft.is_some() {
            return Err(refused::<P>(
                "chain.still_a_draft",
                "draft",
                "05-HD/VPTW II.II.4.2",
                "văn bản còn là dự thảo, chưa được ban hành",
            ));
        }
        if paper.number.is_none() {
            problems.error(
                "number.missing",
                "number",
                "05-HD/VPTW II.I.3",
                "văn bản chính thức chưa có số; hãy ghi số, hoặc “by_hand” để ghi bằng bút",
            );
        }
        if paper.date.day.is_none() || paper.date.month.is_none() {
            problems.error(
                "date.incomplete",
                "date",
                "05-HD/VPTW II.I.4.2",
                "văn bản chính thức chưa ghi đủ ngày, tháng; hãy ghi, hoặc “by_hand” để ghi bằng bút",
            );
        }
        if paper.signature.is_none() {
            problems.error(
                "signature.missing",
                "signature",
                "05-HD/VPTW II.I.7",
                "văn bản chính thức chưa có người ký",
            );
        }
        match problems.into_vec() {
            none if none.is_empty() => Ok(Issued { record }),
            problems => Err(stopped::<P>(problems)),
        }
    }

    /// The record, for checking and rendering.
    #[must_use]
    pub fn record(&self) -> &P {
        &self.record
    }

    /// Returns the record.
    #[must_use]
    pub fn into_record(self) -> P {
        self.record
    }
}
