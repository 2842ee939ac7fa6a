//! Points that follow from the facts of a session. Whole numbers only: a share is compared by
//! multiplying out, never by dividing.

use super::criteria::{CriteriaSet, Criterion, Level, Measure, Required, Scoring, When};
use super::{Decimal, Session};

impl CriteriaSet {
    /// The points that follow from the facts of a session: the number of each criterion ([`Criterion::id`],
    /// `4.2`) and its points, in the order of the table. A criterion is left out if [`Criterion::points`] gives
    /// `None`.
    #[must_use]
    pub fn points(&self, session: &Session) -> Vec<(&str, Decimal)> {
        let measured = self.lines(session.variant).filter_map(|line| line.criterion);
        measured.filter_map(|item| Some((item.id.as_str(), item.points(session)?))).collect()
    }
}

impl Criterion {
    /// The points that follow from the facts of a session. `None` if a person decides, if a fact is missing, or
    /// if the criterion does not apply to the session.
    #[must_use]
    pub fn points(&self, session: &Session) -> Option<Decimal> {
        let max = self.max_in(session.variant);
        if max == Decimal::ZERO {
            return None;
        }
        match self.measure.as_ref()? {
            Measure::Duration(required) => self.duration_points(required, session),
            Measure::Attendance { unexcused_is_lowest } => {
                self.attendance_points(*unexcused_is_lowest, session)
            }
            Measure::Speaking => self.share_points(session.speakers?, session.present?),
            Measure::Results => session.targets.and_then(|it| self.share_points(it.done, it.total)),
            Measure::LongAbsence => Some(if session.long_absent? == 0 { max } else { Decimal::ZERO }),
            Measure::OnlySecretary => session.only_secretary.then_some(max),
        }
    }

    /// Thời lượng: the level that the minutes reach; without levels, all or nothing.
    fn duration_points(&self, required: &[Required], session: &Session) -> Option<Decimal> {
        let (minutes, required) = (session.duration?, required_minutes(required, session)?);
        if self.scoring == Scoring::AllOrNothing {
            return Some(if minutes >= required { self.max_in(session.variant) } else { Decimal::ZERO });
        }
        self.first_level(|when| match when {
            When::Percent(percent) => reaches(minutes, required, percent),
            When::ShortBy(short) => required.saturating_sub(minutes) <= short,
        })
    }

    /// Tỷ lệ dự sinh hoạt: of those who have to come, or the lowest level where somebody was absent
    /// without a reason.
    fn attendance_points(&self, unexcused_is_lowest: bool, session: &Session) -> Option<Decimal> {
        let (present, due) = (session.present?, session.due().filter(|due| *due > 0)?);
        // Who says nothing of absences without reasons says that all came, or leaves it open.
        let unexcused = session.unexcused.or((present >= due).then_some(0));
        if unexcused_is_lowest && unexcused? > 0 {
            return self.levels.last().map(|level| level.score);
        }
        self.share_points(present, due)
    }

    /// The level that a share reaches; nothing has no share.
    fn share_points(&self, part: u32, whole: u32) -> Option<Decimal> {
        if whole == 0 {
            return None;
        }
        self.first_level(|when| match when {
            When::Percent(percent) => reaches(part, whole, percent),
            When::ShortBy(_) => false,
        })
    }

    /// The points of the first level that is reached.
    fn first_level(&self, reached: impl Fn(When) -> bool) -> Option<Decimal> {
        let mut levels = self.levels.iter();
        levels.find(|level: &&Level| level.when.is_none_or(&reached)).map(|level| level.score)
    }
}

/// The minutes that a session has to last: the most of what applies to it. None where that depends on
/// the members and they are not given.
fn required_minutes(required: &[Required], session: &Session) -> Option<u32> {
    let mut most = None;
    for required in required.iter().filter(|it| it.session.is_none_or(|kind| kind == session.variant)) {
        if required
            .members
            .map(|least| session.members.map(|members| members >= least))
            .unwrap_or(Some(true))?
        {
            most = most.max(Some(required.minutes));
        }
    }
    most
}

/// Whether a part is at least so many per cent of a whole.
fn reaches(part: u32, whole: u32, percent: u32) -> bool {
    u64::from(part) * 100 >= u64::from(whole) * u64::from(percent)
}
