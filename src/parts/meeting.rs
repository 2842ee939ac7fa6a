//! What papers tell of a meeting: words and times that may be left for the pen, who came.

use schemars::JsonSchema;
use serde::de::Deserializer;
use serde::{Deserialize, Serialize, Serializer};

use super::given::BY_HAND;
use super::{Given, Person};
use crate::text::Text;

/// Words that are given, or left on purpose for the pen: `"Hội trường tầng 2"` or `"by_hand"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// The words themselves.
    Text(Text),
    /// Dots are printed in their place.
    ByHand,
}

/// Giờ, phút: a time of the day; each figure may be left for the pen. `"14h00"`, `"14:00"` and `"14 giờ 00"` are
/// read too.
#[doc(alias = "giờ")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = super::spelt::time)]
pub struct ClockTime {
    /// Hour, 0 to 23.
    pub hour: Given,
    /// Minute, 0 to 59; left out, it is the full hour.
    #[serde(default = "full_hour")]
    pub minute: Given,
}

spelt!(
    ClockTime,
    TIME,
    |text| {
        let (hour, minute) = crate::text::forms::time(text)?;
        Some(ClockTime::new(hour, minute))
    },
    |time: &ClockTime| Some(format!("{:02}h{:02}", time.hour.value()?, time.minute.value()?))
);

/// Thành phần: the members of the body, those summoned, present and absent. Each figure may be left
/// for the pen.
#[doc(alias = "thành phần")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Who the members are, in words: `Toàn thể đảng viên Chi bộ 3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Text>,
    /// Tổng số.
    pub total: Given,
    /// Đảng viên chính thức; left out in a meeting of committee members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<Given>,
    /// Đảng viên dự bị.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probationary: Option<Given>,
    /// Được miễn công tác, sinh hoạt đảng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempt: Option<Given>,
    /// Tạm thời sinh hoạt ở nơi khác.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Given>,
    /// Được triệu tập: all but those exempt or elsewhere.
    pub summoned: Given,
    /// Có mặt.
    pub present: Given,
    /// Vắng mặt.
    pub absent: Given,
    /// Vắng mặt có lý do.
    pub excused: Given,
    /// Vắng mặt không có lý do.
    pub unexcused: Given,
    /// Of those present: official and probationary members, where they are told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present_as: Option<Split>,
    /// Of those absent, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent_as: Option<Split>,
    /// Who was absent, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absentees: Vec<Absentee>,
    /// Đại biểu cấp trên tham dự.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delegates: Vec<Person>,
    /// Khách mời.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<Person>,
}

/// Chính thức, dự bị: a number of members told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Đảng viên chính thức.
    pub official: Given,
    /// Đảng viên dự bị.
    pub probationary: Given,
}

/// Đảng viên vắng mặt.
#[doc(alias = "vắng mặt")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Absentee {
    /// Họ và tên.
    pub name: Text,
    /// Lý do; without one the absence is unexcused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl Written {
    /// The words, where they are given.
    #[must_use]
    pub fn text(&self) -> Option<&Text> {
        match self {
            Written::Text(text) => Some(text),
            Written::ByHand => None,
        }
    }
}

impl Attendance {
    /// A meeting to which all of so many members were summoned; who was there is left for the pen until it
    /// is said.
    #[must_use]
    pub fn of(total: u32) -> Attendance {
        let by_hand = Given::ByHand;
        Attendance {
            participants: None,
            total: Given::Value(total),
            official: None,
            probationary: None,
            exempt: None,
            elsewhere: None,
            summoned: Given::Value(total),
            present: by_hand,
            absent: by_hand,
            excused: by_hand,
            unexcused: by_hand,
            present_as: None,
            absent_as: None,
            absentees: Vec::new(),
            delegates: Vec::new(),
            guests: Vec::new(),
        }
    }

    /// With so many present; all others were absent, without a reason unless [`excused`](Attendance::excused)
    /// says so.
    #[must_use]
    pub fn present(mut self, present: u32) -> Attendance {
        let absent = self.summoned.value().map(|summoned| summoned.saturating_sub(present));
        let excused = self.excused.value().unwrap_or_default();
        self.present = Given::Value(present);
        self.absent = absent.map_or(Given::ByHand, Given::Value);
        self.excused = Given::Value(excused);
        self.unexcused = absent.map_or(Given::ByHand, |absent| Given::Value(absent.saturating_sub(excused)));
        self
    }

    /// With so many of those absent who had a reason.
    #[must_use]
    pub fn excused(mut self, excused: u32) -> Attendance {
        self.excused = Given::Value(excused);
        if let Some(absent) = self.absent.value() {
            self.unexcused = Given::Value(absent.saturating_sub(excused));
        }
        self
    }

    /// How many of those exempt came all the same; nought where the figures do not tell. The present and the absent
    /// are all members but those exempt or elsewhere who stayed away.
    #[must_use]
    pub fn exempt_present(&self) -> u32 {
        let figure = |given: Option<Given>| given.map_or(Some(0), Given::value);
        let came = || {
            let due = self
                .total
                .value()?
                .checked_sub(figure(self.exempt)?)?
                .checked_sub(figure(self.elsewhere)?)?;
            let came = self.present.value()?.checked_add(self.absent.value()?)?.checked_sub(due)?;
            Some(came.min(figure(self.exempt)?))
        };
        came().unwrap_or_default()
    }

    /// Every figure left for the pen, before the meeting.
    #[must_use]
    pub fn by_hand(participants: impl Into<Text>) -> Attendance {
        let by_hand = Given::ByHand;
        Attendance {
            participants: Some(participants.into()),
            total: by_hand,
            official: Some(by_hand),
            probationary: Some(by_hand),
            exempt: None,
            elsewhere: None,
            summoned: by_hand,
            present: by_hand,
            absent: by_hand,
            excused: by_hand,
            unexcused: by_hand,
            present_as: None,
            absent_as: None,
            absentees: Vec::new(),
            delegates: Vec::new(),
            guests: Vec::new(),
        }
    }
}

/// The minute of a time that says none.
fn full_hour() -> Given {
    Given::Value(0)
}

impl ClockTime {
    /// A time: hour from 0 to 23, minute from 0 to 59. One that does not exist is a problem of the paper that has
    /// it.
    #[must_use]
    pub fn new(hour: u32, minute: u32) -> ClockTime {
        ClockTime { hour: Given::Value(hour), minute: Given::Value(minute) }
    }

    /// A time that is left for the pen.
    #[must_use]
    pub fn by_hand() -> ClockTime {
        ClockTime { hour: Given::ByHand, minute: Given::ByHand }
    }

    /// Minutes since midnight, where both figures are given.
    #[must_use]
    pub fn minutes(self) -> Option<u32> {
        Some(self.hour.value()?.saturating_mul(60).saturating_add(self.minute.value()?))
    }

    /// How many minutes it is from this time to that at which a meeting `ends`, and whether that is the next day's:
    /// an earlier time is, where the meeting then took less than twelve hours (convention). Nothing where a
    /// figure is left for the pen, or where it ends before it starts.
    #[must_use]
    pub fn until(self, ends: ClockTime) -> Option<(u32, bool)> {
        let (begin, end) = (self.minutes()?, ends.minutes()?);
        match end.checked_sub(begin) {
            Some(minutes) => Some((minutes, false)),
            None => {
                (end + 24 * 60).checked_sub(begin).filter(|minutes| *minutes < 12 * 60).map(|it| (it, true))
            }
        }
    }
}

/// `"by_hand"` leaves the words for the pen, as in a record.
impl<T: Into<Text>> From<T> for Written {
    fn from(text: T) -> Written {
        let text = text.into();
        if text.as_str() == BY_HAND { Written::ByHand } else { Written::Text(text) }
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Written::Text(text) => text.serialize(serializer),
            Written::ByHand => serializer.serialize_str(BY_HAND),
        }
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Written, D::Error> {
        Text::deserialize(deserializer).map(Written::from)
    }
}

impl JsonSchema for Written {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Written".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Words, or \"by_hand\" for dots to be filled by the pen",
            "type": "string",
            "examples": [BY_HAND]
        })
    }
}
