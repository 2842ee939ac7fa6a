//! Words of several syllables that a line of a name never parts: `công an`, `khoa học`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{TonePlacement, place};

/// One a line; a line that begins with `#` heads a group.
const LIST: &str = include_str!("compounds.txt");

/// The most syllables that one of them has, and a dash.
pub(super) const LONGEST: usize = 5;

static COMPOUNDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect());

/// Whether syllables, each written as [`key`] writes it and a space between them, are one word.
pub(super) fn is_compound(words: &str) -> bool {
    COMPOUNDS.contains(words)
}

/// A syllable as the list writes it, whatever its capitals and the place of its tone mark.
pub(super) fn key(syllable: &str) -> String {
    place(&syllable.to_lowercase(), TonePlacement::Traditional)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> Vec<Vec<&'static str>> {
        let groups = LIST.split("\n\n").skip(1);
        groups.map(|group| group.lines().filter(|line| !line.starts_with('#')).collect()).collect()
    }

    #[test]
    fn the_list_is_sorted_in_each_group_and_says_nothing_twice() {
        let groups = groups();
        assert!(groups.len() > 1 && groups.iter().all(|group| !group.is_empty()));
        for pair in groups.iter().flat_map(|group| group.windows(2)) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
        assert_eq!(COMPOUNDS.len(), groups.concat().len());
        assert!(COMPOUNDS.len() > 300);
    }

    #[test]
    fn each_is_written_as_it_is_looked_up() {
        for word in groups().concat() {
            assert!(unicode_normalization::is_nfc(word), "{word}");
            assert_eq!(key(word), word);
            let syllables: Vec<&str> = word.split(' ').collect();
            assert!((2..=LONGEST).contains(&syllables.len()), "{word}");
            assert!(syllables.iter().all(|syllable| !syllable.is_empty()), "{word}");
        }
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        for word in ["Toà án", "TÒA ÁN", "tòa án"] {
            assert!(is_compound(&key(word)), "{word}");
        }
        assert!(!is_compound(&key("án toà")));
    }
}
