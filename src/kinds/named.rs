//! Kinds by what people call them: the name in JSON, the Vietnamese term or the title, with diacritics or without.

use super::{Kind, built_in};
use crate::text::slug;

/// The built-in kind with this name in JSON (`minutes`), Vietnamese term or title (`biên bản`, `Biên bản`),
/// also without diacritics (`bien-ban`). `None` if there is none.
///
/// ```
/// use vanban::kinds::named;
/// assert_eq!(named("bien ban").unwrap().name(), "minutes");
/// assert_eq!(named("phiếu bầu").unwrap().name(), "ballot_paper");
/// assert!(named("sổ tay").is_none());
/// ```
#[must_use]
pub fn named(said: &str) -> Option<&'static Kind> {
    let wanted = slug(said);
    built_in().find(|kind| kind.name() == said || (!wanted.is_empty() && names(kind).contains(&wanted)))
}

/// What a kind is called, as [`slug`] writes it; a term may name several papers.
fn names(kind: &Kind) -> Vec<String> {
    let terms = kind.term().split(", ").chain([kind.term(), kind.title(), kind.name()]);
    terms.map(slug).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_what_people_call_it() {
        for kind in built_in() {
            for name in [kind.name(), kind.term(), &slug(kind.term()), &crate::text::upper(kind.term())] {
                assert_eq!(named(name).map(Kind::name), Some(kind.name()), "{name}");
            }
        }
        assert!(named("").is_none() && named("…").is_none());
    }
}
