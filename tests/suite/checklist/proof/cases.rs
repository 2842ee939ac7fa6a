//! A case: a good paper, a change that breaks one rule, and the files that show it.

use super::sample::Sample;

#[derive(Clone, Copy)]
pub struct Case {
    /// The rule that must be among the failures.
    pub rule: u8,
    pub base: fn() -> Sample,
    pub change: fn(&mut Sample),
    pub in_docx: bool,
    pub in_pdf: bool,
}

pub const fn both(rule: u8, base: fn() -> Sample, change: fn(&mut Sample)) -> Case {
    Case { rule, base, change, in_docx: true, in_pdf: true }
}

pub const fn docx(rule: u8, base: fn() -> Sample, change: fn(&mut Sample)) -> Case {
    Case { rule, base, change, in_docx: true, in_pdf: false }
}

pub const fn pdf(rule: u8, base: fn() -> Sample, change: fn(&mut Sample)) -> Case {
    Case { rule, base, change, in_docx: false, in_pdf: true }
}
