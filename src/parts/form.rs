//! What some kinds of papers have and others have not: addressees, and what must stand at the end.

use crate::text::Text;

/// Nơi nhận at the head of a paper, under a label (05-HD/VPTW II.I.9.2.3, II.I.9.2.4). One addressee
/// stands on the label's line, several in a list below it.
#[doc(alias = "kính gửi")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// `Kính gửi:`, of a letter (công văn) or an invitation (giấy mời).
    To(Vec<Text>),
    /// `Kính trình:`, of a submission (tờ trình); 36-HD/VPTW has `Kính gửi:` there too.
    #[doc(alias = "kính trình")]
    Submitted(Vec<Text>),
}

impl Address {
    /// To whom the paper goes.
    #[must_use]
    pub fn names(&self) -> &[Text] {
        match self {
            Address::To(names) | Address::Submitted(names) => names,
        }
    }
}

/// The copies of a paper that one document holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Copies {
    /// One.
    #[default]
    One,
    /// One for each of these, who stands in it under `Kính gửi:`; each on pages of its own.
    To(Vec<Text>),
    /// So many of the same, 1, 2 or 4 to a sheet. Two to a sheet each have the half of an A4 sheet, as
    /// an A5 on its long side; four a quarter, where the letterhead stands in one column.
    Same {
        /// How many.
        count: u32,
        /// How many to a sheet: 1, 2 or 4.
        per_sheet: u32,
    },
}

/// What must stand at the end of a paper, and what may be missing there. A draft may leave out all
/// of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Closing {
    /// Recipients and a signature with its name.
    #[default]
    Full,
    /// A signature with its name; recipients only where there are some: an invitation.
    Signed,
    /// Two signatures with their names: the recorder's at the left, the chair's at the right
    /// (05-HD/VPTW II.I.7.1.4e); recipients only where there are some.
    #[doc(alias = "biên bản")]
    Minutes,
    /// Nothing: a form has the signatures that it has, and a name that is missing is left for the pen.
    #[doc(alias = "phiếu")]
    Form,
    /// As a form, with `(Ký, ghi rõ họ tên)` over the room for each signature: a personal paper, a self
    /// review.
    PersonalForm,
}

impl Closing {
    /// Whether recipients must be given.
    pub(crate) fn needs_recipients(self) -> bool {
        self == Closing::Full
    }

    /// Whether a signature must be given, with its name.
    pub(crate) fn needs_signature(self) -> bool {
        matches!(self, Closing::Full | Closing::Signed | Closing::Minutes)
    }
}

/// How many copies there are, where a record does not say.
pub(crate) fn one() -> u32 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
pub(crate) fn is_one(count: &u32) -> bool {
    *count == 1
}
