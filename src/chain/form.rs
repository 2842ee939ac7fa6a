//! Mẫu 1: what a chi bộ's form for its own session takes over from the minutes.

use std::collections::BTreeSet;

use super::month::Month;
use super::refused;
use super::sections::{guidance, held};
use crate::error::Result;
use crate::kinds::{EvaluationForm, Minutes, MinutesVariant, Period, Scorer};
use crate::parts::{Given, PaperDate, Person};
use crate::scoring::{Session, SessionVariant};
use crate::text::Text;

/// Makes the form in which a chi bộ scores its own session, with a criteria set by id. Day, length, attendance
/// and speakers of the session come from its minutes. Points, reasons and the form's date are open, because
/// nobody has scored yet.
///
/// ```
/// use vanban::chain::evaluation_form;
/// use vanban::kinds::{Minutes, MinutesVariant};
/// let minutes = Minutes::example().variant(MinutesVariant::Regular);
/// let form = evaluation_form(&minutes, "an_phu_ward_2025_monthly")?;
/// assert!(form.rows.is_empty());
/// # Ok::<(), vanban::Error>(())
/// ```
///
/// # Errors
/// [`Error::Invalid`](crate::Error::Invalid) if the minutes are not of a regular or thematic session, or if no
/// month is known.
pub fn evaluation_form(minutes: &Minutes, criteria_set: &str) -> Result<EvaluationForm> {
    let variant = match minutes.variant {
        MinutesVariant::Regular => SessionVariant::Regular,
        MinutesVariant::Thematic => SessionVariant::Thematic,
        _ => {
            return Err(refused::<Minutes>(
                "chain.not_scored",
                "variant",
                "42-HD/BTCTW",
                "chỉ kỳ sinh hoạt thường kỳ, sinh hoạt chuyên đề được chấm điểm chất lượng",
            ));
        }
    };
    let Some(month) = Month::of(minutes.subject.as_str(), held(minutes)) else {
        return Err(refused::<Minutes>(
            "chain.month_unknown",
            "subject",
            "quy ước",
            "biên bản chưa ghi tháng của kỳ sinh hoạt: hãy ghi trong trích yếu, ví dụ “tháng 7 năm 2026”",
        ));
    };
    let date = PaperDate::by_hand(held(minutes).year);
    let mut form = EvaluationForm::new(
        Scorer::Own,
        minutes.issuer.clone(),
        minutes.place.clone(),
        date,
        criteria_set,
        Period::new(month.month, month.year),
        session(minutes, variant),
    );
    form.profile = guidance(minutes.profile, date);
    form.held = held(minutes).calendar().map(|_| held(minutes).into());
    Ok(form)
}

/// The session's facts, as far as the minutes have them.
fn session(minutes: &Minutes, variant: SessionVariant) -> Session {
    let mut session = Session::new(variant);
    session.duration = minutes.duration();
    let Some(attendance) = &minutes.attendance else { return session };
    session.members = attendance.total.value();
    session.exempt = attendance.exempt.and_then(Given::value).unwrap_or_default();
    session.present = attendance.present.value();
    session.unexcused = attendance.unexcused.value();
    // Told only where it is not plain: somebody exempt came too, or somebody is elsewhere.
    let there = attendance
        .present
        .value()
        .zip(attendance.absent.value())
        .map(|(came, absent)| came.saturating_add(absent));
    let usual = session.due();
    session.summoned = attendance.summoned.value().max(there).filter(|it| usual != Some(*it));
    session.speakers = Some(speakers(minutes));
    session
}

/// How many members gave an opinion, each once: not a guest, nor who only reported or concluded.
fn speakers(minutes: &Minutes) -> u32 {
    let guests = minutes.attendance.iter().flat_map(|it| it.delegates.iter().chain(&it.guests));
    let guests: BTreeSet<&Text> = guests.filter_map(Person::given_name).collect();
    let of_points = minutes.proceedings.iter().flat_map(|it| &it.opinions);
    let read = minutes.presentations.iter().map(|it| &it.speaker);
    let spoke = of_points.chain(&minutes.opinions).map(|it| &it.speaker).chain(read);
    let names: BTreeSet<&Text> =
        spoke.filter_map(Person::given_name).filter(|name| !guests.contains(name)).collect();
    u32::try_from(names.len()).unwrap_or(u32::MAX)
}
