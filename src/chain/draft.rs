//! Dự thảo: a paper that is worded and worded again, before anything is issued.

use super::paper::{Drafted, Outlined, Unvoted};
use super::refused;
use crate::error::Result;
use crate::kinds::Resolution;
use crate::parts::{Appendix, Given, PaperDate, Section, Signature};
use crate::text::Text;

use super::issue::Issued;

/// Dự thảo lần n: the nth draft of a document, from 1. It has no document number.
#[doc(alias = "dự thảo")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft<P = Resolution> {
    pub(super) record: P,
    /// Which draft it is, from 1.
    pub(super) count: u32,
}

impl<P: Drafted> Draft<P> {
    /// Takes a draft that was written elsewhere.
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if the record is no draft, or has a number.
    pub fn from_record(mut record: P) -> Result<Draft<P>> {
        let paper = record.paper_mut();
        match (paper.draft, paper.number) {
            (Some(count), None) if count > 0 => Ok(Draft { record, count }),
            (Some(_), Some(_)) => Err(refused::<P>(
                "number.on_draft",
                "number",
                "05-HD/VPTW II.II.4.2",
                "bản dự thảo không ghi số; hãy bỏ số, hoặc bỏ dòng dự thảo nếu văn bản đã được thông qua",
            )),
            _ => Err(refused::<P>(
                "draft.missing",
                "draft",
                "05-HD/VPTW II.II.4.2",
                "văn bản không phải là dự thảo: chưa ghi dự thảo lần mấy, từ lần 1",
            )),
        }
    }

    /// The first draft of a record that was made for it.
    pub(super) fn first(mut record: P) -> Draft<P> {
        record.paper_mut().draft = Some(1);
        Draft { record, count: 1 }
    }

    /// The record, for checking and rendering.
    #[must_use]
    pub fn record(&self) -> &P {
        &self.record
    }

    /// Returns the record. The chain does not control it any more.
    #[must_use]
    pub fn into_record(self) -> P {
        self.record
    }

    /// Replaces the subject (trích yếu).
    #[must_use]
    pub fn with_subject(mut self, subject: impl Into<Text>) -> Draft<P> {
        self.record.paper_mut().subject = subject.into();
        self
    }

    /// Replaces the recipients.
    #[must_use]
    pub fn with_recipients(mut self, recipients: Vec<Text>) -> Draft<P> {
        self.record.paper_mut().recipients = recipients;
        self
    }

    /// Replaces the appendices.
    #[must_use]
    pub fn with_appendices(mut self, appendices: Vec<Appendix>) -> Draft<P> {
        self.record.paper_mut().appendices = appendices;
        self
    }
}

impl<P: Outlined> Draft<P> {
    /// Replaces the text between the căn cứ and the sections.
    #[must_use]
    pub fn with_opening(mut self, opening: impl Into<Text>) -> Draft<P> {
        self.record.outline_mut().opening = Some(opening.into());
        self
    }

    /// Replaces the sections.
    #[must_use]
    pub fn with_sections(mut self, sections: Vec<Section>) -> Draft<P> {
        self.record.outline_mut().sections = sections;
        self
    }
}

impl<P: Unvoted> Draft<P> {
    /// Issues the document. Number, day and month are figures, or explicitly [`Given::ByHand`].
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if the date has no day or no month.
    pub fn issue(self, number: impl Into<Given>, date: PaperDate, signature: Signature) -> Result<Issued<P>> {
        Issued::of(self.record, number.into(), date, signature)
    }
}
