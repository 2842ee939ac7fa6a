//! A meeting that a paper calls to, and what a meeting deals with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CitedDate, ClockTime, Person, Written};
use crate::text::Text;

/// Cuộc họp: a meeting that a notice or an invitation calls to. [`Minutes`](crate::kinds::Minutes) have no
/// `Meeting`, but fields of their own.
///
/// ```
/// use vanban::parts::{AgendaItem, CitedDate, ClockTime, Meeting, Person};
/// let meeting = Meeting::new(CitedDate::new(2026, 6, 5), ClockTime::new(14, 0), "Phòng họp số 2", ["Nhiệm vụ tháng 6"])
///     .ends(ClockTime::new(16, 30))
///     .item(AgendaItem::new("Thông qua nghị quyết").person(Person::new("Nguyễn Văn An", "Bí thư Chi bộ")))
///     .request("Dự họp đúng giờ");
/// assert_eq!(meeting.agenda.len(), 2);
/// ```
#[doc(alias = "cuộc họp")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Meeting {
    /// Ngày họp: the day of the meeting.
    pub date: CitedDate,
    /// The time of the beginning.
    pub starts: ClockTime,
    /// The time of the end, on the same day or after midnight. Without one only the beginning is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<ClockTime>,
    /// Địa điểm: the venue.
    pub venue: Written,
    /// Chủ trì: the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Person>,
    /// Thành phần: the participants, in words, without punctuation at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Text>,
    /// Nội dung: the points of the meeting, each with the person responsible.
    pub agenda: Vec<AgendaItem>,
    /// Yêu cầu: what participants are asked for, without punctuation at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Text>,
}

impl Meeting {
    /// A meeting with the required values: day, beginning, venue, and agenda.
    #[must_use]
    pub fn new(
        date: impl Into<CitedDate>,
        starts: ClockTime,
        venue: impl Into<Written>,
        agenda: impl IntoIterator<Item = impl Into<AgendaItem>>,
    ) -> Meeting {
        Meeting {
            date: date.into(),
            starts,
            ends: None,
            venue: venue.into(),
            chair: None,
            participants: None,
            agenda: agenda.into_iter().map(Into::into).collect(),
            requests: Vec::new(),
        }
    }
}

setters!(Meeting {
    /// Sets `date`. Ngày họp: the day of the meeting.
    date: set CitedDate = date;
    /// Sets `starts`. The time of the beginning.
    starts: set ClockTime = starts;
    /// Sets `ends`. The time of the end, on the same day or after midnight. Without one only the beginning is
    /// printed.
    ends: some ClockTime = ends;
    /// Sets `venue`. Địa điểm: the venue.
    venue: set Written = venue;
    /// Sets `chair`. Chủ trì: the chair.
    chair: some Person = chair;
    /// Sets `participants`. Thành phần: the participants, in words, without punctuation at the end.
    participants: some Text = participants;
    /// Sets `agenda`. Nội dung: the points of the meeting, each with the person responsible.
    agenda: all AgendaItem = agenda;
    /// Adds one element to `agenda`. Nội dung: the points of the meeting, each with the person responsible.
    item: push AgendaItem = agenda;
    /// Sets `requests`. Yêu cầu: what participants are asked for, without punctuation at the end.
    requests: all Text = requests;
    /// Adds one element to `requests`. Yêu cầu: what participants are asked for, without punctuation at the
    /// end.
    request: push Text = requests;
});

/// A point of a meeting. In JSON a point without a person may be only its text: `"Nhiệm vụ tháng 6"`. A
/// template always sees an object with `content`.
#[doc(alias = "nội dung")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(transform = super::spelt::item)]
#[non_exhaustive]
pub struct AgendaItem {
    /// Nội dung: the text, without punctuation at the end.
    pub content: Text,
    /// The person responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
}

spelt!(AgendaItem, ITEM, |text| Some(AgendaItem::new(text)), |item: &AgendaItem| item
    .person
    .is_none()
    .then(|| item.content.as_str().to_owned()));

impl AgendaItem {
    /// A point with this content.
    #[must_use]
    pub fn new(content: impl Into<Text>) -> AgendaItem {
        AgendaItem { content: content.into(), person: None }
    }
}

setters!(AgendaItem {
    /// Sets `person`. The person responsible.
    person: some Person = person;
});

impl<T: Into<Text>> From<T> for AgendaItem {
    fn from(content: T) -> AgendaItem {
        AgendaItem::new(content)
    }
}
