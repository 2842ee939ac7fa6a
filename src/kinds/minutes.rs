//! Biên bản.

mod rules;
mod signers;
mod subject;
mod variant;
mod view;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{
    AgendaItem, Appendix, Attendance, Ballots, Basis, Business, ClockTime, Closing, Concluded, Confirmation,
    Counterparts, Frame, Given, Issuer, Marks, Motion, Opinion, PaperDate, Person, Presentation, Solution,
    Written,
};
use crate::profile::{Layout, ProfileId};
use crate::scoring::CriteriaSets;
use crate::text::Text;

pub use variant::MinutesVariant;

/// Biên bản: the minutes of a meeting. The recorder and the chair sign them (05-HD/VPTW II.I.7.1.4e). Minutes
/// of a congress are signed for its đoàn thư ký (secretariat) and its đoàn chủ tịch (presidium)
/// (II.I.7.1.4a).
///
/// ```
/// use vanban::{Record, Renderer};
/// use vanban::kinds::{Minutes, MinutesVariant};
/// let minutes = Minutes::example();
/// assert_eq!(minutes.variant, MinutesVariant::Forum);
/// assert_eq!(Minutes::from_json(&minutes.to_json()?)?, minutes);
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "biên bản")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Minutes {
    /// The guidance that the document follows; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// The kind of meeting, which determines the parts that the minutes must have.
    pub variant: MinutesVariant,
    /// Cơ quan ban hành: the issuing body.
    pub issuer: Issuer,
    /// Dự thảo lần: the number of the draft, from 1. `None` for final minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<u32>,
    /// Số: the number, or `"by_hand"`. A draft has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Given>,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// Ngày tháng năm: the date.
    pub date: PaperDate,
    /// Whether the line with place and date is left out. Some offices do this, because the text says both.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undated: bool,
    /// Trích yếu: the subject. JSON may leave it out for three kinds of meeting. A regular session gets the
    /// month of `held`, or else of `date`: `sinh hoạt chi bộ thường kỳ tháng 6 năm 2026`. A thematic session and a
    /// forum get their topic: `sinh hoạt chuyên đề “…”`, `diễn đàn chi bộ “…”`.
    pub subject: Text,
    /// Căn cứ: the legal bases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
    /// Chuyên đề: the topic of a thematic session or of a forum, without quotation marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Text>,
    /// The day of the meeting, if it is not the document's date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<PaperDate>,
    /// The time of the opening.
    pub starts: ClockTime,
    /// The time of the closing, on the same day or after midnight.
    pub ends: ClockTime,
    /// The day of the closing, if the meeting took several days: a congress.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<PaperDate>,
    /// Địa điểm: the venue.
    pub venue: Written,
    /// Thành phần: the attendance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
    /// Chủ trì: the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Person>,
    /// Thư ký: the recorder, who signs as `NGƯỜI GHI BIÊN BẢN`; at a congress, the head of the `secretariat`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secretary: Option<Person>,
    /// Đoàn chủ tịch: the presidium of a congress. The `chair` signs for it; without a `chair`, its first
    /// member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub presidium: Vec<Person>,
    /// Đoàn thư ký: the secretariat of a congress. Its first member is its head and signs for it, unless a
    /// congress has a `secretary`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub secretariat: Vec<Person>,
    /// Nội dung sinh hoạt: the agenda, without punctuation at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
    /// Diễn biến cuộc họp: the course of the meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proceedings: Vec<Business>,
    /// Tham luận: the papers that were read aloud.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub presentations: Vec<Presentation>,
    /// Ý kiến tham gia: opinions on the whole, not on one point.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
    /// Giải pháp: the solutions that the meeting proposes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub solutions: Vec<Solution>,
    /// Kiểm phiếu: the ballot count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballots: Option<Ballots>,
    /// Kết luận: the conclusions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conclusions: Vec<Concluded>,
    /// Biểu quyết: the motions, each with the result of its vote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub motions: Vec<Motion>,
    /// The closing paragraph. By default the usual one, with the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Text>,
    /// Số bản: the number of copies of the minutes, and where one is kept. Not printed if `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterparts: Option<Counterparts>,
    /// Nơi nhận: the recipients, under the signatures, if any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// Xác nhận chữ ký: the signature of somebody who confirms the chair's signature, if that has no seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<Confirmation>,
    /// The additional marks: urgency, circulation, contact …
    #[serde(default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// Phụ lục: the appendices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appendices: Vec<Appendix>,
}

record!(
    Minutes,
    "../../examples/data/minutes_forum.json",
    "An example: real minutes of a forum. What is not known is to be filled in by hand"
);

impl Minutes {
    /// Minutes with the required values: kind of meeting, issuer, place and date of the document, subject,
    /// times of opening and closing, and venue. Setters set the rest.
    ///
    /// ```
    /// use vanban::kinds::{Minutes, MinutesVariant};
    /// use vanban::parts::{ClockTime, Issuer, PaperDate};
    /// let minutes = Minutes::new(
    ///     MinutesVariant::Regular,
    ///     Issuer::new("Chi bộ Phòng 7-9"),
    ///     "Quảng Trị",
    ///     PaperDate::new(2026, 6, 5),
    ///     "sinh hoạt chi bộ định kỳ tháng 6 năm 2026",
    ///     (ClockTime::new(14, 0), ClockTime::new(16, 0)),
    ///     "Phòng họp số 2",
    /// )
    /// .agenda(["Đánh giá nhiệm vụ tháng 5", "Bàn nhiệm vụ tháng 6"]);
    /// assert_eq!(minutes.duration(), Some(120));
    /// ```
    #[must_use]
    pub fn new(
        variant: MinutesVariant,
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
        (starts, ends): (ClockTime, ClockTime),
        venue: impl Into<Written>,
    ) -> Minutes {
        Minutes {
            profile: None,
            layout: None,
            variant,
            issuer,
            draft: None,
            number: None,
            place: place.into(),
            date,
            undated: false,
            subject: subject.into(),
            basis: Vec::new(),
            topic: None,
            held: None,
            starts,
            ends,
            ends_on: None,
            venue: venue.into(),
            attendance: None,
            chair: None,
            secretary: None,
            presidium: Vec::new(),
            secretariat: Vec::new(),
            agenda: Vec::new(),
            proceedings: Vec::new(),
            presentations: Vec::new(),
            opinions: Vec::new(),
            solutions: Vec::new(),
            ballots: None,
            conclusions: Vec::new(),
            motions: Vec::new(),
            closing: None,
            counterparts: None,
            recipients: Vec::new(),
            confirmation: None,
            marks: Marks::default(),
            appendices: Vec::new(),
        }
    }
}
setters!(Minutes {
    /// Sets `profile`. The guidance that the document follows; the Renderer's by default.
    profile: some ProfileId = profile;
    /// Sets `layout`. Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    layout: some Layout = layout;
    /// Sets `variant`. The kind of meeting, which determines the parts that the minutes must have.
    variant: set MinutesVariant = variant;
    /// Sets `issuer`. Cơ quan ban hành: the issuing body.
    issuer: set Issuer = issuer;
    /// Sets `draft`. Dự thảo lần: the number of the draft, from 1. `None` for final minutes.
    draft: some u32 = draft;
    /// Sets `number`. Số: the number, or `"by_hand"`. A draft has none.
    number: some Given = number;
    /// Sets `place`. Địa danh: the place beside the date.
    place: set Text = place;
    /// Sets `date`. Ngày tháng năm: the date.
    date: set PaperDate = date;
    /// Sets `undated` to `true`. Whether the line with place and date is left out. Some offices do this,
    /// because the text says both.
    undated: yes bool = undated;
    /// Sets `subject`. Trích yếu: the subject. JSON may leave it out for three kinds of meeting. A regular session gets the
    /// month of `held`, or else of `date`: `sinh hoạt chi bộ thường kỳ tháng 6 năm 2026`. A thematic session and a
    /// forum get their topic: `sinh hoạt chuyên đề “…”`, `diễn đàn chi bộ “…”`.
    subject: set Text = subject;
    /// Adds one element to `basis`. Căn cứ: the legal bases.
    basis: push Basis = basis;
    /// Sets `topic`. Chuyên đề: the topic of a thematic session or of a forum, without quotation marks.
    topic: some Text = topic;
    /// Sets `held`. The day of the meeting, if it is not the document's date.
    held: some PaperDate = held;
    /// Sets `starts`. The time of the opening.
    starts: set ClockTime = starts;
    /// Sets `ends`. The time of the closing, on the same day or after midnight.
    ends: set ClockTime = ends;
    /// Sets `ends_on`. The day of the closing, if the meeting took several days: a congress.
    ends_on: some PaperDate = ends_on;
    /// Sets `venue`. Địa điểm: the venue.
    venue: set Written = venue;
    /// Sets `attendance`. Thành phần: the attendance.
    attendance: some Attendance = attendance;
    /// Sets `chair`. Chủ trì: the chair.
    chair: some Person = chair;
    /// Sets `secretary`. Thư ký: the recorder, who signs as `NGƯỜI GHI BIÊN BẢN`; at a congress, the head of
    /// the `secretariat`.
    secretary: some Person = secretary;
    /// Sets `presidium`. Đoàn chủ tịch: the presidium of a congress. The `chair` signs for it; without a
    /// `chair`, its first member.
    presidium: all Person = presidium;
    /// Sets `secretariat`. Đoàn thư ký: the secretariat of a congress. Its first member is its head and signs
    /// for it, unless a congress has a `secretary`.
    secretariat: all Person = secretariat;
    /// Sets `agenda`. Nội dung sinh hoạt: the agenda, without punctuation at the end.
    agenda: all AgendaItem = agenda;
    /// Adds one element to `agenda`. Nội dung sinh hoạt: the agenda, without punctuation at the end.
    item: push AgendaItem = agenda;
    /// Sets `proceedings`. Diễn biến cuộc họp: the course of the meeting.
    proceedings: all Business = proceedings;
    /// Adds one element to `proceedings`. Diễn biến cuộc họp: the course of the meeting.
    business: push Business = proceedings;
    /// Sets `presentations`. Tham luận: the papers that were read aloud.
    presentations: all Presentation = presentations;
    /// Adds one element to `presentations`. Tham luận: the papers that were read aloud.
    presentation: push Presentation = presentations;
    /// Sets `opinions`. Ý kiến tham gia: opinions on the whole, not on one point.
    opinions: all Opinion = opinions;
    /// Adds one element to `opinions`. Ý kiến tham gia: opinions on the whole, not on one point.
    opinion: push Opinion = opinions;
    /// Sets `solutions`. Giải pháp: the solutions that the meeting proposes.
    solutions: all Solution = solutions;
    /// Adds one element to `solutions`. Giải pháp: the solutions that the meeting proposes.
    solution: push Solution = solutions;
    /// Sets `ballots`. Kiểm phiếu: the ballot count.
    ballots: some Ballots = ballots;
    /// Sets `conclusions`. Kết luận: the conclusions.
    conclusions: all Concluded = conclusions;
    /// Adds one element to `conclusions`. Kết luận: the conclusions.
    concluded: push Concluded = conclusions;
    /// Sets `motions`. Biểu quyết: the motions, each with the result of its vote.
    motions: all Motion = motions;
    /// Adds one element to `motions`. Biểu quyết: the motions, each with the result of its vote.
    motion: push Motion = motions;
    /// Sets `closing`. The closing paragraph. By default the usual one, with the time.
    closing: some Text = closing;
    /// Sets `counterparts`. Số bản: the number of copies of the minutes, and where one is kept. Not printed
    /// if `None`.
    counterparts: some Counterparts = counterparts;
    /// Sets `recipients`. Nơi nhận: the recipients, under the signatures, if any.
    recipients: all Text = recipients;
    /// Sets `confirmation`. Xác nhận chữ ký: the signature of somebody who confirms the chair's signature, if
    /// that has no seal.
    confirmation: some Confirmation = confirmation;
    /// Sets `marks`. The additional marks: urgency, circulation, contact …
    marks: set Marks = marks;
    /// Sets `appendices`. Phụ lục: the appendices.
    appendices: all Appendix = appendices;
    /// Adds one element to `appendices`. Phụ lục: the appendices.
    appendix: push Appendix = appendices;
});

impl Minutes {
    /// The length of the meeting in minutes. `None` if a time or day is to be filled in by hand, or if the
    /// meeting ends before it begins.
    #[must_use]
    pub fn duration(&self) -> Option<u32> {
        match self.ends_on {
            None => self.starts.until(self.ends).map(|(minutes, _)| minutes),
            Some(last) => {
                let first = self.held.unwrap_or(self.date).calendar()?;
                let days = u32::try_from((last.calendar()? - first).num_days()).ok()?;
                let end = days.checked_mul(24 * 60)?.checked_add(self.ends.minutes()?)?;
                end.checked_sub(self.starts.minutes()?)
            }
        }
    }
}

/// The wording of its body.
const TEMPLATE: &str =
    concat!(include_str!("../../templates/parts/basis.hbs"), include_str!("../../templates/minutes.hbs"),);

impl TypedRecord for Minutes {
    kind!(
        Kind::of::<Minutes>("minutes", "biên bản")
            .titled("Biên bản", "BB")
            .signed_by(["Tổ kiểm phiếu", "Ban kiểm phiếu"])
            .worded(TEMPLATE)
            .viewed(view::schema)
            .exemplified(Minutes::EXAMPLE)
    );

    fn complete(fields: &mut Map<String, Value>) {
        subject::complete(fields);
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        Some(view::view(self))
    }

    fn frame(&self) -> Frame {
        let type_name =
            if self.variant == MinutesVariant::Extract { "Trích biên bản" } else { "Biên bản" };
        let (issuer, subject) = (self.issuer.clone(), self.subject.clone());
        let [left, right] = self.signers();
        Frame {
            profile: self.profile,
            layout: self.layout,
            draft: self.draft,
            number: self.number,
            dated: !self.undated,
            recipients: self.recipients.clone(),
            signing_bodies: Self::typed_kind().signing_bodies().to_vec(),
            signature: right.signature(&self.issuer),
            left_signature: left.signature(&self.issuer),
            confirmation: self.confirmation.clone(),
            marks: self.marks.clone(),
            appendices: self.appendices.clone(),
            // A missing chair or secretary is a problem of its own; a name may be left for the pen.
            closing: Closing::Form,
            ..Frame::new(type_name, "BB", issuer, self.place.clone(), self.date, subject)
        }
        .stands_at("signature", right.at)
        .stands_at("left_signature", left.at)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        rules::check(self, checks.profile, checks.problems);
    }
}
