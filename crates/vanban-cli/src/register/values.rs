//! What is typed of a register; what cannot be taken is told with what to write.

use vanban::kinds::named;
use vanban::register::{CONGRESS, Decisions, Entry};
use vanban::text::slug;

use crate::words;

/// A type of papers.
#[derive(Debug, Clone)]
pub(crate) struct Type {
    /// Its name, as the guidance has it.
    pub(super) name: &'static str,
    /// Whether it is the one series of a congress that is meant.
    pub(super) congress: bool,
}

/// A type by its name, its code, or the name of a kind.
///
/// # Errors
/// A sentence with what to write.
pub(super) fn paper_type(text: &str) -> Result<Type, String> {
    let text = text.trim();
    if [CONGRESS, "DH"].contains(&text) {
        return Ok(Type { name: Entry::type_named("NQ").unwrap_or_default(), congress: true });
    }
    let by_kind = || {
        named(text).filter(|kind| !kind.code().is_empty()).and_then(|kind| Entry::type_named(kind.title()))
    };
    let name = Entry::type_named(text).or_else(by_kind);
    name.map(|name| Type { name, congress: false }).ok_or_else(|| words::register::no_type(text))
}

/// The first number of a series.
#[derive(Debug, Clone)]
pub(crate) struct First {
    pub(super) code: String,
    pub(super) number: u32,
}

/// `NQ=47`.
///
/// # Errors
/// A sentence with what to write.
pub(super) fn first(text: &str) -> Result<First, String> {
    let parts = text.split_once(['=', ':']).and_then(|(code, number)| {
        let (code, number) = (code.trim(), number.trim().parse().ok()?);
        (!code.is_empty() && number > 0).then(|| First { code: code.to_owned(), number })
    });
    parts.ok_or_else(|| words::register::no_first().to_owned())
}

/// How Quyết định and Quy định are numbered.
///
/// # Errors
/// A sentence with what to write.
pub(super) fn decisions(text: &str) -> Result<Decisions, String> {
    match slug(text).as_str() {
        "together" | "chung" => Ok(Decisions::Together),
        "apart" | "rieng" => Ok(Decisions::Apart),
        _ => Err(words::register::no_decisions().to_owned()),
    }
}
