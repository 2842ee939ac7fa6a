//! What some kinds of papers have and others have not: addressees, and what must stand at the end.

use crate::text::Text;

/// The addressees at the head of a document, under a label (05-HD/VPTW II.I.9.2.3, II.I.9.2.4). One addressee is on the
/// label's line, several are in a list below it.
#[doc(alias = "kính gửi")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// `Kính gửi:`, for a letter (công văn) or an invitation (giấy mời).
    To(Vec<Text>),
    /// `Kính trình:`, for a submission (tờ trình). 36-HD/VPTW has `Kính gửi:` there too.
    #[doc(alias = "kính trình")]
    Submitted(Vec<Text>),
}

impl Address {
    /// The addressees.
    #[must_use]
    pub fn names(&self) -> &[Text] {
        match self {
            Address::To(names) | Address::Submitted(names) => names,
        }
    }
}

/// How many copies of a document are printed into its file, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Copies {
    /// One copy.
    #[default]
    One,
    /// One copy for each of these names. Each copy has its own pages and its name under `Kính gửi:`.
    To(Vec<Text>),
    /// A number of equal copies, 1, 2 or 4 to a sheet. Two or four share an A4 sheet, which is then cut: two
    /// are halves (A5 landscape), four are quarters with the letterhead in one column.
    Same {
        /// The number of copies, 1 to 1000.
        count: u32,
        /// The number of copies on one sheet: 1, 2 or 4.
        per_sheet: u32,
    },
}

/// What the end of a document must have. A draft may leave out everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Closing {
    /// Recipients, and a signature with a name.
    #[default]
    Full,
    /// A signature with a name; recipients are optional. For example an invitation.
    Signed,
    /// Two signatures with names: the recorder's at the left, the chair's at the right (05-HD/VPTW
    /// II.I.7.1.4e). Recipients are optional.
    #[doc(alias = "biên bản")]
    Minutes,
    /// A form (phiếu): nothing is required, not even a signature. A missing name in its signature is to be
    /// filled in by hand.
    #[doc(alias = "phiếu")]
    Form,
    /// A personal document, such as a self-review. The rules of [`Closing::Form`] apply, and `(Ký, ghi rõ họ
    /// tên)` (sign, write the full name) is printed over the space for each signature.
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
