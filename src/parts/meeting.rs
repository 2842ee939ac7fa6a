//! What papers tell of a meeting: words and times that may be left for the pen, who came.

use schemars::JsonSchema;
use serde::de::Deserializer;
use serde::{Deserialize, Serialize, Serializer};

use super::given::BY_HAND;
use super::{Given, Person};
use crate::text::Text;

/// Words, or a blank to be filled in by hand. In JSON a string: `"Hội trường tầng 2"`, or `"by_hand"` for the
/// blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// The words.
    Text(Text),
    /// A blank to be filled in by hand; dots are printed.
    ByHand,
}

/// Giờ, phút: a time of the day. Each figure may be left to be filled in by hand. In JSON an object of its
/// fields; `"14h00"`, `"14:00"` and `"14 giờ 00"` are read too.
#[doc(alias = "giờ")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = super::spelt::time)]
pub struct ClockTime {
    /// The hour, 0 to 23.
    pub hour: Given,
    /// The minute, 0 to 59. In JSON it may be left out: then it is 0.
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

/// Thành phần: how many members there are, and how many of them are summoned, present and absent. Each figure
/// may be left to be filled in by hand.
#[doc(alias = "thành phần")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// The participants, in words, without punctuation at the end: `Toàn thể đảng viên Chi bộ 3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Text>,
    /// Tổng số: the number of all members.
    pub total: Given,
    /// Đảng viên chính thức: the number of full members. A meeting of committee members has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official: Option<Given>,
    /// Đảng viên dự bị: the number of probationary members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probationary: Option<Given>,
    /// Được miễn công tác, sinh hoạt đảng: the number of exempt members, who need not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempt: Option<Given>,
    /// Tạm thời sinh hoạt ở nơi khác: the number of members who temporarily belong to another chi bộ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Given>,
    /// Được triệu tập: the number of summoned members, all except those who are exempt or elsewhere.
    pub summoned: Given,
    /// Có mặt: the number of members present.
    pub present: Given,
    /// Vắng mặt: the number of members absent.
    pub absent: Given,
    /// Vắng mặt có lý do: the number absent with a reason.
    pub excused: Given,
    /// Vắng mặt không có lý do: the number absent without a reason.
    pub unexcused: Given,
    /// The present members, divided into full and probationary, if the record distinguishes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present_as: Option<Split>,
    /// The absent members, divided into full and probationary, if the record distinguishes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent_as: Option<Split>,
    /// The absent members, with their reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absentees: Vec<Absentee>,
    /// Đại biểu cấp trên tham dự: delegates of the superior level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delegates: Vec<Person>,
    /// Khách mời: guests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<Person>,
}

/// Chính thức, dự bị: a number of members, divided into full and probationary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// Đảng viên chính thức: the number of full members.
    pub official: Given,
    /// Đảng viên dự bị: the number of probationary members.
    pub probationary: Given,
}

/// Đảng viên vắng mặt: an absent member.
#[doc(alias = "vắng mặt")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Absentee {
    /// Họ và tên: the name.
    pub name: Text,
    /// Lý do: the reason. Without one the absence is unexcused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl Written {
    /// The words, or `None` for a blank.
    #[must_use]
    pub fn text(&self) -> Option<&Text> {
        match self {
            Written::Text(text) => Some(text),
            Written::ByHand => None,
        }
    }
}

impl Attendance {
    /// A meeting of this many members, all summoned. The numbers of present and absent members are to be
    /// filled in by hand, unless you set them with [`present`](Attendance::present).
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

    /// Sets the number of present members. All other summoned members were absent, without a reason unless
    /// [`excused`](Attendance::excused) says otherwise.
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

    /// Sets how many of the absent members had a reason.
    #[must_use]
    pub fn excused(mut self, excused: u32) -> Attendance {
        self.excused = Given::Value(excused);
        if let Some(absent) = self.absent.value() {
            self.unexcused = Given::Value(absent.saturating_sub(excused));
        }
        self
    }

    /// The number of exempt members who came: present + absent − (total − exempt − elsewhere), at most
    /// `exempt`. It is 0 if a subtraction would go below 0, or if one of these figures is to be filled in by
    /// hand.
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

    /// For a document made before the meeting: the participants in words, and figures to be filled in by
    /// hand. `exempt` and `elsewhere` are `None`.
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
    /// A time: hour from 0 to 23, minute from 0 to 59. A time that does not exist is a problem of the document
    /// that has it.
    #[must_use]
    pub fn new(hour: u32, minute: u32) -> ClockTime {
        ClockTime { hour: Given::Value(hour), minute: Given::Value(minute) }
    }

    /// A time to be filled in by hand.
    #[must_use]
    pub fn by_hand() -> ClockTime {
        ClockTime { hour: Given::ByHand, minute: Given::ByHand }
    }

    /// Minutes since midnight. `None` if a figure is to be filled in by hand.
    #[must_use]
    pub fn minutes(self) -> Option<u32> {
        Some(self.hour.value()?.saturating_mul(60).saturating_add(self.minute.value()?))
    }

    /// The minutes from this time until `ends`, and whether `ends` is on the next day. If `ends` is the
    /// earlier time of day, it is taken to be on the next day if fewer than twelve hours lie between
    /// (convention); else the result is `None`. It is also `None` if a figure is to be filled in by hand.
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
