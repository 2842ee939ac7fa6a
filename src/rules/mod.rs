//! The regulation: figures and styles of each profile, and the checks that hold for every kind.

pub(crate) mod body;
mod codes;
pub(crate) mod frame;
mod hd05;
pub(crate) mod numbering;
mod signature;
mod style;
pub(crate) mod texts;

pub use style::{Align, Page, Rule, Style};

pub(crate) use codes::issuer_code;

use chrono::NaiveDate;

use crate::tree::Role;

/// A regulation's figures: page, a style for every role, punctuation (quy định thể thức).
///
/// Geometry is rounded once, to the twips that Word stores.
///
/// ```
/// use vanban::Profile;
/// assert_eq!(Profile::hd05().name(), "05-HD/VPTW");
/// ```
#[derive(Debug, Clone)]
pub struct Profile {
    id: ProfileId,
    page: Page,
    style: fn(Role) -> Style,
    /// What ends every căn cứ but the last, and the last.
    basis_marks: (&'static str, &'static str),
    /// What ends every recipient but the last, and the last.
    recipient_marks: (&'static str, &'static str),
}

/// Names a [`Profile`] in a record: `"hd05"`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProfileId {
    /// Hướng dẫn 05-HD/VPTW of 27/5/2026, in force.
    Hd05,
}

impl Profile {
    /// Hướng dẫn 05-HD/VPTW, ngày 27/5/2026, the one in force.
    #[must_use]
    pub fn hd05() -> Profile {
        hd05::profile()
    }

    /// The profile that a record names.
    #[must_use]
    pub fn named(id: ProfileId) -> Profile {
        match id {
            ProfileId::Hd05 => Profile::hd05(),
        }
    }

    /// Which profile it is.
    #[must_use]
    pub fn id(&self) -> ProfileId {
        self.id
    }

    /// Number and symbol of the guidance.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.id {
            ProfileId::Hd05 => "05-HD/VPTW",
        }
    }

    /// Since when it is in force.
    pub(crate) fn since(&self) -> Option<NaiveDate> {
        match self.id {
            ProfileId::Hd05 => NaiveDate::from_ymd_opt(2026, 5, 27),
        }
    }

    /// Size and margins of a page.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// How a role looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        (self.style)(role)
    }

    /// What ends every căn cứ but the last, and the last one.
    pub(crate) fn basis_marks(&self) -> (&'static str, &'static str) {
        self.basis_marks
    }

    /// What ends every recipient but the last, and the last one.
    pub(crate) fn recipient_marks(&self) -> (&'static str, &'static str) {
        self.recipient_marks
    }
}
