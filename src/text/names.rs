//! The order of Vietnamese names in a list.

use std::cmp::Ordering;

use super::syllable::bare_letter;

/// Letters in the order of the alphabet; f, j, w and z where dictionaries put them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Where the tones of [`bare_letter`] (ngang, huyền, sắc, hỏi, ngã, nặng) stand in a dictionary: ngang, huyền, hỏi,
/// ngã, sắc, nặng.
const TONES: [u8; 6] = [0, 1, 4, 2, 3, 5];

/// Compares names of persons in the order of Vietnamese lists: by the given name (tên), which is the last word,
/// then by the other words (họ, đệm) from the first. Words compare by letters, then by tone: ngang, huyền, hỏi,
/// ngã, sắc, nặng. Capitals, spaces and the place of a tone mark (`Hoà`, `Hòa`) count only if names differ in
/// nothing else.
///
/// ```
/// use vanban::text::name_order;
/// let mut names = ["Trần Văn Đức", "Lê Thị Bình", "Nguyễn Văn Dũng", "Lê Văn Bính", "Lê Văn Bình"];
/// names.sort_by(|a, b| name_order(a, b));
/// assert_eq!(names, ["Lê Thị Bình", "Lê Văn Bình", "Lê Văn Bính", "Nguyễn Văn Dũng", "Trần Văn Đức"]);
/// ```
#[doc(alias = "thứ tự tên")]
#[must_use]
pub fn name_order(a: &str, b: &str) -> Ordering {
    words(a).cmp(words(b)).then_with(|| a.cmp(b))
}

/// A name's words, the given name first.
fn words(name: &str) -> impl Iterator<Item = Word> {
    let mut words = name.split_whitespace().map(Word::of);
    let given = words.next_back();
    given.into_iter().chain(words)
}

/// A word by its letters, then its tone.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    letters: Vec<(usize, char)>,
    tone: u8,
}

impl Word {
    fn of(word: &str) -> Word {
        let (mut letters, mut tone) = (Vec::new(), 0);
        for c in word.chars().flat_map(char::to_lowercase) {
            let (letter, marked) = bare_letter(c);
            tone = tone.max(TONES.get(marked).copied().unwrap_or_default());
            // What is no letter of the alphabet stands behind it.
            letters.push((ALPHABET.chars().position(|it| it == letter).unwrap_or(usize::MAX), letter));
        }
        Word { letters, tone }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted(mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by(|a, b| name_order(a, b));
        names
    }

    #[test]
    fn the_given_name_comes_first_then_the_family_name() {
        let names = vec!["Lê Thị An", "Nguyễn Văn An", "Phạm Thị Ân", "Đỗ Văn Ba", "Lê Văn Cường"];
        let mut others = names.clone();
        others.reverse();
        assert_eq!(sorted(others), names);
    }

    #[test]
    fn letters_and_tones_stand_in_the_order_of_dictionaries() {
        let words = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y";
        let given: Vec<&str> = words.split(' ').collect();
        let mut others = given.clone();
        others.reverse();
        assert_eq!(sorted(others), given);
        assert_eq!(sorted(vec!["mạ", "má", "mã", "mả", "mà", "ma"]), ["ma", "mà", "mả", "mã", "má", "mạ"]);
        assert_eq!(
            sorted(vec!["Lê Văn Bách", "Lê Văn Bà", "LÊ VĂN BẢN"]),
            ["Lê Văn Bà", "Lê Văn Bách", "LÊ VĂN BẢN"]
        );
    }

    #[test]
    fn writing_makes_no_difference_before_the_name_does() {
        assert_eq!(sorted(vec!["Lê Hòa", "An Hoà", "CAO HOÀ"]), ["An Hoà", "CAO HOÀ", "Lê Hòa"]);
        assert_eq!(name_order("Lê  An", "Lê An"), "Lê  An".cmp("Lê An"));
    }

    proptest! {
        /// A list sorts the same from whatever order it comes in.
        #[test]
        fn it_is_an_order(a in "\\PC{0,12}", b in "\\PC{0,12}", c in "\\PC{0,12}") {
            prop_assert_eq!(name_order(&a, &b), name_order(&b, &a).reverse());
            if name_order(&a, &b).is_le() && name_order(&b, &c).is_le() {
                prop_assert!(name_order(&a, &c).is_le());
            }
        }
    }
}
