//! Kinds that a misspelt name may have meant.

use super::{Kind, built_in};
use crate::text::{near, slug};

/// The kinds that somebody may have meant, at most three: the one whose name or Vietnamese term is nearest, else those
/// that share a word with it.
///
/// ```
/// use vanban::kinds::nearest;
/// assert_eq!(nearest("reslution")[0].name(), "resolution");
/// assert_eq!(nearest("Nghị quyết")[0].name(), "resolution");
/// assert!(nearest("xyz").is_empty());
/// ```
#[must_use]
pub fn nearest(name: &str) -> Vec<&'static Kind> {
    const MOST: usize = 3;
    let plain = slug(name);
    let known: Vec<(String, &'static Kind)> =
        built_in().flat_map(|kind| [kind.name(), kind.term()].map(|name| (slug(name), kind))).collect();
    let nearest = near(&plain, known.iter().map(|(name, _)| name.as_str()));
    if let Some((_, kind)) = known.iter().find(|(name, _)| nearest == Some(name.as_str())) {
        return vec![*kind];
    }
    let words: Vec<&str> = plain.split('-').filter(|word| word.len() > 2).collect();
    let shared = |kind: &Kind| {
        let own = format!("{}-{}", slug(kind.name()), slug(kind.term()));
        words.iter().filter(|word| own.split('-').any(|own| own == **word)).count()
    };
    let mut found: Vec<_> = built_in().filter(|kind| shared(kind) > 0).collect();
    found.sort_by_key(|kind| std::cmp::Reverse(shared(kind)));
    found.truncate(MOST);
    found
}
