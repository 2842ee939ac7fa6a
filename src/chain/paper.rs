//! The kinds whose states the chain knows.

use self::sealed::Parts;
use crate::kinds::{Notice, Plan, Programme, Resolution, TypedRecord};

/// A kind of paper that is drafted before it is issued.
pub trait Drafted: TypedRecord + Clone + Parts {}

/// A paper that is issued by who signs it, without a vote of its own.
pub trait Unvoted: Drafted {}

impl Unvoted for Notice {}
impl Unvoted for Plan {}
impl Unvoted for Programme {}

pub(super) mod sealed {
    use crate::parts::{Outline, Paper};

    /// What the steps of the chain set.
    pub trait Parts {
        fn paper(&mut self) -> &mut Paper;
        fn outline(&mut self) -> &mut Outline;
    }
}

macro_rules! drafted {
    ($($kind:ident),+) => {$(
        impl Drafted for $kind {}

        impl Parts for $kind {
            fn paper(&mut self) -> &mut crate::parts::Paper {
                &mut self.paper
            }

            fn outline(&mut self) -> &mut crate::parts::Outline {
                &mut self.outline
            }
        }
    )+};
}

drafted!(Resolution, Notice, Plan, Programme);
