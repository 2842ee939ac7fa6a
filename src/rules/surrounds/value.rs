//! What a value brings along: words before it, marks behind it, quotation marks or brackets around it.

use super::number;

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The value without what the page has itself.
    Taken { rest: String, before: Option<Before>, after: String },
    /// Something would be lost; the sentence says what.
    Other(String),
}

/// What stood before a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Words, or a dash.
    Words(String),
    /// A number.
    Number(String),
    /// What stood around it.
    Around(&'static str),
}

impl Before {
    pub(super) fn sentence(&self) -> String {
        match self {
            Before::Words(words) => format!("phần mềm tự ghi “{words}”; đã bỏ “{words}” ở đầu"),
            Before::Number(number) => format!("phần mềm tự đánh số; đã bỏ “{number}” ở đầu"),
            Before::Around(marks) => format!("phần mềm tự ghi {marks}; đã bỏ ở đầu và ở cuối"),
        }
    }
}

impl Found {
    /// Looks for what surrounds a value. `index` is its place, or its part's, in a list, from 0; `first` that of
    /// the part whose number stands before its first paragraph.
    pub(super) fn of(
        text: &str,
        before: &[&'static str],
        marks: &str,
        index: Option<usize>,
        first: Option<usize>,
    ) -> Option<Found> {
        let mut rest = text.trim();
        let mut found = None;
        for words in before {
            let taken = match *words {
                "“”" => match quoted(rest, marks) {
                    Ok(inner) => inner.map(|inner| (inner, Before::Around("dấu ngoặc kép “”"))),
                    Err(said) => return Some(Found::Other(said)),
                },
                "()" => bracketed(rest).map(|inner| (inner, Before::Around("dấu ngoặc đơn ()"))),
                "#" | "Chương #" | "Mục #" | "Điều #" | "Thứ #" => {
                    match number::before(rest, words, index) {
                        Ok(inner) => inner.map(|(number, inner)| (inner, Before::Number(number.to_owned()))),
                        Err(said) => return Some(Found::Other(said)),
                    }
                }
                "##" | "Điều ##" => {
                    match first.map(|at| number::before(rest, &words.replace("##", "#"), Some(at))) {
                        Some(Ok(inner)) => {
                            inner.map(|(number, inner)| (inner, Before::Number(number.to_owned())))
                        }
                        Some(Err(said)) => return Some(Found::Other(said)),
                        None => None,
                    }
                }
                words => worded(rest, words, index).map(|(said, inner)| (inner, Before::Words(said))),
            };
            if let Some((inner, before)) = taken {
                (rest, found) = (inner, found.or(Some(before)));
            }
        }
        let kept = ended(rest, marks);
        let after = rest[kept.len()..].trim().to_owned();
        if kept.is_empty() && !rest.is_empty() {
            return Some(Found::Other("mục này chỉ có dấu câu; hãy ghi nội dung".to_owned()));
        }
        // Dots for the pen are no value that brings some.
        if (found.is_none() && after.is_empty()) || !kept.chars().any(char::is_alphanumeric) {
            return None;
        }
        Some(Found::Taken { rest: kept.to_owned(), before: found, after })
    }
}

/// A text without the marks at its end; dots that stand for more words stay.
fn ended<'a>(text: &'a str, marks: &str) -> &'a str {
    if text.ends_with("..") || text.ends_with('…') {
        return text;
    }
    text.trim_end_matches(|c: char| marks.contains(c) || c.is_whitespace())
}

/// Words that begin a text, or a dash, with what follows.
fn worded<'a>(text: &'a str, words: &str, index: Option<usize>) -> Option<(String, &'a str)> {
    // A label has its colon: `Thành phần cốt cán` is no `Thành phần:`.
    let label = words.strip_suffix(':');
    let length = begin(text, label.unwrap_or(words))?;
    let (said, rest) = text.split_at(length);
    if label.is_some() && !rest.trim_start().starts_with(':') {
        return None;
    }
    let mut rest = rest;
    if words == "Phụ lục" || words == "Danh sách kèm theo" {
        // Its number is the appendix's own.
        let own = index.map(|index| (index + 1).to_string()).unwrap_or_default();
        let after = rest.trim_start();
        rest = after
            .strip_prefix(own.as_str())
            .filter(|rest| !rest.starts_with(char::is_alphanumeric))
            .unwrap_or(rest);
        // `Phụ lục hợp đồng` is a title.
        if !rest.trim_start().starts_with([':', '-', '–', '.']) {
            return None;
        }
    }
    let after = rest.trim_start_matches(|c: char| c.is_whitespace() || ":-–.".contains(c));
    (!after.is_empty() && after.len() < text.len()).then(|| (said.to_owned(), after))
}

/// How long the words are that begin a text, whole and whatever their capitals.
fn begin(text: &str, words: &str) -> Option<usize> {
    let mut end = 0;
    let mut given = text.chars();
    for word in words.chars() {
        let own = given.next()?;
        if !own.to_lowercase().eq(word.to_lowercase()) {
            return None;
        }
        end += own.len_utf8();
    }
    let letters = words.ends_with(char::is_alphanumeric);
    let whole = !letters || !text[end..].starts_with(char::is_alphanumeric);
    (whole && text[end..].starts_with(|c: char| c.is_whitespace() || c == ':')).then_some(end)
}

/// What stands between quotation marks that hold all of a text. A quotation inside a longer text is refused: it
/// would stand in two.
fn quoted<'a>(text: &'a str, marks: &str) -> Result<Option<&'a str>, String> {
    let plain = ended(text, marks);
    let pairs = [('“', '”'), ('\u{22}', '\u{22}'), ('«', '»')];
    for (open, close) in pairs {
        let Some(inner) = plain.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) else {
            continue;
        };
        if !inner.contains([open, close]) {
            return Ok(Some(inner.trim()));
        }
    }
    if text.contains(['“', '”', '\u{22}']) {
        let said = "phần mềm tự ghi dấu ngoặc kép quanh mục này; hãy thay dấu ngoặc kép ở trong bằng ‘ ’";
        return Err(said.to_owned());
    }
    Ok(None)
}

fn bracketed(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    (!inner.contains(['(', ')'])).then(|| inner.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, before: &[&'static str], marks: &str) -> Option<String> {
        match Found::of(text, before, marks, Some(0), None)? {
            Found::Taken { rest, .. } => Some(rest),
            Found::Other(said) => Some(format!("! {said}")),
        }
    }

    #[test]
    fn words_and_marks_come_off() {
        assert_eq!(of("số 21-KL/TW", &["số"], ",").as_deref(), Some("21-KL/TW"));
        assert_eq!(of("Số: 21-KL/TW", &["số"], ",").as_deref(), Some("21-KL/TW"));
        assert_eq!(of("21-KL/TW", &["số"], ","), None);
        assert_eq!(of("của Bộ Chính trị.", &["của"], ".").as_deref(), Some("Bộ Chính trị"));
        assert_eq!(of("Căn cứ địa cách mạng", &["căn cứ"], ".").as_deref(), Some("địa cách mạng"));
        assert_eq!(of("- Lưu Chi bộ;", &["-"], ";.").as_deref(), Some("Lưu Chi bộ"));
        assert_eq!(of("Kính gửi: Văn phòng", &["Kính gửi"], ".").as_deref(), Some("Văn phòng"));
        assert_eq!(of("các đồng chí …", &["số"], ".…"), None);
        assert_eq!(of("...", &["số"], "."), None);
        assert_eq!(of("…………", &[], ","), None);
        assert_eq!(of(",", &[], ",").as_deref(), Some("! mục này chỉ có dấu câu; hãy ghi nội dung"));
        assert_eq!(of("– Đảng uỷ;", &["-", "–"], ";.").as_deref(), Some("Đảng uỷ"));
        assert_eq!(of("số", &["số"], "."), None);
        assert_eq!(of("sốt xuất huyết", &["số"], "."), None);
    }

    #[test]
    fn quotation_marks_come_off_where_they_hold_all() {
        assert_eq!(of("“Nêu gương”.", &["“”"], ".").as_deref(), Some("Nêu gương"));
        assert_eq!(of("\"Nêu gương\"", &["“”"], ".").as_deref(), Some("Nêu gương"));
        assert!(of("học “A” và “B”", &["“”"], ".").unwrap().starts_with('!'));
        assert_eq!(of("(%)", &["()"], ""), None);
        assert_eq!(of("(vụ)", &["()"], "").as_deref(), Some("vụ"));
    }

    #[test]
    fn an_appendix_brings_its_label_or_a_title_of_these_words() {
        let title = |text| of(text, &["Phụ lục"], ".");
        assert_eq!(title("Phụ lục: Danh mục nhiệm vụ").as_deref(), Some("Danh mục nhiệm vụ"));
        assert_eq!(title("PHỤ LỤC 1 - Danh mục").as_deref(), Some("Danh mục"));
        assert_eq!(title("Phụ lục hợp đồng"), None);
        assert_eq!(title("Phụ lục 2: Danh mục"), None);
    }
}
