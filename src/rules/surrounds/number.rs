//! Numbers that people type before a heading, `I.`, `1.1.`, `a)`, `Điều 2.`, `Thứ nhất,`.

use crate::text::{ordinal, point_letter, roman};

/// The number that begins a text, with the text behind it. A number that is not the place's own is refused:
/// the page would have another.
pub(super) fn before<'a>(
    text: &'a str,
    form: &str,
    index: Option<usize>,
) -> Result<Option<(&'a str, &'a str)>, String> {
    let found = match form {
        "Thứ #" => in_words(text),
        "Chương #" => after(text, "chương").and_then(|at| figures(text, at)),
        "Mục #" => after(text, "mục").and_then(|at| figures(text, at)),
        "Điều #" => after(text, "điều").and_then(|at| figures(text, at)),
        _ => figures(text, 0).or_else(|| dash(text)),
    };
    let Some((number, rest)) = found else { return Ok(None) };
    // What is one of its kind has the number that the page counts.
    if index.is_none_or(|index| is(number, index as u64 + 1, form)) {
        Ok(Some((number, rest)))
    } else {
        let own = index.unwrap_or_default() + 1;
        Err(format!(
            "mục này mang số “{number}”, mà phần mềm tự đánh số theo thứ tự là mục thứ {own}; hãy bỏ số, hoặc xếp \
             lại thứ tự"
        ))
    }
}

/// Whether a number, as it was typed, is the own one.
fn is(number: &str, own: u64, form: &str) -> bool {
    let plain = number.trim_end_matches(['.', ')', '-', '–', '/', ',', ':', ' ']);
    match form {
        "Thứ #" => plain.to_lowercase() == ordinal(own).to_lowercase(),
        _ if is_dash(number) => true,
        _ => {
            let last = plain.rsplit(['.', ' ']).find(|part| !part.is_empty()).unwrap_or_default();
            last.trim_start_matches('0') == own.to_string()
                || roman(own) == last
                || point_letter(own as usize - 1) == last
        }
    }
}

/// `Thứ nhất,`: an ordinal in words up to a comma or a colon.
fn in_words(text: &str) -> Option<(&str, &str)> {
    after(text, "thứ")?;
    let end = text.find([',', ':'])?;
    let known = (1..=30).any(|n| ordinal(n).to_lowercase() == text[..end].to_lowercase());
    let (number, rest) = text.split_at(end + 1);
    known.then_some((number, rest.trim_start())).filter(|(_, rest)| !rest.is_empty())
}

/// Where the words end that begin a text.
fn after(text: &str, words: &str) -> Option<usize> {
    let begins: String = text.chars().take(words.chars().count()).collect();
    (begins.to_lowercase() == words && text[begins.len()..].starts_with(' ')).then_some(begins.len() + 1)
}

/// Figures, Roman figures or a letter from `at` on, a mark behind them, and a space or a letter.
fn figures(text: &str, at: usize) -> Option<(&str, &str)> {
    let from = &text[at..];
    let run = |is: fn(char) -> bool| from.find(|c: char| !is(c)).unwrap_or(from.len());
    let arabic = run(|c| c.is_ascii_digit() || c == '.');
    let end = if from.starts_with(|c: char| c.is_ascii_digit()) {
        arabic
    } else {
        match run(|c| "IVX".contains(c)) {
            0 if from.starts_with(char::is_lowercase) => from.chars().next()?.len_utf8(),
            0 => return None,
            end => end,
        }
    };
    let (number, behind) = from.split_at(end);
    let marks = behind.find(|c: char| !".)-–/:".contains(c)).unwrap_or(behind.len());
    let marked = marks > 0 || number.ends_with('.');
    let letter = number.starts_with(char::is_lowercase);
    let rest = behind[marks..].trim_start();
    // A letter has a bracket; `3-5 đồng chí` and `V. I. Lênin` are text.
    let apart = behind[marks..].starts_with(' ');
    let initial = rest.chars().nth(1) == Some('.') && !rest.starts_with(|c: char| c.is_ascii_digit());
    if !marked || !apart || rest.is_empty() || initial || (letter && !behind.starts_with(')')) {
        return None;
    }
    Some((text[..at + end + marks].trim_end(), rest))
}

fn dash(text: &str) -> Option<(&str, &str)> {
    let mark = text.chars().next().filter(|&c| "-–+•*".contains(c))?;
    let rest = text[mark.len_utf8()..].strip_prefix(' ')?.trim_start();
    (!rest.is_empty()).then_some((&text[..mark.len_utf8()], rest))
}

fn is_dash(number: &str) -> bool {
    number.starts_with(['-', '–', '+', '•', '*'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_the_place_comes_off() {
        for (text, index, rest) in [
            ("I. Đánh giá", 0, "Đánh giá"),
            ("I- Đánh giá", 0, "Đánh giá"),
            ("II/ Nhiệm vụ", 1, "Nhiệm vụ"),
            ("1. Tổ chức", 0, "Tổ chức"),
            ("1.3. Tổ chức", 2, "Tổ chức"),
            ("a) Tổ chức", 0, "Tổ chức"),
            ("đ) Tổ chức", 4, "Tổ chức"),
            ("- Tổ chức", 3, "Tổ chức"),
        ] {
            assert_eq!(before(text, "#", Some(index)).unwrap().map(|found| found.1), Some(rest), "{text}");
        }
        assert_eq!(before("Điều 2. Tổ chức", "Điều #", Some(1)).unwrap().unwrap().0, "Điều 2.");
        assert_eq!(before("Thứ ba, quán triệt", "Thứ #", Some(2)).unwrap().unwrap().1, "quán triệt");
    }

    #[test]
    fn what_is_one_of_its_kind_has_any_number() {
        for text in ["II. Nội dung", "- Nội dung", "3. Nội dung"] {
            assert_eq!(before(text, "#", None).unwrap().map(|found| found.1), Some("Nội dung"), "{text}");
        }
    }

    #[test]
    fn another_number_is_refused_and_what_is_none_stays() {
        assert_eq!(
            before("II. Đánh giá", "#", Some(0)).unwrap_err(),
            "mục này mang số “II.”, mà phần mềm tự đánh số theo thứ tự là mục thứ 1; hãy bỏ số, hoặc xếp lại thứ tự"
        );
        assert!(before("Thứ hai, quán triệt", "Thứ #", Some(0)).is_err());
        for text in [
            "V. I. Lênin",
            "C. Mác",
            "30 năm",
            "3-5 đồng chí",
            "1.250 đồng",
            "Về công tác",
            "I",
            "1.",
            "5/6 là ngày",
            "12 tháng",
            "-5 độ",
            "X",
            "Và",
            "i tờ",
        ] {
            assert_eq!(before(text, "#", Some(0)), Ok(None), "{text}");
        }
        assert_eq!(before("Thứ trưởng Bộ Y tế, đồng chí An", "Thứ #", Some(0)), Ok(None));
    }
}
