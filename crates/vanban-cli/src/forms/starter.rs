//! The files that a new form begins with.

use vanban::Kind;
use vanban::text::{capitalised, clean, slug};

/// Files by their names.
type Files = Vec<(&'static str, String)>;

const TOML: &str = include_str!("starter/form.toml");
const BODY: &str = include_str!("starter/body.hbs");
const EXAMPLE: &str = include_str!("starter/example.json");

/// The files of a form that is called so, by name; none where no name can be made of it.
pub(super) fn files(called: &str) -> Option<Files> {
    let words = slug(called);
    let name = words.replace('-', "_");
    if !is_name(&name) {
        return None;
    }
    let term = term(called).unwrap_or_else(|| words.replace('-', " "));
    let filled = |text: &str| {
        text.replace("{{TEN}}", &name).replace("{{TERM}}", &term).replace("{{TITLE}}", &capitalised(&term))
    };
    Some(vec![("form.toml", filled(TOML)), ("body.hbs", BODY.to_owned()), ("example.json", filled(EXAMPLE))])
}

/// What a form is called in its papers, where the folder has the accents of a term: `bản cam kết` of `Bản cam kết`.
fn term(called: &str) -> Option<String> {
    let words = clean(called).text;
    let has_accents = words.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let is_plain = words.chars().all(|c| c.is_alphanumeric() || [' ', '-', '_', ',', '.'].contains(&c));
    let mut letters = words.chars();
    let first = letters.next().filter(|_| has_accents && is_plain)?;
    // Capitals go on in a name of capitals.
    let is_word = letters.clone().next().is_some_and(char::is_lowercase);
    let first = if is_word { first.to_lowercase().collect() } else { first.to_string() };
    Some(format!("{first}{}", letters.as_str()).replace(['-', '_'], " "))
}

/// Whether a form may have this name: nothing of the library's has it.
fn is_name(name: &str) -> bool {
    let brought = vanban::forms::built_in().map(vanban::forms::Form::kind);
    let is_kind = vanban::kinds::built_in().chain(brought).any(|kind| kind.name() == name);
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.len() <= 60 && !is_kind
}

/// The files of a form of the library, under the name of the folder; none where the kind is no form, or the folder's name
/// can be none.
pub(super) fn copy(kind: &Kind, called: &str) -> Option<Files> {
    let name = slug(called).replace('-', "_");
    let folder = vanban::forms::files(kind.name()).filter(|_| is_name(&name))?;
    let own = kind.name();
    let named = |text: &str| {
        text.replacen(&format!("name = \"{own}\""), &format!("name = \"{name}\""), 1).replacen(
            &format!("\"kind\": \"{own}\""),
            &format!("\"kind\": \"{name}\""),
            1,
        )
    };
    Some(folder.texts().map(|(file, text)| (file, named(text))).collect())
}
