//! Records from DOCX files that were sent back: what somebody filled in or changed, in Word, LibreOffice or
//! another program.
//!
//! A DOCX that was made with fields stores its record in a part of its own, and each field is a content control
//! that is bound to it. [`Returned`] reads one such file, whichever program wrote it again. [`Returns`]
//! collects many forms, and [`Opinions`] the opinions on a draft.

mod beside;
mod blanks;
mod body;
mod collected;
mod columns;
mod comments;
mod compared;
mod data;
mod entry;
mod extract;
mod fields;
#[cfg(test)]
mod fixture;
mod foreign;
mod forms;
mod frames;
mod grid;
mod heads;
mod judged;
mod list;
mod lists;
mod marks;
mod names;
mod order;
mod outside;
mod package;
mod passages;
mod people;
mod place;
mod placing;
mod reading;
mod recover;
mod returned;
mod returns;
mod rows;
mod rules;
mod strip;
mod styles;
mod tracked;
mod values;
mod verdict;
mod walk;
mod words;
mod worked_out;

pub use collected::{Collected, Outcome, Paper, Refused, Taken};
pub use comments::{CollectedOpinions, Opinions};
pub use extract::{Change, Extracted};
pub use list::{CollectedList, TwoTotals};
pub use returned::{Returned, ReturnedField};
pub use returns::Returns;
pub use strip::strip;

#[cfg(test)]
mod tests;
