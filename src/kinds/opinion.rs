//! Phiếu lấy ý kiến.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Checks, Kind, TypedRecord};
use crate::error::Problems;
use crate::parts::{CitedDate, Closing, Copies, Frame, Issuer, PaperDate, Signature};
use crate::parts::{is_one, one};
use crate::path::Path;
use crate::profile::{Layout, ProfileId};
use crate::scoring::CriteriaSets;
use crate::text::Text;
use crate::units::Sheet;

/// Phiếu lấy ý kiến, phiếu góp ý: a form that asks each member for an opinion on a draft, as a whole and part
/// by part.
///
/// ```
/// use vanban::Renderer;
/// use vanban::kinds::OpinionForm;
/// let form = OpinionForm::example();
/// assert!(Renderer::new().check(&form).is_empty());
/// assert!(Renderer::new().render(&form)?.words().contains("Không đồng ý"));
/// # Ok::<(), vanban::Error>(())
/// ```
#[doc(alias = "phiếu lấy ý kiến")]
#[doc(alias = "phiếu góp ý")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[non_exhaustive]
pub struct OpinionForm {
    /// The guidance that the document follows; the Renderer's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileId>,
    /// Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// Khổ giấy: the sheet size, A4 (the default) or A5.
    #[serde(default, skip_serializing_if = "Sheet::is_usual")]
    pub sheet: Sheet,
    /// The number of printed copies, 1 (the default) to 1,000, each on sheets of its own.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub copies: u32,
    /// Cơ quan ban hành: the issuing body, which asks.
    pub issuer: Issuer,
    /// Địa danh: the place beside the date.
    pub place: Text,
    /// Ngày tháng năm: the date.
    pub date: PaperDate,
    /// The draft that members are asked about: `về dự thảo Nghị quyết …`.
    pub subject: Text,
    /// The paragraph before the questions; none by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<Text>,
    /// The parts of the draft, `Phần thứ nhất: …`. The form asks for an opinion on each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Text>,
    /// The number of lines for handwriting below each part and below `Ý kiến khác` (other opinions), 1 to 20;
    /// 3 by default.
    #[serde(default = "three", skip_serializing_if = "is_three")]
    pub lines: u32,
    /// The day before which the form is to be returned. `None` prints no such day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_by: Option<CitedDate>,
    /// Whether members give their names: the form then has lines for name and position, and space for a
    /// signature. Otherwise it says that a signature is optional.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed: bool,
}

/// Lines for the pen at most (convention).
const MOST_LINES: u32 = 20;

fn three() -> u32 {
    3
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_three(lines: &u32) -> bool {
    *lines == three()
}

record!(
    OpinionForm,
    "../../examples/data/opinion_form.json",
    "An example: a form that asks for opinions on a draft resolution"
);

impl OpinionForm {
    /// A record with the required values; setters set the rest.
    #[must_use]
    pub fn new(
        issuer: Issuer,
        place: impl Into<Text>,
        date: PaperDate,
        subject: impl Into<Text>,
    ) -> OpinionForm {
        OpinionForm {
            profile: None,
            layout: None,
            sheet: Sheet::A4,
            copies: 1,
            issuer,
            place: place.into(),
            date,
            subject: subject.into(),
            opening: None,
            parts: Vec::new(),
            lines: three(),
            return_by: None,
            signed: false,
        }
    }
}
setters!(OpinionForm {
    /// Sets `profile`. The guidance that the document follows; the Renderer's by default.
    profile: some ProfileId = profile;
    /// Sets `layout`. Cỡ chữ, giãn dòng: type sizes and line pitch, chosen within the guidance's ranges.
    layout: some Layout = layout;
    /// Sets `sheet`. Khổ giấy: the sheet size, A4 (the default) or A5.
    sheet: set Sheet = sheet;
    /// Sets `copies`. The number of printed copies, 1 (the default) to 1,000, each on sheets of its own.
    copies: number u32 = copies;
    /// Sets `issuer`. Cơ quan ban hành: the issuing body, which asks.
    issuer: set Issuer = issuer;
    /// Sets `place`. Địa danh: the place beside the date.
    place: set Text = place;
    /// Sets `date`. Ngày tháng năm: the date.
    date: set PaperDate = date;
    /// Sets `subject`. The draft that members are asked about: `về dự thảo Nghị quyết …`.
    subject: set Text = subject;
    /// Sets `opening`. The paragraph before the questions; none by default.
    opening: some Text = opening;
    /// Sets `parts`. The parts of the draft, `Phần thứ nhất: …`. The form asks for an opinion on each of
    /// them.
    parts: all Text = parts;
    /// Adds one element to `parts`. The parts of the draft, `Phần thứ nhất: …`. The form asks for an opinion
    /// on each of them.
    part: push Text = parts;
    /// Sets `lines`. The number of lines for handwriting below each part and below `Ý kiến khác` (other
    /// opinions), 1 to 20; 3 by default.
    lines: number u32 = lines;
    /// Sets `return_by`. The day before which the form is to be returned. `None` prints no such day.
    return_by: some CitedDate = return_by;
    /// Sets `signed` to `true`. Whether members give their names: the form then has lines for name and
    /// position, and space for a signature. Otherwise it says that a signature is optional.
    signed: yes bool = signed;
});

/// The wording of its body.
const TEMPLATE: &str = include_str!("../../templates/opinion_form.hbs");

impl TypedRecord for OpinionForm {
    kind!(
        Kind::of::<OpinionForm>("opinion_form", "phiếu lấy ý kiến")
            .worded(TEMPLATE)
            .viewed(view_schema)
            .exemplified(OpinionForm::EXAMPLE)
    );

    fn frame(&self) -> Frame {
        let (issuer, subject) = (self.issuer.clone(), self.subject.clone());
        Frame {
            profile: self.profile,
            layout: self.layout,
            sheet: self.sheet,
            numbered: false,
            closing: Closing::PersonalForm,
            signature: self.signed.then(|| Signature::in_person("Người góp ý", None)),
            copies: Copies::Same { count: self.copies, per_sheet: 1 },
            ..Frame::new("Phiếu lấy ý kiến", "", issuer, self.place.clone(), self.date, subject)
        }
    }

    fn check(&self, checks: &mut Checks<'_>) {
        let problems = &mut *checks.problems;
        let mut wrong = |code, path: Path, message: String| problems.error(code, path, "quy ước", message);
        if !(1..=MOST_LINES).contains(&self.lines) {
            let message =
                format!("mỗi phần có từ 1 đến {MOST_LINES} dòng để ghi ý kiến; hiện là {}", self.lines);
            wrong("lines.out_of_range", Path::at("lines"), message);
        }
        if let Some(twice) = (1..self.parts.len()).find(|&at| self.parts[..at].contains(&self.parts[at])) {
            let message = format!("phần “{}” đã có trước đó", self.parts[twice]);
            wrong("parts.twice", Path::at("parts").index(twice), message);
        }
        if let Some(by) = &self.return_by {
            match (by.calendar(), self.date.calendar()) {
                (None, _) => {
                    wrong(
                        "return_by.not_a_date",
                        Path::at("return_by"),
                        format!("ngày {by} không có trong lịch"),
                    );
                }
                (Some(day), Some(paper)) if day < paper => {
                    let message = format!("hẹn gửi lại ngày {by}, trước ngày ghi trên phiếu");
                    wrong("return_by.past", Path::at("return_by"), message);
                }
                _ => {}
            }
        }
    }

    fn view(&self, _: &CriteriaSets, _: &mut Problems) -> Option<Value> {
        let lines: Vec<u32> = (1..=self.lines.min(MOST_LINES)).collect();
        Some(json!({"lines": lines}))
    }
}

/// What its template sees beside its fields.
fn view_schema() -> Value {
    json!({"type": "object", "properties": {
        "lines": {"type": "array", "items": {"type": "integer"}},
    }})
}
