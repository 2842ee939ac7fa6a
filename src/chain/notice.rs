//! What the notice of a meeting's conclusions takes over from its minutes.

use super::draft::Draft;
use super::from_minutes::paper;
use super::refused;
use super::sections::{concluded, dated, point, points, present, solutions, titled};
use super::sentences::{Facts, Sentences, Voted, Worded};
use crate::error::Result;
use crate::kinds::{Minutes, Notice};
use crate::parts::{Outline, Section};

impl Draft<Notice> {
    /// Makes the notice of a meeting's conclusions from its minutes: the conclusions on each point and on the
    /// whole, the solutions, and the results of votes. The căn cứ stay in the minutes.
    ///
    /// ```
    /// use vanban::chain::Draft;
    /// let notice = Draft::notice(&vanban::kinds::Minutes::example())?;
    /// assert!(notice.record().paper.subject.as_str().starts_with("kết luận tại diễn đàn chi bộ “Học tập"));
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) if the minutes have no conclusion.
    pub fn notice(minutes: &Minutes) -> Result<Draft<Notice>> {
        notice(minutes, &Sentences::new())
    }
}

pub(super) fn notice(minutes: &Minutes, sentences: &Sentences) -> Result<Draft<Notice>> {
    let known = dated(minutes, sentences.meeting(minutes)?);
    let known = Facts { motions: minutes.motions.iter().filter_map(Voted::of).collect(), ..known };
    let worded = sentences.of("notice", &known, minutes)?;
    let sections = sections(minutes, &worded)?;
    if sections.is_empty() {
        return Err(refused::<Minutes>(
            "chain.nothing_concluded",
            "conclusions",
            "quy ước",
            "biên bản chưa ghi kết luận nào để thông báo",
        ));
    }
    let outline =
        Outline::default().opening(worded.one("opening")?).sections(sections).closing(worded.one("closing")?);
    Ok(Draft::first(Notice::of(paper(minutes, worded.one("subject")?), outline)))
}

/// I: what was concluded point by point; II: on the whole; III: the solutions; IV: how it was voted. What
/// the minutes do not have is left out.
fn sections(minutes: &Minutes, worded: &Worded) -> Result<Vec<Section>> {
    let by_point = minutes.proceedings.iter().filter(|it| !it.conclusions.is_empty()).map(|it| Section {
        heading: it.heading.clone(),
        paragraphs: it.conclusions.clone(),
        ..Section::default()
    });
    Ok(present([
        titled(worded.one("by_point")?, by_point.collect()),
        titled(worded.one("whole")?, concluded(minutes).map(point).collect()),
        solutions(minutes, worded.one("solutions")?),
        titled(worded.one("votes")?, points(worded.texts("voted"))),
    ]))
}
