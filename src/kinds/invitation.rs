//! Giấy mời.

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{CitedDate, Closing, Copies, Frame, Given, Issuer, PaperDate, Signature};
use crate::path::Path;
use crate::profile::ProfileId;
use crate::scoring::CriteriaSets;
use crate::text::Text;
use crate::units::Sheet;

/// Giấy mời: calls each of a list of guests to a meeting. One document holds a copy for each.
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
    /// The guidance whose layout the paper follows; left out, the Renderer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Khổ giấy: A4 or A5.
    #[serde(default, skip_serializing_if = "Sheet::is_usual")]
    pub sheet: Sheet,
    /// Cơ quan ban hành.
    pub issuer: Issuer,
    /// Số, where the office numbers its invitations; without it there is no number line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Given>,
    /// Địa danh.
    pub place: Text,
    /// Ngày tháng năm of the invitation.
    pub date: PaperDate,
    /// To what: `dự sinh hoạt Chi bộ thường kỳ tháng 12 năm 2026`.
    pub subject: Text,
    /// Kính gửi: who is called, a copy for each: `Đồng chí Nguyễn Văn An, Phó Bí thư Chi bộ`.
    pub addressees: Vec<Text>,
    /// What leads to the four points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text>,
    /// Nội dung, one or several.
    pub content: Vec<Text>,
    /// Thời gian.
    pub time: MeetingTime,
    /// Địa điểm.
    pub venue: Text,
    /// Yêu cầu đối với đảng viên.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Text>,
    /// The closing paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Text>,
    /// Nơi nhận, where there are some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Text>,
    /// Who signs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
}

/// When a meeting begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingTime {
    /// The hour, 0 to 23.
    pub hour: u32,
    /// The minute, 0 to 59.
    #[serde(default)]
    pub minute: u32,
    /// The day; its name, `thứ Bảy`, is worked out.
    pub date: CitedDate,
}

/// The days of the week, Monday first.
const WEEKDAYS: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

impl MeetingTime {
    /// `14 giờ 00, thứ Bảy, ngày 05 tháng 12 năm 2026`; none where there is no such day.
    fn words(&self) -> Option<String> {
        let date = self.date.calendar()?;
        let weekday = WEEKDAYS[date.weekday().num_days_from_monday() as usize];
        let day = crate::text::long_date(Some(date.day()), Some(date.month()), date.year());
        Some(format!("{:02} giờ {:02}, {weekday}, {day}", self.hour, self.minute))
    }

    fn check(&self, paper: Option<NaiveDate>, problems: &mut Problems) {
        if self.hour > 23 || self.minute > 59 {
            let found = format!("không có {} giờ {:02}", self.hour, self.minute);
            problems.error("time.not_a_time", "time", "quy ước", found);
        }
        match (self.date.calendar(), paper) {
            (None, _) => {
                let found = format!("ngày {} không có trong lịch", self.date);
                problems.error("time.not_a_date", Path::at("time").field("date"), "quy ước", found);
            }
            (Some(day), Some(paper)) if day < paper => problems.error(
                "time.past",
                Path::at("time").field("date"),
                "quy ước",
                format!("mời họp ngày {}, trước ngày ghi trên giấy mời", self.date),
            ),
            _ => {}
        }
    }
}

record!(Invitation, "../../examples/data/invitation.json", "An invitation to a branch's monthly meeting");

impl Invitation {
    /// With what it cannot do without; the setters give the rest.
    #[must_use]
    #[allow(clippy::too_many_arguments, reason = "it cannot do without any of them")]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
        guests: impl IntoIterator<Item = impl Into<Text>>,
        content: impl IntoIterator<Item = impl Into<Text>>,
        time: MeetingTime,
        venue: impl Into<Text>,
    ) -> Invitation {
        Invitation {
            profile: None,
            sheet: Sheet::A4,
            issuer,
            number: None,
            place: place.into(),
            date,
            subject: subject.into(),
            addressees: guests.into_iter().map(Into::into).collect(),
            opening: None,
            content: content.into_iter().map(Into::into).collect(),
            time,
            venue: venue.into(),
            requests: Vec::new(),
            closing: None,
            recipients: Vec::new(),
            signature: None,
        }
    }
}
setters!(Invitation {
    /// The guidance whose layout the paper follows; left out, the Renderer's.
    profile: some ProfileId = profile;
    /// Khổ giấy: A4 or A5.
    sheet: set Sheet = sheet;
    /// Cơ quan ban hành.
    issuer: set Issuer = issuer;
    /// Số, where the office numbers its invitations; without it there is no number line.
    number: some Given = number;
    /// Địa danh.
    place: set Text = place;
    /// Ngày tháng năm of the invitation.
    date: set PaperDate = date;
    /// To what: `dự sinh hoạt Chi bộ thường kỳ tháng 12 năm 2026`.
    subject: set Text = subject;
    /// Kính gửi: who is called, a copy for each: `Đồng chí Nguyễn Văn An, Phó Bí thư Chi bộ`.
    addressees: all Text = addressees;
    /// What leads to the four points.
    opening: some Text = opening;
    /// Nội dung, one or several.
    content: all Text = content;
    /// Thời gian.
    time: set MeetingTime = time;
    /// Địa điểm.
    venue: set Text = venue;
    /// Yêu cầu đối với đảng viên.
    requests: all Text = requests;
    /// One more of `requests`.
    request: push Text = requests;
    /// The closing paragraph.
    closing: some Text = closing;
    /// Nơi nhận, where there are some.
    recipients: all Text = recipients;
    /// Who signs.
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
        let problems = &mut *checks.problems;
        if self.content.is_empty() {
            problems.error("content.missing", "content", "quy ước", "giấy mời chưa ghi nội dung cuộc họp");
        }
        self.time.check(self.date.calendar(), problems);
        for (list, name) in [(&self.content, "content"), (&self.requests, "requests")] {
            for (index, text) in list.iter().enumerate() {
                checks.full_stop(Path::at(name).index(index), text);
            }
        }
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        // One alone stands behind its label, several in a list.
        let alone = |list: &[Text]| if let [one] = list { Some(one.clone()) } else { None };
        let (content, request) = (alone(&self.content), alone(&self.requests));
        Some(json!({"time": self.time.words(), "content": content, "request": request}))
    }
}

/// What its template sees beside its fields.
fn view_schema() -> Value {
    let text = json!({"type": "string"});
    json!({"type": "object", "properties": {"time": text, "content": text, "request": text}})
}
