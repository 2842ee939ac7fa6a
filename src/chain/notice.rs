//! What the notice of a meeting's conclusions takes over from its minutes.

use super::draft::Draft;
use super::from_minutes::{day, event};
use super::refused;
use super::sections::{concluded, point, present, solutions, titled};
use crate::error::Result;
use crate::kinds::{Minutes, Notice};
use crate::parts::{Motion, Outline, Paper, PaperDate, Section};
use crate::text::percent;

impl Draft<Notice> {
    /// The notice of what a meeting concluded, from its minutes: what was concluded on each point and on
    /// the whole, the solutions, the results of the votes.
    ///
    /// ```
    /// use vanban::chain::Draft;
    /// let notice = Draft::notice(&vanban::kinds::Minutes::example())?;
    /// assert!(notice.record().paper.subject.as_str().starts_with("kết luận diễn đàn chi bộ “Học tập"));
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`](crate::Error::Invalid) where the minutes tell no conclusion at all.
    pub fn notice(minutes: &Minutes) -> Result<Draft<Notice>> {
        let sections = sections(minutes);
        if sections.is_empty() {
            return Err(refused(
                "chain.nothing_concluded",
                "conclusions",
                "quy ước",
                "biên bản chưa ghi kết luận nào để thông báo",
            ));
        }
        let (name, event) = (&minutes.issuer.name, event(minutes.variant));
        let opening = format!(
            "Trên cơ sở biên bản {event} {}, {name} thông báo kết luận của {event} như sau:",
            day(minutes)
        );
        let closing =
            format!("Trên đây là kết luận của {event}, {name} thông báo để các đồng chí biết, thực hiện.");
        let paper = Paper {
            profile: minutes.profile,
            recipients: minutes.recipients.clone(),
            marks: minutes.marks.clone(),
            ..Paper::new(
                minutes.issuer.clone(),
                minutes.place.clone(),
                PaperDate::year(minutes.date.year),
                format!("kết luận {}", minutes.subject),
            )
        };
        let outline = Outline { basis: minutes.basis.clone(), ..Outline::default() };
        let outline = outline.opening(opening).sections(sections).closing(closing);
        Ok(Draft::first(Notice::of(paper, outline)))
    }
}

/// I: what was concluded point by point; II: on the whole; III: the solutions; IV: how it was voted. What
/// the minutes do not have is left out.
fn sections(minutes: &Minutes) -> Vec<Section> {
    let by_point = minutes.proceedings.iter().filter(|it| !it.conclusions.is_empty()).map(|it| Section {
        heading: it.heading.clone(),
        paragraphs: it.conclusions.clone(),
        ..Section::default()
    });
    present([
        titled("Kết luận từng nội dung", by_point.collect()),
        titled("Kết luận chung", concluded(minutes)),
        solutions(minutes),
        titled("Kết quả biểu quyết", minutes.motions.iter().filter_map(voted).collect()),
    ])
}

/// A motion and its result, where the figures are known.
fn voted(motion: &Motion) -> Option<Section> {
    let (in_favour, present) = (motion.vote.in_favour.value()?, motion.vote.present.value()?);
    let share = percent(in_favour, present)?;
    let result = format!("{}: {in_favour}/{present} đồng chí có mặt tán thành, đạt {share}.", motion.content);
    Some(point(&result.into()))
}
