//! Giấy mời.

use chrono::Datelike;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{AgendaItem, Closing, Copies, Frame, Given, Issuer, Meeting, PaperDate, Signature};
use crate::profile::{Layout, ProfileId};
use crate::scoring::CriteriaSets;
use crate::text::Text;
use crate::units::Sheet;

/// Giấy mời: an invitation to a meeting. One document has a copy for each guest.
///
/// ```
/// use vanban::{Record, Renderer};
/// use vanban::kinds::Invitation;
/// let invitation = Invitation::example();
/// assert!(Renderer::new().check(&invitation).is_empty());
/// let words = Renderer::new().render(&invitation)?.words();
/// assert_eq!(words.matches("GIẤY MỜI").count(), invitation.addressees.len());
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "giấy mời")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Invitation {
    /// The guidance that the document follows; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Khổ giấy: the sheet size, A4 (the default) or A5.
    #[serde(default, skip_serializing_if = "Sheet::is_usual")]
    pub sheet: Sheet,
    /// Cơ quan ban hành: the issuing body.
    pub issuer: Issuer,
    /// Số: the number, if the office numbers its invitations. Without it there is no number line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Given>,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// Ngày tháng năm: the date of the invitation.
    pub date: PaperDate,
    /// The purpose: `dự sinh hoạt Chi bộ thường kỳ tháng 12 năm 2026`.
    pub subject: Text,
    /// Kính gửi: the guests, a copy for each: `Đồng chí Nguyễn Văn An, Phó Bí thư Chi bộ`.
    pub addressees: Vec<Text>,
    /// The paragraph before agenda, time and venue; none by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text>,
    /// Cuộc họp: the meeting, with agenda, time, venue, participants and requests.
    pub meeting: Meeting,
    /// The closing paragraph; none by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Text>,
    /// Nơi nhận: the recipients, if any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// The signature. An invitation must have one, with a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
}

/// The days of the week, Monday first.
const WEEKDAYS: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

record!(
    Invitation,
    "../../examples/data/invitation.json",
    "An example: an invitation to the monthly meeting of a chi bộ (Party cell)"
);

impl Invitation {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
        addressees: impl IntoIterator<Item = impl Into<Text>>,
        meeting: Meeting,
    ) -> Invitation {
        Invitation {
            profile: None,
            layout: None,
            sheet: Sheet::A4,
            issuer,
            number: None,
            place: place.into(),
            date,
            subject: subject.into(),
            addressees: addressees.into_iter().map(Into::into).collect(),
            opening: None,
            meeting,
            closing: None,
            recipients: Vec::new(),
            signature: None,
        }
    }
}
setters!(Invitation {
    /// Sets `profile`. The guidance that the document follows; the Renderer's by default.
    profile: some ProfileId = profile;
    /// Sets `layout`. Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    layout: some Layout = layout;
    /// Sets `sheet`. Khổ giấy: the sheet size, A4 (the default) or A5.
    sheet: set Sheet = sheet;
    /// Sets `issuer`. Cơ quan ban hành: the issuing body.
    issuer: set Issuer = issuer;
    /// Sets `number`. Số: the number, if the office numbers its invitations. Without it there is no number
    /// line.
    number: some Given = number;
    /// Sets `place`. Địa danh: the place beside the date.
    place: set Text = place;
    /// Sets `date`. Ngày tháng năm: the date of the invitation.
    date: set PaperDate = date;
    /// Sets `subject`. The purpose: `dự sinh hoạt Chi bộ thường kỳ tháng 12 năm 2026`.
    subject: set Text = subject;
    /// Sets `addressees`. Kính gửi: the guests, a copy for each: `Đồng chí Nguyễn Văn An, Phó Bí thư Chi bộ`.
    addressees: all Text = addressees;
    /// Sets `opening`. The paragraph before agenda, time and venue; none by default.
    opening: some Text = opening;
    /// Sets `meeting`. Cuộc họp: the meeting, with agenda, time, venue, participants and requests.
    meeting: set Meeting = meeting;
    /// Sets `closing`. The closing paragraph; none by default.
    closing: some Text = closing;
    /// Sets `recipients`. Nơi nhận: the recipients, if any.
    recipients: all Text = recipients;
    /// Sets `signature`. The signature. An invitation must have one, with a name.
    signature: some Signature = signature;
});

/// The wording of its body.
const TEMPLATE: &str = include_str!("../../templates/invitation.hbs");

impl TypedRecord for Invitation {
    kind!(
        Kind::of::<Invitation>("invitation", "giấy mời")
            .titled("Giấy mời", "GM")
            .worded(TEMPLATE)
            .viewed(view_schema)
            .exemplified(Invitation::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let (issuer, subject) = (self.issuer.clone(), self.subject.clone());
        Frame {
            profile: self.profile,
            layout: self.layout,
            sheet: self.sheet,
            number: self.number,
            numbered: self.number.is_some(),
            recipients: self.recipients.clone(),
            signature: self.signature.clone(),
            closing: Closing::Signed,
            copies: Copies::To(self.addressees.clone()),
            one_page: self.sheet == Sheet::A5,
            ..Frame::new("Giấy mời", "GM", issuer, self.place.clone(), self.date, subject)
        }
        .stands_at("copies", "addressees")
    }

    fn check(&self, checks: &mut Checks<'_>) {
        checks.meeting("meeting", &self.meeting, self.date);
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let meeting = &self.meeting;
        let weekday =
            meeting.date.calendar().map(|date| WEEKDAYS[date.weekday().num_days_from_monday() as usize]);
        let view = View { weekday, item: alone(&meeting.agenda), request: alone(&meeting.requests) };
        serde_json::to_value(view).ok()
    }
}

/// One alone stands behind its label, several in a list.
fn alone<T: Clone>(list: &[T]) -> Option<T> {
    if let [one] = list { Some(one.clone()) } else { None }
}

/// What its template sees beside its fields.
#[derive(Serialize, JsonSchema)]
struct View {
    /// The day of the week.
    weekday: Option<&'static str>,
    /// The one item of the agenda.
    item: Option<AgendaItem>,
    /// The one request.
    request: Option<Text>,
}

fn view_schema() -> Value {
    schemars::schema_for!(View).to_value()
}
