//! Words of several syllables that a line of a name never parts: `công an`, `khoa học`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{TonePlacement, place};

/// One a line; a line that begins with `#` heads a group.
const LIST: &str = include_str!("compounds.txt");

/// The most syllables that one of them has, and a dash.
pub(super) const LONGEST: usize = 5;

/// Stands between two words that lean on each other.
const LEANS: &str = " · ";

/// Each word, and how many syllables stand before the place where it may be parted, if there is one.
static COMPOUNDS: LazyLock<HashMap<String, Option<usize>>> = LazyLock::new(|| {
    let words = LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let parted = |word: &str| word.split_once(LEANS).map(|(first, _)| first.split(' ').count());
    words.map(|word| (word.replace(LEANS, " "), parted(word))).collect()
});

/// What syllables are, each written as [`key`] writes it and a space between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compound {
    /// One word.
    Word,
    /// Two that lean on each other, the first of so many syllables.
    Leaning(usize),
}

/// The compound that syllables are, if they are one.
pub(super) fn compound(words: &str) -> Option<Compound> {
    COMPOUNDS.get(words).map(|parted| parted.map_or(Compound::Word, Compound::Leaning))
}

/// Whether syllables are a compound of either sort.
pub(super) fn is_compound(words: &str) -> bool {
    compound(words).is_some()
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
            let word = word.replacen(LEANS, " ", 1);
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
        assert_eq!(compound("viện kiểm sát nhân dân"), Some(Compound::Leaning(3)));
        assert_eq!(compound("trung học cơ sở"), Some(Compound::Word));
    }
}
