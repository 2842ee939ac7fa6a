//! Thông báo.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Record;
use crate::error::Problems;
use crate::parts::{CitedDate, Frame};
use crate::profile::Profile;
use crate::rules::body;
use crate::text::Text;

outline_paper! {
    /// Thông báo: a conclusion made known, or the notice of a meeting.
    ///
    /// ```
    /// use vanban::{Notice, Renderer};
    /// let document = Renderer::new().render(&Notice::example())?;
    /// assert_eq!(document.file_name(), "thong-bao-06-tb-cb");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    #[doc(alias = "thông báo")]
    Notice, "../../examples/data/notice.json" {
        /// The meeting that it calls; it stands before the sections.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub meeting: Option<Meeting>,
    }
}

/// A meeting that is called: when, where, who, what.
#[doc(alias = "cuộc họp")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The hour, 0 to 23.
    pub hour: u32,
    /// The minute, 0 to 59.
    pub minute: u32,
    /// The day.
    pub date: CitedDate,
    /// Địa điểm.
    pub place: Text,
    /// Thành phần: who takes part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Text>,
    /// Nội dung, each with who does it.
    pub agenda: Vec<MeetingItem>,
    /// Yêu cầu: what is asked of who takes part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirements: Option<Text>,
}

/// What a meeting deals with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingItem {
    /// Nội dung.
    pub content: Text,
    /// Who does it: `đồng chí Nguyễn Văn A, Phó Bí thư`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Text>,
}

impl Record for Notice {
    const KIND: &'static str = "notice";
    const TEMPLATE: &'static str = concat!(
        include_str!("../../templates/parts/basis.hbs"),
        include_str!("../../templates/parts/opening.hbs"),
        include_str!("../../templates/notice.hbs"),
        outline_of!("sections"),
        include_str!("../../templates/parts/closing.hbs"),
    );

    fn frame(&self) -> Frame {
        self.paper("Thông báo", "TB")
    }

    fn check(&self, profile: &Profile, problems: &mut Problems) {
        match &self.meeting {
            Some(meeting) => meeting.check(self, problems),
            None => body::sections(&self.sections, self.first_level, problems),
        }
        self.check_outline(&[], body::last_paragraph(&self.sections), profile, problems);
    }
}

impl Meeting {
    fn check(&self, notice: &Notice, problems: &mut Problems) {
        if self.hour > 23 || self.minute > 59 {
            problems.error(
                "meeting.not_a_time",
                "meeting.hour",
                "quy ước",
                format!("không có {} giờ {} phút", self.hour, self.minute),
            );
        }
        match (self.date.calendar(), notice.date.calendar()) {
            (None, _) => problems.error(
                "meeting.not_a_date",
                "meeting.date",
                "quy ước",
                format!("ngày {} không có trong lịch", self.date),
            ),
            (Some(meeting), Some(paper)) if meeting < paper => problems.error(
                "meeting.before_notice",
                "meeting.date",
                "quy ước",
                format!("cuộc họp ngày {} diễn ra trước ngày của thông báo", self.date),
            ),
            _ => {}
        }
        if self.agenda.is_empty() {
            problems.error(
                "meeting.agenda_missing",
                "meeting.agenda",
                "quy ước",
                "cuộc họp chưa có nội dung nào",
            );
        }
        if !notice.sections.is_empty() {
            body::sections(&notice.sections, notice.first_level, problems);
        }
    }
}
