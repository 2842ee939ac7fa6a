//! The guide: a [`tutorial`], a [`cookbook`] by task, and a chapter for each part.
//!
//! Start with the [`tutorial`]: from an empty project to a resolution as DOCX and PDF. Then take recipes from the
//! [`cookbook`]. Read a chapter `working_with_…` when you need more than a recipe.
//!
//! The tests run each block of code. Each picture shows a page that the code above it makes. Code that needs a feature
//! beyond the default ones says so.

/// The definition of a picture that a chapter shows by its name: a page that one of its recipes makes. The chapter ends in a
/// line of its own, which two line breaks close. No picture has the name of a module: that would be a link to it.
macro_rules! picture {
    ($name:literal) => {
        concat!(
            "\n\n[",
            $name,
            "]: data:image/png;base64,",
            include_str!(concat!("pictures/", $name, ".txt"))
        )
    };
}

#[doc = include_str!("tutorial.md")]
#[doc = picture!("tutorial_resolution")]
#[doc = picture!("tutorial_plan")]
pub mod tutorial {}

#[doc = include_str!("cookbook/intro.md")]
#[doc = include_str!("cookbook/documents.md")]
#[doc = include_str!("cookbook/appearance.md")]
#[doc = include_str!("cookbook/office.md")]
#[doc = include_str!("cookbook/web.md")]
#[cfg_attr(feature = "svg", doc = include_str!("cookbook/svg.md"))]
#[cfg_attr(feature = "collect", doc = include_str!("cookbook/returned.md"))]
#[doc = picture!("draft")]
#[doc = picture!("plan")]
#[doc = picture!("minutes")]
#[doc = picture!("invitation")]
#[doc = picture!("ballots")]
#[doc = picture!("form_blank")]
#[doc = picture!("form_filled")]
#[doc = picture!("list")]
#[doc = picture!("deputy")]
#[doc = picture!("picture")]
#[doc = picture!("table")]
#[doc = picture!("landscape")]
#[doc = picture!("hd36")]
#[doc = picture!("wording")]
#[doc = picture!("marks")]
#[doc = picture!("register")]
#[doc = picture!("copy")]
#[doc = picture!("volume")]
#[doc = picture!("certificate")]
#[doc = picture!("opinions")]
pub mod cookbook {}

#[doc = include_str!("working_with_tables.md")]
#[doc = picture!("table_pages")]
pub mod working_with_tables {}

#[doc = include_str!("working_with_signatures.md")]
#[doc = picture!("joint")]
pub mod working_with_signatures {}

#[doc = include_str!("working_with_batches.md")]
pub mod working_with_batches {}

#[doc = include_str!("working_with_criteria.md")]
#[doc = picture!("form_blank")]
pub mod working_with_criteria {}

#[doc = include_str!("working_with_own_kinds.md")]
#[doc = picture!("own_kind")]
pub mod working_with_own_kinds {}

#[doc = include_str!("working_with_forms.md")]
#[doc = picture!("own_form")]
pub mod working_with_forms {}

#[doc = include_str!("working_with_chains.md")]
#[doc = picture!("chain_comments")]
pub mod working_with_chains {}

#[cfg(feature = "table")]
#[doc = include_str!("working_with_sheets.md")]
pub mod working_with_sheets {}

#[doc = include_str!("working_with_problems.md")]
pub mod working_with_problems {}
