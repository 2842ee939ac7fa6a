//! The kinds whose states the chain knows, and the parts of them that a step sets.

use self::sealed::Parts;
use crate::kinds::{Notice, Plan, Programme, Record, Resolution};

/// A kind of paper that is drafted before it is issued.
pub trait Paper: Record + Clone + Parts {}

/// A paper that is issued by who signs it, without a vote of its own.
pub trait Unvoted: Paper {}

impl Unvoted for Notice {}
impl Unvoted for Plan {}
impl Unvoted for Programme {}

pub(super) mod sealed {
    use crate::parts::{Appendix, Given, PaperDate, Section, Signature};
    use crate::text::Text;

    /// The parts of a paper that say in which state it is.
    #[derive(Debug)]
    pub struct State<'a> {
        pub draft: &'a mut Option<u32>,
        pub number: &'a mut Option<Given>,
        pub date: &'a mut PaperDate,
        pub signature: &'a mut Option<Signature>,
    }

    /// The parts of a paper that are worded.
    #[derive(Debug)]
    pub struct Words<'a> {
        pub abstract_line: &'a mut Text,
        pub opening: &'a mut Option<Text>,
        pub sections: &'a mut Vec<Section>,
        pub recipients: &'a mut Vec<Text>,
        pub appendices: &'a mut Vec<Appendix>,
    }

    pub trait Parts {
        fn state(&mut self) -> State<'_>;
        fn words(&mut self) -> Words<'_>;
    }
}

macro_rules! papers {
    ($($kind:ident),+) => {$(
        impl Paper for $kind {}

        impl Parts for $kind {
            fn state(&mut self) -> sealed::State<'_> {
                sealed::State {
                    draft: &mut self.draft,
                    number: &mut self.number,
                    date: &mut self.date,
                    signature: &mut self.signature,
                }
            }

            fn words(&mut self) -> sealed::Words<'_> {
                sealed::Words {
                    abstract_line: &mut self.abstract_line,
                    opening: &mut self.opening,
                    sections: &mut self.sections,
                    recipients: &mut self.recipients,
                    appendices: &mut self.appendices,
                }
            }
        }
    )+};
}

papers!(Resolution, Notice, Plan, Programme);
