//! Questions about text.

/// How many spaces in a row are room for the pen.
const BLANK: usize = 3;

/// Every kind of space is one space; none at the ends, none doubled.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At least one letter, and no small one.
pub fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

pub fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| "IVXLC".contains(letter))
}

pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit())
}

/// The room for the pen (several spaces, or dots) becomes one space.
pub fn without_blanks(text: &str) -> String {
    let mut result = String::new();
    let mut spaces = 0;
    for character in text.chars().chain(['\0']) {
        if character == ' ' {
            spaces += 1;
            continue;
        }
        let kept = if spaces >= BLANK { 1 } else { spaces };
        result.extend(std::iter::repeat_n(' ', kept));
        spaces = 0;
        result.push(character);
    }
    result.trim_end_matches('\0').to_owned()
}

/// `uỷ` and `ủy` are one word when names are compared.
pub fn same_tone(text: &str) -> String {
    let pairs =
        [("ủy", "uỷ"), ("ỦY", "UỶ"), ("Ủy", "Uỷ"), ("òa", "oà"), ("ÒA", "OÀ"), ("ỏa", "oả"), ("ỎA", "OẢ")];
    pairs.iter().fold(text.to_owned(), |text, (new, old)| text.replace(new, old))
}

/// Where `needle` stands as a word of its own.
pub fn has_word(text: &str, needle: &str) -> bool {
    text.match_indices(needle).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + needle.len()..].chars().next();
        let dotted = needle.ends_with('.');
        !before.is_some_and(char::is_alphanumeric) && (dotted || !after.is_some_and(char::is_alphanumeric))
    })
}

/// The label that opens a paragraph: `Điều 5. `, `a) `, `I- `, `1. `.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    /// `Điều` and its number.
    Article(u32),
    /// A number and a point.
    Clause(u32),
    /// A letter and a bracket.
    Point(char),
    /// `- `, `+ `, `* `.
    Dash,
    Plain,
}

pub fn opening(text: &str) -> Opening {
    let (word, _) = text.split_once(' ').unwrap_or((text, ""));
    if let Some(rest) = text.strip_prefix("Điều ") {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if let Ok(number) = digits.parse() {
            return Opening::Article(number);
        }
    }
    if let Some(number) = word.strip_suffix('.').filter(|number| is_number(number)) {
        return number.parse().map_or(Opening::Plain, Opening::Clause);
    }
    if let Some(letter) = word.strip_suffix(')') {
        let mut letters = letter.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && letter.is_lowercase()
        {
            return Opening::Point(letter);
        }
    }
    if ["-", "+", "*"].contains(&word) { Opening::Dash } else { Opening::Plain }
}

/// A date of `dd` and `m`: days padded, months 1 and 2 padded, 3 to 9 not.
pub fn is_day(text: &str) -> bool {
    text.len() == 2 && is_number(text) && (1..=31).contains(&text.parse().unwrap_or(0))
}

pub fn is_month(text: &str) -> bool {
    ["01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"].contains(&text)
}

pub fn is_year(text: &str) -> bool {
    text.len() == 4 && is_number(text)
}
