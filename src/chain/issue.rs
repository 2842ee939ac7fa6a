//! Thông qua, ban hành: from the vote to the numbered and signed paper.

use super::refused;
use crate::error::Result;
use crate::records::{Given, PaperDate, Resolution, Signature};

/// A resolution that was adopted: it has the result of its vote and still no number.
#[doc(alias = "thông qua")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    record: Resolution,
}

/// A resolution that was issued: number and day are given or left for the pen, and somebody signs it.
#[doc(alias = "ban hành")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    record: Resolution,
}

impl Adopted {
    pub(super) fn new(record: Resolution) -> Adopted {
        Adopted { record }
    }

    /// The record as it was adopted: the last draft, with the vote.
    #[must_use]
    pub fn record(&self) -> &Resolution {
        &self.record
    }

    /// The paper that goes out. Number, day and month are figures, or expressly [`Given::ByHand`].
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where the date leaves out its day or month.
    pub fn issue(mut self, number: Given, date: PaperDate, signature: Signature) -> Result<Issued> {
        if date.day.is_none() || date.month.is_none() {
            return Err(refused(
                "date.incomplete",
                "date",
                "05-HD/VPTW II.I.4.2",
                "văn bản chính thức chưa ghi đủ ngày, tháng; hãy ghi, hoặc “by_hand” để ghi bằng bút",
            ));
        }
        self.record.draft = None;
        self.record.number = Some(number);
        self.record.date = date;
        self.record.signature = Some(signature);
        Ok(Issued { record: self.record })
    }
}

impl Issued {
    /// The record, to be checked and rendered.
    #[must_use]
    pub fn record(&self) -> &Resolution {
        &self.record
    }

    /// The record itself.
    #[must_use]
    pub fn into_record(self) -> Resolution {
        self.record
    }
}
