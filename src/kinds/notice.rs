//! Thông báo.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{CitedDate, Frame, Issuer, Outline, Paper, PaperDate, Person};
use crate::path::Path;
use crate::text::Text;

/// Thông báo: a conclusion made known, or the notice of a meeting.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::Notice;
/// let document = Renderer::new().render(&Notice::example())?;
/// assert_eq!(document.file_name(), "thong-bao-06-tb-cb");
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "thông báo")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct Notice {
    /// What every paper has.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body.
    #[serde(flatten)]
    pub outline: Outline,
    /// The meeting that it calls; it stands before the sections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
}

record!(Notice, "../../examples/data/notice.json", "A real paper of the kind");

impl Notice {
    /// With what it cannot do without; the setters give the rest.
    #[must_use]
    pub fn new(issuer: Issuer, place: impl Into<Text>, date: PaperDate, subject: impl Into<Text>) -> Notice {
        Notice::of(Paper::new(issuer, place, date, subject), Outline::default())
    }

    /// A paper with this body.
    pub(crate) fn of(paper: Paper, outline: Outline) -> Notice {
        Notice { paper, outline, meeting: None }
    }
}

paper_setters!(Notice, paper);
outline_setters!(Notice, outline);
setters!(Notice {
    /// The meeting that it calls; it stands before the sections.
    meeting: some Meeting = meeting;
});

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
    pub venue: Text,
    /// Thành phần: who takes part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Text>,
    /// Nội dung, each with who does it.
    pub agenda: Vec<AgendaItem>,
    /// Yêu cầu: what is asked of who takes part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirements: Option<Text>,
}

/// What a meeting deals with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// Nội dung.
    pub content: Text,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
}

/// The wording of its body.
const TEMPLATE: &str = concat!(
    include_str!("../../templates/parts/basis.hbs"),
    include_str!("../../templates/parts/opening.hbs"),
    include_str!("../../templates/notice.hbs"),
    outline_of!("sections"),
    include_str!("../../templates/parts/closing.hbs"),
);

impl TypedRecord for Notice {
    kind!(
        Kind::of::<Notice>("notice", "thông báo")
            .titled("Thông báo", "TB")
            .worded(TEMPLATE)
            .exemplified(Notice::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        Self::typed_kind().frame(&self.paper)
    }

    fn check(&self, checks: &mut Checks<'_>) {
        match &self.meeting {
            Some(meeting) => meeting.check(self, checks),
            None => checks.sections(Path::root(), &self.outline.sections, self.outline.first_level),
        }
        let last = Checks::last_paragraph("sections", &self.outline.sections);
        checks.outline_around(&self.paper, &self.outline, &[], last);
    }
}

impl Meeting {
    fn check(&self, notice: &Notice, checks: &mut Checks<'_>) {
        let problems = &mut *checks.problems;
        if self.hour > 23 || self.minute > 59 {
            problems.error(
                "meeting.not_a_time",
                Path::at("meeting").field("hour"),
                "quy ước",
                format!("không có {} giờ {} phút", self.hour, self.minute),
            );
        }
        match (self.date.calendar(), notice.paper.date.calendar()) {
            (None, _) => problems.error(
                "meeting.not_a_date",
                Path::at("meeting").field("date"),
                "quy ước",
                format!("ngày {} không có trong lịch", self.date),
            ),
            (Some(meeting), Some(paper)) if meeting < paper => problems.error(
                "meeting.before_notice",
                Path::at("meeting").field("date"),
                "quy ước",
                format!("cuộc họp ngày {} diễn ra trước ngày của thông báo", self.date),
            ),
            _ => {}
        }
        if self.agenda.is_empty() {
            problems.error(
                "meeting.agenda_missing",
                Path::at("meeting").field("agenda"),
                "quy ước",
                "cuộc họp chưa có nội dung nào",
            );
        }
        for (index, item) in self.agenda.iter().enumerate() {
            if let Some(person) = &item.person {
                let path = Path::at("meeting").field("agenda").index(index).field("person");
                checks.person(path, person);
            }
        }
        if !notice.outline.sections.is_empty() {
            checks.sections(Path::root(), &notice.outline.sections, notice.outline.first_level);
        }
    }
}
