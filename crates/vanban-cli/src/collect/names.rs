//! Whose opinion a file is, by its name.

use std::path::Path;

use vanban::text::clean;

use crate::words::opinions::{BEFORE, BEHIND, OF, SAYS_OPINION};

/// What stands between the parts of a name.
const MARKS: &str = "-–—_.,()[]";

/// The name of a file without its extension, in normal form: macOS writes letters and marks apart.
pub(super) fn stem(file: &Path) -> String {
    clean(&file.file_stem().unwrap_or_default().to_string_lossy()).text
}

/// Whether two names are alike in normal form.
pub(super) fn alike(one: &str, other: &str) -> bool {
    clean(one).text == clean(other).text
}

/// A name without the marks of copies: `Bản sao của a`, `a (1)`, `a - Copy (2)`.
pub(super) fn without_copies(name: &str) -> &str {
    let mut left = name.trim();
    loop {
        let own = left.trim_matches(char::is_whitespace);
        let cut = numbered(own)
            .or_else(|| BEFORE.iter().find_map(|before| without_front(own, before)))
            .or_else(|| BEHIND.iter().find_map(|behind| without_end(own, behind)));
        match cut {
            Some(cut) => left = cut,
            None => return own,
        }
    }
}

/// The name of a body in what a file's name has beside the draft's; nothing where it names nobody.
pub(super) fn body(left: &str) -> Option<String> {
    let spaced = left.replace('_', " ");
    let mut left = without_copies(&spaced);
    loop {
        let own = without_copies(left.trim_matches(|c: char| c.is_whitespace() || MARKS.contains(c)));
        let cut = SAYS_OPINION.iter().find_map(|word| without_end(own, word)).or_else(|| {
            let rest = SAYS_OPINION.iter().find_map(|word| without_front(own, word))?;
            let rest = OF.iter().find_map(|of| without_front(rest, of)).unwrap_or(rest);
            rest.starts_with(|c: char| !c.is_alphanumeric()).then_some(rest)
        });
        match cut {
            Some(cut) => left = cut,
            None if own == left => break,
            None => left = own,
        }
    }
    left.chars().any(char::is_alphabetic).then(|| balanced(left))
}

/// Whether a file's name is that of a copy that was sent, with something behind it.
pub(super) fn goes_on(name: &str, sent: &str) -> bool {
    let rest = without_front(without_copies(name), &sent.to_lowercase());
    rest.is_some_and(|rest| rest.chars().next().is_none_or(|next| !next.is_alphanumeric()))
}

/// Without the number of a download at its end or its begin: `a (1)`.
fn numbered(name: &str) -> Option<&str> {
    let is_number = |number: &str| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    let behind = name.strip_suffix(')').and_then(|own| own.rsplit_once('('));
    let before = || name.strip_prefix('(').and_then(|own| own.split_once(')'));
    match behind {
        Some((own, number)) if is_number(number) => Some(own),
        _ => before().filter(|(number, _)| is_number(number)).map(|(_, own)| own),
    }
}

/// Without a word at its end, which stands apart: `a - Copy`, on macOS `a copy 2`.
fn without_end<'a>(name: &'a str, word: &str) -> Option<&'a str> {
    let own = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let own = if own.ends_with(' ') { own.trim_end() } else { name };
    let (at, _) = own.char_indices().rev().nth(word.chars().count().checked_sub(1)?)?;
    let (before, end) = own.split_at(at);
    let apart = before.chars().next_back().is_none_or(|last| last.is_whitespace() || MARKS.contains(last));
    let parts = |c: char| c.is_whitespace() || "-–—_".contains(c);
    (apart && end.to_lowercase() == word).then(|| before.trim_end_matches(parts))
}

fn without_front<'a>(name: &'a str, words: &str) -> Option<&'a str> {
    let count = words.chars().count();
    let end = name.char_indices().nth(count).map_or(name.len(), |(at, _)| at);
    let (front, rest) = name.split_at(end);
    (front.to_lowercase() == words).then_some(rest)
}

/// A name whose bracket was taken for the mark of a part.
fn balanced(name: &str) -> String {
    let count = |bracket: char| name.matches(bracket).count();
    match (count('('), count(')')) {
        (open, shut) if open > shut => format!("{name})"),
        (open, shut) if open < shut => format!("({name}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_copies_are_no_part_of_a_name() {
        for name in [
            "Chi bộ 3 (1)",
            "Chi bộ 3(2)",
            "Chi bộ 3 - Copy",
            "Chi bộ 3 - Copy (2)",
            "Chi bộ 3 copy 2",
            "Bản sao của Chi bộ 3",
            "Copy of Chi bộ 3 (1)",
            "Chi bộ 3 - Bản sao",
            "Chi bộ 3_góp ý",
            "(1) - Chi bộ 3",
            "Góp ý của Chi bộ 3",
            "Chi bộ 3 đã góp ý (1)",
            " - Chi bộ 3 - ",
            "(Chi bộ 3)",
        ] {
            assert_eq!(body(name).as_deref(), Some("Chi bộ 3"), "{name}");
        }
        assert_eq!(body("Chi bộ 3 (Tổ 1)").as_deref(), Some("Chi bộ 3 (Tổ 1)"));
        assert_eq!(body("Tổ góp ýa").as_deref(), Some("Tổ góp ýa"));
        for name in ["", " (1)", "_góp ý", "- Copy", "3"] {
            assert_eq!(body(name), None, "{name}");
        }
    }

    #[test]
    fn a_name_goes_on_behind_that_of_a_copy() {
        assert!(goes_on("a - Chi bộ 3_góp ý", "a - Chi bộ 3") && goes_on("Bản sao của A (1)", "a"));
        assert!(!goes_on("a - Chi bộ 31", "a - Chi bộ 3"));
        assert!(alike("Chi bô\u{323} 3", "Chi bộ 3"));
    }
}
