//! Thông báo.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Checks, Kind, TypedRecord};
use crate::parts::{Frame, Issuer, Meeting, Outline, Paper, PaperDate};
use crate::rules::reported;
use crate::text::Text;

/// Thông báo: a notice of a conclusion, or of a meeting.
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
    /// The fields that most kinds share: issuer, number, place and date, subject, signature, recipients.
    #[serde(flatten)]
    pub paper: Paper,
    /// The body: căn cứ (legal bases), opening, sections, closing.
    #[serde(flatten)]
    pub outline: Outline,
    /// The meeting that the notice calls, printed before the sections. `None` for a notice of a conclusion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
}

record!(Notice, "../../examples/data/notice.json", "An example: a real document of this kind");

impl Notice {
    /// A record with the required values; setters set the rest.
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
    /// Sets `meeting`. The meeting that the notice calls, printed before the sections. `None` for a notice of
    /// a conclusion.
    meeting: some Meeting = meeting;
});

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
        if let Some(meeting) = &self.meeting {
            checks.meeting("meeting", meeting, self.paper.date);
        }
        let opening = self.outline.opening.as_ref();
        reported::in_notice(opening, self.paper.date.calendar(), checks.problems);
        // A meeting is content enough, and ends well.
        checks.content(&self.outline, self.meeting.is_some());
        let last = if self.meeting.is_some() && self.outline.sections.is_empty() {
            None
        } else {
            Checks::last_of(&self.outline)
        };
        checks.outline_around(&self.paper, &self.outline, &[], last);
    }
}
