//! The kinds whose states the chain knows.

use crate::kinds::{
    Conclusion, Decision, Notice, OfficialLetter, Plan, Programme, Report, Resolution, Submission,
    TypedRecord,
};
use crate::parts::{Outline, Paper};

/// A kind of document that is drafted before it is issued: a built-in kind, or a caller's. The chain uses the
/// trait to set number, date and signature.
///
/// ```
/// # use std::sync::LazyLock;
/// # use schemars::JsonSchema;
/// # use serde::{Deserialize, Serialize};
/// # use vanban::Kind;
/// # use vanban::chain::{Draft, Drafted, Outlined, Unvoted};
/// # use vanban::kinds::TypedRecord;
/// # use vanban::parts::{Frame, Issuer, Outline, Paper, PaperDate, Signature};
/// # #[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
/// # struct Instruction { #[serde(flatten)] paper: Paper, #[serde(flatten)] outline: Outline }
/// # static KIND: LazyLock<Kind> =
/// #     LazyLock::new(|| Kind::of::<Instruction>("instruction", "hướng dẫn").titled("Hướng dẫn", "HD"));
/// # impl TypedRecord for Instruction {
/// #     fn typed_kind() -> &'static Kind { &KIND }
/// #     fn frame(&self) -> Frame { KIND.frame(&self.paper) }
/// # }
/// impl Drafted for Instruction {
///     fn paper_mut(&mut self) -> &mut Paper {
///         &mut self.paper
///     }
/// }
/// impl Outlined for Instruction {
///     fn outline_mut(&mut self) -> &mut Outline {
///         &mut self.outline
///     }
/// }
/// impl Unvoted for Instruction {}
///
/// # let issuer = Issuer::new("Đảng uỷ phường Bình An").under("Đảng bộ thành phố Huế");
/// # let paper = Paper::new(issuer, "Phường Bình An", PaperDate::new(2026, 6, 5), "sinh hoạt chi bộ").draft(1);
/// # let signature = Signature::on_behalf_of("Đảng uỷ", "Bí thư", "Nguyễn Văn An");
/// let draft = Draft::from_record(Instruction { paper, outline: Outline::default() })?;
/// let issued = draft.issue(7, PaperDate::new(2026, 6, 9), signature)?;
/// assert_eq!((issued.record().paper.draft, issued.record().paper.number), (None, Some(7.into())));
/// # Ok::<(), vanban::Error>(())
/// ```
pub trait Drafted: TypedRecord + Clone {
    /// The shared fields of every document.
    fn paper_mut(&mut self) -> &mut Paper;
}

/// A drafted document whose body consists of sections, so that a draft may get other text.
pub trait Outlined: Drafted {
    /// The body: căn cứ (legal bases), opening, sections, closing.
    fn outline_mut(&mut self) -> &mut Outline;
}

/// A drafted document that its signer issues without a vote.
pub trait Unvoted: Drafted {}

macro_rules! drafted {
    ($($kind:ident),+) => {$(
        impl Drafted for $kind {
            fn paper_mut(&mut self) -> &mut Paper {
                &mut self.paper
            }
        }
    )+};
}

macro_rules! outlined {
    ($($kind:ident),+) => {$(
        drafted!($kind);

        impl Outlined for $kind {
            fn outline_mut(&mut self) -> &mut Outline {
                &mut self.outline
            }
        }
    )+};
}

macro_rules! unvoted {
    ($($kind:ident),+) => {$(
        impl Unvoted for $kind {}
    )+};
}

outlined!(Resolution, Conclusion, Notice, OfficialLetter, Plan, Programme, Report, Submission);
drafted!(Decision);
unvoted!(Conclusion, Decision, Notice, OfficialLetter, Plan, Programme, Report, Submission);
