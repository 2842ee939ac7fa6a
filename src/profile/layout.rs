//! What an office chooses inside the ranges that the guidance leaves open.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::style::Style;
use super::{Profile, ProfileId};
use crate::error::{Error, Problems, Result};
use crate::path::Path;
use crate::schema::with_named_words;
use crate::text::Decimal;
use crate::tree::Role;
use crate::units::Length;

/// Sizes and distances within the ranges of the guidance. A missing value is the profile's own. A record's `layout` has
/// priority over the Renderer's profile.
#[doc(alias = "trình bày")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Layout {
    /// Cỡ chữ tên loại: the size of the type name (`NGHỊ QUYẾT`), 15 or 16 pt (05-HD/VPTW PL2.5); 16 by
    /// default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub type_name_pt: Option<Decimal>,
    /// Cỡ chữ trích yếu: the size of the subject, 14 or 15 pt (05-HD/VPTW PL2.5); 14 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_pt: Option<Decimal>,
    /// Cỡ chữ nội dung: the size of the body, one for the whole document, 14 or 15 pt (05-HD/VPTW PL2.6); 14 by
    /// default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_pt: Option<Decimal>,
    /// Giãn dòng: the exact line pitch of the body, in whole points from 18 to 22, and from 18 to 36 under
    /// 36-HD/VPTW (05-HD/VPTW II.I.6.2.2; whole points are a convention); 18 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line_pitch_pt: Option<Decimal>,
    /// Lùi đầu dòng: the first-line indent of paragraphs, 10 to 12.7 mm (convention; 05-HD/VPTW II.I.6.2.2 says
    /// 10); 10 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_line_mm: Option<Decimal>,
    /// Khoảng cách đoạn: the space between paragraphs of the body, in whole points from 6 (05-HD/VPTW
    /// II.I.6.2.2) to 18 (convention); 6 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph_gap_pt: Option<Decimal>,
}

setters!(Layout {
    /// Sets `type_name_pt`. Cỡ chữ tên loại: the size of the type name (`NGHỊ QUYẾT`), 15 or 16 pt
    /// (05-HD/VPTW PL2.5); 16 by default.
    type_name_pt: some Decimal = type_name_pt;
    /// Sets `subject_pt`. Cỡ chữ trích yếu: the size of the subject, 14 or 15 pt (05-HD/VPTW PL2.5); 14 by
    /// default.
    subject_pt: some Decimal = subject_pt;
    /// Sets `body_pt`. Cỡ chữ nội dung: the size of the body, one for the whole document, 14 or 15 pt
    /// (05-HD/VPTW PL2.6); 14 by default.
    body_pt: some Decimal = body_pt;
    /// Sets `line_pitch_pt`. Giãn dòng: the exact line pitch of the body, in whole points from 18 to 22, and
    /// from 18 to 36 under 36-HD/VPTW (05-HD/VPTW II.I.6.2.2; whole points are a convention); 18 by default.
    line_pitch_pt: some Decimal = line_pitch_pt;
    /// Sets `first_line_mm`. Lùi đầu dòng: the first-line indent of paragraphs, 10 to 12.7 mm (convention;
    /// 05-HD/VPTW II.I.6.2.2 says 10); 10 by default.
    first_line_mm: some Decimal = first_line_mm;
    /// Sets `paragraph_gap_pt`. Khoảng cách đoạn: the space between paragraphs of the body, in whole points
    /// from 6 (05-HD/VPTW II.I.6.2.2) to 18 (convention); 6 by default.
    paragraph_gap_pt: some Decimal = paragraph_gap_pt;
});

/// A value, what it is called, where the range of it is from, and the range.
struct Range {
    field: &'static str,
    term: &'static str,
    unit: &'static str,
    value: Option<Decimal>,
    from: Decimal,
    to: Decimal,
    whole: bool,
    clause: &'static str,
}

impl Layout {
    fn ranges(&self, id: ProfileId) -> [Range; 6] {
        let clauses = match id {
            ProfileId::Hd05 => ["05-HD/VPTW PL2.5", "05-HD/VPTW PL2.6", "05-HD/VPTW II.I.6.2.2"],
            ProfileId::Hd36 => ["36-HD/VPTW PL3.5", "36-HD/VPTW PL3.6", "36-HD/VPTW 1.6.2"],
        };
        let range = |field, term, value, (from, to): (u32, u32), clause| Range {
            field,
            term,
            unit: "pt",
            value,
            from: from.into(),
            to: to.into(),
            whole: true,
            clause,
        };
        let widest = if id == ProfileId::Hd36 { 36 } else { 22 };
        [
            range("type_name_pt", "cỡ chữ tên loại", self.type_name_pt, (15, 16), clauses[0]),
            range("subject_pt", "cỡ chữ trích yếu", self.subject_pt, (14, 15), clauses[0]),
            range("body_pt", "cỡ chữ nội dung", self.body_pt, (14, 15), clauses[1]),
            range("line_pitch_pt", "giãn dòng", self.line_pitch_pt, (18, widest), clauses[2]),
            Range {
                unit: "mm",
                to: Decimal::tenths(127),
                whole: false,
                ..range("first_line_mm", "lùi đầu dòng", self.first_line_mm, (10, 12), "quy ước")
            },
            range("paragraph_gap_pt", "khoảng cách đoạn", self.paragraph_gap_pt, (6, 18), clauses[2]),
        ]
    }

    /// Every value outside its range.
    pub(crate) fn check(&self, id: ProfileId, at: &Path, problems: &mut Problems) {
        for Range { field, term, unit, value, from, to, whole, clause } in self.ranges(id) {
            let Some(value) = value else { continue };
            if !(from..=to).contains(&value) || (whole && value.places() > 0) {
                let steps = if whole { ", số nguyên" } else { "" };
                let found =
                    format!("{term} từ {from} đến {to} {unit}{steps}; hiện là {value} {unit}; hãy ghi lại");
                problems.error("layout.out_of_range", at.field(field), clause, found);
            }
        }
    }

    /// The given ones of these values, which a paper has no use for; `why` says what it lacks.
    pub(crate) fn refuse(&self, fields: &[&str], clause: &'static str, why: &str, problems: &mut Problems) {
        let given = |it: &Range| it.value.is_some() && fields.contains(&it.field);
        for Range { field, term, .. } in self.ranges(ProfileId::Hd05).into_iter().filter(given) {
            let found = format!("{term} không có tác dụng ở đây: {why}; hãy bỏ");
            problems.error("layout.without_effect", Path::at("layout").field(field), clause, found);
        }
    }

    /// These values where there are some, else the others.
    fn or(self, other: Layout) -> Layout {
        Layout {
            type_name_pt: self.type_name_pt.or(other.type_name_pt),
            subject_pt: self.subject_pt.or(other.subject_pt),
            body_pt: self.body_pt.or(other.body_pt),
            line_pitch_pt: self.line_pitch_pt.or(other.line_pitch_pt),
            first_line_mm: self.first_line_mm.or(other.first_line_mm),
            paragraph_gap_pt: self.paragraph_gap_pt.or(other.paragraph_gap_pt),
        }
    }

    /// A role's style with what was chosen.
    pub(super) fn apply(&self, role: Role, own: Style, plain: Style) -> Style {
        let points = |chosen: Option<Decimal>, own: Length| chosen.map_or(own, |it| Length::pt(it.to_f64()));
        let text = is_text(role);
        Style {
            size: match role {
                Role::TypeName => points(self.type_name_pt, own.size),
                Role::Abstract => points(self.subject_pt, own.size),
                _ if text || is_head(role) => points(self.body_pt, own.size),
                _ => own.size,
            },
            // Whatever stands in the body's lines, as many as they are, has their pitch.
            pitch: if own.pitch == plain.pitch { points(self.line_pitch_pt, own.pitch) } else { own.pitch },
            after: if text && own.after == plain.after {
                points(self.paragraph_gap_pt, own.after)
            } else {
                own.after
            },
            first_line: match self.first_line_mm {
                Some(chosen) if text && own.first_line == plain.first_line => Length::mm(chosen.to_f64()),
                _ => own.first_line,
            },
            ..own
        }
    }
}

/// What makes the body's text.
fn is_text(role: Role) -> bool {
    matches!(
        role,
        Role::Body
            | Role::Basis
            | Role::Item(_)
            | Role::Heading(_)
            | Role::Article
            | Role::ArticleText
            | Role::Clause
            | Role::Point
    )
}

/// What stands over parts of the body, in letters of its size.
fn is_head(role: Role) -> bool {
    matches!(
        role,
        Role::GroupingLabel(_)
            | Role::GroupingName(_)
            | Role::Enacting
            | Role::TableCaption
            | Role::AppendixLabel
            | Role::AppendixTitle
            | Role::AppendixOf
    )
}

impl Profile {
    /// Sets sizes and distances within the ranges of the guidance. Missing values stay unchanged.
    ///
    /// ```
    /// use vanban::Profile;
    /// let wide = Profile::hd05().with_line_pitch_pt(20.0)?.with_body_pt(15.0)?;
    /// let error = wide.with_line_pitch_pt(24.0).unwrap_err();
    /// assert!(error.to_string().contains("giãn dòng từ 18 đến 22 pt"), "{error}");
    /// # Ok::<(), vanban::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`] with a problem for every value outside of its range; each names its clause.
    pub fn with_layout(mut self, layout: Layout) -> Result<Profile> {
        let mut problems = Problems::default();
        layout.check(self.id, &Path::at("layout"), &mut problems);
        match problems.into_vec() {
            none if none.is_empty() => {
                self.layout = layout.or(self.layout);
                Ok(self)
            }
            problems => Err(with_named_words(Error::Invalid(problems))),
        }
    }

    /// Sets the size of the document's type name (`NGHỊ QUYẾT`), 15 or 16 pt.
    ///
    /// # Errors
    /// As [`Profile::with_layout`].
    pub fn with_type_name_pt(self, points: f64) -> Result<Profile> {
        self.with_layout(Layout { type_name_pt: Some(given(points)?), ..Layout::default() })
    }

    /// Sets the size of the subject, 14 or 15 pt.
    ///
    /// # Errors
    /// As [`Profile::with_layout`].
    pub fn with_subject_pt(self, points: f64) -> Result<Profile> {
        self.with_layout(Layout { subject_pt: Some(given(points)?), ..Layout::default() })
    }

    /// Sets the size of the body, 14 or 15 pt.
    ///
    /// # Errors
    /// As [`Profile::with_layout`].
    pub fn with_body_pt(self, points: f64) -> Result<Profile> {
        self.with_layout(Layout { body_pt: Some(given(points)?), ..Layout::default() })
    }

    /// Sets the line pitch of the body in whole points, 18 to 22, or 18 to 36 under 36-HD/VPTW.
    ///
    /// # Errors
    /// As [`Profile::with_layout`].
    pub fn with_line_pitch_pt(self, points: f64) -> Result<Profile> {
        self.with_layout(Layout { line_pitch_pt: Some(given(points)?), ..Layout::default() })
    }

    /// Sets the first-line indent, 10 to 12.7 mm.
    ///
    /// # Errors
    /// As [`Profile::with_layout`].
    pub fn with_first_line_mm(self, millimetres: f64) -> Result<Profile> {
        self.with_layout(Layout { first_line_mm: Some(given(millimetres)?), ..Layout::default() })
    }

    /// Sets the space between paragraphs of the body, in whole points from 6 to 18.
    ///
    /// # Errors
    /// As [`Profile::with_layout`].
    pub fn with_paragraph_gap_pt(self, points: f64) -> Result<Profile> {
        self.with_layout(Layout { paragraph_gap_pt: Some(given(points)?), ..Layout::default() })
    }
}

fn given(figure: f64) -> Result<Decimal> {
    Decimal::try_from(figure)
        .map_err(|wrong| Error::unfit("shape.no_such_value", Path::at("layout"), wrong.to_string()))
}
